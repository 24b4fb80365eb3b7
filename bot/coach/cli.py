"""`gesprek coach`: make coaches, list them, give them new keys, let them go, and see what they did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import NoReturn

import typer

from bot.coach.invitations import INVITATION_DAYS, Invitations, NameTaken
from bot.command_line import settings_or_exit
from bot.settings import Settings
from bot.sharing.letterbox import Letterbox
from bot.sharing.tombstones import Tombstones
from bot.storage import migrate
from bot.storage.coaches import Account, Coaches
from bot.storage.database import open_engine

app = typer.Typer(
    help="Vitaliteitscoaches: toevoegen, tonen, nieuwe sleutels geven, weghalen, nagaan.", no_args_is_help=True
)

DataDir = typer.Option(None, "--data-dir", help="Map voor alles wat deze installatie bewaart (GESPREK_DATA_DIR).")
Name = typer.Argument(..., metavar="NAAM", help="De naam waaronder medewerkers de coach zien.")
Yes = typer.Option(False, "--yes", help="Vraag niets.")
_LONGEST = {"name": 120, "role": 400}  # characters; see bot.storage.models


@dataclass(frozen=True)
class Desk:
    """What the commands work with."""

    settings: Settings
    coaches: Coaches
    invitations: Invitations
    letterbox: Letterbox

    def find(self, name: str) -> Account:
        """Find a coach by name, or say that there is none."""
        account = self.coaches.named(name)
        if account is None:
            _refuse("Deze coach is er niet. `gesprek coach list` toont wie er zijn.")
        return account


@app.command()
def add(
    name: str = Name,
    role: str = typer.Option(..., "--role", help="Wat de coach doet, in één zin voor medewerkers."),
    outside_line: bool = typer.Option(
        None, "--outside-line/--in-line", help="Of de coach buiten de lijn staat: niemands leidinggevende, geen HR."
    ),
    data_dir: Path = DataDir,
) -> None:
    """Add a coach, and print the link with which they make their own keys."""
    name, role = " ".join(name.split()), " ".join(role.split())
    if not 0 < len(name) <= _LONGEST["name"] or not 0 < len(role) <= _LONGEST["role"]:
        _refuse(f"Een naam heeft 1 tot {_LONGEST['name']} tekens, en wat iemand doet 1 tot {_LONGEST['role']}.")
    if outside_line is None:
        outside_line = _agrees(
            f"Staat {name} buiten de lijn? Dus: geen leidinggevende, niet van HR, en houdt geheim wat mensen delen."
        )
    if not outside_line:
        _refuse("Dan kan het niet: medewerkers delen alleen met iemand die buiten de lijn staat.")
    with _desk(data_dir) as desk:
        try:
            token = desk.invitations.invite(name, role, outside_line=True)
        except NameTaken:
            _refuse("Er is al een coach met deze naam. Medewerkers zouden de twee niet uit elkaar kunnen houden.")
        _hand_over(desk.settings, name, token)


@app.command("list")
def show(data_dir: Path = DataDir) -> None:
    """List the coaches: name, what they do, and whether they can be chosen."""
    with _desk(data_dir) as desk:
        found = [account for account in desk.coaches.all() if account.removed_on is None]
    for account in found:
        state = "te kiezen" if account.public_key is not None else "uitgenodigd, nog niet binnen"
        typer.echo(f"{account.name} ({state}): {account.role}")
    if not found:
        typer.echo("Er zijn nog geen coaches. Voeg er een toe met `gesprek coach add`.")


@app.command()
def reset(name: str = Name, yes: bool = Yes, data_dir: Path = DataDir) -> None:
    """Invite a coach anew, for whoever lost passphrase or phone; what was shared before can never be opened again."""
    with _desk(data_dir) as desk:
        account = desk.find(name)
        _ask(f"{account.name} krijgt nieuwe sleutels.", yes)
        token = desk.invitations.invite_again(account.coach_id)
        desk.letterbox.lose(account.coach_id)  # after it: until the keys are gone, people still share with them
        _hand_over(desk.settings, account.name, token)


@app.command()
def remove(name: str = Name, yes: bool = Yes, data_dir: Path = DataDir) -> None:
    """Let a coach go: nobody can choose them any more, and what was shared with them is destroyed."""
    with _desk(data_dir) as desk:
        account = desk.find(name)
        _ask(f"{account.name} kan niet meer inloggen en niet meer gekozen worden.", yes)
        desk.invitations.remove(account.coach_id)
        desk.letterbox.lose(account.coach_id)
        typer.echo(f"{account.name} is weggehaald.")


@app.command()
def audit(name: str = Name, data_dir: Path = DataDir) -> None:
    """Say what a coach did, who may be gone by now: the day, what, and with which share; never what stands in it."""
    with _desk(data_dir) as desk:
        accounts = desk.coaches.ever_named(name)
        if not accounts:
            _refuse("Er is geen coach met deze naam, en die is er ook niet geweest.")
        done = [entry for account in accounts for entry in desk.coaches.noted(account.coach_id)]
    for day, what, share_id in sorted(done, key=itemgetter(0), reverse=True):
        typer.echo(f"{day}  {what}" + (f"  deling {share_id}" if share_id else ""))
    if not done:
        typer.echo("Van deze coach is niets bijgehouden.")


def _ask(what: str, yes: bool) -> None:
    typer.echo(what)
    typer.echo("Wat eerder met deze coach gedeeld is, wordt gewist en kan nooit meer open.")
    typer.echo("Wie het deelde, hoort dat in het gesprek.")
    if not yes and not _agrees("Doorgaan?"):
        _refuse("Er is niets veranderd.")


def _agrees(question: str) -> bool:
    """Ask something; whatever isn't plainly a yes is a no."""
    given = typer.prompt(f"{question} [j/N]", default="n", show_default=False)
    return str(given).strip().casefold() in ("j", "ja", "y", "yes")


def _hand_over(settings: Settings, name: str, token: str) -> None:
    typer.echo(f"Geef deze link aan {name}, en aan niemand anders. Hij werkt één keer, {INVITATION_DAYS} dagen lang:")
    typer.echo(f"{settings.portal_url}/uitnodiging/{token}")


@contextmanager
def _desk(data_dir: Path | None) -> Iterator[Desk]:
    settings = settings_or_exit(data_dir=data_dir)
    if not migrate.is_current(settings.sqlalchemy_url):
        typer.echo(migrate.NOT_CURRENT, err=True)
        raise typer.Exit(3)
    engine = open_engine(settings.sqlalchemy_url)
    coaches = Coaches(engine)
    try:
        yield Desk(
            settings,
            coaches,
            Invitations(coaches, _now),
            Letterbox(engine, lambda: _now().date(), Tombstones(settings.tombstones_file)),
        )
    finally:
        engine.dispose()


def _refuse(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(1)


def _now() -> datetime:
    return datetime.now().astimezone()
