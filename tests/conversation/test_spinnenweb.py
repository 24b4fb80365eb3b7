"""The drawing: whole for any scores, readable inside its edges, and silent about what the values mean."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.dimensions import DIMENSIES, NAMEN
from bot.conversation.spinnenweb import CHAR, Scores, describe, describe_pair, draw, draw_pair

SVG = "{http://www.w3.org/2000/svg}"
TEAL = "#0f766e"
halves = st.integers(0, 20).map(lambda n: n / 2)
some_scores = st.dictionaries(st.sampled_from(DIMENSIES), st.none() | halves)
all_scores = st.fixed_dictionaries(dict.fromkeys(DIMENSIES, halves))
some_marks = st.sets(st.sampled_from(DIMENSIES))


def alike(value: float) -> dict[str, float | None]:
    return dict.fromkeys(DIMENSIES, value)


def elements(svg: str, name: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + name))


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in elements(svg, "text")]


def shapes(svg: str, name: str) -> list[ET.Element]:
    """Return the lines or polygons in the person's colour."""
    return [e for e in elements(svg, name) if e.get("stroke") == TEAL]


def assert_inside(text: ET.Element, left: float, right: float, height: float) -> None:
    x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
    half = CHAR * size * len(text.text or "") / 2
    assert left <= x - half, text.text
    assert x + half <= right, text.text
    assert size <= y <= height - size * 0.3, text.text


@given(some_scores, some_marks)
def test_single_is_whole_and_inside_its_edges(scores: Scores, marks: set[str]) -> None:
    svg = draw(scores, marks)
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for text in elements(svg, "text"):
        assert_inside(text, 0, width, height)
        assert float(text.attrib["font-size"]) >= 15 * width / 480
    assert "nan" not in svg.lower()
    assert "inf" not in svg.lower()
    assert len(svg.encode()) <= 6000
    assert svg == draw(scores, marks)


@given(some_scores, some_scores, st.text(max_size=60), st.text(max_size=60))
def test_pair_is_whole_for_any_labels(before: Scores, now: Scores, label_before: str, label_now: str) -> None:
    svg = draw_pair(before, now, label_before, label_now)
    root = ET.fromstring(svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for text in elements(svg, "text"):
        assert_inside(text, 0, width / 2, height)


@given(all_scores, some_marks)
def test_six_scores_make_six_points_and_a_closed_shape(scores: Scores, marks: set[str]) -> None:
    svg = draw(scores, marks)
    assert len(elements(svg, "circle")) == 6
    assert len(shapes(svg, "polygon")) == 1
    assert not shapes(svg, "polyline")
    assert "–" not in "".join(texts(svg))


@given(some_scores)
def test_points_and_numbers_only_where_a_score_is_given(scores: Scores) -> None:
    values = [value for value in scores.values() if value is not None]
    svg = draw(scores)
    assert len(elements(svg, "circle")) == len(values)
    numbers = [text for text in texts(svg) if re.fullmatch(r"[\d,]+", text)]
    assert sorted(numbers) == sorted(f"{value:g}".replace(".", ",") for value in values)
    assert sum(text.endswith("–") for text in texts(svg)) == 6 - len(values)


@given(some_scores, some_marks)
def test_all_that_is_drawn_is_also_said(scores: Scores, marks: set[str]) -> None:
    assert elements(draw(scores, marks), "desc")[0].text == describe(scores, marks)


@given(st.dictionaries(st.sampled_from(DIMENSIES), st.sampled_from([math.nan, math.inf, -1.0, 10.5, -0.0, 1 / 3])))
def test_impossible_values_are_not_drawn(scores: Scores) -> None:
    svg = draw(scores)
    assert "nan" not in svg.lower()
    assert "-0<" not in svg
    assert len(elements(svg, "circle")) == sum(0 <= v <= 10 for v in scores.values() if v is not None)


def test_axes_start_at_the_top_and_go_clockwise() -> None:
    places = {}
    for dimensie in DIMENSIES:
        (point,) = elements(draw({dimensie: 10}), "circle")
        places[dimensie] = (float(point.attrib["cx"]) - 240, float(point.attrib["cy"]) - 234)
    angles = [round(math.degrees(math.atan2(x, -y))) % 360 for x, y in places.values()]
    assert angles == [0, 60, 120, 180, 240, 300]


def test_empty_web_has_no_shape() -> None:
    svg = draw({})
    assert not elements(svg, "circle")
    assert not shapes(svg, "polygon")
    assert not shapes(svg, "polyline")
    assert len(elements(svg, "polygon")) == 5
    assert describe({}).endswith("Er is nog niets ingevuld.")


def test_one_dimension_is_one_point_larger_than_usual() -> None:
    (point,) = elements(draw({"meedoen": 7.5}), "circle")
    (usual, *_) = elements(draw(alike(7.5)), "circle")
    assert float(point.attrib["r"]) > float(usual.attrib["r"])
    assert "7,5" in texts(draw({"meedoen": 7.5}))


@pytest.mark.parametrize("value", [0, 10])
def test_extremes_are_scores_like_any_other(value: float) -> None:
    svg = draw(alike(value))
    assert len(elements(svg, "circle")) == 6
    assert texts(svg).count(str(value)) == 6
    assert f"Meedoen: {value}." in describe(alike(value))


def test_zeros_stand_apart_though_their_points_coincide() -> None:
    zeros = [(t.get("x"), t.get("y")) for t in elements(draw(alike(0)), "text") if t.text == "0"]
    assert len(set(zeros)) == 6


@pytest.mark.parametrize(
    ("missing", "lines"),
    [
        ((), 0),
        (("meedoen",), 4),
        (("zingeving", "meedoen"), 2),
        (DIMENSIES[::2], 0),
        (DIMENSIES[2:], 1),
        (DIMENSIES[1:5], 1),
    ],
)
def test_only_given_neighbours_are_joined(missing: tuple[str, ...], lines: int) -> None:
    svg = draw({d: 6 for d in DIMENSIES if d not in missing})
    assert len(shapes(svg, "polyline")) == lines
    assert len(elements(svg, "polyline")) - lines == 6
    assert sum("stroke-dasharray" in spoke.attrib for spoke in elements(svg, "polyline")) == len(missing)


def test_mark_is_bold_with_a_bubble() -> None:
    svg = draw({"zingeving": 4}, ["zingeving"])
    bold = {t.text for t in elements(svg, "text") if t.get("font-weight") == "bold"}
    assert "Zingeving" in bold
    assert "Meedoen –" not in bold
    assert len(elements(svg, "path")) == 2
    assert not elements(draw({"zingeving": 4}), "path")


def test_description_tells_unknown_from_not_filled_in() -> None:
    assert describe({"lichaamsfuncties": 6, "mentaal_welbevinden": None, "meedoen": 7.5}, ["meedoen", "zingeving"]) == (
        "Spinnenweb met zes dimensies, van 0 in het midden tot 10 aan de rand. Lichaamsfuncties: 6. "
        "Mentaal welbevinden: weet niet. Zingeving: niet ingevuld. Kwaliteit van leven: niet ingevuld. Meedoen: 7,5. "
        "Dagelijks functioneren: niet ingevuld. Hier wil je over praten: Zingeving, Meedoen."
    )


def test_pair_has_two_equal_webs_and_its_captions() -> None:
    svg = draw_pair(alike(6), alike(6), "1 maart", "nu")
    left, right = (half.split("<polygon", 1)[1] for half in svg.split("<g transform"))
    assert left.replace("1 maart", "nu") == right.removesuffix("</g></g></svg>")
    assert {"1 maart", "nu"} < set(texts(svg))


def test_pair_is_described_one_after_the_other() -> None:
    said = describe_pair({"meedoen": 6}, {}, "toen", "nu")
    assert said.index("Toen.") < said.index("Meedoen: 6.") < said.index("Nu. Er is nog niets ingevuld.")


def test_captions_are_escaped_and_cut_but_said_in_full() -> None:
    label = "<b>&\x00" + "na de zomervakantie " * 4
    svg = draw_pair({}, {}, label, "nu")
    assert "<b>" not in svg
    assert "\x00" not in svg
    assert any(text.startswith("<b>&na de") and text.endswith("…") for text in texts(svg))
    assert "na de zomervakantie " * 4 in (elements(svg, "desc")[0].text or "")


def test_nothing_that_a_content_security_policy_blocks() -> None:
    svg = draw(alike(7.5), DIMENSIES) + draw_pair(alike(3), {})
    assert not re.search(r"style|script|href|url\(|data:|\son\w+=", svg)
    assert set(re.findall(r"https?://[^\"' ]+", svg)) == {"http://www.w3.org/2000/svg"}


def test_no_verdict_no_sum_no_arrow() -> None:
    svg = draw(alike(2.5), ["meedoen"]) + draw_pair(alike(2), alike(9))
    said = " ".join(re.findall(r">([^<]+)<", svg)).lower()
    assert not re.search(
        r"gemiddeld|totaal|norm\b|score|beter|slechter|goed|laag|hoog|verschil|vooruit|[→↑↓▲▼+%]", said
    )
    assert "marker" not in svg
    assert {c.lower() for c in re.findall(r'(?:fill|stroke)="(#\w+)"', svg)} <= {
        TEAL, "#fbfaf7", "#d5dad8", "#aeb7b4", "#5b6563", "#1f2937",
    }  # fmt: skip


@pytest.mark.parametrize("dimensie", DIMENSIES)
def test_every_name_is_written_in_full(dimensie: str) -> None:
    assert NAMEN[dimensie] in " ".join(texts(draw(alike(5))))
