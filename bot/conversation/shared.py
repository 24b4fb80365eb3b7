"""What was shared: showing it, taking it back, what became of it since the last visit, and writing back to a coach."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation import choices, consent, consent_answers, consent_questions, flow, parts, periods, phrases
from bot.conversation.dimensions import plain
from bot.conversation.questions import DELEN, KLAAR, TERUGSCHRIJVEN
from bot.conversation.sharing import ANSWERED, BY_COACH, NEW, OPEN, READ, Coach, Message, Shared, SharingAway
from bot.conversation.turn import Button, Turn

LIST, EVERYTHING, ONE, WRITE = "lijst", "alles", "intrekken", "terugschrijven"
_NEWS = {"kind": "nieuws"}  # a client that shows a conversation again shows this too
_UNTOLD = frozenset({NEW, READ, ANSWERED})  # that a coach read it is no news


def share(turn: Turn) -> None:
    """Do what somebody who speaks of sharing wants: share, see what was shared, or write back."""
    if turn.gesprek.open.key.startswith(f"{DELEN}.") and not turn.gesprek.resting and not turn.entity("keuze"):
        consent.answer(turn)
    elif turn.entity("keuze") == WRITE or phrases.WRITES_BACK.search(plain(turn.text)):
        _write(turn)
    elif turn.entity("keuze") == LIST or phrases.asks_what_is_shared(turn.text):
        show(turn)
    else:
        consent.start(turn)


def withdraw(turn: Turn) -> None:
    """Take back what was shared: at once where it is clear what, else by asking which."""
    pressed = turn.entity("keuze") or ""
    if pressed == LIST or (not pressed and phrases.asks_what_is_shared(turn.text)):
        show(turn)
    elif turn.gesprek.delen and not pressed:
        consent.decline(turn)  # who is about to share and says so means that
    else:
        _within_reach(turn, _take_back, pressed)


def coaches(turn: Turn) -> None:
    """Say who the coaches are, and that sharing with one is possible."""
    if turn.gesprek.gedeeld and phrases.asks_for_an_answer(turn.text, shared=True):
        show(turn)
        return
    try:
        found = turn.sharing.coaches()
    except SharingAway:
        turn.say("delen.weg")
        _return(turn)
        return
    if not found:
        turn.say("coach.geen")
    elif turn.gesprek.delen:
        turn.say("coach.wat")
    else:
        sheet = consent_questions.coach_sheet(found)
        turn.say("delen.coaches", sheet=sheet, coaches=consent_questions.coach_lines(found))
    _return(turn, () if turn.gesprek.delen or not found else choices.commands(turn, "delen_met_coach"))


def show(turn: Turn) -> None:
    """Show what was shared, with whom, until when and what became of it, and all that coaches wrote."""
    _within_reach(turn, _show)


def tell_news(turn: Turn) -> tuple[Button, ...]:
    """Tell who comes back what happened since: an answer, an end, a coach who is gone. Nothing new, nothing said.

    Gives what can be done about it: the button to write back.
    """
    g = turn.gesprek
    if not g.gedeeld:
        return ()
    try:
        found = {one.id: one for one in turn.sharing.shared(g.geheim)}
        new = [one for one in found.values() if _unread(turn, one)]
        if new:
            turn.sharing.mark_read(g.geheim)
    except SharingAway:
        return ()  # next time
    for id, told in list(g.gedeeld.items()):
        _tell(turn, id, told, found.get(id))
    for one in found.values():
        g.gedeeld.setdefault(one.id, _receipt(one))
    return _write_buttons(turn, new)


def forget(turn: Turn) -> bool:
    """Delete all that was shared; False, and said so, where that can't be done now."""
    try:
        turn.sharing.forget(turn.gesprek.geheim)
    except SharingAway:
        turn.begin("wissen.weg")
        flow.ask(turn)
        return False
    return True


def _show(turn: Turn, _: str) -> None:
    found = list(turn.sharing.shared(turn.gesprek.geheim))
    if not found:
        turn.say("delen.niets_gedeeld")
        _return(turn)
        return
    rows = [f"{at}. {_line(turn, one)}" for at, one in enumerate(found, start=1)]
    turn.say("delen.overzicht", overzicht="\n".join(rows))
    for one in found:
        _say_messages(turn, one, one.messages)
    if any(one.messages for one in found):
        turn.sharing.mark_read(turn.gesprek.geheim)
    turn.gesprek.gedeeld = {one.id: _receipt(one) for one in found}
    _return(turn, (*_back_buttons(turn, found), *_write_buttons(turn, found)))


def _take_back(turn: Turn, pressed: str) -> None:
    g = turn.gesprek
    found = list(turn.sharing.shared(g.geheim))
    running = [one for one in found if one.open]
    verb, _, id = pressed.partition(":")
    whose = [one for one in running if consent_answers.named(turn, [Coach(one.id, one.coach, "")])]
    if verb == ONE:
        chosen = [one for one in found if one.id == id]
    elif pressed == EVERYTHING or {"alles", "allemaal", "alle", "allebei"} & set(plain(turn.text).split()):
        chosen = running
    else:
        chosen = whose if len(whose) == 1 else running if len(running) == 1 else []
    if not running:
        turn.say("delen.niets_open" if found else "delen.niets_gedeeld")
    elif not chosen:
        turn.say("delen.welke_intrekken")
        _return(turn, _back_buttons(turn, running))
        return
    else:
        for one in chosen:
            turn.sharing.withdraw(g.geheim, one.id)
        for one in chosen:
            g.gedeeld.setdefault(one.id, _receipt(one))["status"] = "ingetrokken"
        names = sorted({one.coach for one in chosen})
        turn.say("delen.ingetrokken" if len(names) == 1 else "delen.ingetrokken.meer", coach=choices.listing(names))
    _return(turn)


def _write(turn: Turn) -> None:
    _within_reach(turn, _begin_writing, turn.entity("regel") or "")


def _begin_writing(turn: Turn, id: str) -> None:
    found = [one for one in turn.sharing.shared(turn.gesprek.geheim) if one.may_write_back and id in ("", one.id)]
    if not found:
        turn.say("delen.antwoord.niet_meer")
        _return(turn)
        return
    turn.gesprek.delen = {"antwoord": found[0].id, "naar": found[0].coach}
    consent.go(turn, TERUGSCHRIJVEN)


def _tell(turn: Turn, id: str, told: dict[str, object], one: Shared | None) -> None:
    """Tell what is new about one share, and note that it was told."""
    g = turn.gesprek
    if one is None:
        if told["status"] in OPEN:
            turn.say("delen.nieuws.verlopen", sheet=_NEWS, coach=str(told["coach"]))
        del g.gedeeld[id]
        return
    new = _unread(turn, one)
    if new:
        turn.say("delen.nieuws.antwoord", sheet=_NEWS, coach=one.coach)
        _say_messages(turn, one, new)
    if one.status not in _UNTOLD and one.status != told["status"]:
        turn.say(f"delen.nieuws.{one.status}", sheet=_NEWS, coach=one.coach)
    g.gedeeld[id] = _receipt(one)


def _unread(turn: Turn, one: Shared) -> tuple[Message, ...]:
    told = int(turn.gesprek.gedeeld.get(one.id, {}).get("berichten", 0))
    return tuple(message for message in one.messages if message.author == BY_COACH and message.number > told)


def _receipt(one: Shared) -> dict[str, object]:
    return {"coach": one.coach, "tot": one.until.isoformat(), "status": one.status, "berichten": len(one.messages)}


def _line(turn: Turn, one: Shared) -> str:
    named = parts.listing(turn, one.parts)
    status = turn.wording(f"delen.status.{one.status}")
    return turn.wording(
        "delen.overzicht.regel", coach=one.coach, tot=periods.written(one.until), wat=named, status=status
    )


def _say_messages(turn: Turn, one: Shared, messages: Sequence[Message]) -> None:
    for message in messages:
        turn.say("delen.bericht.coach" if message.author == BY_COACH else "delen.bericht.jij", coach=one.coach)
        moments = "\n".join(f"- {moment}" for moment in message.moments)
        proposed = f"\n\n{turn.wording('delen.bericht.momenten')}\n{moments}" if moments else ""
        turn.say("letterlijk", tekst=f"{message.text}{proposed}")


def _back_buttons(turn: Turn, found: Sequence[Shared]) -> tuple[Button, ...]:
    """Return a button for each share that can be taken back, and one for all of them."""
    running = [one for one in found if one.open]
    if len(running) == 1:
        return (Button(turn.wording("knop.delen_intrekken"), "delen_intrekken", {"keuze": f"{ONE}:{running[0].id}"}),)
    each = [
        Button(
            turn.wording("knop.delen.intrekken_bij", coach=one.coach, op=periods.written(one.created_on)),
            "delen_intrekken",
            {"keuze": f"{ONE}:{one.id}"},
        )
        for one in running
    ]
    everything = Button(turn.wording("knop.delen.alles_intrekken"), "delen_intrekken", {"keuze": EVERYTHING})
    return (*each, everything) if each else ()


def _write_buttons(turn: Turn, found: Sequence[Shared]) -> tuple[Button, ...]:
    title = turn.wording("knop.delen.terugschrijven")
    waiting = [one for one in found if one.may_write_back]
    return tuple(Button(title, "delen_met_coach", {"keuze": WRITE, "regel": one.id}) for one in waiting[:1])


def _within_reach(turn: Turn, do: Callable[[Turn, str], None], given: str = "") -> None:
    try:
        do(turn, given)
    except SharingAway:
        turn.say("delen.weg")
        _return(turn)


def _return(turn: Turn, more: tuple[Button, ...] = ()) -> None:
    """Come back to the open question, or at the end to what is still possible; `more` stands under it as well.

    A page shows the buttons of the last bubble that has any.
    """
    if turn.gesprek.open.key == KLAAR:
        turn.said[-1].buttons += (*more, *choices.closing(turn))
        return
    flow.ask_again(turn)
    turn.said[-1].buttons += more
