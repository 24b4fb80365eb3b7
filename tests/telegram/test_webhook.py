"""Telegram brings what came in to an address nobody can guess, and is believed by a word only it knows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from bench.servers import LOOPBACK, free_port
from bot.engine.engine import Engine
from bot.knowledge import knowledge
from bot.settings import SettingsError, load_settings
from bot.telegram import webhook
from bot.telegram.application import Telegram
from bot.web.app import create_app
from bot.web.chat import Chat
from bot.web.limits import Limits
from bot.web.request import BODY_MAX_BYTES
from tests.serving import SITE
from tests.telegram.conftest import SECRETS
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Person
from tests.telegram.walk import open_question
from tests.waiting import until

PUBLIC = "https://bot.voorbeeld.nl"


@asynccontextmanager
async def served(engine: Engine, vault: Any, emulator: Emulator, folder: Path, port: int) -> AsyncIterator[None]:
    """Serve the page and the bot, as `gesprek run` does."""
    settings = load_settings(
        data_dir=folder, telegram_token=TOKEN, telegram_api=emulator.url, telegram_webhook=PUBLIC, port=port
    )
    texts = knowledge().texts
    telegram = Telegram(settings, engine, knowledge(), vault, SECRETS)
    app = create_app(Chat(engine, vault, texts), engine, texts, Limits(0), SITE, telegram)
    server = uvicorn.Server(uvicorn.Config(app, host=LOOPBACK, port=port, log_config=None, ws="none"))
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    running = asyncio.create_task(server._serve())
    try:
        await until(lambda: server.started, "the server starts")  # Telegram may know of it before
        yield
    finally:
        server.should_exit = True
        await running


@pytest.fixture
async def port(engine: Engine, vault: Any, emulator: Emulator, tmp_path: Path) -> AsyncIterator[int]:
    """The port at which a bot with a webhook is served."""
    free = free_port()
    emulator.reaches[PUBLIC] = f"http://{LOOPBACK}:{free}"
    async with served(engine, vault, emulator, tmp_path, free):
        await emulator.until(lambda: bool(emulator.webhook))
        yield free


async def test_a_conversation_by_webhook(port: int, emulator: Emulator) -> None:
    person = Person(emulator)
    for text, question in (("/start", "route"), ("kort", "dimensie"), ("meedoen", "goed.meedoen")):
        assert open_question(await person.say(text)) == question
    assert open_question(await person.press("Overslaan")) == "score.meedoen"
    assert set(emulator.deliveries) == {200}
    assert emulator.polls == 0


async def test_the_address_and_the_word_can_not_be_guessed_and_tell_nothing_of_the_token(
    port: int, emulator: Emulator
) -> None:
    address, word = emulator.webhook["url"], emulator.webhook["secret_token"]
    assert address.startswith(f"{PUBLIC}/telegram/")
    assert len(address.removeprefix(f"{PUBLIC}/telegram/")) == len(word) == 64
    assert word not in address
    assert not any(part in address + word for part in TOKEN.split(":"))
    assert webhook.path(TOKEN) != webhook.path(TOKEN + "x")


@pytest.mark.parametrize(
    "headers", [{}, {webhook.HEADER: ""}, {webhook.HEADER: "é".encode()}, {webhook.HEADER: "x" * 64}]
)
async def test_nobody_else_is_believed(port: int, emulator: Emulator, headers: dict[str, Any]) -> None:
    person = Person(emulator)
    url = f"http://{LOOPBACK}:{port}{webhook.path(TOKEN)}"
    async with httpx.AsyncClient() as client:
        answer = await client.post(url, json={"update_id": 1, **person.typed("/start")}, headers=headers)
        elsewhere = await client.post(f"http://{LOOPBACK}:{port}/telegram/{'0' * 64}", json={})
        looked = await client.get(url)
    assert (answer.status_code, answer.json()) == (elsewhere.status_code, elsewhere.json())
    assert looked.status_code == 405
    assert person.chat.sent == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"update_id": "een"}', b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_refused(port: int, body: bytes) -> None:
    headers = {webhook.HEADER: webhook.secret(TOKEN), "Content-Type": "application/json"}
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"http://{LOOPBACK}:{port}{webhook.path(TOKEN)}", content=body, headers=headers)
    assert answer.status_code == 400


async def test_what_is_larger_than_any_update_is_refused(port: int) -> None:
    headers, url = {webhook.HEADER: webhook.secret(TOKEN)}, f"http://{LOOPBACK}:{port}{webhook.path(TOKEN)}"
    async with httpx.AsyncClient() as client:
        assert (await client.post(url, content=b" " * (BODY_MAX_BYTES + 1), headers=headers)).status_code == 413
        assert (await client.post(url, content=b" " * (BODY_MAX_BYTES + 1))).status_code == 404


async def test_the_largest_message_with_the_largest_before_it_fits(port: int, emulator: Emulator) -> None:
    person, most = Person(emulator), "🙂" * 2048  # written as \ud83d\ude42 in JSON: 12 bytes each
    await person.say("/start")
    bold = [{"type": "bold", "offset": at, "length": 2} for at in range(0, 200, 2)]
    before = emulator.message(person.chat, person.profile, text=most, entities=bold)
    assert await person.say(most, reply_to_message=dict(before), entities=bold)
    assert set(emulator.deliveries) == {200}


async def test_what_could_not_be_brought_is_brought_again(
    engine: Engine, vault: Any, emulator: Emulator, tmp_path: Path
) -> None:
    free, person = free_port(), Person(emulator)
    emulator.reaches[PUBLIC] = f"http://{LOOPBACK}:{free}"
    async with served(engine, vault, emulator, tmp_path, free):
        await person.say("/start")
    id = await emulator.put(person.typed("kort"))  # nobody is there
    async with served(engine, vault, emulator, tmp_path, free):
        await emulator.dealt_with(id)
    assert open_question(person.chat.sent) == "dimensie"


@pytest.mark.parametrize("url", ["http://bot.voorbeeld.nl", "bot.voorbeeld.nl", "https://", "https://bot.nl/?a"])
def test_an_address_telegram_can_not_use_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match="GESPREK_TELEGRAM_WEBHOOK"):
        load_settings(telegram_webhook=url)


@pytest.mark.parametrize("url", ["http://api.telegram.org", "ftp://x", "https://", "https://x y"])
def test_the_token_travels_protected_or_not_at_all(url: str) -> None:
    with pytest.raises(SettingsError, match="GESPREK_TELEGRAM_API"):
        load_settings(telegram_api=url)


def test_a_server_of_ones_own_may_be_named() -> None:
    assert load_settings(telegram_api="https://bots.voorbeeld.nl/").telegram_api == "https://bots.voorbeeld.nl"
    assert load_settings(telegram_api="http://127.0.0.1:8081").telegram_api == "http://127.0.0.1:8081"
