"""The chat page in a real browser: the whole way, what the tab remembers, and text that stays text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import LAST, FakeServer
from tests.e2e.steps import GOED, box, bubbles, button, choose_menu, expect_question, go_to_score, say, stored, words

NAUGHTY = '<img src=x onerror="document.title=1"><script>document.title=2</script> & <b>vet</b>'
MENU = {
    "Vorige vraag": "terug",
    "Overslaan": "overslaan",
    "Vraag herhalen": "herhaal de vraag",
    "Uitleg": "wat bedoel je met deze vraag?",
    "Wat kan hier?": "hulp",
    "Pauze": "pauze",
    "Opnieuw beginnen": "opnieuw beginnen",
    "Stoppen": "stop",
    "Mijn spinnenweb": "laat mijn spinnenweb zien",
    "Mijn samenvatting": "laat mijn samenvatting zien",
    "Wie leest mee?": "wie kan dit lezen?",
}


def test_whole_conversation_by_mouse(page: Page, fake: FakeServer) -> None:
    expect_question(page, 0)
    go_to_score(page)
    button(page, "7").click()
    expect_question(page, 3)
    expect(button(page, "7")).to_be_hidden()
    say(page, "Vaker samen pauze")
    expect_question(page, 4)
    button(page, "Ja").click()
    expect_question(page, 5)
    say(page, "Dat het thuis goed gaat")
    expect_question(page, 6)
    say(page, "Fatima vragen")
    expect_question(page, 7)
    assert "dan doe ik dit: Fatima vragen" in words(page)[-2]
    button(page, "Ja, dit klopt").click()
    expect_question(page, LAST)
    expect(page.locator("[aria-current=step]")).to_have_text("Samenvatting")
    assert fake.turns() == [
        {"choice": "0:Rustig, in zes stappen"},
        {"text": GOED},
        {"choice": "2:7"},
        {"text": "Vaker samen pauze"},
        {"choice": "4:Ja"},
        {"text": "Dat het thuis goed gaat"},
        {"text": "Fatima vragen"},
        {"choice": "7:Ja, dit klopt"},
    ]


def test_whole_conversation_by_keyboard(page: Page, fake: FakeServer) -> None:
    def tab_to(name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.textContent") == name:
                return
        pytest.fail(f"{name} can't be reached")

    def write(text: str) -> None:
        expect(box(page)).to_be_focused()
        page.keyboard.type(text)
        page.keyboard.press("Enter")

    expect_question(page, 0)
    tab_to("Rustig, in zes stappen")
    page.keyboard.press("Enter")
    expect_question(page, 1)
    expect(box(page)).to_be_focused()
    page.keyboard.type("De lunch.")
    page.keyboard.press("Shift+Enter")
    write("En mijn buurvrouw.")
    expect_question(page, 2)
    tab_to("10")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect_question(page, 3)
    for step, text in ((4, "Vaker pauze"), (5, "ja"), (6, "Thuis gaat het goed"), (7, "Fatima vragen")):
        write(text)
        expect_question(page, step)
    tab_to("Menu")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_question(page, 6)
    assert fake.turns()[1:3] == [{"text": "De lunch.\nEn mijn buurvrouw."}, {"choice": "2:1"}]
    assert fake.turns()[-1] == {"text": "terug"}


def test_reload_keeps_transcript_capsule_and_draft(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    before = words(page)
    capsule = json.loads(stored(page)["gesprek"])["capsule"]
    box(page).fill("een half getypt")
    for _ in range(2):
        page.reload()
        expect(button(page, "7")).to_be_visible()
        assert words(page) == before
        assert fake.received[-1] == ("/api/chat", {"capsule": capsule, "message": None})
    expect(box(page)).to_have_value("een half getypt")
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    button(page, "7").click()
    expect_question(page, 3)


def test_resumed_question_is_shown_when_it_is_not_there_yet(page: Page) -> None:
    go_to_score(page)
    kept = json.loads(stored(page)["gesprek"])
    kept["said"].pop()
    page.evaluate("kept => { sessionStorage.gesprek = kept }", json.dumps(kept))
    page.reload()
    expect_question(page, 2)


def test_another_tab_starts_with_nothing(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    other = context.new_page()
    other.goto(page_url)
    expect_question(other, 0)
    assert len(words(other)) == 2


def test_html_is_shown_as_text(page: Page) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    say(page, NAUGHTY)
    expect_question(page, 2)
    page.reload()
    expect(button(page, "7")).to_be_visible()
    assert words(page)[-3:-1] == [NAUGHTY, f"Je zegt: {NAUGHTY}"]
    assert page.locator(".bubble .words *").count() == 0
    assert page.title() == "Het andere gesprek"


def test_addresses_of_the_bot_become_links_and_change_no_text(page: Page) -> None:
    go_to_score(page)
    say(page, "zie https://voorbeeld.nl/x?a=1. Mail a@b.nl of javascript:alert(1)")
    expect_question(page, 3)
    assert words(page)[-1].startswith("Je koos zie https://voorbeeld.nl/x?a=1. Mail a@b.nl of javascript:alert(1).")
    link = bubbles(page).last.get_by_role("link")
    expect(link).to_have_count(1)
    expect(link).to_have_attribute("href", "https://voorbeeld.nl/x?a=1")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_drawing_is_an_image_with_its_text(page: Page) -> None:
    go_to_score(page)
    for step, text in ((3, "7"), (4, "niets"), (5, "ja")):
        say(page, text)
        expect_question(page, step)
    image = page.get_by_role("img", name=re.compile("^Je spinnenweb. Lichaam 6"))
    expect(image).to_be_visible()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert page.title() == "Het andere gesprek"
    page.get_by_text("Tekst bij de tekening").click()
    expect(page.locator("details .words")).to_be_visible()
    page.reload()
    expect(image).to_be_visible()


@pytest.mark.parametrize(("name", "text"), MENU.items())
def test_menu_says_what_somebody_could_type(page: Page, fake: FakeServer, name: str, text: str) -> None:
    expect_question(page, 0)
    choose_menu(page, name)
    expect(bubbles(page).filter(has_text=name)).not_to_have_count(0)
    assert fake.turns() == [{"text": text}]


def test_export_is_downloaded(page: Page) -> None:
    go_to_score(page)
    with page.expect_download() as started:
        choose_menu(page, "Mijn gegevens downloaden")
    file = started.value
    assert file.suggested_filename == "het-andere-gesprek-mijn-gegevens.json"
    assert json.loads(Path(file.path()).read_text("utf-8"))["answers"][-1] == GOED
    expect(page.get_by_text("Je gegevens staan nu in een bestand")).to_be_visible()


def test_help_now_is_answered_by_the_bot(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    button(page, "Hulp nu").click()
    expect(bubbles(page).get_by_role("link", name="0800-0113")).to_have_attribute("href", "tel:08000113")
    expect(bubbles(page).get_by_role("link", name="113.nl")).to_have_attribute("href", "https://113.nl")
    assert fake.turns()[-1] == {"text": "hulp nu"}


def test_long_text_gets_a_calm_note(page: Page) -> None:
    box(page).fill("a" * 3_590)
    expect(page.locator("#words-left")).to_have_text("")
    box(page).fill("a" * 3_750)
    expect(page.locator("#words-left")).to_have_text("Je kunt nog ongeveer 300 tekens typen.")
    box(page).fill("a" * 3_999)
    box(page).press_sequentially("bcd")
    expect(page.locator("#words-left")).to_have_text("Dit bericht is vol. De rest kun je hierna sturen.")
    assert len(box(page).input_value()) == 4_000


def test_full_storage_keeps_the_capsule(page: Page) -> None:
    go_to_score(page)
    page.evaluate("sessionStorage.vol = 'x'.repeat(5 * 1024 * 1024 - 20 - sessionStorage.gesprek.length)")
    say(page, "een 7")
    expect_question(page, 3)
    assert json.loads(stored(page)["gesprek"])["said"] == []
    page.reload()
    expect_question(page, 3)
