"""The example intranet: the one line, a policy as strict as can be, and what to do where the bot may not be shown."""

from __future__ import annotations

import re
from dataclasses import replace

import httpx
import pytest
from starlette.applications import Starlette
from typer.testing import CliRunner

from bench.servers import free_port
from bot.cli import app
from bot.demo.intranet import advice, create_intranet
from bot.web.headers import SecurityHeaders
from bot.web.house import house_routes
from tests.e2e.conftest import in_a_thread
from tests.serving import SITE

BOT = "https://gesprek.example"


async def test_the_page_has_the_line_and_a_policy_with_two_addresses() -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_intranet(BOT)), base_url="http://hier") as page:
        front, style = await page.get("/"), await page.get("/intranet.css")
    assert f'<script src="{BOT}/widget.js" defer></script>' in front.text
    policy = dict(part.strip().split(" ", 1) for part in front.headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["script-src"], policy["frame-src"]) == ("'none'", BOT, BOT)
    assert style.headers["content-type"].startswith("text/css")


async def test_the_page_names_nobody_but_the_bot() -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_intranet(BOT)), base_url="http://hier") as page:
        text = (await page.get("/")).text + (await page.get("/intranet.css")).text
    assert set(re.findall(r"https?://[\w.-]+", text)) == {BOT}


def test_it_says_what_to_put_where_when_the_bot_may_not_be_shown() -> None:
    here, other = "http://127.0.0.1:8090", "http://127.0.0.1:9999"
    site = replace(SITE, embed_origins=(here,))
    with in_a_thread(SecurityHeaders(Starlette(routes=house_routes(site)), site.embed_origins, "")) as bot:
        assert advice(bot, here) is None
        told = advice(bot, other)
    assert told
    assert f"zet `  - {other}` onder `inbedden:`" in told


def test_it_says_so_when_there_is_no_bot() -> None:
    told = advice(f"http://127.0.0.1:{free_port()}", "http://127.0.0.1:8090")
    assert told
    assert "antwoordt nog niets" in told


@pytest.mark.parametrize(
    "bot", ["gesprek.example", "https://gesprek.example/pad", "javascript:alert(1)", "https://a; x"]
)
def test_an_address_that_is_none_is_refused(bot: str) -> None:
    ended = CliRunner().invoke(app, ["demo", "--bot", bot])
    assert ended.exit_code == 2
    assert "without a path" in ended.output
