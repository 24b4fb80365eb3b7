"""Promise 9: your employer sees nothing, not even that you take part.

There is no role, login, report or count for an employer: all that can be asked of the server, all that stands in its
database and all that an operator can run is listed here, and whoever adds to it has to come and say what it shows. The
log and the health of a real server hold no person. The page of an intranet is in the file beside this one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.main import get_command

from bot.cli import app
from bot.settings import PROJECT_ROOT, environment_names
from bot.storage.models import Base
from bot.vault.capsule import parse
from tests.promises.canary import Canary, Talkative
from tests.promises.house import House
from tests.promises.places import walk
from tests.promises.scanner import Scanner
from tests.promises.test_09_portal_tells_no_employer import PAGES
from tests.serving import SITE
from tests.waiting import PATIENCE

ROUTES = {  # of the chat; those of the portal are in test_09_portal_tells_no_employer.py
    "/": "the page",
    "/static": "what the page is made of",
    "/huisstijl.css": "the colours of the organisation",
    "/logo": "the logo of the organisation",
    "/widget.js": "the button for an intranet",
    "/toegankelijkheid": "the accessibility statement",
    "/intranet.css": "the style of the example intranet of `gesprek demo`, which is not the bot",
    "/api/chat": "a turn, for who has the capsule",
    "/api/forget": "deletion, for who has the capsule",
    "/api/export": "everything held, for who has the capsule",
    "/api/summary.pdf": "the summary on paper, for who has the capsule",
    "/api/health": "whether the engine is ready",
    "PATH": "whether Telegram opened the page: a yes or a no",
    "path(token)": "what Telegram brings, at an address that only Telegram knows",
}
COLUMNS = {
    "conversation_key": {"conversation_id", "key", "created_on", "last_used_on"},
    "coach": {
        "coach_id", "name", "role", "outside_line", "invitation_hash", "invited_on", "public_key", "key_epoch",
        "sealed_key", "sealed_totp", "salt", "kdf_operations", "kdf_memory_bytes", "last_totp_step", "failed_tries",
        "locked_until", "oidc_subject", "added_on", "removed_on",
    },
    "coach_recovery_code": {"code_hash", "coach_id"},
    "coach_audit": {"audit_id", "day", "coach_id", "share_id", "what"},
    "share": {
        "share_id", "coach_id", "key_epoch", "owner", "sealed", "consent_version", "parts", "name_kind", "created_on",
        "until", "status", "status_on", "notify", "notified_on",
    },
    "share_message": {
        "message_id", "share_id", "number", "author", "sealed", "copy", "created_on", "read_on",
    },
    "share_note": {"share_id", "sealed"},
}  # fmt: skip
COMMANDS = {"run", "setup", "rotate", "train", "shell", "parse", "check", "demo", "poster", "bench", "coach"}
HEALTH = {"status", "engine"}
OF_AN_EMPLOYER = re.compile(
    r"employer|werkgever|(?<!context)manager|supervisor|leidinggevende|human_resources|(?:^|_)hr(?:_|$)|admin|login|signin|(?<!error_)report|"
    r"rapport|dashboard|statisti|analytic|metric|prometheus|participa|deelname|cohort|department|afdeling|leaderboard|"
    r"count_(?:conversations|people|users)|usage",
    re.IGNORECASE,
)
OF_A_ROUTE = {
    "Route",
    "Mount",
    "WebSocketRoute",
    "Host",
    "add_route",
    "add_websocket_route",
    "mount",
    "host",
    "CoachPage",
    "PublicPage",
}
CANARY = Canary.new()


def nodes(*folders: str) -> Iterator[tuple[str, ast.AST]]:
    """Yield every piece of the programs, with the file it stands in."""
    for folder in folders:
        for path in (PROJECT_ROOT / folder).rglob("*.py"):
            yield from ((path.name, node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def names() -> Iterator[tuple[str, str]]:
    """Yield the names of every module, class, function, argument and attribute of ours."""
    for file, node in nodes("bot", "actions"):
        yield file, Path(file).stem
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield file, node.name
        elif isinstance(node, ast.Name):
            yield file, node.id
        elif isinstance(node, ast.Attribute):
            yield file, node.attr
        elif isinstance(node, ast.arg):
            yield file, node.arg


def routes() -> set[str]:
    """Return the address of every route that is made anywhere in the code."""
    calls = [node for _, node in nodes("bot") if isinstance(node, ast.Call)]
    made = [call for call in calls if ast.unparse(call.func).rpartition(".")[2] in OF_A_ROUTE and call.args]
    return {_written(call.args[0]) for call in made}


def _written(address: ast.expr) -> str:
    """Return an address as it stands in the code: what it is, or what it is made by."""
    return str(address.value) if isinstance(address, ast.Constant) else ast.unparse(address)


def test_nothing_can_be_asked_of_the_server_but_this() -> None:
    assert routes() == {*ROUTES, *PAGES}


def test_nothing_is_stored_but_this() -> None:
    assert {name: {c.name for c in table.columns} for name, table in Base.metadata.tables.items()} == COLUMNS


def test_an_operator_can_run_nothing_but_this() -> None:
    assert set(get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]


def test_no_code_and_no_setting_is_for_an_employer() -> None:
    found = {*names(), *(("settings", name) for name in environment_names().values())}
    assert len(found) > 2_000
    assert {(file, name) for file, name in found if OF_AN_EMPLOYER.search(name)} == set()


def test_nothing_counts_conversations() -> None:
    texts = [node.value for _, node in nodes("bot") if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text for text in texts if re.search(r"\bcount\s*\(|\bgroup by\b", text, re.IGNORECASE)] == []
    calls = {ast.unparse(node.func) for _, node in nodes("bot") if isinstance(node, ast.Call)}
    assert {call for call in calls if re.fullmatch(r"(?:func|sa\.func)\.\w+|\w+\.group_by", call)} == set()


@pytest.fixture(scope="module")
def talked(api: httpx.Client) -> list[str]:
    """The capsules of a whole conversation, by somebody whose browser tells a lot."""
    telling = {
        "User-Agent": CANARY.plain,
        "X-Forwarded-For": "198.51.100.77",
        "Referer": f"http://{CANARY.plain}.example/",
        "Cookie": f"id={CANARY.plain}",
        "Authorization": f"Bearer {CANARY.plain}",
        "X-Remote-User": CANARY.plain,
        "From": f"{CANARY.plain}@voorbeeld.example",
    }
    with httpx.Client(base_url=api.base_url, headers=telling, timeout=PATIENCE) as client:
        found = [answer["capsule"] for answer in walk(client, Talkative(CANARY))]
        client.post("/api/export", json={"capsule": found[-1]})
        client.post("/api/summary.pdf", json={"capsule": found[-1]})
        client.post("/api/export", json={"capsule": "onzin"})
        client.get(f"/api/{CANARY.plain}")
        client.post("/api/forget", json={"capsule": found[-1]})
    return found


def test_the_log_holds_no_person(house: House, talked: list[str]) -> None:
    log = house.log.read_bytes()
    assert len(log.splitlines()) > len(talked) / 2  # it is a log, of this conversation too
    conversation = parse(talked[0]).conversation_id
    assert [*CANARY.scanner.in_bytes(log)] == []
    assert [
        *Scanner(conversation, "198.51.100.77", "127.0.0.1:").in_bytes(log.replace(b"http://127.0.0.1:", b""))
    ] == []
    assert bytes.fromhex(conversation) not in log
    assert [capsule for capsule in talked if capsule[:40].encode() in log or capsule[-40:].encode() in log] == []
    assert not re.search(rb"[A-Za-z0-9_-]{60,}|[0-9a-f]{32}", log)  # no token, no id of anybody


def test_nothing_tells_that_somebody_takes_part(api: httpx.Client, talked: list[str]) -> None:
    health = api.get("/api/health")
    assert set(health.json()) == HEALTH
    before = health.content
    api.post("/api/chat", json={"capsule": None, "message": None})
    assert api.get("/api/health").content == before  # it counts nobody


def test_no_answer_can_be_followed_or_read_by_another_site(api: httpx.Client) -> None:
    for method, path in (("GET", "/"), ("POST", "/api/chat"), ("GET", "/static/page.js"), ("OPTIONS", "/api/chat")):
        answer = api.request(method, path, json={"capsule": None}, headers={"Origin": "https://intranet.example"})
        assert "set-cookie" not in answer.headers
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        policy = answer.headers["content-security-policy"]
        assert policy.endswith(f"frame-ancestors {' '.join(SITE.embed_origins)}")
        assert answer.headers["referrer-policy"] == "no-referrer"
