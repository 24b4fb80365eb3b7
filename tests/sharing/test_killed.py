"""A process that is killed (`kill -9`) while it stores a share: stored and to be taken back, or not stored at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.conversation.sharing import Consent
from bot.sharing.service import Sharing
from bot.sharing.tombstones import Tombstones
from bot.storage.database import open_engine
from bot.storage.shares import Shares
from tests.sharing.conftest import LETTER, SERVER, TODAY, House


def test_what_is_killed_in_the_midst_is_shared_once_or_not_at_all(
    house: House, coach: str, secret: str, database_url: str, tmp_path: Path
) -> None:
    consent = house.consent(coach)
    for after in ("insert", "commit"):
        token = house.sharing.preview(secret, LETTER, consent)
        given = json.dumps([database_url, str(tmp_path), secret, coach, consent.until.isoformat(), token, after])
        killed = subprocess.run([sys.executable, "-m", __name__, given], check=False, timeout=60)
        assert killed.returncode == -signal.SIGKILL
        stored = house.sharing.sent(secret, token)
        assert (stored is not None) == (after == "commit")
        share_id = house.sharing.share(secret, LETTER, consent, token)
        assert [one.id for one in house.sharing.shared(secret) if one.open] == [share_id]
        house.sharing.withdraw(secret)
        assert house.letterbox.look(coach, share_id, house.keys[coach]) is None


def _share_and_die(url: str, folder: str, secret: str, coach: str, until: str, token: str, after: str) -> None:
    """Share in this process, and kill it after a step."""
    engine = open_engine(url)
    sharing = Sharing(engine, lambda: TODAY, lambda: [SERVER], Tombstones(Path(folder) / "tombstones"))
    patch = pytest.MonkeyPatch()
    if after == "insert":
        patch.setattr(engine.dialect, "do_commit", lambda connection: os.kill(os.getpid(), signal.SIGKILL))
    else:
        add = Shares.add

        def add_and_die(self: Shares, share: object) -> None:
            add(self, share)  # type: ignore[arg-type]
            os.kill(os.getpid(), signal.SIGKILL)

        patch.setattr(Shares, "add", add_and_die)
    consent = Consent(coach, ("woorden.meedoen", "plan"), "eigen", date.fromisoformat(until), "toestemming1")
    sharing.share(secret, LETTER, consent, token)


if __name__ == "__main__":
    _share_and_die(*json.loads(sys.argv[1]))
