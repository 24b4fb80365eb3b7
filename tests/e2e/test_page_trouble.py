"""The chat page when things go wrong: nothing is lost, nothing is said twice."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import ONGELDIG, STEPS, STORING, FakeServer
from tests.e2e.steps import GOED, box, bubbles, button, expect_question, go_to_score, say, stored, waiting, words

OFFLINE = "Er is nu geen verbinding. Wat je schreef, staat klaar en gaat vanzelf mee."


def test_server_error_then_retry_loses_nothing_and_sends_once(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    fake.faults.append(503)
    say(page, GOED)
    expect(page.get_by_text(STORING)).to_be_visible()
    assert waiting(page) == [GOED]
    assert len(words(page)) == 5
    button(page, "Opnieuw proberen").click()
    expect_question(page, 2)
    assert waiting(page) == []
    expect(page.get_by_text(STORING)).to_be_hidden()
    assert [body for _, body in fake.received[-2:]] == [fake.received[-1][1]] * 2
    assert [text for text in words(page) if text == GOED] == [GOED]


def test_what_waits_can_be_taken_back(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(503)
    say(page, "een 7")
    box(page).fill("of toch een 8")
    button(page, "Haal terug").click()
    expect(box(page)).to_have_value("een 7\nof toch een 8")
    expect(box(page)).to_be_focused()
    expect(button(page, "7")).to_be_visible()
    expect(page.get_by_text(STORING)).to_be_hidden()
    assert waiting(page) == []
    box(page).press("Enter")
    expect_question(page, 3)


def test_failed_choice_stays_and_can_be_retried(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    box(page).fill("nog niet verstuurd")
    fake.faults.append(500)
    button(page, "7").click()
    button(page, "Opnieuw proberen").click()
    expect_question(page, 3)
    assert fake.turns()[-2:] == [{"choice": "2:7"}] * 2
    expect(box(page)).to_have_value("nog niet verstuurd")


def test_offline_queues_in_order_and_sends_each_once(page: Page, context: BrowserContext, fake: FakeServer) -> None:
    go_to_score(page)
    before = len(fake.turns())
    context.set_offline(True)
    say(page, "een 7")
    expect(page.get_by_text(OFFLINE)).to_be_visible()
    say(page, "vaker pauze")
    say(page, "ja")
    assert waiting(page) == ["een 7", "vaker pauze", "ja"]
    expect(button(page, "7")).to_be_hidden()  # what is chosen now would be about another question
    context.set_offline(False)  # and nobody presses anything
    expect_question(page, 5)
    assert fake.turns()[before:] == [{"text": "een 7"}, {"text": "vaker pauze"}, {"text": "ja"}]
    assert waiting(page) == []
    said = words(page)
    assert said.index("een 7") < said.index("Je koos een 7. Wat zou je anders willen?") < said.index("vaker pauze")


def test_what_waits_survives_a_reload(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(503)
    say(page, "een 7")
    expect(button(page, "Haal terug")).to_be_visible()
    page.reload()
    expect_question(page, 3)
    assert [text for text in words(page) if text == "een 7"] == ["een 7"]


def test_reload_in_mid_turn_says_nothing_twice(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    held = fake.hold()
    button(page, "7").click()
    held.wait_for_call()
    fake.hold_no_more()
    page.reload()
    expect_question(page, 3)
    held.release()  # the answer of before comes as well, to nobody
    page.wait_for_timeout(100)
    assert [text for text in words(page) if text == "7"] == ["7"]
    assert fake.received[-1][1] == fake.received[-2][1]  # the same capsule and message: the same turn again
    say(page, "vaker pauze")
    expect_question(page, 4)


def test_a_server_that_stays_away_is_tried_again_by_itself(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    page.clock.install(time=0)
    fake.faults.append(503)
    say(page, "een 7")
    expect(page.get_by_text(STORING)).to_be_visible()
    page.clock.run_for(10_000)
    expect_question(page, 3)


def test_words_that_can_never_be_taken_go_back_into_the_box(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(413)
    say(page, "te lang")
    expect(page.get_by_text(STORING)).to_be_visible()
    expect(box(page)).to_have_value("te lang")
    expect(button(page, "Opnieuw proberen")).to_be_hidden()
    assert waiting(page) == []


def test_failed_start_is_made_good_with_the_first_words(page: Page, fake: FakeServer) -> None:
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    fake.faults.append(502)
    page.reload()
    expect(button(page, "Opnieuw proberen")).to_be_visible()
    fake.faults.append(502)
    say(page, "hallo")
    expect(page.get_by_text("Nog niet verstuurd")).to_be_visible()
    button(page, "Opnieuw proberen").click()
    expect_question(page, 1)
    assert words(page) == ["hallo", STEPS[0].messages[0], *STEPS[1].messages]  # first what this is
    assert fake.turns() == [{"text": "hallo"}] * 2


def test_answer_that_stays_away_ends_in_a_calm_line(page: Page, fake: FakeServer) -> None:
    expect_question(page, 0)
    page.clock.install(time=0)
    page.clock.pause_at(1_000)
    held = fake.hold()
    say(page, "kort")
    page.clock.run_for(399)
    expect(page.locator("#typing")).to_be_hidden()
    page.clock.run_for(1)
    expect(page.locator("#typing")).to_be_visible()
    page.clock.run_for(20_000)
    expect(page.get_by_text("Het antwoord blijft te lang weg.")).to_be_visible()
    expect(page.locator("#typing")).to_be_hidden()
    assert waiting(page) == ["kort"]
    held.release()


def test_double_click_sends_once(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").dblclick()
    expect_question(page, 1)
    held = fake.hold()
    box(page).fill(GOED)
    button(page, "Verstuur").dblclick()
    page.keyboard.press("Enter")
    held.wait_for_call()
    held.release()
    expect_question(page, 2)
    page.wait_for_timeout(300)
    assert len(fake.turns()) == 2


def test_what_is_typed_while_waiting_stays(page: Page, fake: FakeServer) -> None:
    button(page, "Rustig, in zes stappen").click()
    expect_question(page, 1)
    held = fake.hold()
    say(page, "De lunch")
    box(page).press_sequentially("en de koffie")
    held.wait_for_call()
    held.release()
    expect_question(page, 2)
    expect(box(page)).to_have_value("en de koffie")
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


def test_second_half_of_a_double_click_answers_nothing(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    button(page, "7").click()
    expect_question(page, 3)
    button(page, "Overslaan").hover()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    page.wait_for_timeout(200)
    assert fake.turns()[-1] == {"choice": "2:7"}


def test_focus_stays_in_the_box_when_retrying(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.extend([503, 503])
    button(page, "7").click()
    button(page, "Opnieuw proberen").press("Enter")
    expect(button(page, "Opnieuw proberen")).to_be_visible()
    expect(box(page)).to_be_focused()


def test_answer_of_something_in_between_is_no_answer(page: Page) -> None:
    go_to_score(page)
    page.route("**/api/chat", lambda route: route.fulfill(body="<html>proxy</html>", content_type="text/html"))
    say(page, "een 7")
    expect(page.get_by_text("Het lukt nu even niet. Wat je schreef, staat klaar en gaat vanzelf mee.")).to_be_visible()
    assert waiting(page) == ["een 7"]


def test_an_old_page_offers_to_reload_and_goes_on(page: Page) -> None:
    go_to_score(page)
    page.evaluate("document.documentElement.dataset.versie = 'oud'")
    button(page, "7").click()
    expect_question(page, 3)
    button(page, "Vernieuwen").click()
    expect(button(page, "Vernieuwen")).to_be_hidden()
    expect_question(page, 3)
    assert GOED in words(page)


def test_a_sheet_the_page_does_not_know_is_shown_as_text(page: Page) -> None:
    expect_question(page, 0)
    answer = {
        "capsule": "nep.",
        "messages": [{"text": "Dit is nieuw.", "buttons": [], "image": None, "sheet": {"kind": "later", "x": []}}],
        "expects": {"key": None, "kind": "later"},
        "stage": "later",
    }
    page.route("**/api/chat", lambda route: route.fulfill(body=json.dumps(answer), content_type="application/json"))
    say(page, "hallo")
    expect(bubbles(page).last).to_contain_text("Dit is nieuw.")


def test_back_and_forward_lose_nothing(page: Page, page_url: str) -> None:
    go_to_score(page)
    page.goto(page_url + "toegankelijkheid")
    page.go_back()
    expect(button(page, "7")).to_be_visible()
    button(page, "7").click()
    expect_question(page, 3)
    assert [text for text in words(page) if text == GOED] == [GOED]


@pytest.mark.parametrize("blocked", [False, True])
def test_a_page_that_the_browser_had_put_by_goes_on(page: Page, blocked: bool) -> None:
    """Another tab may have gone on since, so it looks anew; where nothing is kept that would end the conversation."""
    if blocked:
        page.add_init_script(
            "delete window.sessionStorage; Object.defineProperty(window, 'sessionStorage', {value: null})"
        )
        page.reload()
    go_to_score(page)
    page.evaluate("window.same = true; dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_timeout(300)
    expect(button(page, "7")).to_be_visible()
    assert page.evaluate("window.same === true") is blocked
    assert GOED in words(page)


@pytest.mark.parametrize("found", ["geen JSON", "null", '{"capsule": "nep.", "said": 3}'])
def test_a_damaged_memory_is_no_reason_to_stop(page: Page, found: str) -> None:
    go_to_score(page)
    page.evaluate("found => { sessionStorage.gesprek = found }", found)
    page.reload()
    expect(box(page)).to_be_visible()
    expect(bubbles(page).first.or_(page.locator("#notice p"))).to_be_visible()
    assert "gesprek.proef" not in stored(page)
