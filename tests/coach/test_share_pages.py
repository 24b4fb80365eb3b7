"""Reading, answering, noting, deleting: what a coach does with what was shared."""

from __future__ import annotations

import base64
import re

import pytest

from bot.conversation import sharing
from bot.conversation.letter import Letter, NotShared, Part
from tests.coach.portal import Visitor, World, heading, letter

ADA, WIM = "Ada Voorbeeld", "Wim Voorbeeld"
CANARY = "<script>kanarie()</script>\"'&<img src=x onerror=kanarie()>{{ 7 * 7 }}"


async def test_the_overview_says_what_lies_there_and_nothing_of_what_is_in_it(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    await visitor.log_in(coach)
    assert "Er ligt nu niets" in (await visitor.get("/")).text
    new, read, soon = (world.share(coach, days=days)[1] for days in (30, 30, 7))
    secret, gone = world.share(coach)
    world.sharing.withdraw(secret, gone)
    await visitor.open(read)
    page = (await visitor.get("/")).text
    shelves = re.split("<h2", page)[1:]
    assert [re.findall(r">(.*?)</h2>", shelf)[0] for shelf in shelves] == ["Nieuw", "Gelezen", "Niet meer te lezen"]
    assert new[:4].upper() in shelves[0]
    assert re.search(f"{soon[:4].upper()}.*?Loopt binnenkort af", shelves[0], re.DOTALL)
    assert read[:4].upper() in shelves[1]
    assert "Ingetrokken op 22 november 2026" in shelves[2]
    assert [word for word in ("Noor", "lunch", "blokje", "Meedoen") if word in page] == []


async def test_a_letter_is_shown_as_it_was_written(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    text = "Regel één\n\n  ingesprongen, 8½ & “meer”"
    _, share_id = world.share(coach, letter(text))
    await visitor.log_in(coach)
    page = (await visitor.open(share_id)).text
    assert "Van Noor" in page
    assert f'<dd class="words">{text.replace("&", "&amp;")}</dd>' in page
    assert page.count('<dd class="not-shared">niet gedeeld</dd>') == 2
    assert "Als ik thuiskom, dan loop ik een blokje." in page
    picture = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="([^"]+)"', page)[0]
    assert base64.b64decode(picture[0]).decode() == letter().svg
    assert picture[1] == letter().alt
    assert "Te lezen tot en met zondag 6 december 2026" in page
    paper = (await visitor.get(f"/samenvatting/{share_id}/afdruk")).text
    assert text.replace("&", "&amp;") in paper
    assert "<textarea" not in paper


async def test_looking_changes_nothing_and_opening_is_noted(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    _, share_id = world.share(coach)
    await visitor.log_in(coach)
    before = world.coaches.noted(coach.coach_id)
    for path in ("", "/afdruk", "/openen", "/verwijderen"):
        page = await visitor.get(f"/samenvatting/{share_id}{path}")
        assert "lunch" not in page.text
    assert "zit nog dicht" in (await visitor.get(f"/samenvatting/{share_id}")).text
    assert world.letterbox.status(coach.coach_id, share_id) == sharing.NEW
    assert world.coaches.noted(coach.coach_id) == before
    await visitor.open(share_id)
    assert world.letterbox.status(coach.coach_id, share_id) == sharing.READ
    assert world.coaches.noted(coach.coach_id)[0] == (world.today(), "geopend", share_id)


async def test_an_answer_with_moments_reaches_the_person(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    path = f"/samenvatting/{share_id}/antwoord"
    fields = {
        "tekst": "Dag Noor,\r\nfijn.",
        "moment1": "2026-12-02T09:30",
        "moment2": "",
        "moment3": "2026-12-01T10:00",
    }
    assert (await visitor.send_form(path, **fields)).status_code == 303
    page = (await visitor.get(f"/samenvatting/{share_id}")).text
    assert "Je antwoord is verstuurd" in page
    assert "Verstuur je antwoord" not in page
    (message,) = world.sharing.shared(secret)[0].messages
    assert message.text == "Dag Noor,\nfijn."
    assert message.moments == ("dinsdag 1 december 2026 om 10.00 uur", "woensdag 2 december 2026 om 9.30 uur")
    assert world.coaches.noted(coach.coach_id)[0] == (world.today(), "beantwoord", share_id)
    twice = await visitor.send_form(path, tekst="Nog iets")
    assert (twice.status_code, "niet verstuurd" in twice.text) == (400, True)
    assert world.sharing.write_back(secret, share_id, "Dank je, dinsdag is goed.")
    assert "Er is teruggeschreven" in (await visitor.get("/")).text
    page = (await visitor.open(share_id)).text
    assert "Dank je, dinsdag is goed." in page
    assert "Verstuur je antwoord" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"tekst": ""}, "Je antwoord is nog leeg"),
        ({"tekst": "   "}, "Je antwoord is nog leeg"),
        ({"tekst": "a" * 1_001}, "te lang: 1001 tekens"),
        ({"tekst": "Dag", "moment2": "morgen"}, "Moment 2 is niet te lezen"),
        ({"tekst": "Dag", "moment1": "2026-11-21T10:00"}, "Moment 1 is al geweest"),
    ],
)
async def test_an_answer_that_cannot_be_sent_is_kept_on_the_page(
    world: World, visitor: Visitor, fields: dict[str, str], sentence: str
) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    page = await visitor.send_form(f"/samenvatting/{share_id}/antwoord", **fields)
    assert (page.status_code, sentence in page.text, "<title>Fout: " in page.text) == (400, True, True)
    assert f">{fields['tekst'].strip()}</textarea>" in page.text
    assert world.sharing.shared(secret)[0].messages == ()


async def test_a_thousand_characters_fit_also_with_line_breaks(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    text = "\n".join(["x" * 99] * 10)[:1_000]
    answer = await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst=text.replace("\n", "\r\n"))
    assert answer.status_code == 303
    assert world.sharing.shared(secret)[0].messages[0].text == text


async def test_a_note_is_for_the_coach_only(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    path = f"/samenvatting/{share_id}/aantekening"
    assert (await visitor.send_form(path, tekst="bellen na de vakantie")).status_code == 303
    assert ">bellen na de vakantie</textarea>" in (await visitor.get(f"/samenvatting/{share_id}")).text
    assert "bellen na de vakantie" not in str(world.sharing.held(secret))
    assert (await visitor.send_form(path, tekst="a" * 4_001)).status_code == 400
    await visitor.send_form(path, tekst="")
    assert "bellen na de vakantie" not in (await visitor.get(f"/samenvatting/{share_id}")).text


async def test_deleting_asks_first_and_is_for_good(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    path = f"/samenvatting/{share_id}/verwijderen"
    assert "verwijderen?" in heading(await visitor.get(path))
    assert world.letterbox.status(coach.coach_id, share_id) == sharing.READ
    assert (await visitor.send_form(path)).headers["location"] == "/"
    page = (await visitor.get("/")).text
    assert "is verwijderd" in page
    assert "Er ligt nu niets" in page
    assert (await visitor.get(f"/samenvatting/{share_id}")).status_code == 404
    assert world.sharing.shared(secret)[0].status == sharing.DELETED
    assert world.coaches.noted(coach.coach_id)[0] == (world.today(), "verwijderd", share_id)


async def test_the_share_of_another_coach_is_as_one_that_never_was(world: World, visitor: Visitor) -> None:
    ada, wim = world.enrol(ADA), world.enrol(WIM)
    _, share_id = world.share(wim)
    await visitor.log_in(ada)
    paths = ("", "/afdruk", "/verwijderen")
    forms = ("/openen", "/antwoord", "/aantekening", "/verwijderen")
    for path in paths:
        found, never, odd = [
            await visitor.get(f"/samenvatting/{one}{path}") for one in (share_id, "0" * 32, "%00..%2f'--")
        ]
        assert (found.status_code, found.content, dict(found.headers)) == (404, never.content, dict(never.headers))
        assert (odd.status_code, odd.content) == (404, never.content)
    for path in forms:
        found, never = [
            await visitor.send_form(f"/samenvatting/{one}{path}", tekst="hallo") for one in (share_id, "0" * 32)
        ]
        assert (found.status_code, found.content) == (404, never.content)
    assert world.letterbox.status(wim.coach_id, share_id) == sharing.NEW
    assert [what for _, what, share in world.coaches.noted(ada.coach_id) if share] == []


@pytest.mark.parametrize("how", ["withdrawn", "expired"])
async def test_what_ends_while_the_page_is_open_ends_calmly(world: World, visitor: Visitor, how: str) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    if how == "withdrawn":
        world.sharing.withdraw(secret)
    else:
        world.clock.pass_by(days=15)
        await visitor.log_in(coach)
    page = await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst="Dag Noor, <b>dank</b>")
    assert "is ingetrokken" in page.text if how == "withdrawn" else "is verlopen" in page.text
    assert "niet bewaard en niet verstuurd" in page.text
    assert "Dag Noor, &lt;b&gt;dank&lt;/b&gt;" in page.text
    for path in ("", "/afdruk", "/verwijderen"):
        seen = (await visitor.get(f"/samenvatting/{share_id}{path}")).text
        assert "lunch" not in seen
        assert "Noor" not in seen
    assert (await visitor.send_form(f"/samenvatting/{share_id}/openen")).status_code == 200
    assert world.sharing.shared(secret)[0].messages == ()


async def test_a_share_is_gone_for_good_when_its_coach_got_other_keys(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    world.letterbox.lose(coach.coach_id)
    token = world.invitations.invite_again(coach.coach_id)
    again = world.invitations.enrol(token, "negen gele emmers in de gang")
    assert again is not None
    assert world.invitations.confirm(again, world.clock.code(again.opened.totp_secret))
    world.clock.pass_by(seconds=30)
    await visitor.log_in(again, "negen gele emmers in de gang")
    assert "Niet meer te openen op 22 november 2026" in (await visitor.get("/")).text
    assert "niet meer te openen" in (await visitor.open(share_id)).text
    assert world.sharing.shared(secret)[0].status == sharing.COACH_GONE


async def test_whatever_somebody_wrote_stays_text(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    strange = Letter(
        name=CANARY,
        parts=(Part("x", CANARY, CANARY, CANARY),),
        svg=f'<svg xmlns="http://www.w3.org/2000/svg" onload="kanarie()"><script>kanarie()</script>{CANARY}</svg>',
        alt=CANARY,
        plan=CANARY,
        not_shared=(NotShared(CANARY, CANARY),),
        text=CANARY,
    )
    secret, share_id = world.share(coach, strange)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst=CANARY)
    world.sharing.write_back(secret, share_id, CANARY)
    await visitor.send_form(f"/samenvatting/{share_id}/aantekening", tekst=CANARY)
    pages = [
        await visitor.open(share_id),
        await visitor.get(f"/samenvatting/{share_id}/afdruk"),
        await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst=CANARY, moment1=CANARY),
        await visitor.send_form("/inloggen", naam=CANARY, wachtzin=CANARY, code=CANARY),
    ]
    for page in pages:
        assert "&lt;script&gt;kanarie()" in page.text
        assert "<script" not in page.text
        assert "<img src=x" not in page.text
        assert "onload" not in page.text
        assert 'onerror=kanarie()>"' not in page.text
        assert "{{ 7 * 7 }}" in page.text  # it is no template either


async def test_what_is_noted_holds_no_content(world: World, visitor: Visitor) -> None:
    coach = world.enrol(ADA)
    _, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst="Dag Noor")
    await visitor.send_form(f"/samenvatting/{share_id}/aantekening", tekst="iets")
    await visitor.send_form(f"/samenvatting/{share_id}/verwijderen")
    noted = world.coaches.noted(coach.coach_id)
    assert [(what, share) for _, what, share in noted] == [
        ("verwijderd", share_id),
        ("beantwoord", share_id),
        ("geopend", share_id),
        ("ingelogd", None),
        ("toegelaten", None),
    ]


async def test_what_was_not_opened_is_not_answered_noted_or_printed(world: World, visitor: Visitor) -> None:
    """Each session opens anew, so that what is noted says who read what."""
    coach = world.enrol(ADA)
    secret, share_id = world.share(coach)
    await visitor.log_in(coach)
    for form in ("antwoord", "aantekening"):
        page = await visitor.send_form(f"/samenvatting/{share_id}/{form}", tekst="Dag")
        assert "niet bewaard en niet verstuurd" in page.text
    assert "zit nog dicht" in (await visitor.get(f"/samenvatting/{share_id}/afdruk")).text
    assert world.sharing.shared(secret)[0].messages == ()
    await visitor.open(share_id)
    async with Visitor(world) as second:
        await second.log_in(coach)
        assert "zit nog dicht" in (await second.get(f"/samenvatting/{share_id}")).text
