"""Which coach somebody means, by name or by description."""

from bot.nlu.coaches.find import find_coach

__all__ = ["find_coach"]
