"""Somebody else who says who a coach is: what the portal needs of the organisation's own login."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class ProviderAway(Exception):
    """The organisation's login can't be reached, or says something it shouldn't."""


@dataclass(frozen=True, repr=False)
class AtProvider:
    """Somebody who went to log in at the organisation, from an invitation or to come in."""

    state: str
    nonce: str
    verifier: str
    invitation: str | None


@dataclass(frozen=True, repr=False)
class Vouched:
    """Somebody the organisation vouches for: issuer and subject; with the invitation they came from, if any."""

    subject: str
    invitation: str | None


class Provider(Protocol):
    """The organisation's own login; see `bot.coach.oidc`. Every method may raise ProviderAway."""

    def begin(self, invitation: str | None = None) -> tuple[AtProvider, str]:
        """Return what to remember of somebody who goes to log in, and the address to send them to."""

    def finish(self, gone: AtProvider, code: str, state: str) -> Vouched | None:
        """Find out who came back; None when they aren't who went, or the organisation doesn't vouch for them."""

    def way_out(self) -> str | None:
        """Return the address at which to log out at the organisation too; None when it has none."""
