"""Finding the entries of the tables in a text, in one pass over its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from dateline.knowledge.entries import PROPER, Entry, all_entries

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name.
_GAPS = frozenset(
    [
        *(" ", "\u00a0", "\n", "'", "’", "ʼ", "`", ".", "-", "‐", "‑", "–", "/"),
        *(". ", " '", " ’", "' ", "’ "),
    ]
)


class Word(NamedTuple):
    """A word of a text, folded for comparison."""

    start: int
    end: int
    key: str


class Match(NamedTuple):
    """A stretch of text with the entries that it may stand for, the likeliest kind first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def fold(text: str) -> str:
    """Lower case without accents; letters that have no plain form stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "Ə": "A", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def words(text: str) -> list[Word]:
    """The words of a text: runs of letters and digits."""
    plain = text.isascii()
    lower = text.lower() if plain else text
    if plain:
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(lower)]
    return [Word(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]


def key_of(name: str) -> str:
    """The look-up key of a name: its folded words."""
    return " ".join(w.key for w in words(name))


@dataclass(frozen=True)
class Lexicon:
    """Entries by key, with the lengths (in words) of the keys that begin with a word."""

    entries: dict[str, tuple[Entry, ...]]
    lengths: dict[str, tuple[int, ...]]

    def scan(self, text: str) -> list[Match]:
        """The longest matches from left to right; none overlaps another."""
        found = words(text)
        keys = [w.key for w in found]
        linked = [_links(text[a.end : b.start], a) for a, b in pairwise(found)]
        out: list[Match] = []
        i = 0
        while i < len(found):
            used = 1
            lengths = self.lengths.get(keys[i])
            if lengths is not None:
                run = _run(linked, i, lengths[0])
                for n in lengths:
                    match = self._match(text, found, keys, i, n) if n <= run else None
                    if match is not None:
                        out.append(match)
                        used = n
                        break
            i += used
        return out

    def _match(self, text: str, found: list[Word], keys: list[str], i: int, n: int) -> Match | None:
        hits = self.entries.get(keys[i] if n == 1 else " ".join(keys[i : i + n]))
        if hits is None:
            return None
        start, end = found[i].start, found[i + n - 1].end
        surface = text[start:end]
        fitting = tuple(e for e in hits if _cased(e, surface))
        return Match(start, _dotted(text, start, end), fitting) if fitting else None

    def get(self, name: str) -> tuple[Entry, ...]:
        """The entries of a name, whatever its case."""
        return self.entries.get(key_of(name), ())


def _links(gap: str, before: Word) -> bool:
    """Whether two words may belong to one name; a stop only after an abbreviation ("St. ")."""
    return gap in _GAPS and (gap != ". " or len(before.key) <= 3)


def _run(linked: list[bool], i: int, most: int) -> int:
    """How many words from the i-th on may belong to one name."""
    n = 1
    while n < most and i + n <= len(linked) and linked[i + n - 1]:
        n += 1
    return n


def _dotted(text: str, start: int, end: int) -> int:
    """An abbreviation's last full stop belongs to it ("U.S."), unless it ends in a long word."""
    inside = text[start:end]
    return end + 1 if "." in inside and inside[-2] == "." and text[end : end + 1] == "." else end


def _cased(entry: Entry, surface: str) -> bool:
    """Whether the wording's case lets it be this entry ("US" but not "us")."""
    if entry.kind not in PROPER:
        return True
    if _is_acronym(entry.wording):
        return surface.upper() == surface
    return surface[0].isupper() or not entry.wording[0].isupper()


@lru_cache(maxsize=16384)
def _is_acronym(wording: str) -> bool:
    letters = [c for c in wording if c.isalpha()]
    return len(letters) <= 6 and all(c.isupper() for c in letters)


def _same(a: Entry, b: Entry) -> bool:
    return (
        a.name == b.name and a.kind == b.kind and _is_acronym(a.wording) == _is_acronym(b.wording)
    )


_RANK = {
    kind: rank
    for rank, kind in enumerate(
        [
            "country",
            "disputed",
            "historical",
            "demonym",
            "person",
            "seat",
            "igo",
            "organisation",
            "armed_group",
            "media",
            "capital",
            "office",
            "body",
            "population",
            "prefix",
        ]
    )
}


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built once."""
    entries: dict[str, list[Entry]] = {}
    lengths: dict[str, set[int]] = {}
    for entry in all_entries():
        key = key_of(entry.wording)
        same = entries.setdefault(key, [])
        if not any(_same(e, entry) for e in same):
            same.append(entry)
        lengths.setdefault(key.split(" ", 1)[0], set()).add(key.count(" ") + 1)
    return Lexicon(
        {k: tuple(sorted(v, key=lambda e: _RANK[e.kind])) for k, v in entries.items()},
        {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()},
    )
