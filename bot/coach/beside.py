"""Keeping the portal going beside the chat: a child process that is started again when it ends by itself."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot import logs
from bot.listening import listen

logger = logging.getLogger(__name__)

PROGRAM = (sys.executable, "-m", "bot.coach.serve")
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 60.0
HEALTHY_SECONDS = 60.0  # a portal that ran this long is started again at once
STOP_SECONDS = 8.0


@contextmanager
def portal_beside(host: str, port: int, program: Sequence[str] = PROGRAM) -> Iterator[int | None]:
    """Have the portal served while this lasts; gives its port, or None while that is taken.

    Whatever befalls the portal, the chat goes on: it is started again, after a pause that doubles up to a minute. The
    socket stays open meanwhile, so that a browser waits instead of being refused.
    """
    beside = Beside(host, port, program)
    beside.start()
    try:
        yield beside.port
    finally:
        beside.stop()


class Beside:
    """One portal process and its socket."""

    def __init__(self, host: str, port: int, program: Sequence[str] = PROGRAM) -> None:
        self._address = (host, port)
        self._program = program
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._told = False
        self._stopping = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._thread = threading.Thread(target=self._keep_going, name="portal", daemon=True)

    @property
    def port(self) -> int | None:
        """The port it listens on; None while that is taken by somebody else."""
        return None if self._socket is None else int(self._socket.getsockname()[1])

    def start(self) -> None:
        """Listen, start the portal, and keep it going."""
        self._listen()
        self._thread.start()

    def stop(self) -> None:
        """End the portal, letting it finish what is under way."""
        self._stopping.set()
        with self._one_at_a_time:
            process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join(STOP_SECONDS)
        if self._socket is not None:
            self._socket.close()

    def _keep_going(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            began = time.monotonic()
            if self._socket is not None:
                self._run()
            if time.monotonic() - began >= HEALTHY_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            if not self._stopping.wait(pause) and self._socket is None:
                self._listen()
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _run(self) -> None:
        """Start the portal and wait for its end."""
        with self._one_at_a_time:
            if self._stopping.is_set():
                return
            assert self._socket is not None  # the caller made sure
            descriptor = self._socket.fileno()
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    [*self._program, str(descriptor)],
                    stdin=subprocess.PIPE,
                    pass_fds=[descriptor],
                    start_new_session=True,  # Ctrl-C in a terminal is for the chat, which ends the portal
                )
            except OSError as error:
                logger.error("the coach portal can't be started", extra=logs.fault(error))
                return
        with self._process:  # which closes the pipe, too
            self._process.wait()
        if not self._stopping.is_set():
            logger.error(
                "the coach portal ended by itself; it is started again", extra={"count": self._process.returncode}
            )

    def _listen(self) -> bool:
        try:
            self._socket = listen(*self._address)
        except OSError as error:
            if not self._told:
                logger.error("the port of the coach portal can't be used; it is tried again", extra=logs.fault(error))
            self._told = True
            return False
        return True
