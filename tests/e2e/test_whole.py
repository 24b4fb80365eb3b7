"""The real thing: `gesprek run`, a real browser, a whole conversation; and the pictures the README shows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.settings import PROJECT_ROOT
from tests.conversations import NIGHT_NURSE
from tests.e2e.conftest import PATIENCE_MS
from tests.e2e.steps import box, bubbles, button, say, words
from tests.serving import install, serve, until_ready

PICTURES = PROJECT_ROOT / "docs" / "beelden"
PICTURED: tuple[tuple[str, int, int, int, Literal["light", "dark"]], ...] = (
    ("gesprek", 1180, 860, 12, "light"),
    ("telefoon", 390, 844, 11, "light"),
    ("spinnenweb", 390, 844, 29, "dark"),
    ("samenvatting", 1180, 1000, 44, "dark"),
)


@pytest.fixture(scope="module")
def address(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the assistant from a data directory of its own."""
    data_dir = tmp_path_factory.mktemp("installation")
    install(data_dir)
    served = serve(data_dir, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with until_ready(*served) as ready:
        yield f"{ready}/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page in a window with nothing remembered."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1000, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def by_mouse(page: Page, did: str) -> None:
    if did.startswith("#"):
        button(page, did[1:]).last.click()
    else:
        say(page, did)


def by_keyboard(page: Page, did: str) -> None:
    """Do it without a mouse: Tab back from the text box, which has focus after every answer."""
    if not did.startswith("#"):
        expect(box(page)).to_be_focused()
        page.keyboard.type(did)
    else:
        for _ in range(20):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.textContent") == did[1:]:
                break
    page.keyboard.press("Enter")


def by_thumb(page: Page, did: str) -> None:
    if did.startswith("#"):
        button(page, did[1:]).last.tap()
    else:
        box(page).tap()
        page.keyboard.type(did)
        button(page, "Verstuur").tap()


WAYS: dict[str, tuple[Callable[[Page, str], None], dict[str, Any]]] = {
    "mouse": (by_mouse, {"viewport": {"width": 1280, "height": 800}}),
    "keyboard": (by_keyboard, {"viewport": {"width": 1000, "height": 700}}),
    "phone": (by_thumb, {"viewport": {"width": 390, "height": 760}, "has_touch": True, "is_mobile": True}),
}
RELOAD_AFTER = 24  # steps: past the correction and the pause


@pytest.mark.parametrize("way", WAYS)
def test_a_whole_conversation_in_the_page(browser: Browser, address: str, way: str) -> None:
    """*Rustig*, with a correction, a pause, a reload half-way and going on there."""
    act, window = WAYS[way]
    context = browser.new_context(locale="nl-NL", **window)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(address)
    expect(bubbles(page).nth(3)).to_be_visible()
    for place, (did, _) in enumerate(NIGHT_NURSE.steps):
        if place == RELOAD_AFTER:
            _come_back(page)
        if place in (0, RELOAD_AFTER):
            box(page).focus()
        _do(page, did, act)
        while "+" in _key(page):
            _do(page, "overslaan", act)
    said = "\n".join(words(page))
    assert "Dit was het." in said
    for answer in NIGHT_NURSE.answers.values():
        assert answer in said
    context.close()


def _come_back(page: Page) -> None:
    before = words(page)
    with page.expect_response("**/api/chat"):
        page.reload()
    assert words(page)[: len(before)] == before


def test_a_line_is_changed_where_it_stands(page: Page) -> None:
    expect(bubbles(page).nth(3)).to_be_visible()
    for did in ("kort", "#Zingeving", "mijn werk in de zorg", "7", "meer tijd"):
        _do(page, did)
        while "+" in _key(page):
            _do(page, "overslaan")
    _do(page, "laat mijn samenvatting zien")
    page.get_by_role("button", name="Wijzig: Zingeving, Wat goed gaat").click()
    page.get_by_role("textbox", name="Zingeving, Wat goed gaat").fill("de gesprekken in de nacht")
    button(page, "Bewaar").click()
    expect(page.locator(".sheet")).to_contain_text("Wat goed gaat: de gesprekken in de nacht")
    page.get_by_role("button", name="Wijzig: Zingeving, Cijfer").click()
    page.get_by_role("textbox", name="Zingeving, Cijfer").fill("een zesje")
    with page.expect_response("**/api/chat") as answered:
        button(page, "Bewaar").click()
    expect(page.locator(".sheet")).to_contain_text("Cijfer: 6")
    assert "Zingeving: 6." in answered.value.json()["drawing"]["alt"]


def test_reload_in_the_middle_goes_on(page: Page) -> None:
    say(page, "kort")
    expect(bubbles(page).last).to_contain_text("Waar wil je het over hebben")
    page.reload()
    button(page, "Zingeving").click()
    expect(bubbles(page).last).to_contain_text("Wat geeft jou zin")


@pytest.mark.parametrize(
    ("route", "question"), [("kort", "Waar wil je het over"), ("rustig", "je lijf"), ("plan", "plan")]
)
def test_a_start_route_begins_that_way(page: Page, address: str, route: str, question: str) -> None:
    expect(bubbles(page).nth(3)).to_be_visible()
    page.evaluate("sessionStorage.clear()")
    page.goto(f"{address}?route={route}")
    expect(page.locator(".bubble.you")).to_have_count(1)
    expect(page.get_by_role("log")).to_contain_text(question)


def test_help_now_is_always_there(page: Page) -> None:
    expect(bubbles(page).nth(3)).to_be_visible()  # before that the page's own lines are shown
    button(page, "Hulp nu").click()
    expect(page.get_by_role("log")).to_contain_text("0800-2000")


@pytest.mark.skipif("GESPREK_TEST_PICTURES" not in os.environ, reason="make pictures writes the README's pictures")
def test_pictures(browser: Browser, address: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, width, height, steps, scheme in PICTURED:
        context = browser.new_context(
            locale="nl-NL", viewport={"width": width, "height": height}, device_scale_factor=2, color_scheme=scheme
        )
        opened = context.new_page()
        opened.goto(address)
        expect(bubbles(opened).nth(3)).to_be_visible()
        for did, _ in NIGHT_NURSE.steps[:steps]:
            _do(opened, did)
            while "+" in _key(opened):
                _do(opened, "overslaan")
        opened.wait_for_timeout(300)
        opened.screenshot(path=str(PICTURES / f"{name}.png"))
        context.close()


def _do(page: Page, did: str, act: Callable[[Page, str], None] = by_mouse) -> None:
    """Press or type, and wait for the answer."""
    with page.expect_response("**/api/chat") as answered:
        act(page, did)
    body = answered.value.json()
    page.evaluate("key => { window.lastKey = key }", body["expects"]["key"] or "")
    expect(bubbles(page).last).to_contain_text(body["messages"][-1]["text"].splitlines()[-1][:40])


def _key(page: Page) -> str:
    return str(page.evaluate("window.lastKey || ''"))
