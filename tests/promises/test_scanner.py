"""The search finds what it should: a promise about what isn't there is worth as much as the search for it."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import pickle
import quopri
import re
import sqlite3
import tarfile
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.promises.canary import Canary
from tests.promises.scanner import Scanner, files_under

CANARY = Canary.new()
TEXT = f"ik dacht aan {CANARY} in de kantine"
STATE = json.dumps({"answers": {"nu": TEXT}, "scores": {"meedoen": 7.5}})


def in_zip(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("iets/anders.txt", "niets")
        archive.writestr("gesprek.json", data)
    return packed.getvalue()


def in_tar(data: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo("gesprek.json")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


PLAIN: dict[str, bytes] = {
    "UTF-8": TEXT.encode(),
    "UTF-16 LE": TEXT.encode("utf-16-le"),
    "UTF-16 BE": TEXT.encode("utf-16-be"),
    "UTF-32": TEXT.encode("utf-32"),
    "latin-1": TEXT.encode("latin-1"),
    "capitals": TEXT.upper().encode(),
    "accents apart": unicodedata.normalize("NFD", TEXT).encode(),
    "JSON": json.dumps(TEXT).encode(),
    "JSON with digits in capitals": re.sub(r"(?<=u)00..", lambda digits: digits[0].upper(), json.dumps(TEXT)).encode(),
    "quoted-printable": quopri.encodestring(TEXT.encode()),
    "repr of bytes": repr(TEXT.encode()).encode(),
    "ascii()": ascii(TEXT).encode(),
    "HTML": html.escape(TEXT).encode("ascii", "xmlcharrefreplace"),
    "percent-encoded": urllib.parse.quote(TEXT).encode(),
    "form-encoded": urllib.parse.urlencode({"text": TEXT}).encode(),
    "hex": TEXT.encode().hex().encode(),
    "hex in capitals": TEXT.encode().hex().upper().encode(),
    "hex of UTF-16": TEXT.encode("utf-16-le").hex().encode(),
    **{f"base64, {n} before": base64.b64encode(bytes(n) + TEXT.encode()) for n in range(3)},
    **{f"URL-safe base64, {n} before": base64.urlsafe_b64encode(bytes(n) + TEXT.encode()) for n in range(3)},
    **{f"base64 of UTF-16, {n} before": base64.b64encode(bytes(n) + TEXT.encode("utf-16-le")) for n in range(3)},
    "base64 on lines": base64.encodebytes(TEXT.encode() * 3),
    "pickle": pickle.dumps({"text": TEXT}),
}  # fmt: skip
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "zlib, fast": lambda data: zlib.compress(data, 1),
    "zlib, best": lambda data: zlib.compress(data, 9),
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zip": in_zip,
    "tar.gz": in_tar,
    "gzip cut off": lambda data: gzip.compress(data + bytes(range(256)))[:-60],
    "zlib in base64": lambda data: base64.urlsafe_b64encode(zlib.compress(data)).rstrip(b"="),
    "zlib in base64 on lines": lambda data: base64.encodebytes(zlib.compress(data)),
    "gzip in hex": lambda data: gzip.compress(data).hex().encode(),
    "gzip in JSON": lambda data: json.dumps({"body": base64.b64encode(gzip.compress(data)).decode()}).encode(),
    "zip in gzip in base64": lambda data: base64.b64encode(gzip.compress(in_zip(data))),
}


@pytest.mark.parametrize("word", ["plain", "accented"])
@pytest.mark.parametrize("form", PLAIN.values(), ids=PLAIN.keys())
def test_each_encoding_of_each_word_is_found(form: bytes, word: str) -> None:
    assert [*Scanner(getattr(CANARY, word)).in_bytes(b"iets ervoor " + form + b" iets erna")]


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED.keys())
def test_what_is_packed_is_looked_into(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(STATE.encode())
    assert CANARY.plain.encode() not in packed
    assert [*CANARY.scanner.in_bytes(b"\x00iets ervoor " + packed + b" iets erna")]


def test_a_row_of_a_database_is_found_in_its_file_or_its_journal(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "gesprek.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE turn (text TEXT)")
    database.execute("INSERT INTO turn VALUES (?)", (TEXT,))
    database.commit()
    assert set(CANARY.scanner.in_files(files_under(tmp_path))) == {str(tmp_path / "gesprek.db-wal")}
    database.close()
    assert set(CANARY.scanner.in_files(files_under(tmp_path))) == {str(tmp_path / "gesprek.db")}


def test_the_name_of_a_file_and_a_hidden_folder_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / ".cache" / "diep").mkdir(parents=True)
    (tmp_path / ".cache" / "diep" / ".iets").write_text(TEXT)
    (tmp_path / f"{CANARY.plain}.txt").touch()
    assert len(CANARY.scanner.in_files(files_under(tmp_path))) == 2


def test_only_what_changed_is_looked_at_where_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "oud").write_text(TEXT)
    changed = (tmp_path / "oud").stat().st_ctime
    assert [*files_under(tmp_path, since=changed)]
    assert not [*files_under(tmp_path, since=changed + 1)]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    for name, data in {**PLAIN, **{name: pack(STATE.encode()) for name, pack in PACKED.items()}}.items():
        (tmp_path / name).write_bytes(data)
    assert Canary.new().scanner.in_files(files_under(tmp_path)) == {}
