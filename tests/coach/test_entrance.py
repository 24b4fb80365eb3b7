"""Coming in by the pages: the invitation, the login, the session, and going out."""

from __future__ import annotations

import re

import httpx
import pyotp
import pytest

from bot.coach.sessions import IDLE_SECONDS
from bot.coach.tries import FREE_TRIES
from bot.coach.views.invitation import WEAKNESSES
from tests.coach.clock import PASSPHRASE
from tests.coach.portal import Visitor, World, heading

NAME = "Ada Voorbeeld"
SECRET = re.compile(r'<code class="secret">([A-Z2-7 ]+)</code>')
CODE = re.compile(r"<li><code>([0-9a-f-]+)</code></li>")


def invite(world: World) -> str:
    return "/uitnodiging/" + world.invitations.invite(NAME, "Denkt mee.", outside_line=True)


async def begin(visitor: Visitor, path: str) -> httpx.Response:
    """Choose a passphrase, and look at the page with the QR code."""
    chosen = await visitor.send_form(path, wachtzin=PASSPHRASE, nogmaals=PASSPHRASE)
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/koppelen")
    return await visitor.get("/koppelen")


async def test_an_invitation_leads_to_a_coach_who_is_in(world: World, visitor: Visitor) -> None:
    path = invite(world)
    assert heading(await visitor.get(path)) == f"Welkom, {NAME}"
    page = await begin(visitor, path)
    secret = SECRET.findall(page.text)[0].replace(" ", "")
    assert "data:image/svg+xml" in page.text
    assert len(CODE.findall(page.text)) == 8
    before = visitor.session
    wrong = await visitor.send_form("/koppelen", code="000000")
    assert (wrong.status_code, "Deze code klopt niet" in wrong.text) == (400, True)
    assert SECRET.findall(wrong.text) == SECRET.findall(page.text)
    done = await visitor.send_form("/koppelen", code=pyotp.TOTP(secret).at(world.clock()))
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert visitor.session not in (None, before)
    assert "Je toegang is klaar" in (await visitor.get("/")).text
    assert [coach.name for coach in world.coaches.offered()] == [NAME]
    assert heading(await visitor.get(path)) == "Deze uitnodiging werkt niet (meer)"


async def test_a_recovery_code_shown_there_lets_in(world: World, visitor: Visitor) -> None:
    page = await begin(visitor, invite(world))
    secret = SECRET.findall(page.text)[0].replace(" ", "")
    await visitor.send_form("/koppelen", code=pyotp.TOTP(secret).at(world.clock()))
    async with Visitor(world) as elsewhere:
        fields = {"naam": NAME, "wachtzin": PASSPHRASE, "code": CODE.findall(page.text)[3]}
        assert (await elsewhere.send_form("/inloggen", **fields)).headers["location"] == "/"
        assert (await elsewhere.send_form("/inloggen", **fields)).status_code == 403


@pytest.mark.parametrize(
    ("passphrase", "again", "fault"),
    [
        ("kort maar", "kort maar", "te_kort"),
        ("groen " * 40, "groen " * 40, "te_lang"),
        ("wachtwoord1234", "wachtwoord1234", "te_raden"),
        (f"{NAME} {NAME}", f"{NAME} {NAME}", "te_raden"),
        (PASSPHRASE, PASSPHRASE + "s", "anders"),
    ],
)
async def test_why_a_passphrase_is_refused(
    world: World, visitor: Visitor, passphrase: str, again: str, fault: str
) -> None:
    page = await visitor.send_form(invite(world), wachtzin=passphrase, nogmaals=again)
    assert (page.status_code, WEAKNESSES[fault] in page.text, "<title>Fout: " in page.text) == (400, True, True)
    assert f'value="{passphrase}' not in page.text


async def test_two_who_accept_one_invitation(world: World, visitor: Visitor) -> None:
    path = invite(world)
    page = await begin(visitor, path)
    async with Visitor(world) as other:
        theirs = await begin(other, path)
        code = pyotp.TOTP(SECRET.findall(theirs.text)[0].replace(" ", "")).at(world.clock())
        assert (await other.send_form("/koppelen", code=code)).headers["location"] == "/"
    code = pyotp.TOTP(SECRET.findall(page.text)[0].replace(" ", "")).at(world.clock())
    assert heading(await visitor.send_form("/koppelen", code=code)) == "Deze uitnodiging werkt niet (meer)"


async def test_whatever_is_wrong_gets_one_sentence(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    code = world.clock.code(coach.opened.totp_secret)
    pages = {
        (await visitor.send_form("/inloggen", naam=name, wachtzin=passphrase, code=given)).text.replace(name, "")
        for name, passphrase, given in (
            (NAME, "iets heel anders dan dat", code),
            (NAME, PASSPHRASE, "000000"),
            ("Niemand Voorbeeld", PASSPHRASE, code),
        )
    }
    assert len(pages) == 1
    assert "passen niet bij elkaar" in pages.pop()


@pytest.mark.parametrize("name", [NAME, "Niemand Voorbeeld"])
async def test_who_is_locked_reads_how_long(world: World, visitor: Visitor, name: str) -> None:
    world.enrol(NAME)
    for _ in range(FREE_TRIES):
        page = await visitor.send_form("/inloggen", naam=name, wachtzin="iets heel anders dan dat", code="1")
    assert "Wacht 30 seconden" in page.text
    world.clock.pass_by(seconds=30)
    page = await visitor.send_form("/inloggen", naam=name, wachtzin="iets heel anders dan dat", code="1")
    assert "Wacht een minuut" in page.text


async def test_an_address_that_keeps_trying_waits(world: World, visitor: Visitor) -> None:
    statuses = [
        (await visitor.send_form("/inloggen", naam=f"Iemand {number}", wachtzin="x", code="1")).status_code
        for number in range(25)
    ]
    assert statuses[:20] == [403] * 20
    assert statuses[20:] == [429] * 5
    async with Visitor(world, host="203.0.113.8") as other:
        assert (await other.send_form("/inloggen", naam="Iemand", wachtzin="x", code="1")).status_code == 403


async def test_the_session_is_another_after_the_login(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    visitor.cookies.set("__Host-gesprek_coach", "van-de-aanvaller", domain="portaal.test")
    answer = await visitor.log_in(coach)
    cookie = answer.headers["set-cookie"]
    assert "van-de-aanvaller" not in cookie
    assert re.match(r"__Host-gesprek_coach=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure$", cookie)
    assert world.portal.who("van-de-aanvaller") is None
    first = visitor.session
    again = await visitor.log_in(coach)
    assert again.status_code == 303
    assert visitor.session != first
    assert world.portal.who(first) is None


async def test_a_session_ends_after_half_an_hour_without_a_sign_of_life(world: World, visitor: Visitor) -> None:
    await visitor.log_in(world.enrol(NAME))
    world.clock.pass_by(seconds=IDLE_SECONDS - 60)
    assert (await visitor.get("/")).status_code == 200
    world.clock.pass_by(seconds=IDLE_SECONDS + 1)
    away = await visitor.get("/")
    assert (away.status_code, away.headers["location"]) == (303, "/inloggen?weg")
    assert "langer dan een half uur weg" in (await visitor.get("/inloggen?weg")).text


async def test_who_was_away_too_long_gets_back_what_they_wrote(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    _, share_id = world.share(coach)
    await visitor.log_in(coach)
    await visitor.open(share_id)
    world.clock.pass_by(seconds=IDLE_SECONDS + 1)
    page = await visitor.send_form(f"/samenvatting/{share_id}/antwoord", tekst="Dag Noor, <b>fijn</b> dat je schrijft.")
    assert (page.status_code, heading(page)) == (401, "Je bent uitgelogd")
    assert "Dag Noor, &lt;b&gt;fijn&lt;/b&gt; dat je schrijft." in page.text


async def test_going_out_ends_the_session_at_once(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    await visitor.log_in(coach)
    session = visitor.session
    assert heading(await visitor.send_form("/uitloggen")) == "Je bent uitgelogd"
    assert world.portal.who(session) is None
    assert (await visitor.get("/")).status_code == 303


async def test_going_out_everywhere(world: World, visitor: Visitor) -> None:
    coach, other = world.enrol(NAME), world.enrol("Wim Voorbeeld")
    async with Visitor(world) as second, Visitor(world) as wim:
        for browser in (visitor, second):
            await browser.log_in(coach)
        await wim.log_in(other)
        await visitor.send_form("/uitloggen/overal")
        assert [(await browser.get("/")).status_code for browser in (visitor, second, wim)] == [303, 303, 200]


@pytest.mark.parametrize("change", ["remove", "invite_again"])
async def test_who_is_removed_or_reset_while_logged_in_is_out(world: World, visitor: Visitor, change: str) -> None:
    coach = world.enrol(NAME)
    await visitor.log_in(coach)
    getattr(world.invitations, change)(coach.coach_id)
    assert (await visitor.get("/")).status_code == 303
    assert world.portal.who(visitor.session) is None


async def test_another_passphrase_ends_all_other_sessions(world: World, visitor: Visitor) -> None:
    coach, new = world.enrol(NAME), "negen gele emmers in de gang"
    async with Visitor(world) as second:
        await second.log_in(coach)
        await visitor.log_in(coach)
        before = visitor.session
        fields = {"oud": PASSPHRASE, "wachtzin": new, "nogmaals": new}
        wrong = await visitor.send_form("/account/wachtzin", **fields, code="000000")
        assert (wrong.status_code, "passen niet bij elkaar" in wrong.text) == (400, True)
        short = await visitor.send_form("/account/wachtzin", **{**fields, "wachtzin": "kort"}, code="000000")
        assert WEAKNESSES["te_kort"] in short.text
        code = world.clock.code(coach.opened.totp_secret)
        assert (await visitor.send_form("/account/wachtzin", **fields, code=code)).headers["location"] == "/account"
        assert "Je nieuwe wachtzin geldt" in (await visitor.get("/account")).text
        assert visitor.session != before
        assert (await second.get("/")).status_code == 303
        world.clock.pass_by(seconds=30)
        assert (await second.log_in(coach)).status_code == 403
        assert (await second.log_in(coach, new)).status_code == 303


async def test_new_recovery_codes_and_another_phone(world: World, visitor: Visitor) -> None:
    coach = world.enrol(NAME)
    await visitor.log_in(coach)
    fields = {"wachtzin": PASSPHRASE, "code": coach.codes[0]}
    codes = CODE.findall((await visitor.send_form("/account/herstelcodes", **fields)).text)
    assert len(codes) == 8
    assert not set(codes) & set(coach.codes)
    assert (await visitor.send_form("/account/telefoon", **fields)).status_code == 400
    page = await visitor.send_form("/account/telefoon", wachtzin=PASSPHRASE, code=codes[0])
    secret = SECRET.findall(page.text)[0].replace(" ", "")
    assert (await visitor.send_form("/account/telefoon/bevestigen", code="000000")).status_code == 400
    code = pyotp.TOTP(secret).at(world.clock())
    assert (await visitor.send_form("/account/telefoon/bevestigen", code=code)).headers["location"] == "/account"
    world.clock.pass_by(seconds=30)
    assert (await visitor.send_form("/account/telefoon/bevestigen", code=code)).headers["location"] == "/account"
    async with Visitor(world) as second:
        assert (await second.log_in(coach)).status_code == 403
        code = pyotp.TOTP(secret).at(world.clock())
        fields = {"naam": NAME, "wachtzin": PASSPHRASE, "code": code}
        assert (await second.send_form("/inloggen", **fields)).status_code == 303


async def test_a_form_that_lacks_fields_is_refused_like_a_wrong_one(world: World, visitor: Visitor) -> None:
    answer = await visitor.send_form("/inloggen")
    assert answer.status_code == 403


async def test_who_is_in_goes_from_the_login_to_the_overview(world: World, visitor: Visitor) -> None:
    await visitor.log_in(world.enrol(NAME))
    assert (await visitor.get("/inloggen")).headers["location"] == "/"
    assert "Wat je hier wel en niet ziet" in heading(await visitor.get("/wat-je-ziet"))


async def test_an_invitation_that_ended_meanwhile_makes_no_keys(world: World, visitor: Visitor) -> None:
    path = invite(world)
    world.clock.pass_by(days=8)
    page = await visitor.send_form(path, wachtzin=PASSPHRASE, nogmaals=PASSPHRASE)
    assert (page.status_code, heading(page)) == (404, "Deze uitnodiging werkt niet (meer)")
    assert (await visitor.get("/koppelen")).status_code == 404
