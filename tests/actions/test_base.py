"""What every action does: names, state in and out, buttons, and what each channel gets."""

from __future__ import annotations

import json

import pytest
import yaml
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from actions.antwoord import ActionAntwoord, ActionGeefScore
from actions.navigatie import ActionHerhalen
from actions.tonen import ActionToonSpinnenweb
from actions.uitleg import ActionVraagPrivacy
from bot.settings import PROJECT_ROOT
from tests.actions.conftest import AT_PLAN, AT_ROUTE, AT_SCORE, AT_TEXT, Run


def registered() -> set[str]:
    executor = ActionExecutor()
    executor.register_package("actions")
    return set(executor.actions)


def test_there_is_an_action_for_every_name_in_the_domain_and_no_other() -> None:
    domain = yaml.safe_load((PROJECT_ROOT / "domain.yml").read_text())
    assert registered() == set(domain["actions"])


def test_every_rule_ends_in_an_action_that_exists() -> None:
    rules = [
        rule
        for path in (PROJECT_ROOT / "data" / "rules").glob("*.yml")
        for rule in yaml.safe_load(path.read_text())["rules"]
    ]
    assert {rule["steps"][-1]["action"] for rule in rules} == registered() - {"action_session_start"}


def test_an_action_is_named_after_its_class() -> None:
    action: Action = ActionVraagPrivacy()
    assert action.name() == "action_vraag_privacy"


async def test_the_state_comes_from_the_slot_and_goes_back_to_it(run: Run) -> None:
    outcome = await run(ActionAntwoord(), AT_TEXT, "mijn ploeg")
    assert [event["event"] for event in outcome.events] == ["slot"]
    assert outcome.gesprek.answers["goed.meedoen"] == "mijn ploeg"
    assert outcome.gesprek.turn == AT_TEXT["turn"] + 1


async def test_without_a_state_a_conversation_begins(run: Run) -> None:
    outcome = await run(ActionHerhalen(), None)
    assert outcome.gesprek.turn == 1
    assert outcome.gesprek.open.key == "route"


async def test_a_state_of_another_version_is_read(run: Run) -> None:
    outcome = await run(ActionHerhalen(), {**AT_TEXT, "moon": "full"})
    assert outcome.gesprek.open.key == "goed.meedoen"


async def test_each_button_has_an_id_of_its_own_that_says_what_it_means(run: Run) -> None:
    outcome = await run(ActionAntwoord(), AT_ROUTE, "kort", {"keuze": "kort"})
    kept = outcome.gesprek.buttons
    assert list(kept) == [f"2.{n}" for n in range(6)]
    assert [button["title"] for button in kept.values()] == [button["title"] for button in outcome.buttons]
    assert kept["2.4"] == {"title": "Meedoen", "intent": "kies_dimensie", "entities": {"dimensie": "meedoen"}}


async def test_buttons_of_several_messages_are_numbered_through(run: Run) -> None:
    outcome = await run(ActionVraagPrivacy(), AT_SCORE, "wie leest dit?")
    assert len(outcome.messages) > 1
    assert list(outcome.gesprek.buttons) == [f"5.{n}" for n in range(len(outcome.buttons))]


async def test_ids_of_the_answer_before_mean_nothing_any_more(run: Run) -> None:
    outcome = await run(
        ActionHerhalen(), {**AT_TEXT, "buttons": {"4.0": {"title": "x", "intent": "x", "entities": {}}}}
    )
    assert "4.0" not in outcome.gesprek.buttons


async def test_a_payload_is_what_rasa_reads_as_intent_and_entities(run: Run) -> None:
    scores = await run(ActionHerhalen(), AT_SCORE)
    assert {button["payload"] for button in scores.buttons} >= {'/geef_score{"score": "0"}', "/weet_niet", "/overslaan"}


async def test_a_payload_keeps_the_letters_of_what_somebody_said(run: Run) -> None:
    said = 'ik heb café "de één" lief'
    outcome = await run(ActionVraagPrivacy(), AT_TEXT, said)
    payload = outcome.buttons[-1]["payload"]
    assert "café" in payload
    assert json.loads(payload.removeprefix("/antwoord")) == {"tekst": said}


async def test_our_own_channel_gets_the_key_and_the_drawing(run: Run) -> None:
    outcome = await run(ActionToonSpinnenweb(), AT_PLAN)
    image = outcome.messages[0]["custom"]["image"]
    assert image["svg"].startswith("<svg")
    assert image["alt"]
    assert outcome.messages[-1]["custom"]["image"] is None


async def test_other_channels_get_text_only_with_the_words_of_the_drawing(run: Run) -> None:
    ours = await run(ActionToonSpinnenweb(), AT_PLAN)
    theirs = await run(ActionToonSpinnenweb(), AT_PLAN, channel="cmdline")
    assert all(not message["custom"] for message in theirs.messages)
    assert ours.messages[0]["custom"]["image"]["alt"] in theirs.messages[0]["text"]
    assert [message["buttons"] for message in theirs.messages] == [message["buttons"] for message in ours.messages]
    assert theirs.events == ours.events


@pytest.mark.parametrize("value", ["8", 8, 8.0])
async def test_an_entity_may_be_a_number_or_a_text(run: Run, value: object) -> None:
    outcome = await run(ActionGeefScore(), AT_SCORE, "een acht", {"score": value})
    assert outcome.gesprek.scores == {"meedoen": 8.0}
