"""`python -m bench.load`: many people in conversation at once with `gesprek run`, and what that does to it.

Everybody begins at the same moment, thinks between two turns, and begins anew when a conversation is over.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import typer

from bench.crowd import end, faults_lines, how_long, how_many, thinking, times_line, turns_line
from bench.script import Person, Script, load
from bench.servers import Running, serving
from bench.setups import OurSetUp, environment
from bench.talk import NoAnswer, OurTalk, Reply
from bot.settings import load_settings

PEOPLE, SECONDS, THINK_SECONDS = 200, 60.0, 5.0
_SETTLE_SECONDS = 2.0


@dataclass
class Load:
    """What came of a run.

    Attributes:
        turns: milliseconds of every turn that was answered.
        conversations: how many were had to the end.
        faults: what went wrong instead of an answer.
        memory: resident memory of the server before, right after and at its highest, in MB.
    """

    turns: list[float] = field(default_factory=list)
    conversations: int = 0
    faults: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def lines(self, seconds: float) -> list[str]:
        """Return the table."""
        before, after, peak = (f"{megabytes:.0f}" for megabytes in self.memory)
        return [
            f"{turns_line(self.turns, seconds)}; whole conversations: {self.conversations}",
            times_line(self.turns),
            f"memory in MB   {before} before, {after} after, {peak} at most",
            *faults_lines(self.faults),
        ]


def run(people: int, seconds: float, think: float) -> Load:
    """Let so many people talk for so many seconds, each thinking `think` seconds on average between two turns."""
    with tempfile.TemporaryDirectory(prefix="gesprek-load-") as name:
        folder = Path(name)
        launch = OurSetUp(folder, load_settings().models_dir).launch()
        with serving(launch.processes, environment(), folder / "server.log") as running:
            load = asyncio.run(_everybody(launch.base, running, people, seconds, think))
    return load


async def _everybody(base: str, running: Running, people: int, seconds: float, think: float) -> Load:
    measured, script = Load(), load()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=people)
    async with httpx.AsyncClient(timeout=30.0, trust_env=False, limits=limits) as client:
        await OurTalk(client, base).open()
        measured.memory.append(_resident(running))
        until = time.monotonic() + seconds
        await asyncio.gather(*(_somebody(client, base, script, until, think, measured) for _ in range(people)))
    await asyncio.sleep(_SETTLE_SECONDS)
    measured.memory += [_resident(running), running.peak_memory() or 0.0]
    return measured


async def _somebody(
    client: httpx.AsyncClient, base: str, script: Script, until: float, think: float, measured: Load
) -> None:
    while time.monotonic() < until:
        talk, person = OurTalk(client, base), Person(script)
        text: str | None = None
        while time.monotonic() < until:
            began = time.perf_counter()
            try:
                reply: Reply = await (talk.open() if text is None else talk.say(text))
            except NoAnswer as fault:
                measured.faults.append(str(fault).removeprefix(base))
                await asyncio.sleep(think)
                continue  # the page sends the same again
            measured.turns.append((time.perf_counter() - began) * 1000)
            text = person.reply(reply.key, reply.kind)
            if text is None:
                measured.conversations += 1
                break
            await asyncio.sleep(random.uniform(0, 2 * think))


def _resident(running: Running) -> float:
    """Return the resident memory of the server's processes in MB (Linux)."""
    lines = [Path(f"/proc/{pid}/status").read_text().splitlines() for pid in running.pids]
    return sum(int(line.split()[1]) / 1024 for status in lines for line in status if line.startswith("VmRSS:"))


def main(
    people: int = how_many(PEOPLE), seconds: float = how_long(SECONDS), think: float = thinking(THINK_SECONDS)
) -> None:
    """Measure under load; ends with 1 when anything went wrong."""
    load = run(people, seconds, think)
    end(load.lines(seconds), not load.faults)


if __name__ == "__main__":
    typer.run(main)
