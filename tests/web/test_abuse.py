"""Capsules that aren't what they seem, by the thousand: refused quickly, and nothing grows."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import httpx
import pytest

from bot.vault.capsule import CAPSULE_MAX_BYTES, CAPSULE_VERSION
from tests.walker import Walker

RUBBISH = 1_000
TURN_AFTER = 25  # pieces of rubbish, so that both are timed on the same busy or quiet machine


@pytest.fixture
async def walker(client: httpx.AsyncClient) -> Walker:
    """Somebody who said one thing."""
    walker = Walker(client)
    await walker.start()
    await walker.say("kort")
    return walker


def written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def read(capsule: str | None) -> bytes:
    assert capsule
    return urlsafe_b64decode(capsule + "=" * (-len(capsule) % 4))


def database_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("gesprek.db*"))


async def test_a_thousand_capsules_of_rubbish_cost_little_and_leave_nothing(
    client: httpx.AsyncClient, walker: Walker, tmp_path: Path
) -> None:
    """Every kind: noise, noise in the right form, and the genuine one with its end made up."""
    genuine = read(walker.capsule)
    before = database_bytes(tmp_path)
    refusals, turns = [], []
    for number in range(RUBBISH):
        rubbish = (
            secrets.token_urlsafe(number),
            written(bytes([CAPSULE_VERSION]) + secrets.token_bytes(number + 100)),
            written(genuine[:-40] + secrets.token_bytes(40)),
            "A" * (CAPSULE_MAX_BYTES - number),
        )[number % 4]
        began = perf_counter()
        response = await client.post("/api/chat", json={"capsule": rubbish, "message": {"text": "hoi"}})
        refusals.append(perf_counter() - began)
        assert (response.status_code, response.json()["error"]["code"]) == (409, "capsule_invalid")
        if number % TURN_AFTER == 0:
            began = perf_counter()
            await walker.say("wie ben je")
            turns.append(perf_counter() - began)
    assert median(refusals) < median(turns) / 2  # no turn is run for it
    assert database_bytes(tmp_path) == before
    assert (await walker.say("meedoen"))["expects"]["key"]


@pytest.mark.parametrize("path", ["/api/chat", "/api/export", "/api/forget", "/api/summary.pdf"])
async def test_a_capsule_is_no_key_to_another_conversation(
    client: httpx.AsyncClient, walker: Walker, path: str
) -> None:
    """Its own id swapped for that of somebody else, whose id it would have to have seen."""
    other = Walker(client)
    await other.start()
    mine, theirs = read(walker.capsule), read(other.capsule)
    swapped = written(mine[:5] + theirs[5:21] + mine[21:])
    assert (await client.post(path, json={"capsule": swapped})).status_code == 409
    assert (await other.start())["messages"]  # still there
    assert (await walker.start())["messages"]


async def test_a_capsule_of_an_earlier_version_is_refused_calmly(client: httpx.AsyncClient, walker: Walker) -> None:
    genuine = read(walker.capsule)
    for version in (0, CAPSULE_VERSION - 1, CAPSULE_VERSION + 1):
        response = await client.post("/api/chat", json={"capsule": written(bytes([version]) + genuine[1:])})
        assert response.status_code == 409
        assert "opnieuw beginnen" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    "change", [str.swapcase, lambda c: c + "=", lambda c: c + "\n", lambda c: c[:-1], lambda c: c * 2]
)
async def test_another_spelling_is_another_capsule(client: httpx.AsyncClient, walker: Walker, change: Any) -> None:
    assert (await client.post("/api/chat", json={"capsule": change(walker.capsule)})).status_code == 409


async def test_after_forgetting_no_capsule_of_any_age_comes_back(client: httpx.AsyncClient, walker: Walker) -> None:
    capsules = [walker.capsule]
    for text in ("meedoen", "de buren", "7"):
        await walker.say(text)
        capsules.append(walker.capsule)
    assert (await client.post("/api/forget", json={"capsule": capsules[1]})).status_code == 204
    for capsule in capsules:
        for path in ("/api/chat", "/api/export", "/api/summary.pdf"):
            assert (await client.post(path, json={"capsule": capsule})).status_code == 409
        assert (await client.post("/api/forget", json={"capsule": capsule})).status_code == 204
