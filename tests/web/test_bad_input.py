"""Whatever is sent: a clear Dutch sentence or a calm question, never a stack trace, a 500 or a lost answer."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.knowledge import knowledge
from bot.web.app import create_app
from bot.web.chat import Chat
from bot.web.limits import Limits
from tests.noise import noise
from tests.serving import SITE
from tests.walker import Walker

STRANGE_TEXTS = {
    "empty": "",
    "spaces": "   \n\t ",
    "emoji only": "🙂🙂🙂",
    "arabic": "أريد أن أنام بشكل أفضل",
    "cyrillic": "Я хочу лучше спать",
    "control characters": "ik\x00 wil\x1b[31m slapen\x07",
    "right to left override": "slapen\u202e ereteb",
    "an intent": '/stoppen{"score": 9}',
    "only a slash": "/",
    "html": "<script>alert(1)</script><b>vet</b>",
    "braces": "{antwoord} {0} {{dimensie}} %s",
    "long": "slapen " * 570,
    "one long word": "a" * 4000,
    "newlines": "eerst\n\n\ndan\r\ntoen",
    "zalgo": "s̸l̷a̶p̴e̵n̶" * 50,
    "lone surrogate": "slapen \ud83d",
    "question marks": "????",
    "sql": "'; drop table conversation_key; --",
}


@pytest.fixture
async def walker(client: httpx.AsyncClient) -> Walker:
    """Somebody at a question that expects words, with one answer given."""
    walker = Walker(client)
    await walker.start()
    await walker.say("kort")
    await walker.say("zingeving")
    await walker.say("mijn werk doet ertoe")
    while (walker.key or "").endswith("+"):
        await walker.say("overslaan")
    await walker.say("7")
    assert walker.key == "anders.zingeving"
    return walker


@pytest.mark.parametrize("text", STRANGE_TEXTS.values(), ids=STRANGE_TEXTS.keys())
async def test_strange_text_gets_an_answer_and_loses_nothing(
    client: httpx.AsyncClient, walker: Walker, text: str
) -> None:
    body = json.dumps({"capsule": walker.capsule, "message": {"text": text}})
    response = await client.post("/api/chat", content=body)
    assert response.status_code == 200
    answer = response.json()
    assert answer["messages"]
    walker.capsule = answer["capsule"]
    held = await walker.export()
    assert held["answers"]["goed.zingeving"] == "mijn werk doet ertoe"
    assert held["scores"]["zingeving"] == 7


async def test_a_typed_intent_is_only_text(walker: Walker) -> None:
    await walker.say('/stoppen{"score": 9}')
    assert (await walker.export())["answers"]["anders.zingeving"] == '/stoppen{"score": 9}'


async def test_html_comes_back_as_text(walker: Walker) -> None:
    await walker.say("<b>vet</b> slapen")
    assert (await walker.export())["answers"]["anders.zingeving"] == "<b>vet</b> slapen"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "json_invalid"),
        (b"{", 400, "json_invalid"),
        (b"\xff\xfe", 400, "json_invalid"),
        (b"[" * 50_000, 400, "json_invalid"),
        (b"[]", 400, "request_invalid"),
        (b'"hoi"', 400, "request_invalid"),
        (b'{"capsule": 7, "message": null}', 400, "request_invalid"),
        (b'{"capsule": null, "message": "hoi"}', 400, "request_invalid"),
        (b'{"capsule": null, "message": {}}', 400, "request_invalid"),
        (b'{"capsule": null, "message": {"text": 7}}', 400, "request_invalid"),
        (b'{"capsule": null, "message": {"text": "a", "choice": "b"}}', 400, "request_invalid"),
        (b'{"capsule": null, "message": {"choice": null}}', 400, "request_invalid"),
        (b'{"capsule": "a", "message": {"edit": {"key": 7, "text": "a"}}}', 400, "request_invalid"),
        (b'{"capsule": "a", "message": {"edit": {"key": "doen"}}}', 400, "request_invalid"),
        (
            json.dumps({"capsule": "a", "message": {"edit": {"key": "doen", "text": "a" * 4001}}}).encode(),
            413,
            "text_too_long",
        ),
        (json.dumps({"capsule": None, "message": {"text": "a" * 4001}}).encode(), 413, "text_too_long"),
        (json.dumps({"capsule": "a" * 65_537, "message": None}).encode(), 413, "capsule_too_large"),
        (b"a" * 131_073, 413, "body_too_large"),
        (b'{"capsule": "", "message": null}', 409, "capsule_invalid"),
        (b'{"capsule": "niks", "message": null}', 409, "capsule_invalid"),
        ('{"capsule": "één", "message": null}'.encode(), 409, "capsule_invalid"),
        (b'{"capsule": null, "message": null, "message": {"text": "hoi"}}', 400, "json_invalid"),
        (b'{"capsule": null, "message": {"text": "a", "text": "b"}}', 400, "json_invalid"),
        (b'{"capsule": null, "message": NaN}', 400, "json_invalid"),
        (b'{"capsule": null, "message": -Infinity}', 400, "json_invalid"),
        (b'{"capsule": null, "message": 1e999999}', 400, "request_invalid"),
        (b'{"capsule": null, "message": ' + b"9" * 100_000 + b"}", 400, "request_invalid"),
        (b'{"capsule": null, "message": ' + b"[" * 400 + b"]" * 400 + b"}", 400, "request_invalid"),
        (b'{"a":' * 25_000 + b"1" + b"}" * 25_000, 413, "body_too_large"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, 400, "json_invalid"),
        (b'{"capsule": null, "message": {"text": "\xff"}}', 400, "json_invalid"),
        (b'{"capsule": null, "message": {"text": "\xed\xa0\x80"}}', 400, "json_invalid"),
        ('{"capsule": null, "message": null}'.encode("utf-16"), 400, "json_invalid"),
        (b'{"capsule": null, "message": {"text": "a\nb"}}', 400, "json_invalid"),
        (b'{"capsule": null, "message": null} {"capsule"', 400, "json_invalid"),
        (b'{"capsule": "\\ud800", "message": null}', 409, "capsule_invalid"),
        (b'{"capsule": null, "message": {"choice": "' + b"a" * 65 + b'"}}', 400, "request_invalid"),
    ],
    ids=range(37),
)
async def test_what_is_no_request_is_refused_in_dutch(
    client: httpx.AsyncClient, body: bytes, status: int, code: str
) -> None:
    response = await client.post("/api/chat", content=body)
    assert response.status_code == status
    error = response.json()["error"]
    assert error["code"] == code
    assert len(error["message"]) > 20
    assert "Traceback" not in response.text


@pytest.mark.parametrize("path", ["/api/forget", "/api/export", "/api/summary.pdf"])
@pytest.mark.parametrize(
    ("body", "status"), [(b"{}", 400), (b'{"capsule": null}', 400), (b'{"capsule": "niks"}', 409), (b"[", 400)]
)
async def test_calls_about_a_capsule_refuse_the_same_things(
    client: httpx.AsyncClient, path: str, body: bytes, status: int
) -> None:
    assert (await client.post(path, content=body)).status_code == status


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        (None, 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/jsonp", 415),
        ("", 415),
    ],
)
async def test_a_body_of_another_kind_is_refused(
    client: httpx.AsyncClient, content_type: str | None, status: int
) -> None:
    """Those that a page elsewhere can send without asking are among them."""
    headers = {} if content_type is None else {"content-type": content_type}
    response = await client.post("/api/chat", content=b'{"capsule": null, "message": null}', headers=headers)
    assert response.status_code == status
    if status == 415:
        assert response.json()["error"]["code"] == "content_type"


async def test_a_body_in_pieces_without_a_length_is_bounded_too(client: httpx.AsyncClient) -> None:
    sent = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            sent += 1
            yield b" " * 1024

    response = await client.post("/api/chat", content=pieces())
    assert response.status_code == 413
    assert response.headers["connection"] == "close"  # nobody reads the rest


async def test_a_body_that_breaks_off_is_no_error_of_ours(engine: Any, vault: Any) -> None:
    """As the server sees it: the client leaves in the middle."""
    app = create_app(Chat(engine, vault, knowledge().texts), engine, knowledge().texts, Limits(50.0), SITE)
    incoming = iter([{"type": "http.request", "body": b'{"capsule', "more_body": True}, {"type": "http.disconnect"}])
    sent: list[Any] = []

    async def receive() -> Any:
        return next(incoming)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/chat", "headers": [], "query_string": b""}
    await app(scope, receive, send)
    assert sent[0]["status"] == 400


async def test_an_unforeseen_error_is_calm_and_has_the_headers_of_every_answer(
    client: httpx.AsyncClient, vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*_: Any) -> None:
        raise RuntimeError("kastanje")

    monkeypatch.setattr(vault, "open", burst)
    response = await client.post("/api/export", json={"capsule": "iets"})
    assert (response.status_code, response.json()["error"]["code"]) == (503, "try_again")
    assert "kastanje" not in response.text
    assert response.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in response.headers["content-security-policy"]


async def test_a_changed_cut_or_swapped_capsule_is_refused(client: httpx.AsyncClient, walker: Walker) -> None:
    capsule = walker.capsule
    assert capsule
    other = Walker(client)
    await other.start()
    assert other.capsule
    middle = len(capsule) // 2
    changed = capsule[:middle] + ("A" if capsule[middle] != "A" else "B") + capsule[middle + 1 :]
    for forged in (changed, capsule[:-8], capsule[:40], other.capsule[:40] + capsule[40:], capsule + "AAAA"):
        response = await client.post("/api/chat", json={"capsule": forged, "message": {"text": "hoi"}})
        assert (response.status_code, response.json()["error"]["code"]) == (409, "capsule_invalid")
    assert (await walker.say("meer lezen"))["expects"]["key"] != "anders.zingeving"


async def test_an_old_button_asks_the_open_question_again(walker: Walker) -> None:
    response = await walker._client.post("/api/chat", json={"capsule": walker.capsule, "message": {"choice": "2.0"}})
    assert response.json()["expects"]["key"] == "anders.zingeving"


async def test_an_answer_that_does_not_fit_leaves_the_rest(client: httpx.AsyncClient, walker: Walker) -> None:
    refused = 0
    for _ in range(8):
        message = {"text": noise(4_000)}
        response = await client.post("/api/chat", json={"capsule": walker.capsule, "message": message})
        assert response.status_code == 200
        walker.capsule = response.json()["capsule"]
        refused += "te groot om mee te nemen" in str(response.json()["messages"])
    assert refused
    assert (await walker.export())["answers"]["goed.zingeving"] == "mijn werk doet ertoe"
    assert len(walker.capsule or "") <= 65_536


@pytest.mark.parametrize("path", ["/api/chat", "/api/forget", "/api/export", "/api/summary.pdf"])
async def test_other_methods_and_addresses_are_answered_in_dutch(client: httpx.AsyncClient, path: str) -> None:
    refused: Any = await client.get(path)
    assert (refused.status_code, refused.json()["error"]["code"]) == (405, "method_not_allowed")
    assert refused.headers["allow"] == "POST"
    missing: Any = await client.get("/bestaat-niet")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")


async def test_forget_twice_is_no_error(client: httpx.AsyncClient, walker: Walker) -> None:
    for _ in range(2):
        assert (await client.post("/api/forget", json={"capsule": walker.capsule})).status_code == 204
    assert (await client.post("/api/chat", json={"capsule": walker.capsule, "message": None})).status_code == 409
    assert (await client.post("/api/export", json={"capsule": walker.capsule})).status_code == 409


async def test_forgetting_needs_a_genuine_capsule(client: httpx.AsyncClient, walker: Walker) -> None:
    assert walker.capsule
    forged = walker.capsule[:-6] + "AAAAAA"
    assert (await client.post("/api/forget", json={"capsule": forged})).status_code == 409
    assert (await client.post("/api/chat", json={"capsule": walker.capsule, "message": None})).status_code == 200
