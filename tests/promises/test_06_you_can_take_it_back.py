"""Promise 6: you can take it back.

One step, at any moment, also months later and with an older capsule: the sealed copy is gone down to its bytes, and the
coach sees that it was withdrawn. After its last day it goes by itself, for good, by the daily job.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.storage.database import erase_traces
from bot.storage.models import Share
from tests.promises.scanner import files_under
from tests.sharing.conftest import House
from tests.walker import Walker
from tests.web.sharing import serving, talk_to_the_offer

WAY = ("ja", "Marieke", "alles", "#Alles afdekken", "#Zonder naam", "3 maanden", "#Ja, deel dit")


@pytest.fixture
async def person(sharing_api: httpx.AsyncClient) -> Walker:
    """Somebody who has just shared for three months."""
    walker = await talk_to_the_offer(sharing_api)
    for step in WAY:
        await walker.do(step)
    return walker


def stored(installation: House) -> Any:
    with installation.engine.connect() as connection:
        return connection.execute(select(Share.share_id, Share.coach_id, Share.sealed, Share.status)).one()


def files_with(folder: Path, part: bytes) -> list[Path]:
    return [path for path in files_under(folder) if part in path.read_bytes()]


@pytest.mark.parametrize("said", ["trek het delen in", "Ik wil niet meer delen, haal het terug"])
async def test_it_takes_one_step(person: Walker, installation: House, tmp_path: Path, said: str) -> None:
    share_id, coach, sealed, _ = stored(installation)
    piece = bytes(sealed[40:72])
    assert files_with(tmp_path, piece)
    await person.say(said)
    assert "Ingetrokken" in person.text
    assert stored(installation).sealed is None
    assert files_with(tmp_path, piece) == []
    assert installation.letterbox.status(coach, share_id) == "ingetrokken"
    assert installation.letterbox.open(coach, share_id, installation.keys[coach]) is None


async def test_months_later_and_with_a_capsule_from_before(
    person: Walker, installation: House, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.calendar.pass_by(75)
    await person.start()
    await person.say("begin opnieuw")
    await person.say("ja")
    await person.say("trek het delen in")
    assert "Ingetrokken" in person.text


async def test_also_after_the_period_the_coach_sees_that_it_was_withdrawn(person: Walker, installation: House) -> None:
    share_id, coach, *_ = stored(installation)
    await person.say("trek het delen in")
    installation.calendar.pass_by(100)
    installation.sharing.expire()
    assert installation.letterbox.status(coach, share_id) == "ingetrokken"
    installation.calendar.pass_by(40)
    installation.sharing.expire()
    assert installation.letterbox.status(coach, share_id) is None


async def test_it_expires_by_itself_for_good(person: Walker, installation: House, tmp_path: Path) -> None:
    share_id, coach, sealed, _ = stored(installation)
    piece = bytes(sealed[40:72])
    for _ in range(92):
        installation.calendar.pass_by(1)
        installation.sharing.expire()
    assert stored(installation).sealed is not None, "22 February is its last day"
    assert installation.letterbox.open(coach, share_id, installation.keys[coach]) is not None
    installation.calendar.pass_by(1)
    assert installation.letterbox.open(coach, share_id, installation.keys[coach]) is None
    installation.sharing.expire()
    assert stored(installation).sealed is None
    erase_traces(installation.engine)
    assert files_with(tmp_path, piece) == []


async def test_the_daily_work_of_the_server_sees_to_it(
    engine: Any, installation: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.knowledge import knowledge
    from bot.web.chat import Chat

    done: list[str] = []
    monkeypatch.setattr(installation.sharing, "expire", lambda: done.append("expired"))

    class Vault:
        def expire(self) -> None:
            done.append("tidied")

    Chat(engine, Vault(), knowledge().texts, installation.sharing).tidy()  # type: ignore[arg-type]
    assert done == ["expired", "tidied"]


async def test_nothing_can_be_taken_back_by_anybody_else(
    person: Walker, installation: House, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(engine, installation, monkeypatch) as client:
        stranger = Walker(client)
        await stranger.start()
        await stranger.say("trek het delen in")
        assert "niets gedeeld" in stranger.text
        assert (await client.post("/api/forget", json={"capsule": stranger.capsule})).status_code == 204
    assert stored(installation).sealed is not None
