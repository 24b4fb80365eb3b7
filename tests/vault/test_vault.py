"""The vault: who has the capsule has the conversation, and once shredded nobody has."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys
from bot.storage.migrate import upgrade
from bot.storage.models import ConversationKey
from bot.vault import secrets_file
from bot.vault.capsule import CAPSULE_MAX_BYTES, lock, parse, unlock
from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason
from bot.vault.payload import PAD_BYTES
from bot.vault.server_secrets import Secret, ServerSecrets
from bot.vault.vault import Vault

MAX_AGE_DAYS = 180
SECRET = Secret(bytes(range(32)))
SERVER = ServerSecrets([SECRET])
CANARY = "kastanje"
STATE: dict[str, Any] = {"answers": {"nu": f"Ik slaap slecht door de {CANARY}."}, "scores": {"meedoen": 7.5}}


@dataclass
class Clock:
    """Today, until it is moved."""

    today: date = date(2026, 3, 1)

    def __call__(self) -> date:
        return self.today

    def move(self, days: int) -> None:
        self.today += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "gesprek.db"


@pytest.fixture
def keys(database: Path) -> Iterator[ConversationKeys]:
    upgrade(f"sqlite:///{database}")
    engine = open_engine(f"sqlite:///{database}")
    yield ConversationKeys(engine)
    engine.dispose()


@pytest.fixture
def vault(keys: ConversationKeys, clock: Clock) -> Vault:
    return Vault(keys, SERVER, MAX_AGE_DAYS, clock)


@pytest.fixture(scope="module")
def standing_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Give Hypothesis, which runs one test many times on the same fixtures, one vault for all of them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('vault') / 'gesprek.db'}"
    upgrade(url)
    engine = open_engine(url)
    yield Vault(ConversationKeys(engine), SERVER, MAX_AGE_DAYS, Clock())
    engine.dispose()


def refusal(vault: Vault, capsule: str) -> Reason:
    with pytest.raises(CapsuleInvalid) as caught:
        vault.open(capsule)
    return caught.value.reason


def forged(capsule: str, conversation_id: str) -> str:
    """Put another id on a capsule."""
    data = urlsafe_b64decode(capsule + "=" * (-len(capsule) % 4))
    return urlsafe_b64encode(data[:5] + bytes.fromhex(conversation_id) + data[21:]).rstrip(b"=").decode()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), VALUES))
@settings(deadline=None)
def test_what_goes_in_comes_out(standing_vault: Vault, state: dict[str, Any]) -> None:
    conversation_id = standing_vault.start()
    opened = standing_vault.open(standing_vault.seal(conversation_id, state))
    assert (opened.conversation_id, opened.state) == (conversation_id, state)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_refused_by_every_door(standing_vault: Vault, text: str) -> None:
    refusal(standing_vault, text)
    with pytest.raises(CapsuleInvalid):
        standing_vault.shred(text)


@given(st.data())
@settings(deadline=None)
def test_any_change_of_a_genuine_capsule_is_refused(standing_vault: Vault, data: st.DataObject) -> None:
    """Cut, doubled, flipped, spelled otherwise, or with other bytes behind a genuine head."""
    genuine = standing_vault.seal(standing_vault.start(), STATE)
    raw = urlsafe_b64decode(genuine + "=" * (-len(genuine) % 4))
    kept = data.draw(st.integers(0, len(raw)))
    behind = data.draw(st.binary(max_size=200))
    changed = urlsafe_b64encode(raw[:kept] + behind).rstrip(b"=").decode()
    spelled = data.draw(st.sampled_from([changed, changed + "=", changed.swapcase(), changed[::-1], changed * 2]))
    if spelled != genuine:
        refusal(standing_vault, spelled)
    assert standing_vault.open(genuine).state == STATE


def test_conversations_have_ids_and_keys_of_their_own(vault: Vault, keys: ConversationKeys) -> None:
    ids = [vault.start() for _ in range(50)]
    found = {stored.key for stored in map(keys.get, ids) if stored is not None}
    assert len(set(ids)) == len(found) == 50
    assert {len(key) for key in found} == {32}


def test_no_answer_is_readable_in_a_capsule_or_a_repr(vault: Vault) -> None:
    capsule = vault.seal(vault.start(), STATE)
    assert CANARY not in capsule
    assert CANARY not in repr(vault.open(capsule))
    assert parse(capsule).conversation_id not in repr(vault.open(capsule))


def test_no_answer_reaches_a_file_of_the_server(vault: Vault, database: Path) -> None:
    capsule = vault.seal(vault.start(), STATE)
    vault.open(capsule)
    on_disk = b"".join(file.read_bytes() for file in database.parent.iterdir())
    assert CANARY.encode() not in on_disk
    assert capsule[100:140].encode() not in on_disk


def test_every_byte_of_a_capsule_matters(vault: Vault) -> None:
    data = urlsafe_b64decode(vault.seal(vault.start(), STATE) + "==")
    reasons = set()
    for position in range(len(data)):
        changed = data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]
        reasons.add(refusal(vault, urlsafe_b64encode(changed).rstrip(b"=").decode()))
    assert reasons == {Reason.UNSUPPORTED_VERSION, Reason.RETIRED, Reason.UNKNOWN_KEY, Reason.TAMPERED}


def test_a_capsule_opens_no_other_conversation(vault: Vault) -> None:
    mine, theirs = vault.start(), vault.start()
    capsule = vault.seal(mine, STATE)
    assert refusal(vault, forged(capsule, theirs)) is Reason.TAMPERED
    with pytest.raises(CapsuleInvalid):
        vault.shred(forged(capsule, theirs))
    assert vault.held(theirs)


def test_a_capsule_of_another_server_is_unknown(vault: Vault) -> None:
    stranger = lock(secrets.token_hex(16), SECRET.id, secrets.token_bytes(32), bytes(PAD_BYTES))
    assert refusal(vault, stranger) is Reason.UNKNOWN_KEY


def test_a_copy_of_the_database_opens_nothing(vault: Vault, keys: ConversationKeys) -> None:
    capsule = vault.seal(vault.start(), STATE)
    stored = keys.get(parse(capsule).conversation_id)
    assert stored is not None
    with pytest.raises(CapsuleInvalid):
        unlock(parse(capsule), stored.key)
    elsewhere = Vault(keys, ServerSecrets([Secret(bytes(32))]), MAX_AGE_DAYS, Clock())
    assert refusal(elsewhere, capsule) is Reason.RETIRED
    assert vault.open(capsule).state == STATE


def test_a_capsule_under_another_secret_of_the_same_name_is_refused(vault: Vault, keys: ConversationKeys) -> None:
    """Whose secret's id would be found on it, by chance or forged."""
    stored = keys.get(vault.start())
    assert stored is not None
    other = Secret(bytes(32)).key_for(stored.key)
    assert refusal(vault, lock(stored.conversation_id, SECRET.id, other, bytes(PAD_BYTES))) is Reason.TAMPERED


def test_what_is_genuine_but_no_payload_is_malformed(vault: Vault, keys: ConversationKeys) -> None:
    stored = keys.get(vault.start())
    assert stored is not None
    assert (
        refusal(vault, lock(stored.conversation_id, SECRET.id, SECRET.key_for(stored.key), bytes(PAD_BYTES)))
        is Reason.MALFORMED
    )


def test_a_capsule_is_good_for_its_whole_age_and_not_a_day_more(vault: Vault, clock: Clock) -> None:
    capsule = vault.seal(vault.start(), STATE)
    clock.move(days=MAX_AGE_DAYS)
    assert vault.open(capsule).state == STATE
    clock.move(days=1)
    assert refusal(vault, capsule) is Reason.TOO_OLD


def test_a_clock_set_back_refuses_nobody(vault: Vault, clock: Clock) -> None:
    capsule = vault.seal(vault.start(), STATE)
    clock.move(days=-2)
    assert vault.open(capsule).state == STATE


def test_a_capsule_sealed_while_the_clock_had_fallen_back_opens_when_it_is_right(vault: Vault, clock: Clock) -> None:
    conversation_id, right = vault.start(), clock.today
    clock.today = date(1970, 1, 1)
    capsule = vault.seal(conversation_id, STATE)
    assert vault.open(capsule).state == STATE
    clock.today = right + timedelta(days=MAX_AGE_DAYS)
    assert vault.open(capsule).state == STATE
    clock.move(days=1)
    assert refusal(vault, capsule) is Reason.TOO_OLD
    assert vault.held(conversation_id)["laatst_gebruikt_op"] == "2026-03-01"


def test_too_large_a_state_is_refused_and_the_last_capsule_stays_good(vault: Vault, clock: Clock) -> None:
    conversation_id = vault.start()
    capsule = vault.seal(conversation_id, STATE)
    clock.move(days=1)
    with pytest.raises(CapsuleTooLarge) as caught:
        vault.seal(conversation_id, {"a": secrets.token_hex(CAPSULE_MAX_BYTES)})
    assert str(caught.value) == "a capsule may be 65536 bytes"
    assert vault.held(conversation_id)["laatst_gebruikt_op"] == "2026-03-01"
    assert vault.open(capsule).state == STATE


def test_sealing_counts_as_use_and_writes_once_a_day(vault: Vault, keys: ConversationKeys, clock: Clock) -> None:
    conversation_id = vault.start()
    with patch.object(keys, "touch", wraps=keys.touch) as touch:
        capsule = vault.seal(conversation_id, STATE)
        assert touch.call_count == 0
        clock.move(days=1)
        for _ in range(5):
            vault.open(capsule)
            capsule = vault.seal(conversation_id, STATE)
        assert touch.call_count == 1
    assert vault.held(conversation_id)["laatst_gebruikt_op"] == "2026-03-02"


def test_shredding_makes_every_capsule_useless(vault: Vault) -> None:
    conversation_id = vault.start()
    capsules = [vault.seal(conversation_id, STATE) for _ in range(3)]
    other = vault.seal(vault.start(), STATE)
    assert vault.shred(capsules[1])
    assert {refusal(vault, capsule) for capsule in capsules} == {Reason.UNKNOWN_KEY}
    with pytest.raises(CapsuleInvalid) as caught:
        vault.seal(conversation_id, STATE)
    assert caught.value.reason is Reason.UNKNOWN_KEY
    assert vault.open(other).state == STATE


def test_shredding_again_is_no_error(vault: Vault) -> None:
    capsule = vault.seal(vault.start(), STATE)
    assert [vault.shred(capsule), vault.shred(capsule)] == [True, False]


def test_an_old_capsule_can_still_be_shredded(vault: Vault, clock: Clock) -> None:
    capsule = vault.seal(vault.start(), STATE)
    clock.move(days=MAX_AGE_DAYS + 1)
    assert vault.shred(capsule)


def test_who_knows_only_the_id_shreds_nothing(vault: Vault) -> None:
    conversation_id = vault.start()
    guess = lock(conversation_id, SECRET.id, secrets.token_bytes(32), bytes(PAD_BYTES))
    with pytest.raises(CapsuleInvalid) as caught:
        vault.shred(guess)
    assert caught.value.reason is Reason.TAMPERED
    assert vault.held(conversation_id)


def test_shredding_leaves_no_key_in_any_file(vault: Vault, keys: ConversationKeys, database: Path) -> None:
    conversation_id = vault.start()
    stored = keys.get(conversation_id)
    assert stored is not None
    capsule = vault.seal(conversation_id, STATE)

    def on_disk() -> bytes:
        return b"".join(file.read_bytes() for file in database.parent.iterdir())

    assert stored.key in on_disk()
    vault.shred(capsule)
    assert stored.key not in on_disk()
    assert conversation_id.encode() not in on_disk()


def test_held_names_every_column_and_no_key(vault: Vault) -> None:
    conversation_id = vault.start()
    held = vault.held(conversation_id)
    assert held == {
        "gespreksnummer": conversation_id,
        "sleutel": "(versleutelingssleutel, 32 bytes)",
        "aangemaakt_op": "2026-03-01",
        "laatst_gebruikt_op": "2026-03-01",
    }
    assert len(held) == len(ConversationKey.__table__.columns)
    assert vault.held(secrets.token_hex(16)) == {}


def test_expiring_takes_the_unused_and_keeps_what_a_capsule_still_opens(vault: Vault, clock: Clock) -> None:
    unused, used = vault.start(), vault.start()
    clock.move(days=1)
    capsule = vault.seal(used, STATE)
    clock.move(days=MAX_AGE_DAYS)
    vault.start()
    assert vault.expire() == (1, 0)
    assert vault.held(unused) == {}
    assert vault.open(capsule).state == STATE
    clock.move(days=1)
    vault.start()
    assert refusal(vault, capsule) is Reason.TOO_OLD
    assert vault.expire() == (1, 0)
    assert refusal(vault, capsule) is Reason.UNKNOWN_KEY


@pytest.mark.parametrize("days", [MAX_AGE_DAYS + 1, 30_000, -20_000])
def test_expiring_by_a_wrong_clock_takes_nothing(vault: Vault, clock: Clock, days: int) -> None:
    older = vault.start()
    clock.move(days=MAX_AGE_DAYS)
    newer = vault.seal(vault.start(), STATE)
    clock.move(days=days)
    assert vault.expire() == (0, 0)
    clock.move(days=-days)
    assert vault.held(older)
    assert vault.open(newer).state == STATE


def test_expiring_where_nothing_is_kept_takes_nothing(vault: Vault) -> None:
    assert vault.expire() == (0, 0)


def test_expiring_takes_the_secrets_that_no_capsule_needs(keys: ConversationKeys, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "capsules"
    secrets_file.ensure(path, clock.today)
    vault = Vault(keys, secrets_file.SecretsFile(path), MAX_AGE_DAYS, clock)
    capsule = vault.seal(vault.start(), STATE)
    secrets_file.rotate(path, clock.today, MAX_AGE_DAYS)
    clock.move(days=MAX_AGE_DAYS + 1)
    assert vault.expire() == (0, 0)  # by the clock alone, which may be wrong
    clock.move(days=-1)
    assert vault.open(capsule).state == STATE
    clock.move(days=1)
    vault.start()
    assert vault.expire() == (1, 1)
    assert len(secrets_file.read(path)) == 1


def test_threads_share_the_vault(vault: Vault) -> None:
    def converse(number: int) -> bool:
        conversation_id = vault.start()
        capsule = vault.seal(conversation_id, {"turn": 0})
        for turn in range(1, 6):
            opened = vault.open(capsule)
            capsule = vault.seal(opened.conversation_id, {"turn": turn, "number": number})
        return vault.open(capsule).state == {"turn": 5, "number": number} and vault.shred(capsule)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(converse, range(40)))
