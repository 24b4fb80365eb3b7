"""What an organisation makes of the pages: its name, colours and logo, and the intranets that may show them.

Rendered once, at the start: content is read then, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.content.colour import DARK, LIGHT, Palette, palette
from bot.content.site import LOGO_KINDS, Site
from bot.settings import PROJECT_ROOT

PAGE = Path(__file__).parent / "page"
STATIC = Path(__file__).parent / "static"
STATEMENT = PROJECT_ROOT / "docs" / "toegankelijkheid.md"


def house_routes(site: Site) -> list[Route]:
    """Return the routes that show this organisation: the page, its style and logo, the embed script, the statement."""
    page, style = _render("index.html", site), _render("huisstijl.css", site)
    statement = _render("toegankelijkheid.html", site, tekst=_statement())
    packed = [Middleware(GZipMiddleware)]
    routes = [
        Route("/", _shown("text/html", page), middleware=packed),
        Route("/huisstijl.css", _shown("text/css", style), middleware=packed),
        Route("/widget.js", _shown("text/javascript", _loader(site)), middleware=packed),
        Route("/toegankelijkheid", _shown("text/html", statement), middleware=packed),
    ]
    if site.logo:
        routes.append(Route("/logo", _shown(LOGO_KINDS[site.logo.suffix], site.logo.read_bytes())))
    return routes


def version() -> str:
    """Return 12 hexadecimal digits that change when the page does: one that stayed open can see it is an old one."""
    files = (PAGE / "index.html", STATIC / "page.js", STATIC / "style.css")
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _render(template: str, site: Site, **more: object) -> bytes:
    pages = Environment(loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    text = pages.get_template(template).render(
        naam=site.name,
        bot=site.bot,
        logo="/logo" if site.logo else "",
        inbedden=" ".join(site.embed_origins),
        contact=site.access_contact,
        versie=version(),
        licht=_properties(palette(site.colour, LIGHT)),
        donker=_properties(palette(site.colour, DARK)),
        **more,
    )
    return text.encode()


def _properties(shades: Palette) -> dict[str, str]:
    return {f"--{name.replace('_', '-')}": shade for name, shade in asdict(shades).items()}


def _loader(site: Site) -> bytes:
    """Give the embed script what it has to know of this organisation: it reads the free name HOUSE."""
    house = {"bot": site.bot, "colour": site.colour, "origins": site.embed_origins}
    script = (STATIC / "widget.js").read_text(encoding="utf-8")
    return f"(HOUSE=>{{{script}}})({json.dumps(house)});\n".encode()


def _statement() -> Markup:
    """Return docs/toegankelijkheid.md as HTML; markup in it is shown as it stands there."""
    return Markup(MarkdownIt("js-default").render(STATEMENT.read_text(encoding="utf-8")))  # noqa: S704, our own file


def _shown(kind: str, content: bytes) -> Callable[[Request], Awaitable[Response]]:
    tag = f'"{sha256(content).hexdigest()[:32]}"'

    async def answer(request: Request) -> Response:
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return Response(content, media_type=kind, headers={"ETag": tag})

    return answer
