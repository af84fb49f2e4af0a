"""Finding the entries of the tables in a text, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from dateline.knowledge.entries import PROPER, Entry, table_entries
from dateline.knowledge.roster import chosen
from dateline.knowledge.roster.entries import built_in_entries, entries_of, user_rows
from dateline.knowledge.roster.files import resting_collector
from dateline.knowledge.roster.rows import ActorRow
from dateline.knowledge.spelling import SHORTEST, sound, sounds
from dateline.knowledge.words import Word, fold, key_of, words

__all__ = ["Lexicon", "Match", "Word", "all_entries", "fold", "key_of", "lexicon", "words"]

# What may stand between two words of one name.
_GAPS = frozenset(
    [
        *(" ", "\u00a0", "\n", "'", "’", "ʼ", "`", ".", "-", "‐", "‑", "–", "/"),
        *(". ", " '", " ’", "' ", "’ "),
    ]
)


_SIDES = frozenset(["north", "south", "east", "west"])
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
"""Last words of a name that are no surname."""


class Match(NamedTuple):
    """A stretch of text with the entries that it may stand for, the likeliest kind first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Lexicon:
    """Entries by key, with the lengths (in words) of the keys that begin with a word.

    The actors of a user's roster stay rows until a story names them, so that many load quickly.
    """

    entries: dict[str, tuple[Entry, ...]]
    lengths: dict[str, tuple[int, ...]]
    rows: dict[str, list[ActorRow]] = field(default_factory=dict)
    """The user's actors by key."""
    surnames: dict[str, dict[str, ActorRow]] = field(default_factory=dict)
    """The user's persons by the last word of a name, and by name."""
    _made: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @cached_property
    def _by_surname(self) -> dict[str, tuple[Entry, ...]]:
        """Persons of the tables by the folded last word of their names, one entry for each."""
        out: dict[str, dict[str, Entry]] = {}
        for key, entries in self.entries.items():
            last = key.rsplit(" ", 1)[-1]
            if last in SUFFIXES:
                continue
            for entry in entries:
                if entry.kind == "person":
                    out.setdefault(last, {}).setdefault(entry.name, entry)
        return {k: tuple(v.values()) for k, v in out.items()}

    @cached_property
    def _by_sound(self) -> dict[str, Entry | None]:
        """Persons of the tables by the sound of their names in full; None where two share it."""
        out: dict[str, Entry | None] = {}
        for key, entries in self.entries.items():
            person = next((e for e in entries if e.kind == "person"), None)
            if person is None or " " not in key:
                continue
            heard = sounds(tuple(key.split(" ")))
            known = out.setdefault(heard, person)
            if known is not None and known.name != person.name:
                out[heard] = None
        return out

    def by_sound(self, keys: tuple[str, ...]) -> Entry | None:
        """The person of the tables whose name in full is this one in another romanisation."""
        return self._by_sound.get(sounds(keys)) if len(keys) > 1 else None

    @cached_property
    def _by_surname_sound(self) -> dict[str, tuple[Entry, ...]]:
        out: dict[str, tuple[Entry, ...]] = {}
        for last, entries in self._by_surname.items():
            heard = sound(last)
            out[heard] = (*out.get(heard, ()), *entries)
        return out

    def by_surname_sound(self, key: str) -> tuple[Entry, ...]:
        """The persons of the tables whose surname is this one in another romanisation."""
        return self._by_surname_sound.get(sound(key), ()) if len(key) >= SHORTEST else ()

    def by_surname(self, key: str) -> tuple[Entry, ...]:
        """The persons whose name ends in a folded word, one entry for each."""
        known = self._by_surname.get(key, ())
        own = self.surnames.get(key)
        if own is None:
            return known
        made = [next(entries_of(row)) for row in own.values()]
        return (*made, *(e for e in known if e.name not in own))

    def find(self, key: str) -> tuple[Entry, ...]:
        """The entries of a key; the user's come first, so that they win over others of a kind."""
        rows = self.rows.get(key) if self.rows else None
        if rows is None:
            return self.entries.get(key, ())
        made = self._made.get(key)
        if made is None:
            own = [e for row in rows for e in entries_of(row) if key_of(e.wording) == key]
            made = self._made[key] = _ranked([*own, *self.entries.get(key, ())])
        return made

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
                else:
                    out.extend(self._shared(text, found, keys, i))
            i += used
        return out

    def _shared(self, text: str, found: list[Word], keys: list[str], i: int) -> Iterator[Match]:
        """ "North and South Korea", "East and West German troops": the first of two lands that
        share the last word of their names."""
        if keys[i] not in _SIDES:
            return
        ends = keys[i + 1 : i + 4]
        pair = len(ends) == 3 and ends[0] == "and" and ends[1] in _SIDES
        if pair and text[found[i].start].isupper() and self.find(f"{ends[1]} {ends[2]}"):
            entries = self.find(f"{keys[i]} {ends[2]}")
            yield from [Match(found[i].start, found[i].end, entries)] if entries else ()

    def _match(self, text: str, found: list[Word], keys: list[str], i: int, n: int) -> Match | None:
        hits = self.find(keys[i] if n == 1 else " ".join(keys[i : i + n]))
        if not hits:
            return None
        start, end = found[i].start, found[i + n - 1].end
        surface = text[start:end]
        fitting = tuple(e for e in hits if _cased(e, surface))
        return Match(start, _dotted(text, start, end), fitting) if fitting else None

    def get(self, name: str) -> tuple[Entry, ...]:
        """The entries of a name, whatever its case."""
        return self.find(key_of(name))


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
    return surface[0].isupper() or not entry.wording[0].isupper() or _after_article(surface)


def _after_article(surface: str) -> bool:
    """ "al Shabaab", "al-Qaeda": an Arabic article is written small before a name's capital."""
    article, name = surface[:2], surface[3:4]
    return article in _ARTICLES and not surface[2:3].isalpha() and name.isupper()


@lru_cache(maxsize=16384)
def _is_acronym(wording: str) -> bool:
    letters = [c for c in wording if c.isalpha()]
    return len(letters) <= 6 and all(c.isupper() for c in letters)


def _same(a: Entry, b: Entry) -> bool:
    return (
        a.name == b.name and a.kind == b.kind and _is_acronym(a.wording) == _is_acronym(b.wording)
    )


_ARTICLES = frozenset(["al", "el", "an", "ar", "as", "ad", "at"])
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


def lexicon() -> Lexicon:
    """The lexicon of all tables and of the user's roster in force, built once for each."""
    return _lexicon(chosen())


def all_entries() -> Iterator[Entry]:
    """Every entry that ships with Dateline."""
    yield from table_entries()
    yield from built_in_entries()


@lru_cache(maxsize=2)
def _lexicon(files: tuple[str, ...]) -> Lexicon:
    if not files:
        return _built(all_entries())
    base = _lexicon(())
    with resting_collector():
        return _extended(base, user_rows(files))


def _extended(base: Lexicon, actors: Iterable[ActorRow]) -> Lexicon:
    """The tables' lexicon with a user's actors."""
    rows: dict[str, list[ActorRow]] = {}
    surnames: dict[str, dict[str, ActorRow]] = {}
    sizes: dict[str, set[int]] = {}
    for row in actors:
        person = row.kind == "person"
        for wording in (row.name, *row.aliases):
            key = key_of(wording)
            if not key:
                continue
            rows.setdefault(key, []).append(row)
            first, _, rest = key.partition(" ")
            if person:
                last = rest.rpartition(" ")[2] or first
                surnames.setdefault(last, {}).setdefault(row.name, row)
            size = rest.count(" ") + 2 if rest else 1
            known = sizes.get(first)
            if known is None:
                sizes[first] = {size}
            elif size not in known:
                known.add(size)
    lengths = dict(base.lengths)
    for first, own in sizes.items():
        lengths[first] = tuple(sorted({*own, *lengths.get(first, ())}, reverse=True))
    return Lexicon(base.entries, lengths, rows, surnames)


def _built(source: Iterable[Entry]) -> Lexicon:
    entries: dict[str, list[Entry]] = {}
    lengths: dict[str, set[int]] = {}
    for entry in source:
        key = key_of(entry.wording)
        same = entries.get(key)
        if same is None:
            entries[key] = [entry]
            lengths.setdefault(key.split(" ", 1)[0], set()).add(key.count(" ") + 1)
        elif not any(_same(e, entry) for e in same):
            same.append(entry)
    return Lexicon(
        {k: _ranked(v) for k, v in entries.items()},
        {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()},
    )


def _ranked(entries: list[Entry]) -> tuple[Entry, ...]:
    """Entries of one wording without repeats, the likeliest kind first."""
    if len(entries) == 1:
        return tuple(entries)
    kept: list[Entry] = []
    for entry in entries:
        if not any(_same(e, entry) for e in kept):
            kept.append(entry)
    return tuple(sorted(kept, key=lambda e: _RANK[e.kind]))
