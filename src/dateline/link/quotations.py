"""Statements across stories: repeated quotations joined, other translations of one proposed.

Wire stories shorten one another's quotations and translate one speech in their own words. What
two stories quote in the same words is one statement; what one speaker is quoted with on one day in
like words may be, and is only proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Final, NamedTuple

from dateline.link.incidents.build import party
from dateline.link.incidents.happening import Party
from dateline.link.incidents.kin import relation
from dateline.link.words import light, plain, weigh
from dateline.record import Record

SHINGLE: Final = 5
"""Words that must run alike for two quotations to be compared."""
FEWEST: Final = 5
"""A quotation of fewer words repeats too easily by chance."""
CONTAINED: Final = 0.8
"""Share of the shorter one's shingles that the longer has."""
LIKE: Final = 0.5
"""Share of the shorter one's words of weight that the other has, or words of one meaning."""
FEWEST_LIKE: Final = 4
"""Words of weight that a statement needs to be proposed as the translation of another."""
CROWD: Final = 40
"""Statements under one key that are compared with each other; of more, each with its next ones."""
_NEAR_DAYS: Final = 1


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one story tells it: flat, for a table of its own."""

    story: str
    statement: str
    speaker: Party | None
    text: str
    day: str | None
    """ISO day on which it was said, else that of the story."""
    quoted: bool
    """Whether some of it stands in quotation marks."""

    @property
    def key(self) -> tuple[str, str]:
        """Story and statement id."""
        return self.story, self.statement


class Tie(NamedTuple):
    """Two statements that are one, or may be."""

    a: tuple[str, str]
    b: tuple[str, str]
    joined: bool
    """True for the same words; False where it is only proposed."""
    why: str


@dataclass(frozen=True)
class Quotations:
    """What `link` found."""

    groups: list[list[tuple[str, str]]] = field(default_factory=list)
    """Statements told in the same words, two or more, sorted."""
    ties: list[Tie] = field(default_factory=list)
    """Why, for each group's pairs; and the proposals."""


def said(record: Record) -> list[Said]:
    """The statements of a record. Linear in its size."""
    actors = {a.id: a for a in record.actors}
    out = []
    for s in record.statements:
        speaker = actors.get(s.speaker or "")
        text = " ".join(record.text[a:b] for a, b in sorted(s.content))
        day = (s.date or record.document.published.value or "")[:10]
        key = party(speaker) if speaker else None
        if speaker and key and speaker.kind == "person":
            key = Party(" ".join(plain(speaker.name).split()), speaker.name)
        whole = len(day) == 10 and day.replace("-", "").isdigit()
        out.append(Said(record.id, s.id, key, text, day if whole else None, s.mode != "indirect"))
    return out


def keys(one: Said) -> list[str]:
    """What a store looks a statement up by, for `tie`: every run of SHINGLE words of a quotation,
    as short digests, and speaker with day (and the day before). Linear in its length."""
    found = []
    if one.quoted:
        found = [
            blake2b(" ".join(run).encode("utf-8", "replace"), digest_size=6).hexdigest()
            for run in sorted(_shingles(one.text))
        ]
    if one.speaker and one.day:
        found += [f"{one.speaker.key}|{day}" for day in _days(one.day)]
    return found


def tie(a: Said, b: Said) -> Tie | None:
    """Whether two statements of two stories are one, or may be. Symmetric but for its order."""
    runs, others = (_shingles(s.text) if s.quoted else frozenset() for s in (a, b))
    return _tie(a, b, runs, others)


def link(statements: Iterable[Said]) -> Quotations:
    """Repeated quotations joined, likely translations proposed.

    Only what shares a key is compared, and each with CROWD others at most under one key: linear
    in the number of statements. Every run of words is a key, so that a fragment meets the longer
    quotation that it is cut from.
    """
    told = sorted(statements, key=lambda s: s.key)
    buckets: dict[str, list[int]] = defaultdict(list)
    shingles = [_shingles(s.text) if s.quoted else frozenset() for s in told]
    for number, one in enumerate(told):
        for key in keys(one):
            buckets[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for at, a in enumerate(bucket):
            pairs.update((a, b) for b in bucket[at + 1 : at + 1 + CROWD] if a != b)
    ties, home = [], list(range(len(told)))
    for a, b in sorted(pairs):
        tie = _tie(told[a], told[b], shingles[a], shingles[b])
        if tie:
            ties.append(tie)
            if tie.joined:
                first, second = sorted((_root(home, a), _root(home, b)))
                home[second] = first
    groups: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, one in enumerate(told):
        groups[_root(home, number)].append(one.key)
    return Quotations([g for g in groups.values() if len(g) > 1], ties)


def _tie(
    a: Said, b: Said, runs: frozenset[tuple[str, ...]], others: frozenset[tuple[str, ...]]
) -> Tie | None:
    if a.story == b.story:
        return None  # the record ties these itself (`same_as`)
    known = a.speaker and b.speaker
    if known and a.speaker and b.speaker and not _one_speaker(a.speaker, b.speaker):
        return None
    shorter = min(len(runs), len(others))
    if shorter and len(runs & others) >= CONTAINED * shorter:
        part = "the same words" if len(runs) == len(others) else "one quotation within the other"
        return Tie(a.key, b.key, True, f"{part}: {shorter + SHINGLE - 1} words or more in a row")
    if not known or not a.day or not b.day:
        return None
    if abs(date.fromisoformat(a.day) - date.fromisoformat(b.day)).days > _NEAR_DAYS:
        return None
    one, other = _heavy(a.text), _heavy(b.text)
    if min(len(one), len(other)) < FEWEST_LIKE:
        return None
    small, large = sorted((one, other), key=lambda w: (len(w), sorted(w)))
    alike = {w for w in small if any(relation(w, v) in ("same", "near") for v in large)}
    if len(alike) < LIKE * len(small) or len(small) * 3 < len(large):
        return None
    name = a.speaker.name if a.speaker else ""
    words = ", ".join(sorted(alike)[:6])
    why = f"{name} on {a.day}, in other words; {len(alike)} of {len(small)} are alike: {words}"
    return Tie(a.key, b.key, False, why)


def _one_speaker(a: Party, b: Party) -> bool:
    one, other = sorted((a.key.split(), b.key.split()), key=len)
    return a.key == b.key or other[-len(one) :] == one


def _heavy(text: str) -> frozenset[str]:
    found = weigh(text)
    return frozenset({*found.names, *found.common})


def _words(text: str) -> list[str]:
    parts = (plain(w).strip("\"'“”‘’.,;:!?()[]") for w in text.split())
    return [w for w in parts if w]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of SHINGLE words that is not of light words only."""
    words = _words(text)
    if len(words) < FEWEST:
        return frozenset()
    runs = (tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return frozenset(r for r in runs if any(w not in light() for w in r))


def _days(day: str) -> tuple[str, str]:
    """The day and the day before, so that neighbours meet."""
    then = date.fromisoformat(day).toordinal()
    return date.fromordinal(then - 1).isoformat(), day


def _root(home: list[int], number: int) -> int:
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number
