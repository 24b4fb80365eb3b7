"""The drawing as a picture: sharp, whole, with its words, on any machine and in any thread."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.spinnenweb import Scores, draw, draw_pair
from bot.documents import fonts
from bot.documents.picture import png
from bot.settings import PROJECT_ROOT

ALL: Scores = dict(zip(DIMENSIES, (7, 10, 5.5, 8, 0, 10)))
STATES: Mapping[str, str] = {
    "empty": draw({}),
    "one": draw({"meedoen": 6}),
    "some": draw({"meedoen": 6.5, "zingeving": None, "lichaamsfuncties": 0}, ["zingeving"]),
    "all": draw(ALL),
    "all marked": draw(ALL, DIMENSIES),
    "marked only": draw({}, DIMENSIES),
    "a pair": draw_pair(ALL, {"meedoen": 3}, "22 november 2026", "vandaag"),
}
PAPER = (251, 250, 247)


def opened(drawn: bytes) -> Image.Image:
    return Image.open(BytesIO(drawn)).convert("RGB")


def inked(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of all that is drawn on the paper, away from its round corners."""
    edge = 12
    inner = picture.crop((edge, edge, picture.width - edge, picture.height - edge))
    box = ImageChops.difference(inner, Image.new("RGB", inner.size, PAPER)).getbbox()
    assert box is not None
    left, top, right, bottom = box
    return left + edge, top + edge, right + edge, bottom + edge


@pytest.mark.parametrize("svg", STATES.values(), ids=STATES)
def test_it_is_a_whole_picture_of_the_width_asked_for(svg: str) -> None:
    picture = opened(png(svg))
    across, down = map(float, re.findall(r' (?:width|height)="([\d.]+)"', svg)[:2])
    assert picture.size == (1080, round(1080 * down / across))
    assert picture.getpixel((0, 0)) == (255, 255, 255)  # not see-through: a dark phone would hide the words
    left, top, right, bottom = inked(picture)
    assert left > 12
    assert top > 12
    assert right < 1068
    assert bottom < picture.height - 12


@pytest.mark.parametrize("svg", STATES.values(), ids=STATES)
def test_its_words_are_drawn(svg: str) -> None:
    without = re.sub(r"<text.*?</text>", "", svg)
    words = ImageChops.difference(opened(png(svg)), opened(png(without)))
    assert sum(words.convert("L").histogram()[60:]) > 5_000  # pixels


def test_bold_is_bold() -> None:
    """A mark shows in the weight of its name; without the bold font both would be drawn the same."""
    svg = draw({}, ["meedoen"])
    plain = svg.replace(' font-weight="bold"', "")
    assert plain != svg
    assert png(plain) != png(svg)


def test_no_font_of_the_machine_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a family that only a system could have, nothing is written."""
    monkeypatch.setattr("bot.documents.picture.font_file", lambda bold=False: "/nowhere.ttf")
    svg = STATES["all"]
    assert png(svg) == png(re.sub(r"<text.*?</text>", "", svg))


def test_a_missing_font_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.font_file.cache_clear()
    monkeypatch.setattr("bot.documents.fonts.find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match=r"DejaVuSans\.ttf isn't among the fonts of matplotlib"):
        png(STATES["empty"])


@pytest.mark.parametrize("svg", ["", "geheim", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'>geheim</p></svg>"])
def test_what_is_no_drawing_is_refused_without_a_word_of_it(svg: str) -> None:
    with pytest.raises(ValueError, match=r"^this is no SVG that can be drawn$") as refused:
        png(svg)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("width", [0, -1, 4_001])
def test_a_width_that_can_not_be_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="pixels wide"):
        png(STATES["empty"], width)


def test_threads_draw_the_same() -> None:
    alone = [png(svg, 300) for svg in STATES.values()]
    with ThreadPoolExecutor(4) as pool:
        together = [*pool.map(lambda svg: png(svg, 300), [*STATES.values()] * 4)]
    assert together == alone * 4


def test_matplotlib_is_not_imported() -> None:
    program = "import sys; from bot.documents import picture; from bot.conversation.spinnenweb import draw; "
    program += "picture.png(draw({})); sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT_ROOT, check=False).returncode == 0
