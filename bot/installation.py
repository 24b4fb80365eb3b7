"""Preparing an installation, and saying what it lacks."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.redaction import build_lookups, lookups_ready
from bot.settings import Settings
from bot.storage import migrate
from bot.training import is_current, newest_model, train

Say = Callable[[str], None]


def missing(settings: Settings) -> list[str]:
    """Return a line for each thing an installation lacks before it can serve: what it is, and what to do."""
    lacking = []
    if newest_model(settings.models_dir) is None:
        lacking.append(f"No trained model in {settings.models_dir}, or it was changed since: run `gesprek train`.")
    if not settings.data_dir.exists() or not migrate.is_current(settings.sqlalchemy_url):
        lacking.append("The database is not there or not up to date: run `gesprek setup`.")
    return lacking


def prepare(settings: Settings, say: Say) -> None:
    """Make an installation ready; what is there already is left alone."""
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    migrate.upgrade(settings.sqlalchemy_url)
    say("Database: klaar.")
    ensure_lookups(settings, say)
    ensure_model(settings, say)


def ensure_lookups(settings: Settings, say: Say) -> None:
    """Build the lookups for finding names of others once."""
    folder = settings.cache_dir / "deduce"
    if lookups_ready(folder):
        return
    say("Namenlijsten voor het afschermen van namen: bouwen duurt ongeveer een minuut…")
    began = time.monotonic()
    build_lookups(folder)
    say(f"Namenlijsten: klaar in {time.monotonic() - began:.0f} s.")


def ensure_model(settings: Settings, say: Say, *, force: bool = False) -> None:
    """Train a model where what it is trained from has changed."""
    if is_current(settings.models_dir) and not force:
        say("Model: bijgewerkt.")
        return
    say("Model: trainen duurt ongeveer een minuut…")
    began = time.monotonic()
    train(settings.models_dir)
    say(f"Model: getraind in {time.monotonic() - began:.0f} s.")
