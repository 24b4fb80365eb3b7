"""The poster: its codes lead where its words say, and all of it is on one page that can be read."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.content import load_zinnen
from bot.content.purpose import PURPOSE
from bot.documents.poster import make, ways
from bot.settings import PROJECT_ROOT
from tests.documents.conftest import Read

CONTENT = PROJECT_ROOT / "content"
DAY = date(2026, 11, 22)
PAGE, BOT = "https://gesprek.huis.example/", "@het_andere_gesprek_bot"
LONG = f"{PAGE}{'a' * 50}"
LEADS = {PAGE, "https://t.me/het_andere_gesprek_bot?start=poster"}
RUN = CliRunner()


def scanned(poster: bytes, folder: Path) -> set[str]:
    """Return what a camera reads on the printed poster, at a hundred dots an inch."""
    (folder / "poster.pdf").write_bytes(poster)
    subprocess.run(["pdftoppm", "-r", "100", "-png", "-singlefile", "poster.pdf", "poster"], cwd=folder, check=True)
    seen = subprocess.run(["zbarimg", "-q", "--raw", "poster.png"], cwd=folder, check=True, capture_output=True)
    return set(seen.stdout.decode().split())


@pytest.mark.parametrize(
    ("page", "bot", "leads"),
    [(PAGE, BOT, LEADS), (PAGE, None, {PAGE}), (None, BOT, LEADS - {PAGE}), (LONG, None, {LONG})],
    ids=["both", "page", "telegram", "a long address"],
)
def test_the_codes_lead_where_they_should(
    page: str | None, bot: str | None, leads: set[str], read: Read, tmp_path: Path
) -> None:
    assert scanned(make(CONTENT, page, bot, DAY), tmp_path) == leads


def test_all_of_it_is_on_one_page_and_can_be_read_aloud(read: Read) -> None:
    poster = make(CONTENT, PAGE, BOT, DAY)
    assert re.search(r"Pages:\s+1\n", read("pdfinfo", document=poster))
    aloud = " ".join(re.sub(r'"\s+"', "", read("pdfinfo", "-struct-text", document=poster)).split())
    texts = load_zinnen(CONTENT)
    for said in ("Het andere gesprek", "Voorbeeldorganisatie", "gesprek.huis.example", "t.me/het_andere_gesprek_bot"):
        assert f'"{said}' in aloud
    for key in ("scan", "pagina", "prive", "telegram", "langs_telegram", "wat", "wie", "stoppen", "geen"):
        assert texts.get(f"poster.{key}") in aloud, key
    for line in ("113 of 0800-0113, 113.nl", "Alarmnummer: 112", "Veilig Thuis: 0800-2000"):
        assert line in aloud
    for lead in LEADS:
        assert f"QR-code: {lead}" in poster.decode("latin-1")


def test_it_says_what_it_is_not_in_the_words_of_the_purpose() -> None:
    assert load_zinnen(CONTENT).get("poster.geen").removeprefix("Dit is ") in PURPOSE


def test_with_one_way_in_nothing_is_compared() -> None:
    texts = load_zinnen(CONTENT)
    assert [way.note for way in ways(texts, PAGE, None)] == [""]
    assert [way.note for way in ways(texts, None, "een_bot")] == [texts.get("poster.langs_telegram")]


@pytest.mark.parametrize("colour", ["#a68a00", "#777777"])
def test_words_of_any_length_on_any_colour_stay_in_their_place(colour: str, tmp_path: Path, read: Read) -> None:
    for name in ("zinnen", "crisis.yml"):
        (tmp_path / name).symlink_to(CONTENT / name)
    written = (CONTENT / "organisatie.yml").read_text()
    long = "Stichting Samenwerkende Zorg- en Welzijnsorganisaties Midden- en Oost-Brabant"
    written = re.sub(r"(?m)^naam:.*", f"naam: {long}", written)
    written = re.sub(r"(?m)^bot:.*", "bot: Het gesprek over werk, leven en wat er verder nog toe doet", written)
    (tmp_path / "organisatie.yml").write_text(re.sub(r"(?m)^kleur:.*", f'kleur: "{colour}"', written))
    poster = make(tmp_path, PAGE, BOT, DAY)
    boxes = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', bbox(read, poster))
    assert len(boxes) > 60
    for left, _, right, bottom, word in boxes:
        assert float(left) > 50, word
        assert float(right) < 545, word
        assert float(bottom) < 820, word
    places = sorted((float(top), float(bottom)) for left, top, right, bottom, word in boxes if float(left) < 60)
    assert all(upper[1] - lower[0] < 5 for upper, lower in pairwise(places))  # no line runs into the next


def bbox(read: Read, poster: bytes) -> str:
    """Return every word with its place, in points."""
    return read("pdftotext", "-bbox", "-", document=poster)


@pytest.mark.parametrize(
    ("page", "bot", "told"),
    [
        (None, None, "A poster leads somewhere: give --url"),
        (f"{PAGE}{'a' * 80}", None, "longer than 80 characters"),
        (PAGE, "het andere gesprek", "like @het_andere_gesprek_bot"),
        (PAGE, "bot?start=iets", "like @het_andere_gesprek_bot"),
    ],
)
def test_what_makes_no_poster_is_told(page: str | None, bot: str | None, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        make(CONTENT, page, bot, DAY)


def test_the_command_writes_it_where_it_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "deur.pdf"
    done = RUN.invoke(app, ["poster", "--out", str(out), "--url", PAGE, "--telegram", BOT])
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(b"%PDF-")
    assert str(out) in done.output


def test_the_command_takes_the_address_of_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_PUBLIC_URL", PAGE)
    assert RUN.invoke(app, ["poster", "--out", str(tmp_path / "a.pdf")]).exit_code == 0
    assert PAGE in (tmp_path / "a.pdf").read_bytes().decode("latin-1")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "give --url"),
        (["--url", "http://huis.example"], "must be https://"),
        (["--url", PAGE, "--out", "/nergens/poster.pdf"], "/nergens/poster.pdf can't be written: No such file"),
    ],
)
def test_the_command_says_what_is_missing(given: list[str], told: str, tmp_path: Path) -> None:
    done = RUN.invoke(app, ["poster", "--out", str(tmp_path / "a.pdf"), *given])
    assert done.exit_code == 2
    assert told in done.output
    assert not (tmp_path / "a.pdf").exists()
