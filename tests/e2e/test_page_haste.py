"""People who are quicker than the answer: what they say is said once, in order, and answers the question it answered."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import STEPS, FakeServer
from tests.e2e.steps import bubbles, button, expect_question, go_to_score, say, waiting, words

SLOW = 0.8  # seconds until an answer: longer than it takes to say something


def begin_slowly(page: Page, fake: FakeServer, address: str) -> None:
    """Open the page anew with nothing remembered; its first answer is on its way."""
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    fake.reset()
    fake.delay = SLOW
    page.goto(address)


def test_words_before_the_first_answer_are_said_once(page: Page, page_url: str, fake: FakeServer) -> None:
    begin_slowly(page, fake, page_url)
    say(page, "rustig")
    assert fake.turns() == []  # so the welcome was still on its way
    expect_question(page, 1)
    assert fake.turns() == [{"text": "rustig"}]
    assert words(page) == [*STEPS[0].messages, "rustig", *STEPS[1].messages]
    assert waiting(page) == []


def test_words_before_the_first_answer_outlive_a_reload(page: Page, page_url: str, fake: FakeServer) -> None:
    begin_slowly(page, fake, page_url)
    say(page, "rustig")
    page.reload()
    expect_question(page, 1)
    assert fake.turns() == [{"text": "rustig"}]
    assert words(page) == ["rustig", STEPS[0].messages[0], *STEPS[1].messages]


def test_words_before_the_resumed_question_are_said_once(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.delay = SLOW
    page.reload()
    say(page, "een 7")
    say(page, "vaker pauze")
    expect_question(page, 4)
    assert fake.turns()[-2:] == [{"text": "een 7"}, {"text": "vaker pauze"}]
    assert [text for text in words(page) if text in ("een 7", "vaker pauze")] == ["een 7", "vaker pauze"]
    assert waiting(page) == []


def test_who_speaks_first_begins_their_own_way(page: Page, page_url: str, fake: FakeServer) -> None:
    """The way that the address names is for whoever said nothing yet: their words would answer another question."""
    begin_slowly(page, fake, f"{page_url}?route=rustig")
    say(page, "kort")
    expect_question(page, 1)
    page.wait_for_timeout(300)
    assert fake.turns() == [{"text": "kort"}]


def test_what_waited_belongs_to_the_question_it_answered(
    page: Page, context: BrowserContext, fake: FakeServer
) -> None:
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


def test_taking_back_the_last_leaves_the_first_on_its_way(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.faults.append(503)
    say(page, "een 7")
    expect(button(page, "Haal terug")).to_be_visible()
    fake.delay = SLOW
    say(page, "vaker pauze")
    button(page, "Haal terug").last.click()
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
    fake.delay = SLOW
    say(page, "een 8")
    button(page, "Haal terug").first.click()
    fake.delay = 0
    expect_question(page, 3)
    assert bubbles(page).filter(has_text="een 7").count() == 0
    assert fake.turns()[-1] == {"text": "een 8"}


def test_words_that_can_never_be_taken_hold_nothing_up(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    fake.delay = SLOW
    fake.faults.append(413)
    say(page, "te lang")
    say(page, "een 7")
    expect_question(page, 3)
    assert fake.turns()[-1] == {"text": "een 7"}
    assert waiting(page) == []
