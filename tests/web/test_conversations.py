"""Whole conversations at the API, as a page has them."""

from __future__ import annotations

import asyncio
import threading
from types import EllipsisType
from typing import Any

import httpx
import pytest

from bot.content.purpose import PURPOSE
from tests.conversations import ALL, Conversation
from tests.waiting import PATIENCE, until
from tests.walker import Walker


async def walk(walker: Walker, conversation: Conversation) -> None:
    """Have the conversation; deepening questions that no step asks for are passed over."""
    await walker.start()
    for did, key in conversation.steps:
        await walker.do(did)
        while (walker.key or "").endswith("+") and not (isinstance(key, str) and key.endswith("+")):
            await walker.say("overslaan")
        if not isinstance(key, EllipsisType):
            assert walker.key == key, f"after {did!r}: {walker.text}"


@pytest.mark.parametrize("conversation", ALL, ids=lambda conversation: conversation.name)
async def test_conversation_keeps_every_answer_literally(client: httpx.AsyncClient, conversation: Conversation) -> None:
    walker = Walker(client)
    await walk(walker, conversation)
    held = await walker.export()
    assert {key: held["answers"].get(key) for key in conversation.answers} == conversation.answers
    assert {dimensie: held["scores"][dimensie] for dimensie in conversation.scores} == conversation.scores
    assert tuple(held["marks"]) == conversation.marks


@pytest.mark.parametrize("conversation", ALL, ids=lambda conversation: conversation.name)
async def test_summary_has_the_persons_own_words(client: httpx.AsyncClient, conversation: Conversation) -> None:
    walker = Walker(client)
    await walk(walker, conversation)
    await walker.say("laat mijn samenvatting zien")
    for key, words in conversation.answers.items():
        if not key.startswith(("score.", "praten.", "drempel")):
            assert words in walker.text, key


async def test_who_asks_what_it_is_for_is_told_in_the_one_sentence(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    await walker.say("waar is dit voor")
    assert PURPOSE in walker.text


async def test_two_people_at_once_never_mix(client: httpx.AsyncClient) -> None:
    first, second = Walker(client), Walker(client)
    for walker in (first, second):
        await walker.start()
        await walker.say("kort")
        await walker.say("meedoen")
    await first.say("ik zing in een koor")
    await second.say("ik bak brood voor de buren")
    assert (await first.export())["answers"]["goed.meedoen"] == "ik zing in een koor"
    assert (await second.export())["answers"]["goed.meedoen"] == "ik bak brood voor de buren"


async def test_coming_back_says_where_we_were(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    await walker.say("kort")
    await walker.say("zingeving")
    key = walker.key
    await walker.start()
    assert walker.key == key == "goed.zingeving"
    assert {"Mijn samenvatting", "Opnieuw beginnen"} <= set(walker.titles)


async def test_wis_alles_makes_the_old_capsule_useless(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    await walker.say("kort")
    old = walker.capsule
    await walker.say("wis alles")
    assert walker.kind == "confirm"
    answer = await walker.say("ja")
    assert answer["forgotten"] is True
    assert answer["stage"] == "welkom"
    refused = await client.post("/api/chat", json={"capsule": old, "message": {"text": "hoi"}})
    assert refused.status_code == 409
    again = await walker.say("kort")
    assert again["expects"]["key"] == "dimensie"
    assert "forgotten" not in again


async def test_a_retry_gives_the_same_and_loses_nothing(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    await walker.say("kort")
    await walker.say("zingeving")
    before = walker.capsule
    await walker.say("mijn collega Ria")
    once = await walker.export()
    walker.capsule = before  # the answer got lost on the way, so the page sends it again
    await walker.say("mijn collega Ria")
    assert {**await walker.export(), "stored_on_server": None} == {**once, "stored_on_server": None}


async def test_an_export_that_waits_for_the_database_holds_up_nobody(
    client: httpx.AsyncClient, vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = Walker(client)
    await walker.start()
    asked, released, held = threading.Event(), threading.Event(), vault.held

    def wait(conversation_id: str) -> Any:
        asked.set()
        assert released.wait(PATIENCE)
        return held(conversation_id)

    monkeypatch.setattr(vault, "held", wait)
    exporting = asyncio.create_task(walker.export())
    await until(asked.is_set, "the database is asked")
    assert (await client.get("/api/health")).status_code == 200
    assert not exporting.done()
    released.set()
    assert (await exporting)["stored_on_server"]


async def test_a_line_of_the_summary_is_edited_in_place(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    for said in ("kort", "meedoen", "mijn ploeg", "7"):
        await walker.say(said)
    asked = walker.key
    await walker.edit("goed.meedoen", "mijn collega's van de nacht")
    assert walker.key == asked
    assert (await walker.export())["answers"]["goed.meedoen"] == "mijn collega's van de nacht"
    summary = await walker.say("laat mijn samenvatting zien")
    lines = summary["messages"][0]["sheet"]["lines"]
    assert {"key": "goed.meedoen", "heading": "Meedoen", "label": "Wat goed gaat"}.items() <= lines[1].items()


async def test_an_edit_that_sounds_like_a_cry_for_help_gets_help_and_is_not_kept(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.start()
    for said in ("kort", "meedoen", "mijn ploeg", "7"):
        await walker.say(said)
    await walker.edit("goed.meedoen", "ik wil niet meer leven")
    assert "113" in walker.text
    assert (await walker.export())["answers"]["goed.meedoen"] == "mijn ploeg"


async def test_who_begins_with_an_edit_hears_the_welcome_first(client: httpx.AsyncClient) -> None:
    walker = Walker(client)
    await walker.edit("doen", "wandelen")
    assert walker.key == "route"
    assert (await walker.export())["answers"] == {}
