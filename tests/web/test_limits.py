"""Limits: out of the way of people, in the way of floods, and without a trace of who."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from bot.vault.capsule import parse
from bot.web import rate as module
from bot.web.limits import Call, Limits
from bot.web.rate import Rate
from tests.serving import SITE
from tests.walker import Walker

OFFICE, HOME = "192.0.2.10", "192.0.2.99"
CONTENT = {"content-type": "application/json"}


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def starts(limits: Limits, host: str | None, number: int) -> list[int]:
    """Count so many starts of conversations from an address; the seconds each was told to wait."""
    waits = []
    for _ in range(number):
        with limits.about(limits.call(host), None) as wait:
            waits.append(wait)
    return waits


def test_a_bucket_gives_its_burst_and_then_its_rate(clock: Clock) -> None:
    rate = Rate(burst=3, per_second=0.5, clock=clock)
    assert [rate.take(b"a") for _ in range(5)] == [0, 0, 0, 2, 2]
    clock.now += 1.5
    assert rate.take(b"a") == pytest.approx(0.5)
    clock.now += 0.5
    assert [rate.take(b"a"), rate.take(b"b")] == [0, 0]
    assert rate.take(b"a") == pytest.approx(2)
    clock.now += 100
    assert [rate.take(b"a") for _ in range(4)] == [0, 0, 0, 2]


def test_who_stopped_calling_is_forgotten(clock: Clock) -> None:
    rate = Rate(burst=10, per_second=1, clock=clock)
    for number in range(50):
        rate.take(bytes([number]))
    assert len(rate) == 50
    clock.now += 2
    rate.take(b"last")
    assert len(rate) == 1


def test_memory_is_bounded_whoever_calls(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 100)
    rate = Rate(burst=10, per_second=0.001, clock=clock)
    for number in range(1_000):
        rate.take(number.to_bytes(2, "big"))
    assert len(rate) == 100


def test_an_office_behind_one_address_meets_no_limit(clock: Clock) -> None:
    """Five hundred people open the page within a minute, and then each sends something every ten seconds."""
    limits = Limits(50.0, clock)
    capsules = [_capsule() for _ in range(500)]
    for _ in capsules:
        clock.now += 60 / 500
        assert starts(limits, OFFICE, 1) == [0]
    for _ in range(20):
        for capsule in capsules:
            clock.now += 10 / 500
            with limits.about(limits.call(OFFICE), capsule) as wait:
                assert wait == 0


def test_two_hundred_people_press_at_the_same_moment(clock: Clock) -> None:
    limits = Limits(50.0, clock)
    with ExitStack() as under_way:
        assert [under_way.enter_context(limits.about(limits.call(OFFICE), None)) for _ in range(200)] == [0] * 200


def test_a_person_typing_fast_meets_no_limit(clock: Clock) -> None:
    limits, capsule = Limits(50.0, clock), _capsule()
    for _ in range(2_000):
        clock.now += 0.5
        with limits.about(limits.call(HOME), capsule) as wait:
            assert wait == 0


def test_a_whole_conversation_sent_by_a_script_meets_no_limit(clock: Clock) -> None:
    limits, capsule = Limits(50.0, clock), _capsule()
    for _ in range(1_000):
        clock.now += 0.02
        with limits.about(limits.call(HOME), capsule) as wait:
            assert wait == 0


def test_one_conversation_without_end_is_slowed_down(clock: Clock) -> None:
    limits, capsule = Limits(0.0, clock), _capsule()
    waits = []
    for _ in range(1_300):
        with limits.about(limits.call(None), capsule) as wait:
            waits.append(wait)
    assert waits[:1_200] == [0] * 1_200
    assert set(waits[1_200:]) == {1}
    with limits.about(limits.call(None), _capsule()) as wait:
        assert wait == 0  # another conversation has limits of its own


def test_a_flood_from_one_address_stops_there_and_leaves_others_alone(clock: Clock) -> None:
    limits = Limits(50.0, clock)
    waits = starts(limits, HOME, 2_000)
    assert waits[:500] == [0] * 500
    assert min(waits[500:]) == 1
    assert starts(limits, OFFICE, 1) == [0]
    clock.now += 1
    assert starts(limits, HOME, 3) == [0, 0, 1]  # what was refused took nothing


def test_only_so_much_at_once(clock: Clock) -> None:
    limits, capsule = Limits(50.0, clock), _capsule()
    with ExitStack() as under_way:
        waits = [under_way.enter_context(limits.about(limits.call(HOME), capsule)) for _ in range(25)]
        assert waits == [0] * 20 + [1] * 5
        waits = [under_way.enter_context(limits.about(limits.call(HOME), None)) for _ in range(300)]
        assert waits == [0] * 225 + [1] * 75
    with limits.about(limits.call(HOME), capsule) as wait:
        assert wait == 0
    assert not limits._under_way


def test_a_place_is_given_back_when_the_call_fails(clock: Clock) -> None:
    limits = Limits(50.0, clock)
    with pytest.raises(RuntimeError), limits.about(limits.call(HOME), _capsule()):
        raise RuntimeError
    assert not limits._under_way


@pytest.mark.parametrize("host", [None, "127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_loopback_is_a_proxy_or_the_machine_itself(clock: Clock, host: str | None) -> None:
    assert set(starts(Limits(50.0, clock), host, 3_000)) == {0}


def test_zero_sets_no_limits_of_an_address(clock: Clock) -> None:
    assert set(starts(Limits(0.0, clock), HOME, 3_000)) == {0}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::2", True),  # one connection can use all of these
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("onbekend", "onbekend", True),
    ],
)
def test_who_shares_a_limit(clock: Clock, one: str, other: str, shared: bool) -> None:
    limits = Limits(50.0, clock)
    assert max(starts(limits, one, 501)) > 0
    assert (max(starts(limits, other, 1)) > 0) is shared


def test_rubbish_makes_no_conversation(clock: Clock) -> None:
    limits = Limits(50.0, clock)
    for rubbish in ("", "niks", "A" * 70_000, "\ud800", secrets.token_urlsafe(60)):
        with limits.about(limits.call(OFFICE), rubbish) as wait:
            assert wait == 0
    assert len(limits._turns) == 0
    assert len(limits._starts) == 0


def test_nothing_of_a_person_is_in_memory_or_in_the_log(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    limits, capsule = Limits(50.0, clock), _capsule()
    conversation = parse(capsule).conversation_id
    with ExitStack() as under_way:
        for _ in range(1_300):
            under_way.enter_context(limits.about(limits.call(HOME), capsule))
        held = repr([vars(limits), [vars(rate) for rate in (limits._calls, limits._starts, limits._turns)]])
        assert HOME not in held
        assert conversation not in held
    assert caplog.text.count("calls over a limit are refused") == 1
    assert HOME not in caplog.text
    other = Limits(50.0, clock)
    other.call(HOME)
    assert not set(other._calls._full_at) & set(limits._calls._full_at)  # each process has a key of its own


def test_refusals_are_logged_again_after_a_minute(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    limits = Limits(1.0, clock)
    for _ in range(3):
        starts(limits, HOME, 40)
        clock.now += 61
    assert caplog.text.count("calls over a limit are refused") == 3


def _capsule() -> str:
    """Make something that has the look of a capsule."""
    return urlsafe_b64encode(bytes([2]) + secrets.token_bytes(120)).rstrip(b"=").decode()


# At the API


Connect = Callable[[str, Limits], Any]


@pytest.fixture
async def connect(engine: Any, vault: Any) -> AsyncIterator[Connect]:
    """Make a client with an address of its own, at an application with the given limits."""
    from bot.knowledge import knowledge
    from bot.web.app import create_app
    from bot.web.chat import Chat

    clients = []

    def make(host: str, limits: Limits) -> httpx.AsyncClient:
        texts = knowledge().texts
        app = create_app(Chat(engine, vault, texts), engine, texts, limits, SITE)
        transport = httpx.ASGITransport(app=app, client=(host, 50_000))
        clients.append(httpx.AsyncClient(transport=transport, base_url="http://gesprek.test"))
        return clients[-1]

    yield make
    for client in clients:
        await client.aclose()


@pytest.fixture
async def limited(connect: Connect, clock: Clock) -> tuple[Walker, httpx.AsyncClient, Limits]:
    """Somebody in a conversation, at whose address everything is used up."""
    limits = Limits(1.0, clock)
    client = connect(OFFICE, limits)
    walker = Walker(client)
    await walker.start()
    while not limits.call(OFFICE).wait:
        pass
    return walker, client, limits


@pytest.mark.parametrize("path", ["/api/chat", "/api/forget", "/api/export", "/api/summary.pdf"])
async def test_over_the_limit_is_said_calmly_and_nothing_is_lost(
    limited: tuple[Walker, httpx.AsyncClient, Limits], clock: Clock, path: str
) -> None:
    walker, client, _ = limited
    refused = await client.post(path, json={"capsule": walker.capsule})
    assert refused.status_code == 429
    assert refused.json()["error"]["code"] == "too_many"
    assert "Je gesprek is niet weg" in refused.json()["error"]["message"]
    assert refused.headers["cache-control"] == "no-store"
    clock.now += int(refused.headers["retry-after"])
    assert (await client.post(path, json={"capsule": walker.capsule})).status_code in (200, 204)


async def test_starting_conversations_is_limited(connect: Connect, clock: Clock) -> None:
    client = connect(OFFICE, Limits(1.0, clock))  # ten starts, and then one in 25 seconds
    statuses = [(await client.post("/api/chat", json={"capsule": None})).status_code for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2
    refused = await client.post("/api/chat", json={"capsule": None})
    assert refused.headers["retry-after"] == "25"


@pytest.mark.parametrize("text", ["ik wil dood", "hulp nu"])
@pytest.mark.parametrize("capsule", ["theirs", None])
async def test_a_cry_for_help_is_answered_over_the_limit(
    limited: tuple[Walker, httpx.AsyncClient, Limits], text: str, capsule: str | None
) -> None:
    walker, client, _ = limited
    body = {"capsule": walker.capsule if capsule else None, "message": {"text": text}}
    answer = await client.post("/api/chat", json=body)
    assert answer.status_code == 200
    assert "113" in "".join(message["text"] for message in answer.json()["messages"])
    assert answer.json()["capsule"] == body["capsule"]


async def test_a_flood_of_cries_is_answered_and_leaves_no_row(
    limited: tuple[Walker, httpx.AsyncClient, Limits], vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, client, _ = limited
    monkeypatch.setattr(vault, "start", pytest.fail)
    for capsule in (None, "niks"):
        answer = await client.post("/api/chat", json={"capsule": capsule, "message": {"text": "ik wil dood"}})
        assert (answer.status_code, answer.json()["capsule"]) == (200, capsule)
        assert "113" in answer.text


async def test_what_is_no_request_counts_too(connect: Connect, clock: Clock) -> None:
    client = connect(OFFICE, Limits(1.0, clock))
    for _ in range(30):
        assert (await client.post("/api/chat", content=b"{", headers=CONTENT)).status_code == 400
    assert (await client.post("/api/chat", json={"capsule": None})).status_code == 429


async def test_pages_are_never_limited(limited: tuple[Walker, httpx.AsyncClient, Limits]) -> None:
    _, client, _ = limited
    for path in ("/", "/static/page.js", "/api/health"):
        assert (await client.get(path)).status_code == 200


async def test_a_conversation_of_somebody_else_is_not_held_up(
    limited: tuple[Walker, httpx.AsyncClient, Limits], connect: Connect
) -> None:
    _, _, limits = limited
    walker = Walker(connect(HOME, limits))
    await walker.start()
    assert (await walker.say("kort"))["messages"]


def test_a_call_without_an_address_is_no_caller() -> None:
    assert Limits(50.0).call(None) == Call(None)
