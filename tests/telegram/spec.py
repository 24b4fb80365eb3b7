"""The Bot API as data, to hold against it what we send and what the emulator answers; where that is at hand."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.settings import PROJECT_ROOT

VARIABLE = "GESPREK_TEST_TELEGRAM_SPEC"  # a file as github.com/PaulSonOfLars/telegram-bot-api-spec makes it
_BESIDE = PROJECT_ROOT.parent / "shared" / "telegram" / "bot_api_spec.min.json"
_PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}


@lru_cache(maxsize=1)
def spec() -> dict[str, Any] | None:
    """Return the specification, or None where it isn't at hand."""
    path = Path(os.environ.get(VARIABLE, _BESIDE))
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def wrong_with_call(method: str, given: dict[str, Any], files: set[str]) -> list[str]:
    """Return what is wrong with the parameters of a call, as they came in a form; nothing without a specification."""
    known = spec()
    if known is None:
        return []
    if method not in known["methods"]:
        return [f"there is no method {method}"]
    fields = {field["name"]: field for field in known["methods"][method].get("fields", [])}
    faults = [f"{method}: unknown parameter {name}" for name in given if name not in fields]
    for name, field in fields.items():
        if name in given:
            value = _unformed(given[name], field["types"])
            faults += [f"{method}.{fault}" for fault in _wrong(name, value, field["types"])]
        elif field["required"] and name not in files:
            faults.append(f"{method}: {name} is missing")
    return faults


def wrong_with_result(method: str, result: Any) -> list[str]:
    """Return what is wrong with an answer of the emulator."""
    known = spec()
    if known is None or method not in known["methods"]:
        return []
    return [f"{method} answers {fault}" for fault in _wrong("result", result, known["methods"][method]["returns"])]


def wrong_with_update(update: dict[str, Any]) -> list[str]:
    """Return what is wrong with an update the emulator makes."""
    return _wrong("update", update, ["Update"]) if spec() else []


def _unformed(value: str, types: list[str]) -> Any:
    """Return a value as it was before it was put in a form: everything but a text is JSON."""
    if "String" in types and "Integer" not in types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _wrong(name: str, value: Any, types: list[str]) -> list[str]:
    """Return what is wrong with a value that may be of one of the types: what is wrong with it as the best of them."""
    faults = [_wrong_as(name, value, one) for one in types]
    return min(faults, key=len) if faults else []


def _wrong_as(name: str, value: Any, type: str) -> list[str]:
    if type.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{name} is no list"]
        return [fault for item in value for fault in _wrong(name, item, [type.removeprefix("Array of ")])]
    if type in _PLAIN:
        good = isinstance(value, _PLAIN[type]) and (type in ("Boolean", "True") or not isinstance(value, bool))
        return [] if good else [f"{name} is no {type}"]
    known = spec()
    assert known is not None
    described = known["types"].get(type, {})
    if subtypes := described.get("subtypes"):
        return _wrong(name, value, subtypes)
    if not isinstance(value, dict):
        return [f"{name} is no {type}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    faults = [f"{name}.{inner} is unknown" for inner in value if inner not in fields]
    required = {inner for inner, field in fields.items() if field["required"]}
    faults += [f"{name}.{inner} is missing" for inner in required - value.keys()]
    for inner in value.keys() & fields.keys():
        faults += [f"{name}.{fault}" for fault in _wrong(inner, value[inner], fields[inner]["types"])]
    return faults
