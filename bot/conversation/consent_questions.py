"""How each step of the consent is asked. What somebody answers is taken in `consent`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.conversation import choices, draft, parts, periods
from bot.conversation.dimensions import plain
from bot.conversation.draft import NICKNAME, NO_NAME, OWN
from bot.conversation.questions import (
    AKKOORD,
    ANDEREN,
    COACH,
    DELEN,
    KLAAR,
    NAAM,
    ONDERDELEN,
    TERMIJN,
    TERUGSCHRIJVEN,
    VERSTUREN,
)
from bot.conversation.selection import Choices
from bot.conversation.sharing import Coach, SharingAway
from bot.conversation.turn import Button, Image, Turn

OPTIONS = {DELEN: DELEN, AKKOORD: AKKOORD, VERSTUREN: "delen.versturen"}  # of yes and no, in content/keuzes.yml
EXPLAINED = {ANDEREN: "uitleg.delen.anderen", VERSTUREN: "uitleg.delen.versturen"}
MOST_TOGGLES = 8  # buttons; of a longer list whole headings are switched
TOGGLE, HEADING, ON, PROPOSED = "om", "kop", "verder", "voorstel"
ALL, NONE, ONE = "alles", "niets", "coach"
AGREED = "akkoord"


def ask(turn: Turn) -> None:
    """Ask the open step. Where the shares can't be reached, that is said, and nothing is lost."""
    asking = {
        DELEN: _offer,
        COACH: _coach,
        ONDERDELEN: _items,
        ANDEREN: _others,
        NAAM: _name,
        TERMIJN: _period,
        AKKOORD: _preview,
        TERUGSCHRIJVEN: _write_back,
        VERSTUREN: _send,
    }
    try:
        asking[turn.gesprek.open.key](turn)
    except SharingAway:
        turn.say("delen.weg.vraag", buttons=(*choices.commands(turn, "herhalen"), _no(turn)))


def ask_shortly(turn: Turn) -> None:
    """Ask the open step once more, without what it was about: that stands just above it."""
    asking = {AKKOORD: _ask_for_a_yes, VERSTUREN: _ask_to_send}
    key = turn.gesprek.open.key
    if key in asking and (key == VERSTUREN or "token" in turn.gesprek.delen):
        asking[key](turn)
    else:
        ask(turn)


def can_be_offered(turn: Turn) -> bool:
    """Tell whether this is the moment to offer sharing: once, after the summary, where there is a coach."""
    g = turn.gesprek
    if g.asked not in ("maatje", "reflectie", KLAAR) or g.handled(DELEN) or not g.handled("samenvatting"):
        return False
    try:
        return bool(turn.sharing.coaches())
    except SharingAway:
        return False


def item_choices(turn: Turn) -> Choices:
    """Return the parts as numbered lines, with what people call them."""
    g, items = turn.gesprek, parts.offered(turn)
    at = {item.key: number for number, item in enumerate(items, start=1)}
    chosen, proposed = g.delen.get("parts", []), parts.proposal(g, items)
    names: dict[str, set[int]] = {}
    for item in items:
        for name in _names(turn, item, whole_plan=parts.PLAN not in at):
            names.setdefault(name, set()).add(at[item.key])
    return Choices(
        len(items),
        frozenset(at[key] for key in chosen if key in at),
        frozenset(at[key] for key in proposed),
        {name: frozenset(numbers) for name, numbers in names.items()},
    )


def other_choices(turn: Turn) -> Choices:
    """Return the others found as numbered lines; covering all of them is what is proposed."""
    found = parts.others(turn, draft.chosen_parts(turn))
    left = turn.gesprek.delen.get("laten", [])
    everybody = frozenset(range(1, len(found) + 1))
    covered = frozenset(number for number, other in enumerate(found, start=1) if other.words not in left)
    return Choices(len(found), covered, everybody, {})


def coach_lines(coaches: Sequence[Coach]) -> str:
    """Write who the coaches are, a numbered line each."""
    return "\n".join(f"{at}. {one.name} ({one.initials}). {one.role}" for at, one in enumerate(coaches, start=1))


def coach_sheet(coaches: Sequence[Coach]) -> dict[str, Any]:
    """Say who the coaches are to a client that can show more than a bubble."""
    items = [{"number": at, "title": one.name, "text": one.role, "initials": one.initials}
             for at, one in enumerate(coaches, start=1)]  # fmt: skip
    return {"kind": "coaches", "items": items}


def _offer(turn: Turn) -> None:
    turn.say("vraag.delen", buttons=choices.buttons(turn))


def _coach(turn: Turn) -> None:
    coaches = turn.sharing.coaches()
    turn.say("delen.coaches", sheet=coach_sheet(coaches), coaches=coach_lines(coaches))
    named = tuple(Button(one.name, "antwoord", {"keuze": f"{ONE}:{one.id}"}) for one in coaches)
    key = "vraag.delen.coach.een" if len(coaches) == 1 else "vraag.delen.coach"
    turn.say(key, buttons=(*named, _no(turn)), coach=coaches[0].name if coaches else "")


def _items(turn: Turn) -> None:
    items, choice = parts.offered(turn), item_choices(turn)
    coach = draft.coach_of(turn)
    proposed = choice.proposed if not choice.chosen else frozenset()
    if proposed:
        turn.begin("delen.voorstel")
    rows, heading = [], ""
    for at, item in enumerate(items, start=1):
        if item.heading != heading:
            rows += ["", item.heading]
            heading = item.heading
        mark = "onderdeel.gekozen" if at in choice.chosen else "onderdeel.voorstel" if at in proposed else None
        rows.append(f"{at}. {item.label}: {_short(item.text)}{f' ({turn.wording(mark)})' if mark else ''}")
    sheet = [
        {
            "number": at,
            "heading": item.heading,
            "title": item.label,
            "text": item.text,
            "chosen": at in choice.chosen,
            "proposed": at in choice.proposed,
        }
        for at, item in enumerate(items, start=1)
    ]
    turn.say(
        "vraag.delen.onderdelen.gekozen" if choice.chosen else "vraag.delen.onderdelen",
        buttons=_item_buttons(turn, items, choice),
        sheet={"kind": "onderdelen", "items": sheet},
        coach=coach.name if coach else "",
        lijst="\n".join(rows).strip(),
    )


def _item_buttons(turn: Turn, items: Sequence[parts.Item], choice: Choices) -> tuple[Button, ...]:
    chosen = [item.key for at, item in enumerate(items, start=1) if at in choice.chosen]
    toggles = [_toggle(item.key in chosen, parts.describe(item), f"{TOGGLE}:{item.key}") for item in items]
    if len(items) > MOST_TOGGLES:
        headings = dict.fromkeys(item.heading for item in items)
        toggles = [
            _toggle(all(one.key in chosen for one in items if one.heading == heading), heading, f"{HEADING}:{heading}")
            for heading in headings
        ]
    go_on = [_button(turn, "knop.delen.verder", ON)] if chosen else []
    whole = [] if chosen else [_button(turn, "knop.delen.alles", ALL)]
    proposed = [_button(turn, "knop.delen.voorstel", PROPOSED)] if choice.proposed and not chosen else []
    return (*go_on, *proposed, *toggles, *whole, _no(turn))


def _others(turn: Turn) -> None:
    found, choice = parts.others(turn, draft.chosen_parts(turn)), other_choices(turn)
    lines = [f"{at}. {other.words} → [{other.kind}]" for at, other in enumerate(found, start=1)]
    sheet = [
        {"number": at, "title": other.words, "text": f"[{other.kind}]", "chosen": at in choice.chosen}
        for at, other in enumerate(found, start=1)
    ]
    turn.say(
        "vraag.delen.anderen",
        buttons=(
            _button(turn, "knop.delen.afdekken", ALL),
            _button(turn, "knop.delen.niets_afdekken", NONE),
            _no(turn),
        ),
        sheet={"kind": "anderen", "items": sheet},
        lijst="\n".join(lines),
    )


def _name(turn: Turn) -> None:
    asked = turn.gesprek.delen.get("naam_soort")
    key = f"vraag.delen.naam.{asked}" if asked in (OWN, NICKNAME) else "vraag.delen.naam"
    kinds = [kind for kind in (OWN, NICKNAME, NO_NAME) if kind != asked]
    turn.say(key, buttons=(*(_button(turn, f"knop.delen.naam.{kind}", kind) for kind in kinds), _no(turn)))


def _period(turn: Turn) -> None:
    coach = draft.coach_of(turn)
    periods_on_offer = turn.knowledge.options[TERMIJN]
    buttons = tuple(Button(option.title, "antwoord", {"keuze": option.id}) for option in periods_on_offer)
    turn.say("vraag.delen.termijn", buttons=(*buttons, _no(turn)), coach=coach.name if coach else "")


def _preview(turn: Turn) -> None:
    """Show exactly what would be stored, and keep the token of it; what is stored already, is said so."""
    if sent := draft.sent(turn):
        wat = parts.listing(turn, sent.parts)
        turn.say("delen.al_gedeeld", coach=sent.coach, tot=periods.written(sent.until), wat=wat)
        turn.say("vraag.delen.laten", buttons=_yes_or_no(turn, AKKOORD))
        return
    g, coach = turn.gesprek, draft.coach_of(turn)
    if coach is None:
        turn.say("delen.coach_weg_nu", buttons=(_no(turn),))
        return
    proposed = draft.propose(turn, coach)
    letter, until = proposed.letter, periods.written(proposed.consent.until)
    g.delen["token"] = turn.sharing.preview(g.geheim, letter, proposed.consent)
    if parts.DRAWING in draft.chosen_parts(turn) and letter.svg is None:
        turn.begin("delen.geen_tekening")
    turn.say("delen.voorbeeld", coach=coach.name)
    turn.say(
        "letterlijk",
        image=Image(letter.svg, letter.alt) if letter.svg else None,
        sheet={"kind": "akkoord", "coach": coach.name, "until": proposed.consent.until.isoformat()},
        tekst=letter.text,
    )
    g.delen["tot"] = until
    _ask_for_a_yes(turn)


def _ask_for_a_yes(turn: Turn) -> None:
    chosen = turn.gesprek.delen
    turn.say("vraag.delen.akkoord", buttons=_yes_or_no(turn, AKKOORD), coach=chosen["naam_coach"], tot=chosen["tot"])


def _yes_or_no(turn: Turn, key: str) -> tuple[Button, Button]:
    """Return the buttons of a question that nothing but its own yes answers."""
    yes, no = turn.knowledge.options[OPTIONS[key]]
    return Button(yes.title, "bevestigen", {"keuze": AGREED}), Button(no.title, "ontkennen")


def _write_back(turn: Turn) -> None:
    turn.say("vraag.delen.antwoord", buttons=(_no(turn, "knop.delen.niet_sturen"),), coach=_answered(turn))


def _send(turn: Turn) -> None:
    text = turn.gesprek.delen["tekst"]
    if named := turn.knowledge.others_in(text):
        turn.begin("delen.antwoord.anderen", anderen=choices.listing([other.words for other in named]))
    turn.say("delen.antwoord.voorbeeld", coach=_answered(turn))
    turn.say("letterlijk", tekst=text)
    _ask_to_send(turn)


def _ask_to_send(turn: Turn) -> None:
    turn.say("vraag.delen.versturen", buttons=_yes_or_no(turn, VERSTUREN), coach=_answered(turn))


def _answered(turn: Turn) -> str:
    return str(turn.gesprek.delen.get("naar", ""))


def _names(turn: Turn, item: parts.Item, *, whole_plan: bool) -> Iterable[str]:
    """Return what people may call a part: its label, its heading, and for some the word everybody uses.

    Where there is no plan in one sentence, "het plan" is every line under that heading (`whole_plan`).
    """
    in_plan = whole_plan and item.heading == turn.wording("kop.plan")
    stem = parts.PLAN if in_plan else item.key.partition(".")[0]
    words = {option.id: option.names for option in turn.knowledge.options[ONDERDELEN]}
    about_dimensie = parts.question_about_dimensie(item.key)
    own = [] if about_dimensie else [plain(item.label)]
    return [*own, *([plain(item.heading)] if about_dimensie else []), *words.get(stem, ())]


def _toggle(chosen: bool, title: str, choice: str) -> Button:
    return Button(f"✓ {title}" if chosen else title, "antwoord", {"keuze": choice})


def _button(turn: Turn, key: str, choice: str) -> Button:
    return Button(turn.wording(key), "antwoord", {"keuze": choice})


def _no(turn: Turn, key: str = "knop.delen.niet") -> Button:
    return Button(turn.wording(key), "ontkennen")


def _short(text: str, most: int = 70) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
