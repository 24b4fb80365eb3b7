"""The example intranet: one page at another origin than the bot's, with as strict a policy as intranets can have."""

from __future__ import annotations

from pathlib import Path

import httpx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

HERE = Path(__file__).parent
HOST = "127.0.0.1"
ASK_SECONDS = 3.0


def create_intranet(bot: str) -> Starlette:
    """Serve the example page, with the one line that embeds the bot at this origin."""
    pages = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    page = pages.get_template("intranet.html").render(bot=bot)
    policy = f"default-src 'none'; style-src 'self'; img-src data:; script-src {bot}; frame-src {bot}; base-uri 'none'"

    async def front(request: Request) -> Response:
        return HTMLResponse(page, headers={"Content-Security-Policy": policy})

    async def style(request: Request) -> Response:
        return FileResponse(HERE / "intranet.css")

    return Starlette(routes=[Route("/", front), Route("/intranet.css", style)])


def advice(bot: str, origin: str) -> str | None:
    """Say what stands between this page and the bot, if anything: whether it answers, and may be shown here."""
    try:
        policy = httpx.get(bot, timeout=ASK_SECONDS).headers.get("content-security-policy", "")
    except httpx.HTTPError:
        return f"Op {bot} antwoordt nog niets: start daar de bot met `gesprek run`."
    if origin in policy.split():
        return None
    line = f"zet `  - {origin}` onder `inbedden:` in content/organisatie.yml"
    return f"De bot mag hier nog niet staan: {line}, en start hem opnieuw."
