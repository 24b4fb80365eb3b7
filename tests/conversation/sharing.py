"""People who are about to share, in several states of mind."""

from __future__ import annotations

import json
from functools import lru_cache

from tests.conversation.desk import MARIEKE, Desk
from tests.conversation.talk import Talk

STEPS = (
    "delen", "delen.coach", "delen.onderdelen", "delen.onderdelen+", "delen.naam", "delen.termijn", "delen.akkoord",
)  # fmt: skip


def rich(desk: Desk, route: str = "rustig") -> Talk:
    """Return somebody who talked of everything and was offered to share. Meedoen is marked, and names Bo."""
    return Talk(json.loads(_talked(route)), sharing=desk).do("herhalen")


@lru_cache
def _talked(route: str) -> str:
    talk = Talk(sharing=Desk()).do("antwoord", route)
    while talk.key != "delen":
        if talk.key == "dimensie":
            talk.do("kies_dimensie", "Meedoen", dimensie="meedoen")
        elif talk.key == "goed.meedoen":
            talk.do("antwoord", "de koffie met Bo")
        elif talk.open.stem == "praten":
            talk.do("bevestigen" if talk.open.dimensie == "meedoen" else "ontkennen", "ja")
        else:
            talk.answer()
    return json.dumps(talk.gesprek.as_dict())


def on_the_way(desk: Desk, key: str, route: str = "rustig") -> Talk:
    """Return somebody who came to this step of the consent; with `delen.antwoord`, to the one of writing back."""
    talk = rich(desk, route)
    if key.startswith("delen.antwoord"):
        return _writing(talk, desk, key)
    said = {
        "delen": "#Ja, laat zien hoe",
        "delen.coach": MARIEKE.name,
        "delen.onderdelen": "alles",
        "delen.onderdelen+": "#Alles afdekken",
        "delen.naam": "Sanne",
        "delen.termijn": "2 weken",
    }
    while talk.key != key:
        do(talk, said[talk.key])
    return talk


def do(talk: Talk, what: str) -> Talk:
    """Press a button for what begins with `#`, type everything else."""
    return talk.press(what[1:]) if what.startswith("#") else talk.say(what)


def share_everything(talk: Talk) -> Talk:
    """Go on to the preview and say yes to it."""
    said = {
        "delen.coach": MARIEKE.name,
        "delen.onderdelen": "alles",
        "delen.onderdelen+": "#Alles afdekken",
        "delen.naam": "#Zonder naam",
        "delen.termijn": "2 weken",
        "delen.akkoord": "#Ja, deel dit",
    }
    if talk.key == "delen":
        talk.press("Ja, laat zien hoe")
    while talk.key.startswith("delen"):
        do(talk, said[talk.key])
    return talk


def lost(desk: Desk, key: str = "delen.akkoord") -> Talk:
    """Have somebody say yes, and go on as if the answer to it never came."""
    talk = on_the_way(desk, key)
    before = talk.gesprek.as_dict()
    talk.say("ja", "bevestigen")
    return Talk(before, sharing=desk)


def _writing(talk: Talk, desk: Desk, key: str) -> Talk:
    share_everything(talk)
    desk.answer("deel0", "Zullen we bellen?", "dinsdag 10 uur")
    talk.do("hervatten", keuze="weerzien").press("Terugschrijven")
    return talk if key == "delen.antwoord" else talk.say("Ja, dinsdag is goed, met Bo erbij")
