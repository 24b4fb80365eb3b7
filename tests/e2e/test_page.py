"""The chat page in a real browser, against the fake server: nothing is lost, nothing is sent twice, text stays text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from fake_server import GEWIST, LAST, ONGELDIG, STEPS, STORING, FakeServer
from playwright.sync_api import BrowserContext, Locator, Page, expect

GOED = "De lunch met mijn collega's.\nEn mijn buurvrouw."
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


def test_whole_conversation_by_mouse(page: Page, fake: FakeServer) -> None:
    expect_question(page, 0)
    go_to_score(page)
    button(page, "7").click()
    expect_question(page, 3)
    expect(page.get_by_role("group", name="Antwoorden om uit te kiezen")).to_be_hidden()
    say(page, "Vaker samen pauze")
    expect_question(page, 4)
    button(page, "Ja").click()
    expect_question(page, 5)
    say(page, "Dat het thuis goed gaat")
    expect_question(page, 6)
    say(page, "Fatima vragen")
    expect_question(page, 7)
    assert "dan doe ik dit: Fatima vragen\n\nMet wie: Fatima" in words(page)[-2]
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
    assert [{"text": "De lunch.\nEn mijn buurvrouw."}, {"choice": "2:1"}] == fake.turns()[1:3]
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
    page.evaluate(
        "const kept = JSON.parse(sessionStorage.gesprek); kept.said.pop(); sessionStorage.gesprek = JSON.stringify(kept)"
    )
    page.reload()
    expect_question(page, 2)


def test_another_tab_starts_with_nothing(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    other = context.new_page()
    other.goto(page_url)
    expect_question(other, 0)
    assert len(words(other)) == 2


def test_server_error_then_retry_loses_nothing_and_sends_once(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    fake.faults.append(503)
    say(page, GOED)
    expect(page.get_by_text(STORING)).to_be_visible()
    expect(box(page)).to_have_value(GOED)
    assert len(words(page)) == 5
    button(page, "Opnieuw proberen").click()
    expect_question(page, 2)
    expect(box(page)).to_have_value("")
    expect(page.get_by_text(STORING)).to_be_hidden()
    assert [body for _, body in fake.received[-2:]] == [fake.received[-1][1]] * 2
    assert [text for text in words(page) if text == GOED] == [GOED]


def test_failed_choice_stays_and_can_be_retried(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    box(page).fill("nog niet verstuurd")
    fake.faults.append(500)
    button(page, "7").click()
    button(page, "Opnieuw proberen").click()
    expect_question(page, 3)
    assert fake.turns()[-2:] == [{"choice": "2:7"}] * 2
    expect(box(page)).to_have_value("nog niet verstuurd")


def test_offline_keeps_the_words(page: Page, context: BrowserContext) -> None:
    go_to_score(page)
    context.set_offline(True)
    say(page, "een 7")
    expect(page.get_by_text("Er is nu geen verbinding.")).to_be_visible()
    expect(box(page)).to_have_value("een 7")
    context.set_offline(False)
    button(page, "Opnieuw proberen").click()
    expect_question(page, 3)


def test_failed_start_comes_first(page: Page, fake: FakeServer) -> None:
    fake.faults.append(502)
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(button(page, "Opnieuw proberen")).to_be_visible()
    say(page, "hallo")
    expect_question(page, 0)
    expect(box(page)).to_have_value("hallo")
    assert fake.turns() == []


def test_answer_that_stays_away_ends_in_a_calm_line(page: Page, fake: FakeServer, page_url: str) -> None:
    page.clock.install()
    page.reload()
    expect_question(page, 0)
    fake.delay = 1.0
    say(page, "kort")
    page.clock.run_for(399)
    expect(page.locator("#typing")).to_be_hidden()
    page.clock.run_for(1)
    expect(page.locator("#typing")).to_be_visible()
    page.clock.run_for(20_000)
    expect(page.get_by_text("Het antwoord blijft te lang weg.")).to_be_visible()
    expect(page.locator("#typing")).to_be_hidden()
    expect(box(page)).to_have_value("kort")


def test_double_click_sends_once(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").dblclick()
    expect_question(page, 1)
    fake.delay = 0.2
    box(page).fill(GOED)
    button(page, "Verstuur").dblclick()
    page.keyboard.press("Enter")
    expect_question(page, 2)
    page.wait_for_timeout(300)
    assert len(fake.turns()) == 2


def test_what_is_typed_while_waiting_stays(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    fake.delay = 0.5
    say(page, "De lunch")
    box(page).press_sequentially(" en de koffie")
    expect_question(page, 2)
    expect(box(page)).to_have_value(" en de koffie")
    assert fake.turns()[-1] == {"text": "De lunch"}


def test_invalid_capsule_offers_a_new_conversation(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(409)
    say(page, "een 7")
    expect(page.get_by_text(ONGELDIG)).to_be_visible()
    assert words(page)[3] == "Goed. We beginnen met meedoen."
    button(page, "Begin een nieuw gesprek").click()
    expect_question(page, 0)
    assert len(words(page)) == 2
    expect(box(page)).to_have_value("een 7")
    assert fake.received[-1][1] == {"capsule": None, "message": None}


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


def test_wis_alles_drops_an_answer_on_its_way(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.delay = 0.5
    button(page, "7").click()
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    page.wait_for_timeout(600)
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


def test_help_now_needs_no_server(page: Page, fake: FakeServer, context: BrowserContext) -> None:
    go_to_score(page)
    own = page.get_by_role("region", name="Hulp nu")
    context.set_offline(True)
    button(page, "Hulp nu").click()
    expect(own.get_by_role("link", name="0800-0113")).to_be_visible()
    button(page, "Sluiten").click()
    expect(own).to_be_hidden()
    context.set_offline(False)
    fake.delay = 0.5
    say(page, "een 7")
    button(page, "Hulp nu").click()
    expect(own).to_be_focused()
    expect_question(page, 3)


def test_long_text_gets_a_calm_note(page: Page) -> None:
    box(page).fill("a" * 3_590)
    expect(page.locator("#words-left")).to_have_text("")
    box(page).fill("a" * 3_750)
    expect(page.locator("#words-left")).to_have_text("Je kunt nog ongeveer 300 tekens typen.")
    box(page).fill("a" * 3_999)
    box(page).press_sequentially("bcd")
    expect(page.locator("#words-left")).to_have_text("Dit bericht is vol. De rest kun je hierna sturen.")
    assert len(box(page).input_value()) == 4_000
