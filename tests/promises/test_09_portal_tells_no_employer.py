"""Promise 9, for the portal: no page of it is for an employer, and its log holds no coach, no share and no person."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from starlette.routing import Route

from bench.servers import free_port
from bot.coach.app import ROUTES
from bot.coach.beside import PROGRAM, Beside
from bot.conversation import sharing
from bot.settings import PROJECT_ROOT
from bot.storage.database import open_engine
from bot.storage.migrate import upgrade
from tests.coach.clock import PASSPHRASE, Clock
from tests.coach.portal import FORM, World, letter
from tests.promises.canary import Canary
from tests.promises.scanner import Scanner

CANARY = Canary.new()
PAGES = {
    "/inloggen", "/uitnodiging/{token}", "/uitnodiging/{token}/organisatie", "/koppelen", "/organisatie",
    "/organisatie/terug", "/organisatie/wachtzin", "/", "/wat-je-ziet", "/samenvatting/{share_id}",
    "/samenvatting/{share_id}/afdruk", "/samenvatting/{share_id}/openen", "/samenvatting/{share_id}/antwoord",
    "/samenvatting/{share_id}/aantekening", "/samenvatting/{share_id}/verwijderen", "/account", "/account/herstelcodes",
    "/account/wachtzin", "/account/telefoon", "/account/telefoon/bevestigen", "/uitloggen", "/uitloggen/overal",
    "/health",
}  # fmt: skip


class Logged:
    """A portal as it is served, whose log goes to a file, with one share."""

    def __init__(self, folder: Path, address: str) -> None:
        url = f"sqlite:///{folder / 'gesprek.db'}"
        upgrade(url)
        self.address = address
        self.world = World(open_engine(url), folder / "withdrawn", Clock(datetime.now().astimezone()))
        self.coach = self.world.enrol(f"Ada {CANARY.plain}")
        _, self.share_id = self.world.share(self.coach, letter(f"samen met {CANARY}", name=str(CANARY)))

    def walk(self) -> None:
        """Do everything a coach does, and some of what goes wrong."""
        telling = {
            "Origin": self.address,
            "User-Agent": CANARY.plain,
            "X-Forwarded-For": "198.51.100.77",
            "Referer": f"{self.address}/{CANARY.plain}",
        }
        with httpx.Client(base_url=self.address, headers=telling, timeout=60) as browser:
            fields = {"naam": self.coach.name, "wachtzin": PASSPHRASE, "code": self.coach.codes[0]}
            browser.post("/inloggen", data={**fields, "wachtzin": f"niet {CANARY}"})
            assert browser.post("/inloggen", data=fields).status_code == 303
            path = f"/samenvatting/{self.share_id}"
            assert browser.post(f"{path}/openen", headers=FORM).status_code == 303
            assert str(CANARY) in browser.get(path).text
            assert browser.post(f"{path}/antwoord", data={"tekst": f"Dag {CANARY}"}).status_code == 303
            browser.post(f"{path}/aantekening", data={"tekst": f"bel {CANARY}"})
            browser.get(f"/{CANARY.plain}")
            browser.get(f"/uitnodiging/{CANARY.plain}")
            browser.get("/", headers={"Host": CANARY.plain})
            self.world.engine.dispose()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Logged]:
    folder = tmp_path_factory.mktemp("portal")
    file = folder / "log"
    port = free_port()
    logged = Logged(folder, f"http://127.0.0.1:{port}")
    shell = f'GESPREK_DATA_DIR="{folder}" exec "$@" 2>"{file}"'
    beside = Beside("127.0.0.1", port, ("sh", "-c", shell, "sh", *PROGRAM))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT_ROOT)
        beside.start()
        try:
            logged.walk()
            (folder / "gesprek.db").rename(folder / "weg.db")
            httpx.get(f"{logged.address}/health", timeout=60)
        finally:
            beside.stop()
    return file.read_bytes(), logged


def test_no_page_of_the_portal_is_for_anybody_but_a_coach() -> None:
    assert {route.path for route in ROUTES if isinstance(route, Route)} == PAGES


def test_the_log_of_the_portal_holds_nobody(log: tuple[bytes, Logged]) -> None:
    written, logged = log
    assert b"a login was refused" in written
    assert [*CANARY.scanner.in_bytes(written)] == []
    ids = (logged.share_id, logged.coach.coach_id, logged.coach.name, "198.51.100.77", PASSPHRASE)
    assert [*Scanner(*ids).in_bytes(written)] == []
    assert not re.search(rb"[A-Za-z0-9_-]{43}|[0-9a-f]{32}", written)


async def test_a_coach_sees_nobody_who_did_not_share_with_them(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    upgrade(url)
    world = World(open_engine(url), tmp_path / "withdrawn")
    ada, wim = world.enrol("Ada Voorbeeld"), world.enrol("Wim Voorbeeld")
    secret, share_id = world.share(wim)
    assert world.letterbox.inbox(ada.coach_id) == []
    world.sharing.withdraw(secret)
    assert world.letterbox.inbox(ada.coach_id) == []
    assert [one.status for one in world.letterbox.inbox(wim.coach_id)] == [sharing.WITHDRAWN]
    assert world.letterbox.status(ada.coach_id, share_id) is None
    world.engine.dispose()
