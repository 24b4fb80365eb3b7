"""The help lines on the page: there whatever is broken or under way, until the person closes them or goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.fake_server import NOOD, STEPS, STORING, FakeServer
from tests.e2e.steps import button, choose_menu, expect_question, go_to_score, go_to_summary, say, words


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


def test_help_now_is_pressed_behind_a_dialog_too(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    choose_menu(page, "Wis alles")
    beside = page.locator("#help-now").bounding_box()
    assert beside
    page.mouse.click(20, 400)
    expect(page.get_by_role("dialog")).to_be_visible()  # elsewhere nothing happens
    fake.faults.append(503)
    page.mouse.click(beside["x"] + 10, beside["y"] + 10)
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("region", name="Hulp nu")).to_be_focused()
    assert fake.turns()[-1] == {"text": "hulp nu"}


@pytest.mark.parametrize(("width", "height"), [(320, 568), (320, 360), (1280, 720)])
def test_no_dialog_covers_help_now_however_much_is_in_it(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.locator("dialog").evaluate_all("dialogs => dialogs.forEach(one => one.append('Lang. '.repeat(999)))")
    help_now = button(page, "Hulp nu").bounding_box()
    assert help_now
    for dialog in page.locator("dialog").all():
        dialog.evaluate("dialog => dialog.showModal()")
        box = dialog.bounding_box()
        assert box
        assert help_now["y"] + help_now["height"] <= box["y"] < box["y"] + box["height"] <= height
        dialog.evaluate("dialog => dialog.close()")


def test_typed_help_now_needs_no_server_either(page: Page, context: BrowserContext) -> None:
    go_to_score(page)
    context.set_offline(True)
    say(page, "Hulp nu")
    expect(page.get_by_role("region", name="Hulp nu").get_by_role("link", name="0800-0113")).to_be_visible()


def test_help_lines_stay_in_front_of_a_letter(page: Page, fake: FakeServer) -> None:
    go_to_summary(page)
    button(page, "Delen met een coach").click()
    expect(button(page, "Klaar met kiezen")).to_be_visible()
    held = fake.hold()
    button(page, "Klaar met kiezen").click()
    button(page, "Hulp nu").click()
    held.release()
    expect(button(page, "Bekijk de brief")).to_be_visible()
    expect(page.get_by_role("region", name="Hulp nu")).to_be_focused()
    button(page, "Sluiten").click()
    button(page, "Bekijk de brief").click()
    expect(page.get_by_role("dialog")).to_be_visible()
