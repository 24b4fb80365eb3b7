"""What an organisation makes of the pages: rendered safely, cached well, and open to the listed pages only."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.content import Site
from bot.content.colour import DARK, LIGHT, palette
from bot.web.headers import SecurityHeaders
from bot.web.house import house_routes, version
from tests.serving import SITE

ODD = "Zorg & Zo </script><b>'\"\u2028\\"


def client(site: Site) -> httpx.AsyncClient:
    app = SecurityHeaders(Starlette(routes=house_routes(site)), site.embed_origins, version())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot.example")


async def test_the_page_has_the_name_and_nothing_left_to_fill_in() -> None:
    async with client(replace(SITE, bot="Even stilstaan")) as bot:
        text = (await bot.get("/")).text
    assert "<title>Even stilstaan</title>" in text
    assert f'data-inbedden="{" ".join(SITE.embed_origins)}"' in text
    assert f'data-versie="{version()}"' in text
    assert not re.search(r"\{\{|\{%", text)


async def test_a_name_is_never_markup_or_script() -> None:
    async with client(replace(SITE, bot=ODD, name=ODD, access_contact=ODD)) as bot:
        for path in ("/", "/toegankelijkheid"):
            text = (await bot.get(path)).text
            assert "<b>" not in text
            assert "Zorg &amp; Zo &lt;/script&gt;&lt;b&gt;" in text
        script = (await bot.get("/widget.js")).text
    assert script.startswith("(HOUSE=>{")
    given = json.loads(script.rstrip()[script.rindex("})(") + 3 : -2])
    assert given == {"bot": ODD, "colour": SITE.colour, "origins": list(SITE.embed_origins)}


async def test_the_style_has_every_shade_in_both_schemes() -> None:
    async with client(replace(SITE, colour="#8a1c5b")) as bot:
        answer = await bot.get("/huisstijl.css")
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    light, dark = answer.text.split("@media")
    for shades, text in ((palette("#8a1c5b", LIGHT), light), (palette("#8a1c5b", DARK), dark)):
        assert f"--accent: {shades.accent};" in text
        assert f"--on-accent: {shades.on_accent};" in text
        assert f"--accent-text: {shades.accent_text};" in text


async def test_a_logo_is_shown_where_there_is_one(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    async with client(replace(SITE, logo=logo)) as bot:
        assert 'src="/logo"' in (await bot.get("/")).text
        answer = await bot.get("/logo")
    assert (answer.content, answer.headers["content-type"]) == (logo.read_bytes(), "image/svg+xml")
    async with client(SITE) as bot:
        assert 'src="/logo"' not in (await bot.get("/")).text
        assert (await bot.get("/logo")).status_code == 404


@pytest.mark.parametrize("path", ["/", "/widget.js", "/huisstijl.css", "/toegankelijkheid"])
async def test_what_somebody_has_is_not_sent_again(path: str) -> None:
    async with client(SITE) as bot:
        first = await bot.get(path, headers={"Accept-Encoding": "gzip"})
        again = await bot.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["cache-control"] == "no-cache"  # kept, and asked about each time
    assert (again.status_code, again.content) == (304, b"")


async def test_only_the_script_for_an_intranet_may_be_taken_along() -> None:
    async with client(SITE) as bot:
        policies = {
            path: (await bot.get(path)).headers["cross-origin-resource-policy"]
            for path in ("/", "/widget.js", "/huisstijl.css", "/toegankelijkheid", "/static/widget.js")
        }
    assert policies.pop("/widget.js") == "cross-origin"
    assert set(policies.values()) == {"same-origin"}


@pytest.mark.parametrize("origins", [(), ("https://a.example",), ("https://a.example", "https://b.example:8443")])
async def test_only_the_listed_origins_may_frame(origins: tuple[str, ...]) -> None:
    async with client(replace(SITE, embed_origins=origins)) as bot:
        policy = (await bot.get("/?ingebed")).headers["content-security-policy"]
    assert policy.endswith(f"; frame-ancestors {' '.join(origins) or chr(39) + 'none' + chr(39)}")


async def test_the_statement_tells_whom_to_tell() -> None:
    async with client(SITE) as bot:
        text = (await bot.get("/toegankelijkheid")).text
    assert "<h1>Toegankelijkheid</h1>" in text
    assert f"Bij {SITE.name} is dat: {SITE.access_contact}." in text
    async with client(replace(SITE, access_contact="")) as bot:
        assert "is dat:" not in (await bot.get("/toegankelijkheid")).text


async def test_answers_of_the_api_tell_the_version_of_the_page() -> None:
    async with client(SITE) as bot:
        assert (await bot.post("/api/chat")).headers["gesprek-versie"] == version()
        assert "gesprek-versie" not in (await bot.get("/")).headers
