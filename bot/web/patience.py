"""uvicorn's HTTP protocol, with an end to its patience: it waits forever for a request that comes in drop by drop."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

REQUEST_SECONDS = 20.0  # for a whole request; 64 KiB of capsule needs 3 Kbyte a second
HEAD_MAX_BYTES = 64 * 1024  # what is no body: request line, headers, trailers


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection that has no whole request after REQUEST_SECONDS, or heads over HEAD_MAX_BYTES.

    Between two requests uvicorn's own limit holds (`timeout_keep_alive`, 5 seconds); bodies are bounded by who reads
    them.
    """

    _end: asyncio.TimerHandle | None = None
    _head_bytes = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait_for_request()

    def data_received(self, data: bytes) -> None:
        if self._end is None and (self.cycle is None or self.cycle.response_complete):
            self._wait_for_request()
        self._head_bytes += len(data)
        super().data_received(data)
        if self._head_bytes > HEAD_MAX_BYTES:
            self.transport.close()

    def on_message_begin(self) -> None:
        self._wait_for_request()
        super().on_message_begin()

    def on_body(self, body: bytes) -> None:
        self._head_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._head_bytes = 0
        self._stop_waiting()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_request(self) -> None:
        self._stop_waiting()
        self._end = self.loop.call_later(REQUEST_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None
