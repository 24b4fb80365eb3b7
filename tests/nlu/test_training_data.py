"""The training data: enough of each intent, nothing under two intents, entities that mean something."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from rasa.shared.nlu.training_data.loading import load_data

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.numbers import parse_score
from bot.settings import PROJECT_ROOT
from scripts.near_duplicates import NLU, Utterance, near_duplicates, utterances

VALID: dict[str, Callable[[str], object]] = {
    "score": parse_score,
    "dimensie": DIMENSIES.__contains__,
    "coach": str.strip,
    "termijn": str.strip,
}
MANY = {"antwoord", "bevestigen", "ontkennen", "geef_score", "wijzig_antwoord", "buiten_bereik", "vraag_privacy"}
FEWEST, FEWEST_OF_MANY = 120, 250
DOMAIN = yaml.safe_load((PROJECT_ROOT / "domain.yml").read_text())
INTENTS = [intent for intent in DOMAIN["intents"] if intent != "nlu_fallback"]


def said(utterance: Utterance) -> str:
    """What is the same to a reader: a question mark makes another utterance, a full stop does not."""
    return utterance.text.casefold().strip(" .")


@pytest.fixture(scope="module")
def by_intent() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for utterance in utterances():
        found[utterance.intent].add(said(utterance))
    return found


def test_there_are_41_intents(by_intent: dict[str, set[str]]) -> None:
    assert len(INTENTS) == 41
    assert set(by_intent) == set(INTENTS)


@pytest.mark.parametrize("intent", INTENTS)
def test_an_intent_has_enough_utterances(by_intent: dict[str, set[str]], intent: str) -> None:
    assert len(by_intent[intent]) >= (FEWEST_OF_MANY if intent in MANY else FEWEST)


def test_no_utterance_stands_twice() -> None:
    found = [(said(utterance), utterance) for utterance in utterances()]
    seen: dict[str, Utterance] = {}
    twice = [f"{seen[text]} / {u}" for text, u in found if seen.setdefault(text, u) is not u]
    assert twice == []


def test_hardly_any_utterance_looks_like_one_of_another_intent() -> None:
    across = [pair for pair in near_duplicates(utterances()) if pair.across]
    assert len(across) <= 10, "\n".join(map(str, across))


def test_rasa_reads_what_we_read() -> None:
    examples = load_data(str(NLU)).intent_examples
    assert sorted(example.get("text") for example in examples) == sorted(u.text for u in utterances())


def test_entities_are_annotated_the_way_rasa_reads_them() -> None:
    assert [str(u) for u in utterances() if any(mark in u.text for mark in "[]{}")] == []


def test_entities_have_values_that_exist() -> None:
    known = set(DOMAIN["entities"])
    wrong = []
    for example in load_data(str(NLU)).entity_examples:
        for entity in example.get("entities"):
            name, value = entity["entity"], str(entity["value"])
            if name not in known or not VALID[name](value):
                wrong.append(f"{name} {value!r}: {example.get('text')}")
    assert wrong == []


def test_every_intent_and_entity_of_the_domain_is_documented_where_it_is_used() -> None:
    annotated = {e["entity"] for example in load_data(str(NLU)).entity_examples for e in example.get("entities")}
    assert annotated == set(VALID)
    assert set(DOMAIN["entities"]) - annotated == {"keuze", "regel", "tekst", "tussen"}  # with buttons, or asked by one


def test_near_duplicates_are_found_within_and_across_intents(tmp_path: Path) -> None:
    (tmp_path / "made_up.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: stoppen\n  examples: |\n    - ik wil stoppen met dit gesprek\n'
        "    - dit gesprek met ik wil stoppen\n    - kappen\n- intent: pauzeren\n  examples: |\n"
        f"    - ik wil stoppen met dit gesprekk\n    - [over een uur]{json.dumps({'entity': 'termijn'})} verder\n"
    )
    found = utterances(tmp_path)
    assert [(u.intent, u.line) for u in found] == [
        ("stoppen", 5),
        ("stoppen", 6),
        ("stoppen", 7),
        ("pauzeren", 10),
        ("pauzeren", 11),
    ]
    assert found[-1].text == "over een uur verder"
    pairs = near_duplicates(found)
    assert [(pair.one.line, pair.other.line, pair.across) for pair in pairs] == [
        (5, 6, False),
        (5, 10, True),
        (6, 10, True),
    ]
    assert "made_up.yml:5 stoppen" in str(pairs[0])
