"""The conversation in a terminal: bubbles, lettered buttons, the text alternative instead of the drawing."""

from __future__ import annotations

import shutil
import string
import textwrap
from collections.abc import Callable
from typing import TextIO

from bot.conversation.questions import Kind
from bot.engine.engine import Answer, Engine, Said

Say = Callable[[str], None]
_LETTERS = string.ascii_lowercase


async def talk(engine: Engine, lines: TextIO, say: Say) -> None:
    """Talk until the input ends. A button is chosen by its letter; everything else is what the person says."""
    answer = await engine.start()
    _show(answer, say)
    for line in iter(lambda: _ask(lines), ""):
        text = line.strip()
        if not text:
            continue
        choices = _lettered(answer)
        try:
            answer = await (
                engine.choose(answer.state, choices[text]) if text in choices else engine.say(answer.state, text)
            )
        except Exception as error:  # the conversation stays as it was, as it would on the page
            say(f"\n  Het lukt even niet ({type(error).__name__}). Probeer het nog eens.\n")
            continue
        _show(answer, say)


def _ask(lines: TextIO) -> str:
    if lines.isatty():
        print("> ", end="", flush=True)  # noqa: T201 - a prompt, and only where somebody sits
    return lines.readline()


def _show(answer: Answer, say: Say) -> None:
    say("")
    for said in answer.messages:
        _bubble(said, say)
    if answer.kind is Kind.SCORE:
        say("    (typ een cijfer van 0 tot 10, ‘weet ik niet’ of ‘overslaan’)")
    else:
        titles = {choice: title for said in answer.messages for title, choice in said.buttons}
        for letter, choice in _lettered(answer).items():
            say(f"    {letter}) {titles[choice]}")
    say("")


def _bubble(said: Said, say: Say) -> None:
    width = min(shutil.get_terminal_size((80, 24)).columns, 90) - 4
    for line in said.text.splitlines():
        for row in textwrap.wrap(line, width) or [""]:
            say(f"  {row}")
    if said.image:
        say(textwrap.indent(textwrap.fill(f"[Tekening] {said.image[1]}", width), "  "))


def _lettered(answer: Answer) -> dict[str, str]:
    """Return the choices by letter; a score is typed as a number."""
    if answer.kind is Kind.SCORE:
        return {}
    choices = [choice for said in answer.messages for _, choice in said.buttons]
    return dict(zip(_LETTERS, choices))
