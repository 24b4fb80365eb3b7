"""What a person at the page meets: measured in Chromium, with every request beyond loopback stopped and noted."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Frame, Locator, Page, Route
from playwright.sync_api import Error as PlaywrightError

from bench.servers import LOOPBACK
from bench.widgets.host import ANSWER, Host
from bench.widgets.peers import Peer, files

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
PATIENCE_MS = 20_000
SETTLE_MS = 1_500
LOOK_AGAIN_MS = 200
MOST_TABS = 40


@dataclass(frozen=True)
class Measured:
    """What was found.

    Attributes:
        kilobytes: gzip, of all that a browser fetches for it.
        elsewhere: hosts beyond loopback that were asked for something.
        faults: rules of axe that were broken, in any state.
        announced: whether an answer is put into a live region.
        keyboard: whether it can be opened, and an answer sent, with the keyboard alone.
        strict: whether a conversation works under a strict policy, with nothing stopped.
    """

    kilobytes: float
    elsewhere: tuple[str, ...]
    faults: tuple[str, ...]
    announced: bool
    keyboard: bool
    strict: bool


def measure(browser: Browser, address: str, host: Host, peer: Peer) -> Measured:
    """Measure one widget.

    Raises:
        RuntimeError: where it doesn't answer at all, so that nothing would be compared.
    """
    host.peer, host.strict = peer, False
    faults: set[str] = set()
    with _window(browser, address) as (page, elsewhere):
        faults |= _axe(page)
        _open(page, peer)
        faults |= _axe(page)
        if not _say(page, peer):
            raise RuntimeError(f"{peer.name} did not answer")
        faults |= _axe(page)
        announced = _seen(page, "announced") > 0
    with _window(browser, address) as (page, _):
        keyboard = _with_keyboard(page, peer)
    host.strict = True
    with _window(browser, address) as (page, _):
        strict = _attempt(lambda: _open(page, peer)) and _say(page, peer) and _seen(page, "stopped") == 0
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files(peer))
    return Measured(size / 1000, tuple(sorted(elsewhere)), tuple(sorted(faults)), announced, keyboard, strict)


@contextmanager
def _window(browser: Browser, address: str) -> Iterator[tuple[Page, set[str]]]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1100, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WATCH)
    elsewhere: set[str] = set()

    def stop(route: Route) -> None:
        elsewhere.add(str(urlsplit(route.request.url).hostname))
        route.abort()

    context.route(lambda url: urlsplit(url).hostname not in (LOOPBACK, None), stop)
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(SETTLE_MS)
    yield page, elsewhere
    context.close()


def _open(page: Page, peer: Peer) -> None:
    if peer.launcher:
        page.locator(peer.launcher).first.click()
        _wait_for_box(page, peer)
        page.wait_for_timeout(SETTLE_MS)


def _box(page: Page, peer: Peer) -> Locator:
    """Find where one types, in whatever frame that is."""
    found = [frame.locator(peer.box).first for frame in page.frames if frame.locator(peer.box).count()]
    return found[0] if found else page.locator(peer.box).first


def _wait_for_box(page: Page, peer: Peer) -> None:
    """Give it time to be there; where it never is, that is what is found."""
    for _ in range(PATIENCE_MS // LOOK_AGAIN_MS):
        if any(frame.locator(peer.box).count() for frame in page.frames):
            return
        page.wait_for_timeout(LOOK_AGAIN_MS)


def _say(page: Page, peer: Peer) -> bool:
    """Type something and see whether the answer appears."""

    def say() -> None:
        _box(page, peer).click()
        page.keyboard.type("hallo")
        page.keyboard.press("Enter")

    return _attempt(say) and _answered(page)


def _answered(page: Page) -> bool:
    for _ in range(PATIENCE_MS // LOOK_AGAIN_MS):
        if any(frame.get_by_text(ANSWER).count() for frame in page.frames):
            page.wait_for_timeout(SETTLE_MS)
            return True
        page.wait_for_timeout(LOOK_AGAIN_MS)
    return False


def _with_keyboard(page: Page, peer: Peer) -> bool:
    if peer.launcher:
        if not _tab_to(page, lambda: page.locator(peer.launcher).first):
            return False
        page.keyboard.press("Enter")
        _wait_for_box(page, peer)
        page.wait_for_timeout(SETTLE_MS)
    if not _tab_to(page, lambda: _box(page, peer)):
        return False
    page.keyboard.type("hallo")
    page.keyboard.press("Enter")
    return _answered(page)


def _tab_to(page: Page, find: Callable[[], Locator]) -> bool:
    has_focus = "node => { const at = node.getRootNode().activeElement; return at !== null && node.contains(at) }"
    for _ in range(MOST_TABS):
        place = find()
        if place.count() and place.evaluate(has_focus):
            return True
        page.keyboard.press("Tab")
    return False


def _axe(page: Page) -> set[str]:
    """Run axe in every frame; return the rules that something on the page breaks."""
    return {rule for frame in page.frames for rule in _axe_in(frame)}


def _axe_in(frame: Frame) -> list[str]:
    frame.evaluate(AXE_SCRIPT)
    broken: list[str] = frame.evaluate("axe.run().then(found => found.violations.map(rule => rule.id))")
    return broken


def _seen(page: Page, what: str) -> int:
    return sum(frame.evaluate("what => window.benchSeen[what]", what) for frame in page.frames)


def _attempt(act: Callable[[], None]) -> bool:
    try:
        act()
    except PlaywrightError:
        return False
    return True
