"""What the pages of the portal work with, and who is looking at one."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from starlette.requests import Request

from bot.coach.accounts import Accounts, LoggedIn, NewPhone
from bot.coach.invitations import Enrolment, Invitations
from bot.coach.sessions import Sessions
from bot.coach.vouching import AtProvider, Provider, Vouched
from bot.sharing.letterbox import Letterbox
from bot.storage.coaches import Account, Coaches
from bot.web.rate import Rate, neighbourhood

ADDRESS_BURST, ADDRESS_PER_SECOND = 20, 1 / 10  # forms that an address may send without being logged in
BEGUN_SECONDS = 15 * 60  # to finish what was begun before being logged in


@dataclass(repr=False)
class Inside:
    """A coach who is logged in; what they have opened since, and what they are changing."""

    account: Account
    private_key: bytes
    opened: set[str] = field(default_factory=set)
    phone: NewPhone | None = None
    notice: str | None = None


@dataclass(repr=False)
class Portal:
    """Everything the pages need. `clock` gives seconds that never go back, `now` the time of day with its zone."""

    coaches: Coaches
    accounts: Accounts
    invitations: Invitations
    letterbox: Letterbox
    now: Callable[[], datetime]
    clock: Callable[[], float]
    https: bool = False
    provider: Provider | None = None

    def __post_init__(self) -> None:
        self.inside: Sessions[Inside] = Sessions(self.clock)
        self.begun: Sessions[Enrolment] = Sessions(self.clock, BEGUN_SECONDS, BEGUN_SECONDS)
        self.away: Sessions[AtProvider] = Sessions(self.clock, BEGUN_SECONDS, BEGUN_SECONDS)
        self.vouched: Sessions[Vouched] = Sessions(self.clock, BEGUN_SECONDS, BEGUN_SECONDS)
        self._addresses = Rate(ADDRESS_BURST, ADDRESS_PER_SECOND, self.clock)
        self._key = secrets.token_bytes(32)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now().date()

    def who(self, session: str | None) -> Inside | None:
        """Find who is logged in under a session, unless they were removed or got other keys meanwhile."""
        inside = self.inside.find(session)
        if inside is None:
            return None
        account = self.coaches.find(inside.account.coach_id)
        if account is None or account.removed_on is not None or account.public_key != inside.account.public_key:
            self.inside.end(session)
            return None
        inside.account = account
        return inside

    def let_in(self, entered: LoggedIn) -> str:
        """Begin a session, under a name that nobody had before."""
        return self.inside.begin(Inside(entered.account, entered.private_key))

    def wait(self, host: str | None) -> float:
        """Count a form of an address; the seconds it has to wait. Loopback, a proxy or ourselves, has no limit."""
        near = neighbourhood(host)
        if near is None:
            return 0.0
        return self._addresses.take(hashlib.blake2b(near.encode(), key=self._key, digest_size=16).digest())

    def note(self, inside: Inside, what: str, share_id: str) -> None:
        """Note in the audit who did what with which share."""
        self.coaches.note(self.today, inside.account.coach_id, what, share_id)


@dataclass(repr=False)
class Visit:
    """One call: of whom, with what. `form` has the fields of a form that was sent, cleaned."""

    portal: Portal
    request: Request
    form: Mapping[str, str]
    session: str | None = None
    maybe_inside: Inside | None = None

    @property
    def inside(self) -> Inside:
        """Who is logged in; only pages that aren't public may ask."""
        assert self.maybe_inside is not None  # `Inside` routes let nobody else through
        return self.maybe_inside

    def given(self, name: str) -> str:
        """Return a field of the form, empty when it isn't there."""
        return self.form.get(name, "")
