"""The consent under way: what was chosen so far, in keys, and which step comes next.

It is kept in the state as a plain dictionary: `coach` (id), `parts` (keys; `klaar` once that choice is made),
`naam_soort` and `naam`, `termijn`, what of others is covered (`masks`, words by what they are) or left (`laten`), and
of the preview its `token` and its last day in words, `tot`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import parts, periods
from bot.conversation.knowledge import Other
from bot.conversation.letter import Letter
from bot.conversation.questions import AKKOORD, ANDEREN, COACH, CONSENT, NAAM, ONDERDELEN, TERMIJN
from bot.conversation.sharing import Coach, Consent, Shared
from bot.conversation.turn import Turn

OWN, NICKNAME, NO_NAME = "eigen", "bijnaam", "geen"
_SENTENCES = ("brief.", "delen.", "vraag.delen", "onderdeel.")  # the consent is asked in these


@dataclass(frozen=True, repr=False)
class Proposal:
    """What is put before the person to agree to: the letter, and with whom, which parts and until when."""

    letter: Letter
    consent: Consent
    coach: Coach


def coach_of(turn: Turn) -> Coach | None:
    """Return the coach that was chosen; None when none was, or who was is no longer there."""
    chosen = turn.gesprek.delen.get("coach")
    return next((coach for coach in turn.sharing.coaches() if coach.id == chosen), None)


def sent(turn: Turn) -> Shared | None:
    """Return what a yes to the last preview stored, which the person never heard: the answer to it got lost."""
    token = turn.gesprek.delen.get("token")
    return turn.sharing.sent(turn.gesprek.geheim, token) if token else None


def written_back(turn: Turn) -> bool:
    """Tell whether the answer to a coach under way was sent before, and the answer to that got lost."""
    draft = turn.gesprek.delen
    if "tekst" not in draft:
        return False
    shared = turn.sharing.shared(turn.gesprek.geheim)
    return any(one.id == draft["antwoord"] and one.was_written_back(draft["tekst"]) for one in shared)


def chosen_parts(turn: Turn) -> list[str]:
    """Return the keys of the parts that were chosen and are still there."""
    chosen = turn.gesprek.delen.get("parts", [])
    return [item.key for item in parts.offered(turn) if item.key in chosen]


def undecided(turn: Turn) -> list[Other]:
    """Return the others in what was chosen about whom nothing was decided yet."""
    draft = turn.gesprek.delen
    known = {*draft.get("masks", {}), *draft.get("laten", [])}
    return [other for other in parts.others(turn, chosen_parts(turn)) if other.words not in known]


def next_step(turn: Turn) -> str:
    """Return the key of the first step that is not settled."""
    return next((key for key in CONSENT if not _settled(turn, key)), AKKOORD)


def step_before(turn: Turn, key: str) -> str | None:
    """Return the step before this one; None before the first. Where nobody else is named, that step is passed over."""
    before = CONSENT[: CONSENT.index(key)]
    asked = [one for one in before if one != ANDEREN or parts.others(turn, chosen_parts(turn))]
    return asked[-1] if asked else None


def propose(turn: Turn, coach: Coach) -> Proposal:
    """Put together exactly what would be shared now."""
    draft = turn.gesprek.delen
    chosen = parts.without_empty_drawing(turn.gesprek, chosen_parts(turn))
    until = periods.last_day(turn.sharing.today(), draft["termijn"])
    name = draft.get("naam", "")
    letter = parts.compose(turn, chosen, draft.get("masks", {}), coach.name, name, periods.written(until))
    version = turn.knowledge.texts.version(*_SENTENCES)
    return Proposal(letter, Consent(coach.id, tuple(chosen), draft["naam_soort"], until, version), coach)


def _settled(turn: Turn, key: str) -> bool:
    draft: Mapping[str, Any] = turn.gesprek.delen
    if key == COACH:
        return "coach" in draft
    if key == ONDERDELEN:
        return bool(draft.get("klaar"))
    if key == ANDEREN:
        return not undecided(turn)
    if key == NAAM:
        return draft.get("naam_soort") == NO_NAME or bool(draft.get("naam"))
    return key == TERMIJN and "termijn" in draft
