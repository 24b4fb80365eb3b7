"""Logging: what happened, how long it took, which error and where; never what somebody said.

A line is one JSON object. What may be in it is little, whoever logs: a message that stands in the program as it is,
numbers, and the FIELDS below. Everything else is left out, so no text gets into a log by mistake, not even at debug
level.

Must run before Rasa is imported: embedded as it comes, its structlog prints every message at debug level. Crash reports
to Sentry are only started by `rasa.__main__`, which we never call.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Mapping, MutableMapping
from datetime import datetime, timezone
from enum import Enum
from types import FrameType, TracebackType
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
    "telegram",
    "redis",
    "fontTools",  # says which letters a document has
    "fpdf",
    "PIL",
)
ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "PTB_TIMEDELTA": "true",
}
FIELDS = ("ms", "count", "stage", "action", "reason", "error", "where")  # of `extra`; none names who or what was said
WITHHELD = "…"
_OURS = ("bot.", "actions.")
_CRASH_PLACES = 20
_SHORTEST = 8  # characters that say something of a message whose rest is withheld
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ #0]*[\d*]*(?:\.[\d*]+)?[a-zA-Z%]")
_NAMED = re.compile(r"action_[a-z_]{1,40}|[\w.]{1,80}:\d+( > [\w.]{1,80}:\d+)?")  # an action, or places in the code
_SYSTEM_SAYS = frozenset(errno.errorcode.values()) | {
    # SQLite's own words for what operators can mend; no statement and no value is in any of them.
    "attempt to write a readonly database",
    "database disk image is malformed",
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "file is not a database",
    "unable to open database file",
}


def prepare_environment() -> None:
    """Set what libraries read from the environment when they are imported; our child processes inherit it."""
    os.environ.update(ENVIRONMENT)


def configure(level: str = "INFO", libraries: str = "ERROR") -> None:
    """Set up logging for the whole process. Rasa and its libraries only get through from level `libraries` on."""
    prepare_environment()
    logging.captureWarnings(True)  # what libraries deprecate is for developers, and some set the filters back at import
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Facts())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(libraries)
    _guard_structlog(libraries)
    logging.raiseExceptions = False  # or a record that can't be formatted is printed, with all that is in it
    sys.excepthook = _uncaught
    threading.excepthook = lambda ended: _uncaught(ended.exc_type, ended.exc_value, ended.exc_traceback)


def fault(error: BaseException) -> dict[str, Any]:
    """Return the fields that tell of an error: its type, where it was raised, and what the system gives as reason."""
    facts = {"error": type(error), "where": _where(error.__traceback__), "reason": _reason(error)}
    return {name: value for name, value in facts.items() if value}


class Facts(logging.Formatter):
    """Writes a record as one JSON object of facts: the last defence, whoever logs whatever.

    A message is shown as far as the code that logs it holds it as a literal, with nothing but numbers filled in. The
    place is told too: in the versions of requirements.lock it tells which message it was.
    """

    def format(self, record: logging.LogRecord) -> str:
        facts: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": _event(record),
            "where": f"{record.module}:{record.lineno}",
        }
        raised = record.msg if isinstance(record.msg, BaseException) else record.exc_info and record.exc_info[1]
        fields = {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        found = {**(fault(raised) if raised else {}), **fields}
        facts.update({name: _shown(value) for name, value in found.items()})
        return json.dumps(facts, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    literal = _literal(record)
    if literal != record.msg:
        return literal + WITHHELD
    if not record.args:
        return literal
    given = iter(record.args if isinstance(record.args, tuple) else ())
    return _PLACEHOLDER.sub(lambda found: "%" if found[0] == "%%" else str(_shown(next(given, None))), literal)


def _literal(record: logging.LogRecord) -> str:
    """Return the longest text in the code that logs with which the message begins; nothing a person said is there."""
    frame: FrameType | None = sys._getframe(1)
    while frame and (frame.f_code.co_filename, frame.f_lineno) != (record.pathname, record.lineno):
        frame = frame.f_back
    texts = [text for text in frame.f_code.co_consts if isinstance(text, str)] if frame else []
    begins = [text for text in texts if text and str(record.msg).startswith(text)]
    longest = max(begins, key=len, default="")
    return longest if longest == record.msg or len(longest) >= _SHORTEST else ""


def _shown(value: Any) -> Any:
    """Return a number, the name of a type, or one of a few names that the program or the system has given."""
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, type):
        return value.__name__
    named = isinstance(value, str) and (value in _SYSTEM_SAYS or _NAMED.fullmatch(value))
    return value if named else WITHHELD


def _where(trace: TracebackType | None) -> str:
    """Name the last line of our own code that was under way, and the last line of all."""
    places = [_place(frame, line) for frame, line in traceback.walk_tb(trace)]
    ours = [place for place in places if place.startswith(_OURS)]
    return " > ".join(dict.fromkeys([*ours[-1:], *places[-1:]]))


def _place(frame: FrameType, line: int) -> str:
    return f"{frame.f_globals.get('__name__', 'unknown')}:{line}"


def _reason(error: BaseException) -> str | None:
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno)
    said = str(getattr(error, "orig", None) or "")  # SQLAlchemy keeps the database's own error there
    return said if said in _SYSTEM_SAYS else None


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Say what ends the process or a thread. Python's own hook would print whatever the exception says."""
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    if kind.__module__.startswith(_OURS):  # these are written for who reads them, and quote nobody
        sys.stderr.write(f"{error}\n")
        return
    logger = logging.getLogger(__name__)
    logger.critical("uncaught", extra=fault(error))
    for frame, line in list(traceback.walk_tb(trace))[-_CRASH_PLACES:]:
        logger.critical("uncaught, by way of", extra={"where": _place(frame, line)})


def _guard_structlog(level: str) -> None:
    import structlog  # here and not above: the variables must be set before anything of Rasa's is imported

    structlog.configure(
        processors=[_only_the_event, structlog.stdlib.render_to_log_kwargs],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _only_the_event(logger: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    return {"event": event.get("event")}
