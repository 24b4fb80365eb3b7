"""What keeps everybody else out: no session, another site, another host, too much; and nothing kept on the way."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from bot.coach import routes
from bot.coach.app import ROUTES, create_app
from bot.coach.guard import origin_of
from bot.coach.headers import HEADERS, HSTS
from bot.coach.pages import FAULTS
from tests.coach.portal import ADDRESS, FORM, Visitor, World

NAME = "Ada Voorbeeld"


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Take SQLite only: nothing here depends on the kind of database."""
    return f"sqlite:///{tmp_path / 'data' / 'gesprek.db'}"


PUBLIC = {
    ("/inloggen", "GET"): "the login",
    ("/inloggen", "POST"): "the login",
    ("/uitnodiging/{token}", "GET"): "for who has an invitation",
    ("/uitnodiging/{token}", "POST"): "for who has an invitation",
    ("/uitnodiging/{token}/organisatie", "GET"): "for who has an invitation",
    ("/koppelen", "GET"): "for who just chose a passphrase",
    ("/koppelen", "POST"): "for who just chose a passphrase",
    ("/organisatie", "GET"): "the way to the organisation's own login",
    ("/organisatie/terug", "GET"): "the way back from it",
    ("/organisatie/wachtzin", "POST"): "the second half of that login",
    ("/health", "GET"): "whether the database can be reached",
}


def addresses() -> Iterator[tuple[str, str, Any]]:
    """Yield every route as (path, method, route)."""
    for route in ROUTES:
        if isinstance(route, Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield route.path, method, route


def filled_in(path: str) -> str:
    return path.replace("{share_id}", "a" * 32).replace("{token}", "x" * 43)


def test_public_is_only_what_says_so() -> None:
    found = {(path, method) for path, method, route in addresses() if getattr(route, "public", path == "/health")}
    assert found == set(PUBLIC)


@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method, _ in addresses()])
async def test_without_a_session_every_other_page_leads_to_the_login(
    world: World, visitor: Visitor, path: str, method: str
) -> None:
    coach = world.enrol(NAME)
    world.share(coach)
    address = filled_in(path)
    answer = await (visitor.get(address) if method == "GET" else visitor.send_form(address))
    if (path, method) not in PUBLIC:
        assert (answer.status_code, answer.headers["location"], answer.content) == (303, "/inloggen", b"")
    assert "Samenvatting" not in answer.text
    assert world.coaches.noted(coach.coach_id)[0][1] == "toegelaten"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://elders.test"},
        {"Sec-Fetch-Site": "same-site", "Origin": ADDRESS},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://elders.test"},
        {"Origin": "null"},
        {"Origin": "http://portaal.test"},
        {"Origin": "https://portaal.test:444"},
        {"Origin": "https://portaal.test.elders.test"},
        {"Referer": f"{ADDRESS}/"},
    ],
)
@pytest.mark.parametrize("path", ["/inloggen", "/uitloggen"])
async def test_a_form_from_elsewhere_does_nothing(
    world: World, visitor: Visitor, headers: dict[str, str], path: str
) -> None:
    await visitor.log_in(world.enrol(NAME))
    answer = await visitor.post(path, content=b"naam=x", headers={**FORM, **headers})
    assert (answer.status_code, FAULTS["van_elders"][1] in answer.text) == (403, True)
    assert (await visitor.get("/")).status_code == 200


@pytest.mark.parametrize("headers", [{"Origin": ADDRESS}, {"Sec-Fetch-Site": "same-origin"}])
async def test_a_form_from_our_own_page_works_in_older_browsers_too(
    world: World, visitor: Visitor, headers: dict[str, str]
) -> None:
    await visitor.log_in(world.enrol(NAME))
    assert (await visitor.post("/uitloggen", headers={**FORM, **headers})).status_code == 200
    assert (await visitor.get("/")).status_code == 303


async def test_every_form_is_guarded_and_no_other_method_gets_through(world: World, visitor: Visitor) -> None:
    await visitor.log_in(world.enrol(NAME))
    for path, method, _ in addresses():
        if method == "POST":
            assert (await visitor.post(filled_in(path), content=b"", headers=FORM)).status_code == 403, path
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        assert (await visitor.request(method, "/")).status_code in (403, 405)


@pytest.mark.parametrize(
    "host", ["elders.test", "portaal.test.elders.test", "portaal.test:444", "elders.test@portaal.test", ""]
)
async def test_another_host_is_refused(world: World, visitor: Visitor, host: str) -> None:
    answer = await visitor.get("/inloggen", headers={"Host": host, "X-Forwarded-Host": "portaal.test"})
    assert (answer.status_code, FAULTS["ander_adres"][0] in answer.text) == (421, True)
    assert host == "" or host not in answer.text


async def test_a_forwarded_host_is_not_believed(visitor: Visitor) -> None:
    answer = await visitor.get("/", headers={"X-Forwarded-Host": "elders.test", "X-Original-URL": "/account"})
    assert answer.headers["location"] == "/inloggen"


@pytest.mark.parametrize(
    "path",
    ["//elders.test/", "/static/../app.py", "/static/%2e%2e/app.py", "/./../account", "/inloggen/../", "/ACCOUNT"],
)
async def test_odd_paths_lead_nowhere(world: World, visitor: Visitor, path: str) -> None:
    answer = await visitor.get(httpx.URL(f"{ADDRESS}/").copy_with(raw_path=path.encode()))
    assert answer.status_code in (303, 404)
    assert answer.headers.get("location", "/inloggen").startswith(("/inloggen", ADDRESS))


async def test_on_this_machine_its_own_names_are_good_at_its_own_port_only(world: World) -> None:
    app = create_app(world.portal, "http://127.0.0.1:8081", on_this_machine=True)

    async def asked(host: str) -> int:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8081") as client:
            return (await client.get("/inloggen", headers={"Host": host})).status_code

    hosts = ("127.0.0.1:8081", "localhost:8081", "[::1]:8081", "localhost:9", "elders.test:8081")
    assert [await asked(host) for host in hosts] == [200, 200, 200, 421, 421]


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://coach.voorbeeld.test/", "https://coach.voorbeeld.test"),
        ("https://Coach.voorbeeld.test:443", "https://coach.voorbeeld.test"),
        ("http://[::1]:8081", "http://[::1]:8081"),
    ],
)
def test_an_origin_is_written_as_browsers_do(address: str, origin: str) -> None:
    assert origin_of(address) == origin


async def test_nothing_is_kept_by_a_cache_and_no_script_can_run(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    _, share_id = world.share(coach)
    await visitor.log_in(coach)
    answers = [
        await visitor.get("/"),
        await visitor.open(share_id),
        await visitor.get("/is-er-niet"),
        await visitor.get("/static/portaal.css"),
        await visitor.get("/health"),
        await visitor.post("/inloggen", content=b"x", headers={"Content-Type": "text/plain", "Origin": ADDRESS}),
        await visitor.post("/inloggen", content=b"", headers=FORM),
        await visitor.get("/", headers={"Host": "elders.test"}),
    ]
    for answer in answers:
        for name, value in {**HEADERS, "Strict-Transport-Security": HSTS}.items():
            assert answer.headers.get_list(name) == [value], answer.url
        assert "<script" not in answer.text
        assert not re.search(r"\bstyle=|\bon\w+=", answer.text)
    assert "script-src" not in HEADERS["Content-Security-Policy"]
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'")


async def test_over_http_the_cookie_has_a_plain_name(world: World) -> None:
    plain = World(world.engine, world.folder / "plain", world.clock, address="http://127.0.0.1:8081")
    async with Visitor(plain, host="127.0.0.1") as browser:
        coach = plain.enrol(NAME)
        code = plain.clock.code(coach.opened.totp_secret)
        fields = {"naam": NAME, "wachtzin": "vier groene fietsen op zolder", "code": code}
        answer = await browser.send_form("/inloggen", **fields)
    assert re.match(r"gesprek_coach=[\w-]{43}; HttpOnly; Path=/; SameSite=strict$", answer.headers["set-cookie"])
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"a=b", "application/json", 415),
        (b"a=b", "multipart/form-data; boundary=x", 415),
        (b"a=" + b"b" * 70_000, "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a=b" for _ in range(30)), "application/x-www-form-urlencoded", 400),
        (b"naam=%ff%00&wachtzin=%ed%a0%80", "application/x-www-form-urlencoded", 403),
    ],
)
async def test_what_is_no_form_of_ours(world: World, visitor: Visitor, content: bytes, kind: str, status: int) -> None:
    answer = await visitor.post("/inloggen", content=content, headers={"Content-Type": kind, "Origin": ADDRESS})
    assert answer.status_code == status
    assert "<h1>" in answer.text


async def test_too_many_at_once_are_asked_to_wait(
    world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "_WAITING_MAX", -1)
    answer = await visitor.send_form("/inloggen", naam=NAME, wachtzin="x", code="1")
    assert (answer.status_code, FAULTS["druk"][1] in answer.text) == (503, True)


async def test_a_database_that_is_away_gives_a_calm_page(
    world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = world.enrol(NAME)
    _, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)

    def away(*_: Any, **__: Any) -> Any:
        raise OSError("kanarie")

    monkeypatch.setattr(world.engine, "connect", away)
    monkeypatch.setattr(world.engine, "begin", away)
    for answer in (
        await visitor.get("/"),
        await visitor.get(f"/samenvatting/{share_id}"),
        await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst="Dag"),
        await visitor.send_form("/inloggen", naam=NAME, wachtzin="x", code="1"),
    ):
        assert (answer.status_code, FAULTS["even_niet"][0] in answer.text) == (503, True)
        assert "kanarie" not in answer.text
        assert answer.headers["cache-control"] == "no-store"
    for form in ("antwoord", "aantekening"):
        answer = await visitor.send_form(f"/samenvatting/{share_id}/{form}", tekst="Dag <b>Noor</b>, fijn.")
        assert "Dag &lt;b&gt;Noor&lt;/b&gt;, fijn." in answer.text, "nobody likes to write it twice"
    assert (await visitor.get("/health")).status_code == 503
    monkeypatch.undo()
    assert (await visitor.get(f"/samenvatting/{share_id}")).status_code == 200


async def test_a_key_never_leaves_memory(world: World, visitor: Visitor, tmp_path: Path, capfd: Any) -> None:
    coach = world.enrol(NAME)
    _, share_id = world.share(coach)
    answers = [await visitor.log_in(coach), await visitor.open(share_id), await visitor.get("/account")]
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    said = "".join(capfd.readouterr()).encode()
    sent = b"".join(answer.content + str(answer.headers).encode() for answer in answers)
    cookie = (visitor.session or "").encode()
    for secret in (coach.opened.private_key, coach.opened.totp_secret.encode(), *map(str.encode, coach.codes)):
        for form in (secret, secret.hex().encode()):
            assert form not in written + said + sent + cookie
    assert "private_key" not in repr(world.portal.who(visitor.session))


def test_the_code_of_the_portal_has_no_search_no_count_and_no_export() -> None:
    paths = " ".join(path for path, _, _ in addresses())
    assert not re.search("zoek|search|export|csv|statist|aantal|rapport", paths)
    assert "{share_id}" in paths
    assert "private_key" not in inspect.getsource(routes)
