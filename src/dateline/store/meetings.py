"""Which events of a story have to do with which of its mediation formats, and how."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, Literal

from dateline.extract.formats.tables import cues
from dateline.record import Event, Record, Span
from dateline.store.identity import format_key
from dateline.store.sentences import Sentences

How = Literal["part", "under"]
"""part: the format acts, or is acted upon; under: its parties meet in it."""

MEETS: Final = "CONSULT"
"""The PLOVER type of those who meet, talk, negotiate or mediate."""
MOST: Final = 8
"""Formats of one sentence that its meetings are held under."""


def meetings(record: Record, sentences: Sentences) -> Iterator[tuple[str, str, How]]:
    """Ids of a format and of an event that it takes part in, or that is held under it.

    It takes part where an actor of the event is named by its words ("the co-chairs of the Minsk
    Group met Orbelin"). A meeting is held under it where the same sentence names it; "France
    co-chairs the Minsk Group" tells of a member, and of no meeting. Takes time linear in what the
    record holds, but for a logarithm.
    """
    itself = _named_as_actors(record)
    named: dict[Span, list[str]] = {}
    for found in record.formats:
        for sentence in sentences.of(found.spans):
            named.setdefault(sentence, []).append(found.id)
    words = _Words(record)
    for event in record.events:
        parties = dict.fromkeys([*event.actors, *event.recipients])
        taking = dict.fromkeys(f for party in parties for f in itself.get(party, ()))
        for format in taking:
            yield format, event.id, "part"
        if _is_meeting(record, event) and not words.over(event.trigger[0]):
            for format in named.get(sentences.around(event.trigger[0][0]), ())[:MOST]:
                if format not in taking:
                    yield format, event.id, "under"


class _Words:
    """The words of all formats of a record, in the order of the text."""

    def __init__(self, record: Record) -> None:
        self._all = sorted((*span, found.id) for found in record.formats for span in found.spans)
        self._starts = [start for start, _, _ in self._all]

    def over(self, span: Span) -> list[str]:
        """Ids of the formats whose words share a character with a span."""
        at = bisect_right(self._starts, span[0])
        found = [f for _, end, f in self._all[max(0, at - 1) : at] if end > span[0]]
        while at < len(self._all) and self._starts[at] < span[1]:
            found.append(self._all[at][2])
            at += 1
        return found


def _named_as_actors(record: Record) -> dict[str, list[str]]:
    """The formats that an actor is: not those of which it is a member, as in "dialogue with X"."""
    words = _Words(record)
    keys = {found.id: format_key(found.name) for found in record.formats}
    members = {(f.id, member.actor) for f in record.formats for member in f.members}
    itself: dict[str, list[str]] = {}
    for actor in record.actors if record.formats else ():
        key = format_key(actor.name)
        over = dict.fromkeys(f for mention in actor.mentions for f in words.over(mention.span))
        own = [f for f in over if (f, actor.id) not in members or keys[f] == key]
        if own:
            itself[actor.id] = own
    return itself


def _is_meeting(record: Record, event: Event) -> bool:
    if event.type != MEETS or not event.trigger:
        return False
    start, end = event.trigger[0]
    return record.text[start:end].casefold() not in cues("co-chair")
