"""docs/openapi.yml, docs/api.md and the code say the same."""

from __future__ import annotations

import re
from typing import Any

import httpx
import jsonschema
import pytest
import yaml

from bot.conversation.questions import Kind, Stage
from bot.settings import PROJECT_ROOT
from bot.vault.capsule import CAPSULE_MAX_BYTES
from bot.web.errors import SENTENCES
from bot.web.request import TEXT_MAX_CHARACTERS
from tests.walker import Walker

DESCRIPTION: dict[str, Any] = yaml.safe_load((PROJECT_ROOT / "docs" / "openapi.yml").read_text())
SCHEMAS = DESCRIPTION["components"]["schemas"]
RESPONSES = DESCRIPTION["components"]["responses"]
TABLE = (PROJECT_ROOT / "docs" / "api.md").read_text()
NO_CALL = {"not_found", "method_not_allowed"}  # what isn't in the description can't have an answer in it


def described() -> set[tuple[str, str]]:
    return {(path, method.upper()) for path, methods in DESCRIPTION["paths"].items() for method in methods}


def statuses(path: str) -> set[str]:
    return set(DESCRIPTION["paths"][path]["post"]["responses"])


def valid(answer: Any, schema: str) -> None:
    """Check an answer as OpenAPI 3.1 means it: JSON Schema, with the other schemas in reach."""
    jsonschema.validate(answer, {"$ref": f"#/components/schemas/{schema}", "components": DESCRIPTION["components"]})


async def test_every_call_is_described_and_every_described_call_is_there(client: httpx.AsyncClient) -> None:
    for path, method in described():
        assert (await client.request(method, path)).status_code not in (404, 405)
        other = "GET" if method == "POST" else "POST"
        assert (await client.request(other, path)).status_code == 405
    named = set(re.findall(r"`(POST|GET) (/api/[\w.]+)", TABLE))
    assert {(path, method) for method, path in named} == described()


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
