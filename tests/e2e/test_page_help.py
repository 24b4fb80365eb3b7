"""The help lines on the page: there whatever is broken or under way, until the person closes them or goes on."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import NOOD, STEPS, STORING, FakeServer
from tests.e2e.steps import button, expect_question, go_to_score, say, words


def test_cry_for_help_is_sent_though_the_conversation_never_began(page: Page, fake: FakeServer) -> None:
    expect_question(page, 0)
    page.evaluate("sessionStorage.clear()")
    fake.faults.extend([503, 503])
    page.reload()
    expect(button(page, "Opnieuw proberen")).to_be_visible()
    say(page, NOOD)
    expect(page.get_by_role("log").get_by_role("link", name="0800-0113")).to_be_visible()
    expect(page.get_by_text(STORING)).to_be_hidden()
    assert fake.received[-1][1] == {"capsule": None, "message": {"text": NOOD}}
    say(page, "hallo")  # without a capsule still
    expect_question(page, 1)
    assert words(page)[2:4] == ["hallo", STEPS[0].messages[0]]


def test_help_now_needs_no_server(page: Page, fake: FakeServer, context: BrowserContext) -> None:
    go_to_score(page)
    own = page.get_by_role("region", name="Hulp nu")
    context.set_offline(True)
    button(page, "Hulp nu").click()
    expect(own.get_by_role("link", name="0800-0113")).to_be_visible()
    button(page, "Sluiten").click()
    expect(own).to_be_hidden()
    context.set_offline(False)
    held = fake.hold()
    say(page, "een 7")
    held.wait_for_call()
    button(page, "Hulp nu").click()
    expect(own).to_be_focused()
    held.release()
    expect_question(page, 3)  # the answer that was on its way takes nobody from the help lines
    expect(own).to_be_focused()
    expect(own).to_be_in_viewport()
    say(page, "meer rust")
    expect(own).to_be_hidden()


def test_help_now_pressed_before_the_first_answer_stays(page: Page, fake: FakeServer) -> None:
    own = page.get_by_role("region", name="Hulp nu")
    expect_question(page, 0)
    held = fake.hold()
    page.evaluate("sessionStorage.clear()")
    page.reload()
    button(page, "Hulp nu").click()
    expect(own).to_be_focused()
    held.release()
    expect_question(page, 0)
    expect(own).to_be_focused()
    expect(own).to_be_in_viewport()
