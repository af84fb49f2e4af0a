"""The happenings of one record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from dateline.link.incidents.happening import Figure, Happening, Party, Spot
from dateline.link.incidents.kin import lemma_of
from dateline.link.words import light, plain, weigh
from dateline.record import Actor, Casualty, Event, Place, Record
from dateline.store.identity import stands_for

_OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""PLOVER sectors whose members act for their country."""
_NATIONAL: Final = frozenset({"state", "population"})
_WIDE: Final = frozenset({"country", "region", "disputed", "water", "continent", "area"})
_KINDS: Final = ("killed", "injured", "captured", "missing", "displaced")
MOST_NAMES: Final = 40
MOST_WORDS: Final = 60
"""How much of a story's wording goes with each of its happenings."""
_LONGEST_QUOTE: Final = 400


def happenings(record: Record) -> list[Happening]:
    """Every event of a record as a happening, in the record's order. Linear in its size."""
    reader = _Reader(record)
    return [reader.happening(event) for event in record.events if event.trigger]


def digest(sentence: str, trigger: str) -> str:
    """What names a telling by its words: 16 hexadecimal digits; spaces and case don't matter."""
    normal = "\x1f".join(" ".join(t.casefold().split()) for t in (sentence, trigger))
    return blake2b(normal.encode("utf-8", "replace"), digest_size=8).hexdigest()


def party(actor: Actor) -> Party:
    """The key under which an actor is known across stories: the country of those who act for one,
    or who are its people; else the name. Rebels and breakaway authorities do not act for one."""
    national = actor.kind in _NATIONAL or _OFFICIAL & set(actor.sectors)
    country = stands_for(actor)
    if country and national:
        return Party(country, actor.name)
    return Party(" ".join(plain(actor.name).split()), actor.name)


def spot(place: Place) -> Spot:
    """A place as events are compared by."""
    key = str(place.geonames_id) if place.geonames_id else plain(place.name)
    wide = place.kind in _WIDE
    return Spot(key, place.name, wide, place.country, place.lat, place.lon)


class _Reader:
    """Looks things up in one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors = {a.id: a for a in record.actors}
        self.places = {p.id: p for p in record.places}
        self.statements = {s.id: s for s in record.statements}
        self.sentences = sorted(record.document.sentences)
        self.starts = [s[0] for s in self.sentences]
        self.casualties: dict[int, list[Casualty]] = {}
        for told in record.casualties:
            for sentence in {self.sentence_at(s[0]) for s in told.spans}:
                self.casualties.setdefault(sentence, []).append(told)
        title = record.document.title
        outside = title.text + "\n" if title and title.span is None else ""
        weighed = weigh(outside + record.text)
        self.names = tuple(w for w, _ in weighed.names.most_common(MOST_NAMES))
        self.words = tuple(w for w, _ in weighed.common.most_common(MOST_WORDS))

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at or before a character."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def parties(self, ids: Iterable[str]) -> tuple[Party, ...]:
        """Actors, groups opened into their members, each key once."""
        out: dict[str, Party] = {}
        for ref in ids:
            actor = self.actors.get(ref)
            members = [self.actors[m] for m in actor.members if m in self.actors] if actor else []
            for one in members or ([actor] if actor else []):
                made = party(one)
                out.setdefault(made.key, made)
        return tuple(out.values())

    def happening(self, event: Event) -> Happening:
        """One event."""
        record = self.record
        begin, end = event.trigger[0]
        number = self.sentence_at(begin)
        start, stop = self.sentences[number] if self.sentences else (begin, end)
        sentence = record.text[start:stop]
        trigger = " ".join(record.text[a:b] for a, b in event.trigger)
        weighed = weigh(sentence)
        lemmas = lemmas_of(trigger)
        date = event.date
        statement = self.statements.get(event.attributed_to or "")
        speaker = self.actors.get(statement.speaker or "") if statement else None
        places = {
            s.key: s for s in (spot(self.places[p]) for p in event.places if p in self.places)
        }
        return Happening(
            story=record.id,
            event=event.id,
            digest=digest(sentence, trigger),
            type=event.type,
            trigger=trigger,
            lemmas=lemmas,
            mode=event.mode,
            cameo=event.cameo,
            status=event.status,
            actors=self.parties(event.actors),
            recipients=self.parties(event.recipients),
            begin=_day(date.begin) if date else None,
            end=_day(date.end) if date else None,
            dated=bool(date and date.time),
            places=tuple(places.values()),
            names=tuple(sorted(weighed.names)),
            words=tuple(sorted(w for w in weighed.common if lemma_of(w) not in lemmas)),
            story_names=self.names,
            story_words=self.words,
            figures=tuple(f for c in self.casualties.get(number, ()) for f in self.figures(c)),
            speaker=party(speaker) if speaker else None,
            quote=sentence[:_LONGEST_QUOTE],
            published=record.document.published.value,
            source=record.document.agency or record.document.source,
        )

    def figures(self, told: Casualty) -> list[Figure]:
        """The counts of one casualty claim."""
        side, by = (self.actors.get(ref or "") for ref in (told.side, told.by))
        out = []
        counts = [(what, getattr(told, what)) for what in _KINDS]
        if told.together is not None:
            counts.append((" or ".join(told.together.of), told.together))
        for what, count in counts:
            if count is not None:
                of, word = (party(a) if a else None for a in (side, by))
                out.append(
                    Figure(
                        what,
                        count.min,
                        count.max,
                        of.key if of else None,
                        told.category,
                        word.key if word else None,
                        word.name if word else None,
                    )
                )
        return out


def lemmas_of(trigger: str) -> tuple[str, ...]:
    """The base forms of a trigger's words of weight (of all its words where none has any)."""
    words = [plain(w) for w in trigger.replace("-", " ").split()]
    heavy = [w for w in words if w not in light()]
    return tuple(dict.fromkeys(lemma_of(w) for w in heavy or words))


def _day(value: str | None) -> str | None:
    return value[:10] if value else None
