"""The organisation's own login, against a certified provider that runs on this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy.engine import Engine

from bench.servers import free_port
from bot.coach.oidc import Provider
from bot.coach.tries import FREE_TRIES
from bot.coach.vouching import ProviderAway
from tests.coach.clock import PASSPHRASE, Clock
from tests.coach.portal import ADDRESS, Visitor, World, heading
from tests.waiting import PATIENCE

PACKAGE = "oidc-provider@9"
CLIENT, SECRET = "portaal", "geheim-van-het-portaal"
NAME, LOGIN = "Ada Voorbeeld", "ada.v"
BACK = "/organisatie/terug"
INSTALL_SECONDS = 180


@pytest.fixture(scope="session")
def modules() -> Path:
    """Find the provider's package, in a cache that stays, and fetch it with npm where it isn't there."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("no npm and node: install the packages `npm` and `nodejs` of your distribution")
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "het-andere-gesprek" / "oidc"
    if not (cache / "node_modules" / "oidc-provider").exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(cache), PACKAGE]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=INSTALL_SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            pytest.skip("npm can't fetch oidc-provider here")
    return cache


@pytest.fixture(scope="module")
def issuer(modules: Path) -> Iterator[str]:
    """Run the provider; gives its address."""
    port = free_port()
    program = Path(__file__).with_name("provider.mjs")
    command = ["node", str(program), str(modules), str(port), ADDRESS + BACK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        try:
            assert any("ready" in line for line in running.stdout), "the provider did not start"
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


@pytest.fixture
def world(engine: Engine, clock: Clock, tmp_path: Path, issuer: str) -> World:
    return World(engine, tmp_path, clock, provider=Provider(issuer, CLIENT, SECRET, ADDRESS))


@pytest.fixture
async def visitor(world: World) -> AsyncIterator[Visitor]:
    async with Visitor(world) as browser:
        yield browser


def at_provider(address: str, login: str = LOGIN) -> str:
    """Log in at the provider the way a browser does; the address at which it comes back."""
    with httpx.Client(follow_redirects=False, timeout=PATIENCE) as browser:
        answer = browser.get(address)
        for _ in range(12):
            if answer.is_redirect:
                where = str(answer.next_request.url) if answer.next_request else ""
                if where.startswith(ADDRESS):
                    return where
                answer = browser.get(where)
                continue
            action = re.search(r'action="([^"]+)"', answer.text)
            prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
            assert action, answer.text
            assert prompt, answer.text
            fields = {"prompt": prompt[1], "login": login, "password": "maakt niet uit"}
            answer = browser.post(str(answer.url.join(action[1])), data=fields)
    raise AssertionError("the provider did not send us back")


async def away(visitor: Visitor, path: str = "/organisatie") -> str:
    """Leave for the provider; the address it sends us to."""
    answer = await visitor.get(path)
    assert answer.status_code == 303
    return answer.headers["location"]


async def accept(world: World, visitor: Visitor, login: str = LOGIN) -> httpx.Response:
    """Accept an invitation by way of the provider."""
    path = "/uitnodiging/" + world.invitations.invite(NAME, "Denkt mee.", outside_line=True)
    assert "Log eerst in bij je organisatie" in (await visitor.get(path)).text
    await visitor.get(at_provider(await away(visitor, f"{path}/organisatie"), login))
    return await visitor.send_form(path, wachtzin=PASSPHRASE, nogmaals=PASSPHRASE)


async def test_a_coach_accepts_and_comes_in_by_the_organisation(world: World, visitor: Visitor, issuer: str) -> None:
    assert (await accept(world, visitor)).headers["location"] == "/"
    (coach,) = world.coaches.all()
    assert coach.oidc_subject == f"{issuer}|{LOGIN}"
    out = await visitor.send_form("/uitloggen")
    assert "Ook uitloggen bij je organisatie" in out.text
    assert f"{issuer}/session/end?client_id={CLIENT}" in out.text
    page = await visitor.get(at_provider(await away(visitor)))
    assert heading(page) == "Je wachtzin"
    wrong = await visitor.send_form("/organisatie/wachtzin", wachtzin="iets heel anders dan dat")
    assert (wrong.status_code, "klopt niet" in wrong.text) == (403, True)
    before = visitor.session
    assert (await visitor.send_form("/organisatie/wachtzin", wachtzin=PASSPHRASE)).headers["location"] == "/"
    assert visitor.session != before
    assert (await visitor.get("/")).status_code == 200


async def test_the_request_has_state_nonce_and_pkce_and_asks_for_no_profile(visitor: Visitor) -> None:
    asked = parse_qs(urlsplit(await away(visitor)).query)
    assert asked["scope"] == ["openid"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))
    again = parse_qs(urlsplit(await away(visitor)).query)
    assert all(asked[name] != again[name] for name in ("state", "nonce", "code_challenge"))


async def test_somebody_the_organisation_knows_is_no_coach_yet(world: World, visitor: Visitor) -> None:
    """Also with the name of a coach: only who accepted an invitation this way is known by it."""
    world.enrol(LOGIN)
    page = await visitor.get(at_provider(await away(visitor)))
    assert (page.status_code, heading(page)) == (403, "Inloggen is niet gelukt")
    assert (await visitor.send_form("/organisatie/wachtzin", wachtzin=PASSPHRASE)).headers["location"] == "/inloggen"


async def test_one_login_is_one_coach(world: World, visitor: Visitor) -> None:
    await accept(world, visitor)
    path = "/uitnodiging/" + world.invitations.invite("Wim Voorbeeld", "Denkt mee.", outside_line=True)
    async with Visitor(world) as second:
        page = await second.get(at_provider(await away(second, f"{path}/organisatie")))
        assert page.status_code == 403
        refused = await second.send_form(path, wachtzin=PASSPHRASE, nogmaals=PASSPHRASE)
        assert "Log eerst in bij je organisatie" in refused.text
    assert len(world.coaches.offered()) == 1


async def test_who_came_by_the_organisation_can_not_come_in_by_name(world: World, visitor: Visitor) -> None:
    await accept(world, visitor)
    async with Visitor(world) as second:
        answer = await second.send_form("/inloggen", naam=NAME, wachtzin=PASSPHRASE, code="000000")
        assert answer.status_code == 403


async def test_a_way_back_works_once_and_for_who_went_only(world: World, visitor: Visitor) -> None:
    await accept(world, visitor)
    back = at_provider(await away(visitor))
    async with Visitor(world) as other:
        assert (await other.get(back)).headers["location"] == "/inloggen"
        await away(other)
        assert (await other.get(back)).status_code == 403
    assert heading(await visitor.get(back)) == "Je wachtzin"
    assert (await visitor.get(back)).headers["location"] == "/inloggen"


@pytest.mark.parametrize("change", ["state", "code", "both"])
async def test_a_way_back_that_was_changed_leads_nowhere(world: World, visitor: Visitor, change: str) -> None:
    await accept(world, visitor)
    query = parse_qs(urlsplit(at_provider(await away(visitor))).query)
    changed = {name: "é" + values[0][1:] if change in (name, "both") else values[0] for name, values in query.items()}
    assert (await visitor.get(BACK, params=changed)).status_code == 403


async def test_guessing_the_passphrase_locks_here_too(world: World, visitor: Visitor) -> None:
    await accept(world, visitor)
    await visitor.get(at_provider(await away(visitor)))
    for _ in range(FREE_TRIES):
        page = await visitor.send_form("/organisatie/wachtzin", wachtzin="iets heel anders dan dat")
    assert "Wacht 30 seconden" in page.text
    assert (await visitor.send_form("/organisatie/wachtzin", wachtzin=PASSPHRASE)).status_code == 403


async def test_a_reset_unbinds_the_login(world: World, visitor: Visitor) -> None:
    await accept(world, visitor)
    (coach,) = world.coaches.all()
    world.invitations.invite_again(coach.coach_id)
    page = await visitor.get(at_provider(await away(visitor)))
    assert heading(page) == "Inloggen is niet gelukt"


async def test_a_provider_that_is_away_gives_a_calm_page(engine: Engine, clock: Clock, tmp_path: Path) -> None:
    provider = Provider(f"http://127.0.0.1:{free_port()}", CLIENT, SECRET, ADDRESS)
    world = World(engine, tmp_path, clock, provider=provider)
    async with Visitor(world) as visitor:
        answer = await visitor.get("/organisatie")
        assert (answer.status_code, heading(answer)) == (503, "Inloggen via je organisatie lukt even niet")
        assert "Inloggen via je organisatie" in (await visitor.get("/inloggen")).text


def test_an_issuer_that_calls_itself_something_else_is_refused(issuer: str) -> None:
    with pytest.raises(ProviderAway):
        Provider(f"{issuer}/", CLIENT, SECRET, ADDRESS).begin()


def test_another_secret_is_not_vouched_for(issuer: str) -> None:
    provider = Provider(issuer, CLIENT, "een ander geheim", ADDRESS)
    gone, address = provider.begin()
    query = parse_qs(urlsplit(at_provider(address)).query)
    assert provider.finish(gone, query["code"][0], query["state"][0]) is None


def test_a_nonce_of_another_time_is_not_believed(issuer: str) -> None:
    provider = Provider(issuer, CLIENT, SECRET, ADDRESS)
    gone, address = provider.begin()
    query = parse_qs(urlsplit(at_provider(address)).query)
    assert provider.finish(replace(gone, nonce="iets anders"), query["code"][0], query["state"][0]) is None


async def test_without_a_provider_its_pages_are_not_there(engine: Engine, clock: Clock, tmp_path: Path) -> None:
    async with Visitor(World(engine, tmp_path, clock)) as visitor:
        assert (await visitor.get("/organisatie")).status_code == 404
        assert (await visitor.get(BACK)).headers["location"] == "/inloggen"
        assert "organisatie" not in (await visitor.get("/inloggen")).text
