"""A stand-in for the chat server: the same contract, one canned conversation. Only for the tests of the page.

`python -m tests.e2e.fake_server` serves it on port 8091, to look at the page by hand.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import deque
from dataclasses import dataclass, field
from math import cos, pi, sin
from pathlib import Path
from threading import Event
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.content import Site, load_site
from bot.web.headers import SecurityHeaders
from bot.web.house import STATIC, house_routes, version
from tests.waiting import until, wait_for

CONTENT = Path(__file__).resolve().parents[2] / "content"
DIMENSIES = ("Lichaam", "Mentaal", "Zingeving", "Kwaliteit van leven", "Meedoen", "Dagelijks leven")
HULP = (
    "Wil je nu met iemand praten? Bel 113 of gratis 0800-0113, dag en nacht. Chatten kan op 113.nl. "
    "Is er direct gevaar? Bel 112.\n\nJe kunt ook je huisarts bellen. Ik blijf hier."
)
NOOD = "ik wil niet meer leven"  # answered whatever is broken, without a capsule where none can be made
GEWIST = "Alles is gewist. Je antwoorden zijn weg."
ONGELDIG = "Dit gesprek kan niet verder. Misschien is het te lang geleden, of heb je het gewist."
STORING = "Het lukt nu even niet. Probeer het zo nog eens."


def spinnenweb(scores: tuple[float, ...]) -> str:
    """Draw a small spinnenweb, with a script in it that must never run."""

    def point(place: int, score: float) -> tuple[float, float]:
        angle = 2 * pi * place / len(scores) - pi / 2
        return 200 + 12 * score * cos(angle), 160 + 12 * score * sin(angle)

    def ring(values: tuple[float, ...]) -> str:
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in (point(i, v) for i, v in enumerate(values)))

    grid = "".join(
        f'<polygon points="{ring((value,) * 6)}" fill="none" stroke="#d5cfc4"/>' for value in (2.0, 4.0, 6.0, 8.0, 10.0)
    )
    names = "".join(
        f'<text x="{point(i, 11.5)[0]:.1f}" y="{point(i, 11.5)[1]:.1f}" text-anchor="middle">{name}</text>'
        for i, name in enumerate(DIMENSIES)
    )
    area = f'<polygon points="{ring(scores)}" fill="#0f6862" fill-opacity=".15" stroke="#0f6862" stroke-width="2"/>'
    script = '<script>parent.document.title = "script"</script>'
    size = 'viewBox="0 0 400 320" font-family="sans-serif" font-size="13"'
    paper = '<rect width="400" height="320" fill="#fbfaf7"/>'  # the real one brings its own too, for the dark
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{script}{paper}{grid}{area}{names}</svg>'


@dataclass(frozen=True)
class Step:
    """One question. In a message `{}` stands for what the person said last, literally."""

    stage: str
    kind: str
    messages: tuple[str, ...]
    key: str | None = None
    titles: tuple[str, ...] = ()
    has_drawing: bool = False
    sheet: str | None = None


NUMBERS = tuple(str(number) for number in range(11))
WELKOM = (
    "Hallo. Ik ben een chatbot, geen mens. We praten over je werk en je leven: wat goed gaat en wat je anders wilt. "
    "Dit is geen zorg en geen meting. Niemand leest mee. Je kunt altijd stoppen en alles wissen."
)
SAMENVATTING = "Dit zijn jouw woorden."
LUNCH = "de lunch met mijn collega's van de nachtdienst, omdat we dan even niet over werk praten"
BRIEF = "Aan: Coach Voorbeeld\n\nMeedoen\nWat goed gaat: {}\n\nAfzender: Fatima"
ONDERDELEN = ("Wat wil je delen?\n\n1. Meedoen\n2. Je plan\n3. Je tekening", ("Meedoen", "Je plan", "Je tekening"))
STEPS = (
    Step(
        "welkom",
        "choice",
        (WELKOM, "Hoe wil je beginnen?"),
        "route",
        titles=("Kort, vijf minuten", "Rustig, in zes stappen", "Meteen naar een plan"),
    ),
    Step("spinnenweb", "text", ("Goed. We beginnen met meedoen.", "Wat gaat daar goed?"), "goed.meedoen"),
    Step(
        "spinnenweb",
        "score",
        ("Je zegt: {}", "Hoe vind je dat het nu gaat met meedoen, van 0 tot 10? Een half cijfer mag ook."),
        "score.meedoen",
        (*NUMBERS, "Weet niet", "Overslaan"),
    ),
    Step("spinnenweb", "text", ("Je koos {}. Wat zou je anders willen?",), "anders.meedoen", ("Overslaan",)),
    Step("spinnenweb", "confirm", ("Je zegt: {}", "Wil je hier straks over praten?"), "praten.meedoen", ("Ja", "Nee")),
    Step("spinnenweb", "text", ("Dit is je spinnenweb.", "Wat valt je op?"), has_drawing=True),
    Step("actiewiel", "text", ("Je zegt: {}", "Wat ga je doen? Een kleine eerste stap is genoeg."), "doen"),
    Step(
        "samenvatting",
        "choice",
        (SAMENVATTING, "Klopt dit zo?"),
        "samenvatting",
        titles=("Ja, dit klopt", "Delen met een coach"),
        sheet="samenvatting",
    ),
    Step("delen", "text", (ONDERDELEN[0],), "delen.onderdelen", ("Toch niet",), sheet="onderdelen"),
    Step("delen", "confirm", (BRIEF,), "delen.akkoord", ("Ja, deel dit", "Nee, niet delen"), True, "akkoord"),
    Step("afgerond", "none", ("Mooi dat je dit hebt gedaan. Je kunt hier altijd verder praten.",)),
)
LAST = len(STEPS) - 1
THE_END = ("Ja, dit klopt", "Toch niet")
WIE = ("Je plan", "Met wie")


@dataclass
class FakeServer:
    """What came in, and what should go wrong with the next turns.

    Attributes:
        received: path and body of every call.
        faults: HTTP statuses to answer the coming calls with, one each.
        answered: how many calls had their answer, arrived or not.
    """

    received: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    faults: deque[int] = field(default_factory=deque)
    answered: int = 0
    _held: Event | None = None

    def reset(self) -> None:
        """Forget what was received and what should go wrong."""
        self.received.clear()
        self.faults.clear()
        self.answered = 0
        if self._held:
            self._held.set()  # left by a test that failed
        self._held = None

    def hold(self) -> Held:
        """Let the calls that come from now on wait for their answer, until they are released."""
        self._held = Event()
        return Held(self, self._held, len(self.received))

    def hold_no_more(self) -> None:
        """Answer the calls that come from now on at once."""
        self._held = None

    def turns(self) -> list[dict[str, Any]]:
        """Give the messages of the turns that came in, starts and resumptions left out."""
        return [body["message"] for path, body in self.received if path == "/api/chat" and body["message"]]

    async def handle(self, request: Request) -> Response:
        """Answer one call of the API."""
        body = await request.json()
        self.received.append((request.url.path, body))
        fault, held = self.faults.popleft() if self.faults else None, self._held
        await until(lambda: held is None or held.is_set(), "a call that is held may go")
        self.answered += 1
        if fault == 503 and body.get("message") == {"text": NOOD}:
            return JSONResponse({**_answer({"step": 0, "words": []}, [_message(HULP)]), "capsule": None})
        if fault == 409:
            return _error("capsule_invalid", ONGELDIG, 409)
        if fault:
            return _error("server", STORING, fault)
        if request.url.path == "/api/forget":
            return Response(status_code=204)
        state = _open(body["capsule"])
        if state is None:
            return _error("capsule_invalid", ONGELDIG, 409)
        if request.url.path == "/api/export":
            return JSONResponse({"answers": state["words"], "scores": {}, "marks": [], "plan": {}, "shares": []})
        return JSONResponse(_turn(state, body["capsule"] is None, body["message"]))


@dataclass(frozen=True)
class Held:
    """Calls that wait for their answer."""

    _fake: FakeServer
    _go: Event
    _before: int

    def wait_for_call(self) -> None:
        """Wait until there is one, so that its answer is under way."""
        wait_for(lambda: len(self._fake.received) > self._before, "a call came in")

    def release(self) -> None:
        """Answer them now, and those that come later at once; returns when every call has its answer."""
        self._fake.hold_no_more()
        self._go.set()
        wait_for(lambda: self._fake.answered == len(self._fake.received), "every call has its answer")


def application(fake: FakeServer, site: Site) -> ASGIApp:
    """Serve the page and the API as the real application does, with the same headers."""
    routes = [
        *house_routes(site),
        Mount("/static", StaticFiles(directory=STATIC)),
        *(Route(f"/api/{name}", fake.handle, methods=["POST"]) for name in ("chat", "forget", "export")),
    ]
    return SecurityHeaders(Starlette(routes=routes), site.embed_origins, version())


def _turn(state: dict[str, Any], is_start: bool, message: dict[str, Any] | None) -> dict[str, Any]:
    if is_start and message:
        welcome = _question(state)[:-1]
        answer = _turn(state, False, message)
        return {**answer, "messages": [*welcome, *answer["messages"]]}
    if is_start:
        return _answer(state, _question(state))
    if message is None:
        return _answer(state, _question(state)[-1:])
    if "edit" in message:
        return _edited(state, message["edit"])
    said = message["text"] if "text" in message else message["choice"].split(":", 1)[1]
    if said == "wis alles":
        return {**_answer(state, [_message(GEWIST)]), "forgotten": True}
    if said == "hulp nu":
        return _answer(state, [_message(HULP), *_question(state)[-1:]])
    scored = STEPS[state["step"]].kind == "score"
    if said == "terug":
        state["step"] = max(state["step"] - 1, 0)
    else:
        state["words"].append(said)
        state["step"] = LAST if said in THE_END else min(state["step"] + 1, LAST)
    answer = _answer(state, _question(state))
    return {**answer, "drawing": _drawing()} if scored else answer


def _edited(state: dict[str, Any], edit: dict[str, str]) -> dict[str, Any]:
    state["lines"] = {**state.get("lines", {}), edit["key"]: edit["text"]}
    question = _question(state)[-1]
    answer = _answer(state, [{**question, "text": f"Aangepast. {question['text']}"}])
    return {**answer, "summary": _summary(state)}


def _summary(state: dict[str, Any]) -> dict[str, Any]:
    said = state["words"][-1] if state["words"] else ""
    lines = {"goed.meedoen": LUNCH, "anders.meedoen": "vaker samen pauze", "wie": "Fatima", **state.get("lines", {})}
    about = {"goed.meedoen": ("Meedoen", "Wat goed gaat"), "anders.meedoen": ("Meedoen", "Wat anders mag"), "wie": WIE}
    return {
        "kind": "samenvatting",
        "lines": [
            {"key": key, "heading": heading, "label": label, "text": lines[key]}
            for key, (heading, label) in about.items()
            if lines[key]
        ],
        "plan": {"heading": "Zo ga ik het doen", "text": f"Als het maandag twaalf uur is, dan doe ik dit: {said}"},
    }


def _drawing() -> dict[str, Any]:
    scores = (6, 7, 5, 8, 7, 4)
    alt = ", ".join(f"{name} {score}" for name, score in zip(DIMENSIES, scores))
    keys = [name.lower().replace(" ", "_") for name in DIMENSIES]
    named = [{"key": key, "name": name} for key, name in zip(keys, DIMENSIES)]
    return {"svg": spinnenweb(scores), "alt": f"Je spinnenweb. {alt}.", "dimensions": named}


def _sheet(state: dict[str, Any], kind: str) -> dict[str, Any]:
    if kind == "samenvatting":
        return _summary(state)
    if kind == "onderdelen":
        titles = enumerate(ONDERDELEN[1], start=1)
        return {
            "kind": kind,
            "items": [{"number": n, "title": title, "text": "jouw woorden", "chosen": n == 2} for n, title in titles],
        }
    return {"kind": kind}


def _question(state: dict[str, Any]) -> list[dict[str, Any]]:
    step = STEPS[state["step"]]
    said = state["words"][-1] if state["words"] else ""
    messages = [_message(text.replace("{}", said)) for text in step.messages]
    messages[-1]["buttons"] = [{"title": title, "choice": f"{state['step']}:{title}"} for title in step.titles]
    if step.has_drawing:
        drawing = _drawing()
        messages[0]["image"] = {"svg": drawing["svg"], "alt": drawing["alt"]}
    if step.sheet:
        messages[0]["sheet"] = _sheet(state, step.sheet)
    return messages


def _message(text: str) -> dict[str, Any]:
    return {"text": text, "buttons": [], "image": None}


def _answer(state: dict[str, Any], messages: list[dict[str, Any]]) -> dict[str, Any]:
    step = STEPS[state["step"]]
    return {
        "capsule": "nep." + urlsafe_b64encode(json.dumps(state).encode()).decode(),
        "messages": messages,
        "expects": {"key": step.key, "kind": step.kind},
        "stage": step.stage,
    }


def _open(capsule: str | None) -> dict[str, Any] | None:
    if capsule is None:
        return {"step": 0, "words": []}
    try:
        state: dict[str, Any] = json.loads(urlsafe_b64decode(capsule.removeprefix("nep.")))
    except ValueError:
        return None
    return state


def _error(code: str, message: str, status: int) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status_code=status)


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(application(FakeServer(), load_site(CONTENT)), host="127.0.0.1", port=8091, ws="none")
