"""With Redis several processes serve one bot: what is there is sealed, named by a hash, and gone after the limit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import pytest
from redis import Redis

from bench.servers import free_port
from bot.settings import load_settings
from bot.telegram import redis_state
from bot.telegram.addresses import Addresses
from bot.telegram.redis_state import RedisState
from bot.telegram.state import Session
from bot.vault.server_secrets import Secret, ServerSecrets
from tests.promises.canary import Canary
from tests.telegram import redis_server
from tests.telegram.conftest import SECRETS, Start
from tests.telegram.emulator import Emulator, Fault
from tests.telegram.person import Person, text_of, texts
from tests.telegram.walk import everything, open_question
from tests.waiting import until

CHAT = 4_200_000_000
IDLE = 5.0


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A Redis server."""
    found = redis_server.program()
    if found is None:
        pytest.skip("there is no redis-server here, and it can't be installed")
    with redis_server.running(found) as url:
        yield url


@pytest.fixture
def redis(server: str) -> Iterator[Redis]:
    """A look inside, at a server that is empty."""
    with Redis.from_url(server) as client:
        client.flushall()
        yield client


def state(server: str, secrets: ServerSecrets = SECRETS, idle: float = IDLE) -> RedisState:
    return RedisState(server, secrets, Addresses(secrets), idle)


@pytest.fixture
async def kept(server: str, redis: Redis) -> AsyncIterator[RedisState]:
    """What is remembered in Redis."""
    opened = state(server)
    yield opened
    await opened.close()


def everything_in(redis: Redis) -> bytes:
    """Return all there is, keys and values, one after the other."""
    return b"\n".join(
        part for key in redis.scan_iter() for part in (key, redis.dump(key) or b"", redis.get(key) or b"")
    )


async def test_what_is_remembered_comes_back(kept: RedisState) -> None:
    assert await kept.load(CHAT) is None
    await kept.save(CHAT, Session({"turn": 3}, "naam", [5], [6], False))
    assert await kept.load(CHAT) == Session({"turn": 3}, "naam", [5], [6], False)
    assert await kept.load(CHAT + 1) is None
    await kept.drop(CHAT)
    assert await kept.load(CHAT) is None


async def test_it_is_gone_after_the_limit(server: str, redis: Redis) -> None:
    quick = state(server, idle=1.5)
    await quick.save(CHAT, Session({"turn": 3}))
    (key,) = redis.scan_iter()
    assert 0 < redis.pttl(key) <= 1_500
    await until(lambda: not redis.exists(key), "what is remembered is gone")
    assert await quick.load(CHAT) is None
    await quick.tidy()
    await quick.close()


async def test_what_somebody_changed_or_copied_to_another_chat_is_not_believed(kept: RedisState, redis: Redis) -> None:
    await kept.save(CHAT, Session({"turn": 3}))
    (key,) = redis.scan_iter()
    other = kept._keys(CHAT + 1)[0]
    redis.set(other, redis.get(key) or b"")
    assert await kept.load(CHAT + 1) is None
    redis.set(key, b"iets anders")
    assert await kept.load(CHAT) is None


async def test_a_rotated_secret_opens_what_was_there_and_seals_anew(server: str, redis: Redis) -> None:
    old, new = Secret(bytes([1] * 32)), Secret(bytes([2] * 32))
    before, after = state(server, ServerSecrets([old])), state(server, ServerSecrets([new, old]))
    await before.save(CHAT, Session({"turn": 3}, "naam"))
    assert await after.load(CHAT) == Session({"turn": 3}, "naam")
    await after.save(CHAT, Session({"turn": 4}, "naam"))
    assert len(list(redis.scan_iter())) == 1
    assert await before.load(CHAT) is None
    for each in (before, after):
        await each.close()


async def test_only_one_answers_in_a_chat_at_a_time(server: str, kept: RedisState) -> None:
    other = state(server)
    order: list[str] = []
    async with kept.holding(CHAT):
        waiting = asyncio.create_task(_hold(other, order))
        await asyncio.sleep(0.2)
        order.append("first")
        async with other.holding(CHAT + 1):
            order.append("elsewhere")
    await waiting
    assert order == ["first", "elsewhere", "second"]
    await other.close()


async def _hold(store: RedisState, order: list[str]) -> None:
    async with store.holding(CHAT):
        order.append("second")


async def test_a_chat_is_held_for_as_long_as_it_takes(
    kept: RedisState, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_state, "_HELD_SECONDS", 1.5)
    monkeypatch.setattr(redis_state, "_RENEW_SECONDS", 0.1)
    async with kept.holding(CHAT):
        await asyncio.sleep(2.0)
        assert len(list(redis.scan_iter())) == 1
    assert list(redis.scan_iter()) == []


# The bot with it


async def test_a_restart_loses_nothing(start: Start, emulator: Emulator, server: str, redis: Redis) -> None:
    person = Person(emulator)
    async with start(redis_url=server):
        for text in ("/start", "kort", "meedoen"):
            await person.say(text)
    async with start(redis_url=server):
        assert open_question(await person.press("Overslaan")) == "score.meedoen"


async def test_nothing_that_was_said_and_no_chat_id_can_be_read_in_it(
    start: Start, emulator: Emulator, server: str, redis: Redis
) -> None:
    canary, person = Canary.new(), Person(emulator)
    async with start(redis_url=server):
        for text in ("/start", "kort", "meedoen", f"ik lach veel met {canary}", "overslaan"):
            await person.say(text)
            held = everything_in(redis)
            assert held
            assert list(canary.scanner.in_bytes(held)) == []
            assert not any(form in held for form in (str(person.id).encode(), person.id.to_bytes(8, "big")))
        assert str(canary) in str((await everything(person))["answers"])


async def test_two_processes_serve_one_bot_by_webhook(
    start: Start, emulator: Emulator, server: str, redis: Redis
) -> None:
    person = Person(emulator)
    async with AsyncExitStack() as both:
        bots = [await both.enter_async_context(start(redis_url=server)) for _ in range(2)]
        await emulator.until(lambda: emulator.polls > 0)
        for number, text in enumerate(("/start", "kort", "meedoen", "ik lach", "overslaan", "7")):
            done = bots[number % 2]._take({"update_id": 900 + number, **person.typed(text)})
            assert done is not None
            await done
        held = await everything(person)
    assert held["answers"]["goed.meedoen"] == "ik lach"


async def test_an_update_that_both_get_is_answered_once(
    start: Start, emulator: Emulator, server: str, redis: Redis
) -> None:
    person = Person(emulator)
    async with start(redis_url=server) as one, start(redis_url=server) as other:
        for id, text in enumerate(("/start", "kort", "meedoen"), start=900):
            update = {"update_id": id, **person.typed(text)}
            both = [one._take(update), other._take(update)]
            await asyncio.gather(*(done for done in both if done))
    said = [text_of(message) for message in person.chat.sent]
    assert len(said) == len(set(said)) == 4 + 1 + 3  # the welcome, the dimensions, and what leads to the question


async def test_an_answer_that_a_crash_cut_short_is_said_after_it(
    start: Start, emulator: Emulator, server: str, redis: Redis
) -> None:
    person = Person(emulator)
    async with start(redis_url=server):
        for text in ("/start", "kort", "meedoen"):
            await person.say(text)
        emulator.faults["sendMessage"].append(Fault(400))
        update = person.typed("ik lach met de maten")
        assert await person.does(update) == []
    async with start(redis_url=server):
        before = len(person.chat.sent)
        await emulator.dealt_with(await emulator.put(update, emulator._last_update))
        assert open_question(person.chat.sent[before:]) is not None
        assert (await everything(person))["answers"]["goed.meedoen"] == "ik lach met de maten"


async def test_without_redis_help_is_there_and_the_rest_says_sorry(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start(redis_url="redis://127.0.0.1:1/0"):
        assert "Het lukt me even niet" in texts(await person.say("/start"))


async def test_a_redis_that_goes_away_is_said_sorry_for_and_one_that_comes_back_empty_is_told_honestly(
    start: Start, emulator: Emulator, server: str
) -> None:
    program, port, person = redis_server.program(), free_port(), Person(emulator)
    assert program is not None  # `server` runs it
    async with start(redis_url=f"redis://127.0.0.1:{port}/0"):
        with redis_server.running(program, port):
            for text in ("/start", "kort", "meedoen"):
                await person.say(text)
        assert "Het lukt me even niet" in texts(await person.press("Overslaan"))
        assert emulator.queries == {}
        with redis_server.running(program, port):
            assert "ben ik dat vergeten, met opzet" in texts(await person.press("Overslaan"))
            assert open_question(await person.say("kort")) == "dimensie"


async def test_what_another_version_wrote_is_forgotten_and_holds_up_nobody(kept: RedisState, redis: Redis) -> None:
    key = kept._keys(CHAT)[0]
    redis.set(key, kept._sealer.seal(b'{"state": {}, "what_it_had": 1}', key.encode()))
    assert await kept.load(CHAT) is None


def test_webhooks_to_several_processes_need_it() -> None:
    with pytest.raises(Exception, match="needs REDIS_URL"):
        load_settings(workers=2, telegram_webhook="https://bot.voorbeeld.nl")
    load_settings(workers=2, telegram_webhook="https://bot.voorbeeld.nl", redis_url="redis://h")
