"""Python imports this by itself when its folder is on PYTHONPATH: then every address a process names is written down.

Into the file that GESPREK_TEST_WATCH names, one JSON object a line, for the process and every Python it starts. At the
end a process also tells whether Sentry had a client, and whether Rasa's telemetry was on.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from typing import Any

_ADDRESSED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
_NAMED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_STARTED = {"subprocess.Popen", "os.exec", "os.posix_spawn"}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _ADDRESSED:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address and isinstance(address[0], (str, bytes)) else None
        if host is not None:  # other kinds of socket stay within the machine
            _note(event, host)
    elif event in _NAMED or event in _STARTED:
        _note(event, arguments[0])
    elif event == "os.system":
        _note(event, str(arguments[0]))


def _note(what: str, value: object) -> None:
    value = value.decode("ascii", "replace") if isinstance(value, bytes) else value
    os.write(_file, json.dumps({"pid": os.getpid(), "what": what, "value": value}, default=str).encode() + b"\n")


def _at_the_end() -> None:
    sentry, telemetry = sys.modules.get("sentry_sdk"), sys.modules.get("rasa.telemetry")
    _note("sentry", sentry is not None and sentry.Hub.current.client is not None)
    _note("telemetry", telemetry is not None and telemetry.is_telemetry_enabled())
    _note("ended", sys.argv)


if "GESPREK_TEST_WATCH" in os.environ:
    sys.modules["uvloop"] = None  # type: ignore[assignment] # it connects in C, where Python sees nothing
    _file = os.open(os.environ["GESPREK_TEST_WATCH"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.addaudithook(_watch)
    atexit.register(_at_the_end)
