"""The sentence encoder in Rasa's pipeline."""

from __future__ import annotations

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.encoder import SentenceEncoder
from bot.nlu.sentences import DIMENSIONS, encode
from tests.nlu.conftest import Say


def encoder(storage: LocalModelStorage, context: ExecutionContext) -> SentenceEncoder:
    config = SentenceEncoder.get_default_config()
    SentenceEncoder.validate_config(config)
    return SentenceEncoder.create(config, storage, Resource("encoder"), context)


def test_a_message_gets_its_vector(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> None:
    (message,) = encoder(storage, context).process([say("ik slaap de laatste tijd slecht")])
    sequence, sentence = message.get_dense_features(TEXT)
    assert sentence.features.shape == (1, DIMENSIONS)
    assert np.allclose(sentence.features[0], encode(["ik slaap de laatste tijd slecht"])[0], atol=1e-4)
    assert sequence.features.shape == (6, DIMENSIONS)
    assert not sequence.features.any()


def test_a_message_without_text_is_passed_over(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> None:
    button = Message({INTENT: {"name": "bevestigen"}})
    messages = [button, say("hoi")]
    assert encoder(storage, context).process(messages) == messages
    assert button.get_dense_features(TEXT) == (None, None)
    assert messages[1].get_dense_features(TEXT)[1] is not None


def test_training_data_get_theirs_too(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> None:
    data = TrainingData([say("hoi", "begroeten"), say("doei", "afscheid")])
    for example in encoder(storage, context).process_training_data(data).training_examples:
        assert example.get_dense_features(TEXT)[1].features.shape == (1, DIMENSIONS)
