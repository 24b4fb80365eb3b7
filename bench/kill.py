"""Kill the server again and again while somebody talks, and see that nothing they said is lost or taken twice.

    python -m bench.kill --turns 200 --kills 20

The same conversations are had twice: once in peace, once with `kill -9` after an answer or in the middle of a turn.
Every answer of the bot, and everything held at the end, must be the same.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bench.script import Person, load
from bench.servers import serving
from bench.setups import PATIENT, OurSetUp, environment
from bot.settings import load_settings
from bot.training import newest_model

Answer = dict[str, Any]
Said = str | None  # None begins a conversation
_MOST_OF_A_TURN = 0.015  # seconds; a turn takes about ten milliseconds


@dataclass
class Outcome:
    """What came of a run; `different` has the numbers of the turns that were answered otherwise than in peace."""

    turns: int = 0
    kills: int = 0
    asked_again: int = 0
    different: list[int] = field(default_factory=list)
    held_the_same: bool = True

    @property
    def good(self) -> bool:
        return not self.different and self.held_the_same


class Server:
    """`gesprek run`, killed and started again on the same data directory."""

    def __init__(self, folder: Path, models: Path) -> None:
        self._setup = OurSetUp(folder, models)
        self._log = folder / "servers.log"
        self._stack = ExitStack()
        self._pid = 0
        self.client = httpx.Client(trust_env=False)

    def start(self) -> None:
        launch = self._setup.launch()
        running = self._stack.enter_context(serving(launch.processes, {**environment(), **PATIENT}, self._log))
        (self._pid,) = running.pids
        self.client = httpx.Client(base_url=launch.base, timeout=60, trust_env=False)

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        self.client.close()
        self._stack.close()

    def start_again(self) -> None:
        self.close()
        self.start()

    def turn(self, capsule: str | None, said: Said) -> Answer:
        message = None if said is None else {"text": said}
        response = self.client.post("/api/chat", json={"capsule": capsule, "message": message})
        return dict(response.raise_for_status().json())

    def held(self, capsule: str) -> Answer:
        found = self.client.post("/api/export", json={"capsule": capsule}).raise_for_status().json()
        return {name: value for name, value in found.items() if name != "stored_on_server"}


def run(turns: int, kills: int, seed: int = 1) -> Outcome:
    """Have so many turns, in whole conversations, with so many kills spread over them.

    Raises:
        FileNotFoundError: there is no trained model.
    """
    model = newest_model(load_settings().models_dir)
    if model is None:
        raise FileNotFoundError("no trained model: run `gesprek train`")
    with tempfile.TemporaryDirectory(prefix="gesprek-kill-") as name, ExitStack() as stack:
        server = Server(Path(name), model.parent)
        stack.callback(server.close)
        server.start()
        peace = list(_in_peace(server, turns))
        held = _held(server, peace)
        outcome = Outcome(turns=len(peace))
        struck = list(_struck(server, peace, kills, random.Random(seed), outcome))
        outcome.different = [n for n, (a, b) in enumerate(zip(peace, struck)) if _words(a[1]) != _words(b[1])]
        outcome.held_the_same = held == _held(server, struck)
        return outcome


def _in_peace(server: Server, turns: int) -> Iterator[tuple[Said, Answer]]:
    """Have conversations until there were so many turns."""
    answer: Answer = {}
    person = Person(load())
    for _ in range(turns):
        expects = answer.get("expects") or {}
        said = person.reply(expects["key"], expects["kind"]) if expects else None
        if said is None:
            person = Person(load())
        answer = server.turn(answer["capsule"] if said is not None else None, said)
        yield said, answer


def _struck(
    server: Server, peace: Sequence[tuple[Said, Answer]], kills: int, chance: random.Random, outcome: Outcome
) -> Iterator[tuple[Said, Answer]]:
    """Say the same; at every so many turns the server is killed, by turns after its answer and in the midst of one."""
    capsule: str | None = None
    strikes = {round((n + 1) * len(peace) / (kills + 1)): n % 2 for n in range(kills)}
    for number, (said, _) in enumerate(peace):
        capsule = capsule if said is not None else None
        in_the_midst = strikes.get(number)
        if in_the_midst is None:
            answer = server.turn(capsule, said)
        else:
            answer = _strike(server, capsule, said, chance, outcome, in_the_midst=bool(in_the_midst))
        capsule = answer["capsule"]
        yield said, answer


def _strike(
    server: Server, capsule: str | None, said: Said, chance: random.Random, outcome: Outcome, *, in_the_midst: bool
) -> Answer:
    """Kill the server, start it, and go on as the page would: what got no answer is said again with the old capsule."""
    outcome.kills += 1
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(server.turn, capsule, said)
        if in_the_midst:
            time.sleep(chance.uniform(0, _MOST_OF_A_TURN))
        else:
            asked.result()
        server.kill()
        lost = asked.exception()
    server.start_again()
    if lost is None:
        return asked.result()
    if not isinstance(lost, httpx.TransportError):
        raise lost
    outcome.asked_again += 1
    return server.turn(capsule, said)


def _held(server: Server, had: Sequence[tuple[Said, Answer]]) -> list[Answer]:
    """Return what is held of each conversation at its end."""
    ends = [*[n for n, (said, _) in enumerate(had) if said is None][1:], len(had)]
    return [server.held(had[end - 1][1]["capsule"]) for end in ends]


def _words(answer: Answer) -> Answer:
    return {name: value for name, value in answer.items() if name != "capsule"}


def main() -> None:
    """Run it, say what came of it, and end with 1 when anything was lost or taken twice."""
    parser = argparse.ArgumentParser(prog="python -m bench.kill", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    outcome = run(given.turns, given.kills, given.seed)
    print(f"{outcome.turns} turns, killed {outcome.kills} times, {outcome.asked_again} turns said again")
    print("nothing lost, nothing twice" if outcome.good else f"different: turns {outcome.different}, or what is held")
    sys.exit(0 if outcome.good else 1)


if __name__ == "__main__":
    main()
