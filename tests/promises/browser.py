"""A window on the real page, with its profile in a folder where we can look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.conftest import CHROMIUM_ARGUMENTS, PATIENCE_MS
from tests.e2e.steps import bubbles, button, say


@contextmanager
def window(chromium: str, profile: Path) -> Iterator[Page]:
    """Open a browser with this profile; it is closed, and Playwright's event loop with it, afterwards."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=CHROMIUM_ARGUMENTS, locale="nl-NL"
        )
        context.set_default_timeout(PATIENCE_MS)
        yield context.pages[0]
        context.close()


def open_page(page: Page, address: str) -> dict[str, Any]:
    """Go to the page, and return the first answer of the server."""
    with page.expect_response("**/api/chat") as answered:
        page.goto(address)
    return _shown(page, answered.value.json())


def do(page: Page, step: str) -> dict[str, Any]:
    """Press a button for a step that begins with `#`, type everything else; return the answer of the server."""
    return after(page, lambda: button(page, step[1:]).last.click() if step.startswith("#") else say(page, step))


def after(page: Page, act: Callable[[], None]) -> dict[str, Any]:
    """Do something that is a turn; return the answer of the server once it is shown."""
    with page.expect_response("**/api/chat") as answered:
        act()
    return _shown(page, answered.value.json())


def _shown(page: Page, answer: dict[str, Any]) -> dict[str, Any]:
    said = answer["messages"][-1]
    has_boxes = said.get("sheet", {}).get("kind") == "onderdelen"  # what is beside them isn't said twice
    text = said["text"].split("\n\n")[0] if has_boxes else said["text"]
    expect(bubbles(page).last).to_contain_text(text.splitlines()[-1][:40])
    return answer
