"""Others in what somebody wants to share: rather too many than too few, and no days of the week."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.conversation.knowledge import Other
from bot.redaction import build_lookups, find_others, lookups, lookups_ready

FOUND: dict[str, dict[str, str]] = {
    "Ik drink vaak koffie met Ria van de receptie.": {"Ria": "naam"},
    "ria helpt me altijd": {"ria": "naam"},
    "Mijn leidinggevende Anton Bakker is aardig.": {"Anton Bakker": "naam"},
    "ik ga met jan jansen wandelen": {"jan jansen": "naam"},
    "Bel mevrouw De Vries op 06-12345678": {"mevrouw De Vries": "naam", "06-12345678": "telefoonnummer"},
    "mijn dochter fatima en mijn zoon yusuf": {"fatima": "naam", "yusuf": "naam"},
    "dr. Pieterse zegt dat ik rust moet nemen": {"dr. Pieterse": "naam"},
    "Ik woon in de Kerkstraat 12 in Utrecht": {"Kerkstraat 12": "adres", "Utrecht": "plaats"},
    "mail me op jan.bos@voorbeeld.nl": {"jan.bos@voorbeeld.nl": "mailadres"},
    "Op dinsdag met Sanne sporten": {"Sanne": "naam"},
    "ik werk in het Radboudumc": {"Radboudumc": "instelling"},
    "mijn moeder zit in verzorgingshuis De Linde": {"verzorgingshuis De Linde": "instelling"},
    "Mohammed en ik rijden samen": {"Mohammed": "naam"},
    "Bo is mijn beste collega": {"Bo": "naam"},
    "Het gaat goed met Jan-Willem van den Berg": {"Jan-Willem van den Berg": "naam"},
    "samen met Zeynep Yılmaz": {"Zeynep Yılmaz": "naam"},
    "1234 AB Amsterdam, 030 123 45 67": {"1234 AB": "adres", "Amsterdam": "plaats", "030 123 45 67": "telefoonnummer"},
    "Hanneke, Wim en Truus": {"Hanneke": "naam", "Wim": "naam", "Truus": "naam"},
    "met tante sjaan naar zorgcentrum Het Zonnehuis": {"sjaan": "naam", "zorgcentrum Het Zonnehuis": "instelling"},
    "mijn nummer is 123456782": {"123456782": "nummer"},
    "NL91ABNA0417164300": {"NL91ABNA0417164300": "rekeningnummer"},
    "mijn manager peter": {"peter": "naam"},
    "Van Dijk wil dat ik meer doe": {"Van Dijk": "naam"},
    "Juf Els van basisschool De Regenboog": {"Els": "naam", "basisschool De Regenboog": "instelling"},
    "kijk op www.voorbeeld.nl/jan": {"www.voorbeeld.nl/jan": "link"},
}
NOBODY = [
    "Maandag ga ik wandelen",
    "Als het dinsdag is, dan ga ik om vijf uur weg",
    "In december heb ik vrij",
    "Mijn plan: elke dag wandelen in het park",
    "Ik wil vaker naar buiten",
    "Mijn ploeg is fijn, we lachen veel",
    "Een rooster dat klopt",
    "Ik heb pijn in mijn rug en slaap slecht",
    "Genieten van de natuur",
    "Zin in mijn werk, energie genoeg",
    "7,5",
    "ja",
    "Meer rust en minder appjes op mijn telefoon",
    "om 10 uur naar bed, 3 keer per week",
    "",
    "Zenne, ik wil vaker naar buiten",
    "da's fijn voor mij zenne",
    "Amai dat was zwaar",
    "Allee, dan doe ik het",
    "Hé, dat kan ook",
    "Goh ik weet het niet",
    "Oei, Bah en Bon",
    "Super dat het lukt, gast",
]


@pytest.mark.parametrize("text", FOUND)
def test_who_and_what_points_at_others_is_found(text: str) -> None:
    assert {other.words: other.kind for other in find_others(text)} == FOUND[text]


@pytest.mark.parametrize("text", NOBODY)
def test_days_months_and_everyday_words_are_nobody(text: str) -> None:
    assert find_others(text) == ()


def test_each_is_named_once_and_not_shown_in_an_error() -> None:
    assert [other.words for other in find_others("Ria en nog eens Ria")] == ["Ria"]
    assert "Ria" not in repr(Other("Ria", "naam"))


def test_the_lookups_are_built_once_and_small(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "deduce"
    assert not lookups_ready(folder)
    build_lookups(folder)
    assert lookups_ready(folder)
    built = folder / "cache" / "lookup_structs.pickle"
    assert built.stat().st_size < 10_000_000
    before = built.stat().st_mtime_ns
    lookups.load(folder)
    assert built.stat().st_mtime_ns == before, "loading builds nothing"
    assert [path.name for path in folder.parent.iterdir()] == ["deduce"]
