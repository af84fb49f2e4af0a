"""Finding the entries of the tables in a text, in one pass over its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.knowledge.entries import PROPER, Entry, all_entries

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name.
_GAP = re.compile(r"[ \u00a0\n]|['’ʼ`.\-‐‑–/]|\. | ['’]|['’] ")


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
        out: list[Match] = []
        i = 0
        while i < len(found):
            match, used = self._at(text, found, i)
            if match is not None:
                out.append(match)
            i += used
        return out

    def _at(self, text: str, found: list[Word], i: int) -> tuple[Match | None, int]:
        for n in self.lengths.get(found[i].key, ()):
            if i + n > len(found) or not _joined(text, found, i, n):
                continue
            hits = self.entries.get(" ".join(w.key for w in found[i : i + n]))
            if hits:
                start, end = found[i].start, found[i + n - 1].end
                fitting = tuple(e for e in hits if _cased(e, text[start:end]))
                if fitting:
                    return Match(start, _dotted(text, start, end), fitting), n
        return None, 1

    def get(self, name: str) -> tuple[Entry, ...]:
        """The entries of a name, whatever its case."""
        return self.entries.get(key_of(name), ())


def _joined(text: str, found: list[Word], i: int, n: int) -> bool:
    return all(_GAP.fullmatch(text, found[k].end, found[k + 1].start) for k in range(i, i + n - 1))


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
    first = next((c for c in surface if c.isalpha()), "")
    return first.isupper() or not entry.wording[:1].isupper()


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
