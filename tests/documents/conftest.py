"""Hypothesis without a stopwatch: machines may be busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("gesprek", deadline=None)
settings.load_profile("gesprek")
