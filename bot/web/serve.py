"""What a serving process is made of. uvicorn calls `build` in each of its workers."""

from __future__ import annotations

from datetime import date

from starlette.applications import Starlette

from bot import logs
from bot.settings import load_settings


def build() -> Starlette:
    """Build the application from the settings in the environment."""
    settings = load_settings()
    logs.configure(settings.log_level)
    # Rasa may only be imported once logging is configured.
    from bot.engine.engine import Engine
    from bot.knowledge import knowledge
    from bot.storage.database import erase_traces, open_engine
    from bot.storage.keys import ConversationKeys
    from bot.training import newest_model
    from bot.vault.vault import Vault
    from bot.web.app import create_app
    from bot.web.chat import Chat

    database = open_engine(settings.sqlalchemy_url)
    erase_traces(database)  # what a process that was killed could not finish
    vault = Vault(ConversationKeys(database), settings.capsule_max_age_days, date.today)
    vault.expire()
    engine = Engine(settings.turn_timeout_seconds)
    model = newest_model(settings.models_dir)
    if model:
        engine.load(model)
    return create_app(Chat(engine, vault, knowledge().texts), engine, knowledge().texts)
