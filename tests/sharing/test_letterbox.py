"""Sharing for the coach: that coach's own shares, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.conversation import sharing
from bot.sharing.letterbox import Opened
from bot.storage.models import ShareMessage, ShareNote
from tests.sharing.conftest import House


@pytest.fixture
def opened(house: House, coach: str, secret: str) -> Opened:
    found = house.letterbox.open(coach, house.share(secret, coach), house.keys[coach])
    assert found is not None
    return found


def test_the_overview_tells_nothing_of_what_is_in_it(house: House, coach: str, secret: str) -> None:
    house.share(secret, coach)
    (summary,) = house.letterbox.inbox(coach)
    assert (summary.status, summary.waiting) == (sharing.NEW, False)
    assert "Sanne" not in repr(summary)


def test_another_coachs_share_is_as_one_that_never_was(house: House, coach: str, secret: str, opened: Opened) -> None:
    other, never = house.add_coach("Bram Bos"), "ab" * 16
    key = house.keys[other]
    for share_id in (opened.share_id, never):
        assert house.letterbox.open(other, share_id, key) is None
        assert house.letterbox.status(other, share_id) is None
        assert house.letterbox.note(other, share_id, "x") is False
        assert house.letterbox.delete(other, share_id) is False
    assert house.letterbox.answer(other, opened, "x") is False
    assert house.letterbox.inbox(other) == []
    assert house.letterbox.open(coach, opened.share_id, key) is None, "nor with another's key"
    assert [one.open for one in house.sharing.shared(secret)] == [True]


def test_coach_and_person_take_turns(house: House, coach: str, secret: str, opened: Opened) -> None:
    def again() -> Opened:
        found = house.letterbox.open(coach, opened.share_id, house.keys[coach])
        assert found is not None
        return found

    assert opened.may_answer
    assert house.letterbox.answer(coach, opened, "Dank je.")
    assert not again().may_answer
    assert house.letterbox.answer(coach, opened, "En nog iets.") is False
    assert house.sharing.write_back(secret, opened.share_id, "Graag gedaan.")
    assert [one.waiting for one in house.letterbox.inbox(coach)] == [True]
    assert [(one.author, one.text) for one in again().messages] == [("coach", "Dank je."), ("persoon", "Graag gedaan.")]
    assert house.letterbox.answer(coach, again(), "Tot dinsdag.")


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_an_answer_has_words_but_not_too_many(house: House, coach: str, opened: Opened, text: str) -> None:
    with pytest.raises(ValueError, match="characters"):
        house.letterbox.answer(coach, opened, text)


def test_notes_are_the_coachs_own(house: House, coach: str, opened: Opened) -> None:
    assert house.letterbox.note(coach, opened.share_id, "bellen")
    again = house.letterbox.open(coach, opened.share_id, house.keys[coach])
    assert again is not None
    assert again.note == "bellen"
    assert house.letterbox.note(coach, opened.share_id, " ")
    again = house.letterbox.open(coach, opened.share_id, house.keys[coach])
    assert again is not None
    assert again.note == ""


@pytest.mark.parametrize("gone", ["withdrawn", "expired", "forgotten", "deleted"])
def test_what_is_gone_while_the_page_is_open_can_no_longer_be_used(
    house: House, coach: str, secret: str, opened: Opened, gone: str
) -> None:
    if gone == "withdrawn":
        house.sharing.withdraw(secret)
    elif gone == "expired":
        house.calendar.pass_by(15)
    elif gone == "forgotten":
        house.sharing.forget(secret)
    else:
        assert house.letterbox.delete(coach, opened.share_id)
    assert house.letterbox.answer(coach, opened, "Dank je.") is False
    assert house.letterbox.note(coach, opened.share_id, "x") is False
    assert house.letterbox.open(coach, opened.share_id, house.keys[coach]) is None
    seen = [one.status for one in house.letterbox.inbox(coach)]
    assert seen == {"withdrawn": [sharing.WITHDRAWN], "expired": [sharing.EXPIRED]}.get(gone, [])


@pytest.mark.parametrize("doing", ["open", "answer", "note", "delete", "lose"])
def test_what_is_withdrawn_at_that_very_moment_stays_withdrawn(
    house: House, coach: str, secret: str, opened: Opened, monkeypatch: pytest.MonkeyPatch, doing: str
) -> None:
    share_id = house.share(secret, coach) if doing == "open" else opened.share_id
    last_step = {"open": "note_read", "answer": "add_message", "note": "keep_note"}.get(doing, "close")
    before(monkeypatch, house.letterbox._shares, last_step, lambda: house.sharing.withdraw(secret))
    ways: dict[str, Callable[[], object]] = {
        "open": lambda: house.letterbox.open(coach, share_id, house.keys[coach]),
        "answer": lambda: house.letterbox.answer(coach, opened, "Dank je."),
        "note": lambda: house.letterbox.note(coach, share_id, "bellen"),
        "delete": lambda: house.letterbox.delete(coach, share_id),
        "lose": lambda: house.letterbox.lose(coach),
    }
    done = ways[doing]()
    assert doing not in ("answer", "note") or done is False
    assert {one.status for one in house.sharing.shared(secret)} == {sharing.WITHDRAWN}
    assert {one.status for one in house.letterbox.inbox(coach)} == {sharing.WITHDRAWN}
    with house.engine.connect() as connection:
        assert [row for table in (ShareMessage, ShareNote) for row in connection.execute(select(table))] == []


def test_what_a_coach_deletes_at_that_very_moment_is_not_written_back_to(
    house: House, coach: str, secret: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert house.letterbox.answer(coach, opened, "Dank je.")
    before(monkeypatch, house.sharing._shares, "add_message", lambda: house.letterbox.delete(coach, opened.share_id))
    assert house.sharing.write_back(secret, opened.share_id, "Graag gedaan.") is False
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.DELETED]


def test_another_coachs_withdrawn_share_costs_no_more_than_one_that_never_was(
    house: House, coach: str, secret: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = house.add_coach("Bram Bos")
    house.sharing.withdraw(secret)

    def read() -> dict[str, str]:
        raise AssertionError("the tombstones are read")

    monkeypatch.setattr(house.tombstones, "all", read)
    assert house.letterbox.open(other, opened.share_id, house.keys[other]) is None


def test_the_person_is_told_that_the_coach_deleted_it(house: House, coach: str, secret: str, opened: Opened) -> None:
    assert house.letterbox.delete(coach, opened.share_id)
    assert house.letterbox.delete(coach, opened.share_id) is False
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.DELETED]


def test_a_coach_who_gets_new_keys_loses_what_was_sealed_to_the_old_ones(
    house: House, coach: str, secret: str, opened: Opened
) -> None:
    house.letterbox.lose(coach)
    house.letterbox.lose(coach)
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.COACH_GONE]
    assert house.letterbox.open(coach, opened.share_id, house.keys[coach]) is None


def test_what_a_coach_reads_does_not_show_in_an_error(opened: Opened) -> None:
    assert "Sanne" not in repr(opened)


def before(monkeypatch: pytest.MonkeyPatch, of: object, method: str, do: Callable[[], object]) -> None:
    """Have something happen just before a method does its work, as another process would do it."""
    own = getattr(of, method)

    def interrupted(*args: Any, **given: Any) -> Any:
        monkeypatch.undo()
        do()
        return own(*args, **given)

    monkeypatch.setattr(of, method, interrupted)
