"""Preparing an installation, and saying what it lacks."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from bot.content import Problem
from bot.content import check as check_files
from bot.redaction import build_lookups, lookups_ready
from bot.settings import Settings
from bot.storage import migrate
from bot.training import is_current, newest_model

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
    from bot.training import train

    train(settings.models_dir)
    say(f"Model: getraind in {time.monotonic() - began:.0f} s.")


def check_content(settings: Settings, today: date) -> list[Problem]:
    """Return what is wrong, or soon will be, with the content of this installation."""
    return check_files(settings.content_dir, today)
