"""The Bot API server of the tests is as strict as the real one, so that what passes here passes there."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.telegram import spec
from tests.telegram.emulator import TOKEN, Emulator, Fault
from tests.telegram.person import Person

AT_HAND = pytest.mark.skipif(
    spec.spec() is None, reason=f"the Bot API as data is not at hand: {spec.VARIABLE} names it"
)


async def call(emulator: Emulator, method: str, token: str = TOKEN, **params: Any) -> dict[str, Any]:
    """Call a method; gives what it answers, whatever that is."""
    form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    async with (
        aiohttp.ClientSession() as client,
        client.post(f"{emulator.url}/bot{token}/{method}", data=form) as answer,
    ):
        found: dict[str, Any] = await answer.json()
    assert found["ok"] is (answer.status == 200)
    assert found.get("error_code", 200) == answer.status
    return found


def keyboard(**button: Any) -> str:
    return json.dumps({"inline_keyboard": [[{"text": "Verder", **button}]]})


async def test_limits_are_those_of_telegram(emulator: Emulator) -> None:
    chat = Person(emulator).id
    for method, params, description in (
        ("sendMessage", {"text": " "}, "message text is empty"),
        ("sendMessage", {"text": "a" * 4097}, "message is too long"),
        ("sendMessage", {"text": "🙂" * 2049}, "message is too long"),
        ("sendMessage", {"text": "a", "reply_markup": keyboard(callback_data="a" * 65)}, "BUTTON_DATA_INVALID"),
        ("sendMessage", {"text": "a", "reply_markup": keyboard()}, "Text buttons are unallowed"),
        ("sendMessage", {"text": "a", "reply_markup": keyboard(web_app={"url": "http://x"})}, "Only HTTPS links"),
        ("editMessageText", {"text": "a", "message_id": 99}, "message to edit not found"),
        ("getFile", {"file_id": "nergens"}, "invalid file_id"),
        ("answerCallbackQuery", {"callback_query_id": "nergens"}, "query is too old"),
        ("setMyCommands", {"commands": [{"command": "Wis!", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ("setWebhook", {"url": "http://onveilig.nl"}, "An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://x.nl", "secret_token": "é"}, "unallowed characters"),
    ):  # fmt: skip
        given = {"chat_id": chat, **params} if method.startswith(("send", "edit")) else params
        answer = await call(emulator, method, **given)
        assert (answer["error_code"], description in answer["description"]) == (400, True), (method, answer)
    emulator.violations.clear()


async def test_a_long_text_and_an_edit_that_changes_nothing(emulator: Emulator) -> None:
    person = Person(emulator)
    sent = await call(emulator, "sendMessage", chat_id=person.id, text="a" * 4096)
    again = {"chat_id": person.id, "message_id": sent["result"]["message_id"], "text": "a" * 4096}
    assert "message is not modified" in (await call(emulator, "editMessageText", **again))["description"]


async def test_who_is_not_there_or_does_not_want_it_gets_nothing(emulator: Emulator) -> None:
    assert (await call(emulator, "sendMessage", chat_id=12, text="a"))["description"] == "Bad Request: chat not found"
    person = Person(emulator)
    person.chat.blocked = True
    assert (await call(emulator, "sendMessage", chat_id=person.id, text="a"))["error_code"] == 403
    assert (await call(emulator, "getMe", token="1:anders"))["error_code"] == 401
    assert (await call(emulator, "bestaatNiet"))["error_code"] == 404
    emulator.violations.clear()


async def test_too_much_is_told_with_the_time_to_wait(emulator: Emulator) -> None:
    emulator.faults["getMe"].append(Fault(429, retry_after=7))
    answer = await call(emulator, "getMe")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 7})
    assert (await call(emulator, "getMe"))["ok"]


async def test_updates_come_until_they_are_confirmed(emulator: Emulator) -> None:
    person = Person(emulator)
    first, second = [await emulator.put(person.typed(text)) for text in ("een", "twee")]
    for _ in range(2):
        updates = (await call(emulator, "getUpdates", offset=0, timeout=0))["result"]
        assert [update["update_id"] for update in updates] == [first, second]
    (left,) = (await call(emulator, "getUpdates", offset=second, timeout=0))["result"]
    assert left["message"]["text"] == "twee"
    assert (await call(emulator, "getUpdates", offset=second + 1, timeout=0))["result"] == []
    await emulator.dealt_with(second)


async def test_with_a_webhook_nobody_can_ask(emulator: Emulator) -> None:
    await call(emulator, "setWebhook", url="https://bot.voorbeeld.nl/x")
    assert (await call(emulator, "getUpdates"))["error_code"] == 409
    await call(emulator, "deleteWebhook")
    assert (await call(emulator, "getUpdates", timeout=0))["ok"]


@AT_HAND
async def test_what_is_not_in_the_specification_is_noticed(emulator: Emulator) -> None:
    chat = Person(emulator).id
    await call(emulator, "sendMessage", chat_id=chat, text="a", kleur="rood")
    await call(emulator, "sendChatAction", chat_id=chat, action="typing", message_thread_id="een")
    await emulator.put({"message": {"message_id": 1}})
    found, emulator.violations = emulator.violations, []
    assert "sendMessage: unknown parameter kleur" in found
    assert "sendChatAction.message_thread_id is no Integer" in found
    assert {"update.message.date is missing", "update.message.chat is missing"} <= set(found)
    assert spec.wrong_with_call("sendMessage", {"chat_id": "1"}, set()) == ["sendMessage: text is missing"]
    assert spec.wrong_with_result("getMe", {"id": 1}) != []
    assert spec.wrong_with_call("bestaatNiet", {}, set()) != []
