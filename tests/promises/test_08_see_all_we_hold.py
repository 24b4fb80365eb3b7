"""Promise 8: you can see all we hold.

The export of a real server beside its real database: every table and every column with something about the conversation
is in it; and beside docs/privacy.md, which explains each of them. What the capsule holds is in it literally.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.conversation.state import Gesprek
from bot.settings import PROJECT_ROOT
from bot.sharing.tombstones import Tombstones
from bot.storage import migrate
from bot.storage.database import open_engine
from bot.storage.models import Base
from bot.vault.capsule import parse
from tests.promises.canary import Canary, Talkative
from tests.promises.house import House
from tests.promises.places import walk
from tests.sharing.conftest import House as SharingHouse

CANARY = Canary.new()
# What the export calls each column. Whoever adds a column names it here, and explains it in docs/privacy.md.
NAMES = {
    "conversation_key.conversation_id": "gespreksnummer",
    "conversation_key.key": "sleutel",
    "conversation_key.created_on": "aangemaakt_op",
    "conversation_key.last_used_on": "laatst_gebruikt_op",
}
# The same for what was shared: one entry of `shares` each, with its messages and the coach's note.
OF_A_SHARE = {
    "share.share_id": "nummer",
    "share.coach_id": "coachnummer",
    "share.key_epoch": "sleutelnummer_coach",
    "share.owner": "kenmerk_gesprek",
    "share.sealed": "brief",
    "share.consent_version": "toestemmingstekst",
    "share.parts": "onderdelen",
    "share.name_kind": "soort_naam",
    "share.created_on": "gedeeld_op",
    "share.until": "tot_en_met",
    "share.status": "status",
    "share.status_on": "status_sinds",
    "share.notify": "seintje_adres",
    "share.notified_on": "seintje_op",
}
OF_A_MESSAGE = {
    "share_message.message_id": "nummer",
    "share_message.number": "volgnummer",
    "share_message.author": "van",
    "share_message.sealed": "bericht",
    "share_message.copy": "kopie_voor_schrijver",
    "share_message.created_on": "geschreven_op",
    "share_message.read_on": "gelezen_op",
}
UNDER_A_SHARE = {
    "share_message.share_id": "nummer",
    "share_note.share_id": "nummer",
    "share_note.sealed": "aantekening_van_coach",
}
OF_NOBODY = {"alembic_version.version_num"}  # the version of the tables themselves
OF_COACHES = {f"{table}.{column.name}" for table in ("coach", "coach_recovery_code", "coach_audit")
              for column in Base.metadata.tables[table].columns}  # fmt: skip
# What a capsule holds beside answers: where the conversation is, nothing that somebody said.
BOOKKEEPING = {
    "dimensies", "to_plan", "asked", "between", "about", "hesitated", "offers", "resting", "misses", "turn", "buttons",
    "forgotten", "focus", "geheim", "delen",
}  # fmt: skip
EXPORTED = {"route", "answers", "scores", "skipped", "marks", "themes", "chosen_offer", "gedeeld"}


@pytest.fixture(scope="module")
def held(api: httpx.Client) -> dict[str, Any]:
    """The export after a whole conversation, with the capsule it is of."""
    *_, last = walk(api, Talkative(CANARY))
    exported = api.post("/api/export", json={"capsule": last["capsule"]}).json()
    return {**exported, "capsule": last["capsule"]}


def columns(house: House) -> dict[str, list[str]]:
    """Return the columns of every table in the database file of the server."""
    with closing(sqlite3.connect(house.data / "gesprek.db")) as database:
        tables = [
            name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        ]
        return {
            table: [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            for table in tables
            if not table.startswith("sqlite_")
        }


def stored_row(house: House, table: str, conversation: str) -> dict[str, Any]:
    with closing(sqlite3.connect(house.data / "gesprek.db")) as database:
        database.row_factory = sqlite3.Row
        query = f"SELECT * FROM {table} WHERE conversation_id = ?"
        rows = database.execute(query, (conversation,)).fetchall()
    assert len(rows) == 1
    return dict(rows[0])


def test_every_column_there_is_has_a_name_in_the_export(house: House, held: dict[str, Any]) -> None:
    found = {f"{table}.{column}" for table, names in columns(house).items() for column in names} - OF_NOBODY
    declared = {f"{table}.{column.name}" for table, made in Base.metadata.tables.items() for column in made.columns}
    about_people = {*NAMES, *OF_A_SHARE, *OF_A_MESSAGE, *UNDER_A_SHARE}
    assert found - OF_COACHES == declared - OF_COACHES == about_people
    assert set(held["stored_on_server"]) == set(NAMES.values())


def test_the_export_shows_what_the_row_holds(house: House, held: dict[str, Any]) -> None:
    row = stored_row(house, "conversation_key", parse(held["capsule"]).conversation_id)
    shown = {column: held["stored_on_server"][NAMES[f"conversation_key.{column}"]] for column in row}
    key = row.pop("key")
    assert shown.pop("key") == f"(versleutelingssleutel, {len(key)} bytes)"  # itself it would only be a risk
    assert shown == {column: str(value) for column, value in row.items()}


def test_every_column_is_explained_to_people() -> None:
    explained = (PROJECT_ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+\.\w+)` \|", explained, re.MULTILINE))
    assert named == {*NAMES, *OF_A_SHARE, *OF_A_MESSAGE, *UNDER_A_SHARE, *OF_NOBODY, *OF_COACHES}


def test_what_was_shared_is_shown_with_every_column(tmp_path: Path) -> None:
    shared = SharingHouse(opened_database(tmp_path), Tombstones(tmp_path / "shares"))
    coach, secret = shared.add_coach("Marieke de Vries"), "ab" * 32
    read = shared.letterbox.open(coach, shared.share(secret, coach), shared.keys[coach])
    assert read is not None
    assert shared.letterbox.answer(coach, read, "Dank je.")
    (held,) = shared.sharing.held(secret)
    (message,) = held["berichten"]
    assert set(OF_A_SHARE.values()) | {"coach", "berichten", "aantekening_van_coach"} == set(held)
    assert set(message) == set(OF_A_MESSAGE.values())
    shared.engine.dispose()


def opened_database(folder: Path) -> Engine:
    url = f"sqlite:///{folder / 'gesprek.db'}"
    migrate.upgrade(url)
    return open_engine(url)


def test_everything_that_was_said_is_in_it_literally(held: dict[str, Any]) -> None:
    said = [answer for answer in held["answers"].values() if str(CANARY) in answer]
    assert len(said) > 30
    assert set(held["scores"].values()) == {7.0}
    assert held["marks"]
    assert str(CANARY) in json.dumps(held["plan"], ensure_ascii=False)


def test_all_that_a_capsule_holds_is_in_it_or_is_nothing_somebody_said() -> None:
    assert {field.name for field in fields(Gesprek)} == EXPORTED | BOOKKEEPING


def test_it_is_nobody_elses(api: httpx.Client, held: dict[str, Any]) -> None:
    assert api.get("/api/export").status_code == 405
    other = api.post("/api/chat", json={"capsule": None, "message": None}).json()["capsule"]
    exported = api.post("/api/export", json={"capsule": other}).json()
    assert exported["answers"] == {}
    assert exported["stored_on_server"]["gespreksnummer"] != held["stored_on_server"]["gespreksnummer"]
