"""Content: what the project ships is right, and every kind of fault is told with the line it is on."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.content import (
    ContentError,
    Problem,
    check,
    load_aanbod,
    load_keuzes,
    load_organisatie,
    load_site,
    load_verdieping,
    load_zinnen,
)
from bot.content.purpose import PURPOSE
from bot.content.site import TELEGRAM_WEB
from bot.conversation.dimensions import DIMENSIES
from bot.conversation.knowledge import Option

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 22)

VERDIEPING = """\
# onderwerpen
slaap:
  vraag: Hoe slaap je?
  dimensies: []
  voorbeelden:
    - ik slaap goed
    - no
geld:
  vraag: Wat doet geld met je?
  voorbeelden: [ik kom rond]
"""
AANBOD = """\
coach:
  titel: Coach
  tekst: Een gesprek.
  contact: Team Vitaal
  dimensies: [meedoen, zingeving]
  voorbeelden:
    - iemand die luistert
  kosten: gratis
  werktijd: true
  wie_ziet_het: alleen de coach
  gecontroleerd: 2026-11-22
"""
ORGANISATIE = """\
naam: Huis
bot: Het andere gesprek
vertrouwenspersoon:
  naam: Noor
  telefoon: 030 000 00 11
  mail: noor@huis.example
bedrijfsarts:
  naam: Sam
  telefoon: 0300000012
bedrijfsmaatschappelijk_werk:
  naam: Team
  mail: team@huis.example
kleur: "#0f766e"
inbedden:
  - https://intranet.huis.example
"""
KEUZES = """\
route:
  kort:
    titel: Kort
    woorden: [kort, 5 minuten, no]
  rustig:
    titel: Rustig
"""
ZINNEN = """\
begroet:
  - Hallo.
  - Dag {naam}.
vraag.plan: |-
  Dit is je plan:

  {plan}
"""
CRISIS = """\
gecontroleerd: 2026-11-22
zelfdoding: [Bel 113.]
"""
FILES = {
    "verdieping.yml": VERDIEPING,
    "aanbod.yml": AANBOD,
    "organisatie.yml": ORGANISATIE,
    "keuzes.yml": KEUZES,
    "zinnen/begin.yml": ZINNEN,
    "crisis.yml": CRISIS,
}


def accept(path: Path) -> None:
    """Stand in for the crisis room's own loader."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "zinnen").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "bot.nlu.crisis", SimpleNamespace(load_content=accept))
    return tmp_path


def only_problem(content: Path) -> Problem:
    (problem,) = check(content, TODAY)
    return problem


def test_right_content_has_no_problems(content: Path) -> None:
    assert check(content, TODAY) == []


def test_themes_are_read_as_the_text_that_stands_there(content: Path) -> None:
    themes = load_verdieping(content)
    assert themes["slaap"].examples == ("ik slaap goed", "no")
    assert themes["slaap"].question == "Hoe slaap je?"
    assert themes["slaap"].dimensies == themes["geld"].dimensies == ()


@pytest.mark.parametrize(("written", "told"), [("true", "ja"), ("no", "nee"), ("deels", "deels"), ("nee", "nee")])
def test_an_offer_tells_the_practical_side_with_its_contact(content: Path, written: str, told: str) -> None:
    (content / "aanbod.yml").write_text(AANBOD.replace("werktijd: true", f"werktijd: {written}"))
    offer = load_aanbod(content)["coach"]
    assert (offer.id, offer.title, offer.dimensies) == ("coach", "Coach", ("meedoen", "zingeving"))
    assert offer.contact == f"Team Vitaal. Kosten: gratis. In werktijd: {told}. Wie het ziet: alleen de coach"


def test_contacts_are_one_readable_line(content: Path) -> None:
    organisation = load_organisatie(content)
    assert organisation.confidant == "Noor, telefoon 030 000 00 11, mail noor@huis.example"
    assert organisation.occupational_physician == "Sam, telefoon 0300000012"


def test_site_has_a_colour_and_the_intranets_that_may_embed(content: Path) -> None:
    site = load_site(content)
    assert site.colour == "#0f766e"
    assert site.embed_origins == ("https://intranet.huis.example",)


def test_options_keep_their_order_and_words_are_optional(content: Path) -> None:
    assert load_keuzes(content) == {
        "route": (Option("kort", "Kort", ("kort", "5 minuten", "no")), Option("rustig", "Rustig"))
    }


def test_sentences_of_all_files_come_together(content: Path) -> None:
    (content / "zinnen" / "einde.yml").write_text("klaar: Tot ziens.\n")
    texts = load_zinnen(content)
    assert texts.get("klaar") == "Tot ziens."
    assert [texts.get("begroet", turn, naam="Jo") for turn in (0, 1)] == ["Hallo.", "Dag Jo."]
    assert texts.get("vraag.plan", plan="x") == "Dit is je plan:\n\nx"


FAULTS = [
    ("verdieping.yml", "vraag: Hoe slaap je?", "vraag: Vertel eens.", 3, "question mark"),
    ("verdieping.yml", "vraag: Hoe slaap je?", "vraag:\n    Vertel eens.", 4, "question mark"),
    ("verdieping.yml", "vraag: Hoe slaap je?", "vraag: Echt! Hoe dan?", 3, "exclamation mark"),
    ("verdieping.yml", "vraag: Hoe slaap je?", "vraag:", 3, "empty"),
    ("verdieping.yml", "vraag: Hoe slaap je?", 'vraag: "  "', 3, "empty"),
    ("verdieping.yml", "vraag: Hoe slaap je?", f"vraag: {'a' * 350}?", 3, "351 characters, 350 at most"),
    ("verdieping.yml", "vraag: Hoe slaap je?", "vraag: [Hoe]", 3, "must be one text"),
    ("verdieping.yml", "  vraag: Hoe slaap je?\n", "", 2, "`slaap` has no `vraag`"),
    ("verdieping.yml", "dimensies: []", "dimensies: [meedoen, slaap]", 4, "`slaap` is no dimension"),
    ("verdieping.yml", "dimensies: []", "dimensies:\n    - meedoen\n    - Zingeving", 6, "`Zingeving` is no dimension"),
    ("verdieping.yml", "dimensies: []", "dimensie: []", 4, "`dimensie` is unknown here: use vraag"),
    ("verdieping.yml", "    - no\n", "    -\n", 7, "empty"),
    ("verdieping.yml", "[ik kom rond]", "[]", 10, "at least one"),
    ("verdieping.yml", "[ik kom rond]", "ik kom rond", 10, "must be a list"),
    ("verdieping.yml", "geld:", "slaap:", 8, "`slaap` is already on line 2"),
    ("verdieping.yml", "geld:", "Geld zaken:", 8, "rename it"),
    ("verdieping.yml", "dimensies: []", "  dimensies: []", 4, "can't be read"),
    ("verdieping.yml", "- no", "- 's nachts", 11, "can't be read"),
    ("verdieping.yml", "- no", "- a\x07b", 7, "a character"),
    ("verdieping.yml", VERDIEPING, "# niets\n", 1, "the file is empty"),
    ("verdieping.yml", VERDIEPING, "- slaap\n", 1, "`name: value`"),
    ("aanbod.yml", "Een gesprek.", "a" * 201, 3, "201 characters, 200 at most"),
    ("aanbod.yml", "titel: Coach", f"titel: {'a' * 41}", 2, "40 at most"),
    ("aanbod.yml", "[meedoen, zingeving]", "[]", 5, "at least one"),
    ("aanbod.yml", "werktijd: true", "werktijd: soms", 9, "true, false or deels"),
    ("aanbod.yml", "2026-11-22", "22 november", 11, "write it as 2026-11-22"),
    ("aanbod.yml", "2026-11-22", "2026-11-23", 11, "lies ahead"),
    ("aanbod.yml", "2026-11-22", "2025-11-21", 11, "over a year ago"),
    ("aanbod.yml", "  kosten: gratis\n", "", 1, "`coach` has no `kosten`"),
    ("organisatie.yml", '"#0f766e"', "#0f766e", 13, "in quotes"),
    ("organisatie.yml", '"#0f766e"', "groen", 13, "`kleur` must be"),
    ("organisatie.yml", "#0f766e", "#f2c94c", 13, 'take a darker one, such as "#'),
    ("organisatie.yml", "intranet.huis.example", "intranet.huis.example/start", 15, "without a path"),
    ("organisatie.yml", "intranet.huis.example", "intranet.huis.example/", 15, "without a path"),
    ("organisatie.yml", "intranet.huis.example", "Intranet.huis.example", 15, "https://intranet.huis.example"),
    ("organisatie.yml", "https://intranet", "http://intranet", 15, "must be at https://"),
    ("organisatie.yml", "https://intranet", "https://*", 15, "each intranet by itself"),
    ("organisatie.yml", "- https://intranet.huis.example", '- "*"', 15, "each intranet by itself"),
    ("organisatie.yml", "intranet.huis.example", "intranet.huis.example; script-src x", 15, "no origin"),
    ("organisatie.yml", "inbedden:", "inbedden:\n  - http://localhost:8090", 15, "take it out now"),
    ("organisatie.yml", "naam: Huis", "naam: Huis\nlogo: weg.png", 2, "put weg.png beside this file"),
    ("organisatie.yml", "naam: Huis", "naam: Huis\nlogo: ../logo.png", 2, "in the folder of this one"),
    ("organisatie.yml", "naam: Huis", "naam: Huis\nlogo: organisatie.yml", 2, "ends with .svg, .png"),
    ("organisatie.yml", "naam: Huis", "naam: Huis\nlogo: nep.png", 2, "no .png picture inside"),
    ("organisatie.yml", "naam: Huis", "naam: Huis\nlogo: groot.png", 2, "50 kB at most"),
    ("organisatie.yml", "  telefoon: 0300000012\n", "", 7, "can't be reached"),
    ("organisatie.yml", "naam: Huis\n", "", 1, "has no `naam`"),
    ("organisatie.yml", "bot: Het andere gesprek", "bot: Hallo!", 2, "exclamation mark"),
    ("keuzes.yml", "titel: Rustig", "knop: Rustig", 5, "has no `titel`"),
    ("keuzes.yml", "titel: Kort", "titel: Kort!", 3, "exclamation mark"),
    ("zinnen/begin.yml", "Dag {naam}.", "Dag {naam.", 3, "loose"),
    ("zinnen/begin.yml", "Dag {naam}.", "Dag {}.", 3, "plain name"),
    ("zinnen/begin.yml", "Dag {naam}.", "Dag {naam.upper}.", 3, "plain name"),
    ("zinnen/begin.yml", "Hallo.", "Hallo!", 2, "exclamation mark"),
    ("zinnen/begin.yml", "Hallo.", "a" * 351, 2, "351 characters"),
    ("zinnen/begin.yml", "begroet:", "bot:", 1, "must hold this sentence: Dit is een chatbot"),
    ("zinnen/begin.yml", "begroet:", "vraag.plan: Klopt het?\nbegroet:", 5, "already on line 1"),
    ("crisis.yml", "gecontroleerd: 2026-11-22\n", "", 1, "no `gecontroleerd`"),
    ("crisis.yml", "2026-11-22", "2025-01-01", 1, "over a year ago"),
    ("crisis.yml", "2026-11-22", "gisteren", 1, "write it as 2026-11-22"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "line", "said"), FAULTS)
def test_fault_is_told_with_its_line(content: Path, name: str, right: str, wrong: str, line: int, said: str) -> None:
    path = content / name
    (content / "nep.png").write_bytes(b"GIF89a")
    (content / "groot.png").write_bytes(b"\x89PNG" + bytes(60_000))
    assert right in FILES[name]
    path.write_text(FILES[name].replace(right, wrong, 1), encoding="utf-8")
    found = [problem for problem in check(content, TODAY) if said in problem.message]
    assert [(problem.file, problem.line) for problem in found] == [(str(path), line)]
    assert str(found[0]).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("logo.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("logo.png", b"\x89PNG\r\n"),
        ("logo.webp", b"RIFF\x00\x00\x00\x00WEBP"),
        ("logo.jpg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_a_logo_is_a_picture_beside_the_file(content: Path, name: str, picture: bytes) -> None:
    (content / name).write_bytes(picture)
    (content / "organisatie.yml").write_text(ORGANISATIE + f"logo: {name}\n")
    assert check(content, TODAY) == []
    assert load_site(content).logo == content / name


def test_an_example_page_may_stand_in_the_list_until_an_intranet_does(content: Path) -> None:
    example = ORGANISATIE.replace("https://intranet.huis.example", "http://127.0.0.1:8090")
    (content / "organisatie.yml").write_text(example)
    assert check(content, TODAY) == []
    (content / "organisatie.yml").write_text(example + "  - https://intranet.huis.example\n")
    assert only_problem(content).warning


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, False),
        ({"TELEGRAM_TOKEN": "1:a"}, False),
        ({"GESPREK_PUBLIC_URL": "https://gesprek.voorbeeld.nl/"}, False),
        ({"TELEGRAM_TOKEN": "1:a", "GESPREK_PUBLIC_URL": "https://gesprek.voorbeeld.nl/"}, True),
    ],
    ids=["neither", "no page", "no bot", "both"],
)
def test_where_telegram_has_a_button_to_the_page_its_browser_must_be_let_in(
    content: Path, environment: dict[str, str], told: bool
) -> None:
    path = content / "organisatie.yml"
    for written, hinted in ((ORGANISATIE, told), (ORGANISATIE + f"  - {TELEGRAM_WEB}\n", False)):
        path.write_text(written)
        outcome = CliRunner().invoke(app, ["check"], env={"GESPREK_CONTENT_DIR": str(content), **environment})
        assert (f"{path}:14: " in outcome.output and TELEGRAM_WEB in outcome.output) is hinted, outcome.output


def test_only_age_is_a_warning(content: Path) -> None:
    (content / "aanbod.yml").write_text(AANBOD.replace("2026-11-22", "2025-11-21"))
    assert only_problem(content).warning
    (content / "aanbod.yml").write_text(AANBOD.replace("2026-11-22", "2025-11-22"))
    assert check(content, TODAY) == []
    (content / "aanbod.yml").write_text(AANBOD.replace("2026-11-22", "nooit"))
    assert not only_problem(content).warning


def test_all_faults_of_a_file_come_at_once(content: Path) -> None:
    (content / "verdieping.yml").write_text("a:\n  vraag: Goed!\nb:\n  voorbeelden: []\n")
    with pytest.raises(ContentError) as caught:
        load_verdieping(content)
    assert [problem.line for problem in caught.value.problems] == [1, 2, 2, 3, 4]
    assert str(caught.value).count("\n") == 4


@pytest.mark.parametrize("name", [name for name in FILES if "/" not in name])
def test_missing_file_is_told_once(content: Path, name: str) -> None:
    (content / name).unlink()
    problem = only_problem(content)
    assert (Path(problem.file).name, problem.line) == (name, 1)


def test_missing_sentences_are_told(content: Path) -> None:
    (content / "zinnen" / "begin.yml").unlink()
    assert "holds no .yml files" in only_problem(content).message


def test_a_sentence_in_two_files_is_told_with_both_places(content: Path) -> None:
    (content / "zinnen" / "einde.yml").write_text("\nbegroet: Dag.\n")
    problem = only_problem(content)
    assert (Path(problem.file).name, problem.line) == ("einde.yml", 2)
    assert "begin.yml on line 1" in problem.message


def test_a_sentence_that_says_the_purpose_may_say_more(content: Path) -> None:
    (content / "zinnen" / "uitleg.yml").write_text(f'bot: ["Dag. {PURPOSE}", "{PURPOSE} Jij weet wat past."]\n')
    assert check(content, TODAY) == []


def test_file_in_another_encoding_is_told(content: Path) -> None:
    (content / "keuzes.yml").write_bytes("route:\n  kort:\n    titel: Eén\n".encode("latin-1"))
    assert "UTF-8" in only_problem(content).message


def test_file_saved_by_a_windows_editor_is_read(content: Path) -> None:
    (content / "keuzes.yml").write_bytes(b"\xef\xbb\xbf" + KEUZES.replace("\n", "\r\n").encode())
    assert list(load_keuzes(content)) == ["route"]


def test_a_fault_found_by_the_crisis_room_is_passed_on(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise ValueError(f"{path.name} has no 113")

    monkeypatch.setitem(sys.modules, "bot.nlu.crisis", SimpleNamespace(load_content=refuse))
    assert only_problem(content).message == "crisis.yml has no 113"


# What the project ships.


def test_shipped_content_loads() -> None:
    for load in (load_verdieping, load_aanbod, load_organisatie, load_keuzes, load_zinnen):
        load(CONTENT)


def test_shipped_themes_cover_what_people_bring_up() -> None:
    themes = load_verdieping(CONTENT)
    named = """slaap pijn werkdruk rooster nachtdienst herstel zeggenschap waardering collegas leidinggevende leren
        betekenis geld mantelzorg thuis eenzaamheid bewegen eten roken alcohol ontspanning piekeren energie
        overgang reizen veiligheid_op_werk loopbaan pensioen scherm_en_mail rouw taal"""
    assert set(named.split()) <= set(themes)
    said = [example for theme in themes.values() for example in theme.examples]
    assert len(set(said)) == len(said)
    for theme in themes.values():
        assert 12 <= len(theme.examples) <= 25, theme.id
        assert all(2 <= len(example.split()) <= 14 for example in theme.examples), theme.id
    words = [word for theme in themes.values() for word in theme.words]
    assert len(set(words)) == len(words)


def test_shipped_questions_are_short_and_open() -> None:
    for theme in load_verdieping(CONTENT).values():
        assert theme.question.count("?") == 1, theme.id
        assert len(theme.question) <= 80, theme.id
        assert re.match(r"(Wat|Waar\w*|Wanneer|Hoe|(In w|Op w|W)elke?)\b", theme.question), theme.id
        assert not re.search(r"\b(waarom|moet|zou je|probeer|diagnose|klacht\w*)\b", theme.question.lower()), theme.id


def test_shipped_offers_are_spread_over_all_dimensions() -> None:
    offers = load_aanbod(CONTENT)
    assert 14 <= len(offers) <= 18
    for dimensie in DIMENSIES:
        assert sum(dimensie in offer.dimensies for offer in offers.values()) >= 3
    assert all(6 <= len(offer.examples) <= 10 for offer in offers.values())


def test_shipped_contacts_are_fictional() -> None:
    said = (CONTENT / "aanbod.yml").read_text() + (CONTENT / "organisatie.yml").read_text()
    assert all(number.startswith("030 000 00") for number in re.findall(r"\b0\d\d[\d ]{6,}\d\b", said))
    hosts = set(re.findall(r"[@/]([\w.-]+\.\w+)", said)) - {"127.0.0.1", "web.telegram.org"}
    assert all(host.endswith("voorbeeldorganisatie.example") for host in hosts)
