"""What the bot says to somebody in need: the messages and help lines of `content/crisis.yml`.

Numbers change and a wrong one costs more here than anywhere, so the file is held against itself when it is read: every
help line must stand in the messages it belongs to. If it can't be read at all there is `LAST_RESORT`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.nlu.crisis.woorden import Soort

GENERAL = "algemeen"  # the messages for who asks for help by the menu
MOST_CHARACTERS = 350
_NUMBER_OR_ADDRESS = re.compile(r"[\w-]+(?:\.\w+)*")
_KINDS = (*(kind.value for kind in Soort), GENERAL)

LAST_RESORT = (
    "Je hoeft hier niet alleen mee te blijven. Is er nu gevaar, bel 112. Denk je aan de dood, bel 113 of 0800-0113, of "
    "chat op 113.nl. Bij geweld thuis: Veilig Thuis, 0800-2000. Dat is gratis, dag en nacht. Je huisarts of de "
    "huisartsenpost kan ook. Ik waarschuw niemand en bewaar niet wat je schreef."
)


@dataclass(frozen=True)
class HelpLine:
    """One place where a person answers, and in which messages it is named."""

    name: str
    numbers: tuple[str, ...]
    web: str | None
    when: str
    named_in: tuple[str, ...]


@dataclass(frozen=True)
class CrisisContent:
    """The messages by kind, each a row of short bubbles, and the day on which somebody last checked the numbers."""

    checked: date
    help_lines: tuple[HelpLine, ...]
    texts: Mapping[str, tuple[str, ...]]

    def messages(self, soort: str) -> tuple[str, ...]:
        """Return the bubbles for a kind of crisis, or for `algemeen`.

        Raises:
            KeyError: for any other word.
        """
        return self.texts[soort.value if isinstance(soort, Soort) else soort]


class _Reader:
    """Walks through the parsed file and says precisely where and how it is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def wrong(self, key: str, message: str) -> ValueError:
        return ValueError(f"{self.path}: {key}: {message}")

    def load(self) -> dict[str, Any]:
        import yaml  # only here: the gate itself must work without it

        try:
            loaded = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        except OSError as error:
            raise self.wrong("file", f"can't be read ({error.strerror}), put it back or restore it from git") from error
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise self.wrong("file", f"is no YAML in UTF-8, correct it: {error}") from error
        if not isinstance(loaded, dict):
            raise self.wrong("file", "must hold the keys gecontroleerd, hulplijnen and teksten")
        return loaded

    def checked(self, value: Any) -> date:
        if type(value) is not date:
            raise self.wrong("gecontroleerd", "must be the day the numbers were last checked, like 2026-11-22")
        return value

    def strings(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not value:
            raise self.wrong(key, "must be a list with at least one text")
        for place, text in enumerate(value):
            if not isinstance(text, str) or not text.strip():
                raise self.wrong(f"{key}[{place}]", "must be a text, put it between quotation marks")
        return tuple(text.strip() for text in value)

    def bubbles(self, key: str, value: Any) -> tuple[str, ...]:
        texts = self.strings(key, value)
        for place, text in enumerate(texts):
            if len(text) > MOST_CHARACTERS:
                length = f"has {len(text)} characters, at most {MOST_CHARACTERS} fit: split or shorten it"
                raise self.wrong(f"{key}[{place}]", length)
            if "!" in text or "?" in text:
                raise self.wrong(f"{key}[{place}]", "asks or exclaims, make it a calm statement without ! or ?")
        return texts

    def help_line(self, key: str, value: Any) -> HelpLine:
        if not isinstance(value, dict):
            raise self.wrong(key, "must have naam, nummers, wanneer and bij")
        for field in ("naam", "wanneer"):
            if not isinstance(value.get(field), str):
                raise self.wrong(f"{key}.{field}", "is missing, add it as a text")
        web = value.get("web")
        if web is not None and not isinstance(web, str):
            raise self.wrong(f"{key}.web", "must be an address like 113.nl, or leave it out")
        named_in = self.strings(f"{key}.bij", value.get("bij"))
        for kind in named_in:
            if kind not in _KINDS:
                raise self.wrong(f"{key}.bij", f"knows no {kind!r}, choose from {', '.join(_KINDS)}")
        numbers = self.strings(f"{key}.nummers", value["nummers"]) if value.get("nummers") else ()
        return HelpLine(value["naam"], numbers, web, value["wanneer"], named_in)

    def holds_together(self, lines: tuple[HelpLine, ...], texts: Mapping[str, tuple[str, ...]]) -> None:
        named = {kind: set(_NUMBER_OR_ADDRESS.findall(" ".join(bubbles))) for kind, bubbles in texts.items()}
        for line in lines:
            for kind in line.named_in:
                for sought in (*line.numbers, *((line.web,) if line.web else ())):
                    if sought not in named[kind]:
                        message = f"doesn't name {sought} of {line.name}: add it, or take {kind} out of its `bij`"
                        raise self.wrong(f"teksten.{kind}", message)


def load_content(path: Path) -> CrisisContent:
    """Read and check the crisis messages.

    Raises:
        ValueError: names the file, the key, and what to do about it.
    """
    reader = _Reader(path)
    loaded = reader.load()
    texts = loaded.get("teksten")
    if not isinstance(texts, dict):
        raise reader.wrong("teksten", f"is missing, add messages for {', '.join(_KINDS)}")
    for kind in _KINDS:
        if kind not in texts:
            raise reader.wrong(f"teksten.{kind}", "is missing, add its messages")
    bubbles = {kind: reader.bubbles(f"teksten.{kind}", texts[kind]) for kind in _KINDS}
    lines = loaded.get("hulplijnen")
    if not isinstance(lines, list) or not lines:
        raise reader.wrong("hulplijnen", "is missing, add the help lines with naam, nummers, wanneer and bij")
    help_lines = tuple(reader.help_line(f"hulplijnen[{place}]", line) for place, line in enumerate(lines))
    reader.holds_together(help_lines, bubbles)
    return CrisisContent(reader.checked(loaded.get("gecontroleerd")), help_lines, bubbles)
