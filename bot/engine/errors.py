"""What can go wrong with a turn, or with the model. None of them says what somebody said."""

from __future__ import annotations


class EngineUnavailable(Exception):
    """No model is loaded, or too many turns hang, so only a cry for help can be answered."""


class ModelUnusable(Exception):
    """A model file can't be loaded."""


class TurnFailed(Exception):
    """A turn could not be finished; the state it began with is still good."""


class TurnTimedOut(TurnFailed):
    """A turn took too long and was given up."""
