"""From the files of `content/` to what the conversation knows."""

from __future__ import annotations

import string
from pathlib import Path

from bot.content.site import Site, read_colour, read_logo, read_origin
from bot.content.source import ContentError, Entry, Problem, Source
from bot.conversation.knowledge import Offer, Option, Organisation, Texts, Theme

MOST_TITLE = 40  # characters of a button
MOST_OFFER = 200  # characters of an offer, as three of them are shown together
_PRACTICAL = ("kosten", "werktijd", "wie_ziet_het")
_OFFER = ("titel", "tekst", "contact", "dimensies", "voorbeelden", *_PRACTICAL, "gecontroleerd")
_CONTACTS = ("vertrouwenspersoon", "bedrijfsarts", "bedrijfsmaatschappelijk_werk")


def load_verdieping(directory: Path) -> dict[str, Theme]:
    """Load the themes of the deepening questions.

    Raises:
        ContentError: with every fault in the file; so for all loaders here.
    """
    source = Source(directory / "verdieping.yml")
    themes = {name: _theme(source, entry) for name, entry in source.entries(source.root).items()}
    source.finish()
    return themes


def load_aanbod(directory: Path) -> dict[str, Offer]:
    """Load what the organisation offers. Cost, working hours and who sees it are told along with the contact."""
    source = Source(directory / "aanbod.yml")
    offers = {name: _offer(source, entry) for name, entry in source.entries(source.root).items()}
    source.finish()
    return offers


def load_organisatie(directory: Path) -> Organisation:
    """Load the names and contacts people see."""
    return _organisatie(directory)[0]


def load_site(directory: Path) -> Site:
    """Load how the page looks and where it may be embedded."""
    return _organisatie(directory)[1]


def load_keuzes(directory: Path) -> dict[str, tuple[Option, ...]]:
    """Load the ways to answer each choice, in the order of their buttons."""
    source = Source(directory / "keuzes.yml")
    choices = {
        name: tuple(_option(source, option) for option in source.entries(entry).values())
        for name, entry in source.entries(source.root).items()
    }
    source.finish()
    return choices


def load_zinnen(directory: Path) -> Texts:
    """Load every sentence the bot says, from all files of `zinnen/` together."""
    sources = [Source(path) for path in sorted((directory / "zinnen").glob("*.yml"))]
    wordings: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    for source in sources:
        for key, entry in source.entries(source.root).items():
            if key in wordings:
                source.wrong(entry.line, f"`{key}` is already in {places[key]}: keep one of the two")
            places[key] = f"{source.path.name} on line {entry.line}"
            wordings[key] = _wordings(source, entry)
    problems = [problem for source in sources for problem in source.problems]
    if not sources:
        problems.append(Problem(str(directory / "zinnen"), 1, "holds no .yml files: put the sentences back"))
    if problems:
        raise ContentError(problems)
    return Texts(wordings)


def _theme(source: Source, entry: Entry) -> Theme:
    field = source.fields(entry, ("vraag", "voorbeelden"), ("dimensies", "woorden")).get
    asked = field("vraag")
    question = source.text(asked)
    if asked and question and not question.endswith("?"):
        source.wrong(asked.value_line, "`vraag` must end with a question mark")
    dimensies = source.dimensies(field("dimensies"), may_be_empty=True)
    words = source.texts(field("woorden"), may_be_empty=True)
    return Theme(entry.name, question, source.texts(field("voorbeelden")), dimensies, words)


def _offer(source: Source, entry: Entry) -> Offer:
    field = source.fields(entry, _OFFER).get
    source.date(field("gecontroleerd"))
    cost, seen_by = source.text(field("kosten")), source.text(field("wie_ziet_het"))
    practical = f"Kosten: {cost}. In werktijd: {_werktijd(source, field('werktijd'))}. Wie het ziet: {seen_by}"
    return Offer(
        id=entry.name,
        title=source.text(field("titel"), MOST_TITLE),
        text=source.text(field("tekst"), MOST_OFFER),
        contact=f"{source.text(field('contact'))}. {practical}",
        dimensies=source.dimensies(field("dimensies")),
        examples=source.texts(field("voorbeelden")),
    )


def _werktijd(source: Source, entry: Entry | None) -> str:
    if entry is None:
        return ""
    text = source.text(entry).lower()
    if entry.is_bool:
        return "ja" if text in ("true", "yes", "on") else "nee"
    if text and text not in ("ja", "nee", "deels"):
        source.wrong(entry.line, "`werktijd` must be true, false or deels")
    return text


def _option(source: Source, entry: Entry) -> Option:
    field = source.fields(entry, ("titel",), ("woorden",)).get
    words = source.texts(field("woorden"), may_be_empty=True)
    return Option(entry.name, source.text(field("titel"), MOST_TITLE), words)


def _wordings(source: Source, entry: Entry) -> tuple[str, ...]:
    return tuple(_wording(source, each) for each in ([entry] if entry.is_text else source.items(entry)))


def _wording(source: Source, entry: Entry) -> str:
    """Return a sentence whose blanks can be filled in: a loose brace would fail only when somebody is to hear it."""
    text = source.text(entry)
    try:
        blanks = [blank for _, blank, _, _ in string.Formatter().parse(text) if blank is not None]
    except ValueError:
        source.wrong(entry.value_line, f"`{entry.name}` has a loose {{ or }}: write a blank as {{dimensie}}")
        return text
    if not all(blank.isidentifier() for blank in blanks):
        source.wrong(entry.value_line, f"`{entry.name}` has braces without a plain name: write a blank as {{dimensie}}")
    return text


def _organisatie(directory: Path) -> tuple[Organisation, Site]:
    source = Source(directory / "organisatie.yml")
    required, optional = ("naam", "bot", *_CONTACTS, "kleur", "inbedden"), ("logo", "toegankelijkheid")
    field = (source.fields(source.root, required, optional) if source.root else {}).get
    confidant, physician, _ = (_contact(source, field(role)) for role in _CONTACTS)
    name, bot = source.text(field("naam")), source.text(field("bot"))
    site = Site(
        name=name,
        bot=bot,
        colour=read_colour(source, field("kleur")),
        logo=read_logo(source, field("logo")),
        embed_origins=tuple(read_origin(source, item) for item in source.items(field("inbedden"), may_be_empty=True)),
        access_contact=_contact(source, field("toegankelijkheid")),
    )
    organisation = Organisation(name, bot, confidant, physician)
    source.finish()
    return organisation, site


def _contact(source: Source, entry: Entry | None) -> str:
    """Write a contact in one line: name, and how to reach them."""
    if entry is None:
        return ""
    found = source.fields(entry, ("naam",), ("telefoon", "mail"))
    ways = [f"{way} {source.text(found[way])}" for way in ("telefoon", "mail") if way in found]
    if found and not ways:
        source.wrong(entry.line, f"`{entry.name}` can't be reached: add `telefoon` or `mail`")
    return ", ".join((source.text(found.get("naam")), *ways))
