"""What is more than a bubble: the drawing beside it, the lines of a summary, the parts to share, the letter, a half."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.fake_server import BRIEF, LAST, LUNCH, FakeServer
from tests.e2e.steps import GOED, box, bubbles, button, expect_question, go_to_score, go_to_summary, say, words


def letter(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Dit is precies wat de coach krijgt")


def test_halves_are_chosen_by_thumb(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    half = button(page, "½ erbij")
    expect(half).to_have_attribute("aria-pressed", "false")
    half.click()
    expect(half).to_have_attribute("aria-pressed", "true")
    expect(button(page, "10,5")).to_be_hidden()
    button(page, "7,5").click()
    expect_question(page, 3)
    assert fake.turns()[-1] == {"text": "7,5"}


def test_halves_are_chosen_by_keyboard_too(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    button(page, "½ erbij").press("Space")
    button(page, "0,5").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect_question(page, 3)
    assert fake.turns()[-1] == {"text": "9,5"}


def test_the_drawing_is_beside_the_conversation_and_tells_what_was_said(page: Page, fake: FakeServer) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    go_to_score(page)
    panel = page.get_by_role("region", name="Je spinnenweb tot nu toe")
    expect(panel).to_be_hidden()
    button(page, "7").click()
    expect(panel.get_by_role("img")).to_be_visible()
    calls = len(fake.received)
    button(page, "Wat je zei over meedoen").click()
    expect(panel.get_by_role("heading", name="Wat je zei over meedoen")).to_be_focused()
    expect(panel).to_contain_text(f"Wat goed gaat: {GOED}".replace("\n", " "))
    expect(panel).to_contain_text("Cijfer: 7")
    button(page, "Wat je zei over zingeving").click()
    expect(panel).to_contain_text("Over zingeving heb je nog niets gezegd.")
    assert len(fake.received) == calls
    button(page, "Praat over zingeving").click()
    expect_question(page, 4)
    assert fake.turns()[-1] == {"text": "Ik wil het over zingeving hebben"}
    page.reload()
    expect(panel.get_by_role("img")).to_be_visible()


def test_on_a_small_screen_the_drawing_is_behind_its_picture(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    go_to_score(page)
    button(page, "7").click()
    button(page, "Je spinnenweb tot nu toe").click()
    dialog = page.get_by_role("dialog", name="Je spinnenweb tot nu toe")
    button(page, "Wat je zei over meedoen").click()
    expect(dialog).to_contain_text("Cijfer: 7")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button(page, "Je spinnenweb tot nu toe")).to_be_focused()


def test_a_line_of_the_summary_is_changed_in_place(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    expect(bubbles(page).nth(-2)).to_contain_text(f"1. Wat goed gaat: {LUNCH}")
    change = page.get_by_role("button", name="Wijzig: Meedoen, Wat anders mag")
    change.press("Enter")
    field = page.get_by_role("textbox", name="Meedoen, Wat anders mag")
    expect(field).to_be_focused()
    field.fill("elke dag samen pauze")
    field.press("Enter")
    expect(page.locator(".sheet")).to_contain_text("2. Wat anders mag: elke dag samen pauze")
    expect(page.locator(".sheet")).to_have_count(1)
    expect(bubbles(page).last).to_contain_text("Aangepast.")
    expect(change).to_be_focused()
    assert fake.turns()[-1] == {"edit": {"key": "anders.meedoen", "text": "elke dag samen pauze"}}
    page.reload()
    expect(page.locator(".sheet")).to_contain_text("2. Wat anders mag: elke dag samen pauze")


def test_a_line_can_be_left_out_and_left_alone(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    said = len(fake.turns())
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Wijzig: Je plan, Met wie")).to_be_focused()
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    button(page, "Bewaar").click()  # the same words: nothing to say
    assert len(fake.turns()) == said
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    button(page, "Laat weg").click()
    expect(page.locator(".sheet")).not_to_contain_text("Met wie")
    assert fake.turns()[-1] == {"edit": {"key": "wie", "text": ""}}
    assert "Met wie: laat ik weg" in words(page)


def test_a_line_changed_offline_waits_like_everything_said(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    fake.faults.append(503)
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    page.get_by_role("textbox", name="Je plan, Met wie").fill("Karin")
    button(page, "Bewaar").click()
    button(page, "Opnieuw proberen").click()
    expect(page.locator(".sheet")).to_contain_text("Met wie: Karin")
    assert fake.turns()[-2:] == [{"edit": {"key": "wie", "text": "Karin"}}] * 2


def test_only_the_newest_summary_can_be_changed(page: Page) -> None:
    go_to_summary(page)
    say(page, "terug")
    expect_question(page, 6)
    say(page, "Fatima bellen")
    expect_question(page, 7)
    expect(page.locator(".sheet")).to_have_count(2)
    expect(page.locator(".sheet").first.get_by_role("button")).to_have_count(0)
    expect(page.locator(".sheet").last.get_by_role("button")).to_have_count(3)


def test_parts_are_ticked_by_the_person_only(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    button(page, "Delen met een coach").click()
    boxes = page.get_by_role("group", name="Kies wat je wilt delen").get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    assert [box.is_checked() for box in boxes.all()] == [False, True, False]  # as the server says they were chosen
    boxes.nth(1).uncheck()
    button(page, "Klaar met kiezen").click()
    expect(letter(page)).to_be_visible()
    assert fake.turns()[-1] == {"text": "geen"}
    page.keyboard.press("Escape")
    expect(letter(page)).to_be_hidden()
    say(page, "terug")
    expect(boxes).to_have_count(3)
    for place in (0, 1, 2):
        boxes.nth(place).check()
    button(page, "Klaar met kiezen").click()
    expect(letter(page)).to_be_visible()
    assert fake.turns()[-1] == {"text": "1, 2 en 3"}


def test_the_letter_shows_exactly_what_is_shared(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    button(page, "Delen met een coach").click()
    button(page, "Klaar met kiezen").click()
    expect(letter(page).get_by_role("heading")).to_be_focused()
    assert letter(page).locator(".words").first.inner_text() == BRIEF.replace("{}", "2")
    expect(letter(page).get_by_role("img")).to_be_visible()
    turns = len(fake.turns())
    button(page, "Terug naar het gesprek").click()
    expect(letter(page)).to_be_hidden()
    assert len(fake.turns()) == turns  # putting it away chooses nothing
    button(page, "Bekijk de brief").click()
    letter(page).get_by_role("button", name="Nee, niet delen").click()
    expect_question(page, LAST)
    expect(letter(page)).to_be_hidden()
    assert fake.turns()[-1] == {"choice": "9:Nee, niet delen"}


def test_the_letter_is_there_again_after_a_reload(page: Page) -> None:
    go_to_summary(page)
    button(page, "Delen met een coach").click()
    button(page, "Klaar met kiezen").click()
    expect(letter(page)).to_be_visible()
    page.reload()
    expect(letter(page)).to_be_visible()


def test_a_start_route_is_taken_once(page: Page, page_url: str, fake: FakeServer) -> None:
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    page.goto(f"{page_url}?route=rustig")
    expect_question(page, 1)
    assert fake.turns() == [{"choice": "0:Rustig, in zes stappen"}]
    say(page, "terug")
    expect_question(page, 0)
    page.reload()
    expect(button(page, "Kort, vijf minuten")).to_be_visible()
    assert fake.turns()[-1] == {"text": "terug"}


def test_an_unknown_route_changes_nothing(page: Page, page_url: str, fake: FakeServer) -> None:
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    page.goto(f"{page_url}?route=e")
    expect_question(page, 0)
    expect(box(page)).to_be_visible()
    assert fake.turns() == []


def test_paper_has_the_summary_and_the_drawing(page: Page) -> None:
    go_to_summary(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("button:visible, textarea:visible, #log:visible, dialog:visible")).to_have_count(0)
    paper = page.locator("#paper")
    expect(paper.get_by_role("img")).to_be_visible()
    expect(paper).to_contain_text("2. Wat anders mag: vaker samen pauze")
    expect(paper).to_contain_text("Als het maandag twaalf uur is")
