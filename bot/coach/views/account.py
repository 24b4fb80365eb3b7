"""The coach's own account: passphrase, phone, recovery codes. Each change asks for passphrase and code once more."""

from __future__ import annotations

from starlette.responses import Response

from bot.coach import pages
from bot.coach.portal import Inside, Visit
from bot.coach.views import invitation
from bot.coach.views.entrance import come_in, end_all

WRONG = "De wachtzin en de code passen niet bij elkaar. Kijk ze na en neem een nieuwe code."
LOCKED = "Er is te vaak iets verkeerds ingevuld. Wacht {wachten} en probeer het dan opnieuw."
ACCOUNT = "/account"


def account(visit: Visit) -> Response:
    """Show what can be changed."""
    notice, visit.inside.notice = visit.inside.notice, None
    return _page(visit, notice=notice)


def new_codes(visit: Visit) -> Response:
    """Give other recovery codes, to be seen once."""
    accounts, own = visit.portal.accounts, visit.inside.account
    codes = accounts.new_codes(own, visit.given("wachtzin"), visit.given("code"))
    return (
        _page(visit, fault=_wrong(visit), at="codes") if codes is None else pages.show(visit, "codes.html", codes=codes)
    )


def change_passphrase(visit: Visit) -> Response:
    """Put the keys under another passphrase; whoever else was logged in on this account no longer is."""
    accounts, own = visit.portal.accounts, visit.inside.account
    if fault := invitation.fault_of(visit, own.name):
        return _page(visit, fault=fault, at="wachtzin")
    if not accounts.change_passphrase(own, visit.given("oud"), visit.given("code"), visit.given("wachtzin")):
        return _page(visit, fault=_wrong(visit), at="wachtzin")
    return _again(visit, "Je nieuwe wachtzin geldt vanaf nu.")


def change_phone(visit: Visit) -> Response:
    """Make a secret for another phone, and show it."""
    accounts, own = visit.portal.accounts, visit.inside.account
    phone = accounts.begin_phone(own, visit.given("wachtzin"), visit.given("code"))
    if phone is None:
        return _page(visit, fault=_wrong(visit), at="telefoon")
    visit.inside.phone = phone
    return invitation.show_phone(visit, phone.totp_secret)


def confirm_phone(visit: Visit) -> Response:
    """Let the other phone take over once it shows the right code."""
    phone = visit.inside.phone
    if phone is None:
        return pages.go(ACCOUNT)
    if not visit.portal.accounts.finish_phone(visit.inside.account, phone, visit.given("code")):
        return invitation.show_phone(visit, phone.totp_secret, wrong=True)
    visit.inside.phone = None
    return _again(visit, "Je nieuwe telefoon is gekoppeld. De codes van de oude werken niet meer.")


def _again(visit: Visit, notice: str) -> Response:
    """Go on in a new session, the only one of this coach."""
    inside = visit.inside
    end_all(visit)
    went_on = Inside(inside.account, inside.private_key, opened=inside.opened, notice=notice)
    return come_in(visit, visit.portal.inside.begin(went_on), ACCOUNT)


def _wrong(visit: Visit) -> str:
    own = visit.portal.coaches.find(visit.inside.account.coach_id)
    seconds = visit.portal.accounts.seconds_locked(own)
    return LOCKED.format(wachten=pages.waiting(seconds)) if seconds else WRONG


def _page(visit: Visit, *, fault: str | None = None, at: str = "", notice: str | None = None) -> Response:
    own = visit.inside.account
    return pages.show(
        visit,
        "account.html",
        status=400 if fault else 200,
        codes_left=visit.portal.accounts.codes_left(own.coach_id),
        fault=fault,
        at=at,
        notice=notice,
    )
