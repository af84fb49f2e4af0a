"""Events as an export has them: one telling of one event, with all that its story knows of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from dateline.export import select
from dateline.export.story import Party, Spot, Story, by_story, spans
from dateline.extract.events.ontology import ontology
from dateline.record.brief.labels import labels
from dateline.store.bodies import Bodies
from dateline.store.question import Question


@dataclass
class Told:
    """One event in one story."""

    story: Story
    row: sqlite3.Row
    event: dict[str, Any]
    """The event of the record."""

    @cached_property
    def actors(self) -> list[Party]:
        """Who acts."""
        return self.story.parties(self.event["actors"])

    @cached_property
    def recipients(self) -> list[Party]:
        """Who is acted upon."""
        return self.story.parties(self.event["recipients"])

    @cached_property
    def places(self) -> list[Spot]:
        """Where it happened, the most exact place first."""
        found = [self.story.spot(ref) for ref in self.event["places"]]
        return sorted(found, key=lambda spot: spot.rank)

    @property
    def place(self) -> Spot | None:
        """The most exact place."""
        return self.places[0] if self.places else None

    @cached_property
    def statement(self) -> dict[str, Any] | None:
        """The statement that it is told by; None where the story itself tells it."""
        ref = self.event["attributed_to"]
        return self.story.body.value(ref) if ref else None

    @cached_property
    def speaker(self) -> Party | None:
        """On whose word, where that is an actor."""
        return self.story.party(self.statement["speaker"]) if self.statement else None

    @property
    def said_by(self) -> str | None:
        """On whose word: the actor, else the words for the source; None for the story's own."""
        if self.statement is None:
            return None
        words = self.story.body.words(self.statement["source"])
        return self.speaker.name if self.speaker else words or None

    @cached_property
    def quad(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal, 4 material conflict."""
        return ontology()[self.row["type"]].quad

    @property
    def id(self) -> str:
        """Its stable id."""
        return f"{self.story.id}-{self.row['ref']}"

    @property
    def label(self) -> str:
        """Type and mode in plain words."""
        return labels().event(self.row["type"], self.row["mode"])

    @property
    def trigger(self) -> str:
        """The words that tell it."""
        return self.story.body.words(self.event["trigger"])

    @property
    def sentence(self) -> str:
        """The sentence of the trigger."""
        return self.story.body.words([[self.row["at"], self.row["till"]]])

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; None without a date. What was done by a day stands on that day."""
        begin, until = self.row["begin"], self.row["until"]
        if begin is None and until is None:
            return None
        return date.fromisoformat(begin or until), date.fromisoformat(until or begin)

    @property
    def dated_by(self) -> str | None:
        """`text` where the text dates it, `story` where the story's day stands in."""
        if self.days is None:
            return None
        return "text" if self.row["own_date"] else "story"


def told(db: sqlite3.Connection, question: Question) -> Iterator[Told]:
    """The events that fit, story by story, so that each record is opened once."""
    bodies = Bodies(db)
    for story, rows in by_story(db, bodies, select.events(db, question)):
        for row in rows:
            yield Told(story, row, story.body.value(row["ref"]))


def flat(event: Told) -> dict[str, Any]:
    """The fields of an event: what `columns/events.dateline.tsv` describes."""
    date = event.event["date"] or {}
    time = date.get("time")
    place = event.place
    return {
        "event_id": event.id,
        "event": event.row["id"],
        "incident": event.row["incident"],
        "type": event.row["type"],
        "mode": event.row["mode"],
        "label": event.label,
        "contexts": list(event.event["contexts"]),
        "cameo": event.row["cameo"],
        "quad": event.quad,
        "intensity": event.row["intensity"],
        "status": event.row["status"],
        "begin": event.row["begin"],
        "until": event.row["until"],
        "edtf": date.get("edtf"),
        "dated_by": event.dated_by,
        "time_words": event.story.body.value(time)["text"] if time else None,
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        **_where(event.places),
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "country": place.country if place else None,
        "trigger": event.trigger,
        "trigger_spans": spans(event.event["trigger"]),
        "sentence": event.sentence,
        "sentence_span": spans([(event.row["at"], event.row["till"])]),
        "speaker": event.said_by,
        "speaker_kind": event.speaker.kind if event.speaker else None,
        "speaker_country": event.speaker.country if event.speaker else None,
        "statement_id": event.story.stable(event.event["attributed_to"]),
        "confidence": event.row["confidence"],
        "why": event.event["why"] or None,
        "reviewed": event.row["reviewed"],
        **event.story.facts(),
    }


def _side(side: str, parties: list[Party]) -> dict[str, Any]:
    """One side of an event as lists of one length; an empty text where nothing is known."""
    return {
        f"{side}s": [p.name for p in parties],
        f"{side}_kinds": [p.kind for p in parties],
        f"{side}_countries": [p.country or "" for p in parties],
        f"{side}_sectors": [" ".join(p.sectors) for p in parties],
        f"{side}_titles": [p.title or "" for p in parties],
        f"{side}_words": [p.words for p in parties],
    }


def _where(places: list[Spot]) -> dict[str, Any]:
    return {
        "places": [p.name for p in places],
        "place_kinds": [p.kind for p in places],
        "place_countries": [p.country or "" for p in places],
        "geonames_ids": [str(p.geonames_id or "") for p in places],
    }
