"""Files of an installation that only their owner reads, whole at every moment, whoever writes at the same time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """Hold a directory for this process; what was done in it is on the disk afterwards.

    Raises:
        OSError: when the directory can't be made or held.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    held = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
        os.fsync(held)
    finally:
        os.close(held)


def replace(path: Path, text: str) -> None:
    """Put a whole file in place at once: who reads it finds the old one or the new one."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)  # of a process that was killed
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
