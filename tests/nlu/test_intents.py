"""The intent classifier: learns from a handful, is the same after storing and loading, and stores no code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.encoder import SentenceEncoder
from bot.nlu.intents import LinearIntentClassifier
from tests.nlu.conftest import Say

EXAMPLES = {
    "begroeten": ["hoi", "hallo daar", "goedemorgen", "dag hoor", "hey", "goedenavond"],
    "stoppen": ["stop", "ik wil stoppen", "hou maar op", "ik stop ermee", "stop dit gesprek", "kap ermee"],
    "vraag_privacy": ["wie leest dit", "ziet mijn baas dit", "is dit anoniem", "wordt dit bewaard", "wie kan dit zien"],
    "antwoord": ["ik fiets naar het werk", "mijn collega's", "minder pijn in mijn rug", "vaker wandelen", "de tuin"],
}
RESOURCE = Resource("classifier")
CONFIG = {"weights": {"letters": 1.0, "meaning": 0.5}}
Understand = Callable[[str], Message]


class Trained:
    """A classifier with the features in front of it, taught by the examples above."""

    def __init__(self, storage: LocalModelStorage, context: ExecutionContext, say: Say) -> None:
        self.storage, self.context, self.say = storage, context, say
        data = TrainingData([say(text, intent) for intent, texts in EXAMPLES.items() for text in texts])
        letters = {"alias": "letters", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
        config = {**CountVectorsFeaturizer.get_default_config(), **letters}
        self.counts = CountVectorsFeaturizer.create(config, storage, Resource("counts"), context)
        self.counts.train(data)
        self.encoder = SentenceEncoder.create(
            {**SentenceEncoder.get_default_config(), "alias": "meaning"}, storage, Resource("encoder"), context
        )
        self.data = self.encoder.process_training_data(self.counts.process_training_data(data))
        self.classifier = LinearIntentClassifier.create(CONFIG, storage, RESOURCE, context)
        self.classifier.train(self.data)

    def featurized(self, text: str) -> Message:
        (message,) = self.encoder.process(self.counts.process([self.say(text)]))
        return message

    def understand(self, text: str, classifier: LinearIntentClassifier | None = None) -> Message:
        (message,) = (classifier or self.classifier).process([self.featurized(text)])
        return message

    def loaded(self) -> LinearIntentClassifier:
        return LinearIntentClassifier.load(CONFIG, self.storage, RESOURCE, self.context)


@pytest.fixture
def trained(storage: LocalModelStorage, context: ExecutionContext, say: Say) -> Trained:
    return Trained(storage, context, say)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hallo", "begroeten"),
        ("ik wil nu stoppen", "stoppen"),
        ("kan mijn baas dit lezen", "vraag_privacy"),
        ("wandelen in de tuin", "antwoord"),
    ],
)
def test_a_handful_of_examples_is_enough_for_what_is_much_like_them(trained: Trained, text: str, intent: str) -> None:
    assert trained.understand(text).get(INTENT)["name"] == intent


def test_confidences_are_a_ranking_of_all_intents(trained: Trained) -> None:
    message = trained.understand("hou eens op")
    ranking = message.get("intent_ranking")
    assert {guess["name"] for guess in ranking} == set(EXAMPLES)
    assert [guess["confidence"] for guess in ranking] == sorted((g["confidence"] for g in ranking), reverse=True)
    assert sum(guess["confidence"] for guess in ranking) == pytest.approx(1)
    assert message.get(INTENT) == ranking[0]


def test_the_same_after_storing_and_loading(trained: Trained) -> None:
    loaded = trained.loaded()
    for text in ("hallo", "wie leest er mee?", "ik tuinier graag", "xqzt"):
        assert trained.understand(text, loaded).get("intent_ranking") == trained.understand(text).get("intent_ranking")


def test_training_twice_gives_the_same_model(trained: Trained) -> None:
    before = trained.understand("kap er eens mee").get("intent_ranking")
    trained.classifier.train(trained.data)
    assert trained.understand("kap er eens mee").get("intent_ranking") == before


def test_what_is_stored_are_numbers_and_names_without_any_pickle(trained: Trained) -> None:
    with trained.storage.read_from(RESOURCE) as folder:
        (stored,) = folder.iterdir()
        with ZipFile(stored) as archive:
            for name in archive.namelist():
                with archive.open(name) as array:
                    assert array.read(6) == b"\x93NUMPY"
        with np.load(stored, allow_pickle=False) as learnt:
            kinds = {name: learnt[name].dtype.kind for name in learnt.files}
            shapes = {name: learnt[name].shape for name in learnt.files}
    assert kinds == {"labels": "U", "idf": "f", "weights": "f", "bias": "f"}
    assert shapes["weights"] == (shapes["idf"][0] + 512, len(EXAMPLES))


def test_a_stored_pickle_is_not_read(trained: Trained) -> None:
    with trained.storage.write_to(RESOURCE) as folder:
        harmful: Any = np.array([print], dtype=object)
        np.savez(folder / "learnt.npz", labels=harmful, idf=harmful, weights=harmful, bias=harmful)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        trained.loaded()


def test_a_message_without_text_is_passed_over(trained: Trained) -> None:
    button = Message({INTENT: {"name": "bevestigen"}})
    trained.classifier.process([button])
    assert button.get(INTENT) == {"name": "bevestigen"}


def test_an_untrained_classifier_says_nothing(
    trained: Trained, storage: LocalModelStorage, context: ExecutionContext
) -> None:
    untrained = LinearIntentClassifier.create(CONFIG, storage, RESOURCE, context)
    assert trained.understand("hallo", untrained).get(INTENT) is None


def test_examples_without_an_intent_are_no_lesson(trained: Trained) -> None:
    trained.data.training_examples.append(trained.featurized("zomaar iets"))
    trained.classifier.train(trained.data)
    assert {guess["name"] for guess in trained.understand("hallo").get("intent_ranking")} == set(EXAMPLES)


def test_what_rasa_asks_of_a_component() -> None:
    LinearIntentClassifier.validate_config(CONFIG)
    assert LinearIntentClassifier.required_components() == [Featurizer]
    assert LinearIntentClassifier.required_packages() == []


def test_training_data_pass_through(trained: Trained) -> None:
    assert trained.classifier.process_training_data(trained.data) is trained.data
    assert all(example.get(TEXT) for example in trained.data.training_examples)


def test_a_configuration_that_weighs_no_featurizer_is_refused() -> None:
    with pytest.raises(InvalidConfigException, match="weights"):
        LinearIntentClassifier.validate_config(LinearIntentClassifier.get_default_config())


def test_a_featurizer_that_is_not_there_is_named(
    trained: Trained, storage: LocalModelStorage, context: ExecutionContext
) -> None:
    classifier = LinearIntentClassifier.create({"weights": {"lemmas": 1.0}}, storage, RESOURCE, context)
    with pytest.raises(InvalidConfigException, match="lemmas"):
        classifier.train(trained.data)


def test_a_block_counts_by_its_weight(trained: Trained) -> None:
    """With the letters weighed down to nothing, letters that were never seen change nothing."""
    classifier = LinearIntentClassifier.create(
        {"weights": {"letters": 0.0, "meaning": 1.0}}, trained.storage, Resource("meaning only"), trained.context
    )
    classifier.train(trained.data)
    one, other = trained.featurized("hallo"), trained.featurized("hallo")
    other.features = [f for f in other.features if f.origin != "letters"]
    other.features += [f for f in trained.featurized("xq zt").features if f.origin == "letters"]
    first, second = (classifier.process([message])[0].get("intent_ranking") for message in (one, other))
    assert first == second


def test_pairs_of_a_featurizer_are_learnt_stored_and_weighed(trained: Trained) -> None:
    config = {**CONFIG, "pairs": {"of": "meaning", "directions": 4, "weight": 0.5}}
    made = trained.storage, Resource("with pairs"), trained.context
    classifier = LinearIntentClassifier.create(config, *made)
    classifier.train(trained.data)
    before = trained.understand("kap er eens mee", classifier).get("intent_ranking")
    assert before != trained.understand("kap er eens mee").get("intent_ranking")
    loaded = LinearIntentClassifier.load(config, *made)
    assert trained.understand("kap er eens mee", loaded).get("intent_ranking") == before
    assert loaded._learnt["weights"].shape[0] == loaded._learnt["idf"].shape[0] + 512 + 4 * 5 / 2
