"""Promise 9, on an intranet: the page of the employer around the bot learns nothing of what is said in it.

A conversation with the real server, on the example intranet, in a real browser. tests/e2e/test_embedding.py tries many
more ways in, on a server that always says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Template
from playwright.sync_api import Page, expect

from bot.demo import intranet
from tests.e2e.intranet import KNOWN, READS, SPY, frame, looks, open_panel, panel
from tests.promises.browser import window
from tests.promises.canary import Canary
from tests.serving import SITE

CANARY = Canary.new()
(ORIGIN,) = SITE.embed_origins  # that of `gesprek demo`


@pytest.fixture(scope="module")
def around(chromium: str, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The example intranet, with a spy in it, after a conversation in the frame."""
    page_of_theirs = Template((Path(intranet.__file__).parent / "intranet.html").read_text()).render(bot=address)
    with window(chromium, tmp_path_factory.mktemp("profiel")) as page:
        # Answered without a server, the page counts as one from the internet, which may not reach this machine.
        page.context.grant_permissions(["local-network-access"], origin=ORIGIN)
        page.route(f"{ORIGIN}/", lambda route: route.fulfill(body=page_of_theirs, content_type="text/html"))
        page.route(f"{ORIGIN}/intranet.css", lambda route: route.fulfill(body="", content_type="text/css"))
        page.goto(ORIGIN)
        box = open_panel(page).get_by_role("textbox", name="Typ je antwoord")
        page.evaluate(SPY)
        for words in ("kort", "meedoen", CANARY.plain, "7", "laat mijn samenvatting zien"):
            with page.expect_response("**/api/chat"):
                box.press_sequentially(words)
                box.press("Enter")
        expect(frame(page).get_by_text(CANARY.plain).first).to_be_visible()
        yield page


def test_no_key_no_click_and_no_message_reaches_it(around: Page) -> None:
    assert around.evaluate("seen") == []


def test_nothing_it_can_look_at_holds_a_word(around: Page) -> None:
    known = around.evaluate(KNOWN)
    assert ORIGIN in known
    assert [*CANARY.scanner.in_bytes(known.encode())] == []


def test_it_cannot_look_into_the_frame(around: Page) -> None:
    assert looks(around) == dict.fromkeys(READS, "stopped")


def test_all_it_hears_is_that_the_panel_closes(around: Page) -> None:
    frame(around).get_by_role("textbox", name="Typ je antwoord").press("Escape")
    expect(panel(around)).to_be_hidden()
    heard = [data for kind, data in around.evaluate("seen") if kind == "message"]
    assert heard == [{"het-andere-gesprek": "close"}]
