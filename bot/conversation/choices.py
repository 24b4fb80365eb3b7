"""Answers that can be chosen: the buttons under a question, and what people type instead of pressing them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from bot.conversation.dimensions import DIMENSIES, NAMEN, plain
from bot.conversation.knowledge import Option
from bot.conversation.numbers import format_score
from bot.conversation.questions import Kind
from bot.conversation.turn import Button, Turn

NONE_OF_THESE = "geen"
_ORDINALS = {
    name: at
    for at, names in enumerate(
        (("1", "eerste"), ("2", "tweede"), ("3", "derde"), ("4", "vierde"), ("5", "vijfde"), ("6", "zesde"))
    )
    for name in names
}
_SPELLING_CUTOFF = 0.85
MAX_WORDS = 12  # what is longer is a story, not a choice
_FEWEST_TO_ANSWER = 3  # words: a single "privacy" is no answer
_MOST_WORDS = {"route": 25, "dimensie": 25}  # but who begins may well tell why


def match(text: str, options: Sequence[Option], most_words: int = MAX_WORDS) -> Option | None:
    """Return the one option that `text` means, or None when it means none of them or could mean several.

    A title or a word of the option counts where it stands in the text as a whole; "de tweede" and "2" count too.
    """
    words = plain(text)
    if not words or len(words.split()) > most_words:
        return None
    ordinal = re.fullmatch(
        r"(?:(?:de|die|het|nummer|optie|keuze|doe|maar|ja|dan)\s)*(\w+)(?:\s(?:dan|maar|graag|optie|keuze))*", words
    )
    if ordinal and ordinal.group(1) in _ORDINALS:
        at = _ORDINALS[ordinal.group(1)]
        return options[at] if at < len(options) else None
    found = _named(f" {words} ", options)
    if not found:
        found = [o for o in options if difflib.get_close_matches(words, o.names, 1, _SPELLING_CUTOFF)]
    return found[0] if len(found) == 1 else None


def exactly(text: str, options: Sequence[Option]) -> Option | None:
    """Return the option whose title or word `text` is, and nothing besides."""
    words = plain(text)
    return next((o for o in options if words and words in o.names), None)


def says(turn: Turn, name: str) -> str | None:
    """Return the id of the option of `content/keuzes.yml` that the person typed, or None."""
    found = match(turn.text, turn.knowledge.options[name], _MOST_WORDS.get(name, MAX_WORDS))
    return found.id if found else None


def buttons(turn: Turn) -> tuple[Button, ...]:
    """Return the buttons that belong under the open question."""
    g, q = turn.gesprek, turn.gesprek.open
    if q.kind is Kind.TEXT:
        return _keep(turn) if g.handled(q.key) else commands(turn, "overslaan")
    if q.kind is Kind.SCORE:
        return score_buttons(turn, range(11))
    if q.kind is Kind.CONFIRM:
        yes, no = turn.knowledge.options.get(q.stem) or turn.knowledge.options["ja_nee"]
        return Button(yes.title, "bevestigen"), Button(no.title, "ontkennen")
    if q.stem == "dimensie":
        return dimensie_buttons(DIMENSIES)
    if q.stem == "focus":
        return dimensie_buttons(g.marks or DIMENSIES) + commands(turn, "overslaan")
    if q.stem in ("nodig_van", "drempel"):
        return _options(turn, q.stem) + commands(turn, "overslaan")
    return _options(turn, q.stem)


def score_buttons(turn: Turn, values: Iterable[float]) -> tuple[Button, ...]:
    """Return a button for each score, then "weet niet" and "overslaan"."""
    numbers = tuple(Button(format_score(v), "geef_score", {"score": f"{v:g}"}) for v in values)
    return numbers + commands(turn, "weet_niet", "overslaan")


def dimensie_buttons(dimensies: Iterable[str]) -> tuple[Button, ...]:
    """Return a button for each of these dimensions."""
    return tuple(Button(NAMEN[d], "kies_dimensie", {"dimensie": d}) for d in dimensies)


def closing(turn: Turn) -> tuple[Button, ...]:
    """Return what is still possible when everything has been asked."""
    return commands(turn, "toon_samenvatting", "toon_spinnenweb", "opnieuw")


def commands(turn: Turn, *intents: str) -> tuple[Button, ...]:
    """Return a button for each of these commands."""
    return tuple(Button(turn.wording(f"knop.{intent}"), intent) for intent in intents)


def own_answer(turn: Turn, line: str | None = None, fewest: int = _FEWEST_TO_ANSWER) -> tuple[Button, ...]:
    """Return the button "this was my answer", for words that were taken for something else; none where it can't be.

    `line` is the key of the line of the summary that the words were meant for, `fewest` how many words make an answer.
    """
    if line is not None:
        return (Button(turn.wording("knop.mijn_antwoord"), "wijzig_antwoord", {"regel": line, "tekst": turn.text}),)
    if turn.gesprek.resting or turn.gesprek.open.kind is not Kind.TEXT or len(turn.text.split()) < fewest:
        return ()
    return (Button(turn.wording("knop.mijn_antwoord"), "antwoord", {"tekst": turn.text}),)


def listing(items: Sequence[str], last: str = "en") -> str:
    """Write items as a Dutch enumeration: "a, b en c"."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _named(words: str, options: Sequence[Option]) -> list[Option]:
    """Return the options named in `words`; a name within a longer one ("klopt" in "klopt niet") is not named itself."""
    spans = {
        (m.start(), m.end(), at)
        for at, option in enumerate(options)
        for name in option.names
        for m in re.finditer(rf"(?<= ){re.escape(name)}(?= )", words)
        if name
    }
    whole = {(a, z, at) for a, z, at in spans if not any(b <= a and z <= y and z - a < y - b for b, y, _ in spans)}
    return [options[at] for at in sorted({at for _, _, at in whole})]


def _options(turn: Turn, name: str) -> tuple[Button, ...]:
    return tuple(Button(o.title, "antwoord", {"keuze": o.id}) for o in turn.knowledge.options.get(name, ()))


def _keep(turn: Turn) -> tuple[Button, ...]:
    return (Button(turn.wording("knop.zo_laten"), "overslaan"),)
