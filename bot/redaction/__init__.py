"""Finding names, places, institutions and numbers of others in what somebody wants to share, offline, with `deduce`."""

from bot.redaction.find import find_others
from bot.redaction.lookups import build_lookups, lookups_ready

__all__ = ["build_lookups", "find_others", "lookups_ready"]
