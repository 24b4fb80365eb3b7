"""Whatever anybody types or presses on the way: nothing is stored without a yes to the preview, and then just that."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.short_answers import clear_yes
from tests.conversation.desk import Desk
from tests.conversation.sharing import on_the_way, rich
from tests.conversation.talk import HANDLERS, Talk

TYPED = st.sampled_from(
    [
        "ja", "nee", "ok", "akkoord", "ja hoor", "deel dit", "Ja, deel dit", "jaaa", "weet nie", "hm", "1, 3 en 5",
        "alles", "niets", "alles behalve 2", "het voorstel", "alleen mijn plan", "Marieke", "met Bram", "2", "Sanne",
        "anoniem", "2 weken", "een maand", "terug", "overslaan", "stop", "pauze", "verder", "help", "wis alles",
        "opnieuw", "ik wil dit delen", "wat heb ik gedeeld", "trek het delen in", "maak van meedoen een 8", "laat maar",
        "...",
    ]
)  # fmt: skip
GUESSES = st.sampled_from(sorted({*HANDLERS} - {"session_start"}))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.one_of(TYPED, st.text(max_size=30)), GUESSES),
        st.tuples(st.just("press"), st.integers(0, 30), st.just("")),
    ),
    max_size=25,
)


class Watched(Desk):
    """Notes, for what is stored, what the person had last seen and what they then did."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: tuple[str, str | None] | None = None
        self.did = ""
        self.asked = ""

    def share(self, secret: str, letter: Any, consent: Any, token: str) -> str:
        stored = super().share(secret, letter, consent, token)
        assert self.asked == "delen.akkoord"
        assert (letter.text, letter.svg) == self.seen
        assert self.did == "Ja, deel dit" or clear_yes(self.did, "Marieke de Vries Bram Bos")
        return stored


def step(talk: Talk, desk: Watched, kind: str, what: Any, guess: str) -> None:
    desk.asked = talk.key
    if kind == "press" and talk.buttons:
        button = talk.buttons[what % len(talk.buttons)]
        desk.did = button.title
        talk.do(button.intent, button.title, **button.entities)
    elif kind == "say":
        desk.did = what
        talk.say(what, guess)
    for message in talk.said:
        if message.sheet and message.sheet["kind"] == "akkoord":
            desk.seen = (message.text, message.image.svg if message.image else None)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_nothing_is_stored_but_the_last_preview_after_a_clear_yes(steps: list[tuple[str, Any, str]]) -> None:
    desk = Watched()
    talk = rich(desk)
    for kind, what, guess in steps:
        step(talk, desk, kind, what, guess)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_nor_from_the_preview_on(steps: list[tuple[str, Any, str]]) -> None:
    desk = Watched()
    talk = on_the_way(desk, "delen.akkoord")
    talk.do("herhalen")
    desk.seen = (talk.said[-2].text, talk.said[-2].image.svg if talk.said[-2].image else None)
    for kind, what, guess in steps:
        step(talk, desk, kind, what, guess)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40), GUESSES)
def test_no_text_but_a_clear_yes_shares(text: str, guess: str) -> None:
    desk = Watched()
    talk = on_the_way(desk, "delen.akkoord")
    talk.do("herhalen")
    desk.seen = (talk.said[-2].text, talk.said[-2].image.svg if talk.said[-2].image else None)
    step(talk, desk, "say", text, guess)
    assert clear_yes(text, "Marieke de Vries") or desk.stored == {}
