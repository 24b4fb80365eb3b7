"""The server shared something, and the answer that says so never came: a crash, a timeout, a line that broke.

The page goes on with the capsule of before. Whatever is said then, nobody is told that nothing was shared when it was,
nothing is shared twice, and it can be taken back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation import sharing
from tests.conversation.desk import MARIEKE, Desk
from tests.conversation.sharing import lost, on_the_way, share_everything
from tests.conversation.talk import Talk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def open_ones(desk: Desk) -> list[str]:
    return [one.id for one in desk.shared("") if one.open]


@pytest.mark.parametrize("meanwhile", ["nothing", "another day", "other words"])
def test_the_same_yes_again_shares_once(desk: Desk, meanwhile: str) -> None:
    talk = lost(desk)
    if meanwhile == "another day":
        desk.day += timedelta(days=1)
    elif meanwhile == "other words":
        desk.people = [replace(MARIEKE, name="Marieke Vries")]
    talk.say("ja", "bevestigen")
    assert talk.keys[0] == "delen.gedeeld"
    assert "6 december 2026" in talk.text, "the day that was agreed to"
    assert talk.gesprek.gedeeld["deel0"]["tot"] == "2026-12-06"
    assert open_ones(desk) == ["deel0"]


@pytest.mark.parametrize("intent", ["herhalen", "hervatten", "vraag_privacy", "terug"])
def test_who_looks_again_hears_that_it_is_shared(desk: Desk, intent: str) -> None:
    talk = lost(desk).do(intent)
    if intent == "terug":
        talk.say("1 maand")
    assert talk.key == "delen.akkoord"
    assert "delen.al_gedeeld" in talk.keys
    assert talk.titles == ["Ja, deel dit", "Nee, niet delen"]
    talk.press("Ja, deel dit")
    assert talk.keys[0] == "delen.gedeeld"
    assert open_ones(desk) == ["deel0"]


@pytest.mark.parametrize("said", ["nee", "toch maar niet", "stoppen", "opnieuw", "start_actiewiel"])
def test_who_says_no_or_leaves_has_it_taken_back(desk: Desk, said: str) -> None:
    talk = lost(desk)
    if said in ("nee", "toch maar niet"):
        talk.say(said, "ontkennen")
    else:
        talk.do(said)
    assert talk.keys[0] == "delen.toch_ingetrokken"
    assert MARIEKE.name in talk.said[0].text
    assert open_ones(desk) == []


def test_something_unclear_is_not_said_to_have_shared_nothing(desk: Desk) -> None:
    talk = lost(desk)
    for said in ("hm", "weet nie"):
        talk.say(said, "weet_niet" if said == "weet nie" else "antwoord")
        assert "niets gedeeld" not in talk.text
        assert "delen.al_gedeeld" in talk.keys
    talk.say("hm")
    assert talk.keys[0] == "delen.toch_ingetrokken"
    assert open_ones(desk) == []


def test_what_cannot_be_looked_up_is_not_denied(desk: Desk) -> None:
    talk = lost(desk)
    desk.away = True
    talk.say("hm")
    assert talk.key == "delen.akkoord"
    talk.say("nee", "ontkennen")
    assert talk.keys[0] == "delen.niets.onzeker"
    desk.away = False
    talk.say("wat heb ik gedeeld", "delen_intrekken")
    assert talk.keys[0] == "delen.overzicht"
    assert open_ones(desk) == ["deel0"]


def test_a_yes_that_cannot_be_stored_promises_to_look_first(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    desk.away = True
    talk.press("Ja, deel dit")
    assert talk.keys == ["delen.weg.delen"]


def test_what_was_taken_back_elsewhere_is_asked_anew(desk: Desk) -> None:
    talk = lost(desk)
    desk.withdraw("")
    talk.do("herhalen")
    assert "delen.voorbeeld" in talk.keys
    share_everything(talk)
    assert open_ones(desk) == ["deel1"]


def test_a_message_to_a_coach_goes_once(desk: Desk) -> None:
    talk = lost(desk, "delen.antwoord+")
    before = talk.gesprek.as_dict()
    assert talk.say("ja", "bevestigen").keys[0] == "delen.antwoord.verstuurd"
    assert Talk(before, sharing=desk).say("nee", "ontkennen").keys[0] == "delen.al_verstuurd"
    assert [one.author for one in desk.shared("")[0].messages] == [sharing.BY_COACH, sharing.BY_PERSON]
