"""A Redis server for the tests: the distribution's package, in memory only, on a free port of loopback."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from redis import Redis
from redis.exceptions import ConnectionError

from bench.servers import LOOPBACK, free_port
from tests.waiting import wait_for


def program() -> str | None:
    """Find the server; install the distribution's package where that can be done without asking."""
    if not shutil.which("redis-server") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "redis-server"], check=True)
    return shutil.which("redis-server")


@contextmanager
def running(server: str, port: int | None = None) -> Iterator[str]:
    """Run a server for the length of the block; gives its address."""
    port = port or free_port()
    command = [server, "--port", str(port), "--bind", LOOPBACK, "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            url = f"redis://{LOOPBACK}:{port}/0"
            _wait_for(url)
            yield url
        finally:
            process.terminate()


def _wait_for(url: str) -> None:
    def answers() -> bool:
        try:
            return bool(client.ping())
        except ConnectionError:
            return False

    with Redis.from_url(url) as client:
        wait_for(answers, "the Redis server starts")
