#!/usr/bin/env python
"""Rasa's own command line, for developers: as it comes, except that it calls nobody and nobody can reach it.

Rasa counts its use and reports crashes to Sentry, its servers listen on every network interface, and from a folder it
loads whatever model was put there last: here it loads the one that `gesprek train` recorded.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = "127.0.0.1"
MODELS = "var/models"


def main() -> None:
    """Run Rasa's command line from the root of the project; it takes the model recorded in `var/models`."""
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
    import rasa.model
    import rasa.shared.constants
    import rasa.utils.common

    from bot.training import keep_to_ourselves

    keep_to_ourselves()
    rasa.core.constants.DEFAULT_SERVER_INTERFACE = LOOPBACK
    rasa.shared.constants.DEFAULT_MODELS_PATH = MODELS
    rasa.model.get_latest_model = _recorded_model
    rasa.utils.common.EXPECTED_WARNINGS.append((DeprecationWarning, ""))  # of its own libraries: not ours to mend


def _recorded_model(model_path: str = MODELS) -> str | None:
    from bot.training import newest_model

    given = Path(model_path or MODELS)
    found = newest_model(given if given.is_dir() else given.parent)
    return str(found) if found else None


if __name__ == "__main__":
    main()
