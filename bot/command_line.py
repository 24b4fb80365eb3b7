"""What every command begins with."""

from __future__ import annotations

import os
from typing import Any

import typer

from bot import logs
from bot.settings import Settings, SettingsError, load_settings, unknown_variables


def settings_or_exit(**given: Any) -> Settings:
    """Read the settings, and let logging follow them; where they are no good, say every fault and end with 2."""
    for line in unknown_variables(os.environ):
        typer.echo(line, err=True)
    try:
        settings = load_settings(**given)
    except SettingsError as error:
        for fault in error.faults:
            typer.echo(fault, err=True)
        raise typer.Exit(2) from None
    logs.configure(settings.log_level)
    return settings
