"""What somebody answers at a step of the consent, by a button or in their own words, put into the draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from bot.conversation import choices, consent_questions, draft, parts, selection
from bot.conversation.consent_questions import ALL, HEADING, NONE, ON, ONE, PROPOSED, TOGGLE
from bot.conversation.dimensions import plain
from bot.conversation.draft import NICKNAME, NO_NAME
from bot.conversation.knowledge import Option
from bot.conversation.questions import ANDEREN, COACH, NAAM, ONDERDELEN, TERMIJN, TERUGSCHRIJVEN
from bot.conversation.sharing import MOST_MESSAGE, Coach
from bot.conversation.turn import Turn

_MOST_NAME, _MOST_NAME_WORDS = 60, 5  # characters, words
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:mijn (?:eigen )?naam(?: is)?|ik heet|ik ben|noem me(?: maar)?|doe maar|gewoon|als)[\s:,]+)+", re.IGNORECASE
)
_NO_NAME = re.compile(r"(?:\w+ )?(?:zonder naam|geen naam|anoniem\w*|naamloos|geen|liever (?:niet|geen))(?: \w+){0,2}")


class Taken(Enum):
    """What came of an answer."""

    SETTLED = "this step is done"
    AGAIN = "something changed, and the step is asked again"
    UNCLEAR = "it can't be told what was meant"
    DECLINED = "nothing at all is to be shared"


def take(turn: Turn, key: str) -> Taken:
    """Take the answer to the step with this key."""
    taking = {
        COACH: _take_coach,
        ONDERDELEN: _take_items,
        ANDEREN: _take_others,
        NAAM: _take_name,
        TERMIJN: _take_period,
        TERUGSCHRIJVEN: _take_message,
    }
    return taking[key](turn, turn.entity("keuze") or "") if key in taking else Taken.UNCLEAR


def agree(turn: Turn, key: str) -> Taken:
    """Take a yes where no yes was asked for: it takes what was put forward, if that is one thing."""
    if key == COACH and len(coaches := turn.sharing.coaches()) == 1:
        return choose_coach(turn, coaches[0])
    if key == ONDERDELEN and draft.chosen_parts(turn):
        return _take_items(turn, ON)
    if key == ANDEREN:
        return _take_others(turn, ALL)
    return _take_message(turn, "") if key == TERUGSCHRIJVEN else Taken.UNCLEAR


def choose_coach(turn: Turn, coach: Coach) -> Taken:
    """Take a coach, and say who that is."""
    turn.gesprek.delen |= {"coach": coach.id, "naam_coach": coach.name}
    turn.say("delen.coach_gekozen", coach=coach.name, rol=coach.role)
    return Taken.SETTLED


def named(turn: Turn, coaches: Sequence[Coach]) -> Coach | None:
    """Return the one coach whose name, or a part of it, is in what was said; None for none, or more than one."""
    said = f" {plain(' '.join([turn.text, turn.entity('coach') or '']))} "
    whole = [coach for coach in coaches if f" {plain(coach.name)} " in said]
    partly = [coach for coach in coaches if any(f" {plain(word)} " in said for word in _own_words(coach))]
    found = whole or partly
    return found[0] if len(found) == 1 else None


def _own_words(coach: Coach) -> list[str]:
    return [word for word in coach.name.split() if word[0].isupper() and len(word) > 1]


def _take_coach(turn: Turn, pressed: str) -> Taken:
    coaches = turn.sharing.coaches()
    typed = choices.match(turn.text, [Option(coach.id, coach.name) for coach in coaches])
    chosen = pressed.removeprefix(f"{ONE}:") if pressed else typed.id if typed else None
    coach = next((one for one in coaches if one.id == chosen), None) or named(turn, coaches)
    return choose_coach(turn, coach) if coach else Taken.UNCLEAR


def _take_items(turn: Turn, pressed: str) -> Taken:
    g, items = turn.gesprek, parts.offered(turn)
    keys, chosen = [item.key for item in items], set(draft.chosen_parts(turn))
    verb, _, what = pressed.partition(":")
    if verb in (TOGGLE, HEADING):
        meant = {item.key for item in items if what == (item.key if verb == TOGGLE else item.heading)}
        chosen = chosen - meant if meant <= chosen else chosen | meant
        g.delen |= {"parts": [key for key in keys if key in chosen], "klaar": False}
        return Taken.AGAIN
    picked: Sequence[str]
    if pressed:
        picked = {ALL: keys, PROPOSED: parts.proposal(g, items), ON: [key for key in keys if key in chosen]}[verb]
    else:
        numbers = selection.read(turn.text, consent_questions.item_choices(turn))
        if numbers is None:
            return Taken.UNCLEAR
        picked = [keys[number - 1] for number in sorted(numbers)]
    if not picked:
        return Taken.DECLINED
    if not parts.without_empty_drawing(g, picked):
        turn.begin("delen.tekening_alleen")
        return Taken.AGAIN
    g.delen |= {"parts": list(picked), "klaar": True}
    return Taken.SETTLED


def _take_others(turn: Turn, pressed: str) -> Taken:
    found = dict(enumerate(parts.others(turn, draft.chosen_parts(turn)), start=1))
    titles = {ALL: "knop.delen.afdekken", NONE: "knop.delen.niets_afdekken"}
    typed = next((choice for choice, title in titles.items() if plain(turn.wording(title)) == plain(turn.text)), "")
    numbers = {ALL: frozenset(found), NONE: frozenset[int]()}.get(pressed or typed)
    if numbers is None:
        numbers = selection.read(turn.text, consent_questions.other_choices(turn))
    if numbers is None:
        return Taken.UNCLEAR
    turn.gesprek.delen |= {
        "masks": {other.words: other.kind for number, other in found.items() if number in numbers},
        "laten": [other.words for number, other in found.items() if number not in numbers],
    }
    return Taken.SETTLED


def _take_name(turn: Turn, pressed: str) -> Taken:
    chosen, typed = turn.gesprek.delen, turn.entity("tekst") or turn.text
    words = plain(typed)
    titled = (option.id for option in turn.knowledge.options[NAAM] if words in option.names)
    said = pressed or next(titled, "")
    if said == NO_NAME or (not said and _NO_NAME.fullmatch(words)):
        chosen |= {"naam_soort": NO_NAME, "naam": ""}
        return Taken.SETTLED
    if said:
        chosen |= {"naam_soort": said, "naam": ""}
        return Taken.AGAIN
    name = " ".join(_BEFORE_A_NAME.sub("", typed).split())
    if not plain(name) or len(name) > _MOST_NAME or len(name.split()) > _MOST_NAME_WORDS:
        return Taken.UNCLEAR
    chosen |= {"naam_soort": chosen.get("naam_soort") or NICKNAME, "naam": name}
    return Taken.SETTLED


def _take_period(turn: Turn, pressed: str) -> Taken:
    options = turn.knowledge.options[TERMIJN]
    typed = choices.match(turn.text, options)
    said = pressed or (typed.id if typed else "")
    if said not in [option.id for option in options]:
        return Taken.UNCLEAR
    turn.gesprek.delen["termijn"] = said
    return Taken.SETTLED


def _take_message(turn: Turn, pressed: str) -> Taken:
    text = (turn.entity("tekst") or turn.text).strip()
    if not plain(text):
        return Taken.UNCLEAR
    if len(text) > MOST_MESSAGE:
        turn.begin("delen.antwoord.te_lang")
        return Taken.AGAIN
    turn.gesprek.delen["tekst"] = text
    return Taken.SETTLED
