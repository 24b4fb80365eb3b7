"""The portal as a process of its own, beside the chat: started by `gesprek run`, and ending with it."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from datetime import datetime

import uvicorn
from starlette.types import ASGIApp

from bot import logs
from bot.coach.accounts import Accounts
from bot.coach.app import create_app
from bot.coach.guard import origin_of
from bot.coach.invitations import Invitations
from bot.coach.portal import Portal
from bot.coach.vouching import Provider
from bot.settings import Settings, load_settings
from bot.sharing.letterbox import Letterbox
from bot.sharing.tombstones import Tombstones
from bot.storage.coaches import Coaches
from bot.storage.database import open_engine
from bot.web.patience import PatientProtocol

DRAIN_SECONDS = 5


def now() -> datetime:
    """Return the time of day where the server stands."""
    return datetime.now().astimezone()


def build(settings: Settings) -> ASGIApp:
    """Build the portal from the settings."""
    engine = open_engine(settings.sqlalchemy_url)
    coaches = Coaches(engine)
    portal = Portal(
        coaches=coaches,
        accounts=Accounts(coaches, now),
        invitations=Invitations(coaches, now),
        letterbox=Letterbox(engine, lambda: now().date(), Tombstones(settings.tombstones_file)),
        now=now,
        clock=time.monotonic,
        https=settings.portal_url.startswith("https:"),
        provider=_provider(settings),
    )
    return create_app(portal, origin_of(settings.portal_url), on_this_machine=settings.coach_url is None)


def main(listening: socket.socket) -> None:
    """Serve on a socket that listens, until told to stop or until whoever started this is gone."""
    settings = load_settings()
    logs.configure(settings.log_level)
    server = uvicorn.Server(
        uvicorn.Config(
            build(settings),
            http=PatientProtocol,
            ws="none",
            lifespan="off",
            proxy_headers=settings.trusted_proxies is not None,
            forwarded_allow_ips=settings.trusted_proxies or "",
            timeout_graceful_shutdown=DRAIN_SECONDS,
            server_header=False,
            access_log=False,
            log_config=None,
        )
    )
    # uvicorn drains, and then raises the signal once more for whoever was there before it: that ends with 0.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    threading.Thread(target=_stop_when_alone, args=(server,), daemon=True).start()
    server.run(sockets=[listening])


def _stop_when_alone(server: uvicorn.Server) -> None:
    """Wait for the other end of standard input to close: whoever started this has ended, however that came."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    server.should_exit = True


def _provider(settings: Settings) -> Provider | None:
    if settings.oidc_issuer is None or settings.oidc_client_id is None or settings.oidc_client_secret is None:
        return None
    from bot.coach.oidc import Provider as OpenIdConnect  # here: it takes memory that most installations don't need

    secret = settings.oidc_client_secret.get_secret_value()
    return OpenIdConnect(settings.oidc_issuer, settings.oidc_client_id, secret, settings.portal_url)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
