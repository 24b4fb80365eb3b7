"""The file that keeps what is gone from coming back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.sharing.tombstones import NOTHING_STAYS, ROW_STAYS, Tombstones

DAY = date(2026, 12, 6)
ONE, TWO = "ab" * 16, "cd" * 16


def test_what_is_written_down_is_found_also_by_another_process(tmp_path: Path) -> None:
    Tombstones(tmp_path / "deep" / "tombstones").add({ONE: DAY}, ROW_STAYS)
    again = Tombstones(tmp_path / "deep" / "tombstones")
    again.add({TWO: DAY}, NOTHING_STAYS)
    assert again.all() == {ONE: ROW_STAYS, TWO: NOTHING_STAYS}
    assert again.among([TWO, "ef" * 16]) == {TWO: NOTHING_STAYS}


def test_a_file_that_was_never_written_holds_nothing(tmp_path: Path) -> None:
    assert Tombstones(tmp_path / "none").all() == {}


def test_nobody_else_reads_the_file(tmp_path: Path) -> None:
    tombstones = Tombstones(tmp_path / "tombstones")
    tombstones.add({ONE: DAY, TWO: date(2026, 12, 8)}, ROW_STAYS)
    tombstones.drop(date(2026, 12, 7))
    assert (tmp_path / "tombstones").stat().st_mode & 0o777 == 0o600
    assert tombstones.all() == {TWO: ROW_STAYS}


def test_lines_stay_until_their_day(tmp_path: Path) -> None:
    tombstones = Tombstones(tmp_path / "tombstones")
    tombstones.add({ONE: DAY}, ROW_STAYS)
    tombstones.drop(DAY)
    assert tombstones.all() == {ONE: ROW_STAYS}


@pytest.mark.parametrize("cut_off", [f"{ONE} rij 2026-1", f"{ONE} ri", ONE, "\n\n", "wat een onzin hier"])
def test_a_line_cut_off_harms_no_other(tmp_path: Path, cut_off: str) -> None:
    (tmp_path / "tombstones").write_text(cut_off)
    tombstones = Tombstones(tmp_path / "tombstones")
    tombstones.add({TWO: DAY}, ROW_STAYS)
    assert tombstones.all() == {TWO: ROW_STAYS}
