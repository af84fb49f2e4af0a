"""Whose words they are: from the source of a statement to an actor of the record."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from dateline.extract.actors.lookup import actor_of
from dateline.extract.found import Found
from dateline.extract.statements.grammar import head_of, phrase
from dateline.extract.statements.lexicon import channels, words
from dateline.extract.statements.marks import Link
from dateline.language.parsed import Parsed
from dateline.record import Actor


@dataclass
class Speakers:
    """The speakers of a story as it goes on."""

    found: Found
    last: list[Actor] = field(default_factory=list)
    """Speakers up to here, the latest last."""
    date: str | None = None
    """When the latest of them spoke (EDTF)."""

    def resolve(self, link: Link) -> tuple[Actor | None, str]:
        """The actor who speaks, or None, and how that was read."""
        actor, how = self._of_source(link)
        if actor is not None:
            if actor in self.last:
                self.last.remove(actor)
            self.last.append(actor)
        return actor, how

    def _of_source(self, link: Link) -> tuple[Actor | None, str]:
        if not link.source:
            return None, "no source"
        parsed = self.found.parsed
        start, _ = parsed.span(link.source[0].start, link.source[0].end)
        _, end = parsed.span(link.source[-1].start, link.source[-1].end)
        actor = actor_of(self.found, start, end)
        if actor is not None and self._only_mentioned(actor, link):
            actor = None
        if actor is None or is_unnamed(actor):
            before = self._named_before(link)
            if before is not None:
                return before, f"source {parsed.text[start:end]!r}, the last such person who spoke"
        if actor is not None:
            return actor, f"source {parsed.text[start:end]!r}"
        body = self._body_before(link)
        if body is not None:
            return body, f"source {parsed.text[start:end]!r}, the last such body that spoke"
        if self._is_document(link) and self.last:
            return self.last[-1], f"source {parsed.text[start:end]!r}, of whoever spoke last"
        antecedent = self._antecedent(link)
        if antecedent is not None:
            return antecedent, f"source {parsed.text[start:end]!r}, a relative"
        head = head_of(parsed, link.source[0].start, link.source[0].end)
        named = self._surnames.get(parsed.word(head))
        if named is not None and parsed.upos[head] == "PROPN":
            return named, f"source {parsed.text[start:end]!r}, a surname"
        word = parsed.word(head).lower()
        is_pronoun = parsed.upos[head] == "PRON"  # not so "US"
        if is_pronoun and word in words("singular pronouns"):
            return self.latest(person=True), f"{word!r}: the last person who spoke"
        if is_pronoun and word in words("plural pronouns"):
            return self.latest(person=False), f"{word!r}: the last body that spoke"
        return None, f"source {parsed.text[start:end]!r} is no known actor"

    def _named_before(self, link: Link) -> Actor | None:
        """For "the diplomat", whom nothing names: the last person who spoke, by name."""
        first = self.found.parsed.word(link.source[0].start).lower()
        if first != "the" or not is_office(self.found, link) or self._names_someone(link):
            return None
        actor = self.latest(person=True)
        if actor is None or is_unnamed(actor) or not countries_agree(self.found, link, actor):
            return None
        return actor

    def _body_before(self, link: Link) -> Actor | None:
        """For "the group", which nothing names: the last body that spoke."""
        parsed = self.found.parsed
        head = head_of(parsed, link.source[0].start, link.source[0].end)
        if parsed.word(link.source[0].start).lower() != "the" or parsed.upos[head] != "NOUN":
            return None
        if parsed.word(head).lower() not in words("bodies"):
            return None
        actor = self.latest(person=False)
        named = (
            actor is not None and actor.kind != "state" and countries_agree(self.found, link, actor)
        )
        return actor if named else None

    def _names_someone(self, link: Link) -> bool:
        """Whether the encoder sees a person's name in a source."""
        start, end = link.source[0].start, link.source[-1].end
        entities = self.found.parsed.entities
        at = bisect_left(entities, start, key=lambda e: e.start)
        return any(e.label == "PER" for e in takewhile(lambda e: e.start < end, entities[at:]))

    def _only_mentioned(self, actor: Actor, link: Link) -> bool:
        """Whether a source is only someone's, or what someone did something to: "the president's
        entourage" is not the president, "the truce, brokered by Orland" is not Orland."""
        parsed = self.found.parsed
        start, end = parsed.span(link.source[0].start, link.source[-1].end)
        heads = [
            head_of(parsed, *parsed.tokens_in(*span))
            for span, other in self.found.actor_at.within(start, end)
            if other is actor
        ]
        source_head = head_of(parsed, link.source[0].start, link.source[0].end)
        if not heads or source_head in heads:
            return False
        owned = actor.kind == "person" and all(parsed.deprels[h] == "nmod:poss" for h in heads)
        return owned or all(_hangs_on_a_clause(parsed, h, source_head) for h in heads)

    def _is_document(self, link: Link) -> bool:
        """Whether a source is a text that was spoken of: "the statement"."""
        parsed = self.found.parsed
        head = head_of(parsed, link.source[0].start, link.source[0].end)
        first = parsed.word(link.source[0].start).lower()
        return (
            first in ("the", "its", "his", "her")
            and channels().get(parsed.lemmas[head].lower()) == "document"
        )

    def _antecedent(self, link: Link) -> Actor | None:
        """For "who" and "which": the noun that their clause hangs on."""
        parsed = self.found.parsed
        token = link.source[0].start
        if parsed.word(token).lower() not in words("relative"):
            return None
        for _ in range(4):
            if parsed.deprels[token].startswith("acl"):
                span = phrase(parsed, parsed.heads[token])
                return actor_of(self.found, *parsed.span(*span)) if span else None
            token = parsed.heads[token]
        return None

    @cached_property
    def _surnames(self) -> dict[str, Actor | None]:
        """People by the last word of their name; None where two share it."""
        out: dict[str, Actor | None] = {}
        for actor in self.found.actors:
            if actor.kind == "person" and actor.name:
                last = actor.name.split()[-1]
                out[last] = None if last in out else actor
        return out

    def latest(self, person: bool | None = None) -> Actor | None:
        """The latest speaker; with `person`, the latest who is a person, or who is not."""
        for actor in reversed(self.last):
            if person is None or (actor.kind == "person") == person:
                return actor
        return None


def _hangs_on_a_clause(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a word lies in a clause that describes `head`."""
    for above in (token, *parsed.ancestors(token)):
        if above == head:
            return False
        if parsed.deprels[above].startswith("acl"):
            return parsed.heads[above] == head
    return False


def is_unnamed(actor: Actor) -> bool:
    """Whether an actor is a country or an office that the story puts no name to."""
    return actor.kind == "state" or (
        actor.kind == "person" and all(m.how != "name" for m in actor.mentions)
    )


def is_office(found: Found, link: Link) -> bool:
    """Whether a source names an office and nobody in it ("says diplomat", "Russian envoy says")."""
    parsed = found.parsed
    if not link.source:
        return False
    head = head_of(parsed, link.source[0].start, link.source[0].end)
    return parsed.word(head).lower() in words("offices")


def countries_agree(found: Found, link: Link, actor: Actor) -> bool:
    """Whether no country named in the source is another than the actor's."""
    parsed = found.parsed
    start, end = parsed.starts[link.source[0].start], parsed.ends[link.source[-1].end - 1]
    named = {a.country for _, a in found.actor_at.over(start, end)} - {None}
    named |= {p.country for _, p in found.place_at.over(start, end)} - {None}
    return not named or actor.country is None or actor.country in named
