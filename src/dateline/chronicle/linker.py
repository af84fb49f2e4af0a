"""Events of several stories that are one happening, linked as stories come."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, Literal

from dateline.chronicle.happenings import Tellings, number
from dateline.errors import QueryError
from dateline.link.incidents import (
    Decision,
    Happening,
    Rarity,
    cluster,
    keys,
    place,
)
from dateline.record import Record

CANDIDATES: Final = 6
"""Incidents that a happening is held against: those that share most keys with it."""
CROWD: Final = 200
"""Incidents that are looked at under one key, the newest first: a bound for a day on which
everybody writes of one war."""
MEMBERS: Final = 4
"""Tellings of an incident that are looked at, the first ones. (With 8, 99.8 % of the events of 974
open stories have the same company, at twice the greatest cost.)"""

Ruling = Literal["join", "part"]
"""What a user may decide on two events: they are one happening, or they are not."""


class Linker:
    """Puts the events of stories into incidents. One writer has one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.tellings = Tellings(db)

    def link(
        self, story: int, made: Sequence[Happening], homes: Mapping[str, int] | None = None
    ) -> None:
        """Give each event of a story its incident. Call inside a transaction.

        `homes`: incidents that events were of before. One that belongs to no other, and whose
        incident nobody else tells, keeps it.
        """
        rarity = self.tellings.rarity()
        decisions = self._rulings([story])
        rows = dict(self._db.execute("SELECT ref, id FROM event WHERE story = ?", (story,)))
        for happening in made:
            home = (homes or {}).get(happening.event)
            incident = self._place(happening, decisions, rarity, home)
            self._db.execute(
                "UPDATE event SET incident = ? WHERE id = ?", (incident, rows[happening.event])
            )
            self._file(happening, incident)

    def relink(self, story: int, record: Record, homes: Mapping[str, int]) -> None:
        """Put the events of a story, whose record people's reviews have changed, in order.

        `homes`: the incidents of its events as they were, by the events' ids. An event that is
        told as before stays where it was; the others are placed anew.
        """
        before = dict(self.tellings.of(story))
        made = self.tellings.read(story, record)
        if {h.event: h for h in made} != before:
            self.withdraw(story)
            self.tellings.keep(story, record)
        same = [h for h in made if h.event in homes and before.get(h.event) == h]
        self._db.executemany(
            "UPDATE event SET incident = ? WHERE story = ? AND ref = ?",
            [(homes[h.event], story, h.event) for h in same],
        )
        kept = {h.event for h in same}
        if changed := [h for h in made if h.event not in kept]:
            self.link(story, changed, homes)

    def withdraw(self, story: int) -> None:
        """Forget a story's happenings, before it is read again."""
        self.tellings.withdraw(story)

    def rule(self, kind: Ruling, event: int, other: int, reviewer: str) -> None:
        """Keep a user's decision on two events, and put their incidents in order.

        Raises QueryError for events that there are not.
        """
        one, two = self._happening(event), self._happening(other)
        self._db.execute(
            "INSERT INTO ruling (kind, story, words, other_story, other_words, reviewer, made)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                kind,
                int(one.story),
                one.digest,
                int(two.story),
                two.digest,
                reviewer,
                datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )
        incidents = {self._incident(event), self._incident(other)} - {None}
        self._sort(sorted(i for i in incidents if i is not None))

    def _place(
        self,
        happening: Happening,
        decisions: Sequence[Decision],
        rarity: Rarity,
        home: int | None = None,
    ) -> int:
        """The incident of a new happening: one that is there, or a new one."""
        near = self._near(happening, decisions)
        told = [self._members(incident) for incident in near]
        placed = place(happening, told, decisions, rarity)
        if not placed.joins:
            if home is not None and not self._members(home):
                self._db.execute("UPDATE incident SET why = '' WHERE id = ?", (home,))
                return home
            added = self._db.execute("INSERT INTO incident (why) VALUES ('')")
            return int(added.lastrowid or 0)
        first, *others = (near[n] for n in placed.joins)
        for other in others:
            self._merge(other, first)
        reason = "; ".join(placed.why)
        self._db.execute(
            "UPDATE incident SET why = CASE why WHEN '' THEN ?1 ELSE why || char(10) || ?1 END"
            " WHERE id = ?2 AND length(why) < 4000",
            (reason, first),
        )
        return first

    def _near(self, happening: Happening, decisions: Sequence[Decision]) -> list[int]:
        """The incidents that a happening may belong to, the likeliest first."""
        found = [self._today(row) for row in self._filed({number(key) for key in keys(happening)})]
        for decision in decisions:
            if happening.words_key in (decision.a, decision.b):
                other = decision.b if decision.a == happening.words_key else decision.a
                found += self._of_words(*other)
        return list(dict.fromkeys(found))

    def _filed(self, clues: set[int]) -> list[int]:
        """The incidents that share most of some keys."""
        if not clues:
            return []
        each = "SELECT incident FROM (SELECT incident FROM clue WHERE key = ?"
        each += f" ORDER BY incident DESC LIMIT {CROWD})"
        rows = self._db.execute(
            f"SELECT incident, count(*) AS shared FROM ({' UNION ALL '.join([each] * len(clues))})"
            " GROUP BY incident ORDER BY shared DESC, incident LIMIT ?",
            [*sorted(clues), CANDIDATES],
        )
        return [row[0] for row in rows]

    def _members(self, incident: int) -> list[Happening]:
        """Some tellings of an incident."""
        rows = self._db.execute(
            "SELECT story, ref FROM event WHERE incident = ? ORDER BY id LIMIT ?",
            (incident, MEMBERS),
        )
        found = (self.tellings.of(story).get(ref) for story, ref in rows.fetchall())
        return [h for h in found if h is not None]

    def _merge(self, other: int, first: int) -> None:
        """All of an incident goes to another, which it turned out to be."""
        self._db.execute("UPDATE event SET incident = ? WHERE incident = ?", (first, other))
        self._db.execute("UPDATE incident SET became = ? WHERE id = ?", (first, other))

    def _today(self, incident: int) -> int:
        """What an incident has become."""
        became = "SELECT became FROM incident WHERE id = ?"
        while (row := self._db.execute(became, (incident,)).fetchone()) and row[0] is not None:
            incident = row[0]
        return incident

    def _file(self, happening: Happening, incident: int) -> None:
        """Let the incident be found under the keys of one of its tellings."""
        insert = "INSERT INTO clue VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._db.executemany(insert, {(number(key), incident) for key in keys(happening)})

    def _sort(self, incidents: Sequence[int]) -> None:
        """Divide all tellings of some incidents anew, as users have decided."""
        marks = ", ".join("?" * len(incidents))
        rows = self._db.execute(
            f"SELECT id, story, ref, incident FROM event WHERE incident IN ({marks}) ORDER BY id",
            list(incidents),
        ).fetchall()
        told = {(str(r["story"]), r["ref"]): r for r in rows}
        members = [self.tellings.of(r["story"])[r["ref"]] for r in rows]
        decisions = self._rulings(sorted({r["story"] for r in rows}))
        free = list(incidents)
        for made in cluster(members, decisions, self.tellings.rarity()):
            if free:
                home = free.pop(0)
            else:
                home = int(
                    self._db.execute("INSERT INTO incident (why) VALUES ('')").lastrowid or 0
                )
            self._db.execute(
                "UPDATE incident SET became = NULL, why = ? WHERE id = ?",
                ("\n".join(made.why), home),
            )
            for key in made.members:
                row = told[key]
                self._db.execute("UPDATE event SET incident = ? WHERE id = ?", (home, row["id"]))
                self._file(self.tellings.of(row["story"])[row["ref"]], home)
        for left in free:
            self._db.execute("UPDATE incident SET became = ? WHERE id = ?", (incidents[0], left))

    def _rulings(self, stories: Sequence[int]) -> list[Decision]:
        """The decisions on tellings of some stories, the latest last."""
        marks = ", ".join("?" * len(stories))
        rows = self._db.execute(
            "SELECT kind, story, words, other_story, other_words FROM ruling"
            f" WHERE story IN ({marks}) OR other_story IN ({marks}) ORDER BY id",
            [*stories, *stories],
        )
        return [Decision(r[0], (str(r[1]), r[2]), (str(r[3]), r[4])) for r in rows]

    def _of_words(self, story: str, words: str) -> Iterable[int]:
        """The incidents of the tellings with these words."""
        refs = [h.event for h in self.tellings.of(int(story)).values() if h.digest == words]
        marks = ", ".join("?" * len(refs))
        rows = self._db.execute(
            "SELECT DISTINCT incident FROM event WHERE incident IS NOT NULL"
            f" AND story = ? AND ref IN ({marks})",
            [int(story), *refs],
        )
        return [row[0] for row in rows]

    def _happening(self, event: int) -> Happening:
        row = self._db.execute("SELECT story, ref FROM event WHERE id = ?", (event,)).fetchone()
        found = self.tellings.of(row["story"]).get(row["ref"]) if row else None
        if found is None:
            raise QueryError(f"there is no event {event} in this chronicle")
        return found

    def _incident(self, event: int) -> int | None:
        row = self._db.execute("SELECT incident FROM event WHERE id = ?", (event,)).fetchone()
        return row[0] if row else None
