"""Events of whole stories beside what independent readers find in them: `python -m bench.stories`.

Needs the evaluation kit in ../shared/eval beside the checkout. `stories.tsv` holds what readers who
had seen neither rules nor lexicon mark in a window of each of 128 open articles: every event with
its type, its parties, its status and day, and the words that tell it, the first time and again.
A party is the reader's if the two share words of the story or, among governments and forces, the
land. An event read where no reader has one counts as wrong, and so does the second row of a
happening that has one.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.common import KIT, TODAY, need_kit
from bench.common import rows as articles
from dateline.pipeline import annotate_document
from dateline.reading.document import Document
from dateline.record import Actor, Event, Record

MARKS = Path(__file__).with_name("stories.tsv")
MUTUAL = frozenset(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
"""Types whose sides a reader may order otherwise."""
_STATE = frozenset(["GOV", "MIL", "COP", "SPY", "JUD", "LEG"])


@dataclass(frozen=True)
class Party:
    """A party as a reader names it: a stretch of the article, and the land that it acts for."""

    start: int
    end: int
    land: str
    state: bool
    """Whether it is a land's government, forces or courts, so that the land stands for it."""


@dataclass
class Marked:
    """An event as a reader marks it."""

    types: tuple[str, ...]
    """Its type, and another that the reader would take as well."""
    status: str
    date: str
    """EDTF, or empty: the text does not say."""
    told: list[int]
    """Starts of the words that tell it."""
    actors: list[Party]
    recipients: list[Party]


@dataclass
class Window:
    """What of an article was read, and the events in it."""

    half: str
    start: int
    end: int
    events: list[Marked] = field(default_factory=list)


def windows() -> dict[tuple[str, int], Window]:
    """By source and line of the article: what its reader marks."""
    out: dict[tuple[str, int], Window] = {}
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        source, number, *rest = line.split("\t")
        if len(rest) == 3:  # a window, before its events
            out[source, int(number)] = Window(rest[0], int(rest[1]), int(rest[2]))
            continue
        types, status, date, told, actors, recipients = rest
        out[source, int(number)].events.append(
            Marked(
                tuple(types.split("|")),
                status,
                date,
                [int(t) for t in told.split()],
                list(_parties(actors)),
                list(_parties(recipients)),
            )
        )
    return out


def _parties(column: str) -> Iterator[Party]:
    """The parties of a column: `start-end:LAND`, with `!` where the land's name stands for it."""
    for item in column.split():
        where, _, land = item.partition(":")
        start, _, end = where.partition("-")
        yield Party(int(start), int(end), land.rstrip("!"), land.endswith("!"))


def read(row: dict[str, str], window: Window) -> Record:
    """The record of an article up to the end of its window."""
    day = row.get("date") or row.get("date_publish")
    text = row["text"][: window.end]
    return annotate_document(Document(text=text, date=day and day[:10], id="story"), TODAY)


def pair(window: Window, record: Record) -> list[tuple[Event, Marked | None]]:
    """Each event read in the window with the marked one that it tells, if there is one.

    Words in common first; then, of one type in one sentence, the nearest that is free.
    """
    inside = [e for e in record.events if any(window.start <= a < window.end for a, _ in e.trigger)]
    of: dict[str, Marked] = {}
    for event in inside:
        sharing = [m for m in window.events if _shares(event, m)]
        best = [m for m in sharing if event.type in m.types] or sharing
        if best:
            of[event.id] = best[0]
    taken = {id(m) for e in inside if (m := of.get(e.id)) and e.type in m.types}
    for event in inside:
        if event.id in of and event.type in of[event.id].types:
            continue
        near = [
            (abs(a - t), i)
            for i, m in enumerate(window.events)
            if id(m) not in taken and event.type in m.types
            for t in m.told
            for a, _ in event.trigger
            if _one_sentence(record, a, t)
        ]
        if near:
            of[event.id] = window.events[min(near)[1]]
            taken.add(id(of[event.id]))
    return [(e, of.get(e.id)) for e in inside]


def _shares(event: Event, marked: Marked) -> bool:
    return any(a <= t < b for t in marked.told for a, b in event.trigger)


def _one_sentence(record: Record, a: int, b: int) -> bool:
    return any(s <= a < e and s <= b < e for s, e in record.document.sentences)


def is_party(actor: Actor, party: Party, text: str) -> bool:
    """Whether an actor of the record is a reader's party."""
    official = actor.kind == "state" or bool(_STATE.intersection(actor.sectors))
    if official and party.state and party.land == actor.country:
        return True
    if party.land and actor.country and party.land != actor.country:
        return False
    name = text[party.start : party.end]
    proper = {word for word in re.findall(r"\w+", actor.name) if word[0].isupper()}
    if proper and " " in name and proper <= set(re.findall(r"\w+", name)):
        return True  # "Welfare" of "the Welfare Party"
    crowd = actor.kind == "population" or not actor.name.istitle()
    if crowd and actor.name.split()[-1].lower() == name.split()[-1].lower():
        return True  # "other refugees" of "Rwandan refugees"
    spans = [m.span() for m in re.finditer(re.escape(name), text)]
    return any(
        a < end and start < b
        for mention in actor.mentions
        if mention.how != "demonym"
        for start, end in [mention.span]
        for a, b in spans
    )


def parties(event: Event, marked: Marked, record: Record) -> tuple[bool, bool]:
    """Whether none of an event's parties is wrong, and whether none is missing."""
    by_id = {a.id: a for a in record.actors}

    def named(ids: Sequence[str]) -> list[Actor]:
        """Those of a side; of "the two countries" the two."""
        return [by_id[m] for i in ids for m in (by_id[i].members or [i])]

    sides = [
        (named(event.actors), marked.actors),
        (named(event.recipients), marked.recipients),
    ]
    if event.type in MUTUAL or not marked.recipients:
        sides = [(sides[0][0] + sides[1][0], marked.actors + marked.recipients)]
    right = all(
        any(is_party(actor, party, record.text) for party in wanted)
        for got, wanted in sides
        for actor in got
    )
    whole = all(
        any(is_party(actor, party, record.text) for actor in got)
        for got, wanted in sides
        for party in wanted
    )
    return right, whole


def _status(event: Event) -> str:
    """An event's status as readers write it: who threatens has threatened."""
    said = event.type == "THREATEN" and event.status == "threatened"
    return "occurred" if said else event.status


def _day(event: Event) -> str:
    """An event's day as a reader writes it: none where only its latest day is known."""
    edtf = (event.date and event.date.edtf) or ""
    return "" if edtf.startswith("../") else edtf


def count(window: Window, record: Record, dated: bool, tally: Counter[str]) -> None:
    """Add a story's events to the tally of its half."""
    tally["stories"] += 1
    tally["marked"] += len(window.events)
    pairs = pair(window, record)
    tally["read"] += len(pairs)
    seen: set[int] = set()
    for event, marked in sorted(pairs, key=lambda p: not (p[1] and p[0].type in p[1].types)):
        if marked is None or event.type not in marked.types:
            continue
        if id(marked) in seen:
            tally["again"] += 1
            continue
        seen.add(id(marked))
        right, whole = parties(event, marked, record)
        tally["found"] += 1
        tally["nobody wrong"] += right
        tally["complete"] += right and whole
        tally["status"] += _status(event) == marked.status
        if dated:
            tally["dated"] += 1
            tally["date"] += _day(event) == marked.date


FIGURES: tuple[tuple[str, str, str], ...] = (
    ("found, of the right type", "found", "marked"),
    ("and nobody wrong", "nobody wrong", "marked"),
    ("and nobody missing", "complete", "marked"),
    ("rows that are such an event's first", "found", "read"),
    ("and nobody wrong", "nobody wrong", "read"),
    ("rows that tell one again", "again", "read"),
    ("status, of those found", "status", "found"),
    ("day, of those found", "date", "dated"),
)
"""Label, what is counted, and of what it is the share."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(arguments)
    need_kit()
    marked = windows()
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sorted({source for source, _ in marked}):
        path = KIT / "dev" / "articles" / f"{source}.jsonl.gz"
        for number, row in enumerate(articles(path)):
            if (window := marked.get((source, number))) is not None:
                dated = bool(row.get("date") or row.get("date_publish"))
                count(window, read(row, window), dated, tallies[window.half])
    halves = sorted(tallies, reverse=True)
    print(f"{'':<38}", *(f"{half:>8}" for half in halves))
    for whole in ("stories", "marked", "read"):
        print(f"{whole:<38}", *(f"{tallies[half][whole]:>8}" for half in halves))
    for label, part, whole in FIGURES:
        shares = (tallies[half][part] / max(tallies[half][whole], 1) for half in halves)
        print(f"{label:<38}", *(f"{share:>8.3f}" for share in shares))


if __name__ == "__main__":
    main()
