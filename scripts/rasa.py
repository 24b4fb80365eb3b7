#!/usr/bin/env python
"""Rasa's own command line, for developers: as it comes, except that it calls nobody and nobody can reach it.

Rasa counts its use and reports crashes to Sentry, and its servers listen on every network interface.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = "127.0.0.1"


def main() -> None:
    """Run Rasa's command line from the root of the project; it takes the newest model in `var/models`."""
    sys.path[0] = str(ROOT)  # Python puts scripts/ there, and then this file would pass for Rasa
    os.chdir(ROOT)
    from bot import logs

    logs.prepare_environment()
    os.environ.setdefault("SANIC_HOST", LOOPBACK)  # where `rasa run actions` listens
    confine()
    from rasa.__main__ import main as rasa_main  # not before: its arguments take over the defaults when it is imported

    rasa_main()


def confine() -> None:
    """Keep Rasa from calling anybody, and give it our defaults. Must run before Rasa's command line is imported."""
    import rasa.core.constants
    import rasa.shared.constants
    import rasa.telemetry
    import rasa.utils.common

    rasa.telemetry.initialize_telemetry = _off
    rasa.telemetry.initialize_error_reporting = _off
    rasa.core.constants.DEFAULT_SERVER_INTERFACE = LOOPBACK
    rasa.shared.constants.DEFAULT_MODELS_PATH = "var/models"
    rasa.utils.common.EXPECTED_WARNINGS.append((DeprecationWarning, ""))  # of its own libraries: not ours to mend


def _off(*args: Any, **kwargs: Any) -> bool:
    return False


if __name__ == "__main__":
    main()
