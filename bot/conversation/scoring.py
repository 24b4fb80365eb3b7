"""Taking in a score: given, doubted between several, told along with something else, or not known."""

from __future__ import annotations

import re

from bot.conversation import choices, flow
from bot.conversation.dimensions import plain
from bot.conversation.numbers import Score, format_score, parse_score
from bot.conversation.questions import Question
from bot.conversation.short_answers import beside_a_score
from bot.conversation.turn import Turn

_DOES_NOT_KNOW = re.compile(
    r"\b(?:weet|weten|wete|kweenie|idee|zeggen|lastig|moeilijk|twijfel|pas|snap|snappen|niks aan|geen cijfer\w*|"
    r"gaat niet|kan (?:ik )?(?:het |dat )?niet)\b|^\W*\?*\W*$"
)


def take(turn: Turn, q: Question, dimensie: str) -> None:
    """Take a score; what could be several, or none, is asked after."""
    g = turn.gesprek
    given = parse_score(turn.entity("score") or turn.text)
    if given is None:
        flow.not_understood(turn)
    elif given.value is None:
        _ask_which(turn, given)
    else:
        g.scores[dimensie] = given.value
        before = g.answers.get(q.key, "") if g.misses else ""
        told = before and parse_score(before) is None  # words that came before the number
        both = f"{before}. {turn.text}" if beside_a_score(turn.text) else before
        g.record(q.key, both if told else turn.text)
        turn.begin("erken.score", score=format_score(given.value))
        flow.advance(turn)


def take_beside(turn: Turn, dimensie: str, text: str) -> bool:
    """Take a score told at another question: before its own, or when that was left open. False when there is none."""
    g, given = turn.gesprek, parse_score(text)
    if given is None or given.value is None or g.scores.get(dimensie) is not None:
        return False
    g.scores[dimensie] = given.value
    g.record(f"score.{dimensie}", format_score(given.value))
    turn.begin("erken.score", score=format_score(given.value))
    return True


def take_unknown(turn: Turn, q: Question, dimensie: str) -> None:
    """Leave a score open for who has none; a judgement without a number is met with the scale, once."""
    g = turn.gesprek
    if not turn.text or g.misses or _DOES_NOT_KNOW.search(plain(turn.text)):
        g.scores[dimensie] = None
        g.record(q.key, turn.text)
        turn.begin("erken.weet_niet")
        flow.advance(turn)
        return
    g.misses += 1
    if "?" not in turn.text:
        g.record(q.key, turn.text)
    turn.say("score.schaal", buttons=choices.buttons(turn))


def _ask_which(turn: Turn, given: Score) -> None:
    if given.out_of_range:
        turn.say("score.buiten_schaal", buttons=choices.buttons(turn))
    else:
        options = choices.listing([format_score(v) for v in given.choices], "of")
        turn.say("score.welke", buttons=choices.score_buttons(turn, given.choices), scores=options)
