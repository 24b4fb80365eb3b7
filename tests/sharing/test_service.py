"""Sharing for the conversation, on SQLite and PostgreSQL."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select, text, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from bot.conversation import sharing
from bot.conversation.sharing import CoachGone, NotConfirmed, SharingAway
from bot.sharing import crypto, provider
from bot.sharing.tombstones import ROW_STAYS
from bot.storage.models import Share, ShareMessage, ShareNote
from bot.storage.shares import Shares, StoredShare
from tests.sharing.conftest import LETTER, TODAY, House


def test_only_coaches_with_a_key_outside_the_line_are_offered(house: House, coach: str) -> None:
    house.add_coach("Anton Chef", outside_line=False)
    house.coaches.add("ef" * 16, "Nog Niet", "Denkt mee.", outside_line=True, today=TODAY)
    house.coaches.change(house.add_coach("Weg Gegaan"), removed_on=TODAY)
    (offered,) = house.sharing.coaches()
    assert (offered.id, offered.name, offered.initials) == (coach, "Marieke de Vries", "MV")


def test_what_is_shared_is_the_previewed_letter_byte_for_byte(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    opened = house.letterbox.open(coach, share_id, house.keys[coach])
    assert opened is not None
    assert opened.letter.to_json() == LETTER.to_json()


@pytest.mark.parametrize("field", ["letter", "consent", "secret", "token"])
def test_nothing_else_than_the_preview_can_be_stored(house: House, coach: str, secret: str, field: str) -> None:
    consent = house.consent(coach)
    given = {
        "secret": secret,
        "letter": LETTER,
        "consent": consent,
        "token": house.sharing.preview(secret, LETTER, consent),
    }
    other = {
        "secret": secrets.token_hex(32),
        "letter": replace(LETTER, name="Piet"),
        "consent": house.consent(coach, 90),
        "token": "",
    }
    with pytest.raises(NotConfirmed):
        house.sharing.share(**{**given, field: other[field]})  # type: ignore[arg-type]
    assert rows(house.engine) == []


def test_a_second_try_stores_once(house: House, coach: str, secret: str) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    first = house.sharing.share(secret, LETTER, consent, token)
    assert house.sharing.share(secret, LETTER, consent, token) == first
    assert len(rows(house.engine)) == 1


def test_what_a_preview_stored_can_be_found_by_its_token(house: House, coach: str, secret: str) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    assert house.sharing.sent(secret, token) is None
    share_id = house.sharing.share(secret, LETTER, consent, token)
    found = house.sharing.sent(secret, token)
    assert found is not None
    assert (found.id, found.until) == (share_id, consent.until)
    assert house.sharing.sent(secrets.token_hex(32), token) is None
    assert house.sharing.sent(secret, "") is None
    house.sharing.withdraw(secret)
    assert house.sharing.sent(secret, token) is None


@pytest.mark.parametrize("step", ["before the row", "after the row", "after the commit"])
def test_whatever_step_sharing_breaks_off_at_it_can_be_done_again_and_taken_back(
    house: House, coach: str, secret: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    with monkeypatch.context() as patched:
        strike(patched, house.engine, step)
        with pytest.raises(Struck):
            house.sharing.share(secret, LETTER, consent, token)
    stored = house.sharing.sent(secret, token)
    assert (stored is not None) == (step == "after the commit")
    assert [one for one, _ in rows(house.engine)] == ([stored.id] if stored else [])
    share_id = house.sharing.share(secret, LETTER, consent, token)
    assert [one for one, _ in rows(house.engine)] == [share_id]
    house.sharing.withdraw(secret, share_id)
    assert house.letterbox.look(coach, share_id, house.keys[coach]) is None


@pytest.mark.parametrize("taken_back", ["withdraw", "forget"])
def test_an_old_preview_does_not_bring_back_what_was_taken_back(
    house: House, coach: str, secret: str, taken_back: str
) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    house.sharing.share(secret, LETTER, consent, token)
    getattr(house.sharing, taken_back)(secret)
    with pytest.raises(NotConfirmed):
        house.sharing.share(secret, LETTER, consent, token)
    assert [sealed for _, sealed in rows(house.engine) if sealed] == []


def test_a_preview_whose_date_has_passed_is_none(house: House, coach: str, secret: str) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    house.calendar.pass_by(15)
    with pytest.raises(NotConfirmed):
        house.sharing.share(secret, LETTER, consent, token)


def test_nobody_shares_with_a_coach_who_left(house: House, coach: str, secret: str) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    house.coaches.change(coach, removed_on=TODAY)
    with pytest.raises(CoachGone):
        house.sharing.share(secret, LETTER, consent, token)
    assert rows(house.engine) == []


def test_a_conversation_sees_its_own_shares_only(house: House, coach: str, secret: str) -> None:
    house.share(secret, coach)
    (own,) = house.sharing.shared(secret)
    assert (own.coach, own.status, own.parts) == ("Marieke de Vries", sharing.NEW, ("woorden.meedoen", "plan"))
    assert own.open
    assert not own.may_write_back
    stranger = secrets.token_hex(32)
    assert house.sharing.shared(stranger) == []
    house.sharing.withdraw(stranger, own.id)
    house.sharing.forget(stranger)
    assert house.sharing.write_back(stranger, own.id, "hoi") is False
    assert house.sharing.held(stranger) == []
    assert [one.open for one in house.sharing.shared(secret)] == [True]


def test_withdrawing_destroys_letter_messages_and_notes_and_leaves_a_row(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    opened = house.letterbox.open(coach, share_id, house.keys[coach])
    assert opened
    assert house.letterbox.answer(coach, opened, "Dank je.")
    assert house.letterbox.note(coach, share_id, "bellen")
    house.sharing.withdraw(secret, share_id)
    house.sharing.withdraw(secret, share_id)  # a second time is no error
    assert rows(house.engine) == [(share_id, None)]
    assert writing(house.engine) == 0
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.WITHDRAWN]


def test_one_of_several_is_withdrawn_or_all_of_them(house: House, coach: str, secret: str) -> None:
    first, second, third = (house.share(secret, coach) for _ in range(3))
    house.sharing.withdraw(secret, second)
    assert {one.id for one in house.sharing.shared(secret) if one.open} == {first, third}
    house.sharing.withdraw(secret)
    assert not any(one.open for one in house.sharing.shared(secret))


def test_forgetting_leaves_no_row_at_all(house: House, coach: str, secret: str) -> None:
    other = secrets.token_hex(32)
    house.share(secret, coach)
    house.sharing.withdraw(secret)
    house.share(secret, coach)
    kept = house.share(other, coach)
    house.sharing.forget(secret)
    house.sharing.forget(secret)
    assert [share_id for share_id, _ in rows(house.engine)] == [kept]


def test_the_person_reads_the_answer_and_writes_back_once(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    assert house.sharing.write_back(secret, share_id, "te vroeg") is False
    opened = house.letterbox.open(coach, share_id, house.keys[coach])
    assert opened
    assert house.letterbox.answer(coach, opened, "Zullen we bellen?", ["dinsdag 10 uur"])
    (shared,) = house.sharing.shared(secret)
    (message,) = shared.messages
    assert (message.author, message.text, message.moments) == ("coach", "Zullen we bellen?", ("dinsdag 10 uur",))
    assert shared.status == sharing.ANSWERED
    assert house.sharing.write_back(secret, share_id, "Ja, " + "graag " * 300) is True
    assert house.sharing.write_back(secret, share_id, "nog iets") is False
    assert house.sharing.write_back(secret, share_id, "Ja, " + "graag " * 300) is True, "sent once more, it is sent"
    assert [one.author for one in house.sharing.shared(secret)[0].messages] == [sharing.BY_COACH, sharing.BY_PERSON]
    (shared,) = house.sharing.shared(secret)
    assert [one.author for one in shared.messages] == ["coach", "persoon"]
    assert len(shared.messages[1].text) == sharing.MOST_MESSAGE
    house.sharing.mark_read(secret)
    with house.engine.connect() as connection:
        read = {
            row.author: row.read_on for row in connection.execute(select(ShareMessage.author, ShareMessage.read_on))
        }
    assert read == {"coach": TODAY, "persoon": None}


def test_a_share_can_be_read_through_its_last_day_and_then_is_destroyed(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach, days=14)
    house.calendar.pass_by(14)
    house.sharing.expire()
    assert house.letterbox.open(coach, share_id, house.keys[coach]) is not None
    house.calendar.pass_by(1)
    assert house.letterbox.open(coach, share_id, house.keys[coach]) is None, "also before the daily job"
    assert house.letterbox.status(coach, share_id) == sharing.EXPIRED
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.EXPIRED]
    house.sharing.expire()
    assert rows(house.engine) == [(share_id, None)]
    house.calendar.pass_by(30)
    house.sharing.expire()
    assert rows(house.engine) == []


@pytest.mark.parametrize("what", ["removed", "renewed", "reset"])
def test_what_a_coach_can_no_longer_open_is_destroyed_and_told(
    house: House, coach: str, secret: str, what: str
) -> None:
    share_id = house.share(secret, coach)
    if what == "removed":
        house.coaches.change(coach, removed_on=TODAY)
    elif what == "renewed":
        house.renew(coach)
    else:
        house.coaches.change(coach, public_key=None)
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.COACH_GONE]
    house.sharing.expire()
    assert rows(house.engine) == [(share_id, None)]
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.COACH_GONE]


@pytest.mark.parametrize("seen_by", ["coach", "overview", "person", "daily job"])
def test_a_backup_put_back_after_withdrawal_stays_withdrawn(
    house: House, coach: str, secret: str, seen_by: str
) -> None:
    share_id = house.share(secret, coach)
    before = dump(house.engine)
    house.sharing.withdraw(secret)
    restore(house.engine, before)
    if seen_by == "coach":
        assert house.letterbox.open(coach, share_id, house.keys[coach]) is None
    elif seen_by == "overview":
        assert [one.status for one in house.letterbox.inbox(coach)] == [sharing.WITHDRAWN]
    elif seen_by == "person":
        assert [one.status for one in house.sharing.shared(secret)] == [sharing.WITHDRAWN]
    else:
        house.sharing.expire()
    assert rows(house.engine) == [(share_id, None)]


def test_a_backup_put_back_after_forgetting_is_emptied(house: House, coach: str, secret: str) -> None:
    house.share(secret, coach)
    before = dump(house.engine)
    house.sharing.forget(secret)
    restore(house.engine, before)
    house.sharing.expire()
    assert rows(house.engine) == []


def test_what_was_written_down_goes_when_no_backup_could_matter_any_more(house: House, coach: str, secret: str) -> None:
    house.share(secret, coach)
    house.sharing.withdraw(secret)
    house.calendar.pass_by(14 + 31)
    house.sharing.expire()
    assert house.tombstones.all() != {}
    house.calendar.pass_by(1)
    house.sharing.expire()
    assert house.tombstones.all() == {}


def test_when_it_cannot_be_written_down_nothing_is_withdrawn(
    house: House, coach: str, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    share_id = house.share(secret, coach)
    sealed = rows(house.engine)

    def full(ids: object, left: str) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(house.tombstones, "add", full)
    for taking_back in (house.sharing.withdraw, house.sharing.forget):
        with pytest.raises(SharingAway):
            taking_back(secret)
    assert rows(house.engine) == sealed
    monkeypatch.undo()
    house.sharing.withdraw(secret)
    assert rows(house.engine) == [(share_id, None)]


def test_a_database_that_is_away_is_said_so_and_nothing_of_the_letter(house: House, coach: str, secret: str) -> None:
    consent = house.consent(coach)
    token = house.sharing.preview(secret, LETTER, consent)
    with failing(house.engine):
        for call in (
            lambda: house.sharing.coaches(),
            lambda: house.sharing.share(secret, LETTER, consent, token),
            lambda: house.sharing.shared(secret),
            lambda: house.sharing.withdraw(secret),
            lambda: house.sharing.write_back(secret, "ab", "hoi"),
            lambda: house.sharing.forget(secret),
            lambda: house.sharing.held(secret),
            lambda: house.sharing.mark_read(secret),
        ):
            with pytest.raises(SharingAway) as raised:
                call()
            assert raised.value.__suppress_context__
    assert rows(house.engine) == []


def test_the_export_holds_every_column(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    opened = house.letterbox.open(coach, share_id, house.keys[coach])
    assert opened
    assert house.letterbox.answer(coach, opened, "Dank je.")
    assert house.letterbox.note(coach, share_id, "bellen")
    (held,) = house.sharing.held(secret)
    (message,) = held["berichten"]
    columns = {column.name for table in (Share, ShareMessage, ShareNote) for column in table.__table__.columns}
    assert len(held) - 2 == len(Share.__table__.columns) + 1  # and the coach by name
    assert len(message) == len(ShareMessage.__table__.columns) - 1  # it stands under its share
    assert held["aantekening_van_coach"].startswith("(versleuteld")
    assert columns
    assert held["tot_en_met"] == "2026-12-06"
    assert "kanariegeel" not in str(held)


def test_the_database_holds_no_word_and_no_secret(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    opened = house.letterbox.open(coach, share_id, house.keys[coach])
    assert opened
    house.letterbox.answer(coach, opened, "zwanenzang")
    house.letterbox.note(coach, share_id, "roodborstje")
    house.sharing.write_back(secret, share_id, "ijsvogel")
    held = repr(dump(house.engine))
    for word in ("kanariegeel", "Sanne", "zwanenzang", "roodborstje", "ijsvogel", secret):
        assert word not in held
    stored = [value for table in dump(house.engine).values() for row in table for value in row]
    assert bytes.fromhex(secret) not in b"".join(value for value in stored if isinstance(value, bytes))


def test_nothing_is_shared_where_nobody_configured_it(monkeypatch: pytest.MonkeyPatch, house: House) -> None:
    monkeypatch.setattr(provider, "_sharing", sharing.NOBODY)
    assert list(provider.sharing().coaches()) == []
    provider.configure(house.sharing)
    assert provider.sharing() is house.sharing


def test_a_withdrawal_that_stands_written_down_is_seen_before_the_row_is(
    house: House, coach: str, secret: str, tmp_path: Path
) -> None:
    share_id = house.share(secret, coach)
    house.tombstones.add({share_id: TODAY}, ROW_STAYS)
    assert [one.open for one in house.sharing.shared(secret)] == [False]
    assert crypto.owner(secret)


class Struck(BaseException):
    """The end of the process: nothing in its way catches it."""


def strike(monkeypatch: pytest.MonkeyPatch, engine: Engine, step: str) -> None:
    """Have the process end at a step of storing a share."""
    add = Shares.add

    def struck(shares: Shares, share: StoredShare) -> bool:
        if step == "before the row":
            raise Struck
        if step == "after the row":
            with engine.begin() as connection:
                connection.execute(insert(Share).values({**asdict(share), "parts": "[]"}))
                raise Struck
        add(shares, share)
        raise Struck

    monkeypatch.setattr(Shares, "add", struck)


def rows(engine: Engine) -> list[tuple[str, bytes | None]]:
    with engine.connect() as connection:
        return [(share_id, sealed) for share_id, sealed in connection.execute(select(Share.share_id, Share.sealed))]


def writing(engine: Engine) -> int:
    with engine.connect() as connection:
        return sum(len(connection.execute(select(table)).all()) for table in (ShareMessage, ShareNote))


def dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the tables of sharing, as a backup holds them."""
    with engine.connect() as connection:
        return {
            table.__tablename__: [tuple(row) for row in connection.execute(select(table.__table__))]
            for table in (Share, ShareMessage, ShareNote)
        }


def restore(engine: Engine, backup: dict[str, list[tuple[object, ...]]]) -> None:
    """Put a backup back in the place of what is there."""
    with engine.begin() as connection:
        for table in (ShareNote, ShareMessage, Share):
            connection.execute(table.__table__.delete())
        for table in (Share, ShareMessage, ShareNote):
            names = table.__table__.columns.keys()
            for row in backup[table.__tablename__]:
                connection.execute(table.__table__.insert().values(dict(zip(names, row))))


@contextmanager
def failing(engine: Engine) -> Iterator[None]:
    """Have the database away."""

    def fail(*args: object) -> None:
        raise OperationalError("secret words", {}, Exception("away"))

    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", fail)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))


def test_a_share_of_another_status_is_kept_as_it_is(house: House, coach: str, secret: str) -> None:
    share_id = house.share(secret, coach)
    with house.engine.begin() as connection:
        connection.execute(update(Share).values(status=sharing.READ))
    assert [one.status for one in house.sharing.shared(secret)] == [sharing.READ]
    house.sharing.expire()
    assert [one for one, sealed in rows(house.engine) if sealed] == [share_id]
