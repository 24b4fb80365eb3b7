"""Promise 5: only that coach can read it.

Another coach gets what somebody gets who asks for nothing; and who has the database, a dump of it and every secret of
the server finds no word of a letter, an answer or a note, and nothing that opens one.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from sqlalchemy import select
from sqlalchemy.engine import Engine, make_url

from bot.conversation.letter import NotShared, Part
from bot.sharing import crypto
from bot.storage.models import Base
from tests.coach.clock import PASSPHRASE
from tests.coach.portal import Visitor, World, letter
from tests.promises.canary import Canary
from tests.promises.scanner import Scanner, files_under
from tests.storage.conftest import database_url, engine, postgres
from tests.storage.postgres import binaries

__all__ = ["database_url", "engine", "postgres"]

CANARY = Canary.new()
SERVER_SECRET = b"s" * 32  # what tests.coach.portal signs previews with


@pytest.fixture
def world(engine: Engine, tmp_path: Path) -> World:
    return World(engine, tmp_path / "beside")


async def live(world: World) -> str:
    """Have somebody share, a coach read, note and answer, and the person write back, all with the canary."""
    coach = world.enrol("Ada Voorbeeld")
    words = f"samen met {CANARY}"
    told = letter(
        words,
        name=str(CANARY),
        parts=(Part("x", words, words, words),),
        plan=words,
        alt=words,
        svg=f"<svg>{words}</svg>",
        text=words,
        not_shared=(NotShared(words, words),),
    )
    secret, share_id = world.share(coach, told)
    async with Visitor(world) as browser:
        await browser.log_in(coach)
        assert str(CANARY) in (await browser.open(share_id)).text
        await browser.send_form(f"/samenvatting/{share_id}/aantekening", tekst=words)
        answered = await browser.send_form(f"/samenvatting/{share_id}/antwoord", tekst=words)
        assert answered.status_code == 303
        assert world.sharing.write_back(secret, share_id, words)
        assert (await browser.open(share_id)).text.count(str(CANARY)) > 5
    return share_id


async def test_another_coach_gets_what_somebody_gets_who_asks_for_nothing(world: World) -> None:
    share_id = await live(world)
    wim = world.enrol("Wim Voorbeeld")
    async with Visitor(world) as browser:
        await browser.log_in(wim)
        assert (await browser.open(share_id)).status_code == 404
        for path in ("", "/afdruk", "/verwijderen"):
            theirs, nothing = [await browser.get(f"/samenvatting/{one}{path}") for one in (share_id, "0" * 32)]
            assert (theirs.status_code, theirs.content) == (404, nothing.content)
        assert share_id[:4].upper() not in (await browser.get("/")).text
    assert world.letterbox.look(wim.coach_id, share_id, wim.opened.private_key) is None


async def test_no_file_and_no_dump_holds_a_word(world: World, tmp_path: Path) -> None:
    await live(world)
    assert CANARY.scanner.in_files(files_under(tmp_path)) == {}
    assert [*CANARY.scanner.in_bytes(dump(world.engine))] == []
    assert [*Scanner(PASSPHRASE).in_bytes(dump(world.engine))] == []


async def test_nothing_that_is_kept_opens_a_letter(world: World) -> None:
    """Every 32 bytes of the database and of the server's secret, tried as the private key."""
    await live(world)
    (coach,) = world.coaches.all()
    kept = [value for value in values(world.engine) if isinstance(value, bytes)]
    sealed = [value for value in kept if len(value) > 80]
    keys = {piece for value in (*kept, SERVER_SECRET) for piece in pieces(value)}
    assert len(sealed) >= 6  # a letter, two messages with their copies, a note
    assert coach.public_key in keys
    opened = [value for value in sealed for key in keys if crypto.unseal(PrivateKey(key), value) is not None]
    assert opened == []


def pieces(value: bytes) -> Iterator[bytes]:
    """Yield the 32 bytes with which a value begins and ends."""
    if len(value) >= 32:
        yield from (value[:32], value[-32:])


def values(engine: Engine) -> Iterator[object]:
    """Yield every value of every row of every table."""
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield from row


def dump(engine: Engine) -> bytes:
    """Return all that is in the database, as a backup would have it."""
    if engine.dialect.name == "sqlite":
        return b"".join(path.read_bytes() for path in Path(str(engine.url.database)).parent.iterdir())
    programs = binaries()
    assert programs is not None  # the fixture that started the server made sure
    url = make_url(engine.url)
    schema = str(url.query["options"]).rpartition("=")[2]
    plain = url.difference_update_query(["options"]).render_as_string(hide_password=False)
    command = [str(programs / "pg_dump"), f"--dbname={plain}", f"--schema={schema}", "--inserts"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ})
    assert b"coach" in done.stdout
    return done.stdout
