"""What Telegram's app says of who opened the page: believed when it is genuine and fresh, and kept by nobody."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from bot.telegram.mini_app import MOST_AGE_SECONDS, MOST_CHARACTERS, PATH, is_genuine, route
from tests.telegram.emulator import TOKEN

NOW = 1_790_000_000
USER = json.dumps({"id": 279058397, "first_name": "Sanne é&=", "language_code": "nl"})
FIELDS = {"query_id": "AAHdF6IQAAAAAN0XohDhrOrc", "user": USER, "auth_date": str(NOW), "signature": "abc"}


def signed(fields: dict[str, str] = FIELDS, token: str = TOKEN) -> str:
    """Make `initData` as https://core.telegram.org/bots/webapps describes it."""
    checked = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode({**fields, "hash": hmac.new(secret, checked.encode(), hashlib.sha256).hexdigest()})


def test_what_telegram_made_is_believed() -> None:
    assert is_genuine(signed(), TOKEN, NOW)


@pytest.mark.parametrize(
    "init_data",
    [
        "",
        "hash=",
        signed().replace("Sanne", "Piet"),
        signed(token="1:anders"),
        signed().partition("&hash")[0],
        signed() + "&user=een+ander",
        signed() + "&hash=" + "0" * 64,
        signed({**FIELDS, "auth_date": "gisteren"}),
        signed({**FIELDS, "auth_date": "-1"}),
        signed({"user": USER}),
        signed()[:-1] + "é",
        signed({**FIELDS, "more": "x" * MOST_CHARACTERS}),
    ],
    ids=range(12),
)
def test_nothing_else_is(init_data: str) -> None:
    assert not is_genuine(init_data, TOKEN, NOW)


@pytest.mark.parametrize(("later", "believed"), [(-120, False), (-30, True), (0, True), (MOST_AGE_SECONDS, True)])
def test_only_when_it_is_fresh(later: int, believed: bool) -> None:
    assert is_genuine(signed(), TOKEN, NOW + later) is believed
    assert not is_genuine(signed(), TOKEN, NOW + MOST_AGE_SECONDS + 1)


@pytest.mark.parametrize("genuine", [True, False])
async def test_the_page_is_told_yes_or_no_and_nothing_else(genuine: bool) -> None:
    fields = {**FIELDS, "auth_date": str(int(time.time()))}
    transport = httpx.ASGITransport(app=Starlette(routes=[route(TOKEN)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as client:
        answer = await client.post(PATH, content=signed(fields, TOKEN if genuine else "1:anders"))
    assert (answer.status_code, answer.content) == (204 if genuine else 403, b"")
