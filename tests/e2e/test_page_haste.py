"""People who are quicker than the answer: what they say is said once and in order, and they are left where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import STEPS, FakeServer, Held
from tests.e2e.steps import (
    GOED,
    box,
    bubbles,
    button,
    choose_menu,
    expect_question,
    go_to_score,
    go_to_summary,
    say,
    waiting,
    words,
)


def begin_slowly(page: Page, fake: FakeServer, address: str) -> Held:
    """Open the page anew with nothing remembered; its first answer is on its way."""
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    fake.reset()
    held = fake.hold()
    page.goto(address)
    return held


def test_words_before_the_first_answer_are_said_once(page: Page, page_url: str, fake: FakeServer) -> None:
    held = begin_slowly(page, fake, page_url)
    say(page, "rustig")
    assert fake.turns() == []  # so the welcome was still on its way
    held.release()
    expect_question(page, 1)
    assert fake.turns() == [{"text": "rustig"}]
    assert words(page) == [*STEPS[0].messages, "rustig", *STEPS[1].messages]
    assert waiting(page) == []


def test_words_before_the_first_answer_outlive_a_reload(page: Page, page_url: str, fake: FakeServer) -> None:
    held = begin_slowly(page, fake, page_url)
    say(page, "rustig")
    page.reload()
    held.release()
    expect_question(page, 1)
    assert fake.turns() == [{"text": "rustig"}]
    assert words(page) == ["rustig", STEPS[0].messages[0], *STEPS[1].messages]


def test_words_before_the_resumed_question_are_said_once(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    held = fake.hold()
    page.reload()
    say(page, "een 7")
    say(page, "vaker pauze")
    held.release()
    expect_question(page, 4)
    assert fake.turns()[-2:] == [{"text": "een 7"}, {"text": "vaker pauze"}]
    assert [text for text in words(page) if text in ("een 7", "vaker pauze")] == ["een 7", "vaker pauze"]
    assert waiting(page) == []


def test_who_speaks_first_begins_their_own_way(page: Page, page_url: str, fake: FakeServer) -> None:
    """The way that the address names is for whoever said nothing yet: their words would answer another question."""
    held = begin_slowly(page, fake, f"{page_url}?route=rustig")
    say(page, "kort")
    held.release()
    expect_question(page, 1)
    page.wait_for_timeout(300)
    assert fake.turns() == [{"text": "kort"}]


def test_what_waited_belongs_to_the_question_it_answered(page: Page, context: BrowserContext, fake: FakeServer) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    go_to_score(page)
    context.set_offline(True)
    for text in ("een 7", "vaker pauze", "ja"):
        say(page, text)
    context.set_offline(False)
    expect_question(page, 5)
    button(page, "Wat je zei over meedoen").click()
    heard = page.locator("#web-heard p").all_inner_texts()
    assert heard[1:] == ["Cijfer: een 7", "Wat anders mag: vaker pauze"]  # and "ja" is about neither


def test_what_was_on_its_way_when_the_connection_came_back_is_sent_again_and_said_once(
    page: Page, fake: FakeServer
) -> None:
    """Over the old connection its answer may never come, and nothing would fail either."""
    go_to_score(page)
    lost = fake.hold()
    say(page, "een 7")
    say(page, "vaker pauze")
    lost.wait_for_call()
    fake.hold_no_more()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect_question(page, 4)
    seven, again, pause = fake.received[-3:]
    assert seven == again != pause
    shown = words(page)
    lost.release()
    button(page, "Ja").click()
    expect_question(page, 5)
    assert words(page)[: len(shown)] == shown
    assert [said for said in words(page) if said in ("een 7", "vaker pauze")] == ["een 7", "vaker pauze"]


def test_taking_back_the_last_leaves_the_first_on_its_way(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(503)
    say(page, "een 7")
    expect(button(page, "Haal terug")).to_be_visible()
    held = fake.hold()
    say(page, "vaker pauze")
    button(page, "Haal terug").last.click()
    held.release()
    expect_question(page, 3)
    assert waiting(page) == []
    assert fake.turns()[-2:] == [{"text": "een 7"}] * 2  # what failed and what followed: its answer was not thrown away
    assert fake.turns().count({"text": "een 7"}) == 2


def test_taking_back_the_first_sends_the_next(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    page.clock.install(time=0)  # it stands still: nothing is tried again because of the time
    page.clock.pause_at(1_000)
    fake.faults.append(503)
    say(page, "een 7")
    expect(button(page, "Haal terug")).to_be_visible()
    held = fake.hold()
    say(page, "een 8")
    button(page, "Haal terug").first.click()
    held.release()
    expect_question(page, 3)
    assert bubbles(page).filter(has_text="een 7").count() == 0
    assert fake.turns()[-1] == {"text": "een 8"}


def test_words_that_can_never_be_taken_hold_nothing_up(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    held = fake.hold()
    fake.faults.append(413)
    say(page, "te lang")
    say(page, "een 7")
    held.release()
    expect_question(page, 3)
    assert fake.turns()[-1] == {"text": "een 7"}
    assert waiting(page) == []


def test_a_menu_that_is_open_stays_open_when_the_answer_comes(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    held = fake.hold()
    say(page, "een 7")
    button(page, "Menu").press("Enter")
    page.keyboard.press("Tab")
    held.release()
    expect_question(page, 3)
    expect(button(page, "Vorige vraag")).to_be_focused()


@pytest.mark.parametrize("first", ["a message", "a line"])
def test_a_line_being_written_outlives_an_answer(page: Page, fake: FakeServer, first: str) -> None:
    go_to_summary(page)
    held = fake.hold()
    if first == "a message":
        say(page, "hulp nu")
    else:
        page.get_by_role("button", name="Wijzig: Meedoen, Wat goed gaat").click()
        button(page, "Laat weg").click()
    page.get_by_role("button", name="Wijzig: Je plan, Met wie").click()
    line = page.get_by_role("textbox", name="Je plan, Met wie")
    line.fill("Karin of")
    held.release()
    expect(
        bubbles(page).filter(has_text="Wil je nu met iemand praten" if first == "a message" else "Aangepast.")
    ).to_be_visible()
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()
    page.keyboard.type(" Fatima")
    page.keyboard.press("Enter")
    expect(page.locator(".sheet").last).to_contain_text("Met wie: Karin of Fatima")
    expect(page.locator(".sheet").last.get_by_text("Wat goed gaat:")).to_have_count(1 if first == "a message" else 0)


def test_what_is_read_beside_the_conversation_stays_there(page: Page, fake: FakeServer) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    go_to_score(page)
    button(page, "7").click()
    expect_question(page, 3)
    held = fake.hold()
    say(page, "vaker pauze")
    button(page, "Wat je zei over meedoen").click()
    heading = page.get_by_role("heading", name="Wat je zei over meedoen")
    expect(heading).to_be_focused()
    held.release()
    expect_question(page, 4)
    expect(heading).to_be_focused()


def test_a_file_opened_during_a_turn_is_what_goes_on(page: Page, fake: FakeServer) -> None:
    """What is on its way belongs to the conversation of before."""
    go_to_score(page)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Meenemen in een bestand").click()
    page.locator("#pack-words").fill("vier losse woorden hier")
    with page.expect_download() as started:
        button(page, "Maak het bestand").click()
    button(page, "Sluiten").click()
    button(page, "7").click()
    expect_question(page, 3)
    held = fake.hold()
    say(page, "vaker pauze")
    held.wait_for_call()
    fake.hold_no_more()
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Een bestand openen").click()
    page.locator("#unpack-file").set_input_files(started.value.path())
    page.locator("#unpack-words").fill("vier losse woorden hier")
    button(page, "Open het bestand").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect_question(page, 2)
    held.release()
    page.wait_for_timeout(300)
    expect_question(page, 2)
    expect(button(page, "7")).to_be_visible()
    assert words(page)[-3] == GOED


def test_an_answer_that_comes_while_it_moves_to_the_device_is_kept_there(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    page.get_by_label("Pincode of woord").fill("4711")
    button(page, "Sluiten").click()
    held = fake.hold()
    button(page, "7").click()
    held.wait_for_call()
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    button(page, "Bewaar op dit apparaat").dblclick()  # in a hurry
    held.release()
    expect_question(page, 3)
    expect(page.get_by_text("vraagt de pagina je pincode")).to_be_visible()
    page.reload()
    page.get_by_label("Je pincode").fill("4711")
    page.keyboard.press("Enter")
    expect(button(page, "Overslaan")).to_be_visible()  # which comes with the answer that takes it up again
    expect_question(page, 3)
    assert [text for text in words(page) if text == "7"] == ["7"]
    assert fake.received[-1][1]["message"] is None
    expect(box(page)).to_be_focused()
