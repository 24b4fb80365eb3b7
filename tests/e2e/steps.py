"""What a test does on the chat page and what it sees there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.fake_server import STEPS, Held

GOED = "De lunch met mijn collega's.\nEn mijn buurvrouw."


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Typ je antwoord")


def say(page: Page, text: str) -> None:
    box(page).fill(text)
    button(page, "Verstuur").click()


def bubbles(page: Page) -> Locator:
    return page.get_by_role("log").locator(".bubble")


def words(page: Page) -> list[str]:
    return page.get_by_role("log").locator(".bubble > .words").all_inner_texts()


def expect_question(page: Page, step: int) -> None:
    expect(bubbles(page).last).to_contain_text(STEPS[step].messages[-1].split("{}")[-1].strip())


def choose_menu(page: Page, name: str) -> None:
    button(page, "Menu").click()
    page.locator("#menu-panel").get_by_role("button", name=name, exact=True).click()


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...sessionStorage, ...localStorage})")
    return found


def go_to_score(page: Page) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    say(page, GOED)
    expect_question(page, 2)


def waiting(page: Page) -> list[str]:
    """Return what was said and has no answer yet."""
    return page.locator("#outbox .words").all_inner_texts()


def let_through(page: Page, held: Held) -> None:
    """Let what was held be answered, and wait until the page has that answer and could have done something with it."""
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/api/chat")):
        held.release()
    page.wait_for_timeout(100)


def go_to_summary(page: Page) -> None:
    go_to_score(page)
    button(page, "7").click()
    for step, text in ((3, "Vaker samen pauze"), (4, "ja"), (5, "Thuis gaat het goed"), (6, "Fatima vragen")):
        expect_question(page, step)
        say(page, text)
    expect_question(page, 7)
