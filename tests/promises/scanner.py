"""Looks for words the way somebody with the whole disk would: as they stand, encoded, and inside what is compressed.

What it can't see through: encryption, which is what a capsule is for, and compression without a recognisable beginning.
"""

from __future__ import annotations

import bz2
import json
import lzma
import os
import quopri
import re
import struct
import unicodedata
import zlib
from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

LAYERS = 4  # a tar.gz in a zip in base64 in a JSON file
INNER_MAX_BYTES = 16 * 1024 * 1024
PIECE_BYTES = 64  # small, so that little is missed before the place where a stream was cut off
_UTF = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_COMPRESSED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|BZh[1-9]|\xfd7zXZ\x00|PK\x03\x04")
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{32,}")
_HEX_RUN = re.compile(rb"(?:[0-9a-fA-F]{2}){16,}")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_ZIP_HEADER = struct.Struct("<4s5H3I2H")


def forms(word: str) -> dict[bytes, str]:
    """Return how a word can stand in a file, each with the name of its encoding."""
    found: dict[bytes, str] = {}
    without_accents = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    for spelled in (word, word.upper(), unicodedata.normalize("NFD", word), without_accents):
        for form, name in _forms(spelled):
            found.setdefault(form, name)
    return found


def _forms(word: str) -> Iterator[tuple[bytes, str]]:
    for encoding in _UTF:
        yield word.encode(encoding), encoding
    with suppress(UnicodeEncodeError):
        yield word.encode("latin-1"), "latin-1"
    in_json = json.dumps(word)[1:-1]
    yield in_json.encode(), "JSON"
    yield re.sub(r"(?<=\\u)\w{4}", lambda digits: digits[0].upper(), in_json).encode(), "JSON"
    yield word.encode("unicode_escape"), "escaped as in Python"
    yield repr(word.encode())[2:-1].encode(), "escaped as in Python"
    yield word.encode("ascii", "xmlcharrefreplace"), "HTML"
    yield quopri.encodestring(word.encode()), "quoted-printable"
    for quoted in (quote(word), quote_plus(word)):
        yield quoted.encode(), "percent-encoded"
        yield re.sub(r"%\w\w", lambda digits: digits[0].lower(), quoted).encode(), "percent-encoded"
    for encoding in _UTF[:3]:
        plain = word.encode(encoding)
        yield plain.hex().encode(), f"hex of {encoding}"
        yield plain.hex().upper().encode(), f"hex of {encoding}"
        for before in range(3):
            for encode in (b64encode, urlsafe_b64encode):
                yield _inside_base64(encode(bytes(before) + plain), before), f"base64 of {encoding}"


def _inside_base64(encoded: bytes, before: int) -> bytes:
    """Leave out the characters that hang together with what stands before and behind the word."""
    end = -1 if encoded.endswith(b"=") else None
    return encoded.rstrip(b"=")[(0, 2, 3)[before] : end]


class Scanner:
    """Looks for some words, each in every form."""

    def __init__(self, *words: str) -> None:
        self._forms = {form: name for word in words for form, name in forms(word).items()}

    def in_bytes(self, data: bytes, layers: int = LAYERS) -> Iterator[str]:
        """Yield the name of each form that stands in the data, or in what is packed in it."""
        yield from {name for form, name in self._forms.items() if form in data}
        if layers:
            for packing, inner in unpacked(data):
                yield from (f"{name} in {packing}" for name in self.in_bytes(inner, layers - 1))

    def in_files(self, files: Iterable[Path]) -> dict[str, set[str]]:
        """Return the files with one of the words in their name or their bytes, and how it stands there."""
        found: dict[str, set[str]] = {}
        for path in files:
            with suppress(FileNotFoundError, PermissionError):
                if how := {*self.in_bytes(os.fsencode(path.name), 0), *self.in_bytes(path.read_bytes())}:
                    found[str(path)] = how
        return found


def files_under(*folders: Path, since: float = 0.0) -> Iterator[Path]:
    """Yield every ordinary file under the folders that was made or changed since a time, in seconds of the epoch."""
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                path = Path(parent, name)
                with suppress(FileNotFoundError, PermissionError):
                    status = path.lstat()
                    if os.path.isfile(path) and status.st_ctime >= since:
                        yield path


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is compressed somewhere in the data, and what is compressed and then written in letters."""
    for start in _COMPRESSED.finditer(data):
        if inner := _decompressed(data, start.start()):
            yield "compressed data", inner
    if b"\n" in data:
        lines = data.replace(b"\r", b"").replace(b"=\n", b"").replace(b"\n", b"")
        yield from ((f"{name} on several lines", inner) for name, inner in _spelled(lines))
        if lines.isascii():
            yield "several lines", lines
    yield from _spelled(data)


def _spelled(data: bytes) -> Iterator[tuple[str, bytes]]:
    for run in _BASE64_RUN.finditer(data):
        letters = run.group().translate(_URL_SAFE)
        for shift in range(4):
            inner = b64decode(letters[shift : len(letters) - (len(letters) - shift) % 4])
            if _COMPRESSED.match(inner):
                yield "base64", inner
    for run in _HEX_RUN.finditer(data):
        inner = bytes.fromhex(run.group().decode())
        if _COMPRESSED.match(inner):
            yield "hex", inner


def _decompressed(data: bytes, start: int) -> bytes:
    """Return what a compressed stream that begins here holds, as far as it was written."""
    stream: Any = zlib.decompressobj(zlib.MAX_WBITS | 32)
    if data.startswith(b"PK", start):
        if len(data) - start < _ZIP_HEADER.size:
            return b""
        header = _ZIP_HEADER.unpack_from(data, start)
        start += _ZIP_HEADER.size + header[-2] + header[-1]  # behind the name and the extra field
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
    elif data.startswith(b"BZh", start):
        stream = bz2.BZ2Decompressor()
    elif data.startswith(b"\xfd7z", start):
        stream = lzma.LZMADecompressor()
    inner = bytearray()
    with suppress(OSError, EOFError, zlib.error, lzma.LZMAError):  # cut off here, or it was no such stream
        while start < len(data) and len(inner) < INNER_MAX_BYTES and not stream.eof:
            inner += stream.decompress(data[start : start + PIECE_BYTES])
            start += PIECE_BYTES
    return bytes(inner)
