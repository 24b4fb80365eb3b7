"""Logs: one JSON object a line, useful to operators, and no way for a text to get in."""

from __future__ import annotations

import ast
import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy.exc
import structlog

from bot import logs
from bot.engine.errors import ModelUnusable
from bot.settings import PROJECT_ROOT
from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys

CANARY = "zwerfkanarie"
logger = logging.getLogger("bot.test")


class Colour(Enum):
    RED = "rood"


@pytest.fixture
def lines() -> Iterator[Any]:
    """Log to a buffer as a process logs to its standard error, from debug level on; gives what is written so far."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.Facts())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before)


def test_a_line_says_when_who_where_and_what(lines: Any) -> None:
    logger.info("turn", extra={"ms": 12.5, "stage": Colour.RED})
    (line,) = lines()
    assert line.pop("time").endswith("+00:00")
    assert line.pop("where").startswith("test_logs:")
    assert line == {"level": "INFO", "logger": "bot.test", "event": "turn", "ms": 12.5, "stage": "rood"}


def test_numbers_are_filled_in_and_nothing_else(lines: Any) -> None:
    logger.warning("%d of %s, %5.1f%% of %r", 3, CANARY, 7.25, [CANARY])
    logger.warning("%(name)s is left out", {"name": CANARY})
    logger.warning("100% is no place for anything")
    assert [line["event"] for line in lines()] == [
        "3 of …, 7.25% of …",
        "… is left out",
        "100% is no place for anything",
    ]


def test_a_message_made_at_run_time_is_cut_where_the_program_ends(lines: Any) -> None:
    logger.debug(f"Received a message: {CANARY}")
    logger.debug(CANARY + " was received")
    logger.debug("{}".format(CANARY))  # noqa: UP032 - as libraries do
    assert [line["event"] for line in lines()] == ["Received a message: …", "…", "…"]


def test_fields_hold_numbers_and_names_of_the_program_only(lines: Any) -> None:
    fields = ("ms", "count", "stage", "action", "reason", "error", "where")
    assert set(logs.FIELDS) == set(fields)
    for value in (CANARY, f"een zin met {CANARY}", [CANARY], {CANARY: 1}, b"zwerfkanarie"):
        logger.error("fields", extra={**dict.fromkeys(fields, value), "text": value, "id": value})
    for line in lines():
        assert {line[name] for name in fields} == {logs.WITHHELD}
        assert {"text", "id"}.isdisjoint(line)


def test_an_error_is_told_by_type_and_place_and_never_by_what_it_says(lines: Any) -> None:
    try:
        int(CANARY)
    except ValueError as error:
        logger.exception("failed")
        logger.error(error)
        logger.error("failed", extra=logs.fault(error))
    here = f"{__name__}:{test_an_error_is_told_by_type_and_place_and_never_by_what_it_says.__code__.co_firstlineno + 2}"
    assert [(line["error"], line["where"]) for line in lines()] == [("ValueError", here)] * 3
    assert CANARY not in json.dumps(lines())


def test_the_last_line_of_our_own_code_is_told_too(tmp_path: Path) -> None:
    database = open_engine(f"sqlite:///{tmp_path / 'leeg.db'}")
    with pytest.raises(sqlalchemy.exc.OperationalError) as raised:
        ConversationKeys(database).get("0" * 32)
    database.dispose()
    ours, last = logs.fault(raised.value)["where"].split(" > ")
    assert ours.startswith("bot.storage.keys:")
    assert last.startswith("sqlalchemy.")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(28, "No space left on device", f"/tmp/{CANARY}"), "ENOSPC"),
        (sqlalchemy.exc.OperationalError("select", {}, Exception("database is locked")), "database is locked"),
        (sqlalchemy.exc.OperationalError("select", {}, Exception(CANARY)), None),
        (OSError(CANARY), None),
        (ValueError("database is locked"), None),
    ],
)
def test_the_reason_is_given_where_the_system_has_words_for_it(error: Exception, reason: str | None) -> None:
    assert logs.fault(error).get("reason") == reason


def test_structlog_tells_the_event_and_nothing_beside_it(lines: Any) -> None:
    logs.configure("DEBUG", libraries="DEBUG")
    try:
        written = io.StringIO()
        logging.getLogger().handlers[0].setStream(written)  # type: ignore[attr-defined]
        structlog.get_logger().debug("processor.message.parse", text=CANARY, parse_data={"text": CANARY})
        structlog.get_logger().debug(CANARY, event_info=CANARY)
    finally:
        logs.configure()
    first, second = (json.loads(line) for line in written.getvalue().splitlines())
    assert (first["event"], second["event"]) == ("processor.message.parse", "…")
    assert CANARY not in written.getvalue()


def test_nothing_but_our_own_handler_is_left() -> None:
    logging.getLogger().addHandler(logging.StreamHandler())
    logs.configure()
    ours = [handler for handler in logging.getLogger().handlers if isinstance(handler.formatter, logs.Facts)]
    assert len(ours) == 1
    assert logging.raiseExceptions is False  # else a line that can't be written is printed with all that is in it


CRASHES = f"""
import sys, threading
from bot import logs
logs.configure()
def crash(): raise RuntimeError({CANARY!r})
thread = threading.Thread(target=crash); thread.start(); thread.join()
crash()
"""


def test_a_crash_is_told_without_what_it_says() -> None:
    ended = subprocess.run([sys.executable, "-c", CRASHES], cwd=PROJECT_ROOT, capture_output=True, text=True)
    told = [json.loads(line) for line in ended.stderr.splitlines()]
    assert ended.returncode == 1
    assert [line.get("error") for line in told if line["event"] == "uncaught"] == ["RuntimeError"] * 2
    assert told[-1]["where"] == "__main__:5"
    assert CANARY not in ended.stderr


def test_an_error_of_our_own_is_shown_to_who_must_mend_it(capsys: pytest.CaptureFixture[str]) -> None:
    logs._uncaught(ModelUnusable, ModelUnusable("x.tar.gz can't be loaded"), None)
    logs._uncaught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == "x.tar.gz can't be loaded\n"


def test_threads_and_the_process_have_our_hooks() -> None:
    logs.configure()
    assert sys.excepthook is logs._uncaught
    assert threading.excepthook.__module__ == "bot.logs"


def our_log_calls() -> Iterator[tuple[str, ast.Call]]:
    for folder in ("bot", "actions"):
        for path in (PROJECT_ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("logger."):
                    yield f"{path.relative_to(PROJECT_ROOT)}:{node.lineno}", node


def test_our_own_messages_are_literals_and_hand_over_no_exception() -> None:
    """The first line of defence: what `Facts` would leave out isn't even handed to it."""
    calls = dict(our_log_calls())
    assert len(calls) > 5
    for place, call in calls.items():
        assert isinstance(call.args[0], ast.Constant), place
        assert "exc_info" not in {keyword.arg for keyword in call.keywords}, place
        assert not ast.unparse(call.func).endswith(".exception"), place


def test_extra_names_only_fields_that_are_shown() -> None:
    for place, call in our_log_calls():
        for keyword in call.keywords:
            if keyword.arg == "extra" and isinstance(keyword.value, ast.Dict):
                named = {key.value for key in keyword.value.keys if isinstance(key, ast.Constant)}
                assert named <= set(logs.FIELDS), place


def test_debug_is_no_setting(tmp_path: Path) -> None:
    from bot.settings import SettingsError, load_settings

    with pytest.raises(SettingsError):
        load_settings(log_level="DEBUG")
