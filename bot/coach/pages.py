"""Making a page: templates, Dutch dates, and what is said when something can't be done."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import date, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.coach.portal import Visit
from bot.conversation.periods import written

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

FAULTS = {
    "niet_gevonden": ("Deze pagina is er niet", "Misschien is het adres niet helemaal goed overgenomen."),
    "methode": ("Dat kan hier niet", "Ga terug naar het overzicht en probeer het daar opnieuw."),
    "formulier": ("Dit formulier konden we niet lezen", "Ga terug en probeer het nog eens."),
    "te_groot": ("Dat is te veel tekst", "Ga terug en maak je tekst korter."),
    "ander_adres": (
        "Dit adres hoort niet bij het portaal",
        "Gebruik het adres dat je van de beheerder hebt gekregen.",
    ),
    "van_elders": (
        "Dit formulier kwam niet van het portaal",
        "Daarom is er niets mee gedaan. Open het portaal zelf en probeer het daar opnieuw.",
    ),
    "te_vaak": ("Even wachten", "Er kwamen te veel formulieren na elkaar. Probeer het over een minuut opnieuw."),
    "druk": ("Even wachten", "Er zijn nu veel coaches tegelijk aan het inloggen. Probeer het zo nog eens."),
    "even_niet": (
        "Het lukt even niet",
        "Het portaal kan nu niet bij zijn gegevens. Wat er ligt, blijft liggen. Probeer het zo nog eens.",
    ),
    "inlog_weg": (
        "Inloggen via je organisatie lukt even niet",
        "De inlogpagina van je organisatie is niet te bereiken. Probeer het over een paar minuten opnieuw.",
    ),
}


def long_date(day: date) -> str:
    """Write a date in full: `zondag 22 november 2026`."""
    return f"{_DAYS[day.weekday()]} {written(day)}"


def moment(when: datetime) -> str:
    """Write a moment: `dinsdag 1 december 2026 om 10.00 uur`."""
    return f"{long_date(when.date())} om {when.hour}.{when.minute:02} uur"


def mark(share_id: str) -> str:
    """Shorten the id of a share to something to tell two of them apart by."""
    return share_id[:4].upper()


def waiting(seconds: int) -> str:
    """Say how long to wait."""
    minutes = -(-seconds // 60)
    if seconds < 60:
        return f"{seconds} seconden"
    return "een minuut" if minutes == 1 else f"{minutes} minuten"


def picture(svg: str) -> str:
    """Put a drawing in an address, where nothing in it can run or fetch anything."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8', 'replace')).decode('ascii')}"


def qr_code(text: str) -> str:
    """Draw a QR code as the address of a picture."""
    return str(segno.make(text, error="m").svg_data_uri(scale=5, border=2, dark="#1f2937", light="#ffffff"))


def show(visit: Visit, template: str, *, status: int = 200, **context: Any) -> Response:
    """Answer with a page; `context` is what the template needs."""
    return HTMLResponse(
        _TEMPLATES.get_template(template).render(inside=visit.maybe_inside, path=visit.request.url.path, **context),
        status,
    )


def fault(
    request: Request, status: int, what: str, headers: Mapping[str, str] | None = None, written: str = ""
) -> Response:
    """Answer that something can't be done, why, and what to do; with what was written, which isn't kept."""
    title, sentence = FAULTS[what]
    context = {"inside": None, "path": "", "title": title, "sentence": sentence, "written": written}
    page = _TEMPLATES.get_template("fout.html").render(context)
    return HTMLResponse(page, status, dict(headers or {}))


def sentence_of(status: int) -> str:
    """Find the sentence for an HTTP status."""
    known = {
        HTTPStatus.METHOD_NOT_ALLOWED: "methode",
        HTTPStatus.BAD_REQUEST: "formulier",
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "formulier",
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "te_groot",
    }
    return known.get(HTTPStatus(status), "niet_gevonden")


def go(where: str) -> Response:
    """Send a browser to another page, after a form."""
    return RedirectResponse(where, status_code=HTTPStatus.SEE_OTHER)


_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(long_date=long_date, plain_date=written, mark=mark, picture=picture, waiting=waiting)
