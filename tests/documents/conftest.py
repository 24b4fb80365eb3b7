"""Hypothesis without a stopwatch, and the programs that read a PDF as other people's machines do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("gesprek", deadline=None)
settings.load_profile("gesprek")

PROGRAMS = {"pdfinfo": "poppler-utils", "zbarimg": "zbar-tools"}
Read = Callable[..., str]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a way to give a document to a program of poppler, which is to find nothing wrong with it.

    The programs are installed where that can be done without asking.
    """
    if _missing() and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *_missing()], check=True)
    if _missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            f"to read a PDF here, install {' and '.join(_missing())}"
        )

    def through(*command: str, document: bytes) -> str:
        done = subprocess.run([*command, "-"], input=document, capture_output=True, check=True)
        assert done.stderr == b""
        return done.stdout.decode()

    return through


def _missing() -> list[str]:
    return [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
