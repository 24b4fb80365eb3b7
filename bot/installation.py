"""Preparing an installation, and saying what it lacks."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime

from bot.content import no_folder
from bot.redaction import build_lookups, lookups_ready
from bot.settings import Settings
from bot.storage import migrate
from bot.storage.database import DatabaseUrlError
from bot.training import is_current, newest_model, train
from bot.vault import secrets_file
from bot.vault.server_secrets import SecretsError, ServerSecrets, parse

Say = Callable[[str], None]


def missing(settings: Settings) -> list[str]:
    """Return a line for each thing an installation lacks before it can serve: what it is, and what to do."""
    lacking = []
    if newest_model(settings.models_dir) is None:
        lacking.append(f"No trained model in {settings.models_dir}, or it was changed since: run `gesprek train`.")
    try:
        if not migrate.is_current(settings.sqlalchemy_url):
            lacking.append(migrate.NOT_CURRENT)
    except (DatabaseUrlError, migrate.DatabaseUnusable) as error:
        lacking.append(str(error))
    return [*lacking, *wrong_secrets(settings), *map(str, no_folder(settings.content_dir))]


def wrong_secrets(settings: Settings) -> list[str]:
    """Return what is wrong with the server's secrets, if anything; none are made where there are none yet."""
    try:
        if settings.capsule_secrets is not None or settings.secrets_file.exists():
            open_secrets(settings, today())
    except SecretsError as error:
        return [f"{error}."]
    return []


def today() -> date:
    """Return the day it is where the server stands."""
    return datetime.now().astimezone().date()


def open_secrets(settings: Settings, day: date) -> ServerSecrets:
    """Return the server's secrets: those of the environment, or those of the installation, made at the first start.

    Raises:
        SecretsError: when they can't be read, or others can read them.
    """
    if settings.capsule_secrets is not None:
        try:
            return ServerSecrets(parse(settings.capsule_secrets.get_secret_value()))
        except SecretsError as error:
            raise SecretsError(f"GESPREK_CAPSULE_SECRETS: {error}") from None
    secrets_file.ensure(settings.secrets_file, day)
    return secrets_file.SecretsFile(settings.secrets_file)


def rotate_secrets(settings: Settings, day: date, *, drop: bool = False) -> int:
    """Make a new secret to seal with, and drop the older ones if asked; the number of them that still open capsules.

    Raises:
        SecretsError: when the secrets aren't the installation's own, can't be read, or others can read them.
    """
    if settings.capsule_secrets is not None:
        raise SecretsError("The secrets come from GESPREK_CAPSULE_SECRETS: put a new one in front there, and restart")
    max_age_days = -1 if drop else settings.capsule_max_age_days
    return len(secrets_file.rotate(settings.secrets_file, day, max_age_days)) - 1


def prepare(settings: Settings, say: Say) -> None:
    """Make an installation ready; what is there already is left alone."""
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    open_secrets(settings, today())
    migrate.upgrade(settings.sqlalchemy_url)
    say("Database: klaar.")
    ensure_lookups(settings, say)
    ensure_model(settings, say)


def ensure_lookups(settings: Settings, say: Say) -> None:
    """Build the lookups for finding names of others once."""
    folder = settings.cache_dir / "deduce"
    if lookups_ready(folder):
        return
    say("Namenlijsten voor het afschermen van namen: bouwen duurt een paar seconden…")
    began = time.monotonic()
    build_lookups(folder)
    say(f"Namenlijsten: klaar in {time.monotonic() - began:.0f} s.")


def ensure_model(settings: Settings, say: Say, *, force: bool = False) -> None:
    """Train a model where what it is trained from has changed."""
    if is_current(settings.models_dir) and not force:
        say("Model: bijgewerkt.")
        return
    say("Model: trainen duurt een tot twee minuten…")
    began = time.monotonic()
    train(settings.models_dir)
    say(f"Model: getraind in {time.monotonic() - began:.0f} s.")
