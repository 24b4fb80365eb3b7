"""Changing what was said before: by dimension, by line of the summary, or by saying which."""

from __future__ import annotations

import re

from bot.conversation import flow, summary
from bot.conversation.dimensions import NAMEN, find_dimensie, find_dimensies, plain
from bot.conversation.numbers import Score, format_score, parse_score
from bot.conversation.questions import question
from bot.conversation.turn import Turn

_LINE = re.compile(r"(?:^|\b(?:regel|nummer|nr|punt)\s*)(\d{1,2})\b")
_DROP = re.compile(r"\b(?:weg|weglaten|weghalen|schrap\w*|verwijder\w*|laat\s+\w+\s+weg|eruit|wis)\b")
_IN_PASSING = re.compile(r"\biets anders\b")  # names no line: "ik wil bij nodig iets anders"
_MOST_WORDS_TO_DROP = 6  # longer words may hold "weg" as the new wording
_NAMED: dict[str, tuple[str, ...]] = {
    "goed": ("goed gaat", "goede"),
    "anders": ("anders", "wens"),
    "score": ("cijfer", "score", "punt", "getal"),
    "praten": ("praten", "teken", "tekentje", "vinkje", "markering", "sterretje"),
    "nu": ("hoe het nu",),
    "belangrijk": ("belangrijk",),
    "willen": ("wat ik wil", "mijn wil", "wens"),
    "blij": ("blij",),
    "kunnen": ("zelf kan", "wat ik kan"),
    "nodig": ("nodig",),
    "nodig_van": ("van wie",),
    "doen": ("stap", "ga doen", "actie", "voornemen"),
    "wanneer": ("wanneer", "moment", "tijdstip"),
    "wie": ("met wie", "wie"),
    "wat_inzetten": ("gewoonte", "routine"),
    "focus": ("onderwerp", "focus"),
    "reflectie": ("reflectie",),
}


def change(turn: Turn) -> None:
    """Change an earlier answer or score: at once where it is clear which and into what, else by asking."""
    pressed, rewritten = turn.entity("regel"), turn.entity("tekst")
    if pressed is not None and rewritten is not None:
        _rewrite(turn, pressed, rewritten)
        return
    key = pressed or _named_key(turn)
    if pressed is None and (pick_line(turn) or _change_score(turn, key)):
        return
    dimensie = find_dimensie(turn.text) if parse_score(turn.text) is None else None
    if key in summary.keys(turn.gesprek):
        flow.ask_once_more(turn, key)
    elif dimensie and dimensie not in turn.gesprek.scores and not turn.gesprek.handled(f"goed.{dimensie}"):
        flow.visit(turn, dimensie)
    else:
        offer_lines(turn)


def offer_lines(turn: Turn) -> None:
    """Ask which line to change."""
    g = turn.gesprek
    if summary.keys(g):
        g.put_between("wijzig")
        flow.ask(turn)
    else:
        turn.begin("wijzig.niets")
        flow.back_to_question(turn)


def pick_line(turn: Turn) -> bool:
    """Take "regel 3" or "3" as a line of the summary, and ask what to do with it; False when there is no such line."""
    text = plain(turn.text)
    number = _LINE.search(text)
    keys = summary.keys(turn.gesprek)
    in_summary = turn.gesprek.open.stem in ("samenvatting", "wijzig") or "regel" in text.split()
    if not number or not in_summary or not 1 <= int(number.group(1)) <= len(keys):
        return False
    _take_line(turn, keys[int(number.group(1)) - 1])
    return True


def choose_line(turn: Turn) -> bool:
    """Take what was said as the line to change, by its number or its name; False when it names none."""
    if pick_line(turn):
        return True
    key = _named_key(turn)
    if key is None:
        return False
    _take_line(turn, key)
    return True


def drop_named(turn: Turn) -> bool:
    """Leave out the line that was named with "weg" or the like ("cijfer weghalen"); False when none was."""
    return bool(_DROP.search(plain(turn.text))) and choose_line(turn)


def treat_line(turn: Turn, chosen: str | None) -> bool:
    """Do with a line what was chosen; False when nothing was."""
    g = turn.gesprek
    key = g.about or g.asked
    if chosen == "weglaten":
        _drop(turn, key)
    elif chosen == "anders":
        g.go_to(key)
        flow.ask(turn)
    elif chosen == "laten":
        turn.begin("niet_gedaan")
        flow.back_to_question(turn)
    return chosen is not None


def _rewrite(turn: Turn, key: str, text: str) -> None:
    """Put new words in the place of a line of the summary; without words the line is left out."""
    if key not in summary.keys(turn.gesprek):
        offer_lines(turn)
    elif not text:
        turn.gesprek.drop(key)
        turn.begin("regel.weg")
        flow.carry_on(turn, key)
    elif question(key).stem == "score":
        _rescore(turn, key, text)
    else:
        turn.gesprek.record(key, text)
        if key == "focus":
            turn.gesprek.focus = find_dimensie(text)
        turn.begin("wijzig.regel")
        flow.carry_on(turn, key)


def _take_line(turn: Turn, key: str) -> None:
    text = plain(turn.text)
    if _DROP.search(text) and len(text.split()) <= _MOST_WORDS_TO_DROP:
        _drop(turn, key)
        return
    turn.gesprek.put_between("regel", about=key)
    flow.ask(turn)


def _drop(turn: Turn, key: str) -> None:
    turn.gesprek.drop(key)
    turn.begin("regel.weg")
    flow.advance(turn)


def _change_score(turn: Turn, key: str | None) -> bool:
    """Change a score said in one sentence ("maak van meedoen een 8"); False when it isn't that."""
    given = parse_score(turn.entity("score") or turn.text)
    dimensie = _scored(turn, key)
    if given is None or dimensie is None:
        return False
    _rescore(turn, f"score.{dimensie}", turn.text, given)
    return True


def _rescore(turn: Turn, key: str, text: str, given: Score | None = None) -> None:
    """Take another score for a dimension, or ask for it where the words name none."""
    g, dimensie = turn.gesprek, str(question(key).dimensie)
    given = given or parse_score(text)
    if given is None or given.value is None:
        g.go_to(key)
        turn.say("score.buiten_schaal" if given and given.out_of_range else "wijzig.welk_cijfer")
        flow.ask(turn)
        return
    g.scores[dimensie] = given.value
    g.record(key, text)
    turn.begin("wijzig.score", dimensie=NAMEN[dimensie], score=format_score(given.value))
    flow.carry_on(turn, key)


def _scored(turn: Turn, key: str | None) -> str | None:
    """Return the dimension a new score is for: the one named, or the one scored last when no other answer is meant."""
    g = turn.gesprek
    named = [turn.entity("dimensie") or "", *find_dimensies(turn.text)]
    if any(named):
        return next((d for d in named if d in g.dimensies), None)
    about_score = key is None or question(key).stem == "score"
    return next(reversed(list(g.scores)), None) if about_score else None


def _named_key(turn: Turn) -> str | None:
    """Return the key of the answer the person names, by dimension and kind of question."""
    text = _IN_PASSING.sub(" ", plain(turn.text))
    keys = summary.keys(turn.gesprek)
    named = turn.entity("dimensie")
    dimensies = [named] if named else find_dimensies(turn.text)
    hits = {stem: [len(name) for name in names if f" {name} " in f" {text} "] for stem, names in _NAMED.items()}
    stems = {stem: max(lengths) for stem, lengths in hits.items() if lengths}
    about = [k for k in keys if question(k).dimensie in dimensies] if dimensies else keys
    fitting = [k for k in about if question(k).stem in stems and not question(k).deepening]
    if fitting:
        return max(reversed(fitting), key=lambda k: stems[question(k).stem])
    return about[0] if dimensies and len(about) == 1 else None
