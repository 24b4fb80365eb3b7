"""Talking over HTTP: one conversation with our chat API, or with Rasa's REST channel."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import httpx

ANSWER_SECONDS = 60.0  # longest wait for one answer


class NoAnswer(Exception):
    """A turn failed or was answered with silence; what is slow because it fails is no measurement."""


@dataclass(frozen=True)
class Reply:
    """The bubbles of one turn, and, of our own set-up, the question that is open after it."""

    texts: tuple[str, ...]
    key: str | None = None
    kind: str = "none"


@dataclass(frozen=True)
class Timed:
    """One turn: how long it took, in milliseconds, and what came back."""

    milliseconds: float
    reply: Reply


class Talk(Protocol):
    """One conversation."""

    async def open(self) -> Reply:
        """Begin it."""
        ...

    async def say(self, text: str) -> Reply:
        """Type `text`."""
        ...


MakeTalk = Callable[[], Talk]


class OurTalk:
    """A conversation with the chat API; the capsule travels along, as it does with the page."""

    def __init__(self, client: httpx.AsyncClient, base: str) -> None:
        self._client = client
        self._url = f"{base}/api/chat"
        self._capsule: str | None = None

    async def open(self) -> Reply:
        return await self._post(None)

    async def say(self, text: str) -> Reply:
        return await self._post({"text": text})

    async def _post(self, message: dict[str, str] | None) -> Reply:
        answer = await _post(self._client, self._url, {"capsule": self._capsule, "message": message})
        self._capsule = answer["capsule"]
        expects = answer["expects"]
        return Reply(_texts(answer["messages"]), expects["key"], expects["kind"])


class StockTalk:
    """A conversation with `rasa run`; the first text opens it, so the welcome comes with its answer."""

    def __init__(self, client: httpx.AsyncClient, base: str) -> None:
        self._client = client
        self._url = f"{base}/webhooks/rest/webhook"
        self._sender = uuid.uuid4().hex

    async def open(self) -> Reply:
        return Reply(())

    async def say(self, text: str) -> Reply:
        return Reply(_texts(await _post(self._client, self._url, {"sender": self._sender, "message": text})))


def new_client() -> httpx.AsyncClient:
    """Make a client for loopback addresses: no proxy, no limit on connections that people would have to wait for."""
    return httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False, limits=httpx.Limits(max_connections=200))


async def replay(talk: Talk, texts: Sequence[str]) -> list[Timed]:
    """Have a conversation of these texts, one after the other."""
    await talk.open()
    timed = []
    for text in texts:
        began = time.perf_counter()
        reply = await talk.say(text)
        timed.append(Timed((time.perf_counter() - began) * 1000, reply))
    return timed


async def turns_a_second(make_talk: MakeTalk, texts: Sequence[str], people: int) -> tuple[float, list[Timed]]:
    """Let so many people have the same conversation at once; opening it costs time but counts for no turn."""
    began = time.perf_counter()
    talks = await asyncio.gather(*(replay(make_talk(), texts) for _ in range(people)))
    seconds = time.perf_counter() - began
    turns = [turn for talk in talks for turn in talk]
    return len(turns) / seconds, turns


def said_the_same(ours: Reply, stock: Reply) -> bool:
    """Tell whether stock said what we said; its channel cuts bubbles at blank lines, and adds welcome and drawing."""
    said = "\n".join(stock.texts)
    return all(part.strip() in said for text in ours.texts for part in text.split("\n\n"))


async def _post(client: httpx.AsyncClient, url: str, body: dict[str, Any]) -> Any:
    try:
        response = await client.post(url, json=body)
    except httpx.HTTPError as error:
        raise NoAnswer(f"{url} gave no answer ({type(error).__name__})") from None
    if response.status_code != 200:
        raise NoAnswer(f"{url} answered {response.status_code}")
    return response.json()


def _texts(messages: list[dict[str, Any]]) -> tuple[str, ...]:
    texts = tuple(message["text"] for message in messages if message.get("text"))
    if not texts:
        raise NoAnswer("a turn was answered with silence")
    return texts
