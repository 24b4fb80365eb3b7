"""The engine: turns are independent, cost the same at any length, and fail calmly."""

from __future__ import annotations

import asyncio
import logging
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.questions import Kind
from bot.engine.engine import Engine
from bot.engine.errors import EngineUnavailable, ModelUnusable, TurnFailed, TurnTimedOut
from bot.knowledge import knowledge
from bot.nlu import crisis
from tests.waiting import until

CRISIS = "ik wil niet meer leven"


@pytest.fixture
async def state(engine: Engine) -> dict[str, Any]:
    """A conversation at a question that expects words."""
    begun = await engine.start()
    chosen = await engine.say(begun.state, "kort")
    return (await engine.say(chosen.state, "zingeving")).state


async def test_the_first_messages_say_what_this_is_and_who_reads_along(engine: Engine) -> None:
    answer = await engine.start()
    before_the_question = " ".join(said.text for said in answer.messages[:-1]).lower()
    for word in ("chatbot", "geen zorg", "server", "werkgever", "stoppen", "wissen"):
        assert word in before_the_question
    assert answer.key == "route"


async def test_turns_leave_nothing_behind(engine: Engine, state: dict[str, Any]) -> None:
    await asyncio.gather(*(engine.say(state, f"ik tuinier elke zaterdag {n}") for n in range(5)))
    assert engine._store._live == {}


@pytest.mark.parametrize("text", ["ik tuinier elke zaterdag", "overslaan", "ik wil een plan maken", "wis alles"])
async def test_a_turn_leaves_the_state_it_was_given_alone(engine: Engine, state: dict[str, Any], text: str) -> None:
    before = deepcopy(state)
    assert (await engine.say(state, text)).state != before
    assert state == before


async def test_the_gate_listens_once_a_turn(
    engine: Engine, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    listened: list[str] = []
    listen = crisis._listen

    def counting(text: str) -> crisis.Soort | None:
        listened.append(text)
        return listen(text)

    monkeypatch.setattr(crisis, "_listen", counting)
    await engine.say(state, "ik tuinier elke zaterdag")
    await engine.say(state, "ik tuinier elke zaterdag")
    assert listened == ["ik tuinier elke zaterdag"] * 2


async def test_the_same_turn_gives_the_same_answer(engine: Engine, state: dict[str, Any]) -> None:
    first, second = await engine.say(state, "mijn vak"), await engine.say(state, "mijn vak")
    assert first == second


async def test_state_and_events_stay_as_small_at_turn_1000_as_at_turn_10(engine: Engine, state: dict[str, Any]) -> None:
    from bot.engine.engine import _tracker

    domain = engine._agent.domain
    sizes: list[int] = []
    for turn in range(1, 1001):
        state = (await engine.say(state, ("wie leest mee?", "terug", "verder", "mijn vak", "7")[turn % 5])).state
        if turn in (10, 1000):
            sizes.append(len(str(state)))
    assert len(_tracker("iemand", state, domain).events) == 4
    assert sizes[1] < sizes[0] + 500


async def test_a_slash_is_no_command(engine: Engine, state: dict[str, Any]) -> None:
    answer = await engine.say(state, '/verwijder_gegevens{"score": 3}')
    assert answer.state["answers"]["goed.zingeving"] == '/verwijder_gegevens{"score": 3}'


async def test_an_unknown_button_asks_the_open_question(engine: Engine, state: dict[str, Any]) -> None:
    answer = await engine.choose(state, "999.9")
    assert (answer.key, answer.kind) == ("goed.zingeving", Kind.TEXT)


@pytest.mark.parametrize("text", [CRISIS, "hulp nu"])
async def test_help_needs_no_model(text: str) -> None:
    answer = await Engine().say({}, text)
    assert "112" in " ".join(said.text for said in answer.messages)


async def test_without_a_model_nothing_else_is_answered() -> None:
    assert not Engine().ready
    with pytest.raises(EngineUnavailable):
        await Engine().start()


async def test_help_comes_when_the_content_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.engine.gate._content", lambda: 1 / 0)
    answer = await Engine().say({}, CRISIS)
    assert "113" in answer.messages[0].text


async def test_a_crisis_changes_nothing_and_keeps_nothing(engine: Engine, state: dict[str, Any]) -> None:
    answer = await engine.say(state, f"vandaag was gewoon te veel en {CRISIS}")
    assert answer.state == state
    assert answer.key == "goed.zingeving"


async def wait() -> None:
    await asyncio.sleep(60)


def compute(turn: Any) -> None:
    while True:
        sum(range(1000))


async def test_an_action_that_waits_is_given_up(
    engine: Engine, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.inprocess.InProcessEndpoint.request", lambda *args, **named: wait())
    monkeypatch.setattr(engine, "turn_timeout", 0.2)
    with pytest.raises(TurnTimedOut):
        await engine.say(state, "mijn vak")
    await until(lambda: engine._store._live == {}, "nothing of the turn is left")


async def test_an_action_that_computes_without_end_is_given_up_and_ended(
    engine: Engine, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("actions.antwoord.ActionAntwoord.handle", staticmethod(compute))
        broken.setattr(engine, "turn_timeout", 0.2)
        with pytest.raises(TurnTimedOut):
            await engine.say(state, "mijn vak")
    assert (await engine.say(state, "mijn vak")).state["answers"] == {"goed.zingeving": "mijn vak"}
    await until(lambda: engine._store._live == {}, "the turn computes no more")


async def test_a_failing_action_ends_the_turn_and_logs_no_word_of_it(
    engine: Engine, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(turn: Any) -> None:
        raise RuntimeError(turn.text)

    monkeypatch.setattr("actions.antwoord.ActionAntwoord.handle", staticmethod(fail))
    with caplog.at_level(logging.DEBUG), pytest.raises(TurnFailed):
        await engine.say(state, "kanariewoord over mijn werk")
    assert "kanariewoord" not in caplog.text
    (failed,) = [record for record in caplog.records if record.getMessage() == "action failed"]
    told = vars(failed)
    assert (told["action"], told["error"]) == ("action_antwoord", RuntimeError)
    assert told["where"].startswith("actions.base:")


async def test_a_model_that_cannot_be_loaded_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "kapot.tar.gz"
    model.write_bytes(b"geen model")
    engine = Engine()
    with pytest.raises(ModelUnusable, match=r"kapot.tar.gz can't be loaded"):
        engine.load(model)
    assert not engine.ready


async def test_so_many_hanging_turns_that_no_way_is_left_are_told(
    engine: Engine, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.lanes.MOST_GIVEN_UP", 0)
    assert not engine.ready
    with pytest.raises(EngineUnavailable):
        await engine.say(state, "mijn vak")
    assert "112" in " ".join(said.text for said in (await engine.say(state, CRISIS)).messages)


async def test_every_button_can_be_pressed(engine: Engine) -> None:
    begun = await engine.start()
    for title, choice in begun.messages[-1].buttons:
        answer = await engine.choose(begun.state, choice)
        assert answer.key != "route", title


async def test_parse_sees_what_a_turn_sees(engine: Engine) -> None:
    from bot.parse import parse_line

    parsed = await parse_line(engine, "maak van meedoen toch een 8")
    assert parsed["intent"] == "wijzig_antwoord"
    assert parsed["entities"] == {"score": 8, "dimensie": "meedoen"}
    assert parsed["crisis"] is False
    assert (await parse_line(engine, CRISIS))["crisis"] is True
    assert (await parse_line(engine, ""))["text"] == ""


def test_every_kind_of_crisis_has_its_text() -> None:
    assert set(knowledge().crisis) == {"zelfdoding", "geweld", "acuut", "vermoeden"}


async def test_what_only_sounds_like_a_cry_for_help_can_still_become_the_answer(engine: Any) -> None:
    text = "ik heb alles vast geregeld, de kat gaat naar mijn zus en de brief ligt klaar"
    state = (await engine.start()).state
    for said in ("kort", "meedoen"):
        state = (await engine.say(state, said)).state
    suspected = await engine.say(state, text)
    assert "113" in " ".join(message.text for message in suspected.messages)
    assert (suspected.key, suspected.kind) == ("goed.meedoen", Kind.TEXT)
    ((title, choice),) = suspected.messages[-1].buttons
    assert title == "Dit was mijn antwoord"
    answered = await engine.choose(suspected.state, choice)
    assert answered.state["answers"]["goed.meedoen"] == text
    assert answered.key != "goed.meedoen"


async def test_a_suspicion_where_no_words_are_asked_for_has_no_button(engine: Any) -> None:
    suspected = await engine.say({}, "ik heb alles vast geregeld, de kat gaat naar mijn zus en de brief ligt klaar")
    assert all(not message.buttons for message in suspected.messages)
