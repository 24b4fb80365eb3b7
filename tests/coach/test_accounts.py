"""The way in: an invitation once, a passphrase with the code of the phone, and nothing for whoever has less."""

from __future__ import annotations

import pytest

from bot.coach.accounts import FREE_TRIES, INVITATION_DAYS, Accounts
from bot.storage.coaches import Coaches
from tests.coach.conftest import PASSPHRASE, Clock, Enrol

NAME = "Ada Voorbeeld"


def test_who_was_invited_chooses_a_passphrase_and_is_in(accounts: Accounts, coaches: Coaches, clock: Clock) -> None:
    token = accounts.invite(NAME, "Denkt mee.", outside_line=True)
    enrolment = accounts.enrol(token, PASSPHRASE)
    assert enrolment is not None
    assert coaches.offered() == []
    entered = accounts.confirm(enrolment, clock.code(enrolment.opened.totp_secret))
    assert entered is not None
    assert entered.private_key == enrolment.opened.private_key
    assert [coach.name for coach in coaches.offered()] == [NAME]


def test_an_invitation_works_once(accounts: Accounts, clock: Clock) -> None:
    token = accounts.invite(NAME, "Denkt mee.", outside_line=True)
    first, second = accounts.enrol(token, PASSPHRASE), accounts.enrol(token, "een heel andere zin van iemand")
    assert first is not None
    assert second is not None
    assert accounts.confirm(first, clock.code(first.opened.totp_secret))
    assert accounts.confirm(second, clock.code(second.opened.totp_secret)) is None
    assert accounts.invited(token) is None
    assert accounts.enrol(token, PASSPHRASE) is None


def test_an_invitation_ends_after_a_week(accounts: Accounts, clock: Clock) -> None:
    token = accounts.invite(NAME, "Denkt mee.", outside_line=True)
    clock.pass_by(days=INVITATION_DAYS)
    assert accounts.invited(token)
    clock.pass_by(days=1)
    assert accounts.invited(token) is None


def test_an_invitation_that_never_was_leads_nowhere(accounts: Accounts) -> None:
    assert accounts.invited("zomaar iets") is None


def test_a_wrong_first_code_stores_nothing(accounts: Accounts, coaches: Coaches) -> None:
    token = accounts.invite(NAME, "Denkt mee.", outside_line=True)
    enrolment = accounts.enrol(token, PASSPHRASE)
    assert enrolment is not None
    assert accounts.confirm(enrolment, "000000") is None
    assert coaches.offered() == []
    assert accounts.invited(token)


@pytest.mark.parametrize("name", [NAME, "  ada   VOORBEELD "])
def test_passphrase_and_code_let_a_coach_in(accounts: Accounts, clock: Clock, enrol: Enrol, name: str) -> None:
    enrolment = enrol(NAME)
    entered = accounts.log_in(name, PASSPHRASE, clock.code(enrolment.opened.totp_secret))
    assert entered is not None
    assert entered.private_key == enrolment.opened.private_key


def test_a_code_works_once(accounts: Accounts, clock: Clock, enrol: Enrol) -> None:
    code = clock.code(enrol(NAME).opened.totp_secret)
    assert accounts.log_in(NAME, PASSPHRASE, code)
    assert accounts.log_in(NAME, PASSPHRASE, code) is None


@pytest.mark.parametrize(
    ("name", "passphrase", "code"),
    [(NAME, "iets anders dan het was", None), (NAME, PASSPHRASE, "123"), ("Niemand", PASSPHRASE, None), (NAME, "", "")],
)
def test_less_than_both_is_not_enough(
    accounts: Accounts, clock: Clock, enrol: Enrol, name: str, passphrase: str, code: str | None
) -> None:
    right = clock.code(enrol(NAME).opened.totp_secret)
    assert accounts.log_in(name, passphrase, right if code is None else code) is None


def test_a_recovery_code_takes_the_place_of_the_phone_once(accounts: Accounts, enrol: Enrol) -> None:
    code = enrol(NAME).codes[0]
    before = len(enrol("Wim Voorbeeld").codes)
    assert accounts.log_in(NAME, PASSPHRASE, code.upper().replace("-", " "))
    assert accounts.log_in(NAME, PASSPHRASE, code) is None
    account = accounts.log_in("Wim Voorbeeld", PASSPHRASE, code)
    assert account is None
    assert before == 8


def test_after_too_many_tries_even_the_right_one_waits(accounts: Accounts, clock: Clock, enrol: Enrol) -> None:
    secret = enrol(NAME).opened.totp_secret
    for _ in range(FREE_TRIES):
        assert accounts.log_in(NAME, "verkeerd verkeerd verkeerd", "000000") is None
    assert accounts.seconds_locked(NAME) == 30
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(secret)) is None
    clock.pass_by(seconds=30)
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(secret))
    assert accounts.seconds_locked(NAME) == 0


def test_the_lock_of_nobody_looks_like_none(accounts: Accounts) -> None:
    assert accounts.seconds_locked("Niemand") == 0


def test_a_reset_makes_new_keys_and_the_old_ones_are_gone(accounts: Accounts, coaches: Coaches, enrol: Enrol) -> None:
    before = enrol(NAME)
    token = accounts.invite_again(before.coach_id)
    assert coaches.offered() == []
    assert accounts.log_in(NAME, PASSPHRASE, before.codes[0]) is None
    after = accounts.enrol(token, PASSPHRASE)
    assert after is not None
    assert after.sealed.public_key != before.sealed.public_key


def test_who_was_removed_is_out(accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol) -> None:
    enrolment = enrol(NAME)
    accounts.remove(enrolment.coach_id)
    assert coaches.offered() == []
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(enrolment.opened.totp_secret)) is None
    account = coaches.find(enrolment.coach_id)
    assert account is not None
    assert account.sealed_key is account.sealed_totp is account.public_key is None


def test_the_organisations_login_still_needs_the_passphrase(accounts: Accounts, coaches: Coaches, enrol: Enrol) -> None:
    enrolment = enrol(NAME)
    coaches.change(enrolment.coach_id, oidc_subject="https://login.example|ada")
    assert accounts.log_in_as("https://login.example|ada", "iets anders dan het was") is None
    assert accounts.log_in_as("https://login.example|wim", PASSPHRASE) is None
    entered = accounts.log_in_as("https://login.example|ada", PASSPHRASE)
    assert entered is not None
    assert entered.private_key == enrolment.opened.private_key


def test_nothing_of_a_key_stands_in_the_database_as_it_is(coaches: Coaches, enrol: Enrol) -> None:
    enrolment = enrol(NAME)
    account = coaches.find(enrolment.coach_id)
    assert account is not None
    stored = b"".join(value for value in vars(account).values() if isinstance(value, bytes))
    assert enrolment.opened.private_key not in stored
    assert enrolment.opened.totp_secret.encode() not in stored
    assert PASSPHRASE.encode() not in stored
