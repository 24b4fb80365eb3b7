"""The sentences of this channel: each is said, each takes the place of one there is, each fits where it is said."""

from __future__ import annotations

import re
import string

import pytest

from bot.content import load_zinnen
from bot.conversation.knowledge import Texts
from bot.settings import PROJECT_ROOT
from bot.telegram.commands import NAMES
from bot.telegram.updates import Kind
from tests.conversation.test_texts import written

TEXTS: Texts = load_zinnen(PROJECT_ROOT / "content")
OURS = {
    key.removeprefix("telegram."): wordings for key, wordings in TEXTS._wordings.items() if key.startswith("telegram.")
}
REPLACED = {name for name in OURS if name in TEXTS}
SHOWN_FOR_A_MOMENT = ("oude_knop", "knop_vergeten")


def test_every_sentence_is_said_somewhere() -> None:
    kinds, orders = {f"bij.{kind.value}" for kind in Kind}, {f"opdracht.{name}" for name in NAMES}
    known = written() | {text.removeprefix("telegram.") for text in written()}
    assert set(OURS) - REPLACED - kinds - orders - known == set()


def test_every_command_is_explained() -> None:
    assert {name.removeprefix("opdracht.") for name in OURS if name.startswith("opdracht.")} == set(NAMES)


@pytest.mark.parametrize("name", OURS)
def test_its_blanks_are_those_of_the_channel(name: str) -> None:
    (wording,) = OURS[name]  # one of each: what is said here is said the same way every time
    assert {blank for _, blank, _, _ in string.Formatter().parse(wording) if blank} <= {"minuten", "dagen"}


@pytest.mark.parametrize("name", sorted(REPLACED))
def test_what_is_replaced_holds_nothing_of_the_person(name: str) -> None:
    for wording in TEXTS._wordings[name]:
        assert "{" not in wording


@pytest.mark.parametrize("name", SHOWN_FOR_A_MOMENT)
def test_what_is_shown_for_a_moment_is_short(name: str) -> None:
    assert len(OURS[name][0]) <= 200


def test_no_sentence_speaks_of_a_page_that_is_not_here() -> None:
    here = re.compile(r"dit apparaat|jouw apparaat|je eigen apparaat|op een apparaat|in het menu|tabblad")
    unsaid = ("fout.", "document.", "telegram.")
    said = {
        key: wordings for key, wordings in TEXTS._wordings.items() if not key.startswith(unsaid) and key not in REPLACED
    }
    assert {key for key, wordings in said.items() if any(here.search(wording) for wording in wordings)} == set()
