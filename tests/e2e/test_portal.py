"""The coach's portal in a real browser: for everybody, by keyboard, on a small screen, in the dark and on paper."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from bot.coach.invitations import Enrolment
from bot.settings import PROJECT_ROOT
from bot.storage.database import open_engine
from bot.storage.migrate import upgrade
from tests.coach.clock import PASSPHRASE
from tests.coach.portal import World, letter
from tests.e2e.conftest import PATIENCE_MS, Watch
from tests.waiting import PATIENCE, wait_for

PICTURES = PROJECT_ROOT / "docs" / "beelden"
TARGET_PX = 44
CONTROLS = "button:visible, .button:visible, input:visible, textarea:visible, summary:visible, nav a:visible"


@dataclass
class Served:
    """A portal that is served, with one coach and what was shared with them."""

    world: World
    address: str
    coach: Enrolment
    shares: list[str]
    invitation: str

    def log_in(self, page: Page) -> None:
        page.goto(f"{self.address}/inloggen")
        page.get_by_label("Naam").fill(self.coach.name)
        page.get_by_label("Wachtzin").fill(PASSPHRASE)
        page.get_by_label("Code").fill(self.world.clock.code(self.coach.opened.totp_secret))
        page.get_by_role("button", name="Inloggen").click()
        self.arrive(page)

    def arrive(self, page: Page) -> None:
        """Wait until somebody is logged in and the page is whole; only then the code may be of before."""
        expect(page.get_by_role("heading", level=1)).to_have_text("Wat met je gedeeld is")
        page.wait_for_load_state()
        self.world.clock.pass_by(seconds=30)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("portal")
    url = f"sqlite:///{folder / 'gesprek.db'}"
    upgrade(url)
    listening = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    world = World(open_engine(url), folder, address=address)
    server = uvicorn.Server(uvicorn.Config(world.app, log_level="error", lifespan="off", ws="none"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    wait_for(lambda: server.started, "the portal starts")
    coach = world.enrol("Ada Voorbeeld")
    withdrawn, gone = world.share(coach)
    world.sharing.withdraw(withdrawn)
    shares = [world.share(coach, days=30)[1], world.share(coach, days=3)[1], gone]
    token = world.invitations.invite("Wim Voorbeeld", "Denkt mee.", outside_line=True)
    yield Served(world, address, coach, shares, f"{address}/uitnodiging/{token}")
    server.should_exit = True
    thread.join(PATIENCE)
    listening.close()
    world.engine.dispose()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """Open a window. It must have asked nothing of anybody else, and have complained about nothing."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1100, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    tab = context.new_page()
    watch = Watch(tab)
    yield tab
    context.close()
    assert [address for address in watch.addresses if not address.startswith((served.address, "data:"))] == []
    assert watch.complaints == []


def states(page: Page, served: Served) -> Iterator[str]:
    """Bring the portal into its main states, one after the other, and name each once its stylesheet is there."""
    for state in steps(page, served):
        page.wait_for_load_state()
        yield state


def steps(page: Page, served: Served) -> Iterator[str]:
    """Do what brings the portal into each of its main states."""
    page.goto(f"{served.address}/inloggen")
    page.get_by_text("Lukt het niet?").click()
    yield "login"
    page.goto(served.invitation)
    for label in ("Kies een wachtzin", "Nog een keer"):
        page.get_by_label(label).fill("kort")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert")).to_contain_text("te kort")
    yield "weak passphrase"
    for label in ("Kies een wachtzin", "Nog een keer"):
        page.get_by_label(label).fill("negen gele emmers in de gang")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je telefoon koppelen")
    yield "phone"
    served.log_in(page)
    yield "overview"
    for what, path in (
        ("envelope", f"/samenvatting/{served.shares[0]}"),
        ("withdrawn", f"/samenvatting/{served.shares[2]}"),
        ("account", "/account"),
        ("about", "/wat-je-ziet"),
        ("delete", f"/samenvatting/{served.shares[0]}/verwijderen"),
        ("nothing", "/is-er-niet"),
    ):
        page.goto(served.address + path)
        for summary in page.locator("main summary").all():
            summary.click()
        yield what
    page.goto(f"{served.address}/")
    page.get_by_role("button", name="Openen").first.click()
    expect(page.get_by_role("heading", level=2, name="Van Noor")).to_be_visible()
    page.wait_for_load_state()
    for summary in page.locator("main summary").all():
        summary.click()
    yield "share"
    page.locator("#tekst").evaluate("field => { field.required = false }")
    page.get_by_role("button", name="Verstuur je antwoord").click()
    expect(page.get_by_role("alert")).to_contain_text("nog leeg")
    yield "empty answer"
    page.get_by_role("link", name="Afdrukken").click()
    expect(page.get_by_role("link", name="Terug naar de samenvatting")).to_be_visible()
    yield "paper"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, served: Served, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = {state: axe.run(page) for state in states(page, served)}
    assert {state: result.generate_report() for state, result in found.items() if result.violations_count} == {}


@pytest.mark.parametrize(("width", "text_zoom"), [(320, "100%"), (640, "200%")])
def test_nothing_scrolls_sideways_and_targets_are_large_enough(
    page: Page, served: Served, width: int, text_zoom: str
) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    for state in states(page, served):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text_zoom)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        for target in page.locator(CONTROLS).all():
            size = target.bounding_box()
            assert size
            assert min(size["width"], size["height"]) >= TARGET_PX, (state, target.inner_text(), size)


def test_everything_works_by_keyboard_with_focus_in_sight(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/inloggen")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    code = served.world.clock.code(served.coach.opened.totp_secret)
    for words in (served.coach.name, PASSPHRASE, code):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"{style}.outlineStyle === 'solid' && parseFloat({style}.outlineWidth) >= 2")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    served.arrive(page)
    page.get_by_role("button", name="Openen").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="Van Noor")).to_be_visible()


def test_landmarks_headings_and_the_drawing_in_words(page: Page, served: Served) -> None:
    served.log_in(page)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    for role in ("banner", "main", "contentinfo"):
        expect(page.locator("body").get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("link", name="Overzicht")).to_have_attribute("aria-current", "page")
    names = page.get_by_role("button", name="Openen").all_inner_texts()
    assert len(names) == len(set(names)) > 0
    page.get_by_role("button", name="Openen").first.click()
    expect(page.get_by_role("img")).to_have_attribute("alt", letter().alt)
    assert page.get_by_role("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    expect(page.get_by_text("niet gedeeld", exact=True)).to_have_count(2)


def test_paper_has_the_letter_and_no_controls(page: Page, served: Served) -> None:
    served.log_in(page)
    page.get_by_role("button", name="Openen").first.click()
    page.get_by_role("link", name="Afdrukken").click()
    page.emulate_media(media="print")
    expect(page.locator("button:visible, textarea:visible, nav:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Van Noor")).to_be_visible()
    expect(page.get_by_text("vernietig dit papier")).to_be_visible()


def test_going_back_after_logging_out_shows_nothing(page: Page, served: Served) -> None:
    served.log_in(page)
    page.get_by_role("button", name="Openen").first.click()
    expect(page.get_by_role("heading", name="Van Noor")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent uitgelogd")
    page.go_back()
    expect(page.get_by_text("Van Noor")).to_have_count(0)


def test_another_site_can_not_send_a_form(page: Page, served: Served) -> None:
    """From a page of another origin, with the coach logged in in the same browser."""
    served.log_in(page)
    elsewhere = page.context.new_page()
    elsewhere.route(
        "http://elders.localhost:9/**",
        lambda route: route.fulfill(
            body=f'<form method="post" action="{served.address}/uitloggen"><button>prijs</button></form>',
            content_type="text/html",
        ),
    )
    elsewhere.goto("http://elders.localhost:9/")
    elsewhere.get_by_role("button").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Dit formulier kwam niet van het portaal")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat met je gedeeld is")


@pytest.mark.skipif("GESPREK_TEST_PICTURES" not in os.environ, reason="make pictures writes the README's pictures")
def test_pictures(browser: Browser, served: Served) -> None:
    context = browser.new_context(locale="nl-NL", viewport={"width": 900, "height": 1000}, device_scale_factor=2)
    page = context.new_page()
    served.log_in(page)
    page.get_by_role("button", name="Openen").first.click()
    expect(page.get_by_role("heading", level=2, name="Van Noor")).to_be_visible()
    page.screenshot(path=PICTURES / "coach.png")
    context.close()
