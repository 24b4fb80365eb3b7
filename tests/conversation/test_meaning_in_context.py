"""What people mean at a question, by the trained model: each crossed with commands and with answers like them.

A floor lies a point below what was reached when it was set; a cry for help heard in an answer is counted by itself, as
that is the gate's doing.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import AnySlot, Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.conversation import doubt
from bot.conversation.questions import Kind, question
from bot.conversation.state import SLOT
from bot.nlu.context import MeaningInContext
from bot.nlu.remembering import remembering
from tests.conversation.talk import QUESTIONS, ROOT, at

Line = tuple[str, str, frozenset[str]]  # question, what somebody types, what it may mean
Understand = Callable[[Iterable[tuple[str, str]]], list[frozenset[str]]]

DATA = ROOT / "tests/conversation/data"
ASKED = [key for key in QUESTIONS if key != "klaar"]
IN_WORDS = [key for key in ASKED if question(key).kind is Kind.TEXT or key in ("focus", "nodig_van", "drempel")]

COMMANDS = {
    "terug": ("terug", "ga eens terug", "kan ik nog terug naar de vorige", "stapje terug"),
    "overslaan": ("overslaan", "sla deze maar over", "volgende vraag graag", "deze sla ik over"),
    "herhalen": ("herhaal", "wat vroeg je nou", "kun je de vraag nog eens stellen"),
    "vraag_uitleg": ("uitleg", "leg eens uit", "wat bedoel je precies", "ik begrijp niet wat je bedoelt"),
    "hulp": ("help", "wat kan ik hier allemaal typen", "welke commando's zijn er"),
    "pauzeren": ("even pauze", "ik ga later verder", "moet nu weg, later verder"),
    "hervatten": ("verder", "ga maar weer verder"),
    "opnieuw": ("opnieuw beginnen", "ik wil helemaal opnieuw beginnen", "kunnen we van voren af aan beginnen"),
    "stoppen": ("stop", "ik wil nu stoppen", "stop dit gesprek", "ik kap ermee"),
    "wijzig_antwoord": ("antwoord veranderen", "ik wil mijn cijfer voor zingeving veranderen", "zet meedoen op 7"),
    "toon_spinnenweb": ("spinnenweb", "laat mijn spinnenweb zien", "mag ik de tekening nog eens zien"),
    "toon_samenvatting": ("samenvatting", "laat de samenvatting zien", "wat heb ik tot nu toe gezegd"),
    "vraag_privacy": ("privacy", "wie leest dit", "kan mijn baas dit zien", "wordt dit bewaard"),
    "verwijder_gegevens": ("wis alles", "verwijder al mijn antwoorden", "ik wil dat alles gewist wordt"),
    "exporteer_gegevens": ("exporteer", "ik wil mijn gegevens downloaden", "mag ik een kopie van mijn antwoorden"),
    "delen_met_coach": ("deel met de coach", "stuur mijn samenvatting naar de coach", "ik wil dit delen met een coach"),
    "vraag_coach": ("wie is de coach", "welke coaches zijn er", "wie zijn jullie coaches?"),
    "vraag_aanbod": ("wat is het aanbod", "wat biedt mijn werkgever aan", "welke cursussen zijn er?"),
    "plan_herinnering": (
        "herinner me",
        "stuur me over twee weken een herinnering",
        "geef me volgende week een seintje",
    ),
    "stop_herinnering": ("geen herinneringen meer", "stuur me geen herinneringen meer"),
}
LOOK_ALIKES = (
    "ik wil stoppen met roken", "terug naar mijn oude afdeling", "ik wil dit met mijn coach delen op de sportclub",
    "hulp van mijn chef", "overslaan van de lunch, dat moet anders", "opnieuw leren lopen zonder stok",
    "verwijderen van mijn werkapp van mijn telefoon", "een pauze in mijn hoofd", "stoppen met piekeren",
    "dat mijn baas stopt met appen in het weekend", "niet steeds opnieuw beginnen omdat iemand binnenloopt",
    "hulp vragen aan mijn collega", "samen delen van de lasten in het team", "ik wil verder komen in mijn werk",
    "vergeten wat er gebeurd is op de afdeling", "vaker pauze nemen zonder sigaret", "een coach zoeken op de sportclub",
    "een herinnering op mijn telefoon", "terug naar vier dagen", "meer privacy op kantoor", "mijn rooster veranderen",
    "ik heb een maatje op het werk, met haar bespreek ik alles", "opnieuw beginnen in een andere sector",
    "de werkapp van mijn telefoon gooien", "wandelen in de pauze", "iemand die naast me zit en het uitlegt",
)  # fmt: skip


@pytest.fixture(scope="module")
def understand(engine: Any) -> Understand:
    """Say what each text means at its question: one intent, or the two the bot asks about."""
    component = MeaningInContext()
    slot: Slot = AnySlot(SLOT, mappings=[{}], influence_conversation=False)
    trackers = {
        key: DialogueStateTracker.from_events("iemand", [SlotSet(SLOT, at(key).gesprek.as_dict())], [slot])
        for key in {*ASKED, *(key for name in ("afstellen", "achtergehouden") for key, _, _ in lines(name))}
    }

    async def classified(texts: set[str]) -> dict[str, dict[str, Any]]:
        return {text: await engine.parse(text) for text in texts}

    def understood(said: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
        pairs = list(said)
        parsed = asyncio.run(classified({text for _, text in pairs}))
        with remembering():
            return [_meant(component, trackers[key], text, parsed[text]["intent_ranking"]) for key, text in pairs]

    return understood


def _meant(
    component: MeaningInContext, tracker: DialogueStateTracker, text: str, ranking: list[dict[str, Any]]
) -> frozenset[str]:
    message = Message({TEXT: text, INTENT: ranking[0], INTENT_RANKING_KEY: ranking, ENTITIES: []})
    component.process([message], tracker)
    asked = {entity["value"] for entity in message.get(ENTITIES) if entity["entity"] == doubt.ENTITY}
    return frozenset(asked or {message.get(INTENT)["name"]})


def lines(name: str) -> list[Line]:
    rows = (DATA / f"meaning_{name}.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.split(" | ")] for row in rows if row and not row.startswith("#")]
    return [(key, text, frozenset(meant.split("/"))) for key, text, meant in cells]


def kind_of(line: Line) -> str:
    kind, meant = question(line[0]).kind, line[2]
    if kind is Kind.SCORE and meant & {"geef_score", "weet_niet"}:
        return "scores"
    if meant & {"bevestigen", "ontkennen", "weet_niet"}:
        return "yes and no" if kind is Kind.CONFIRM else "yes and no elsewhere"
    return "answers" if "antwoord" in meant else "commands"


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("afstellen", {"answers": 0.98, "commands": 0.95, "yes and no": 0.98, "scores": 0.98}),
        ("achtergehouden", {"answers": 0.93, "commands": 0.94, "yes and no": 0.94, "scores": 0.98}),
    ],
)
def test_people_are_understood_at_the_question_that_is_open(
    understand: Understand, name: str, floors: dict[str, float]
) -> None:
    said = lines(name)
    right, total, alarms = Counter[str](), Counter[str](), 0
    for line, got in zip(said, understand((key, text) for key, text, _ in said)):
        alarms += got == {"crisis"}
        total[kind_of(line)] += got != {"crisis"}
        right[kind_of(line)] += bool(got & line[2])
    assert {kind: right[kind] / total[kind] for kind in floors if right[kind] < floors[kind] * total[kind]} == {}
    assert alarms <= 0.03 * len(said)


def test_every_command_works_at_every_question(understand: Understand) -> None:
    crossed = [(key, text, intent) for key in ASKED for intent, texts in COMMANDS.items() for text in texts]
    got = understand((key, text) for key, text, _ in crossed)
    lost = [one for one, meant in zip(crossed, got) if one[2] not in meant]
    assert len(lost) <= 0.02 * len(crossed), lost


def test_answers_that_look_like_commands_are_answers_wherever_words_are_asked(understand: Understand) -> None:
    crossed = [(key, text) for key in IN_WORDS for text in LOOK_ALIKES]
    lost = [one for one, meant in zip(crossed, understand(crossed)) if meant not in ({"antwoord"}, {"crisis"})]
    assert len(lost) <= 0.01 * len(crossed), lost
