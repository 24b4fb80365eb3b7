"""What can be wrong with a capsule. No message holds anything of a capsule."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """Why a capsule is refused, for a log and for the choice of an answer."""

    MALFORMED = "malformed"
    UNKNOWN_KEY = "unknown_key"
    RETIRED = "retired"
    TAMPERED = "tampered"
    TOO_OLD = "too_old"
    TOO_LARGE = "too_large"
    UNSUPPORTED_VERSION = "unsupported_version"


class CapsuleInvalid(Exception):
    """The capsule can't be used; the person may start anew."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class CapsuleTooLarge(Exception):
    """The conversation doesn't fit in a capsule."""
