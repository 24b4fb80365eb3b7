"""Promise 4: nobody shares but you.

No row before a clear yes to the preview. The consent names the coach, the parts, the name used and the period; what is
stored is the preview, byte for byte; every part can be dropped; others are found and offered to be covered; the default
is nothing, and a no changes nothing. Whatever else can be typed or pressed on the way is tried in
tests/conversation/test_consent_walks.py.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.conversation.letter import Letter
from bot.storage.models import Share
from tests.sharing.conftest import House
from tests.walker import Walker
from tests.web.sharing import talk_to_the_offer

WAY = ("ja", "Marieke", "alles", "#Alles afdekken", "Sanne", "1 maand")
STEPS = ("delen.coach", "delen.onderdelen", "delen.onderdelen+", "delen.naam", "delen.termijn", "delen.akkoord")


@pytest.fixture
async def person(sharing_api: httpx.AsyncClient) -> Walker:
    """Somebody who is asked whether they want to share."""
    return await talk_to_the_offer(sharing_api)


def rows(installation: House) -> list[Any]:
    with installation.engine.connect() as connection:
        return connection.execute(select(Share)).all()


def opened(installation: House) -> Letter:
    """Open the one letter there is, as the coach it is for."""
    ((share_id, coach_id),) = [(row.share_id, row.coach_id) for row in rows(installation)]
    found = installation.letterbox.open(coach_id, share_id, installation.keys[coach_id])
    assert found is not None
    return found.letter


def drawing_of(person: Walker) -> dict[str, str] | None:
    return person.answer["messages"][-2]["image"]  # type: ignore[no-any-return]


async def test_nothing_is_stored_before_the_yes_and_then_exactly_the_preview(
    person: Walker, installation: House
) -> None:
    for step, key in zip(WAY, STEPS):
        await person.do(step)
        assert person.key == key
        assert rows(installation) == []
    shown, drawn = person.answer["messages"][-2]["text"], drawing_of(person)
    await person.press("Ja, deel dit")
    letter = opened(installation)
    assert letter.text.encode() == shown.encode()
    assert drawn == {"svg": letter.svg, "alt": letter.alt}


async def test_the_question_names_coach_parts_name_and_period(person: Walker, installation: House) -> None:
    for step in WAY:
        await person.do(step)
    for said in ("Marieke de Vries", "Van: Sanne", "22 december 2026", "Mijn eerste stap", "de koffie met [naam]"):
        assert said in person.text
    await person.press("Ja, deel dit")
    (row,) = rows(installation)
    assert (str(row.until), row.name_kind) == ("2026-12-22", "bijnaam")
    assert row.consent_version
    assert "woorden.meedoen" in row.parts


async def test_by_default_nothing_is_chosen(person: Walker) -> None:
    await person.do("ja")
    await person.do("Marieke")
    (sheet,) = [message["sheet"] for message in person.answer["messages"] if message.get("sheet")]
    assert sheet["items"]
    assert not any(item["chosen"] or item["proposed"] for item in sheet["items"])


async def test_every_part_can_be_dropped(person: Walker, installation: House) -> None:
    await person.do("ja")
    await person.do("Marieke")
    (sheet,) = [message["sheet"] for message in person.answer["messages"] if message.get("sheet")]
    capsule = person.capsule
    for item in sheet["items"]:
        person.capsule = capsule
        await person.say(f"alles behalve {item['number']}")
        if person.key == "delen.onderdelen+":
            await person.press("Alles afdekken")
        await person.press("Zonder naam")
        await person.say("2 weken")
        preview = person.answer["messages"][-2]["text"]
        about, _, _ = preview.partition("Niet gedeeld:")
        line = f"{item['title']}: {item['text']}"
        assert line not in about
        if item["title"] == "De tekening":
            assert drawing_of(person) is None


async def test_others_are_found_and_offered_to_be_covered(person: Walker) -> None:
    for step in WAY[:3]:
        await person.do(step)
    assert "Ria → [naam]" in person.text
    assert "Kees → [naam]" in person.text
    assert "maandag" not in person.text
    capsule = person.capsule
    await person.say("alleen Ria")  # a name is no number: nothing is uncovered by what is unclear
    assert person.key == "delen.onderdelen+"
    person.capsule = capsule
    await person.say("1")
    await person.press("Zonder naam")
    await person.say("2 weken")
    preview = person.answer["messages"][-2]["text"]
    assert "Ria" not in preview
    assert "Kees" in preview, "the person decided so"


@pytest.mark.parametrize("at", range(len(WAY) + 1))
async def test_a_no_changes_nothing(person: Walker, installation: House, at: int) -> None:
    before = await person.export()
    for step in WAY[:at]:
        await person.do(step)
    await person.say("nee, laat maar")
    assert "niets gedeeld" in person.text
    after = await person.export()
    assert rows(installation) == []
    assert {**after, "skipped": []} == {**before, "skipped": []}
    assert person.key == "maatje"


async def test_silence_is_a_no(person: Walker, installation: House) -> None:
    for step in WAY:
        await person.do(step)
    await person.start()
    installation.calendar.pass_by(60)
    await person.start()
    assert rows(installation) == []


async def test_without_the_token_of_the_preview_nothing_is_stored(
    person: Walker, installation: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.sharing import crypto

    for step in WAY:
        await person.do(step)
    monkeypatch.setattr(crypto, "nonce_of", lambda token: "00")  # as if the state said so
    await person.press("Ja, deel dit")
    assert rows(installation) == []
