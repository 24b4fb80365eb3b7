"""A real browser and a server that always says the same."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from starlette.types import ASGIApp

from tests.e2e.fake_server import FakeServer, application
from tests.serving import SITE
from tests.waiting import PATIENCE, wait_for

PATIENCE_MS = 30_000  # the machine may be busy
expect.set_options(timeout=PATIENCE_MS)

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find the distribution's Chromium, and install it where that can be done without asking."""
    if shutil.which("chromium") is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=True)
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium in CI: apt-get install chromium")
        pytest.skip("no chromium: install the package `chromium` of your distribution")
    return path


# Not for the session: while Playwright runs it holds an event loop, and then no asynchronous test elsewhere can run.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Start one Chromium for the tests of a file."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


@contextmanager
def in_a_thread(app: ASGIApp) -> Iterator[str]:
    """Serve on a free port, in a thread; gives the address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    wait_for(lambda: server.started, "the server starts")
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(PATIENCE)
    listening.close()


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[str, FakeServer]]:
    """Run the fake server."""
    fake = FakeServer()
    with in_a_thread(application(fake, SITE)) as address:
        yield address, fake


@pytest.fixture
def fake(served: tuple[str, FakeServer]) -> FakeServer:
    """Give the fake server, with nothing received and nothing going wrong."""
    served[1].reset()
    return served[1]


@pytest.fixture
def page_url(served: tuple[str, FakeServer], fake: FakeServer) -> str:
    """Give the address of the page."""
    return served[0] + "/"


class Watch:
    """Everything a page asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.addresses: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._note_request)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note_request(self, request: Request) -> None:
        self.addresses.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        # The browser itself reports an HTTP status that a test asked for; a CSP violation is an error as well.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)


@pytest.fixture
def context(browser: Browser, page_url: str) -> Iterator[BrowserContext]:
    """Open a window with nothing remembered."""
    opened = browser.new_context(locale="nl-NL", viewport={"width": 1100, "height": 800})
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, page_url: str) -> Iterator[Page]:
    """Open the page. Afterwards it must have asked nothing of anybody else, and have complained about nothing."""
    tab = context.new_page()
    watch = Watch(tab)
    tab.goto(page_url)
    yield tab
    assert [address for address in watch.addresses if not address.startswith((page_url, "data:", "blob:"))] == []
    assert watch.complaints == []
