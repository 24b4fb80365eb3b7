"""The chat page for everybody: keyboard, screen reader, small screen, much zoom, dark, paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.fake_server import STORING, FakeServer
from tests.e2e.steps import box, bubbles, button, choose_menu, expect_question, go_to_score, say
from tests.waiting import wait_for

TARGET_PX = 44
TARGETS = (
    "button:visible, textarea:visible, summary:visible, input:not([type=checkbox]):visible, label:has(input):visible"
)
# The page tries again by itself after ten seconds: not while an error is looked at.
NEVER_AGAIN = """() => {
    const soon = setTimeout;
    window.setTimeout = (act, ms, ...more) => (ms < 10_000 ? soon(act, ms, ...more) : 0);
}"""
SHOWN_WITHIN_MS = 300
LOADS = 5  # of which the quickest counts: the machine may be busy


def states(page: Page, fake: FakeServer) -> Iterator[str]:
    """Bring the page into its main states, one after the other, and name each."""
    expect_question(page, 0)
    yield "start"
    button(page, "Menu").click()
    yield "menu"
    page.keyboard.press("Escape")
    go_to_score(page)
    yield "score"
    page.evaluate(NEVER_AGAIN)
    fake.faults.append(503)
    say(page, "een 7")
    expect(button(page, "Opnieuw proberen")).to_be_visible()
    yield "error"
    button(page, "Opnieuw proberen").click()
    expect_question(page, 3)
    say(page, "a" * 200)
    expect_question(page, 4)
    button(page, "Ja").click()
    expect_question(page, 5)
    page.get_by_text("Tekst bij de tekening").click()
    yield "drawing"
    if button(page, "Je spinnenweb tot nu toe").is_visible():
        button(page, "Je spinnenweb tot nu toe").click()
    button(page, "Wat je zei over meedoen").click()
    yield "what was said"
    if page.get_by_role("dialog").is_visible():
        page.keyboard.press("Escape")
    say(page, "ja")
    expect_question(page, 6)
    say(page, "Fatima vragen")
    expect_question(page, 7)
    yield "summary"
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    yield "a line to change"
    button(page, "Terug").click()
    button(page, "Delen met een coach").click()
    expect(page.get_by_role("checkbox")).to_have_count(3)
    yield "parts"
    button(page, "Klaar met kiezen").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "letter"
    page.keyboard.press("Escape")
    choose_menu(page, "Bewaren of meenemen")
    expect(page.locator("dialog[open] summary")).to_have_count(3)
    for part in page.locator("dialog[open] summary").all():
        part.click()
    yield "place"
    page.keyboard.press("Escape")
    fake.faults.append(503)
    button(page, "Hulp nu").click()
    expect(page.get_by_role("region", name="Hulp nu")).to_be_visible()
    box(page).fill("a" * 3_900)
    yield "help"
    choose_menu(page, "Wis alles")
    yield "dialog"
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    yield "erased"
    button(page, "Begin een nieuw gesprek").click()
    expect_question(page, 0)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    page.get_by_label("Pincode of woord").fill("4711")
    button(page, "Bewaar op dit apparaat").click()
    expect(page.get_by_text("vraagt de pagina je pincode")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Je pincode")).to_be_visible()
    yield "locked"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, page_url: str, fake: FakeServer, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.set_viewport_size({"width": 390 if scheme == "dark" else 1280, "height": 800})
    page.goto(page_url)
    found = {state: axe.run(page) for state in states(page, fake)}
    context.close()
    assert {state: result.generate_report() for state, result in found.items() if result.violations_count} == {}


@pytest.mark.parametrize(("width", "height", "text_zoom"), [(320, 560, "100%"), (320, 256, "100%"), (640, 800, "200%")])
def test_nothing_scrolls_sideways(page: Page, fake: FakeServer, width: int, height: int, text_zoom: str) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("size => { document.documentElement.style.fontSize = size }", text_zoom)
    for state in states(page, fake):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        hidden = "[...document.querySelectorAll('button, textarea, input, .bubble, #menu-panel, dialog')]" + (
            ".filter(n => n.checkVisibility()).filter(n => n.getBoundingClientRect().right > innerWidth"
            " || n.getBoundingClientRect().left < 0).map(n => n.outerHTML)"
        )
        assert page.evaluate(hidden) == [], state


@pytest.mark.parametrize("width", [320, 1100])
def test_targets_are_large_enough(page: Page, fake: FakeServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for state in states(page, fake):
        for target in page.locator(TARGETS).all():
            size = target.bounding_box()
            assert size
            assert min(size["width"], size["height"]) >= TARGET_PX, (state, target.inner_text(), size)


def test_help_now_stays_in_sight(page: Page, fake: FakeServer) -> None:
    for height in (700, 360, 256):
        page.set_viewport_size({"width": 360, "height": height})
        for place in (0, 10_000):
            page.evaluate("place => scrollTo(0, place)", place)
            expect(button(page, "Hulp nu")).to_be_in_viewport(ratio=1)


def test_landmarks_headings_and_labels(page: Page) -> None:
    go_to_score(page)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_role("heading", level=1)).to_have_text("Het andere gesprek")
    for role in ("banner", "main", "log"):
        expect(page.locator("body").get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("list", name="Waar je bent in het gesprek")).to_be_visible()
    expect(page.get_by_role("group", name="Kies een cijfer").get_by_role("button")).to_have_count(11)
    expect(bubbles(page).last).to_contain_text("Chatbot:")
    expect(bubbles(page).filter(has_text="buurvrouw").first).to_contain_text("Jij:")
    assert page.evaluate("[...document.querySelectorAll('button')].filter(b => !b.textContent.trim()).length") == 0


def test_each_answer_is_announced_once(page: Page) -> None:
    expect_question(page, 0)
    page.evaluate(
        "window.added = []; new MutationObserver(changes => changes.forEach(change => "
        "added.push(...[...change.addedNodes].map(node => node.textContent))))"
        ".observe(document.getElementById('log'), {childList: true, subtree: true, characterData: true})"
    )
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    assert page.evaluate("added") == [
        "Jij: Rustig, in zes stappen",
        "Chatbot: Goed. We beginnen met meedoen.",
        "Chatbot: Wat gaat daar goed?",
    ]


def test_a_calm_line_is_read_out_once(page: Page, fake: FakeServer) -> None:
    """While the server stays away it is tried again every minute; who listens needn't hear that every time."""
    go_to_score(page)
    fake.faults.extend([503, 503, 503])
    say(page, "een 7")
    expect(page.get_by_text(STORING)).to_be_visible()
    page.evaluate(
        "window.read = 0; new MutationObserver(() => { read += 1 }).observe(document.getElementById('notice'),"
        " {childList: true, subtree: true, characterData: true})"
    )
    for sent in (3, 4):
        with page.expect_response("**/api/chat"):
            button(page, "Opnieuw proberen").click()
        expect(page.locator("#typing")).to_be_hidden()
        assert len(fake.turns()) == sent + 1
    assert page.evaluate("read") == 0


def test_the_first_answer_is_shown_at_once(page: Page) -> None:
    page.add_init_script(
        "new MutationObserver((_, o) => { if (document.querySelector('.bubble')) { window.shown = performance.now();"
        " o.disconnect() } }).observe(document, {childList: true, subtree: true})"
    )
    noted = "performance.getEntriesByType('resource').find(e => e.name.endsWith('/api/chat'))?.responseEnd"
    took = []
    for _ in range(LOADS):
        expect_question(page, 0)
        page.evaluate("sessionStorage.clear()")
        page.reload()
        expect_question(page, 0)
        wait_for(lambda: page.evaluate(noted), "the browser notes when an answer came, a little after giving it")
        took.append(page.evaluate(f"shown - {noted}"))
    assert min(took) <= SHOWN_WITHIN_MS


def test_an_answer_waits_for_no_clock(page: Page) -> None:
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    page.clock.install(time=0)
    page.clock.pause_at(1_000)  # no timer and no frame is ever due
    page.reload()
    expect_question(page, 0)
    go_to_score(page)


def test_menu_button_tells_and_escape_closes(page: Page) -> None:
    menu = button(page, "Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(button(page, "Vorige vraag")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    menu.click()
    page.get_by_role("log").click(position={"x": 5, "y": 5})
    expect(page.locator("#menu-panel")).to_be_hidden()


def test_focus_is_visible(page: Page) -> None:
    expect_question(page, 0)
    for _ in range(6):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"{style}.outlineStyle === 'solid' && parseFloat({style}.outlineWidth) >= 2")


def test_no_keyboard_pops_up_on_touch(browser: Browser, page_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 760}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(page_url)
    button(page, "Rustig, in zes stappen").tap()
    expect_question(page, 1)
    expect(bubbles(page).last).to_be_focused()
    box(page).tap()
    page.keyboard.type("De lunch")
    button(page, "Verstuur").tap()
    expect_question(page, 2)
    expect(box(page)).to_be_focused()
    context.close()


def test_newest_question_is_in_view(page: Page, fake: FakeServer) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    go_to_score(page)
    expect(button(page, "Overslaan")).to_be_in_viewport(ratio=1)
    button(page, "7").click()
    expect_question(page, 3)
    fake.faults.append(503)
    say(page, "Vaker pauze")
    expect(button(page, "Opnieuw proberen")).to_be_in_viewport(ratio=1)
    expect(bubbles(page).last).to_be_in_viewport(ratio=1)


def test_motion_is_left_out_when_asked(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.typing i')).animationName") == "none"


def test_paper_has_the_transcript_and_no_controls(page: Page) -> None:
    go_to_score(page)
    page.emulate_media(media="print")
    expect(page.locator("button:visible, textarea:visible")).to_have_count(0)
    expect(bubbles(page).last).to_be_visible()
    expect(page.locator(".who").first).to_have_css("position", "static")


def test_text_stays_with_the_browser(context: BrowserContext, page: Page) -> None:
    for name, value in {"spellcheck": "false", "autocomplete": "off", "writingsuggestions": "false"}.items():
        expect(box(page)).to_have_attribute(name, value)
    assert context.cookies() == []
