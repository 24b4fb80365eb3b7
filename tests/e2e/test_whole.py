"""The real thing: `gesprek run`, a real browser, a whole conversation; and the pictures the README shows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.settings import PROJECT_ROOT
from tests.conversations import NIGHT_NURSE
from tests.e2e.steps import bubbles, button, say, words
from tests.serving import install, serve, wait_until_ready

PICTURES = PROJECT_ROOT / "docs" / "beelden"


@pytest.fixture(scope="module")
def address(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the assistant from a data directory of its own."""
    data_dir = tmp_path_factory.mktemp("installation")
    install(data_dir)
    served, server = serve(data_dir, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with server:
        wait_until_ready(served)
        yield f"{served}/"
        server.terminate()
        assert server.wait(20) == 0


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page in a window with nothing remembered."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1000, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def test_a_whole_conversation_in_the_page(page: Page) -> None:
    expect(bubbles(page).nth(3)).to_be_visible()
    for did, _ in NIGHT_NURSE.steps:
        _do(page, did)
        while "+" in _key(page):
            _do(page, "overslaan")
    said = "\n".join(words(page))
    assert "Dit was het." in said
    for answer in NIGHT_NURSE.answers.values():
        assert answer in said


def test_reload_in_the_middle_goes_on(page: Page) -> None:
    say(page, "kort")
    expect(bubbles(page).last).to_contain_text("Waar wil je het over hebben")
    page.reload()
    button(page, "Zingeving").click()
    expect(bubbles(page).last).to_contain_text("Wat geeft jou zin")


def test_help_now_is_always_there(page: Page) -> None:
    button(page, "Hulp nu").click()
    expect(page.get_by_role("log")).to_contain_text("0800-2000")


@pytest.mark.skipif("GESPREK_TEST_PICTURES" not in os.environ, reason="make pictures writes the README's pictures")
def test_pictures(browser: Browser, address: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, width, height, steps in (
        ("gesprek", 900, 1000, 12),
        ("telefoon", 390, 844, 9),
        ("spinnenweb", 900, 1000, 29),
    ):
        context = browser.new_context(
            locale="nl-NL", viewport={"width": width, "height": height}, device_scale_factor=2
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


def _do(page: Page, did: str) -> None:
    """Press or type, and wait for the answer."""
    with page.expect_response("**/api/chat") as answered:
        if did.startswith("#"):
            button(page, did[1:]).last.click()
        else:
            say(page, did)
    body = answered.value.json()
    page.evaluate("key => { window.lastKey = key }", body["expects"]["key"] or "")
    expect(bubbles(page).last).to_contain_text(body["messages"][-1]["text"].splitlines()[-1][:40])


def _key(page: Page) -> str:
    return str(page.evaluate("window.lastKey || ''"))
