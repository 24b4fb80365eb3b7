"""What a serving process is made of. uvicorn calls `build` in each of its workers."""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from starlette.types import ASGIApp
from uvicorn.config import STARTUP_FAILURE

from bot import logs
from bot.settings import Settings, load_settings
from bot.web.patience import PatientProtocol

if TYPE_CHECKING:
    from bot.engine.engine import Engine
    from bot.vault.server_secrets import ServerSecrets

DRAIN_SECONDS = 10


def options(settings: Settings) -> dict[str, Any]:
    """Return how uvicorn is to serve; forwarded addresses are believed of the proxies in the settings only."""
    return {
        "factory": True,
        "host": settings.host,
        "port": settings.port,
        "workers": settings.workers,
        "http": PatientProtocol,
        "ws": "none",
        "proxy_headers": settings.trusted_proxies is not None,
        "forwarded_allow_ips": settings.trusted_proxies or "",
        "timeout_graceful_shutdown": DRAIN_SECONDS,
        "server_header": False,
        "access_log": False,
        "log_config": None,
    }


def build() -> ASGIApp:
    """Build the application from the settings in the environment."""
    settings = load_settings()
    logs.configure(settings.log_level)
    _allow_many_connections()
    # Rasa may only be imported once logging is configured.
    from bot.content import ContentError, load_site
    from bot.engine.engine import Engine
    from bot.installation import today
    from bot.knowledge import knowledge
    from bot.sharing import provider
    from bot.sharing.service import Sharing
    from bot.sharing.tombstones import Tombstones
    from bot.storage.database import erase_traces, open_engine
    from bot.storage.keys import ConversationKeys
    from bot.training import newest_model
    from bot.vault.vault import Vault
    from bot.web.app import create_app
    from bot.web.chat import Chat
    from bot.web.limits import Limits

    database = open_engine(settings.sqlalchemy_url)
    erase_traces(database)  # what a process that was killed could not finish
    secrets = _secrets(settings)
    vault = Vault(ConversationKeys(database), secrets, settings.capsule_max_age_days, today)
    sharing = Sharing(
        database, today, lambda: [secret.value for secret in secrets.all()], Tombstones(settings.tombstones_file)
    )
    provider.configure(sharing)
    engine = Engine(settings.turn_timeout_seconds)
    model = newest_model(settings.models_dir)
    if model:
        _load(engine, model)
    limits = Limits(settings.address_calls_per_second)
    try:
        known, site = knowledge(), load_site(settings.content_dir)
    except ContentError as error:
        _give_up(str(error))
    telegram = None
    if settings.telegram_token:
        from bot.telegram.application import Telegram

        telegram = Telegram(settings, engine, known, vault, secrets, sharing)
    return create_app(Chat(engine, vault, known.texts, sharing), engine, known.texts, limits, site, telegram)


def _secrets(settings: Settings) -> ServerSecrets:
    from bot.installation import open_secrets, today
    from bot.vault.server_secrets import SecretsError

    try:
        return open_secrets(settings, today())
    except SecretsError as error:
        _give_up(f"{error}.")


def _load(engine: Engine, model: Path) -> None:
    from bot.engine.errors import ModelUnusable

    try:
        engine.load(model)
    except ModelUnusable as error:
        _give_up(f"{error}: run `gesprek train --force`.")


def _give_up(why: str) -> NoReturn:
    """End the process with the code by which uvicorn knows that starting again is of no use."""
    sys.stderr.write(f"{why}\n")
    sys.exit(STARTUP_FAILURE)


def _allow_many_connections() -> None:
    """Take as many files as the system allows a process: most start with 1,024, which idle connections could fill."""
    with suppress(ValueError, OSError):
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
