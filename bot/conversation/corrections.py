"""Changing what was said before: by dimension, by line of the summary, or by saying which."""

from __future__ import annotations

import re

from bot.conversation import choices, flow, summary
from bot.conversation.dimensions import NAMEN, find_dimensies, plain
from bot.conversation.numbers import format_score, parse_score
from bot.conversation.questions import WHEEL, question
from bot.conversation.turn import Button, Turn

_LINE = re.compile(r"(?:^|\b(?:regel|nummer|nr|punt)\s*)(\d{1,2})\b")
_DROP = re.compile(r"\b(?:weg|weglaten|weghalen|schrap\w*|verwijder\w*|laat\s+\w+\s+weg|eruit|wis)\b")
_MOST_BUTTONS = 8
_NAMED: dict[str, tuple[str, ...]] = {
    "goed": ("goed gaat", "goede"), "anders": ("anders", "wens"), "score": ("cijfer", "score", "punt", "getal"),
    "praten": ("praten",), "nu": ("hoe het nu",), "belangrijk": ("belangrijk",), "willen": ("wat ik wil", "mijn wil", "wens"),
    "blij": ("blij",), "kunnen": ("zelf kan", "wat ik kan"), "nodig": ("nodig",), "nodig_van": ("van wie",),
    "doen": ("stap", "ga doen", "actie", "voornemen"), "wanneer": ("wanneer", "moment", "tijdstip"), "wie": ("met wie", "wie"),
    "wat_inzetten": ("gewoonte", "routine"), "focus": ("onderwerp", "focus"), "reflectie": ("reflectie",),
}  # fmt: skip


def change(turn: Turn) -> None:
    """Change an earlier answer or score: at once where it is clear which and into what, else by asking."""
    g = turn.gesprek
    key = turn.entity("regel") or _named_key(turn)
    if turn.entity("regel") is None and (pick_line(turn) or _change_score(turn)):
        return
    if key is None or not summary.has(turn, key):
        offer_lines(turn)
        return
    g.asked, g.between, g.about, g.resting = key, None, None, None
    turn.say("wijzig.was", regel=summary.line_text(turn, key))
    flow.ask(turn)


def offer_lines(turn: Turn, *, only_plan: bool = False) -> None:
    """Ask which line to change: buttons for the last ones, and every line by its number."""
    g = turn.gesprek
    lines = [line for line in summary.lines(turn) if not only_plan or question(line.key).stem in WHEEL]
    if not lines:
        turn.begin("wijzig.niets")
        flow.back_to_question(turn)
        return
    g.between, g.about = "wijzig", None
    turn.say("vraag.wijzig", buttons=_line_buttons(turn, [line.key for line in lines]))


def pick_line(turn: Turn) -> bool:
    """Take "regel 3" or "3" as a line of the summary, and ask what to do with it; False when there is no such line."""
    number = _LINE.search(plain(turn.text))
    lines = summary.lines(turn)
    in_summary = turn.gesprek.open.stem in ("samenvatting", "wijzig") or "regel" in plain(turn.text)
    if not number or not in_summary or not 1 <= int(number.group(1)) <= len(lines):
        return False
    _take_line(turn, lines[int(number.group(1)) - 1].key)
    return True


def choose(turn: Turn, chosen: str | None) -> None:
    """Go on from `wijzig` (which line) or `regel` (what to do with it)."""
    g = turn.gesprek
    if g.open.key == "wijzig":
        key = turn.entity("regel") or _named_key(turn)
        if pick_line(turn):
            return
        if key and summary.has(turn, key):
            _take_line(turn, key)
        else:
            turn.begin("niet_begrepen")
            offer_lines(turn)
        return
    key = g.about or ""
    if chosen == "weglaten":
        g.drop(key)
        turn.begin("regel.weg")
        flow.advance(turn)
    elif chosen == "anders":
        g.asked, g.between, g.about = key, None, None
        flow.ask(turn)
    else:
        turn.begin("niet_gedaan")
        flow.back_to_question(turn)


def _take_line(turn: Turn, key: str) -> None:
    g = turn.gesprek
    if _DROP.search(plain(turn.text)):
        g.drop(key)
        turn.begin("regel.weg")
        flow.advance(turn)
        return
    g.between, g.about = "regel", key
    flow.ask(turn)


def _change_score(turn: Turn) -> bool:
    """Change a score said in one sentence ("maak van meedoen een 8"); False when it isn't that."""
    g = turn.gesprek
    given = parse_score(turn.entity("score") or turn.text)
    named = [turn.entity("dimensie") or "", *find_dimensies(turn.text)]
    dimensie = next((d for d in named if d in g.dimensies), None) or next(reversed(list(g.scores)), None)
    if given is None or dimensie is None:
        return False
    if given.value is None:
        g.asked, g.between = f"score.{dimensie}", None
        turn.say("score.buiten_schaal" if given.out_of_range else "wijzig.welk_cijfer")
        flow.ask(turn)
        return True
    g.scores[dimensie] = given.value
    g.record(f"score.{dimensie}", turn.text)
    turn.begin("wijzig.score", dimensie=NAMEN[dimensie], score=format_score(given.value))
    flow.carry_on(turn, f"score.{dimensie}")
    return True


def _named_key(turn: Turn) -> str | None:
    """Return the key of the answer the person names, by dimension and kind of question."""
    text = plain(turn.text)
    keys = [line.key for line in summary.lines(turn)]
    named = turn.entity("dimensie")
    dimensies = [named] if named else find_dimensies(turn.text)
    stems = [stem for stem, names in _NAMED.items() if any(f" {name} " in f" {text} " for name in names)]
    about = [k for k in keys if question(k).dimensie in dimensies] if dimensies else keys
    fitting = [k for k in about if question(k).stem in stems and not question(k).deepening]
    if fitting:
        return fitting[-1]
    return about[0] if dimensies and len(about) == 1 else None


def _line_buttons(turn: Turn, keys: list[str]) -> tuple[Button, ...]:
    last = keys[-_MOST_BUTTONS:]
    titles = {key: _title(turn, key) for key in last}
    buttons = tuple(Button(title, "wijzig_antwoord", {"regel": key}) for key, title in titles.items())
    return (*buttons, Button(turn.wording("knop.niets_wijzigen"), "ontkennen"))


def _title(turn: Turn, key: str) -> str:
    q = question(key)
    label = turn.wording("label.verdieping" if q.deepening else f"label.{q.stem}")
    return f"{NAMEN[q.dimensie]}: {label.lower()}" if q.dimensie else label
