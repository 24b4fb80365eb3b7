"""What can go wrong with a turn. Neither says what somebody said."""

from __future__ import annotations


class EngineUnavailable(Exception):
    """No model is loaded, so only a cry for help can be answered."""


class TurnFailed(Exception):
    """A turn could not be finished; the state it began with is still good."""
