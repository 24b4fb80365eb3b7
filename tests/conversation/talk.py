"""A conversation without Rasa: what somebody types or presses goes straight to the method."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from bot.content import load_aanbod, load_keuzes, load_organisatie, load_verdieping, load_zinnen
from bot.conversation import consent
from bot.conversation.dimensions import plain
from bot.conversation.knowledge import Knowledge, Offer, Other, Theme
from bot.conversation.meaning import Guess, resolve
from bot.conversation.questions import Question
from bot.conversation.sharing import NOBODY, Sharing
from bot.conversation.state import Gesprek
from bot.conversation.turn import Button, Message, Turn

ROOT = Path(__file__).resolve().parents[2]
CRISIS = {"vermoeden": ("Bel 113.", "Bij acuut gevaar: 112.")}
Handler = Callable[[Turn], None]

# What somebody says who has a few words for everything, by the stem of the question.
WORDS = {
    "dimensie": "Meedoen",
    "goed": "ik fiets elke dag",
    "anders": "vaker naar buiten",
    "opvalt": "het is een scheve ster",
    "focus": "mijn avonden",
    "nu": "het loopt vaak uit",
    "belangrijk": "tijd voor mijn zoon",
    "willen": "op tijd naar huis",
    "blij": "samen eten",
    "kunnen": "mijn telefoon wegleggen",
    "nodig": "een rooster dat klopt",
    "nodig_van": "mijn leidinggevende",
    "doen": "dinsdag om vijf uur weg",
    "wanneer": "dinsdag, op kantoor",
    "wie": "met Sanne",
    "wat_inzetten": "na de koffie",
    "drempel": "geen tijd",
    "aanbod": "geen van deze",
    "samenvatting": "klopt",
    "reflectie": "rustig",
}


def _handlers() -> dict[str, Handler]:
    """Read from the actions which handler an intent has, without importing them: that would bring in Rasa."""
    found: dict[str, Handler] = {}
    for path in (ROOT / "actions").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef) and (handled := _handled(node)):
                module, _, name = handled.rpartition(".")
                intent = re.sub(r"(?<!^)(?=[A-Z])", "_", node.name.removeprefix("Action")).lower()
                found[intent] = getattr(import_module(f"bot.conversation.{module}"), name)
    found["nlu_fallback"] = found.pop("niet_begrepen")
    return found


def _handled(action: ast.ClassDef) -> str:
    calls = [node.value for node in action.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)]
    return next((ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func) == "staticmethod"), "")


HANDLERS = _handlers()


@lru_cache(maxsize=1)
def known() -> Knowledge:
    """Return the real content, with themes and offers found by their names instead of by meaning."""
    content = ROOT / "content"
    themes, offers = load_verdieping(content), load_aanbod(content)

    def theme_for(text: str, dimensie: str | None) -> Theme | None:
        return next((theme for id, theme in themes.items() if id in plain(text).split()), None)

    def offers_for(text: str, dimensies: Sequence[str]) -> list[Offer]:
        return [offer for id, offer in offers.items() if id in plain(text).split()][:3]

    def others_in(text: str) -> tuple[Other, ...]:
        return tuple(Other(word, "naam") for word in ("Bo", "Sanne") if word in text.split())

    return Knowledge(
        texts=load_zinnen(content),
        options=load_keuzes(content),
        organisation=load_organisatie(content),
        themes=themes,
        offers=offers,
        crisis=CRISIS,
        theme_for=theme_for,
        offers_for=offers_for,
        others_in=others_in,
    )


class Talk:
    """Somebody talking with the bot. After every turn the state has been through JSON, as in a real conversation."""

    def __init__(self, state: dict[str, object] | None = None, sharing: Sharing = NOBODY) -> None:
        self.gesprek = Gesprek.from_dict(state)
        self.sharing = sharing
        self.said: list[Message] = []
        if state is None:
            self.do("session_start")

    def do(self, intent: str, text: str = "", **entities: str) -> Talk:
        """Have an intent handled."""
        g = self.gesprek
        g.turn += 1
        turn = Turn(g, known(), text, {name: [value] for name, value in entities.items()}, sharing=self.sharing)
        HANDLERS[intent](turn)
        consent.settle(turn)
        self.said = turn.said
        g.buttons = {f"{g.turn}.{n}": button.as_dict() for n, button in enumerate(self.buttons)}
        assert self.said, f"{intent} at {g.open.key} said nothing"
        assert all(message.text.strip() for message in self.said)
        assert not turn.lead, f"{turn.lead!r} was begun and never said"
        self.gesprek = Gesprek.from_dict(json.loads(json.dumps(g.as_dict())))
        assert self.gesprek == g
        return self

    def say(self, text: str, guess: str = "antwoord", confidence: float = 0.9) -> Talk:
        """Type something that the classifier takes for `guess`."""
        return self.do(resolve(self.gesprek, text, Guess(guess, confidence), known().options), text)

    def press(self, title: str) -> Talk:
        """Press the button with this title."""
        button = next(button for button in self.buttons if button.title == title)
        return self.do(button.intent, title, **button.entities)

    def tell(self, *texts: str) -> Talk:
        """Type several answers, one after the other."""
        for text in texts:
            self.say(text)
        return self

    def go_on(self, until: str) -> Talk:
        """Answer whatever is asked, up to the question `until`."""
        for _ in range(100):
            if self.gesprek.open.key == until:
                return self
            self.answer()
        raise AssertionError(f"{until} never came")

    def answer(self) -> Talk:
        """Answer the open question in a few words, a 6,5 or a yes."""
        q = self.open
        if q.stem == "score":
            return self.do("geef_score", "6,5")
        if q.stem in ("praten", "plan", "maatje", "opnieuw", "wissen"):
            return self.do("bevestigen", "ja")
        return self.do("antwoord", "ik slaap goed" if q.deepening else WORDS[q.stem])

    @property
    def open(self) -> Question:
        return self.gesprek.open

    @property
    def key(self) -> str:
        """The key of the question that is open."""
        return self.gesprek.open.key

    @property
    def keys(self) -> list[str]:
        """The keys of what was just said."""
        return [message.key for message in self.said]

    @property
    def text(self) -> str:
        """All that was just said, where somebody's own words must be in it."""
        return "\n".join(message.text for message in self.said)

    @property
    def buttons(self) -> list[Button]:
        return [button for message in self.said for button in message.buttons]

    @property
    def titles(self) -> list[str]:
        return [button.title for button in self.buttons]

    @property
    def asks(self) -> bool:
        """Tell whether the last thing said was the open question."""
        q, last = self.open, self.said[-1].key
        if q.deepening:
            return last.startswith(("vraag.verdieping", "drempel."))
        return (
            last in ("klaar", "klaar.meer")
            if q.key == "klaar"
            else re.fullmatch(rf"vraag\.{q.stem}(\.\w+)?", last) is not None
        )


def at(key: str) -> Talk:
    """Return somebody who has come to this question."""
    return Talk(json.loads(_stations()[key]))


@lru_cache(maxsize=1)
def _stations() -> dict[str, str]:
    """Walk once past every question, and remember as JSON how things stood there."""
    found: dict[str, str] = {}

    def note(talk: Talk) -> Talk:
        found.setdefault(talk.key, json.dumps(talk.gesprek.as_dict()))
        return talk

    note(note(Talk()).do("antwoord", "kort"))
    talk = Talk().do("antwoord", "rustig")
    while note(talk).key != "klaar":
        if talk.key == "doen" and not talk.gesprek.hesitated:
            talk.do("weet_niet", "geen idee")
        elif talk.key == "goed.lichaamsfuncties":
            talk.do("antwoord", "mijn slaap")
        elif talk.key == "willen":
            talk.do("antwoord", "een leefstijlcoach of een sportmaatje")
        else:
            talk.answer()
    for intent in ("opnieuw", "verwijder_gegevens", "wijzig_antwoord"):
        talk = note(Talk(json.loads(found["samenvatting"])).do(intent))
    note(talk.do("antwoord", "2"))
    return found


STATIONS = tuple(_stations())
QUESTIONS = tuple(key for key in STATIONS if "." not in key or "lichaamsfuncties" in key)
"""Every kind of question: one dimension stands for all six, which get the same ones."""
