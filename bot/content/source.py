"""A content file with its lines, so that whoever edits it hears which line is wrong and what to do about it.

Every scalar is read as the text that stands there: a phone number, `no` or `7` needs no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from bot.conversation.dimensions import DIMENSIES

MOST_TEXT = 350  # characters of one message
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_NULL, _BOOL = "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong in a file, and what to do. A `warning` leaves the content usable. Lines count from 1."""

    file: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'warning: ' if self.warning else ''}{self.message}"


class ContentError(Exception):
    """The content can't be used as it is; `problems` holds every fault of the files read, not only the first."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Entry:
    """A value in a file, with the name it stands under and the line of that name."""

    name: str
    line: int
    node: yaml.Node

    @property
    def value_line(self) -> int:
        """The line its value starts on."""
        return int(self.node.start_mark.line) + 1

    @property
    def is_text(self) -> bool:
        """Whether it holds one text, not a list or more names."""
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_bool(self) -> bool:
        """Whether it holds true or false."""
        return bool(self.node.tag == _BOOL)


class Source:
    """One file of content. Reading goes on after a fault, with an empty value instead; `finish` raises them all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        node = self._compose()
        self.root = None if node is None else Entry(path.name, 1, node)

    def wrong(self, line: int, message: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(str(self.path), line, message))

    def finish(self) -> None:
        """Raise what was found, if anything.

        Raises:
            ContentError: with every fault of this file.
        """
        if self.problems:
            raise ContentError(self.problems)

    def entries(self, entry: Entry | None) -> dict[str, Entry]:
        """Return what stands under `entry` by name; names are lower case, and none comes twice."""
        if entry is None:
            return {}
        if not isinstance(entry.node, yaml.MappingNode):
            self.wrong(entry.line, f"`{entry.name}` must hold lines of `name: value`")
            return {}
        found: dict[str, Entry] = {}
        for key, value in entry.node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or not _NAME.fullmatch(key.value):
                self.wrong(line, "a name must be lower case letters, digits and _: rename it")
            elif key.value in found:
                self.wrong(line, f"`{key.value}` is already on line {found[key.value].line}: keep one of the two")
            else:
                found[key.value] = Entry(key.value, line, value)
        return found

    def fields(self, entry: Entry, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Entry]:
        """Return what stands under `entry`, which holds all the `required` names and no others but the `optional`."""
        found = self.entries(entry)
        for name in required:
            if name not in found:
                self.wrong(entry.line, f"`{entry.name}` has no `{name}`: add it")
        for name, unknown in found.items():
            if name not in required and name not in optional:
                self.wrong(unknown.line, f"`{name}` is unknown here: use {', '.join((*required, *optional))}")
        return found

    def text(self, entry: Entry | None, most: int = MOST_TEXT, *, spoken: bool = True) -> str:
        """Return a text of at most `most` characters; what the bot has `spoken` has no exclamation mark."""
        if entry is None:
            return ""
        if not entry.is_text:
            self.wrong(entry.line, f"`{entry.name}` must be one text")
            return ""
        text = str(entry.node.value).rstrip("\n")
        if entry.node.tag == _NULL or not text.strip():
            self.wrong(entry.line, f"`{entry.name}` is empty: write a text, in quotes if it starts with #")
            return ""
        if len(text) > most:
            self.wrong(entry.value_line, f"`{entry.name}` has {len(text)} characters, {most} at most: make it shorter")
        if spoken and "!" in text:
            self.wrong(entry.value_line, f"`{entry.name}` has an exclamation mark: use a full stop")
        return text

    def items(self, entry: Entry | None, *, may_be_empty: bool = False) -> list[Entry]:
        """Return the values of a list, each under the name of the list."""
        if entry is None:
            return []
        if not isinstance(entry.node, yaml.SequenceNode):
            self.wrong(entry.line, f"`{entry.name}` must be a list: put each on a line of its own after `- `")
            return []
        if not entry.node.value and not may_be_empty:
            self.wrong(entry.line, f"`{entry.name}` is empty: give at least one")
        return [Entry(entry.name, item.start_mark.line + 1, item) for item in entry.node.value]

    def texts(self, entry: Entry | None, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Return a list of things people say."""
        return tuple(self.text(item, spoken=False) for item in self.items(entry, may_be_empty=may_be_empty))

    def dimensies(self, entry: Entry | None, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Return a list of dimensions."""
        items = self.items(entry, may_be_empty=may_be_empty)
        names = [(item, self.text(item, spoken=False)) for item in items]
        for item, name in names:
            if name and name not in DIMENSIES:
                self.wrong(item.line, f"`{name}` is no dimension: use {', '.join(DIMENSIES)}")
        return tuple(name for _, name in names)

    def date(self, entry: Entry | None) -> date | None:
        """Return a date."""
        text = self.text(entry)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.wrong(entry.line if entry else 1, f"`{text}` is no date: write it as 2026-11-22")
            return None

    def find(self, name: str) -> list[Entry]:
        """Return every entry with this name, however deep."""
        return [] if self.root is None else list(_find(self.root.node, name))

    def _compose(self) -> yaml.Node | None:
        try:
            text = self.path.read_text(encoding="utf-8-sig")
            node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
        except OSError as error:
            self.wrong(1, f"can't be read ({error.strerror}): put the file back")
        except UnicodeDecodeError:
            self.wrong(1, "is not UTF-8: save it as UTF-8")
        except yaml.reader.ReaderError as error:
            self.wrong(text.count("\n", 0, error.position) + 1, "holds a character that can't be shown: remove it")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            self.wrong(line, f"can't be read ({error.problem}): check quotes, colons and how far it is indented")
        else:
            if node is None:
                self.wrong(1, "the file is empty")
            return node
        return None


def _find(node: yaml.Node, name: str) -> Iterator[Entry]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name:
                yield Entry(name, key.start_mark.line + 1, value)
            yield from _find(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _find(item, name)
