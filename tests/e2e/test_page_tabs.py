"""One conversation in two tabs: the later goes on, the other says so; nothing is lost and nothing is said twice."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import FakeServer
from tests.e2e.steps import box, button, choose_menu, expect_question, go_to_score, let_through, say, waiting, words

ELSEWHERE = "Dit gesprek gaat nu verder in een ander tabblad."


def twin(page: Page, context: BrowserContext, page_url: str) -> Page:
    """Open a copy of the tab, as a browser does for `duplicate tab`: with what it remembers."""
    kept = page.evaluate("sessionStorage.gesprek")
    other = context.new_page()
    other.add_init_script(f"sessionStorage.gesprek ??= {json.dumps(kept)}")
    other.goto(page_url)
    return other


def test_the_later_tab_takes_over_and_the_other_says_so(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    other = twin(page, context, page_url)
    expect(page.get_by_text(ELSEWHERE)).to_be_visible()
    expect(box(page)).to_be_hidden()
    expect(button(page, "7")).to_be_hidden()
    button(other, "7").click()
    expect_question(other, 3)
    button(page, "Hier verdergaan").click()
    expect_question(page, 3)
    expect(box(page)).to_be_focused()
    assert words(page) == words(other)
    expect(other.get_by_text(ELSEWHERE)).to_be_visible()
    say(page, "vaker pauze")
    expect_question(page, 4)


def test_what_waits_goes_along_and_is_said_once(
    page: Page, context: BrowserContext, page_url: str, fake: FakeServer
) -> None:
    go_to_score(page)
    held = fake.hold()
    button(page, "7").click()
    held.wait_for_call()
    fake.hold_no_more()
    other = twin(page, context, page_url)
    expect_question(other, 3)
    let_through(page, held)  # the answer to the first tab, which is not shown there
    expect(page.get_by_text(ELSEWHERE)).to_be_visible()
    assert [text for text in words(other) if text == "7"] == ["7"]
    button(page, "Hier verdergaan").click()
    expect_question(page, 3)
    assert [text for text in words(page) if text == "7"] == ["7"]
    assert waiting(page) == []


def test_what_is_wiped_in_one_is_wiped_in_both(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    other = twin(page, context, page_url)
    expect(page.get_by_text(ELSEWHERE)).to_be_visible()
    choose_menu(other, "Wis alles")
    button(other, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert words(page) == ["Alles is gewist."]
    assert page.evaluate("sessionStorage.length") == 0


def test_help_stays_in_sight_in_the_tab_that_rests(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    twin(page, context, page_url)
    expect(page.get_by_text(ELSEWHERE)).to_be_visible()
    button(page, "Hulp nu").click()
    expect(page.get_by_role("region", name="Hulp nu")).to_be_visible()
