"""The chat page when somebody wants everything gone."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.fake_server import GEWIST, STORING, FakeServer
from tests.e2e.steps import (
    box,
    bubbles,
    button,
    choose_menu,
    expect_question,
    go_to_score,
    let_through,
    say,
    stored,
    words,
)


def test_wis_alles_clears_storage(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    box(page).fill("nog iets")
    capsule = json.loads(stored(page)["gesprek"])["capsule"]
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    expect(bubbles(page).last).to_be_focused()
    assert fake.received[-1] == ("/api/forget", {"capsule": capsule})
    assert stored(page) == {}
    assert words(page) == ["Alles is gewist."]
    expect(box(page)).to_be_hidden()
    button(page, "Begin een nieuw gesprek").click()
    expect_question(page, 0)
    expect(box(page)).to_have_value("")


def test_wis_alles_asks_first(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    choose_menu(page, "Wis alles")
    expect(page.get_by_role("dialog", name="Wil je alles wissen?")).to_be_visible()
    expect(button(page, "Nee, ga terug")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button(page, "Menu")).to_be_focused()
    assert "/api/forget" not in [path for path, _ in fake.received]


def test_failed_wis_alles_can_be_retried(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(503)
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text(STORING)).to_be_visible()
    assert "gesprek" in stored(page)
    button(page, "Opnieuw proberen").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()


def test_wis_alles_without_a_connection_says_what_did_not_happen(
    page: Page, context: BrowserContext, fake: FakeServer
) -> None:
    go_to_score(page)
    context.set_offline(True)
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.locator("#notice p")).to_have_text("Er is nu geen verbinding. Het wissen is nog niet gelukt.")
    context.set_offline(False)
    button(page, "Opnieuw proberen").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()


def test_second_half_of_a_double_click_deletes_nothing(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").hover()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert fake.received[-1][0] == "/api/chat"


def test_a_double_tap_in_the_menu_deletes_nothing(browser: Browser, page_url: str, fake: FakeServer) -> None:
    """On a phone the button that deletes comes up right under the finger that asked for it."""
    context = browser.new_context(viewport={"width": 390, "height": 760}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(page_url)
    expect_question(page, 0)
    button(page, "Menu").tap()
    where = button(page, "Wis alles").bounding_box()
    assert where
    for _ in range(2):
        page.touchscreen.tap(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert "/api/forget" not in [path for path, _ in fake.received]
    button(page, "Ja, wis alles").press("Enter")
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    context.close()


def test_wis_alles_drops_an_answer_on_its_way(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    held = fake.hold()
    button(page, "7").click()
    held.wait_for_call()
    fake.hold_no_more()
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    let_through(page, held)
    assert words(page) == ["Alles is gewist."]
    assert stored(page) == {}


def test_forgotten_in_the_conversation_clears_the_transcript(page: Page) -> None:
    go_to_score(page)
    say(page, "wis alles")
    expect(page.get_by_text(GEWIST)).to_be_visible()
    assert words(page) == [GEWIST]
    assert stored(page) == {}
    page.reload()
    expect_question(page, 0)
    assert len(words(page)) == 2
