#!/usr/bin/env python
"""Rasa's own command line, for developers: as it comes, except that nothing leaves this machine and nobody can reach it.

Rasa reports crashes to Sentry even where telemetry is off, and its servers listen on every network interface.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = "127.0.0.1"


def main() -> None:
    """Run Rasa's command line from the root of the project, the newest of our trained models by default."""
    sys.path[0] = str(ROOT)  # Python puts scripts/ there, and this file would go for Rasa itself
    os.chdir(ROOT)
    from bot import logs

    logs.prepare_environment()
    os.environ.setdefault("SANIC_HOST", LOOPBACK)  # where `rasa run actions` listens
    _run()


def _run() -> None:
    import rasa.constants
    import rasa.core.constants
    import rasa.shared.constants
    import rasa.telemetry

    rasa.telemetry.initialize_telemetry = _off
    rasa.telemetry.initialize_error_reporting = _off
    rasa.core.constants.DEFAULT_SERVER_INTERFACE = LOOPBACK
    rasa.shared.constants.DEFAULT_MODELS_PATH = "var/models"

    from rasa.__main__ import main as rasa_main  # now, since its arguments take over the defaults when it is imported

    rasa_main()


def _off(*args: Any, **kwargs: Any) -> bool:
    return False


if __name__ == "__main__":
    main()
