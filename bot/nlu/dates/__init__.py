"""Moments and durations as people name them in Dutch."""

from bot.nlu.dates.durations import Duration, find_duration, warm_up
from bot.nlu.dates.find import Found, find_date
from bot.nlu.dates.undated import find_undated

__all__ = ["Duration", "Found", "find_date", "find_duration", "find_undated", "warm_up"]
