"""`python -m bench.fuzz`: what nobody meant to send, at every call of the API, as docs/openapi.yml describes it.

A `gesprek run` of its own is fuzzed with schemathesis, in every phase and with every check it has: no server error, no
status, header or body that isn't in the description, nothing refused that is right, nothing taken that is wrong.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer

from bench.servers import serving
from bench.setups import OurSetUp, environment
from bot.settings import PROJECT_ROOT, load_settings

DESCRIPTION = PROJECT_ROOT / "docs" / "openapi.yml"
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
SECONDS = 120
_NO_BOT = ("--exclude-path-regex", "^/telegram/")  # the server that is fuzzed has none: there is nothing at these
# Some calls need longer than schemathesis likes to wait for its own data; that says nothing of the API.
_OPTIONS = (
    "--checks",
    "all",
    "--suppress-health-check",
    "all",
    "--generation-database",
    "none",
    "--no-color",
    *_NO_BOT,
)


def fuzz(options: Sequence[str]) -> int:
    """Fuzz a server of its own until schemathesis is done; 0 when it found nothing."""
    with tempfile.TemporaryDirectory(prefix="gesprek-fuzz-") as name:
        folder = Path(name)
        launch = OurSetUp(folder, load_settings().models_dir).launch()
        with serving(launch.processes, environment(), folder / "server.log"):
            return fuzz_at(launch.base, folder, options)


def fuzz_at(base: str, folder: Path, options: Sequence[str]) -> int:
    """Fuzz the server at this address; `folder` is for what schemathesis leaves."""
    schemathesis = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIGURATION)]
    return subprocess.run(
        [*schemathesis, "run", str(DESCRIPTION), "--url", base, *_OPTIONS, *options],
        cwd=folder,
        stdin=subprocess.DEVNULL,
    ).returncode


def main(seconds: int = typer.Option(SECONDS, min=1, help="How long.")) -> None:
    """Fuzz the chat API."""
    raise typer.Exit(fuzz(("--max-time", str(seconds), "--continue-on-failure")))


if __name__ == "__main__":
    typer.run(main)
