"""Hints: what the Dutch of a message gives away, as numbers for the classifier."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.hints import DutchHints, hints
from tests.nlu.conftest import Say


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zes en een half", "kwart voor vijf"),
        ("meedoen", "wandelen"),
        ("kun je dat uitleggen", "dat kun je uitleggen aan iedereen"),
        ("ja", "nee"),
        ("stoppen met roken", "stoppen met dit gesprek"),
        ("wandelen", "elke dag na het eten een stukje wandelen met de hond"),
    ],
)
def test_what_sounds_much_alike_is_told_apart(one: str, other: str) -> None:
    assert not np.array_equal(hints(one), hints(other))


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_gives_as_many_zeros_and_ones(text: str) -> None:
    found = hints(text)
    assert found.shape == hints("").shape
    assert set(found) <= {0.0, 1.0}


def test_they_are_sentence_features_under_the_name_they_are_given(
    storage: LocalModelStorage, context: ExecutionContext, say: Say
) -> None:
    component = DutchHints.create(
        {**DutchHints.get_default_config(), "alias": "hints"}, storage, Resource("h"), context
    )
    data = component.process_training_data(TrainingData([say("een 7", "geef_score"), Message({INTENT: "bevestigen"})]))
    (features,) = (f for f in data.training_examples[0].features if f.type == "sentence")
    assert features.origin == "hints"
    assert np.array_equal(features.features[0], hints("een 7"))
    assert data.training_examples[1].features == []
    DutchHints.validate_config({})


def test_a_message_without_text_is_passed_over(storage: LocalModelStorage, context: ExecutionContext) -> None:
    component = DutchHints.create(DutchHints.get_default_config(), storage, Resource("h"), context)
    assert component.process([Message({TEXT: ""})])[0].features == []
