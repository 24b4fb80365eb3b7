"""Reading a request: bounded, checked, and without a character that could harm further on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request

from bot.vault.capsule import CAPSULE_MAX_BYTES
from bot.web.clean import clean
from bot.web.errors import ApiError

JSON = "application/json"
BODY_MAX_BYTES = 128 * 1024
TEXT_MAX_CHARACTERS = 4_000


@dataclass(frozen=True, repr=False)
class ChatRequest:
    """One call: a capsule or none, and a text, a choice or neither; with `line` the text is that line's new wording."""

    capsule: str | None
    text: str | None = None
    choice: str | None = None
    line: str | None = None


async def read_chat(request: Request) -> ChatRequest:
    """Read the body of `POST /api/chat`.

    Raises:
        ApiError: 400 for what is no such request, 413 for what is too large.
    """
    body = await read_json(request)
    message = body.get("message")
    if message is None:
        return ChatRequest(_capsule(body))
    if not isinstance(message, dict) or len(message) != 1:
        raise ApiError(400, "request_invalid")
    text, choice, edit = message.get("text"), message.get("choice"), message.get("edit")
    if isinstance(text, str):
        return ChatRequest(_capsule(body), text=_words(text))
    if isinstance(edit, dict) and edit.keys() == {"key", "text"}:
        return _read_edit(_capsule(body), edit["key"], edit["text"])
    if isinstance(choice, str) and len(choice) <= 64:
        return ChatRequest(_capsule(body), choice=choice)
    raise ApiError(400, "request_invalid")


def _read_edit(capsule: str | None, key: Any, text: Any) -> ChatRequest:
    if not isinstance(key, str) or len(key) > 64 or not isinstance(text, str):
        raise ApiError(400, "request_invalid")
    return ChatRequest(capsule, text=_words(text), line=key)


def _words(text: str) -> str:
    if len(text) > TEXT_MAX_CHARACTERS:
        raise ApiError(413, "text_too_long")
    return clean(text)


async def read_capsule(request: Request) -> str:
    """Read the body of a call that is about a capsule and nothing else."""
    capsule = _capsule(await read_json(request))
    if capsule is None:
        raise ApiError(400, "request_invalid")
    return capsule


async def read_json(request: Request) -> dict[str, Any]:
    """Read a JSON object of at most 128 KiB in UTF-8."""
    content_type = request.headers.get("content-type", JSON)  # left out: meant as JSON
    if content_type.partition(";")[0].strip().lower() != JSON:
        raise ApiError(415, "content_type")
    body = await read_body(request)
    try:
        parsed = _DECODER.decode(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ApiError(400, "json_invalid") from None
    if not isinstance(parsed, dict):
        raise ApiError(400, "request_invalid")
    return parsed


async def read_body(request: Request) -> bytes:
    """Read a body of at most 128 KiB."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_MAX_BYTES:
                raise ApiError(413, "body_too_large")
    except ClientDisconnect:
        raise ApiError(400, "json_invalid") from None  # nobody reads it any more
    return bytes(body)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its members, each of which may be there once: which of two is meant nobody can tell."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a name comes twice")
    return made


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


# No field of the API is a number, so how precise one is doesn't matter; a float takes no time over many digits.
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant, parse_int=float)


def _capsule(body: dict[str, Any]) -> str | None:
    capsule = body.get("capsule")
    if capsule is not None and not isinstance(capsule, str):
        raise ApiError(400, "request_invalid")
    if capsule is not None and len(capsule.encode("utf-8", "replace")) > CAPSULE_MAX_BYTES:
        raise ApiError(413, "capsule_too_large")
    return capsule
