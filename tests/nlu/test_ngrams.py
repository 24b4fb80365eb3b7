"""N-grams of whole messages, with their edges."""

from __future__ import annotations

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.ngrams import MessageNgrams
from tests.nlu.conftest import Say

RESOURCE = Resource("words")
CONFIG = {**MessageNgrams.get_default_config(), "alias": "words", "analyzer": "word", "max_ngram": 2}


@pytest.fixture
def words(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> MessageNgrams:
    featurizer: MessageNgrams = MessageNgrams.create(CONFIG, storage, RESOURCE, context)
    featurizer.train(TrainingData([say("Nee dank je", "ontkennen"), say("dat wil ik nee", "ontkennen")]))
    return featurizer


def found(featurizer: MessageNgrams, message: Message) -> set[str]:
    """Return the n-grams that were counted."""
    featurizer.process([message])
    sentence = message.get_sparse_features(TEXT)[1].features
    names = {place: name for name, place in featurizer.vectorizers[TEXT].vocabulary_.items()}
    return {names[place] for place in sentence.col}


def test_the_edges_count(words: MessageNgrams, say: Say) -> None:
    assert found(words, say("nee")) == {"_", "nee", "_ nee", "nee _"}
    assert found(words, say("nee dat")) == {"_", "nee", "dat", "_ nee"}  # never seen: what ends with "dat"


def test_only_the_whole_message_is_counted(words: MessageNgrams, say: Say) -> None:
    message = say("nee dank je", "ontkennen")
    words.process([message])
    assert message.get_sparse_features(TEXT)[0] is None
    assert [features.attribute for features in message.features] == [TEXT]


def test_a_message_without_text_is_passed_over(words: MessageNgrams) -> None:
    button = Message({INTENT: "bevestigen"})
    assert words.process([button]) == [button]
    assert button.features == []


def test_untaught_it_says_nothing(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> None:
    untaught = MessageNgrams.create(CONFIG, storage, RESOURCE, context)
    (message,) = untaught.process([say("hoi")])
    assert message.features == []


def test_it_is_the_same_when_loaded(
    words: MessageNgrams, storage: LocalModelStorage, context: ExecutionContext, say: Say
) -> None:
    loaded = MessageNgrams.load(CONFIG, storage, RESOURCE, context)
    assert found(loaded, say("dank je nee")) == found(words, say("dank je nee")) != set()
