"""Logging: what happened and how long it took, never what somebody said.

Must run before Rasa is imported: embedded as it comes, its structlog prints every message at debug level. Crash reports
to Sentry are only started by `rasa.__main__`, which we never call.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

_LOUD = (
    "py.warnings",
    "alembic",
    "rasa",
    "rasa_sdk",
    "tensorflow",
    "matplotlib",
    "urllib3",
    "asyncio",
    "apscheduler",
    "sanic",
    "httpx",
    "httpcore",
)
ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
}


class NoTraceback(logging.Formatter):
    """Formats records without exception texts: what an exception says may quote what somebody said."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        kind = ei[0] if isinstance(ei, tuple) else None
        return f"({getattr(kind, '__name__', 'exception')}; details withheld)"

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        return ""


def prepare_environment() -> None:
    """Set what libraries read from the environment when they are imported; our child processes inherit it."""
    os.environ.update(ENVIRONMENT)


def configure(level: str = "INFO") -> None:
    """Set up logging for the whole process; Rasa and its libraries only get errors through."""
    prepare_environment()
    logging.captureWarnings(True)  # what libraries deprecate is for developers, and some set the filters back at import
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(NoTraceback("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.ERROR)
    _silence_structlog()


def _silence_structlog() -> None:
    import structlog  # here and not above: the variables must be set before anything of Rasa's is imported

    structlog.configure(
        processors=[_only_the_event, structlog.processors.KeyValueRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _only_the_event(logger: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    return {"event": event.get("event")}
