"""The summary on paper: all that was said and nothing about who said it, whatever the words are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from zlib import decompress

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from bot.content.purpose import PURPOSE
from bot.conversation import periods, spinnenweb, summary
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.documents.fonts import MISSING, writable
from bot.documents.summary import pdf
from bot.documents.tagged import as_seen
from tests.conversation.talk import Talk, at, known
from tests.documents.conftest import Read

DAY = date(2026, 11, 22)
Words = Callable[[bytes], str]


def written(gesprek: Gesprek, on: date = DAY) -> bytes:
    return pdf(gesprek, known(), on)


def with_answer(text: str) -> Gesprek:
    """Return a conversation in which the first step, and what goes well, is this text."""
    g = at("reflectie").gesprek
    g.answers.update({"doen": text, "goed.meedoen": text})
    return g


@pytest.fixture
def words(read: Read) -> Callable[[bytes], str]:
    """Return a way to get the words of a PDF, line after line."""
    return lambda document: " ".join(read("pdftotext", "-layout", "-", document=document).split())


def streams(document: bytes) -> Iterator[bytes]:
    """Return what stands on the pages, as the commands that write it."""
    for found in re.findall(rb"/Filter /FlateDecode\n/Length \d+\n>>\nstream\n(.*?)\nendstream", document, re.DOTALL):
        yield decompress(found)


@pytest.fixture(scope="module")
def whole() -> Gesprek:
    """Somebody who said something everywhere."""
    return Talk().do("antwoord", "rustig").go_on("klaar").gesprek


def test_it_is_the_same_every_time_and_in_every_thread(whole: Gesprek) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [*pool.map(written, [whole] * 8)]
    assert set(made) == {written(whole)}


def test_it_says_nothing_of_who_made_it_or_when_but_the_day(whole: Gesprek) -> None:
    document = written(whole)
    assert re.findall(rb"<<\n/CreationDate (.*?)\n/Title (.*?)\n>>", document) == [
        (b"(D:20261122000000Z)", b"(Je samenvatting)")
    ]
    assert not re.search(rb"/(?:Author|Creator|Keywords|Subject|ModDate|Metadata|EmbeddedFile|URI)\b", document)


def test_it_is_in_dutch_with_a_title_in_the_window(whole: Gesprek) -> None:
    document = written(whole)
    assert b"/Lang (nl)" in document
    assert b"/DisplayDocTitle true" in document


def test_everything_on_a_page_has_its_place_in_the_structure() -> None:
    """A screen reader passes over what hasn't: each word and picture stands between a tag and its end, on its page."""
    document = written(with_answer("een lang verhaal. " * 400))
    pages = [stream for stream in streams(document) if b"BDC" in stream]
    assert len(pages) > 3
    for page in pages:
        marks = re.findall(rb"\b(?:BDC|BMC|EMC|Tj|TJ|Do)\b", page)
        within = 0
        for mark in marks:
            within += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(mark, 0)
            assert within == (0 if mark == b"EMC" else 1)
        assert within == 0
    assert set(re.findall(rb"/S /(\w+)\n/Type /StructElem", document)) == {b"Document", b"H1", b"H2", b"P", b"Figure"}


def test_the_drawing_says_what_it_shows(whole: Gesprek) -> None:
    document = written(whole)
    (alt,) = re.findall(rb"/Alt \((.*?)\)\n", document, re.DOTALL)
    assert alt.decode() == spinnenweb.describe(whole.scores, whole.marks)
    assert b"/Figure" not in written(Gesprek(answers={"nu": "druk"}))


def test_all_that_was_said_is_on_it_literally(whole: Gesprek, words: Words) -> None:
    on_paper = words(written(whole))
    turn = Turn(whole, known())
    assert len(summary.lines(turn)) > 20
    for line in summary.lines(turn):
        assert f"{line.label} {line.text}" in on_paper
        assert line.heading in on_paper
    for said in ("22 november 2026", PURPOSE, "Als dit het moment is: dinsdag", known().organisation.name):
        assert said in on_paper


def test_a_screen_reader_finds_the_headings_in_order(whole: Gesprek, read: Read) -> None:
    structure = read("pdfinfo", "-struct-text", document=written(whole))
    about = [*dict.fromkeys(line.heading for line in summary.lines(Turn(whole, known())))]
    about.remove("Je spinnenweb")
    found = re.findall(r'(H\d) \(block\)\n\s+"(.*?) ?"', structure)
    assert found == [
        ("H1", "Je samenvatting"),
        *(("H2", name) for name in ("Je spinnenweb", *about, "Zo ga ik het doen")),
    ]
    assert PURPOSE in structure  # over more than one line, with its words apart
    assert structure.index('"Je spinnenweb') < structure.index("Figure") < structure.index('"Wat opvalt')
    assert structure.index('"Wat opvalt') < structure.rindex('"Lichaamsfuncties')


def test_a_conversation_that_has_just_begun_says_so(words: Words) -> None:
    on_paper = words(written(Gesprek()))
    assert "Er staat nog niets in je samenvatting." in on_paper
    assert "Zo ga ik het doen" not in on_paper


def test_a_long_answer_goes_on_over_pages_and_loses_nothing(words: Words) -> None:
    told = " ".join(f"woord{number}" for number in range(450))
    on_paper = words(written(with_answer(told)))
    assert all(on_paper.count(f"woord{number}") >= 2 for number in range(450))


def test_what_can_not_be_written_shows_as_a_box_and_is_explained(words: Words) -> None:
    told = words(written(with_answer("koor 👨‍👩‍👧 en 中 of {nb} <b>")))
    assert f"koor {MISSING} en {MISSING} of {{nb}} <b>" in told
    assert f"Waar {MISSING} staat, typte je een teken" in told
    assert "Waar □ staat" not in words(written(with_answer("een □ dat iemand zelf typte, é, €, ’ en →")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gewoon, één ‘zin’ met € en ½", "gewoon, één ‘zin’ met € en ½"),
        ("👍🏽 👩‍💻 🇳🇱", "□ □ □□"),
        ("a\u00adb\u200bc\u202ed", "abcd"),
        ("een\ttab\r\nen\u2028regels\x0b", "een tab\nen\nregels"),
        ("\x00\x1b\ud83d", "□□□"),
        ("", ""),
    ],
)
def test_only_what_the_letters_have_is_written(text: str, shown: str) -> None:
    assert writable(text) == shown


def test_what_is_read_from_right_to_left_stands_that_way() -> None:
    """As letters are placed from left to right, the last one of such a word comes first."""
    assert as_seen("ik zeg שלום vaak") == f"ik zeg {'שלום'[::-1]} vaak"
    assert as_seen("gewoon (7)") == "gewoon (7)"


@given(st.text(), st.text(max_size=60))
@example("a" * 4_000, "\n" * 300)
@example("s̸l̷a̶p̴e̵n̶" * 50, "slapen\u202e ereteb")
@example("\ud83d", "\x00\x1b[31m")
@example("أريد أن أنام بشكل أفضل (7) עברית [", "**vet** __u__ --s--")
@hypothesis(max_examples=30)
def test_any_words_at_all_make_a_document(answer: str, step: str) -> None:
    """Without the drawing, which knows no words of anybody and takes long."""
    document = written(
        Gesprek(dimensies=["meedoen"], answers={"goed.meedoen": answer, "doen": answer, "wanneer": step})
    )
    assert document.startswith(b"%PDF-")
    assert document.rstrip().endswith(b"%%EOF")


def test_a_date_is_written_out() -> None:
    assert [periods.written(date(2026, month, 1)).split()[1] for month in (1, 3, 12)] == [
        "januari",
        "maart",
        "december",
    ]
