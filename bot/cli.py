"""`gesprek`: the only way in. Every command says what is missing instead of failing further on."""

from __future__ import annotations

import asyncio
import json
import os
import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from bot import logs
from bot.coach.cli import app as coach
from bot.command_line import settings_or_exit
from bot.listening import listen
from bot.settings import PROJECT_ROOT, Settings, environment_names, secret_names

app = typer.Typer(
    help="Het andere gesprek: een chatbot over werk en leven.", add_completion=False, no_args_is_help=True
)

app.add_typer(coach, name="coach")

DataDir = typer.Option(None, "--data-dir", help="Map voor alles wat deze installatie bewaart (GESPREK_DATA_DIR).")
PosterFile = typer.Option(Path("poster.pdf"), "--out", help="Bestand om de poster in te schrijven.")
JsonFile = typer.Option(None, "--json", help="Schrijf de uitkomst ook als JSON in dit bestand.")


@app.command()
def run(
    host: str = typer.Option(None, help="Adres om op te luisteren (GESPREK_HOST)."),
    port: int = typer.Option(None, help="Poort van het gesprek (GESPREK_PORT)."),
    coach_port: int = typer.Option(None, help="Poort van het coachportaal, een eigen proces (GESPREK_COACH_PORT)."),
    data_dir: Path = DataDir,
    workers: int = typer.Option(None, help="Aantal processen (GESPREK_WORKERS)."),
) -> None:
    """Serve the conversation, in the foreground. It does no set-up; it says what is missing."""
    settings = settings_or_exit(host=host, port=port, coach_port=coach_port, data_dir=data_dir, workers=workers)
    _refuse_if_not_ready(settings)
    settings = settings.copy(update={"port": _port_to_listen_on(settings)})
    _hand_to_children(settings)
    import uvicorn

    from bot.coach.beside import portal_beside
    from bot.web.serve import options

    # uvicorn drains, and then raises the signal once more for whoever was there before it: that ends with 0.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    _say(f"Het andere gesprek: http://{settings.host}:{settings.port}/   (starten duurt even; stoppen met Ctrl-C)")
    with portal_beside(settings.host, settings.coach_port) as coach_at:
        if coach_at is None:
            _say(f"Het coachportaal start nog niet: poort {settings.coach_port} is bezet. Het gesprek gaat door.")
        else:
            _say(f"Het coachportaal: {settings.copy(update={'coach_port': coach_at}).portal_url}/")
        uvicorn.run("bot.web.serve:build", **options(settings))


@app.command()
def setup(data_dir: Path = DataDir) -> None:
    """Prepare an installation: database, redaction lookups, and a model where training data changed."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.installation import prepare

    with _told_when_not_writable(settings):
        prepare(settings, _say)


@app.command()
def rotate(
    data_dir: Path = DataDir,
    drop: bool = typer.Option(
        False, "--drop", help="Gooi de oude weg, omdat er een gelekt is: gesprekken gaan verloren."
    ),
) -> None:
    """Make a new secret to seal conversations with; the older ones open theirs until those are too old."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.installation import rotate_secrets, today
    from bot.vault.server_secrets import SecretsError

    try:
        older = rotate_secrets(settings, today(), drop=drop)
    except SecretsError as error:
        typer.echo(f"{error}.", err=True)
        raise typer.Exit(3) from None
    _say(f"A new secret seals from now on, without a restart. Older ones that still open conversations: {older}.")


@app.command()
def train(
    data_dir: Path = DataDir, force: bool = typer.Option(False, help="Train ook als er niets veranderd is.")
) -> None:
    """Train the model, if what it is trained from has changed."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.installation import ensure_model

    with _told_when_not_writable(settings):
        ensure_model(settings, _say, force=force)


@app.command()
def shell(data_dir: Path = DataDir) -> None:
    """Talk in the terminal. Nothing is kept: the conversation is gone when you leave."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.shell import talk

    _say("Even laden…")
    asyncio.run(talk(_loaded_engine(settings), sys.stdin, _say))


@app.command()
def parse(data_dir: Path = DataDir) -> None:
    """Read an utterance a line on standard input; write what a turn would see, a JSON object a line."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.parse import parse_line

    engine = _loaded_engine(settings)

    async def parse_all() -> None:
        for line in sys.stdin:
            _say(json.dumps(await parse_line(engine, line.rstrip("\r\n")), ensure_ascii=False))

    asyncio.run(parse_all())


@app.command()
def check(data_dir: Path = DataDir) -> None:
    """Check configuration and content; each fault with its file, its line and what to do."""
    settings = settings_or_exit(data_dir=data_dir)
    from bot.content import check as check_content
    from bot.installation import today, wrong_secrets

    telegram_page = settings.telegram_token is not None and settings.public_url is not None
    secrets, problems = wrong_secrets(settings), check_content(settings.content_dir, today(), telegram_page)
    for line in (*secrets, *map(str, problems)):
        _say(line)
    found = len(secrets) + len(problems)
    _say(f"{found} to look at." if found else "Everything in order.")
    raise typer.Exit(1 if secrets or any(not problem.warning for problem in problems) else 0)


@app.command()
def poster(
    out: Path = PosterFile,
    url: str = typer.Option(None, help="Adres van de pagina, https://… (GESPREK_PUBLIC_URL)."),
    telegram: str = typer.Option(None, help="Naam van de bot op Telegram, zoals @het_andere_gesprek_bot."),
) -> None:
    """Make a poster of one A4 as a PDF, with QR codes that lead to the page and to Telegram."""
    settings = settings_or_exit(public_url=url)
    from bot.content import ContentError
    from bot.documents.poster import make
    from bot.installation import today

    try:
        out.write_bytes(make(settings.content_dir, settings.public_url, telegram, today()))
    except OSError as error:
        typer.echo(f"{out} can't be written: {error.strerror}.", err=True)
        raise typer.Exit(2) from None
    except (ContentError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    _say(f"The poster is in {out}. Print one, and try its codes with a phone before you hang up the others.")


@app.command()
def demo(
    bot: str = typer.Option("http://127.0.0.1:8080", help="Adres van de bot, zonder pad."),
    port: int = typer.Option(8090, min=1, max=65535, help="Poort van de voorbeeldpagina."),
) -> None:
    """Show the bot in an example intranet, on this machine only; says what is missing for it to be shown."""
    import uvicorn

    from bot.demo.intranet import HOST, advice, create_intranet

    bot, here = bot.rstrip("/"), f"http://{HOST}:{port}"
    if not re.fullmatch(r"https?://[\w.:\[\]-]+", bot):
        raise typer.BadParameter("write https:// and the host, without a path", param_hint="--bot")
    _say(advice(bot, here) or "De bot is er, en mag hier staan.")
    _say(f"Voorbeeldintranet: {here}/   (stoppen met Ctrl-C)")
    uvicorn.run(create_intranet(bot), host=HOST, port=port, log_level="error", ws="none")


@app.command()
def bench(
    quick: bool = typer.Option(False, help="Een korte ronde, om te zien of hij werkt."),
    json_file: Path = JsonFile,
) -> None:
    """Measure: whole conversations, beside the stock set-up on the same model."""
    sys.path.insert(0, str(PROJECT_ROOT))  # bench/ is not installed: it only serves whoever has the project
    from bench.table import main as measure

    measure(quick, json_file)


def main() -> None:
    """Run the command line."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # or a crash writes what is in memory to a disk
    logs.prepare_environment()
    app()


def _refuse_if_not_ready(settings: Settings) -> None:
    from bot.installation import missing

    lacking = missing(settings)
    for line in lacking:
        typer.echo(line, err=True)
    if lacking:
        raise typer.Exit(3)


@contextmanager
def _told_when_not_writable(settings: Settings) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        typer.echo(
            f"{error.filename or settings.data_dir} can't be written: {error.strerror}. Look at GESPREK_DATA_DIR, at "
            "whose the folder is, and whether the disk is full.",
            err=True,
        )
        raise typer.Exit(3) from None


def _port_to_listen_on(settings: Settings) -> int:
    """Return the port, a free one for 0; what is taken is told now, not after half a minute of loading."""
    try:
        with listen(settings.host, settings.port) as attempt:
            return int(attempt.getsockname()[1])
    except OSError as error:
        typer.echo(
            f"{settings.host} port {settings.port} can't be listened on: {error.strerror}. End what listens there, or "
            "choose another --host or --port.",
            err=True,
        )
        raise typer.Exit(3) from None


def _loaded_engine(settings: Settings) -> Any:
    _refuse_if_not_ready(settings)
    _hand_to_children(settings)
    from bot.engine.engine import Engine
    from bot.training import newest_model

    model = newest_model(settings.models_dir)
    assert model is not None  # _refuse_if_not_ready made sure
    engine = Engine(settings.turn_timeout_seconds)
    engine.load(model)
    return engine


def _hand_to_children(settings: Settings) -> None:
    """Put what the command line gave into the environment, where worker processes and Rasa components read it."""
    values = settings.dict(exclude=secret_names(), exclude_none=True)
    os.environ.update({environment_names()[name]: str(value) for name, value in values.items()})


def _say(line: str) -> None:
    typer.echo(line)
