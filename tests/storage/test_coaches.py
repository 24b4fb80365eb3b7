"""Coaches in the database: whom employees are offered, and what can be used only once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.engine import Engine

from bot.storage.coaches import Coaches

TODAY = date(2026, 11, 22)
KEYED = {"public_key": b"p" * 32, "key_epoch": 1}


@pytest.fixture
def coaches(engine: Engine) -> Coaches:
    coaches = Coaches(engine)
    for coach_id, name in (("a" * 32, "Wim Voorbeeld"), ("b" * 32, "Ada Voorbeeld")):
        coaches.add(coach_id, name, "Denkt mee over werk en gezondheid.", outside_line=True, today=TODAY)
    return coaches


def test_nobody_is_offered_before_they_have_a_key(coaches: Coaches) -> None:
    assert coaches.offered() == []


def test_who_has_a_key_is_offered_by_name(coaches: Coaches) -> None:
    for account in coaches.all():
        assert coaches.change(account.coach_id, **KEYED)
    assert [coach.name for coach in coaches.offered()] == ["Ada Voorbeeld", "Wim Voorbeeld"]


@pytest.mark.parametrize("change", [{"removed_on": TODAY}, {"outside_line": False}])
def test_who_is_removed_or_in_the_line_is_not_offered(coaches: Coaches, change: dict[str, object]) -> None:
    coaches.change("a" * 32, **KEYED, **change)
    assert coaches.offered() == []


def test_a_coach_is_found_by_id_invitation_and_subject(coaches: Coaches) -> None:
    coaches.change("a" * 32, invitation_hash=b"i" * 32, oidc_subject="https://login.example|7")
    for found in (
        coaches.find("a" * 32),
        coaches.invited(b"i" * 32),
        coaches.with_subject("https://login.example|7"),
    ):
        assert found is not None
        assert found.name == "Wim Voorbeeld"
    assert coaches.find("c" * 32) is None
    assert not coaches.change("c" * 32, name="Niemand")


def test_a_step_counts_once_and_never_goes_back(coaches: Coaches) -> None:
    assert coaches.accept_step("a" * 32, 7)
    assert not coaches.accept_step("a" * 32, 7)
    assert not coaches.accept_step("a" * 32, 6)
    assert coaches.accept_step("a" * 32, 8)


def test_a_recovery_code_works_once_and_only_for_its_coach(coaches: Coaches) -> None:
    coaches.replace_codes("a" * 32, [b"1" * 32, b"2" * 32])
    assert not coaches.use_code("b" * 32, b"1" * 32)
    assert coaches.use_code("a" * 32, b"1" * 32)
    assert not coaches.use_code("a" * 32, b"1" * 32)
    assert coaches.codes_left("a" * 32) == 1
    coaches.replace_codes("a" * 32, [])
    assert coaches.codes_left("a" * 32) == 0


def test_what_a_coach_did_is_noted_newest_first(coaches: Coaches) -> None:
    coaches.note(TODAY, "a" * 32, "ingelogd")
    coaches.note(TODAY, "a" * 32, "geopend", "5" * 32)
    assert coaches.noted("a" * 32) == [(TODAY, "geopend", "5" * 32), (TODAY, "ingelogd", None)]
    assert coaches.noted("b" * 32) == []
    coaches.forget_noted_before(TODAY)
    assert len(coaches.noted("a" * 32)) == 2
    coaches.forget_noted_before(TODAY + timedelta(days=1))
    assert coaches.noted("a" * 32) == []


def test_an_account_shows_no_key_when_printed(coaches: Coaches) -> None:
    assert "Voorbeeld" not in repr(coaches.find("a" * 32))
