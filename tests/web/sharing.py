"""The application as it is served, with a coach to share with, on a database of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.storage import migrate
from bot.storage.database import open_engine
from tests.serving import SITE
from tests.sharing.conftest import SERVER, Calendar, House
from tests.walker import Walker

KORT = ("#Kort, één onderwerp", "meedoen", "de koffie met Ria op maandag", "7,5", "vaker samen eten")
PLAN = (
    "een keer koken voor de ploeg",
    "niets",
    "vrijdag een pan soep maken",
    "vrijdagmiddag, in de kantine",
    "met Kees",
)


@asynccontextmanager
async def serving(engine: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """Serve with this house's sharing, also where the actions look for it."""
    from bot.knowledge import knowledge
    from bot.sharing import provider
    from bot.storage.keys import ConversationKeys
    from bot.vault.server_secrets import Secret, ServerSecrets
    from bot.vault.vault import Vault
    from bot.web.app import create_app
    from bot.web.chat import Chat
    from bot.web.limits import Limits

    monkeypatch.setattr(provider, "_sharing", house.sharing)
    vault = Vault(ConversationKeys(house.engine), ServerSecrets([Secret(SERVER)]), 180, house.calendar)
    texts = knowledge().texts
    app = create_app(Chat(engine, vault, texts, house.sharing), engine, texts, Limits(0), SITE)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as connected:
        yield connected


def open_house(folder: Path) -> House:
    """Make an installation with two coaches on SQLite."""
    from bot.sharing.tombstones import Tombstones

    url = f"sqlite:///{folder / 'gesprek.db'}"
    migrate.upgrade(url)
    house = House(open_engine(url), Tombstones(folder / "withdrawn" / "shares"), Calendar())
    house.add_coach("Marieke de Vries")
    house.add_coach("Bram Bos")
    return house


async def talk_to_the_offer(client: httpx.AsyncClient) -> Walker:
    """Talk shortly, make a plan, and come to the question whether to share."""
    walker = Walker(client)
    await walker.start()
    for step in (*KORT, *PLAN):
        await walker.do(step)
    for _ in range(6):
        if walker.key == "delen":
            return walker
        await walker.do({"plan": "ja", "aanbod": "geen van deze", "samenvatting": "#Zo klopt het"}[str(walker.key)])
    raise AssertionError(f"sharing was not offered, but {walker.key}")
