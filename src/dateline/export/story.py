"""One story while its rows are written: its record, with its actors and places looked up."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import groupby
from typing import Any

from dateline.export.lookup import by_key, number
from dateline.record import Actor
from dateline.store.bodies import Bodies, Body
from dateline.store.identity import actor_key

Span = Sequence[int]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, as one story has it."""

    number: int | None
    """In the chronicle."""
    name: str
    """In the chronicle."""
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    title: str | None
    """The first office that the story gives it."""
    words: str
    """What the story first calls it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, as one story has it."""

    name: str
    words: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None

    @property
    def scale(self) -> dict[str, str]:
        """What `tables/place_kinds.tsv` says of the kind; nothing for a kind that it lacks."""
        columns = ("rank", "acled", "ucdp", "feature", "column")
        return by_key("place_kinds.tsv", "kind", *columns).get(self.kind, {})

    @property
    def rank(self) -> int:
        """Where it stands among the places of one event; the lowest is the most exact."""
        known = number(self.scale.get("rank"))
        return 7 if known is None else known


class Story:
    """A story of the chronicle with what it tells."""

    def __init__(self, db: sqlite3.Connection, bodies: Bodies, row: sqlite3.Row) -> None:
        self._db = db
        self._bodies = bodies
        self.row = row
        self.id: str = blake2b(row["key"].encode(), digest_size=6).hexdigest()
        """Stays the same when the story is read again, in this chronicle or another one."""
        self._parties: dict[str, Party] = {}

    @cached_property
    def body(self) -> Body:
        """The record."""
        return self._bodies[self.row["id"]]

    def stable(self, ref: str | None) -> str | None:
        """The id of a value that stays the same, made from its id in the record."""
        return f"{self.id}-{ref}" if ref else None

    @cached_property
    def _rows(self) -> dict[str, sqlite3.Row]:
        """The chronicle's actors that appear in the story, by key."""
        rows = self._db.execute(
            "SELECT actor.* FROM appearance JOIN actor ON actor.id = appearance.actor"
            " WHERE appearance.story = ?",
            (self.row["id"],),
        )
        return {row["key"]: row for row in rows}

    def party(self, ref: str | None) -> Party | None:
        """The actor with this id in the record."""
        if ref is None:
            return None
        if ref not in self._parties:
            self._parties[ref] = self._party(ref)
        return self._parties[ref]

    def _party(self, ref: str) -> Party:
        actor = self.body.value(ref)
        row = self._rows.get(actor_key(Actor.model_validate(actor)))
        mentions = [m["span"] for m in actor["mentions"]]
        roles = actor["roles"]
        return Party(
            number=row["id"] if row else None,
            name=row["name"] if row else actor["name"],
            kind=row["kind"] if row else actor["kind"],
            country=actor["country"],
            sectors=tuple(actor["sectors"]),
            title=roles[0]["title"] if roles else None,
            words=self.body.words(mentions[:1]) or actor["name"],
        )

    def parties(self, refs: Sequence[str]) -> list[Party]:
        """The actors with these ids."""
        return [party for ref in refs if (party := self.party(ref))]

    def spot(self, ref: str) -> Spot:
        """The place with this id in the record."""
        place = self.body.value(ref)
        return Spot(
            name=place["name"],
            words=place["text"],
            kind=place["kind"],
            country=place["country"],
            lat=place["lat"],
            lon=place["lon"],
            geonames_id=place["geonames_id"],
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.body.record["document"]["sentences"]]

    def sentence(self, at: int) -> int | None:
        """The number, from 1, of the sentence that holds the character `at`."""
        index = bisect_right(self._starts, at)
        held = index and at < self.body.record["document"]["sentences"][index - 1][1]
        return index if held else None

    def facts(self) -> dict[str, Any]:
        """What every row says of the story that it comes from."""
        row = self.row
        return {
            "story": row["id"],
            "story_id": self.id,
            "record_id": row["name"],
            "title": row["title"],
            "outlet": row["outlet"],
            "published": row["day"],
            "filed_at": row["place"],
            "url": row["url"],
            "family": row["family"],
            "revision": row["revision"],
            "added": row["added"],
        }


def by_story(
    db: sqlite3.Connection, bodies: Bodies, rows: Iterator[sqlite3.Row]
) -> Iterator[tuple[Story, list[sqlite3.Row]]]:
    """Rows that come in the order of their column `story`, with the story of each run."""
    for number_, group in groupby(rows, key=lambda row: row["story"]):
        found = db.execute("SELECT * FROM story WHERE id = ?", (number_,)).fetchone()
        yield Story(db, bodies, found), list(group)


def spans(spans_: Sequence[Span]) -> str | None:
    """Spans as text: `30-36;105-111`; None where there are none."""
    return ";".join(f"{start}-{end}" for start, end in spans_) or None
