"""Promise 2: your answers are kept on your device only; the server forgets them after every turn.

Whole conversations with a canary in everything that is said, at the API of a real server, in the real page and on
Telegram; then every byte on disk that the server, or anything on its behalf, could have written. Memory is out of
scope.
"""

from __future__ import annotations

import random
import resource
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import expect
from redis import Redis

from tests.promises import broken_in
from tests.promises.browser import do, open_page, window
from tests.promises.canary import Canary, Talkative
from tests.promises.conftest import OnTelegram
from tests.promises.house import BROKEN_IN, House, moment, press_or_type, turn
from tests.promises.scanner import Scanner, files_under
from tests.telegram.emulator import TOKEN
from tests.telegram.test_mini_app import signed
from tests.telegram.walk import content, everything
from tests.waiting import PATIENCE, wait_for

CANARY = Canary.new()
ASIDES = (
    f"wie kan dit lezen, ook {CANARY}?",
    f"qwrtp {CANARY} ???",
    f"ik wil niet meer leven {CANARY}",
    f"/stoppen{{{CANARY}}}",
    "laat mijn samenvatting zien",
)
ERRORS = (broken_in.ACTION_FAILS, broken_in.ACTION_FAILS_INSIDE, broken_in.RASA_FAILS, broken_in.VAULT_FAILS)


@pytest.fixture
def own_house(model: Path, tmp_path: Path) -> House:
    """A house for each test: each ends its server in a way of its own."""
    return House(tmp_path)


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    """Somebody at the API; which server is known once it runs."""
    with httpx.Client(timeout=PATIENCE) as connected:
        yield connected


def talk(client: httpx.Client) -> str:
    """Have the whole conversation, and something in between; return the last capsule."""
    person = Talkative(CANARY)
    answer = turn(client, None, None).json()
    while step := person.answer(answer):
        answer = press_or_type(client, answer, step)
    for text in ASIDES:
        answer = turn(client, answer["capsule"], text).json()
    assert client.post("/api/summary.pdf", json={"capsule": answer["capsule"]}).content.startswith(b"%PDF-")
    return str(answer["capsule"])


def kept(client: httpx.Client, capsule: str) -> set[str]:
    """Return the questions at which the person keeps an answer with the canary in it."""
    answers = client.post("/api/export", json={"capsule": capsule}).json()["answers"]
    return {key for key, answer in answers.items() if str(CANARY) in answer}


def send_what_is_refused(client: httpx.Client, capsule: str) -> None:
    """Say it where it doesn't belong."""
    refused = [
        client.post("/api/chat", json={"capsule": str(CANARY), "message": {"text": str(CANARY)}}),
        client.post("/api/chat", json={"capsule": capsule, "message": {"text": f"{CANARY} " * 400}}),
        client.post("/api/chat", json={"capsule": capsule, "message": {str(CANARY): str(CANARY)}}),
        client.post("/api/chat", content=f'{{"{CANARY}'.encode()),
        client.post("/api/export", json={"capsule": CANARY.plain}),
        client.post("/api/forget", json={"capsule": CANARY.plain}),
        client.get(f"/{CANARY}", params={"text": str(CANARY)}),
        client.put("/api/chat", content=str(CANARY).encode(), headers={"User-Agent": CANARY.plain}),
    ]
    assert [response.status_code for response in refused] == [409, 413, 400, 400, 409, 409, 404, 405]
    chosen = client.post("/api/chat", json={"capsule": capsule, "message": {"choice": CANARY.plain}})
    assert chosen.status_code == 200


def assert_nowhere(house: House) -> None:
    looked_at = {path.name for path in files_under(house.root)}
    assert {"gesprek.db", "log", "model.json"} <= looked_at
    assert house.log.stat().st_size
    assert house.found(CANARY.scanner) == {}
    assert house.found_outside(CANARY.scanner) == {}


def test_nothing_of_a_whole_conversation_is_on_any_disk(own_house: House, client: httpx.Client) -> None:
    with own_house.serving() as (address, server):
        client.base_url = httpx.URL(address)
        capsule = talk(client)
        found = kept(client, capsule)  # it was really said, and really kept by the person
        assert len(found) > 30
        assert "reflectie" in found
        send_what_is_refused(client, capsule)
        assert own_house.found(CANARY.scanner) == {}  # with the database open and its journal full
        assert own_house.stop(server) == 0
    assert_nowhere(own_house)


def test_nothing_is_left_by_errors_that_quote_what_was_said_and_a_kill_in_mid_turn(
    own_house: House, client: httpx.Client
) -> None:
    with own_house.serving(BROKEN_IN) as (address, server):
        client.base_url = httpx.URL(address)
        capsule = None
        for text in (None, "kort", "meedoen"):
            capsule = turn(client, capsule, text).raise_for_status().json()["capsule"]
        for harm in (*ERRORS, broken_in.WAITS):
            failed = turn(client, capsule, f"ik lach veel met {CANARY}, maar het {harm}")
            assert (failed.status_code, CANARY.plain in failed.text) == (503, False), harm
        last = turn(client, capsule, f"ik lach veel met {CANARY}").json()  # the capsule of before is still good
        assert kept(client, last["capsule"]) == {"goed.meedoen"}
        with ThreadPoolExecutor() as pool:
            for number in range(4):  # old conversations and new ones, so that it writes as well
                pool.submit(_say_until_killed, address, capsule if number % 2 else None, f"moe, zei {CANARY}")
            time.sleep(random.uniform(0.2, 1.0))
            pool.submit(_say_until_killed, address, capsule, f"ik lach met {CANARY} {broken_in.HANGS}")
            wait_for((own_house.cwd / broken_in.HANGING).exists, "a turn hangs")
            server.kill()
            server.wait(PATIENCE)
    assert_nowhere(own_house)
    assert (own_house.data / "gesprek.db-wal").exists()  # nobody tidied up


def test_a_crash_writes_no_memory_to_any_disk(own_house: House, client: httpx.Client) -> None:
    """Also where the system would write one (a core dump), and although a crash is no way to end a turn."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))  # the server starts with what the system allows
    try:
        with own_house.serving() as (address, server):
            client.base_url = httpx.URL(address)
            capsule = turn(client, None, None).raise_for_status().json()["capsule"]
            turn(client, capsule, f"rustig, zei {CANARY}")
            server.send_signal(signal.SIGABRT)
            server.wait(PATIENCE)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    assert list(own_house.cwd.glob("core*")) == []  # searching one would take minutes
    assert_nowhere(own_house)


def _say_until_killed(address: str, capsule: str | None, text: str) -> None:
    with suppress(httpx.TransportError), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        while True:
            turn(client, capsule, text)


def test_nothing_of_a_conversation_in_the_page_is_on_any_disk_but_in_its_tab(
    house: House, address: str, chromium: str, tmp_path: Path
) -> None:
    """A browser keeps what a tab remembers (sessionStorage) in its profile: on the person's device, until it is closed.

    Nowhere else in the profile: no history, no cache, no form data, no storage that other tabs share.
    """
    person, profile, began = Talkative(CANARY), tmp_path / "profile", moment()
    with window(chromium, profile) as page:
        answer = open_page(page, address)
        while step := person.answer(answer):
            answer = do(page, step)
        assert CANARY.plain in page.evaluate("sessionStorage.gesprek")
        assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
        kept = profile / "Default" / "Session Storage"
        # Chromium writes it there some seconds later, and takes it away when the tab is closed, or leaves it.
        wait_for(lambda: CANARY.scanner.in_files(files_under(kept)), "the profile holds what the tab remembers")
        found = CANARY.scanner.in_files(files_under(profile))
    found |= CANARY.scanner.in_files(files_under(profile))
    assert {Path(path).parent for path in found} == {kept}
    with window(chromium, profile) as page:  # who sits down at the same browser later
        open_page(page, address)
        assert CANARY.plain not in page.content()
        assert CANARY.plain not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")
    assert house.found(CANARY.scanner) == {}
    outside = house.found_outside(CANARY.scanner, began)
    assert [path for path in outside if path not in found] == []


def test_nothing_of_a_conversation_on_telegram_is_on_any_disk_in_any_log_or_readable_in_redis(
    on_telegram: OnTelegram,
) -> None:
    """Of the person nothing either: no chat id, no name; nor the token of the bot."""
    telegram, house, name, began = on_telegram.telegram, on_telegram.house, Canary.new(), moment()
    person = telegram.person(name.plain)
    for _ in telegram.walk(person, Talkative(CANARY)):
        pass
    saved = content(person, telegram.do(person, "bewaar"))
    for text in (*ASIDES, f"/{CANARY.plain}", "als pdf", "samenvatting als tekst", "pauze", str(CANARY) * 300):
        telegram.do(person, text)
    telegram.wait(person.edit(f"ik lach met {CANARY}"))
    telegram.wait(person.send_file(CANARY.plain, str(CANARY).encode(), caption=str(CANARY)))
    telegram.wait(person.send_file("mijn.capsule", saved))
    answers = telegram.wait(everything(person))["answers"]
    assert len([key for key, answer in answers.items() if str(CANARY) in answer]) > 30  # it was said, and is theirs
    scanner = Scanner(CANARY.plain, CANARY.accented, name.plain, str(person.id), TOKEN, TOKEN.partition(":")[2])
    assert house.found(scanner) == {}
    assert house.log.stat().st_size
    assert [path for path in house.found_outside(CANARY.scanner, began) if "chromium" not in path] == []
    if on_telegram.redis_url:
        with Redis.from_url(on_telegram.redis_url) as redis:
            held = b"\n".join(part for key in redis.scan_iter() for part in (key, redis.dump(key) or b""))
        assert held
        assert list(scanner.in_bytes(held)) == []


def test_opened_inside_telegram_the_page_lets_go_of_who_opened_it(
    on_telegram: OnTelegram, chromium: str, tmp_path: Path
) -> None:
    """Telegram puts a profile in the address. It is checked once; then it is in no tab, no log and no file."""
    name, now = Canary.new().plain, int(time.time())
    profile = {"auth_date": str(now), "user": f'{{"id": 77, "first_name": "{name}"}}'}
    with window(chromium, tmp_path) as page:
        for token, believed in ((TOKEN, True), ("1:anders", False)):
            opened = quote(signed(profile, token), safe="")
            with page.expect_response("**/telegram/page") as checked:
                page.goto(f"{on_telegram.address}/#tgWebAppData={opened}&tgWebAppVersion=8.0")
            assert checked.value.status == (204 if believed else 403)
            page.get_by_text("Hoe wil je beginnen?").first.wait_for()
            assert page.url == f"{on_telegram.address}/"
            expect(page.get_by_text("gaat niet langs Telegram")).to_have_count(int(believed))
            assert name not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage}) + document.cookie")
            page.goto("about:blank")
    assert on_telegram.house.found(Scanner(name)) == {}
