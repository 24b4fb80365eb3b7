"""Whatever colour an organisation has: what the page makes of it can be seen and read, light and dark."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.colour import DARK, LIGHT, SHAPE_CONTRAST, TEXT_CONTRAST, Scheme, contrast, palette, standing_out
from bot.settings import PROJECT_ROOT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0f766e", "#ffffff", 5.47), ("#abcdef", "#ABCDEF", 1)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@given(COLOURS)
@example("#000000")
@example("#ffffff")
@example("#777777")
def test_every_shade_can_be_told_from_what_it_stands_on(chosen: str) -> None:
    for scheme, colour in ((LIGHT, standing_out(chosen, LIGHT)), (DARK, chosen)):
        shades = palette(colour, scheme)
        for ground in (scheme.ground, scheme.surface):
            assert contrast(shades.accent, ground) >= SHAPE_CONTRAST
        for ground in (scheme.ground, scheme.surface, shades.tint):
            assert contrast(shades.accent_text, ground) >= TEXT_CONTRAST
        for fill in (shades.accent, shades.accent_strong):
            assert contrast(shades.on_accent, fill) >= TEXT_CONTRAST
        for behind in (shades.tint, shades.you):
            assert contrast(scheme.text, behind) >= TEXT_CONTRAST


@given(COLOURS)
def test_a_colour_that_stands_out_is_left_as_it_was_chosen(colour: str) -> None:
    stands_out = all(contrast(colour, ground) >= SHAPE_CONTRAST for ground in (LIGHT.ground, LIGHT.surface))
    assert (standing_out(colour, LIGHT) == colour) == stands_out
    assert palette(colour, LIGHT).accent == colour


def test_the_schemes_are_those_of_the_page() -> None:
    style = (PROJECT_ROOT / "bot" / "web" / "widget" / "src" / "style" / "ground.css").read_text(encoding="utf-8")
    for name in ("ground", "surface", "text"):
        light, dark = re.findall(rf"--{name}: (#[0-9a-f]{{6}});", style)
        assert (_scheme(LIGHT, name), _scheme(DARK, name)) == (light, dark)


def _scheme(scheme: Scheme, name: str) -> str:
    return str(getattr(scheme, name))
