"""The benchmark without its servers: the script reaches the end, and numbers come out as they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.figures import Figures, middle, percentile, ratio
from bench.measure import FULL, QUICK, Measured
from bench.record import Astray, Recorder
from bench.script import ANSWER, Person, Stuck, load
from bench.table import Row, as_json, main, rows, table
from bench.talk import Reply, said_the_same
from bot.content import load_keuzes, load_organisatie, load_zinnen
from bot.conversation import answers, asides, commands
from bot.conversation.knowledge import Knowledge, Offer, Theme
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.settings import PROJECT_ROOT

SCRIPT = load()
CONTENT = PROJECT_ROOT / "content"
THEME = Theme("thema", "Hoe is dat?", ("voorbeeld",))
OFFER = Offer("aanbod", "Aanbod", "Iets.", "Iemand", (), ("voorbeeld",))


class Method:
    """A conversation with the method alone: every text is an answer, but for "terug" and "overslaan"."""

    def __init__(self, theme: Theme | None = None, offers: tuple[Offer, ...] = ()) -> None:
        self._gesprek = Gesprek()
        self._knowledge = Knowledge(
            load_zinnen(CONTENT),
            load_keuzes(CONTENT),
            load_organisatie(CONTENT),
            {THEME.id: THEME},
            {OFFER.id: OFFER},
            theme_for=lambda text, dimensie: theme,
            offers_for=lambda text, dimensies: list(offers),
        )
        self.seen: list[str | None] = []

    async def open(self) -> Reply:
        return self._reply(Turn(self._gesprek, self._knowledge), asides.welcome)

    async def say(self, text: str) -> Reply:
        commanded = {"terug": commands.back, "overslaan": commands.skip}
        return self._reply(Turn(self._gesprek, self._knowledge, text), commanded.get(text, answers.answer))

    def _reply(self, turn: Turn, handle: object) -> Reply:
        assert callable(handle)
        handle(turn)
        key, kind = self._gesprek.expects
        self.seen.append(key)
        return Reply(tuple(message.text for message in turn.said), key, kind.value)


class Silent:
    """A conversation that keeps asking the same."""

    async def open(self) -> Reply:
        return Reply(("?",), "goed.meedoen", "text")

    async def say(self, text: str) -> Reply:
        return await self.open()


@pytest.mark.parametrize("theme", [None, THEME])
@pytest.mark.parametrize("offers", [(), (OFFER,)])
async def test_script_goes_all_the_way(theme: Theme | None, offers: tuple[Offer, ...]) -> None:
    method = Method(theme, offers)
    texts = await Recorder(method, SCRIPT).whole()
    assert {"goed.dagelijks_functioneren", "opvalt", "focus", "wie", "plan", "samenvatting", "maatje", "reflectie"} <= {
        *method.seen
    }
    assert method.seen[-1] is None
    assert ("aanbod" in method.seen) is bool(offers)
    assert "overslaan" not in texts


async def test_long_conversation_is_as_long_as_asked_and_ends_with_the_probes() -> None:
    texts = await Recorder(Method(), SCRIPT).long(300, times=2)
    assert len(texts) == 300
    assert tuple(texts[-20:]) == SCRIPT.probes * 2


async def test_probes_early_in_a_conversation() -> None:
    with pytest.raises(Astray, match="probes began"):  # the method alone takes each of them for an answer
        await Recorder(Method(), SCRIPT).early()


async def test_question_that_keeps_coming_back_ends_the_conversation() -> None:
    with pytest.raises(Stuck):
        await Recorder(Silent(), SCRIPT).whole()


def test_person_passes_over_a_question_that_comes_back() -> None:
    person = Person(SCRIPT)
    assert person.reply("goed.meedoen", "text") == SCRIPT.answers["goed.meedoen"]
    assert person.reply("goed.meedoen", "text") == "overslaan"
    assert person.reply("praten.meedoen", "confirm") == "ja"
    assert person.reply("praten.meedoen", "confirm") == "nee"
    assert person.reply(None, "none") is None


def test_person_changes_answers() -> None:
    person = Person(SCRIPT)
    assert [person.change("score.meedoen", "score") for _ in range(3)] == ["0", "1", "2"]
    assert person.change("goed.meedoen", "text") in SCRIPT.changes
    assert person.change("maatje", "confirm") == SCRIPT.answers["maatje"]
    assert person.change(None, "none") == SCRIPT.probes[0]


def test_texts_fit_the_script() -> None:
    assert ANSWER in SCRIPT.rounds
    assert ANSWER not in SCRIPT.probes


@pytest.mark.parametrize(
    ("samples", "percent", "expected"),
    [([], 50, None), ([3.0], 95, 3.0), ([1.0, 2.0, 3.0, 4.0], 50, 2.0), ([float(n) for n in range(1, 101)], 95, 95.0)],
)
def test_percentile(samples: list[float], percent: float, expected: float | None) -> None:
    assert percentile(samples[::-1], percent) == expected


def test_middle_and_ratio() -> None:
    assert middle([]) is None
    assert middle([1.0, 9.0, 2.0]) == 2.0
    assert ratio(8.0, 2.0) == 4.0
    assert ratio(None, 2.0) is None
    assert ratio(8.0, 0.0) is None


def test_without_a_model_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_DATA_DIR", str(tmp_path))
    with pytest.raises(SystemExit, match="gesprek train"):
        main(quick=True)


def test_said_the_same() -> None:
    ours = Reply(("Goed.\n\nMeedoen\n1. Cijfer: 7", "Klopt het zo?"), "samenvatting", "choice")
    assert said_the_same(
        ours, Reply(("Welkom.", "Goed.", "Meedoen\n1. Cijfer: 7\nSpinnenweb met zes", "Klopt het zo?"))
    )
    assert not said_the_same(ours, Reply(("Goed.", "Klopt het zo?")))


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (Row("a", "ms", 14.0, 60.0, at_most=15.0), True),
        (Row("a", "ms", 16.0, 60.0, at_most=15.0), False),
        (Row("a", "ms", None, None, at_most=15.0), None),
        (Row("a", "turns/s", 80.0, 20.0, 4.0, times_stock=4.0), True),
        (Row("a", "turns/s", 60.0, 20.0, 3.0, times_stock=4.0), False),
        (Row("a", "s", 8.0, 16.0, 2.0), None),
    ],
)
def test_verdict(row: Row, met: bool | None) -> None:
    assert row.met is met


def test_table_has_a_line_for_each_row_in_columns() -> None:
    ours = Figures([10.0], [9.0], [9.9], 1000, [90.0], [95.0], [6.0], [900.0], [50.0], 700.0)
    stock = Figures([50.0], [45.0], [1250.0], 200, [20.0], [25.0], [14.0], [1500.0], [], None)
    found = rows(Measured(ours, stock, turns=55, same=55), FULL)
    lines = table(found).splitlines()
    assert len(lines) == len(found) + 1
    assert lines[0].split() == ["het", "andere", "gesprek", "stock", "Rasa", "ratio", "target"]
    assert "10.0 ms" in lines[1]
    assert "5.0 ×" in lines[1]
    assert lines[1].split()[-4:] == ["≤", "15", "ms", "ok"]
    assert "1.10 ×" in table(found)
    assert "1,250 ms" in table(found)
    assert as_json(found, ["note"])["rows"][0]["met"] is True


def test_what_was_not_measured_is_said() -> None:
    found = rows(Measured(Figures(), Figures(), turns=0, same=0), QUICK)
    assert all("–" in line for line in table(found).splitlines()[1:])
    assert "not measured" in table(found)
    assert "ok" not in table(found).split()
