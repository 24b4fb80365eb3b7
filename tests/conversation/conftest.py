"""A fresh conversation for whoever asks for one, and Hypothesis without a stopwatch: machines may be busy."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.conversation.talk import Talk

settings.register_profile("gesprek", deadline=None)
settings.load_profile("gesprek")


@pytest.fixture
def talk() -> Talk:
    """Somebody who has just been welcomed."""
    return Talk()
