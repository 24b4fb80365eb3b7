"""Sharing with a coach, the whole way in real browsers: handed over, read, answered, read, and taken back."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from bench.servers import free_port
from bot.settings import PROJECT_ROOT
from tests.e2e.conftest import PATIENCE_MS
from tests.e2e.steps import bubbles
from tests.promises.browser import after, do, open_page
from tests.serving import GESPREK, install, serve, until_ready
from tests.web.sharing import KORT, PLAN

COACH, PASSPHRASE = "Marieke de Vries", "negen gele emmers in de gang"
ROLE = "Denkt mee over werk en gezondheid."
AT_THE_END = {"plan": "ja", "aanbod": "geen van deze", "samenvatting": "#Zo klopt het"}
PICTURES = PROJECT_ROOT / "docs" / "beelden"
ANSWER = "Dag Sanne, dank je wel. Wat een mooi plan, die pan soep."


@dataclass
class Served:
    """Chat and portal, with an invitation for a coach."""

    chat: str
    portal: str
    invitation: str


@pytest.fixture(scope="module")
def served(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data_dir = tmp_path_factory.mktemp("installation")
    install(data_dir)
    port = free_port()
    command = [*GESPREK, "coach", "add", COACH, "--role", ROLE, "--outside-line", "--data-dir", str(data_dir)]
    environment = {**os.environ, "GESPREK_COACH_PORT": str(port)}
    added = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    (invitation,) = re.findall(r"http://\S+/uitnodiging/\S+", added.stdout)
    chat, server = serve(
        data_dir, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, coach_port=port
    )
    with until_ready(chat, server):  # and it ends with the portal
        yield Served(chat, f"http://127.0.0.1:{port}", invitation)


def window(browser: Browser) -> Page:
    """Open a window of its own for one of the two."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1000, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


def accept(page: Page, invitation: str) -> str:
    """Become a coach; the secret of the app."""
    page.goto(invitation)
    for label in ("Kies een wachtzin", "Nog een keer"):
        page.get_by_label(label).fill(PASSPHRASE)
    page.get_by_role("button", name="Verder").click()
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    page.get_by_label("Code uit je app").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_text("Je toegang is klaar")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent uitgelogd")
    return secret


def log_in(page: Page, address: str, secret: str) -> None:
    """Come in with passphrase and a code that wasn't used yet: that of the next half minute, which is taken too."""
    page.goto(f"{address}/inloggen")
    page.get_by_label("Naam").fill(COACH)
    page.get_by_label("Wachtzin").fill(PASSPHRASE)
    totp = pyotp.TOTP(secret)
    page.get_by_label("Code").fill(totp.generate_otp(totp.timecode(datetime.now().astimezone()) + 1))
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat met je gedeeld is")


def talk_to_the_offer(page: Page, address: str) -> None:
    """Talk shortly, make a plan, and come to the question whether to share."""
    answer = open_page(page, f"{address}/")
    for step in (*KORT, *PLAN):
        answer = do(page, step)
    for _ in range(6):
        if (key := answer["expects"]["key"]) == "delen":
            return
        answer = do(page, AT_THE_END[key])
    raise AssertionError("sharing was not offered")


def agree(page: Page) -> str:
    """Tick the parts, read the letter, and say yes to it; the words of the letter."""
    for step in ("ja", "Marieke"):
        do(page, step)
    boxes = page.get_by_role("group", name="Kies wat je wilt delen").get_by_role("checkbox")
    expect(boxes).not_to_have_count(0)
    assert not any(box.is_checked() for box in boxes.all())
    for box in boxes.all():
        box.check()
    after(page, page.get_by_role("button", name="Klaar met kiezen").click)
    for step in ("#Alles afdekken", "Sanne", "1 maand"):
        shown = do(page, step)
    assert shown["expects"]["key"] == "delen.akkoord"
    preview = str(shown["messages"][-2]["text"])
    letter = page.get_by_role("dialog")
    expect(letter).to_contain_text(preview.splitlines()[-1])
    expect(letter).to_contain_text("Wil je dit delen met Marieke de Vries")
    if os.environ.get("GESPREK_TEST_PICTURES"):
        page.screenshot(path=PICTURES / "brief.png")
    after(page, letter.get_by_role("button", name="Ja, deel dit").click)
    return preview


def test_a_letter_is_handed_over_read_answered_and_taken_back(browser: Browser, served: Served) -> None:
    employee, coach = window(browser), window(browser)
    secret = accept(coach, served.invitation)

    talk_to_the_offer(employee, served.chat)
    preview = agree(employee)

    log_in(coach, served.portal, secret)
    expect(coach.get_by_role("heading", level=2, name="Nieuw")).to_be_visible()
    coach.get_by_role("button", name="Openen").click()
    expect(coach.get_by_role("heading", level=2, name="Van Sanne")).to_be_visible()
    assert coach.locator(".exact .words").text_content() == preview
    expect(coach.get_by_role("article")).to_contain_text("soep")
    expect(coach.locator("body")).not_to_contain_text("Ria")
    coach.get_by_label("Je antwoord").fill(ANSWER)
    coach.get_by_label("Moment 1").fill("2099-12-01T10:00")
    coach.get_by_role("button", name="Verstuur je antwoord").click()
    expect(coach.get_by_role("status")).to_contain_text("Je antwoord is verstuurd")

    employee.reload()
    expect(bubbles(employee).filter(has_text="wat een mooi plan").last).to_be_visible()
    expect(bubbles(employee).filter(has_text="dinsdag 1 december 2099 om 10.00 uur").last).to_be_visible()
    do(employee, "trek het delen in")
    expect(bubbles(employee).filter(has_text="Ingetrokken").last).to_be_visible()

    coach.reload()
    expect(coach.locator("main")).to_contain_text("Deze samenvatting is ingetrokken")
    expect(coach.locator("body")).not_to_contain_text("Sanne")
    expect(coach.locator("body")).not_to_contain_text("soep")
    coach.get_by_role("link", name="Overzicht").first.click()
    expect(coach.get_by_role("heading", level=2)).to_have_text("Niet meer te lezen")
    expect(coach.get_by_role("button", name="Openen")).to_have_count(0)
    for page in (employee, coach):
        page.context.close()
