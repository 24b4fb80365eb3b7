"""A page of somebody else with the one line in it, as strict or as careless as a test wants."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Locator, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.waiting import wait_for

NAME = "Het andere gesprek"
# All an intranet with the strictest of policies has to allow; docs/hr.md says the same.
STRICT = (
    "default-src 'none'; script-src {bot}; frame-src {bot}; style-src 'self'; img-src data:; "
    "require-trusted-types-for 'script'"
)


# What a script of the page could do to learn something.
SPY = """() => {
    window.seen = [];
    const kinds = ["message", "keydown", "keyup", "keypress", "input", "beforeinput", "paste", "click", "pointerdown",
        "submit", "focusin", "selectionchange", "storage"];
    for (const kind of kinds) {
        window.addEventListener(kind, (event) => seen.push([kind, event.data ?? null]), true);
    }
}"""
KNOWN = (
    "[document.title, location.href, document.documentElement.outerHTML, JSON.stringify(performance.getEntries()),"
    " JSON.stringify({...localStorage, ...sessionStorage}), String(getSelection())].join()"
)
READS = {
    "document": "frame => frame.contentDocument.body.innerText",
    "window": "frame => frame.contentWindow.document.body.innerText",
    "storage": "frame => JSON.stringify(frame.contentWindow.sessionStorage)",
    "address": "frame => frame.contentWindow.location.href",
    "name of the window": "frame => frame.contentWindow.name",
    "a way in": "frame => frame.contentWindow.eval('document.body.innerText')",
    "its fetch": "frame => frame.contentWindow.fetch('/api/export')",
    "a property of its own": "frame => frame.contentWindow.seen",
}


@dataclass
class Intranet:
    """What the page is to be; `reset` makes it the plain one.

    Attributes:
        lines: the script tags; `{bot}` stands for the address of the bot.
        style: rules of the page.
        policy: its Content-Security-Policy; `{bot}` stands for the address of the bot.
    """

    bot: str = ""
    lines: str = ""
    style: str = ""
    policy: str = ""

    def reset(self, bot: str) -> None:
        """Be a plain page with the one line."""
        self.bot, self.style, self.policy = bot, "", STRICT
        self.lines = line()

    def application(self) -> Starlette:
        """Serve it."""

        async def front(request: Request) -> Response:
            page = f"""<!doctype html><html lang="nl"><head><title>Plein</title><link rel="icon" href="data:,">
                <link rel="stylesheet" href="/style.css">{self.lines.format(bot=self.bot)}</head><body>
                <main><h1>Plein</h1><a href="#nieuws">Nieuws</a><p>Het rooster staat klaar.</p></main></body></html>"""
            policy = {"Content-Security-Policy": self.policy.format(bot=self.bot)} if self.policy else {}
            return HTMLResponse(page, headers=policy)

        async def style(request: Request) -> Response:
            return Response(self.style, media_type="text/css")

        return Starlette(routes=[Route("/", front), Route("/style.css", style)])


def line(attributes: str = "") -> str:
    """Return the line as docs/hr.md gives it, with these attributes."""
    return f'<script src="{{bot}}/widget.js" defer {attributes}></script>'


def launcher(page: Page, name: str = NAME) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("het-andere-gesprek iframe")


def open_panel(page: Page, name: str = NAME) -> FrameLocator:
    """Press the button, and wait for the first question, and until the frame has let itself be heard."""
    launcher(page, name).click()
    expect(frame(page).get_by_text("Hoe wil je beginnen?").first).to_be_visible()
    taken_there(page)
    return frame(page)


def taken_there(page: Page) -> None:
    """Wait until somebody who asked for the panel is in its frame, as happens when it says that it is ready."""
    focused = "document.querySelector('het-andere-gesprek').shadowRoot.activeElement?.localName"
    wait_for(lambda: page.evaluate(focused) == "iframe", "the frame has the focus")


def at_rest(page: Page) -> None:
    """Wait until the panel has risen to its place."""
    panel(page).evaluate("panel => Promise.all(panel.getAnimations().map(({finished}) => finished))")


def say(inside: FrameLocator, text: str) -> None:
    """Type an answer in the frame, and send it."""
    inside.get_by_role("textbox", name="Typ je antwoord").fill(text)
    inside.get_by_role("button", name="Verstuur", exact=True).click()


def looks(page: Page) -> dict[str, str]:
    """Try every way to look into the frame; "stopped" where the browser forbade it, or gave nothing at all."""
    attempt = (
        "read => { const frame = document.querySelector('het-andere-gesprek').shadowRoot.querySelector('iframe');"
        " try { return eval(read)(frame) === undefined ? 'stopped' : 'read' } catch (error) {"
        " return ['SecurityError', 'TypeError'].includes(error.name) ? 'stopped' : error.name } }"
    )
    return {what: page.evaluate(attempt, read) for what, read in READS.items()}
