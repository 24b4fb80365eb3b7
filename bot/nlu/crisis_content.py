"""Interim reader of content/crisis.yml."""
from __future__ import annotations
from pathlib import Path
from typing import Any
import yaml


class CrisisContent:
    def __init__(self, teksten: dict[str, list[str]]) -> None:
        self._teksten = teksten

    def messages(self, soort: Any) -> tuple[str, ...]:
        return tuple(self._teksten[getattr(soort, "value", soort)])


def load_content(path: Path) -> CrisisContent:
    return CrisisContent(yaml.safe_load(path.read_text(encoding="utf8"))["teksten"])
