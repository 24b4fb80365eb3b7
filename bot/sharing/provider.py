"""The sharing of this process, for actions, which nobody can hand anything: set once, where a process is built."""

from __future__ import annotations

from bot.conversation.sharing import NOBODY, Sharing

_sharing: Sharing = NOBODY


def configure(service: Sharing) -> None:
    """Let every conversation in this process share by `service`."""
    global _sharing
    _sharing = service


def sharing() -> Sharing:
    """Return what this process shares by; nobody to share with unless it was configured."""
    return _sharing
