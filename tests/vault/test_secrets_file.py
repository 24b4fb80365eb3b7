"""The file of secrets: private, made once, rotated while conversations go on, and pruned."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys
from bot.storage.migrate import upgrade
from bot.vault.errors import CapsuleInvalid, Reason
from bot.vault.secrets_file import SecretsFile, ensure, needed, prune, read, rotate
from bot.vault.server_secrets import Secret, SecretsError
from bot.vault.vault import Vault

DAY = date(2026, 3, 1)
AGE = 180
STATE = {"answers": {"nu": "de kastanje"}}


def later(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "var" / "secrets" / "capsules"
    ensure(found, DAY)
    return found


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[ConversationKeys]:
    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    upgrade(url)
    engine = open_engine(url)
    yield ConversationKeys(engine)
    engine.dispose()


def modes(path: Path) -> dict[str, int]:
    return {found.name: stat.S_IMODE(found.stat().st_mode) for found in (path.parent, *path.parent.iterdir())}


def test_the_first_start_makes_a_secret_that_only_its_owner_reads(path: Path) -> None:
    assert modes(path) == {"secrets": 0o700, "capsules": 0o600}
    (secret,) = read(path)
    assert (len(secret.value), secret.made_on) == (32, DAY)


def test_a_directory_that_others_can_enter_is_closed_to_them(path: Path) -> None:
    path.parent.chmod(0o755)
    ensure(path, DAY)
    assert modes(path) == {"secrets": 0o700, "capsules": 0o600}


def test_a_later_start_keeps_the_secret_and_another_installation_has_another(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    ensure(path, later(9))
    assert path.read_bytes() == before
    ensure(tmp_path / "elders", DAY)
    assert read(tmp_path / "elders") != read(path)


def test_processes_that_start_together_make_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "capsules"

    def start(_: int) -> bytes:
        ensure(path, DAY)
        return SecretsFile(path).current().value

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(start, range(24)))) == 1


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused_with_what_to_do(path: Path, mode: int) -> None:
    path.chmod(mode)
    for use in (lambda: read(path), lambda: SecretsFile(path), lambda: rotate(path, DAY, AGE)):
        with pytest.raises(SecretsError, match=r"other accounts \(mode \d+\): run `chmod 600`"):
            use()


@pytest.mark.parametrize("content", [b"", b"kastanje\n", b"\xff\xfe", b"2026-03-01\n"])
def test_a_damaged_or_missing_file_is_said_plainly(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(SecretsError, match=str(path)) as caught:
        read(path)
    assert "kastanje" not in str(caught.value)
    with pytest.raises(SecretsError, match="is it there"):
        read(path.with_name("nergens"))


def test_a_directory_that_cannot_be_written_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SecretsError, match=r"can't be written \(FileExistsError\)"):
        ensure(tmp_path / "file" / "capsules", DAY)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "secrets" / "capsules"
    ensure(path, DAY)
    before = path.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full)
        with pytest.raises(SecretsError, match="is there room"):
            rotate(path, DAY, AGE)
    assert path.read_bytes() == before
    assert len(rotate(path, DAY, AGE)) == 2


def test_what_a_killed_process_left_is_in_nobodys_way(path: Path) -> None:
    path.with_suffix(".new").write_text("half")
    assert len(rotate(path, later(1), AGE)) == 2
    assert modes(path) == {"secrets": 0o700, "capsules": 0o600}


def test_rotating_in_mid_conversation_loses_nobody(path: Path, keys: ConversationKeys) -> None:
    """Two servers with the file open; one person goes on at once, another comes back later."""
    one, other = (Vault(keys, SecretsFile(path), AGE, lambda: later(10)) for _ in range(2))
    going, away = (one.seal(one.start(), STATE) for _ in range(2))
    rotate(path, later(10), AGE)
    opened = one.open(going)
    going = one.seal(opened.conversation_id, {**opened.state, "turn": 2})
    assert other.open(going).state == {**STATE, "turn": 2}  # though it opened the file before
    assert other.open(away).state == STATE
    assert one.shred(away)


def test_a_new_secret_seals_and_the_old_one_opens_until_its_capsules_are_too_old(
    path: Path, keys: ConversationKeys
) -> None:
    today = [DAY]
    vault = Vault(keys, SecretsFile(path), AGE, lambda: today[0])
    conversation = vault.start()
    old = vault.seal(conversation, STATE)
    (first,) = read(path)
    rotate(path, DAY, AGE)
    vault.seal(conversation, STATE)
    today[0] = later(AGE)
    assert prune(path, today[0], AGE) == 0
    assert vault.open(old).state == STATE
    new = vault.seal(conversation, STATE)
    today[0] = later(AGE + 1)
    assert prune(path, today[0], AGE) == 1
    assert first not in read(path)
    for use in (vault.open, vault.shred):
        with pytest.raises(CapsuleInvalid) as caught:
            use(old)
        assert caught.value.reason is Reason.RETIRED
    assert vault.open(new).state == STATE


def test_rotating_often_keeps_every_secret_that_sealed_lately(path: Path) -> None:
    for days in (100, 200, 300):
        kept = rotate(path, later(days), AGE)
    assert [secret.made_on for secret in kept] == [later(300), later(200), later(100)]
    assert read(path) == kept


def test_rotating_where_nothing_was_makes_one(tmp_path: Path) -> None:
    assert len(rotate(tmp_path / "secrets" / "capsules", DAY, AGE)) == 1


def test_a_secret_whose_successor_has_no_day_is_kept() -> None:
    undated = [Secret(bytes([n]) * 32) for n in range(3)]
    assert needed(undated, later(9999), AGE) == tuple(undated)


def test_pruning_where_nothing_is_old_writes_nothing(path: Path) -> None:
    before = path.stat()
    assert prune(path, later(AGE * 5), AGE) == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("harm", ["opened up", "damaged", "removed"])
def test_a_running_server_goes_on_when_its_file_goes_bad(
    path: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    server = SecretsFile(path)
    before = server.current()
    if harm == "opened up":
        path.chmod(0o644)
    elif harm == "damaged":
        path.write_text("kastanje")
    else:
        path.unlink()
    for _ in range(3):
        assert server.current() == before
    assert caplog.text.count("going on with the secrets there were") == (0 if harm == "removed" else 1)
    assert "kastanje" not in caplog.text
