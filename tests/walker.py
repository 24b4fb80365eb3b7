"""Talks to the chat API as a client does: keeps the capsule, presses buttons by their title."""

from __future__ import annotations

from typing import Any

import httpx

Answer = dict[str, Any]


class Walker:
    """One person at the API."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.capsule: str | None = None
        self.answer: Answer = {}

    async def start(self) -> Answer:
        """Begin, or come back with the capsule there is."""
        return await self._post(None)

    async def say(self, text: str) -> Answer:
        """Type something."""
        return await self._post({"text": text})

    async def edit(self, key: str, text: str) -> Answer:
        """Give a line of the summary other words."""
        return await self._post({"edit": {"key": key, "text": text}})

    async def press(self, title: str) -> Answer:
        """Press the button with this title."""
        choices = {b["title"]: b["choice"] for m in self.answer["messages"] for b in m["buttons"]}
        assert title in choices, f"no button {title!r} among {sorted(choices)}"
        return await self._post({"choice": choices[title]})

    async def do(self, step: str) -> Answer:
        """Press a button for a step that begins with `#`, type everything else."""
        return await (self.press(step[1:]) if step.startswith("#") else self.say(step))

    async def export(self) -> Answer:
        """Fetch everything that is held."""
        response = await self._client.post("/api/export", json={"capsule": self.capsule})
        assert response.status_code == 200
        return dict(response.json())

    @property
    def key(self) -> str | None:
        """The key of the question that is open."""
        return self.answer["expects"]["key"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> str:
        """What kind of answer is expected."""
        return str(self.answer["expects"]["kind"])

    @property
    def text(self) -> str:
        """Everything the bot said last."""
        return "\n".join(m["text"] for m in self.answer["messages"])

    @property
    def titles(self) -> list[str]:
        """The titles of the buttons under the last answer."""
        return [b["title"] for m in self.answer["messages"] for b in m["buttons"]]

    async def _post(self, message: dict[str, Any] | None) -> Answer:
        response = await self._client.post("/api/chat", json={"capsule": self.capsule, "message": message})
        assert response.status_code == 200, response.text
        self.answer = response.json()
        self.capsule = self.answer["capsule"]
        assert self.answer["messages"]
        return self.answer
