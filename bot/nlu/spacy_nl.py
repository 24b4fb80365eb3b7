"""Dutch spaCy for Rasa: `nl_core_news_sm` where it is installed, spaCy's blank Dutch pipeline where it is not.

Both have the same tokenizer, so a model trained with the one works with the other.
"""

from __future__ import annotations

import logging
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP

from bot.settings import load_settings

logger = logging.getLogger(__name__)
_said: set[str] = set()


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MODEL_LOADER, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=False,
    model_from="DutchSpacy",
)
class DutchSpacy(SpacyNLP):
    """Load the Dutch model once and share it; the model is named by `GESPREK_SPACY_MODEL`."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"case_sensitive": True}  # capitals tell names from other words

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchSpacy:
        return cls(load(load_settings().spacy_model), {**cls.get_default_config(), **config})


def load(name: str) -> SpacyModel:
    """Load the pipeline called `name`, or the blank Dutch one, saying so once."""
    try:
        return SpacyModel(model=spacy.load(name, exclude=["parser", "lemmatizer", "ner"]), model_name=name)
    except OSError:
        if name not in _said:
            _said.add(name)
            # Without the name: logs show what stands in the code, and it is for the operator to say which it is.
            logger.warning(
                "the spaCy model of GESPREK_SPACY_MODEL is not installed: going on with the blank Dutch pipeline, "
                "which finds the same words"
            )
        return SpacyModel(model=spacy.blank("nl"), model_name="blank:nl")
