"""The way in: a passphrase with the code of the phone, each code once, and nothing for whoever has less."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot.coach import keys
from bot.coach.accounts import Accounts
from bot.coach.invitations import Invitations
from bot.coach.tries import FREE_TRIES
from bot.storage.coaches import Coaches
from tests.coach.conftest import PASSPHRASE, Clock, Enrol

NAME = "Ada Voorbeeld"


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


def test_after_too_many_tries_even_the_right_one_waits(
    accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    secret = enrol(NAME).opened.totp_secret
    for _ in range(FREE_TRIES):
        assert accounts.log_in(NAME, "verkeerd verkeerd verkeerd", "000000") is None
    assert accounts.seconds_locked(coaches.named(NAME), NAME) == 30
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(secret)) is None
    clock.pass_by(seconds=30)
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(secret))
    assert accounts.seconds_locked(coaches.named(NAME), NAME) == 0


def test_the_lock_of_nobody_looks_like_that_of_a_coach(
    accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    enrol(NAME)
    waits = {}
    for name in (NAME, "Niemand"):
        for _ in range(FREE_TRIES + 2):
            assert accounts.log_in(name, "verkeerd verkeerd verkeerd", "000000") is None
            clock.pass_by(seconds=accounts.seconds_locked(coaches.named(name), name) if _ > FREE_TRIES - 2 else 0)
        accounts.log_in(name, "verkeerd verkeerd verkeerd", "000000")
        waits[name] = accounts.seconds_locked(coaches.named(name), name)
    assert waits[NAME] == waits["Niemand"] > 30


def test_many_tries_at_once_are_no_more_than_as_many_in_a_row(
    accounts: Accounts, coaches: Coaches, enrol: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(NAME)
    worked = []
    monkeypatch.setattr(keys, "open_with", lambda sealed, passphrase: worked.append(passphrase))
    with ThreadPoolExecutor(12) as pool:
        done = list(pool.map(lambda number: accounts.log_in(NAME, f"gok {number}", "000000"), range(36)))
    assert done == [None] * 36
    assert len(worked) == FREE_TRIES
    account = coaches.named(NAME)
    assert account is not None
    assert account.failed_tries == FREE_TRIES


def test_a_code_works_once_also_at_the_same_moment(accounts: Accounts, clock: Clock, enrol: Enrol) -> None:
    code = clock.code(enrol(NAME).opened.totp_secret)
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: accounts.log_in(NAME, PASSPHRASE, code), range(4)))
    assert len([entered for entered in done if entered]) == 1


def test_another_passphrase_opens_the_same_key(
    accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    enrolment = enrol(NAME)
    secret, new = enrolment.opened.totp_secret, "negen gele emmers in de gang"
    account = coaches.named(NAME)
    assert account is not None
    assert not accounts.change_passphrase(account, "verkeerd verkeerd verkeerd", clock.code(secret), new)
    assert accounts.change_passphrase(account, PASSPHRASE, clock.code(secret), new)
    clock.pass_by(seconds=30)
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(secret)) is None
    entered = accounts.log_in(NAME, new, clock.code(secret))
    assert entered is not None
    assert entered.private_key == enrolment.opened.private_key


def test_new_recovery_codes_take_the_place_of_the_old_ones(
    accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    enrolment = enrol(NAME)
    account = coaches.named(NAME)
    assert account is not None
    assert accounts.new_codes(account, PASSPHRASE, "000000") is None
    codes = accounts.new_codes(account, PASSPHRASE, clock.code(enrolment.opened.totp_secret))
    assert codes is not None
    assert accounts.log_in(NAME, PASSPHRASE, enrolment.codes[0]) is None
    assert accounts.log_in(NAME, PASSPHRASE, codes[0])
    assert accounts.codes_left(account.coach_id) == len(codes) - 1


def test_another_phone_takes_over_once_it_has_shown_a_code(
    accounts: Accounts, coaches: Coaches, clock: Clock, enrol: Enrol
) -> None:
    enrolment = enrol(NAME)
    account = coaches.named(NAME)
    assert account is not None
    assert accounts.begin_phone(account, PASSPHRASE, "000000") is None
    phone = accounts.begin_phone(account, PASSPHRASE, enrolment.codes[0])
    assert phone is not None
    assert not accounts.finish_phone(account, phone, "000000")
    assert accounts.finish_phone(account, phone, clock.code(phone.totp_secret))
    clock.pass_by(seconds=30)
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(enrolment.opened.totp_secret)) is None
    assert accounts.log_in(NAME, PASSPHRASE, clock.code(phone.totp_secret))


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


@pytest.mark.parametrize("what", ["passphrase", "phone"])
@pytest.mark.parametrize("meanwhile", ["reset", "removed"])
def test_a_change_under_way_does_not_undo_what_the_administrator_did(
    accounts: Accounts,
    coaches: Coaches,
    invitations: Invitations,
    clock: Clock,
    enrol: Enrol,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    meanwhile: str,
) -> None:
    enrolment = enrol(NAME)
    account = coaches.find(enrolment.coach_id)
    assert account is not None
    phone = accounts.begin_phone(account, PASSPHRASE, clock.code(enrolment.opened.totp_secret))
    clock.pass_by(seconds=30)
    assert phone is not None
    making = keys.seal

    def take_keys() -> None:
        (invitations.invite_again if meanwhile == "reset" else invitations.remove)(enrolment.coach_id)

    def long_making(*given: Any) -> keys.SealedKeys:
        take_keys()
        return making(*given)

    if what == "passphrase":
        monkeypatch.setattr(keys, "seal", long_making)
        code = clock.code(enrolment.opened.totp_secret)
        assert accounts.change_passphrase(account, PASSPHRASE, code, "zeven paarse fietsen zonder bel") is False
    else:
        take_keys()
        assert accounts.finish_phone(account, phone, clock.code(phone.totp_secret)) is False
    now = coaches.find(enrolment.coach_id)
    assert now is not None
    assert (now.public_key, now.sealed_key, now.sealed_totp) == (None, None, None)
