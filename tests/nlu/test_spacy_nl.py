"""Dutch spaCy: with the model where it is there, with the blank pipeline where it is not."""

from __future__ import annotations

import logging
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.engine import Engine
from bot.nlu import spacy_nl
from bot.nlu.spacy_nl import DutchSpacy
from bot.settings import PROJECT_ROOT

STAND_IN = "nl_ud_standin"
WHEEL = Path(
    os.environ.get("GESPREK_TEST_SPACY_WHEEL")
    or PROJECT_ROOT.parent / "shared" / "models" / f"{STAND_IN}-0.1.0-py3-none-any.whl"
)
MODEL_VARIABLE = "GESPREK_SPACY_MODEL"
ABSENT = "nl_there_is_no_such_model"
UTTERANCES = [
    "Hoi, daar ben ik!",
    "ik geef mijn lijf een 6,5",
    "Mijn collega Ria werkt in het ziekenhuis van Utrecht.",
    "'k weet het niet... misschien later?",
    "wie leest er mee",
]


@pytest.fixture(autouse=True)
def nothing_said_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_nl, "_said", set())


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A model with tagger and morphologizer, as `nl_core_news_sm` has them, for as long as the test lasts."""
    if not WHEEL.exists():
        pytest.skip(f"no stand-in for nl_core_news_sm at {WHEEL}; GESPREK_TEST_SPACY_WHEEL can name one")
    with zipfile.ZipFile(WHEEL) as wheel:
        wheel.extractall(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield STAND_IN
    sys.modules.pop(STAND_IN, None)


def component(
    name: str, monkeypatch: pytest.MonkeyPatch, storage: LocalModelStorage, context: ExecutionContext
) -> DutchSpacy:
    monkeypatch.setenv(MODEL_VARIABLE, name)
    return DutchSpacy.create({}, storage, Resource("spacy"), context)


def test_a_missing_model_gives_the_blank_pipeline_and_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger=spacy_nl.__name__):
        loaded = [spacy_nl.load(ABSENT), spacy_nl.load(ABSENT)]
    assert [model.model_name for model in loaded] == ["blank:nl", "blank:nl"]
    (warning,) = caplog.records
    assert MODEL_VARIABLE in warning.getMessage()
    assert not warning.args  # or the log would show … instead


def test_the_blank_pipeline_knows_words(caplog: pytest.LogCaptureFixture) -> None:
    document = spacy_nl.load(ABSENT).model("ik geef mijn lijf een 6,5")
    assert [token.text for token in document] == ["ik", "geef", "mijn", "lijf", "een", "6,5"]


@pytest.mark.parametrize(("variable", "model"), [(ABSENT, ABSENT), ("", "nl_core_news_sm")])
def test_the_variable_names_the_model_and_without_it_it_is_the_small_dutch_one(
    variable: str,
    model: str,
    monkeypatch: pytest.MonkeyPatch,
    storage: LocalModelStorage,
    context: ExecutionContext,
) -> None:
    asked: list[str] = []

    def load(name: str) -> SpacyModel:
        asked.append(name)
        return SpacyModel(spacy.blank("nl"), name)

    monkeypatch.setattr(spacy_nl, "load", load)
    component(variable, monkeypatch, storage, context)
    assert asked == [model]


def test_capitals_stay_what_they_are(
    monkeypatch: pytest.MonkeyPatch, storage: LocalModelStorage, context: ExecutionContext
) -> None:
    spacy_component = component(ABSENT, monkeypatch, storage, context)
    message = Message({TEXT: "Mijn collega Ria"})
    spacy_component.process([message], spacy_component.provide())
    assert [token.text for token in message.get("text_spacy_doc")] == ["Mijn", "collega", "Ria"]


def test_a_real_model_tags_words_and_leaves_out_what_is_not_used(stand_in: str) -> None:
    model = spacy_nl.load(stand_in).model
    assert not {"parser", "lemmatizer", "ner"} & set(model.pipe_names)
    assert [token.pos_ for token in model("mijn collega werkt")] == ["PRON", "NOUN", "VERB"]


def test_a_real_model_and_the_blank_pipeline_see_the_same_words(stand_in: str) -> None:
    real, blank = spacy_nl.load(stand_in).model, spacy_nl.load(ABSENT).model
    for text in UTTERANCES:
        assert [token.text for token in real(text)] == [token.text for token in blank(text)]


def test_rasas_tokenizer_works_on_a_real_model(
    stand_in: str, monkeypatch: pytest.MonkeyPatch, storage: LocalModelStorage, context: ExecutionContext
) -> None:
    spacy_component = component(stand_in, monkeypatch, storage, context)
    message = Message({TEXT: UTTERANCES[2]})
    spacy_component.process([message], spacy_component.provide())
    tokenizer = SpacyTokenizer.create(SpacyTokenizer.get_default_config(), storage, Resource("tokenizer"), context)
    (tokenised,) = tokenizer.process([message])
    assert [token.text for token in tokenised.get("text_tokens")][:3] == ["Mijn", "collega", "Ria"]


async def test_a_trained_model_understands_the_same_with_either(
    engine: Engine, model: Path, stand_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MODEL_VARIABLE, stand_in)
    other = Engine(turn_timeout=60)
    other.load(model)
    for text in UTTERANCES:
        with_blank, with_real = await engine.parse(text), await other.parse(text)
        assert with_real["intent"] == with_blank["intent"]
        assert with_real["entities"] == with_blank["entities"]
