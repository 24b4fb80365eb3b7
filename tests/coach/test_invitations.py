"""Becoming a coach: an invitation works once and for a week; a reset and a removal destroy the keys."""

from __future__ import annotations

import pytest

from bot.coach.accounts import Accounts
from bot.coach.invitations import INVITATION_DAYS, Invitations, NameTaken
from bot.storage.coaches import Coaches
from tests.coach.conftest import PASSPHRASE, Clock, Enrol

NAME = "Ada Voorbeeld"


def test_who_was_invited_chooses_a_passphrase_and_is_in(
    invitations: Invitations, coaches: Coaches, clock: Clock
) -> None:
    token = invitations.invite(NAME, "Denkt mee.", outside_line=True)
    enrolment = invitations.enrol(token, PASSPHRASE)
    assert enrolment is not None
    assert coaches.offered() == []
    entered = invitations.confirm(enrolment, clock.code(enrolment.opened.totp_secret))
    assert entered is not None
    assert entered.public_key == enrolment.sealed.public_key
    assert [coach.name for coach in coaches.offered()] == [NAME]


def test_an_invitation_works_once(invitations: Invitations, clock: Clock) -> None:
    token = invitations.invite(NAME, "Denkt mee.", outside_line=True)
    first, second = invitations.enrol(token, PASSPHRASE), invitations.enrol(token, "een heel andere zin van iemand")
    assert first is not None
    assert second is not None
    assert invitations.confirm(first, clock.code(first.opened.totp_secret))
    assert invitations.confirm(second, clock.code(second.opened.totp_secret)) is None
    assert invitations.invited(token) is None
    assert invitations.enrol(token, PASSPHRASE) is None


def test_an_invitation_ends_after_a_week(invitations: Invitations, clock: Clock) -> None:
    token = invitations.invite(NAME, "Denkt mee.", outside_line=True)
    clock.pass_by(days=INVITATION_DAYS)
    assert invitations.invited(token)
    clock.pass_by(days=1)
    assert invitations.invited(token) is None


def test_an_invitation_that_never_was_leads_nowhere(invitations: Invitations) -> None:
    assert invitations.invited("zomaar iets") is None


def test_a_wrong_first_code_stores_nothing(invitations: Invitations, coaches: Coaches) -> None:
    token = invitations.invite(NAME, "Denkt mee.", outside_line=True)
    enrolment = invitations.enrol(token, PASSPHRASE)
    assert enrolment is not None
    assert invitations.confirm(enrolment, "000000") is None
    assert coaches.offered() == []
    assert invitations.invited(token)


@pytest.mark.parametrize("name", [NAME, " ada  VOORBEELD"])
def test_two_coaches_with_one_name_could_not_be_told_apart(
    invitations: Invitations, coaches: Coaches, enrol: Enrol, name: str
) -> None:
    before = enrol(NAME)
    with pytest.raises(NameTaken):
        invitations.invite(name, "Denkt mee.", outside_line=True)
    invitations.remove(before.coach_id)
    assert invitations.invite(name, "Denkt mee.", outside_line=True)


def test_who_the_organisation_vouches_for_needs_no_phone(invitations: Invitations, coaches: Coaches) -> None:
    token = invitations.invite(NAME, "Denkt mee.", outside_line=True)
    enrolment = invitations.enrol(token, PASSPHRASE, "https://login.example|7")
    assert enrolment is not None
    account = invitations.confirm(enrolment, "")
    assert account is not None
    assert account.oidc_subject == "https://login.example|7"
    assert coaches.codes_left(account.coach_id) == 0


def test_a_reset_makes_new_keys_and_the_old_ones_are_gone(
    accounts: Accounts, invitations: Invitations, coaches: Coaches, enrol: Enrol
) -> None:
    before = enrol(NAME)
    token = invitations.invite_again(before.coach_id)
    assert coaches.offered() == []
    assert accounts.log_in(NAME, PASSPHRASE, before.codes[0]) is None
    after = invitations.enrol(token, PASSPHRASE)
    assert after is not None
    assert after.sealed.public_key != before.sealed.public_key


def test_who_was_removed_is_out(
    accounts: Accounts, invitations: Invitations, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    enrolment = enrol(NAME)
    invitations.remove(enrolment.coach_id)
    assert coaches.offered() == []
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(enrolment.opened.totp_secret)) is None
    account = coaches.find(enrolment.coach_id)
    assert account is not None
    assert account.sealed_key is account.sealed_totp is account.public_key is None


def test_who_was_second_is_not_noted_as_let_in(
    invitations: Invitations, coaches: Coaches, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = invitations.invite("Ada Voorbeeld", "Denkt mee.", outside_line=True)
    enrolment = invitations.enrol(token, PASSPHRASE)
    assert enrolment is not None
    monkeypatch.setattr(coaches, "accept", lambda *given, **columns: False)
    assert invitations.confirm(enrolment, clock.code(enrolment.opened.totp_secret)) is None
    assert coaches.noted(enrolment.coach_id) == []
