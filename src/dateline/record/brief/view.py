"""A record opened for reading: ids to names, spans to words, values to their numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from dateline.record.base import Span
from dateline.record.brief.clean import clean
from dateline.record.brief.parts import Run, Words
from dateline.record.claims import Statement
from dateline.record.record import Record
from dateline.record.values import Actor, Place


def listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


class View:
    """Looks things up in one record. Makes nothing up: an unknown id is shown as it is."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.places: dict[str, Place] = {p.id: p for p in record.places}
        self.statements: dict[str, Statement] = {s.id: s for s in record.statements}
        self.numbers: dict[str, str] = {}
        for letter, values in (("S", record.statements), ("E", record.events)):
            for number, value in enumerate(values, 1):
                self.numbers[value.id] = f"{letter}{number}"

    def words(self, start: int, end: int) -> str:
        """The text of a span, clean, on one line."""
        return clean(self.record.text[start:end])

    def wording(self, spans: Iterable[Span]) -> str:
        """The text of several spans; " … " stands where words between them were left out."""
        return " … ".join(filter(None, (self.words(*span) for span in spans)))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.record.document.sentences]

    def sentence(self, at: int) -> Span | None:
        """The sentence that the character `at` stands in. Sentences are sorted and apart."""
        index = bisect_right(self._sentence_starts, at) - 1
        if index < 0:
            return None
        start, end = self.record.document.sentences[index]
        return (start, end) if at < end else None

    def part(self, at: int) -> str:
        """`headline` or `standfirst` where `at` stands in one, else an empty text."""
        facts = self.record.document
        for name, line in (("headline", facts.title), ("standfirst", facts.standfirst)):
            if line and line.span and line.span[0] <= at < line.span[1]:
                return name
        return ""

    def name(self, actor: str | None) -> str:
        """An actor's name; empty for None."""
        if actor is None:
            return ""
        known = self.actors.get(actor)
        return clean(known.name) if known else actor

    def names(self, actors: Iterable[str]) -> str:
        """Several actors' names as a list in words."""
        return listed([self.name(actor) for actor in actors])

    @cached_property
    def _countries(self) -> dict[str, str]:
        """Country codes and the names that the story itself uses for them, the commonest first."""
        seen: Counter[tuple[str, str]] = Counter()
        for actor in self.record.actors:
            if actor.country and actor.kind == "state":
                seen[actor.country, clean(actor.name)] += len(actor.mentions)
        for place in self.record.places:
            if place.country and place.kind == "country":
                seen[place.country, clean(place.name)] += 1
        names: dict[str, str] = {}
        for (code, name), _ in seen.most_common():
            names.setdefault(code, name)
        return names

    def country(self, code: str | None) -> str:
        """A country's name as the story has it, else its ISO code; empty for None."""
        return self._countries.get(code, code) if code else ""

    def roles(self, actor: Actor) -> list[str]:
        """The offices that the story gives an actor, each once."""
        said = (", ".join(filter(None, (r.title, r.organisation))) for r in actor.roles)
        return list(dict.fromkeys(clean(role) for role in said))

    def described(self, actor: Actor) -> Words:
        """Name, offices and country."""
        line = [Run(clean(actor.name), "strong")]
        line += [Run(f", {role}") for role in self.roles(actor)]
        country = self.country(actor.country)
        if country and country.casefold() not in clean(actor.name).casefold():
            line.append(Run(f" ({country})", "dim"))
        return tuple(line)

    def number(self, value: str) -> Words:
        """The number of a statement or event, as a reference; nothing for an unknown id."""
        return (Run(self.numbers[value], "ref"),) if value in self.numbers else ()

    def source_name(self, statement: Statement) -> str:
        """Who speaks: the actor's name, else the words that the text has for the source."""
        return self.name(statement.speaker) or self.wording(statement.source)

    def on_word_of(self, statement: str | None) -> Words:
        """On whose word a thing stands, as a note."""
        if statement is None:
            return (Run("the story's own account", "dim"),)
        known = self.statements.get(statement)
        who = self.source_name(known) if known else ""
        number = self.number(statement)
        return (
            Run("on the word of ", "dim"),
            Run(who or "an unnamed source"),
            *((Run(" ("), *number, Run(")")) if number else ()),
        )
