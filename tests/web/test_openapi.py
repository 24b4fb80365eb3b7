"""docs/openapi.yml, docs/api.md and the code say the same."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
import yaml

from bot.conversation.questions import Kind, Stage
from bot.knowledge import knowledge
from bot.settings import PROJECT_ROOT, load_settings
from bot.telegram import webhook
from bot.telegram.application import Telegram
from bot.telegram.mini_app import MOST_CHARACTERS, PATH
from bot.vault.capsule import CAPSULE_MAX_BYTES
from bot.web.app import create_app
from bot.web.chat import Chat
from bot.web.errors import SENTENCES
from bot.web.limits import Limits
from bot.web.request import BODY_MAX_BYTES, TEXT_MAX_CHARACTERS
from tests.serving import SITE
from tests.telegram.conftest import SECRETS
from tests.telegram.emulator import TOKEN
from tests.walker import Walker

DESCRIPTION: dict[str, Any] = yaml.safe_load((PROJECT_ROOT / "docs" / "openapi.yml").read_text())
SCHEMAS = DESCRIPTION["components"]["schemas"]
RESPONSES = DESCRIPTION["components"]["responses"]
TABLE = (PROJECT_ROOT / "docs" / "api.md").read_text()
NO_CALL = {"not_found", "method_not_allowed"}  # what isn't in the description can't have an answer in it


def bot(engine: Any, vault: Any, folder: Path) -> Telegram:
    """Return a bot with a webhook, that isn't running."""
    settings = load_settings(data_dir=folder, telegram_token=TOKEN, telegram_webhook="https://bot.voorbeeld.nl")
    return Telegram(settings, engine, knowledge(), vault, SECRETS)


@pytest.fixture
async def telegram(engine: Any, vault: Any, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application as it is served with a bot on Telegram."""
    texts, chat = knowledge().texts, Chat(engine, vault, knowledge().texts)
    app = create_app(chat, engine, texts, Limits(50.0), SITE, bot(engine, vault, tmp_path))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as connected:
        yield connected


def described() -> set[tuple[str, str]]:
    return {(path, method.upper()) for path, methods in DESCRIPTION["paths"].items() for method in methods}


def statuses(path: str) -> set[str]:
    return set(DESCRIPTION["paths"][path]["post"]["responses"])


def valid(answer: Any, schema: str) -> None:
    """Check an answer as OpenAPI 3.1 means it: JSON Schema, with the other schemas in reach."""
    jsonschema.validate(answer, {"$ref": f"#/components/schemas/{schema}", "components": DESCRIPTION["components"]})


async def test_every_call_is_described_and_every_described_call_is_there(telegram: httpx.AsyncClient) -> None:
    for path, method in described():
        address = path.replace("/telegram/{address}", webhook.path(TOKEN))
        headers = {webhook.HEADER: webhook.secret(TOKEN)}
        answer = await telegram.request(method, address, headers=headers)
        assert answer.status_code not in (404, 405)
        assert str(answer.status_code) in DESCRIPTION["paths"][path][method.lower()]["responses"]
        other = "GET" if method == "POST" else "POST"
        assert (await telegram.request(other, address)).status_code == 405
    named = set(re.findall(r"`(POST|GET) (/(?:api|telegram)/[\w.{}]+)", TABLE))
    assert {(path, method) for method, path in named} == described()


def test_no_route_but_those_of_the_page_is_without_a_description(engine: Any, vault: Any, tmp_path: Path) -> None:
    routes = {
        route.path.replace(webhook.path(TOKEN), "/telegram/{address}") for route in bot(engine, vault, tmp_path).routes
    }
    assert routes == {path for path, _ in described() if path.startswith("/telegram/")}


async def test_without_a_bot_there_is_nothing_of_telegram(client: httpx.AsyncClient) -> None:
    for path in (PATH, webhook.path(TOKEN)):
        assert (await client.post(path, headers={webhook.HEADER: webhook.secret(TOKEN)})).status_code == 404


@pytest.mark.parametrize(("body", "status"), [(b"x" * (BODY_MAX_BYTES + 1), 413), (b"x", 403), (b"", 403)])
async def test_what_is_said_of_who_opened_the_page_is_bounded(
    telegram: httpx.AsyncClient, body: bytes, status: int
) -> None:
    assert (await telegram.post(PATH, content=body)).status_code == status
    assert str(status) in statuses("/telegram/page")


def test_every_error_is_described_under_its_status() -> None:
    """The codes of the code, the table of api.md, and the descriptions of the responses."""
    rows = [line.split("|")[1:4] for line in TABLE.splitlines() if line.startswith("| `")]
    in_table = {
        code: status.split(",")[min(number, status.count(","))].strip()
        for names, status, _ in rows
        for number, code in enumerate(re.findall(r"`(\w+)`", names))
    }
    assert in_table.keys() == SENTENCES.keys()
    by_status = {"400": "Invalid", "409": "CapsuleInvalid", "413": "TooLarge", "415": "NoJson", "429": "TooMany"}
    by_status["503"] = "TryAgain"
    for code in SENTENCES.keys() - NO_CALL:
        assert f"`{code}`" in RESPONSES[by_status[in_table[code]]]["description"]
    for path in ("/api/chat", "/api/forget", "/api/export", "/api/summary.pdf"):
        assert statuses(path) - {"200", "204"} == by_status.keys()


def test_limits_and_words_are_those_of_the_code() -> None:
    assert SCHEMAS["Capsule"]["maxLength"] == CAPSULE_MAX_BYTES
    opened = DESCRIPTION["paths"][PATH]["post"]["requestBody"]["content"]["text/plain"]["schema"]
    assert opened["maxLength"] == MOST_CHARACTERS
    message = SCHEMAS["ChatRequest"]["properties"]["message"]["anyOf"]
    assert message[1]["properties"]["text"]["maxLength"] == TEXT_MAX_CHARACTERS
    answer = SCHEMAS["ChatAnswer"]["properties"]
    assert answer["stage"]["enum"] == [stage.value for stage in Stage]
    assert set(answer["expects"]["properties"]["kind"]["enum"]) == {kind.value for kind in Kind}


async def test_a_conversation_is_as_described(client: httpx.AsyncClient) -> None:
    """With buttons, with a drawing, and to the end of what is held."""
    walker = Walker(client)
    valid(await walker.start(), "ChatAnswer")
    for step in ("kort", "meedoen", "de buren", "7", "laat het spinnenweb zien", "help nu", "wis alles", "nee"):
        valid(await walker.say(step), "ChatAnswer")
    valid(await walker.export(), "Export")
    await walker.say("wis alles")
    valid(await walker.say("ja"), "ChatAnswer")
    valid((await client.get("/api/health")).json(), "Health")
    valid((await client.post("/api/chat", content=b"{")).json(), "Error")


def test_the_checks_here_would_fail() -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid(
            {"capsule": "a", "messages": [], "expects": {"key": None, "kind": "none"}, "stage": "welkom"}, "ChatAnswer"
        )
