"""MinHash signatures of a text's shingles, and the keys by which like ones are found."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.link.copies.settings import settings

Hashes = NDArray[np.uint64]
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_HEAD: Final = struct.Struct("<BHHH")
"""Version, shingles of the body, those of the lead, numbers (each at most 65,535)."""
_NONE: Final = np.uint32(0xFFFFFFFF)
_CHUNK: Final = 2_000
"""Shingles hashed at a time, so that a very long text takes no more memory than a short one."""


class Sketch(NamedTuple):
    """A signature taken apart."""

    size: int
    """Different shingles of the body."""
    lead_size: int
    numbers_size: int
    body: NDArray[np.uint32]
    lead: NDArray[np.uint32]
    numbers: NDArray[np.uint32]


def signature(text: str) -> bytes:
    """The signature of a text: a fixed number of bytes, the same for the same words.

    Case, punctuation, line breaks and accents make no difference. Time is linear in the text's
    length; a text with fewer words than a shingle has an empty signature that is like no other.
    """
    s = settings()
    words = [_hash(word) for word in _words(text)]
    whole = _shingles(words, s.shingle)
    # Shorter shingles for the lead: it is short, and often a word is changed in it.
    lead = _shingles(words[: s.lead_words], s.shingle - 1)
    numbers = np.array(sorted({_hash(n) for n in _NUMBER.findall(text)}), np.uint64)
    parts = ((whole, s.body_hashes), (lead, s.lead_hashes), (numbers, s.number_hashes))
    sizes = (min(len(part), 0xFFFF) for part, _ in parts)
    smallest = [_smallest(part, count, family) for family, (part, count) in enumerate(parts)]
    return _HEAD.pack(s.version, *sizes) + np.concatenate(smallest).astype("<u4").tobytes()


def opened(sketch: bytes) -> Sketch:
    """A signature taken apart. Raises ValueError where the bytes are not one of this version."""
    s = settings()
    wanted = _HEAD.size + 4 * (s.body_hashes + s.lead_hashes + s.number_hashes)
    if len(sketch) != wanted or sketch[0] != s.version:
        raise ValueError("not a signature of this version")
    _, size, lead_size, numbers_size = _HEAD.unpack_from(sketch)
    hashes = np.frombuffer(sketch, "<u4", offset=_HEAD.size)
    body, lead, numbers = np.split(hashes, (s.body_hashes, s.body_hashes + s.lead_hashes))
    return Sketch(size, lead_size, numbers_size, body, lead, numbers)


def bands(sketch: bytes) -> list[int]:
    """The keys of a signature: signed 64-bit numbers. Two stories of which one is a copy or a
    rewrite of the other share at least one, as a rule; others hardly ever do. A text that is too
    short to be compared has none."""
    s, made = settings(), opened(sketch)
    if made.size < s.fewest:
        return []
    keys = []
    for name, hashes, rows in ((b"b", made.body, s.body_rows), (b"l", made.lead, s.lead_rows)):
        for number, start in enumerate(range(0, len(hashes), rows)):
            band = hashes[start : start + rows].astype("<u4").tobytes()
            digest = blake2b(band, digest_size=8, key=name + bytes([number])).digest()
            keys.append(int.from_bytes(digest, "big", signed=True))
    return keys


def _words(text: str) -> list[str]:
    """Lower-case words without accents."""
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
    return _WORD.findall(text.lower())


class _Memory(dict[str, int]):
    """Hashes of words, so that a frequent word is hashed once. Bounded."""

    _MOST: Final = 200_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self._MOST:
            self.clear()
        digest = blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
        made = self[word] = int.from_bytes(digest, "little")
        return made


_hash = _Memory().__getitem__


def _shingles(words: list[int], width: int) -> Hashes:
    """The different hashes of every run of `width` words."""
    if len(words) < width:
        return np.empty(0, np.uint64)
    hashes = np.array(words, np.uint64)
    count = len(words) - width + 1
    out = np.zeros(count, np.uint64)
    for offset in range(width):
        out = _mix(out * np.uint64(0x9E3779B97F4A7C15) + hashes[offset : offset + count])
    return np.unique(out)


def _mix(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64: every bit of the input sways every bit of the output."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _seeds(count: int, family: int) -> tuple[Hashes, Hashes]:
    """Multipliers (odd) and summands of `count` hash functions, the same on every machine."""
    start = np.arange(1, 2 * count + 1, dtype=np.uint64) + np.uint64(family << 32)
    made = _mix(start * np.uint64(0x9E3779B97F4A7C15))
    return made[:count] | np.uint64(1), made[count:]


def _smallest(shingles: Hashes, count: int, family: int) -> NDArray[np.uint32]:
    """The smallest value of each of `count` hash functions over the shingles (upper 32 bits)."""
    out = np.full(count, _NONE, np.uint32)
    factor, summand = _seeds(count, family)
    for start in range(0, len(shingles), _CHUNK):
        part = shingles[start : start + _CHUNK, None]
        hashed = (part * factor + summand) >> np.uint64(32)
        out = np.minimum(out, hashed.min(axis=0).astype(np.uint32))
    return out
