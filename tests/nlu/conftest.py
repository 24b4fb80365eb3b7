"""Rasa's surroundings of a component, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

Say = Callable[..., Message]


@pytest.fixture
def context() -> ExecutionContext:
    """A graph without anything else in it."""
    return ExecutionContext(GraphSchema({}), node_name="component")


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    """Where components keep what they learn."""
    folder = tmp_path / "storage"
    folder.mkdir()
    return LocalModelStorage(folder)


@pytest.fixture
def say() -> Say:
    """Make a message as a component gets it: tokenised, and with its intent where it has one."""
    tokenizer = WhitespaceTokenizer(WhitespaceTokenizer.get_default_config())

    def message(text: str, intent: str | None = None) -> Message:
        said = Message({TEXT: text} | ({INTENT: intent} if intent else {}))
        tokenizer.process([said])
        return said

    return message
