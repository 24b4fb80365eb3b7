"""The order of a measurement: the two set-ups take turns, so that a busy machine is busy for both."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bench.figures import Figures
from bench.record import Recorder
from bench.script import Script
from bench.servers import NotStarted, Running, serving
from bench.setups import OurSetUp, SetUp, StockSetUp, environment, gesprek
from bench.talk import MakeTalk, Timed, new_client, replay, said_the_same, turns_a_second

Say = Callable[[str], None]
T = TypeVar("T")
PHASE_SECONDS = 420.0  # longest a phase of one set-up may take; what takes longer is left out
TRAINING_SECONDS = 600.0
LOG = "servers.log"
_LOG_LINES = 12
_FIRST_ASKED = ("route", "goed.lichaamsfuncties", "score.lichaamsfuncties")


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    Attributes:
        rounds: how often each measurement is repeated; the table gives medians.
        people: how many talk at once.
        turns: the length of the long conversation with our set-up, and with the stock one.
        probes: how many times the probes are said at the end of it.
        training: whether training is measured.
    """

    rounds: int
    people: int
    turns: tuple[int, int]
    probes: int
    training: bool


FULL = Plan(rounds=3, people=20, turns=(1000, 200), probes=5, training=True)
QUICK = Plan(rounds=1, people=5, turns=(150, 100), probes=2, training=False)


@dataclass(frozen=True)
class Measured:
    """The figures of both, the length of the conversation, and in how many of its turns both said the same."""

    ours: Figures
    stock: Figures
    turns: int
    same: int


@dataclass(frozen=True)
class _Side:
    name: str
    make_talk: MakeTalk
    figures: Figures


def measure(plan: Plan, model: Path, script: Script, say: Say) -> Measured:
    """Measure both set-ups with a trained model, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gesprek-bench-") as name:
        folder = Path(name)
        setups: tuple[SetUp, SetUp] = (OurSetUp(folder, model.parent), StockSetUp(folder, model))
        figures = (Figures(), Figures())
        try:
            if plan.training:
                say("training…")
                figures[0].training.append(_train(folder))
            for number in range(1, plan.rounds + 1):
                for setup, figure in zip(setups, figures):
                    say(f"start {number} of {plan.rounds}: {setup.name}…")
                    _start(setup, figure, script, folder)
            return _talk(plan, setups, figures, script, folder, say)
        except Exception:
            for line in (folder / LOG).read_text(errors="replace").splitlines()[-_LOG_LINES:]:
                say(line)  # the log goes with the folder
            raise


def _train(folder: Path) -> float:
    """Return the seconds of `gesprek train` from nothing, the start of Python included."""
    began = time.perf_counter()
    with (folder / LOG).open("ab") as output:
        ended = subprocess.run(
            gesprek("train", "--data-dir", folder / "training"),
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=TRAINING_SECONDS,
        )
    if ended.returncode != 0:
        raise NotStarted(f"gesprek train ended with {ended.returncode}")
    return time.perf_counter() - began


def _start(setup: SetUp, figures: Figures, script: Script, folder: Path) -> None:
    """Start a set-up, and have the first turns of a conversation with it while it is fresh."""
    launch = setup.launch()
    texts = [script.answer(key) for key in _FIRST_ASKED]

    async def first_turns() -> list[Timed]:
        async with new_client() as client:
            return await replay(setup.talk(client, launch.base), texts)

    with serving(launch.processes, environment(), folder / LOG) as running:
        figures.start.append(running.seconds)
        figures.fresh.append(max(turn.milliseconds for turn in asyncio.run(first_turns())))


def _talk(
    plan: Plan, setups: Sequence[SetUp], figures: Sequence[Figures], script: Script, folder: Path, say: Say
) -> Measured:
    with ExitStack() as stack:
        launches = [setup.launch() for setup in setups]
        servers = [stack.enter_context(serving(launch.processes, environment(), folder / LOG)) for launch in launches]

        async def all_of_it() -> Measured:
            async with new_client() as client:
                sides = [
                    _Side(setup.name, partial(setup.talk, client, launch.base), figure)
                    for setup, launch, figure in zip(setups, launches, figures)
                ]
                return await _all_conversations(plan, sides, servers, script, say)

        return asyncio.run(all_of_it())


async def _all_conversations(
    plan: Plan, sides: Sequence[_Side], servers: Sequence[Running], script: Script, say: Say
) -> Measured:
    ours, stock = sides
    whole = await Recorder(ours.make_talk(), script).whole()
    early = await Recorder(ours.make_talk(), script).early()
    said = [await replay(side.make_talk(), whole) for side in sides]  # both warm now, and compared
    for number in range(1, plan.rounds + 1):
        for side in sides:
            say(f"conversations {number} of {plan.rounds}: {side.name}…")
            await _within(PHASE_SECONDS, _a_round(side, whole, plan.people))
    for _ in range(plan.probes):
        for side in sides:
            timed = await replay(side.make_talk(), early)
            side.figures.early += [turn.milliseconds for turn in timed[-len(script.probes) :]]
    for side, turns in zip(sides, plan.turns):
        say(f"a conversation of {turns} turns: {side.name}…")
        side.figures.late_turn = turns
        texts = await Recorder(ours.make_talk(), script).long(turns, plan.probes)
        timed = await _within(PHASE_SECONDS, replay(side.make_talk(), texts)) or []
        side.figures.late += [turn.milliseconds for turn in timed[-plan.probes * len(script.probes) :]]
    for side, running in zip(sides, servers):
        side.figures.memory = running.peak_memory()
    return Measured(
        ours.figures, stock.figures, len(whole), sum(said_the_same(one.reply, other.reply) for one, other in zip(*said))
    )


async def _a_round(side: _Side, whole: Sequence[str], people: int) -> None:
    rate, timed = await turns_a_second(side.make_talk, whole, people=1)
    side.figures.alone.append(rate)
    side.figures.first += [turn.milliseconds for turn in timed]
    rate, _ = await turns_a_second(side.make_talk, whole, people)
    side.figures.together.append(rate)


async def _within(seconds: float, work: Coroutine[Any, Any, T]) -> T | None:
    try:
        return await asyncio.wait_for(work, seconds)
    except asyncio.TimeoutError:
        return None
