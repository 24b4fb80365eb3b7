"""No log line has the token, a chat id or a word of anybody, whatever the libraries underneath would write."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import Facts
from tests.telegram.conftest import Start
from tests.telegram.emulator import TOKEN, Emulator, Fault
from tests.telegram.person import Person

WORD = "vlierbloesemtuin"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that is logged, also what the settings silence, as the handler of the server writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Facts())
    levels = {name: logging.getLogger(name).level for name in ("", "httpx", "httpcore", "telegram", "redis", "bot")}
    for name in levels:
        logging.getLogger(name).setLevel(logging.DEBUG)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


async def test_even_what_the_libraries_would_write_tells_nothing(
    start: Start, emulator: Emulator, written: io.StringIO
) -> None:
    person = Person(emulator, name=WORD.upper())
    async with start():
        for text in ("/start", "kort", "meedoen"):
            await person.say(text)
        emulator.faults["sendMessage"] += [Fault(500), Fault(429, retry_after=1), Fault(400)]
        await person.say(f"ik lach veel met {WORD}")
        await person.say("a" * 4050 + WORD)
        await person.send_file(WORD, WORD.encode())
        await emulator.dealt_with(await emulator.put({"message": {"text": WORD, "message_id": "x"}}))
        await person.press("Overslaan")
        await person.block()
        emulator.violations.clear()
    lines = written.getvalue()
    assert '"logger": "httpx"' in lines
    assert '"logger": "telegram' in lines
    for secret in (TOKEN, TOKEN.partition(":")[2], WORD, WORD.upper(), str(person.id)):
        assert secret not in lines


async def test_as_the_server_is_set_the_libraries_are_silent(start: Start, emulator: Emulator) -> None:
    for name in ("httpx", "httpcore", "telegram", "telegram.Bot", "redis"):
        assert not logging.getLogger(name).isEnabledFor(logging.WARNING), name


async def test_a_token_telegram_does_not_know_is_not_repeated(
    start: Start, emulator: Emulator, written: io.StringIO
) -> None:
    emulator.faults["getMe"] += [Fault(401)]
    async with start():
        await emulator.until(lambda: emulator.polls > 0)
    assert "InvalidToken" in written.getvalue()
    assert TOKEN not in written.getvalue()
