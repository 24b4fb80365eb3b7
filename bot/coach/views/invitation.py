"""Accepting an invitation: a passphrase, the app on the phone, recovery codes."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from bot.coach import cookies, pages, second_factor
from bot.coach.invitations import Enrolment
from bot.coach.passphrases import Weakness, normal, weakness
from bot.coach.portal import Inside, Visit
from bot.coach.views.entrance import come_in
from bot.coach.vouching import Vouched
from bot.storage.coaches import Account

PHONE = "/koppelen"
DIFFERENT = "anders"
WEAKNESSES: Mapping[str, str] = {
    Weakness.TOO_SHORT.value: "Deze wachtzin is te kort. Neem er minstens 14 tekens voor.",
    Weakness.TOO_LONG.value: "Deze wachtzin is te lang. Neem er hooguit 200 tekens voor.",
    Weakness.GUESSABLE.value: "Deze wachtzin is te makkelijk te raden. Kies woorden die niets met elkaar te maken "
    "hebben, en niet je naam.",
    DIFFERENT: "De twee wachtzinnen zijn niet gelijk. Vul ze allebei opnieuw in.",
}


def invitation(visit: Visit) -> Response:
    """Show what an invitation is for, and ask for a passphrase."""
    account = visit.portal.invitations.invited(_token(visit))
    return _ended(visit) if account is None else ask(visit, account)


def accept(visit: Visit) -> Response:
    """Make keys under the passphrase that was chosen."""
    portal, token = visit.portal, _token(visit)
    account = portal.invitations.invited(token)
    if account is None:
        return _ended(visit)
    vouched = _vouched(visit)
    if portal.provider is not None and vouched is None:
        return ask(visit, account)
    if fault := fault_of(visit, account.name):
        return ask(visit, account, fault)
    enrolment = portal.invitations.enrol(token, visit.given("wachtzin"), vouched.subject if vouched else None)
    if enrolment is None:
        return _ended(visit)
    if vouched is not None:
        return _let_in(visit, enrolment, "") or _ended(visit)
    return come_in(visit, portal.begun.begin(enrolment), PHONE)


def phone(visit: Visit) -> Response:
    """Show the QR code and the recovery codes, and ask for a first code."""
    enrolment = visit.portal.begun.find(visit.session)
    return _ended(visit) if enrolment is None else show_phone(visit, enrolment.opened.totp_secret, enrolment)


def confirm(visit: Visit) -> Response:
    """Let the coach in once the phone shows the right code."""
    enrolment = visit.portal.begun.find(visit.session)
    if enrolment is None or visit.portal.coaches.invited(enrolment.invitation_hash) is None:
        return _ended(visit)
    return _let_in(visit, enrolment, visit.given("code")) or show_phone(
        visit, enrolment.opened.totp_secret, enrolment, wrong=True
    )


def show_phone(visit: Visit, secret: str, enrolment: Enrolment | None = None, *, wrong: bool = False) -> Response:
    """Show the secret of an app as a QR code and typed out; with recovery codes when it is the first phone."""
    name = enrolment.name if enrolment else visit.inside.account.name
    return pages.show(
        visit,
        "koppelen.html",
        status=400 if wrong else 200,
        picture=pages.qr_code(second_factor.address_of(secret, name)),
        secret=second_factor.typed_out(secret),
        codes=enrolment.codes if enrolment else (),
        wrong=wrong,
        first=enrolment is not None,
        action=PHONE if enrolment else "/account/telefoon/bevestigen",
    )


def fault_of(visit: Visit, name: str) -> str | None:
    """Tell what is wrong with the passphrase that was chosen, in a sentence."""
    chosen, again = visit.given("wachtzin"), visit.given("nogmaals")
    found = weakness(chosen, [name])
    if found is not None:
        return WEAKNESSES[found.value]
    return None if normal(chosen) == normal(again) else WEAKNESSES[DIFFERENT]


def _let_in(visit: Visit, enrolment: Enrolment, code: str) -> Response | None:
    account = visit.portal.invitations.confirm(enrolment, code)
    if account is None:
        return None
    inside = Inside(account, enrolment.opened.private_key, notice="Je toegang is klaar. Fijn dat je er bent.")
    return come_in(visit, visit.portal.inside.begin(inside))


def _vouched(visit: Visit) -> Vouched | None:
    """Find who came back from the organisation's login with this very invitation."""
    vouched = visit.portal.vouched.find(visit.session)
    return vouched if vouched is not None and vouched.invitation == _token(visit) else None


def ask(visit: Visit, account: Account, fault: str | None = None) -> Response:
    return pages.show(
        visit,
        "uitnodiging.html",
        status=400 if fault else 200,
        account=account,
        token=_token(visit),
        fault=fault,
        first_elsewhere=visit.portal.provider is not None and _vouched(visit) is None,
        organisation=visit.portal.provider is not None,
    )


def _ended(visit: Visit) -> Response:
    return cookies.drop_session(visit.request, pages.show(visit, "uitnodiging_weg.html", status=404))


def _token(visit: Visit) -> str:
    return str(visit.request.path_params["token"])
