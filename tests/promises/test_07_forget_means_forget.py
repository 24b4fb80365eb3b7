"""Promise 7: forget means forget.

By the API, in the conversation and on Telegram: the key is gone down to its bytes in every file, every capsule there
ever was is refused, and asking again is no error. What was shared goes with it, from the database and from any backup
put back (tests/web/test_sharing.py, tests/sharing/test_service.py). Reminders come with that promise.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.sharing.tombstones import Tombstones
from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys
from bot.storage.models import Share
from bot.telegram.capsule_files import NAME
from bot.vault.capsule import parse
from tests.e2e.steps import button, choose_menu, stored
from tests.promises.browser import do, open_page, window
from tests.promises.conftest import OnTelegram
from tests.promises.house import House, turn
from tests.promises.scanner import files_under
from tests.sharing.conftest import House as SharingHouse
from tests.telegram.person import texts
from tests.telegram.walk import content
from tests.waiting import PATIENCE

SAYS = (None, "kort", "meedoen", "ik lach veel met Sanne", "7")
Forgets = Callable[[httpx.Client, str], None]


def by_the_api(api: httpx.Client, capsule: str) -> None:
    assert api.post("/api/forget", json={"capsule": capsule}).status_code == 204


def in_the_conversation(api: httpx.Client, capsule: str) -> None:
    asked = turn(api, capsule, "wis alles").json()
    assert asked["expects"]["kind"] == "confirm"
    answer = turn(api, asked["capsule"], "ja").json()
    assert answer["forgotten"] is True
    assert parse(answer["capsule"]).conversation_id != parse(capsule).conversation_id


def talk(api: httpx.Client) -> list[str]:
    """Have some of a conversation; return every capsule of it."""
    capsules: list[str] = []
    for text in SAYS:
        capsules.append(turn(api, capsules[-1] if capsules else None, text).raise_for_status().json()["capsule"])
    return capsules


def stored_key(house: House, capsule: str) -> bytes | None:
    """Return the key of a conversation as it stands in the database."""
    query = "SELECT key FROM conversation_key WHERE conversation_id = ?"
    with closing(sqlite3.connect(house.data / "gesprek.db")) as database:
        row = database.execute(query, (parse(capsule).conversation_id,)).fetchone()
    return bytes(row[0]) if row else None


def files_with(house: House, *parts: bytes) -> list[str]:
    """Return the files of the house that hold any of these bytes."""
    return [str(path) for path in files_under(house.root) if any(part in path.read_bytes() for part in parts)]


@pytest.fixture(params=[by_the_api, in_the_conversation])
def forget(request: pytest.FixtureRequest) -> Forgets:
    """Both ways to have everything deleted."""
    return request.param  # type: ignore[no-any-return]


def test_the_key_is_gone_down_to_its_bytes(house: House, api: httpx.Client, forget: Forgets) -> None:
    mine, theirs = talk(api), talk(api)
    key, other = stored_key(house, mine[-1]), stored_key(house, theirs[-1])
    assert key
    assert other
    assert files_with(house, key)  # it was there to be found
    forget(api, mine[-1])
    assert stored_key(house, mine[-1]) is None
    name = parse(mine[-1]).conversation_id
    traces = (key, key[:16], key[16:], key.hex().encode(), name.encode(), bytes.fromhex(name))
    assert files_with(house, *traces) == []
    assert stored_key(house, theirs[-1]) == other


def test_every_capsule_there_ever_was_is_refused(api: httpx.Client, forget: Forgets) -> None:
    capsules = talk(api)
    forget(api, capsules[-1])
    for capsule in capsules:
        refused = [
            turn(api, capsule, None),
            turn(api, capsule, "hoi"),
            api.post("/api/chat", json={"capsule": capsule, "message": {"choice": "1.0"}}),
            api.post("/api/export", json={"capsule": capsule}),
            api.post("/api/summary.pdf", json={"capsule": capsule}),
        ]
        assert [(r.status_code, r.json()["error"]["code"]) for r in refused] == [(409, "capsule_invalid")] * 5


def test_an_older_capsule_forgets_as_well(api: httpx.Client) -> None:
    capsules = talk(api)
    by_the_api(api, capsules[0])
    assert turn(api, capsules[-1], None).status_code == 409


def test_a_second_time_is_no_error(api: httpx.Client, forget: Forgets) -> None:
    capsules = talk(api)
    forget(api, capsules[-1])
    for capsule in capsules:
        by_the_api(api, capsule)


def test_somebody_elses_conversation_is_left_alone(api: httpx.Client, forget: Forgets) -> None:
    mine, theirs = talk(api), talk(api)
    forget(api, mine[-1])
    held = api.post("/api/export", json={"capsule": theirs[-1]}).json()
    assert held["answers"]["goed.meedoen"] == SAYS[3]


def test_a_no_keeps_everything(api: httpx.Client) -> None:
    capsule = talk(api)[-1]
    answer = turn(api, turn(api, capsule, "wis alles").raise_for_status().json()["capsule"], "nee").json()
    assert api.post("/api/export", json={"capsule": answer["capsule"]}).json()["answers"]["goed.meedoen"] == SAYS[3]


def test_a_server_killed_while_forgetting_finishes_it_at_its_next_start(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, key, name = House(tmp_path), secrets.token_bytes(32), secrets.token_hex(16)
    monkeypatch.setattr("bot.storage.keys.erase_traces", lambda engine: True)  # killed before it came to that
    running = open_engine(f"sqlite:///{house.data / 'gesprek.db'}")
    ConversationKeys(running).create(name, key, date(2026, 11, 22))
    ConversationKeys(running).delete(name)
    as_it_was = {path: path.read_bytes() for path in house.data.glob("gesprek.db*")}
    running.dispose()
    for path, before in as_it_was.items():
        path.write_bytes(before)
    assert files_with(house, key)
    with house.serving():
        assert files_with(house, key, bytes.fromhex(name), name.encode()) == []


@pytest.mark.parametrize("which", [0, -1])
def test_what_was_shared_is_gone_down_to_its_bytes(model: Path, tmp_path: Path, forget: Forgets, which: int) -> None:
    """On a server of its own, with a coach; by the newest capsule and by the one in which sharing was first offered."""
    house = House(tmp_path)
    database = open_engine(f"sqlite:///{house.data / 'gesprek.db'}")
    beside = SharingHouse(database, Tombstones(tmp_path / "elders" / "shares"))
    beside.add_coach("Marieke de Vries")
    with house.serving() as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as api:
        capsules = [turn(api, None, None).raise_for_status().json()["capsule"]]
        for text in (
            *SAYS[1:],
            "vaker samen eten",
            "deel dit met Marieke",
            "alles",
            "alles",
            "anoniem",
            "2 weken",
            "ja",
        ):
            capsules.append(turn(api, capsules[-1], text).raise_for_status().json()["capsule"])
        with database.connect() as connection:
            (sealed,) = connection.execute(select(Share.sealed)).scalars()
        piece = bytes(sealed[40:72])
        assert files_with(house, piece)
        forget(api, capsules[which])
        with database.connect() as connection:
            assert connection.execute(select(Share)).all() == []
        assert files_with(house, piece) == []
    database.dispose()


def test_in_the_page_nothing_is_left_in_the_tab(house: House, address: str, chromium: str, tmp_path: Path) -> None:
    with window(chromium, tmp_path) as page:
        open_page(page, address)
        capsule = do(page, "kort")["capsule"]
        key = stored_key(house, capsule)
        assert key
        choose_menu(page, "Wis alles")
        with page.expect_response("**/api/forget") as answered:
            button(page, "Ja, wis alles").click()
        assert answered.value.status == 204
        page.get_by_text("Alles is gewist.").wait_for()
        assert stored(page) == {}
        assert files_with(house, key) == []


def test_on_telegram_no_file_opens_any_more_and_nothing_is_remembered(on_telegram: OnTelegram) -> None:
    telegram, house = on_telegram.telegram, on_telegram.house
    person = telegram.person()
    for text in ("/start", "kort", "meedoen", "ik lach veel met Sanne"):
        telegram.do(person, text)
    saved = [content(person, telegram.do(person, "bewaar")) for _ in range(2)]
    key = stored_key(house, saved[0].decode())
    assert key
    assert files_with(house, key)
    telegram.do(person, "/wis")
    telegram.do(person, "#Ja, wis alles")
    name = parse(saved[0].decode()).conversation_id
    assert files_with(house, key, name.encode(), bytes.fromhex(name)) == []
    for file in saved:
        assert "gaat hier niet open" in texts(telegram.wait(person.send_file(NAME, file)))
    assert "Sanne" not in texts(telegram.do(person, "/samenvatting"))
    telegram.do(person, "/wis")
    telegram.do(person, "#Ja, wis alles")  # a second time is no error
