"""The comparison of widgets measures what it says it does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.widgets.__main__ import HEAD, row
from bench.widgets.host import ANSWER, served
from bench.widgets.measure import WATCH, Measured, measure
from bench.widgets.peers import PEERS
from bot.settings import PROJECT_ROOT
from tests.e2e.conftest import browser as browser  # fixtures
from tests.e2e.conftest import chromium as chromium

SAID = f"const said = document.createElement('p'); said.textContent = {ANSWER!r};"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("markup", "script", "told"),
    [
        ("<div role=log></div>", "document.querySelector('div').append(said)", 1),
        ("<div aria-live=polite><p></p></div>", "document.querySelector('p').append(said)", 1),
        ("<div></div>", "document.querySelector('div').append(said)", 0),
        ("<div role=log aria-live=off></div>", "document.querySelector('div').append(said)", 0),
        (
            "",
            "const log = document.createElement('div'); log.role = 'log'; log.append(said); document.body.append(log)",
            0,
        ),
        ("<div role=status></div>", "document.querySelector('div').attachShadow({mode: 'open'}).append(said)", 1),
    ],
    ids=["log", "polite", "nothing", "off", "comes along", "in a shadow"],
)
def test_only_what_is_put_into_a_live_region_counts(page: Page, markup: str, script: str, told: int) -> None:
    page.goto("about:blank")
    page.set_content(markup)
    page.evaluate(f"() => {{ {SAID} {script} }}")
    assert page.evaluate("benchSeen.announced") == told


def test_ours_has_none_of_the_faults(browser: Browser) -> None:
    with served() as (address, host):
        found = measure(browser, address, host, PEERS[0])
    assert found.kilobytes <= 30
    assert (found.elsewhere, found.faults) == ((), ())
    assert found.announced
    assert found.keyboard
    assert found.strict


def test_the_table_in_the_documents_is_of_these_widgets() -> None:
    table = (PROJECT_ROOT / "docs" / "widgets.md").read_text(encoding="utf-8")
    assert "\n".join(HEAD) in table
    assert [peer.name for peer in PEERS if f"| {peer.name} | {peer.version} |" not in table] == []
    assert row(PEERS[0], Measured(1.25, (), ("label",), True, False, True)).endswith(
        "| 1.2 kB | nobody | label | yes | no | yes |"
    )
