"""Sharing with a coach, step by step: whom, what, under which name, how long, and one clear yes to the exact preview.

Whatever is unclear is a no: nothing is shared, that is said, and it can be asked for again. What is shared is what the
preview showed, which the token of that preview proves to who stores it.
"""

from __future__ import annotations

from datetime import date

from bot.conversation import choices, consent_answers, consent_questions, draft, flow, parts, periods
from bot.conversation.consent_answers import Taken
from bot.conversation.consent_questions import AGREED
from bot.conversation.draft import NICKNAME, OWN
from bot.conversation.questions import AKKOORD, ANDEREN, COACH, DELEN, KLAAR, NAAM, TERUGSCHRIJVEN, VERSTUREN
from bot.conversation.sharing import NEW, CoachGone, NotConfirmed, SharingAway
from bot.conversation.short_answers import clear_yes, only_no
from bot.conversation.turn import Message, Turn

_MOST_MISSES = 3  # unclear answers in a row to one step
_UNCLEAR = {
    AKKOORD: "delen.onduidelijk.ja",
    VERSTUREN: "delen.onduidelijk.bericht",
    COACH: "delen.coach_onbekend",
    TERUGSCHRIJVEN: "delen.onduidelijk.bericht",
}


def start(turn: Turn) -> None:
    """Begin the consent, with the coach that was named where there is such a one."""
    try:
        coaches = turn.sharing.coaches()
    except SharingAway:
        say_and_go_on(turn, "delen.weg")
        return
    if not coaches:
        say_and_go_on(turn, "delen.geen_coaches")
    elif not parts.offered(turn):
        say_and_go_on(turn, "delen.nog_leeg")
    else:
        turn.gesprek.delen = {"begonnen": True}
        if coach := consent_answers.named(turn, coaches):
            consent_answers.choose_coach(turn, coach)
            go(turn, draft.next_step(turn))
        else:
            if turn.entity("coach"):
                turn.begin("delen.coach_onbekend")
            go(turn, COACH)


def answer(turn: Turn) -> None:
    """Take what was pressed or typed at the open step."""
    key = turn.gesprek.open.key
    try:
        _follow(turn, key, consent_answers.take(turn, key))
    except SharingAway:
        say_and_go_on(turn, "delen.weg")


def yes(turn: Turn) -> None:
    """Take a yes: at the offer it begins, at the preview it shares, and elsewhere it takes what was put forward."""
    key = turn.gesprek.open.key
    if key == DELEN:
        start(turn)
    elif key in (AKKOORD, VERSTUREN):
        if turn.entity("keuze") == AGREED or clear_yes(turn.text, _coach_name(turn)):
            (_share if key == AKKOORD else _send)(turn)
        else:
            unclear(turn)
    else:
        try:
            _follow(turn, key, consent_answers.agree(turn, key))
        except SharingAway:
            say_and_go_on(turn, "delen.weg")


def no(turn: Turn) -> None:
    """Take a no: nothing is shared, and the conversation goes on."""
    g = turn.gesprek
    if g.open.key == ANDEREN and only_no(turn.text):
        turn.begin("delen.nee_dubbel")  # cover nothing, or share nothing?
        unclear(turn, said=True)
    elif g.open.key == DELEN:
        say_and_go_on(turn, "delen.nu_niet")
    else:
        decline(turn)


def does_not_know(turn: Turn) -> None:
    """Take "I don't know": nobody has to know this, and nothing is shared by it."""
    if turn.gesprek.open.key == DELEN:
        no(turn)
    else:
        turn.begin("delen.weet_niet")
        unclear(turn, said=True)


def decline(turn: Turn) -> None:
    """End the consent, or the answer under way, without anything shared or sent."""
    say_and_go_on(turn, _nothing_done(turn), coach=_coach_name(turn))


def unclear(turn: Turn, *, said: bool = False) -> None:
    """Say that nothing is shared by something unclear, and ask once more; after that, leave it."""
    g = turn.gesprek
    g.misses += 1
    if g.misses >= _MOST_MISSES:
        turn.lead = ""
        decline(turn)
        return
    if _sent(turn):
        turn.lead = ""  # which says that nothing is shared
        consent_questions.ask(turn)
        return
    if not said:
        turn.begin(_UNCLEAR.get(g.open.key, "delen.onduidelijk"))
    consent_questions.ask_shortly(turn)


def back(turn: Turn) -> None:
    """Go back one step; before the first one, out of the consent."""
    g, key = turn.gesprek, turn.gesprek.open.key
    if key == VERSTUREN:
        go(turn, TERUGSCHRIJVEN)
    elif key == NAAM and g.delen.get("naam_soort") in (OWN, NICKNAME):
        g.delen.pop("naam_soort")
        go(turn, NAAM)
    elif key != TERUGSCHRIJVEN and (before := draft.step_before(turn, key)):
        for settled in {NAAM: ("naam_soort", "naam")}.get(before, ()):
            g.delen.pop(settled, None)
        go(turn, before)
    else:
        turn.say(_nothing_done(turn), coach=_coach_name(turn))
        g.delen = {}
        flow.back_to_question(turn)


def settle(turn: Turn) -> None:
    """At the end of a turn: who left the consent for something else is told that nothing was shared."""
    g = turn.gesprek
    if g.delen and (g.between or "").partition(".")[0] != DELEN:
        key = _nothing_done(turn)
        turn.said.insert(0, Message(key, turn.wording(key, coach=_coach_name(turn))))
        g.delen = {}


def go(turn: Turn, key: str) -> None:
    """Ask this step in between: what was open before the consent stays."""
    turn.gesprek.put_between(key)
    consent_questions.ask(turn)


def say_and_go_on(turn: Turn, key: str, coach: str = "", tot: str = "") -> None:
    """Say something and leave the consent, for the question that was open before it or what comes after the offer."""
    g = turn.gesprek
    turn.say(key, coach=coach, tot=tot)
    g.delen = {}
    consenting = g.open.stem == DELEN and not g.resting
    if consenting:
        g.go_to(g.asked)
    if consenting and g.asked == DELEN:
        g.skip(DELEN)
        flow.advance(turn)
    elif g.open.key == KLAAR:
        turn.said[-1].buttons += choices.closing(turn)
    else:
        flow.ask_again(turn)


def _follow(turn: Turn, key: str, taken: Taken) -> None:
    if taken is Taken.SETTLED:
        go(turn, VERSTUREN if key == TERUGSCHRIJVEN else draft.next_step(turn))
    elif taken is Taken.AGAIN:
        go(turn, key)
    elif taken is Taken.DECLINED:
        decline(turn)
    else:
        unclear(turn)


def _share(turn: Turn) -> None:
    """Store what was previewed, if that is still what would be shared; otherwise show it anew.

    What an earlier yes to the same preview stored stays as it is, also when the words or the day are others by now.
    """
    g = turn.gesprek
    try:
        sent = draft.sent(turn)
        share_id, coach, until = (sent.id, sent.coach, sent.until) if sent else _store(turn)
    except SharingAway:
        turn.say("delen.weg.delen", buttons=choices.commands(turn, "herhalen"))
    except CoachGone:
        say_and_go_on(turn, "delen.coach_weg_nu")
    except NotConfirmed:
        turn.begin("delen.veranderd")
        consent_questions.ask(turn)
    else:
        g.gedeeld[share_id] = {"coach": coach, "tot": until.isoformat(), "status": NEW, "berichten": 0}
        say_and_go_on(turn, "delen.gedeeld", coach=coach, tot=periods.written(until))


def _store(turn: Turn) -> tuple[str, str, date]:
    """Store what would be shared now; its id, the coach's name and the last day."""
    coach = draft.coach_of(turn)
    if coach is None:
        raise CoachGone
    proposed = draft.propose(turn, coach)
    letter, consent = proposed.letter, proposed.consent
    share_id = turn.sharing.share(turn.gesprek.geheim, letter, consent, turn.gesprek.delen.get("token", ""))
    return share_id, coach.name, consent.until


def _send(turn: Turn) -> None:
    """Send a coach what was written back."""
    g = turn.gesprek
    coach = str(g.delen["naar"])
    try:
        sent = turn.sharing.write_back(g.geheim, g.delen["antwoord"], g.delen["tekst"])
    except SharingAway:
        turn.say("delen.weg.vraag", buttons=choices.commands(turn, "herhalen"))
    else:
        say_and_go_on(turn, "delen.antwoord.verstuurd" if sent else "delen.antwoord.niet_meer", coach=coach)


def _coach_name(turn: Turn) -> str:
    return str(turn.gesprek.delen.get("naam_coach") or turn.gesprek.delen.get("naar") or "")


def _sent(turn: Turn) -> bool:
    try:
        return draft.sent(turn) is not None
    except SharingAway:
        return False


def _nothing_done(turn: Turn) -> str:
    """Return what to say to who leaves without a yes; what an earlier yes stored, unheard, is taken back first."""
    try:
        if "antwoord" in turn.gesprek.delen:
            return "delen.al_verstuurd" if draft.written_back(turn) else "delen.niets_verstuurd"
        if sent := draft.sent(turn):
            turn.sharing.withdraw(turn.gesprek.geheim, sent.id)
            return "delen.toch_ingetrokken"
    except SharingAway:
        return "delen.niets.onzeker"
    return "delen.niets"
