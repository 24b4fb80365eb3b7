"""The documents people must be able to trust say what is so: every column, one purpose, no risk without a measure."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.content import load_zinnen
from bot.content.purpose import PURPOSE, SAID_IN
from bot.settings import PROJECT_ROOT, Settings
from bot.sharing.service import ROW_DAYS
from bot.sharing.tombstones import Tombstones
from bot.storage import migrate
from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys
from bot.storage.models import Base
from bot.vault.server_secrets import SECRET_BYTES, Secret, ServerSecrets
from bot.vault.vault import Vault
from tests.sharing.conftest import House

DOCS = PROJECT_ROOT / "docs"
PRIVACY, DPIA, COUNCIL, CARD = (
    (DOCS / f"{name}.md").read_text(encoding="utf-8")
    for name in ("privacy", "dpia", "ondernemingsraad", "algoritmeregister")
)
TRUST = ("privacy", "dpia", "ondernemingsraad", "algoritmeregister", "crisis")
SAYS_PURPOSE = [
    PROJECT_ROOT / "README.md",
    PROJECT_ROOT / "pyproject.toml",
    *(DOCS / f"{name}.md" for name in ("privacy", "dpia", "ondernemingsraad", "algoritmeregister")),
]
NOTHING = {"", "–", "-"}
TODAY = date(2026, 11, 22)


def rows(document: str, first: str) -> list[list[str]]:
    """Return the cells of the table rows whose first cell matches `first`."""
    lines = [line for line in document.splitlines() if re.match(rf"\| {first} \|", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.fixture
def database(tmp_path: Path) -> str:
    """An empty database with the tables as the migrations make them."""
    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    migrate.upgrade(url)
    return url


# --- docs/privacy.md against the schema -------------------------------------------------------------------------

COLUMNS = {row[0].strip("`"): row for row in rows(PRIVACY, r"`\w+\.\w+`")}


def test_every_stored_column_is_explained_and_no_other(database: str) -> None:
    inspector = sa.inspect(open_engine(database))
    stored = {
        f"{table}.{column['name']}" for table in inspector.get_table_names() for column in inspector.get_columns(table)
    }
    declared = {
        f"{column.table.name}.{column.name}" for table in Base.metadata.tables.values() for column in table.columns
    }
    assert set(COLUMNS) == stored | declared


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_says_what_why_how_long_and_who(column: str) -> None:
    _, what, why, how_long, who, _ = COLUMNS[column]
    assert not {what, why, how_long, who} & NOTHING


def test_what_the_table_calls_a_column_is_what_its_person_gets_to_see(database: str) -> None:
    secrets = ServerSecrets([Secret(bytes(SECRET_BYTES))])
    vault = Vault(ConversationKeys(open_engine(database)), secrets, 1, lambda: TODAY)
    shown = vault.held(vault.start())
    assert names_of("conversation_key") == set(shown)


def test_what_it_calls_a_column_of_a_share_is_too(database: str, tmp_path: Path) -> None:
    house = House(open_engine(database), Tombstones(tmp_path / "shares"))
    coach, secret = house.add_coach("Marieke de Vries"), "ab" * SECRET_BYTES
    opened = house.letterbox.open(coach, house.share(secret, coach), house.keys[coach])
    assert opened is not None
    assert house.letterbox.answer(coach, opened, "Dank je.")
    (held,) = house.sharing.held(secret)
    (message,) = held["berichten"]
    assert names_of("share") == set(held) - {"coach", "berichten", "aantekening_van_coach"}
    assert names_of("share_message") == set(message)
    assert names_of("share_note") == {"aantekening_van_coach"} <= set(held)


def names_of(table: str) -> set[str]:
    """Return what the page says the columns of a table are called in the export."""
    shown = [row[5] for column, row in COLUMNS.items() if column.startswith(f"{table}.")]
    return {name.partition("`")[2].partition("`")[0] for name in shown} - {""}


def test_how_long_is_the_default_of_the_setting() -> None:
    days = Settings.__fields__["capsule_max_age_days"].default
    assert set(re.findall(r"(\d+) dagen", PRIVACY + DPIA)) == {str(days), str(ROW_DAYS)}


# --- one purpose ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", SAYS_PURPOSE, ids=lambda document: document.name)
def test_the_purpose_is_the_same_word_for_word(document: Path) -> None:
    assert PURPOSE in " ".join(document.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("key", SAID_IN)
def test_the_bot_says_its_purpose_whatever_the_turn(key: str) -> None:
    texts = load_zinnen(PROJECT_ROOT / "content")
    assert all(PURPOSE in texts.get(key, turn) for turn in range(4))


def test_the_purpose_is_one_sentence_without_a_medical_claim() -> None:
    assert PURPOSE.count(".") == 1
    assert PURPOSE.endswith(".")
    medical = r"diagnos|behandel|therap|genees|voorkom|klacht|ziek|stress|burn|herstel|monitor|voorspel"
    assert not re.search(medical, PURPOSE, re.IGNORECASE)


# --- one answer to where the answers are ------------------------------------------------------------------------

READABLE = "blijft leesbaar in dit tabblad tot je het sluit of wist"
SAYS_READABLE = [
    PROJECT_ROOT / "README.md",
    DOCS / "privacy.md",
    DOCS / "beloften.md",
    PROJECT_ROOT / "bot" / "web" / "page" / "index.html",
]


@pytest.mark.parametrize("document", SAYS_READABLE, ids=lambda document: document.name)
def test_what_stays_readable_is_the_same_word_for_word(document: Path) -> None:
    assert READABLE in " ".join(document.read_text(encoding="utf-8").split())


# --- docs/dpia.md -----------------------------------------------------------------------------------------------


def test_the_dpia_has_all_that_the_law_asks_for() -> None:
    assert [part for part in "abcd" if f"(artikel 35 lid 7 onder {part})" not in DPIA] == []


def test_every_risk_has_measures_and_what_remains() -> None:
    risks, measures = (rows(part, r"R\d+") for part in DPIA.split("### 16. Risico's")[1].split("### 17. Maatregelen"))
    assert [row[0] for row in risks] == [row[0] for row in measures] == [f"R{n}" for n in range(1, len(risks) + 1)]
    for risk in risks:
        assert len(risk) == 5
        assert set(risk[3:]) <= {"laag", "midden", "hoog", "zeer hoog"}
    for measure in measures:
        assert len(measure) == 4
        assert measure[3] not in NOTHING


# --- docs/algoritmeregister.md: the fields of the publication standard 1.0.0, and how long they may be -----------

SHORT, LONG, LONGEST = 100, 2_500, 5_000  # characters
FIELDS = {
    "Naam": SHORT,
    "Korte omschrijving": 350,
    "Organisatie": SHORT,
    "Thema": SHORT,
    "Status": SHORT,
    "Begindatum": SHORT,
    "Einddatum": SHORT,
    "Contactgegevens": SHORT,
    "Link naar publiekspagina": SHORT,
    "Publicatiecategorie": SHORT,
    "Link naar bronregistratie": SHORT,
    "Doel en impact": LONG,
    "Afwegingen": LONG,
    "Menselijke tussenkomst": LONG,
    "Risicobeheer": LONG,
    "Wettelijke basis": LONG,
    "Link naar wettelijke basis": SHORT,
    "Titel van wettelijke basis": SHORT,
    "Link naar verwerkingsregister": SHORT,
    "Impacttoetsen": SHORT,
    "Link naar impacttoetsen": SHORT,
    "Toelichting op impacttoetsen": LONG,
    "Gegevens": LONG,
    "Link naar gegevensbron": SHORT,
    "Titel van gegevensbron": 500,
    "Technische werking": LONGEST,
    "Leverancier": 200,
    "Link naar broncode": SHORT,
    "Taal": SHORT,
    "Schema": SHORT,
    "Bron-ID": SHORT,
    "Zoektermen": LONG,
}
FILLED_IN = dict(re.findall(r"^### (.+)\n\n(.+)\n(?:\n|\Z)", CARD, re.MULTILINE))


def test_the_card_has_the_fields_of_the_standard_in_their_order() -> None:
    assert list(FILLED_IN) == list(FIELDS)


@pytest.mark.parametrize(("field", "most"), FIELDS.items(), ids=FIELDS)
def test_a_field_of_the_card_fits(field: str, most: int) -> None:
    assert len(FILLED_IN[field]) < most


def test_the_choices_on_the_card_are_those_of_the_standard() -> None:
    assert FILLED_IN["Status"] in {"In ontwikkeling", "In gebruik", "Buiten gebruik"}
    assert FILLED_IN["Publicatiecategorie"] in {
        "Hoog-risico AI-systemen",
        "Impactvolle algoritmes",
        "Overige algoritmes",
    }


# --- all of them ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TRUST)
def test_what_the_organisation_must_fill_in_is_marked_in_one_way(name: str) -> None:
    text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert len(re.findall(r"VUL IN", text)) == len(re.findall(r"\*\*\[VUL IN(?:[:,] [^\]*]+)?\]\*\*", text)) > 0


@pytest.mark.parametrize("name", TRUST)
def test_end_to_end_is_not_claimed(name: str) -> None:
    text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    claims = [line for line in text.splitlines() if re.search(r"end[- ]to[- ]end|eind[- ]tot[- ]eind", line, re.I)]
    assert [line for line in claims if "geen end-to-end" not in line] == []
