"""No sentence is missing, and none is there for nothing. What no sentence may say is in tests/promises."""

from __future__ import annotations

import ast
import re
import string
from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from bot.conversation.dimensions import NAMEN
from bot.conversation.knowledge import Texts
from bot.documents import poster
from bot.documents.summary import pdf
from tests.conversation.desk import BRAM, MARIEKE, Desk
from tests.conversation.sharing import STEPS, lost, on_the_way, rich, share_everything
from tests.conversation.talk import HANDLERS, QUESTIONS, ROOT, STATIONS, Talk, at, known

SAID_ELSEWHERE = ("telegram.", "document.")  # looked at in tests/telegram and tests/documents


def wordings_of(texts: Texts) -> dict[str, list[str]]:
    return {key: list(found) for key, found in texts._wordings.items()}


@pytest.mark.parametrize("key", STATIONS)
def test_a_question_asks_one_thing_at_a_time(key: str) -> None:
    last = at(key).do("herhalen").said[-1].text
    assert last.count("?") <= 2, last  # the plan and the summary: what it is, and whether it is right


class Heard:
    """What was asked of the texts: by key, the names of the values that came with it."""

    def __init__(self) -> None:
        self.values: dict[str, set[str]] = defaultdict(set)

    def note(self, key: str, values: dict[str, str]) -> None:
        known_before = self.values.get(key)
        self.values[key] = set(values) if known_before is None else known_before & set(values)


@lru_cache(maxsize=1)
def heard() -> dict[str, set[str]]:
    """Do everything there is to do at every question, and return what the bot said with which values."""
    found, get = Heard(), Texts.get

    def listen(self: Texts, key: str, turn: int = 0, /, **values: str) -> str:
        found.note(key, values)
        return get(self, key, turn, **values)

    patch: Any = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(Texts, "get", listen)
        _do_everything()
    return dict(found.values)


def _do_everything() -> None:
    for key in QUESTIONS:
        for intent in (*HANDLERS, "afscheid", "hervatten"):
            at(key).do(intent)
        at(key).do("stoppen").do("ontkennen", "nee")
        at(key).do("antwoord", "ik zoek iets anders").do("herhalen")
        at(key).do("wijzig_antwoord", "maak van meedoen een 8")
        at(key).do("hervatten", keuze="weerzien")
        at(key).do("pauzeren").do("vraag_privacy").do("nlu_fallback").do("hervatten").do("nlu_fallback").do(
            "nlu_fallback"
        )
    for key in STATIONS:
        at(key).do("vraag_uitleg").do("herhalen")
    for dimensie, name in NAMEN.items():
        Talk().do("kies_dimensie", name, dimensie=dimensie).do("terug")
    for said in (*NAMEN.values(), "wiel", "spinnenweb", "dimensie"):
        at("nu").do("vraag_positieve_gezondheid", said)
    for option in known().options["drempel"]:
        at("drempel").do("antwoord", option.title).do("herhalen")
    for said in ("6 of 7", "11", "redelijk"):
        at("score.meedoen").do("geef_score", said)
        at("score.meedoen").do("weet_niet", said)
        at("nu").do("wijzig_antwoord", f"maak van meedoen {said}")
    for intent, said in (("antwoord", "niets"), ("antwoord", "..."), ("overslaan", ""), ("terug", "")):
        at("anders.meedoen").do(intent, said)
    at("aanbod").do("antwoord", "Leefstijlcoach")
    at("doen").do("antwoord", "mijn zus bellen").go_on("wie")
    at("nu").do("vraag_aanbod", "een leefstijlcoach")
    at("regel").do("antwoord", "weglaten")
    at("score.meedoen").do("nlu_fallback", "laat eens zien", tussen="toon_samenvatting")
    for key in ("score.meedoen", "nu", "samenvatting", "reflectie"):
        at(key).do("vraag_uitleg", "hoe lang duurt dit nog")
    at("nu").do("vraag_privacy", "wie leest hier nog meer mee")
    at("nu").say("can i speak english")
    at("goed.lichaamsfuncties+").do("antwoord", "elke dag").do("terug").do("vraag_uitleg")
    at("wat_inzetten").do("terug").do("terug").do("antwoord", "niets").go_on("klaar")
    gone = at("goed.lichaamsfuncties+")
    gone.gesprek.themes["goed.lichaamsfuncties+"] = "weggehaald"
    gone.do("herhalen")
    Talk().do("kies_dimensie", "meedoen").go_on("klaar")
    at("samenvatting").do("wijzig_antwoord", "anders", regel="goed.meedoen", tekst="anders")
    Talk().do("antwoord", "rustig").do("antwoord", "mijn slaap").go_on("opvalt")
    Talk().do("antwoord", "plan").go_on("doen").do("terug").do("overslaan")
    _on_paper()
    left_out = Talk().do("antwoord", "plan")
    while left_out.key != "klaar":
        left_out.do("overslaan")
    _share()


def _share() -> None:
    """Share, or nearly, in every way there is."""
    for key in (*STEPS, "delen.antwoord", "delen.antwoord+"):
        for intent in (*HANDLERS, "afscheid", "hervatten"):
            on_the_way(Desk(), key).do(intent)
        for said in ("nee", "hm", "weet nie", "x" * 61, "lang " * 300):
            on_the_way(Desk(), key).say(said).say(said)
        desk = Desk()
        talk = on_the_way(desk, key)
        desk.away = True
        talk.do("herhalen").do("bevestigen", "ja").do("verwijder_gegevens").do("bevestigen", "ja")
    for kind in ("eigen", "bijnaam"):
        on_the_way(Desk(), "delen.naam").do("antwoord", keuze=kind)
    on_the_way(Desk(), "delen.coach").do("antwoord", "Piet", coach="Piet")
    on_the_way(Desk(), "delen.onderdelen", "kort").press("Meedoen").press("Verder met deze keuze")
    on_the_way(Desk(), "delen.onderdelen").say("tekening").say("2 en de tekening").press("Zonder naam").say("2 weken")
    on_the_way(Desk(people=[MARIEKE]), "delen.coach")
    Talk(sharing=Desk()).do("antwoord", "kort").do("delen_met_coach")
    changed = on_the_way(Desk(), "delen.akkoord")
    changed.gesprek.answers["willen"] = "anders"
    changed.do("bevestigen", "ja")
    _after_sharing()


def _after_sharing() -> None:
    for status in ("nieuw", "gelezen", "beantwoord", "verlopen", "coach_weg", "verwijderd", "ingetrokken"):
        desk = Desk()
        talk = share_everything(rich(desk))
        desk.become("deel0", status)
        talk.do("hervatten", keuze="weerzien").say("wat heb ik gedeeld").say("trek het delen in")
    desk = Desk()
    talk = share_everything(rich(desk))
    desk.answer("deel0", "Dank je.", "dinsdag")
    desk.people = [BRAM]
    share_everything(on_the_way(Desk(), "delen.coach"))
    talk.say("wat heb ik gedeeld").do("delen_met_coach", "terugschrijven").say("met Bo").press("Ja, verstuur dit")
    talk.say("wat heb ik gedeeld")
    gone = on_the_way(desk, "delen.coach").do("antwoord", "Bram").say("alles").press("Alles afdekken")
    gone.press("Zonder naam").say("2 weken")
    desk.people = []
    gone.do("herhalen").do("bevestigen", "ja")
    for key in ("delen.akkoord", "delen.antwoord+"):
        lost(Desk(), key).do("herhalen").say("nee", "ontkennen")
    late = on_the_way(Desk(), "delen.antwoord+")
    late.sharing.become("deel0", "verlopen")  # type: ignore[attr-defined]
    late.press("Ja, verstuur dit")
    several = share_everything(rich(Desk()))
    share_everything(several.do("delen_met_coach", "nog eens")).say("trek het delen in")
    several = share_everything(rich(Desk()))
    several.do("delen_met_coach", "met Bram")
    share_everything(several).do("delen_intrekken", "alles")


def _on_paper() -> None:
    said = at("reflectie").gesprek
    said.answers["doen"] = "\U0001f9d1\u200d\U0001f680"  # an emoji that no font of ours has
    pdf(said, known(), date(2026, 11, 22))
    poster.make(ROOT / "content", "https://gesprek.huis.example/", "een_bot", date(2026, 11, 22))


@lru_cache(maxsize=1)
def written() -> set[str]:
    """Return every piece of text that stands in the programs: what the page and the gate say is named there."""
    files = [path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")]
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_sentence_is_said_somewhere() -> None:
    unheard = set(wordings_of(known().texts)) - set(heard())
    assert {key for key in unheard if not key.startswith(("fout.", *SAID_ELSEWHERE))} == set()
    assert {key for key in unheard if not key.startswith("telegram.")} <= written()


def test_every_sentence_is_said_with_all_that_belongs_in_it() -> None:
    for key, wordings in wordings_of(known().texts).items():
        for wording in wordings if not key.startswith(SAID_ELSEWHERE) else ():
            blanks = {blank for _, blank, _, _ in string.Formatter().parse(wording) if blank}
            assert blanks <= heard().get(key, set()), wording


def test_every_sentence_named_in_the_code_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "conversation").glob("*.py"))
    named = set(re.findall(r"\.(?:say|begin|wording)\(\s*\"([\w.]+)\"", source))
    assert len(named) > 50
    assert {key for key in named if key not in known().texts} == set()
