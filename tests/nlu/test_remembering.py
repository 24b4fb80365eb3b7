"""What a turn remembers, and that it forgets it."""

from __future__ import annotations

from contextvars import copy_context

from bot.nlu.remembering import remembered, remembering


def test_outside_a_turn_nothing_is_remembered() -> None:
    remembered("length")["hoi"] = 3
    assert remembered("length") == {}


def test_within_a_turn_it_is_by_kind_and_forgotten_afterwards() -> None:
    with remembering():
        remembered("length")["hoi"] = 3
        assert remembered("length") == {"hoi": 3}
        assert remembered("capitals") == {}
    assert remembered("length") == {}


def test_a_turn_within_a_turn_is_the_same_turn() -> None:
    with remembering():
        with remembering():
            remembered("length")["hoi"] = 3
        assert remembered("length") == {"hoi": 3}


def test_who_still_holds_an_ended_turn_finds_nothing_in_it() -> None:
    with remembering():
        remembered("length")["hoi"] = 3
        left_over = copy_context()
    assert left_over.run(remembered, "length") == {}
