"""What was withdrawn or deleted stays so, also when a backup of the database from before is put back.

A file beside the database, one line a share: its id, what is left of it (`rij` for a row that says so, `niets` for
nothing at all), and the day from which the line is no longer needed, because by then its date deletes the share.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.private_files import alone, replace

ROW_STAYS, NOTHING_STAYS = "rij", "niets"
_LINE = re.compile(rf"([0-9a-f]+) ({ROW_STAYS}|{NOTHING_STAYS}) (\d{{4}}-\d{{2}}-\d{{2}})")


class Tombstones:
    """The file of one installation; several processes, or machines that share it, may use it at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, share_ids: Mapping[str, date], left: str) -> None:
        """Write down shares, each with the day from which its line may go; on the disk when this returns.

        Raises:
            OSError: when it can't be written; then nothing may be counted on.
        """
        lines = "".join(f"{share_id} {left} {day.isoformat()}\n" for share_id, day in share_ids.items())
        with alone(self._path.parent):
            made = os.open(self._path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
            with os.fdopen(made, "a", encoding="ascii") as file:
                file.write(f"\n{lines}")  # a line that a full disk cut off ends here
                file.flush()
                os.fsync(file.fileno())

    def all(self) -> dict[str, str]:
        """Return what is left of each share written down."""
        return {share_id: left for share_id, left, _ in self._read()}

    def among(self, share_ids: Collection[str]) -> dict[str, str]:
        """Return what is left of those of these shares that are written down."""
        return {share_id: left for share_id, left in self.all().items() if share_id in share_ids}

    def drop(self, today: date) -> None:
        """Leave out the lines no longer needed."""
        with alone(self._path.parent):  # so that nothing is added while the file is replaced
            found = list(self._read())
            kept = [line for line in found if line[2] >= today]
            if len(kept) < len(found):
                replace(self._path, "".join(f"{id} {left} {day.isoformat()}\n" for id, left, day in kept))

    def _read(self) -> Iterator[tuple[str, str, date]]:
        try:
            lines = self._path.read_text(encoding="ascii").splitlines()
        except FileNotFoundError:
            return
        for line in filter(None, map(_LINE.fullmatch, lines)):
            yield line[1], line[2], date.fromisoformat(line[3])
