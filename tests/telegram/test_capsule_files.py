"""A conversation as a file: it goes on after any restart, in its own chat only, and not after all was deleted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.storage.keys import ConversationKeys
from bot.telegram.addresses import Addresses
from bot.telegram.capsule_files import NAME, CapsuleFiles
from bot.vault.capsule import CAPSULE_MAX_BYTES
from bot.vault.server_secrets import Secret, ServerSecrets
from bot.vault.vault import Vault
from tests.telegram.conftest import SECRETS, Start
from tests.telegram.emulator import Emulator
from tests.telegram.person import Person, text_of, texts
from tests.telegram.test_chats import sentence
from tests.telegram.walk import content, everything, open_question


async def begin(person: Person) -> None:
    for text in ("/start", "kort", "meedoen", "mijn maten", "overslaan"):
        await person.say(text)


@pytest.mark.parametrize("way", ["bewaar", "/bewaar", "Bewaren", "#Bewaren"])
async def test_saving_gives_a_file_that_tells_nothing(person: Person, way: str) -> None:
    await begin(person)
    await person.say("stop")
    sent = await (person.press(way[1:]) if way.startswith("#") else person.say(way))
    assert [message["document"]["file_name"] for message in sent] == [NAME]
    assert text_of(sent[0]) == sentence("bewaard")
    assert b"maten" not in content(person, sent)


async def test_sending_it_goes_on_where_they_were_also_after_a_restart(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start():
        await begin(person)
        saved = content(person, await person.say("bewaar"))
    async with start():
        assert open_question(await person.send_file("kopie (1).txt", saved)) == "score.meedoen"
        assert (await everything(person))["answers"]["goed.meedoen"] == "mijn maten"


@pytest.mark.parametrize("text", ["verder", "/verder", "ik ben er weer"])
async def test_answering_it_goes_on_too(start: Start, emulator: Emulator, text: str) -> None:
    person = Person(emulator)
    async with start():
        await begin(person)
        (file,) = await person.say("bewaar")
    async with start():
        assert open_question(await person.say(text, reply_to_message=file)) == "score.meedoen"


@pytest.mark.parametrize(("text", "question"), [("/wis", "wissen"), ("/terug", "goed.meedoen+")])
async def test_a_command_as_an_answer_to_it_is_that_command(person: Person, text: str, question: str) -> None:
    await begin(person)
    (file,) = await person.say("bewaar")
    assert open_question(await person.say(text, reply_to_message=file)) == question


async def test_a_forwarded_one_goes_on_too(person: Person) -> None:
    await begin(person)
    saved = content(person, await person.say("bewaar"))
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Sanne"}
    assert open_question(await person.send_file(NAME, saved, forward_origin=origin)) == "score.meedoen"


async def test_the_conversation_of_now_is_not_lost_for_one_of_before(person: Person) -> None:
    await begin(person)
    before = content(person, await person.say("bewaar"))
    await person.say("8")
    sent = await person.send_file(NAME, before)
    assert text_of(sent[0]) == sentence("vervangen")
    assert (await everything(person))["scores"]["meedoen"] is None
    await person.send_file(NAME, content(person, sent))
    assert (await everything(person))["scores"]["meedoen"] == 8.0


async def test_it_opens_in_no_other_chat(person: Person) -> None:
    await begin(person)
    saved = content(person, await person.say("bewaar"))
    other = Person(person.emulator)
    said = await other.send_file(NAME, saved)
    assert sentence("niet_te_openen") in texts(said)
    assert open_question(said) == "route"
    await begin(other)
    assert texts(await other.send_file(NAME, saved)) == sentence("niet_te_openen")
    assert open_question(await other.say("herhaal")) == "score.meedoen"


async def test_after_deleting_everything_no_file_opens_any_more(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start():
        await begin(person)
        saved = content(person, await person.say("bewaar"))
    async with start():  # the conversation is forgotten, the file is not
        await person.say("/wis")
        said = await person.press("Ja, wis alles")
        assert text_of(said[0]) == sentence("gewist")
        assert texts(await person.send_file(NAME, saved)) == sentence("niet_te_openen")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00", b"zomaar iets", b"A" * 200, b"A" * (CAPSULE_MAX_BYTES + 1)], ids=len
)
async def test_another_file_is_told_to_be_none(person: Person, content: bytes) -> None:
    await begin(person)
    said = texts(await person.send_file(NAME, content))
    assert said in (sentence("bij.bestand"), sentence("niet_te_openen"))


async def test_a_file_that_was_changed_does_not_open(person: Person) -> None:
    await begin(person)
    saved = content(person, await person.say("bewaar"))
    changed = saved[:-4] + (b"AAAA" if not saved.endswith(b"AAAA") else b"BBBB")
    assert texts(await person.send_file(NAME, changed)) == sentence("niet_te_openen")


async def test_a_file_telegram_does_not_have_any_more(person: Person) -> None:
    await begin(person)
    (file,) = await person.say("bewaar")
    person.emulator.files.clear()
    assert "Het lukt me even niet" in texts(await person.send(document=file["document"]))
    assert open_question(await person.say("herhaal")) == "score.meedoen"


async def test_there_is_a_summary_to_take_along_as_soon_as_something_was_said(person: Person) -> None:
    await person.say("/start")
    assert "Er staat nog niets" in texts(await person.say("als pdf"))
    await begin(person)
    assert content(person, await person.say("pdf")).startswith(b"%PDF")
    assert "mijn maten" in content(person, await person.say("als tekst")).decode()


def files(vault: Any, *secrets: int) -> CapsuleFiles:
    server = ServerSecrets([Secret(bytes([secret] * 32)) for secret in secrets])
    keys: ConversationKeys = vault._keys
    return CapsuleFiles(Vault(keys, server, 180, lambda: date(2026, 11, 22)), Addresses(server))


def test_a_file_of_before_the_secrets_were_rotated_opens_and_is_shredded(vault: Any) -> None:
    saved = files(vault, 1).save(7, {"turn": 3})
    rotated = files(vault, 2, 1)
    assert rotated.open(7, saved) == {"turn": 3}
    rotated.save(7, {"turn": 4})
    rotated.shred(7)
    for opener in (files(vault, 1), rotated):
        with pytest.raises(Exception, match="unknown_key"):
            opener.open(7, saved)


def test_one_key_a_chat_whatever_is_saved_and_nothing_before(vault: Any) -> None:
    capsules = CapsuleFiles(vault, Addresses(SECRETS))
    assert capsules.held(7) == {}
    capsules.save(7, {})
    first = capsules.held(7)
    capsules.save(7, {})
    assert capsules.held(7) == first
    assert capsules.held(8) == {}
