"""What the bot says to somebody in need: short, calm, with the right numbers, and mistakes in the file named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.crisis import LAST_RESORT, Soort, load_content
from bot.nlu.crisis.content import MOST_CHARACTERS

CONTENT = Path(__file__).parents[3] / "content" / "crisis.yml"
KINDS = [kind.value for kind in Soort] + ["algemeen"]


@pytest.mark.parametrize("kind", KINDS)
def test_messages_are_short_calm_statements(kind: str) -> None:
    for bubble in load_content(CONTENT).messages(kind):
        assert len(bubble) <= MOST_CHARACTERS
        assert "!" not in bubble
        assert "?" not in bubble


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("zelfdoding", ["113", "0800-0113", "113.nl", "112", "huisarts", "huisartsenpost"]),
        ("geweld", ["112", "0800-2000", "Veilig Thuis"]),
        ("acuut", ["112", "113", "0800-0113"]),
        ("algemeen", ["113", "0800-0113", "113.nl", "112", "0800-2000", "huisarts", "huisartsenpost"]),
    ],
)
def test_the_help_lines_stand_in_the_right_messages(kind: str, named: list[str]) -> None:
    text = " ".join(load_content(CONTENT).messages(kind))
    assert [word for word in named if not re.search(rf"(?<![\w-]){re.escape(word)}(?!\w)", text)] == []


def test_acute_danger_names_112_first() -> None:
    first, *_ = load_content(CONTENT).messages(Soort.acuut)
    assert "112" in first


@pytest.mark.parametrize("kind", [kind.value for kind in Soort if kind is not Soort.vermoeden])
def test_they_say_that_nothing_is_kept_and_the_conversation_stays_open(kind: str) -> None:
    text = " ".join(load_content(CONTENT).messages(kind))
    assert "bewaar ik niet" in text
    assert "blijft open" in text


def test_a_suspicion_names_every_line_and_leaves_room_for_something_else() -> None:
    text = " ".join(load_content(CONTENT).messages(Soort.vermoeden))
    assert all(number in text for number in ("113", "0800-0113", "0800-2000", "112"))
    assert "Bedoelde je iets anders" in text


def test_there_are_words_without_the_file_too() -> None:
    assert len(LAST_RESORT) <= MOST_CHARACTERS
    assert all(number in LAST_RESORT for number in ("112", "113", "0800-0113", "113.nl", "0800-2000"))
    assert not set("!?") & set(LAST_RESORT)


def test_a_kind_is_found_by_its_name_too() -> None:
    content = load_content(CONTENT)
    assert content.messages("acuut") == content.messages(Soort.acuut)
    with pytest.raises(KeyError):
        content.messages("anders")


def without(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        place: Any = content
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


def put(value: Any, *path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        place: Any = content
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without("gecontroleerd"), "gecontroleerd: must be the day"),
        (put("gisteren", "gecontroleerd"), "gecontroleerd: must be the day"),
        (without("hulplijnen"), "hulplijnen: is missing"),
        (without("hulplijnen", 0, "naam"), r"hulplijnen\[0\]\.naam: is missing"),
        (put("113", "hulplijnen", 0), r"hulplijnen\[0\]: must have naam"),
        (put([113], "hulplijnen", 0, "nummers"), r"hulplijnen\[0\]\.nummers\[0\]: must be a text"),
        (put(113, "hulplijnen", 0, "web"), r"hulplijnen\[0\]\.web: must be an address"),
        (put(["ooit"], "hulplijnen", 0, "bij"), r"hulplijnen\[0\]\.bij: knows no 'ooit'"),
        (without("teksten"), "teksten: is missing"),
        (without("teksten", "acuut"), r"teksten\.acuut: is missing"),
        (put("Bel 112.", "teksten", "acuut"), r"teksten\.acuut: must be a list"),
        (put([], "teksten", "acuut"), r"teksten\.acuut: must be a list"),
        (put([" "], "teksten", "acuut"), r"teksten\.acuut\[0\]: must be a text"),
        (put(["112. " * 80], "teksten", "acuut"), r"teksten\.acuut\[0\]: has \d+ characters"),
        (put(["Bel 112!"], "teksten", "acuut"), r"teksten\.acuut\[0\]: asks or exclaims"),
        (put(["Gaat het?"], "teksten", "acuut"), r"teksten\.acuut\[0\]: asks or exclaims"),
        (put(["Bel 112."], "teksten", "zelfdoding"), r"teksten\.zelfdoding: doesn't name 113 "),
        (put(["Bel 0800-0113."], "teksten", "acuut"), r"teksten\.acuut: doesn't name 113 "),
    ],
)
def test_mistakes_in_the_file_are_named(tmp_path: Path, change: Callable[[dict[str, Any]], None], told: str) -> None:
    content = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    change(content)
    file = tmp_path / "crisis.yml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match=told) as error:
        load_content(file)
    assert str(file) in str(error.value)


@pytest.mark.parametrize(
    ("raw", "told"), [(b"a: [", "is no YAML"), (b"\xff\xfe\xfa", "is no YAML"), (b"- 113", "must hold the keys")]
)
def test_a_file_that_is_no_content_is_named(tmp_path: Path, raw: bytes, told: str) -> None:
    file = tmp_path / "crisis.yml"
    file.write_bytes(raw)
    with pytest.raises(ValueError, match=told):
        load_content(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="can't be read"):
        load_content(tmp_path / "crisis.yml")
