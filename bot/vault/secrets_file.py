"""Secrets in a file of the installation: made once, read again when it changes, rotated in one step."""

from __future__ import annotations

import logging
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from bot import private_files
from bot.vault.server_secrets import SECRET_BYTES, Secret, SecretsError, ServerSecrets, parse

logger = logging.getLogger(__name__)
_Seen = tuple[int, int, int]


class SecretsFile(ServerSecrets):
    """The secrets in a file that only its owner reads. Every process sees a rotation at its next turn."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            SecretsError: when it isn't there, or can't be trusted or read.
        """
        super().__init__(read(path))
        self._path = path
        self._seen = _look(path)

    def all(self) -> tuple[Secret, ...]:
        """Return every secret, newest first, as the file has them now; those it had where it can't be read any more."""
        seen = _look(self._path)
        if seen is not None and seen != self._seen:
            self._seen = seen
            try:
                self._secrets = read(self._path)
            except SecretsError as error:
                logger.error("going on with the secrets there were: %s", error)
        return self._secrets

    def retire(self, today: date, max_age_days: int) -> int:
        """Remove the secrets that no capsule needs any more from the file; the number of them.

        Raises:
            SecretsError: when the file can't be trusted, read or written.
        """
        return prune(self._path, today, max_age_days)


def read(path: Path) -> tuple[Secret, ...]:
    """Read a file that nobody but its owner may read.

    Raises:
        SecretsError: with what is wrong and what to do.
    """
    try:
        with path.open(encoding="ascii") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            text = file.read()
    except (OSError, ValueError) as error:
        raise SecretsError(f"{path} can't be read ({type(error).__name__}): is it there, and yours?") from None
    if mode & 0o077:
        raise SecretsError(
            f"{path} can be read by other accounts (mode {mode:03o}): run `chmod 600` on it and then `gesprek rotate`, "
            "because who read it has one of the two keys to every capsule until now"
        )
    try:
        return parse(text)
    except SecretsError as error:
        raise SecretsError(f"{path}: {error}") from None


def ensure(path: Path, today: date) -> None:
    """Make the first secret where there is none; several processes may start at once."""
    with _alone(path.parent):
        if not path.exists():
            _write(path, [_new(today)])


def rotate(path: Path, today: date, max_age_days: int) -> tuple[Secret, ...]:
    """Put a new secret in front, and take out those that no capsule needs any more; what is left, newest first.

    Raises:
        SecretsError: when the file can't be trusted or read.
    """
    with _alone(path.parent):
        found = read(path) if path.exists() else ()
        kept = needed([_new(today), *found], today, max_age_days)
        _write(path, kept)
    return kept


def prune(path: Path, today: date, max_age_days: int) -> int:
    """Take out the secrets that no capsule needs any more; the number of them."""
    with _alone(path.parent):
        found = read(path)
        kept = needed(found, today, max_age_days)
        if len(kept) < len(found):
            _write(path, kept)
    return len(found) - len(kept)


def needed(found: Sequence[Secret], today: date, max_age_days: int) -> tuple[Secret, ...]:
    """Leave out each secret whose successor has sealed for longer than a capsule may be old."""
    oldest = today - timedelta(days=max_age_days)
    retired_on = [None, *(successor.made_on for successor in found[:-1])]
    return tuple(secret for secret, day in zip(found, retired_on) if day is None or day >= oldest)


def _new(today: date) -> Secret:
    return Secret(secrets.token_bytes(SECRET_BYTES), today)


def _look(path: Path) -> _Seen | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_ino, found.st_mtime_ns, found.st_mode
    return None


@contextmanager
def _alone(directory: Path) -> Iterator[None]:
    """Hold the directory, which only its owner enters, for this process; a SecretsError says why that can't be."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if stat.S_IMODE(directory.stat().st_mode) != 0o700:
            directory.chmod(0o700)
        with private_files.alone(directory):
            yield
    except OSError as error:
        raise SecretsError(
            f"{directory} can't be written ({type(error).__name__}): is there room, and is it yours?"
        ) from None


def _write(path: Path, kept: Sequence[Secret]) -> None:
    private_files.replace(path, "".join(f"{secret}\n" for secret in kept))
