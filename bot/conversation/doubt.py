"""Two meanings close together: then the bot asks which one, with a button for each, instead of guessing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.conversation import choices
from bot.conversation.knowledge import Option
from bot.conversation.meaning import Guess, resolve
from bot.conversation.state import Gesprek
from bot.conversation.turn import Button, Turn

ENTITY = "tussen"  # the two meanings, as entities of what was not understood
_CLOSE = 0.2  # between confidences: of such pairs of orders the first is right in about six of ten


def between(
    g: Gesprek, text: str, ranking: Sequence[Guess], options: Mapping[str, tuple[Option, ...]]
) -> tuple[str, str] | None:
    """Return the two orders that `text` may mean at the open question of `g`, or None where it is clear enough.

    Only what has a button of its own can be asked; words that are an answer, whichever of the two was meant, are none.

    Args:
        ranking: what the classifier made of it, likeliest first.
    """
    if len(ranking) < 2 or ranking[0].confidence - ranking[1].confidence >= _CLOSE:
        return None
    first, second = ranking[0], Guess(ranking[1].intent, ranking[0].confidence)
    meant = resolve(g, text, first, options), resolve(g, text, second, options)
    askable = {option.id for option in options["opdrachten"]}
    return meant if meant[0] != meant[1] and askable.issuperset(meant) else None


def buttons(turn: Turn) -> tuple[Button, ...]:
    """Return a button for each meaning, and "this was my answer" where it can be one; nothing without a doubt."""
    titles = {option.id: option.title for option in turn.knowledge.options["opdrachten"]}
    meant = [intent for intent in turn.entities.get(ENTITY, ()) if intent in titles]
    return tuple(Button(titles[intent], intent) for intent in meant) + (choices.own_answer(turn) if meant else ())
