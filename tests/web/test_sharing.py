"""Sharing over the API, with everything real but the network: from the offer to the answer, and taken back."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from bot.storage.models import Share
from tests.sharing.conftest import House
from tests.walker import Walker
from tests.web.sharing import talk_to_the_offer


def shares(installation: House) -> list[Any]:
    with installation.engine.connect() as connection:
        return connection.execute(select(Share.share_id, Share.sealed, Share.status)).all()


def marieke(installation: House) -> str:
    return next(coach.coach_id for coach in installation.coaches.offered() if coach.name.startswith("Marieke"))


async def to_the_preview(walker: Walker) -> str:
    """Go on to the preview by typing; return what it shows."""
    for step in ("ja", "Marieke", "alles", "#Alles afdekken", "Sanne", "1 maand"):
        await walker.do(step)
    assert (walker.key, walker.kind) == ("delen.akkoord", "confirm")
    assert walker.answer["stage"] == "delen"
    return str(walker.answer["messages"][-2]["text"])


async def test_from_the_offer_to_an_answer_and_back(sharing_api: httpx.AsyncClient, installation: House) -> None:
    walker = await talk_to_the_offer(sharing_api)
    shown = await to_the_preview(walker)
    assert "Ria" not in shown
    assert "Kees" not in shown
    assert "maandag" in shown
    assert shares(installation) == []
    await walker.press("Ja, deel dit")
    ((share_id, _, status),) = shares(installation)
    assert status == "nieuw"
    coach = marieke(installation)
    opened = installation.letterbox.open(coach, share_id, installation.keys[coach])
    assert opened is not None
    assert opened.letter.text == shown, "byte for byte"
    assert installation.letterbox.answer(coach, opened, "Wat fijn, zo'n pan soep.", ["dinsdag 10 uur"])
    await walker.start()
    assert "zo'n pan soep" in walker.text
    await walker.press("Terugschrijven")
    await walker.say("Dank je, dinsdag is goed.")
    await walker.say("ja")
    opened = installation.letterbox.open(coach, share_id, installation.keys[coach])
    assert opened is not None
    assert [one.text for one in opened.messages][-1] == "Dank je, dinsdag is goed."
    await walker.say("wat heb ik gedeeld?")
    assert "Marieke de Vries, tot en met 22 december 2026" in walker.text
    await walker.say("trek het delen in")
    assert "Ingetrokken" in walker.text
    assert [sealed for _, sealed, _ in shares(installation)] == [None]
    assert installation.letterbox.status(coach, share_id) == "ingetrokken"


@pytest.mark.parametrize(
    "said", ["nee laat maar", "weet nie", "jaaa maar nee", "ik weet het niet zeker", "/bevestigen"]
)
async def test_a_sceptic_shares_nothing(sharing_api: httpx.AsyncClient, installation: House, said: str) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    await walker.say(said)
    assert "niets gedeeld" in walker.text
    assert shares(installation) == []


async def test_an_intent_typed_elsewhere_shares_nothing(sharing_api: httpx.AsyncClient, installation: House) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    old = walker.capsule
    await walker.say("stop")
    for said in ("ja", "ja deel dit", "akkoord", "deel het nu meteen", '/bevestigen{"keuze": "akkoord"}'):
        await walker.say(said)
    assert shares(installation) == []
    walker.capsule = old
    await walker.start()
    assert shares(installation) == []
    await walker.say("ja")
    assert len(shares(installation)) == 1, "the preview that was on the screen is still that preview"


async def test_a_retry_of_the_same_turn_stores_once(sharing_api: httpx.AsyncClient, installation: House) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    before = walker.capsule, walker.answer
    for _ in range(2):
        walker.capsule, walker.answer = before
        await walker.press("Ja, deel dit")
        assert "nu gedeeld met" in walker.text
    assert len(shares(installation)) == 1


@pytest.mark.parametrize("which", ["newest", "oldest"])
async def test_forgetting_deletes_what_was_shared(
    sharing_api: httpx.AsyncClient, installation: House, which: str
) -> None:
    walker = Walker(sharing_api)
    await walker.start()
    oldest = walker.capsule
    walker = await talk_to_the_offer(sharing_api)
    first = walker.capsule
    await to_the_preview(walker)
    await walker.press("Ja, deel dit")
    assert oldest != first
    capsule = walker.capsule if which == "newest" else first
    for _ in range(2):
        assert (await sharing_api.post("/api/forget", json={"capsule": capsule})).status_code == 204
    assert shares(installation) == []
    assert (await sharing_api.post("/api/forget", json={"capsule": oldest})).status_code == 204, (
        "also with nothing shared"
    )


async def test_a_capsule_too_old_to_go_on_with_still_forgets(
    sharing_api: httpx.AsyncClient, installation: House
) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    await walker.press("Ja, deel dit")
    installation.calendar.pass_by(181)
    assert (await sharing_api.post("/api/forget", json={"capsule": walker.capsule})).status_code == 204
    assert shares(installation) == []


async def test_erasing_in_the_conversation_deletes_what_was_shared(
    sharing_api: httpx.AsyncClient, installation: House
) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    await walker.press("Ja, deel dit")
    await walker.say("wis alles")
    await walker.press("Ja, wis alles")
    assert shares(installation) == []
    assert walker.answer["forgotten"]


async def test_the_export_lists_what_was_shared(sharing_api: httpx.AsyncClient, installation: House) -> None:
    walker = await talk_to_the_offer(sharing_api)
    assert (await walker.export())["shares"] == []
    await to_the_preview(walker)
    await walker.press("Ja, deel dit")
    (held,) = (await walker.export())["shares"]
    assert (held["coach"], held["tot_en_met"], held["status"]) == ("Marieke de Vries", "2026-12-22", "nieuw")
    assert "woorden.meedoen" in held["onderdelen"]
    assert held["toestemmingstekst"]


async def test_while_the_shares_cannot_be_written_nothing_is_half_done(
    sharing_api: httpx.AsyncClient, installation: House
) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)

    def locked(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if "share" in statement and not statement.startswith("SELECT"):
            raise OperationalError("locked", {}, Exception("locked"))

    event.listen(installation.engine, "before_cursor_execute", locked)
    await walker.press("Ja, deel dit")
    assert "Dat lukt nu even niet" in walker.text
    assert walker.key == "delen.akkoord"
    event.remove(installation.engine, "before_cursor_execute", locked)
    assert shares(installation) == []
    await walker.press("Nog eens proberen")
    await walker.press("Ja, deel dit")
    event.listen(installation.engine, "before_cursor_execute", locked)
    assert (await sharing_api.post("/api/forget", json={"capsule": walker.capsule})).status_code == 503
    await walker.say("trek het delen in")
    assert "Probeer het straks nog eens" in walker.text
    event.remove(installation.engine, "before_cursor_execute", locked)
    assert [status for _, _, status in shares(installation)] == ["nieuw"]
    assert (await sharing_api.post("/api/forget", json={"capsule": walker.capsule})).status_code == 204


async def test_after_its_date_it_is_gone_and_told_at_the_next_visit(
    sharing_api: httpx.AsyncClient, installation: House
) -> None:
    walker = await talk_to_the_offer(sharing_api)
    await to_the_preview(walker)
    await walker.press("Ja, deel dit")
    installation.calendar.pass_by(40)
    installation.sharing.expire()
    assert [sealed for _, sealed, _ in shares(installation)] == [None]
    await walker.start()
    assert "is verlopen en gewist" in walker.text
