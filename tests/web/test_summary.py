"""The summary on paper, as the page downloads it."""

from __future__ import annotations

import logging
import threading
from typing import Any, NoReturn

import httpx
import pytest

from bot.web import chat
from tests.waiting import PATIENCE
from tests.walker import Walker


@pytest.fixture
async def walker(client: httpx.AsyncClient) -> Walker:
    """Somebody who said one thing."""
    walker = Walker(client)
    await walker.start()
    for said in ("kort", "meedoen", "de buren"):
        await walker.say(said)
    return walker


async def asked(client: httpx.AsyncClient, walker: Walker) -> httpx.Response:
    return await client.post("/api/summary.pdf", json={"capsule": walker.capsule})


async def test_it_is_a_pdf_to_download_and_not_to_keep_on_the_way(client: httpx.AsyncClient, walker: Walker) -> None:
    response = await asked(client, walker)
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == 'attachment; filename="samenvatting.pdf"'
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"


async def test_the_conversation_goes_on_as_it_was(client: httpx.AsyncClient, walker: Walker) -> None:
    before = await walker.export()
    await asked(client, walker)
    assert await walker.export() == before
    assert (await walker.say("7"))["messages"]


async def test_a_conversation_that_has_just_begun_has_one_too(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    assert (await asked(client, walker)).content.startswith(b"%PDF-")


async def test_one_that_takes_too_long_is_given_up_calmly(
    client: httpx.AsyncClient, walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat, "PAPER_SECONDS", 0.05)
    released = threading.Event()
    monkeypatch.setattr(chat, "pdf", lambda *given: released.wait(PATIENCE))
    response = await asked(client, walker)
    assert (response.status_code, response.json()["error"]["code"]) == (503, "try_again")
    assert (await walker.say("7"))["messages"]  # turns don't wait for it
    released.set()


async def test_what_goes_wrong_in_it_quotes_nobody(
    client: httpx.AsyncClient, walker: Walker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*given: Any) -> NoReturn:
        raise RuntimeError("de buren")

    monkeypatch.setattr(chat, "pdf", fail)
    with caplog.at_level(logging.DEBUG):
        response = await asked(client, walker)
    assert (response.status_code, response.json()["error"]["code"]) == (503, "try_again")
    assert "buren" not in response.text


async def test_no_library_logs_which_letters_somebody_used(
    client: httpx.AsyncClient, walker: Walker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.setLevel(logging.NOTSET)
    assert (await asked(client, walker)).status_code == 200
    assert {record.name for record in caplog.records} <= {"asyncio", "bot.web.chat"}
