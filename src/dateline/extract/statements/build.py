"""From attributions to statements of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.found import Found
from dateline.extract.statements import lexicon, syntax
from dateline.extract.statements.circumstances import Circumstances, circumstances
from dateline.extract.statements.collect import collect
from dateline.extract.statements.grammar import head_of
from dateline.extract.statements.marks import Link
from dateline.extract.statements.quotation import Quotations
from dateline.extract.statements.repeats import repeats
from dateline.extract.statements.speaker import Speakers, countries_agree, is_office, is_unnamed
from dateline.extract.statements.syntax import Shown
from dateline.extract.statements.wording import Wording
from dateline.record import Actor, Statement


@dataclass
class Said:
    """A statement in the making, with what the rules after it look at."""

    link: Link
    statement: Statement
    speaker: Actor | None
    head: bool
    content_text: str

    @property
    def speaker_id(self) -> str | None:
        """The speaker's id."""
        return self.statement.speaker


def extract(found: Found) -> list[Statement]:
    """The statements of a story, sorted by their first span. Reads actors, places and times."""
    parsed = found.parsed
    if not len(parsed):
        return []
    segments = dict.fromkeys(sentence.segment for sentence in parsed.sentences)
    quotations = Quotations(parsed.text, ((s.start, s.end) for s in segments))
    shown = list(syntax.attributions(parsed))
    links = collect(found, quotations, shown)
    contents = {t for item in links for m in item.content for t in range(m.start, m.end)}
    builder = Builder(found, Wording(parsed, quotations), contents)
    said = builder.outermost([item for item in links if item.within is None])
    for i, j in repeats(said):
        a, b = said[i].statement, said[j].statement
        a.same_as.append(b.id)
        b.same_as.append(a.id)
        a.speaker, b.speaker = a.speaker or b.speaker, b.speaker or a.speaker
    said += builder.nested([item for item in links if item.within is not None], said)
    said += builder.nested(list(builder.inside(shown, said)), said)
    return sorted((s.statement for s in said), key=_first)


def _first(statement: Statement) -> tuple[int, bool, str]:
    spans = statement.source + statement.cue + statement.content
    return min(s[0] for s in spans), statement.within is not None, statement.id


@dataclass
class Builder:
    """Makes statements of attributions."""

    found: Found
    wording: Wording
    contents: set[int]
    """The tokens of all contents."""

    def outermost(self, links: list[Link]) -> list[Said]:
        """The body's in order, so that pronouns find their speakers; then the heads'."""
        speakers = Speakers(self.found)
        body = [self._said(i, speakers) for i in links if self._kind(i) == "body"]
        speakers_of = (s.speaker for s in body)
        people = (a for a in speakers_of if a and a.kind == "person" and not is_unnamed(a))
        first = next(people, None)
        heads = [i for i in links if self._kind(i) != "body"]
        return [self._head(item, first) for item in heads] + body

    def nested(self, links: Iterable[Link], outer: list[Said]) -> list[Said]:
        """Statements within others: date and medium are those of the words around them."""
        by_link = {id(s.link): s for s in outer}
        out = []
        for item in links:
            around = by_link[id(item.within)]
            speakers = Speakers(self.found, [around.speaker] if around.speaker else [])
            inner = self._said(item, speakers)
            inner.statement.within = around.statement.id
            inner.statement.medium = None
            inner.statement.date = around.statement.date
            inner.head = around.head
            out.append(inner)
        return out

    def inside(self, shown: Iterable[Shown], outer: list[Said]) -> Iterable[Link]:
        """Attributions that the tree shows within a content and that nothing else reads."""
        parsed = self.found.parsed
        owner: dict[int, Said] = {}
        for said in outer:
            if said.statement.within is None:
                for mark in said.link.content:
                    owner.update(dict.fromkeys(range(mark.start, mark.end), said))
        read = {t for s in outer for m in s.link.cue for t in range(m.start, m.end)}
        for item, entry in shown:
            around = owner.get(item.cue[0].start)
            if around is None or not entry.nests or not item.source:
                continue
            tokens = [t for m in item.marks for t in range(m.start, m.end)]
            if any(owner.get(t) is not around for t in tokens) or not read.isdisjoint(
                range(item.cue[0].start, item.cue[0].end)
            ):
                continue
            head = head_of(parsed, item.source[0].start, item.source[0].end)
            if parsed.upos[head] == "PRON":
                continue
            item.within = around.link
            yield item

    def _kind(self, item: Link) -> str:
        parsed = self.found.parsed
        return parsed.sentences[parsed.sentence_of[item.content[0].start]].segment.kind

    def _head(self, item: Link, first: Actor | None) -> Said:
        """A statement of headline or standfirst; an office is the first person of the body."""
        said = self._said(item, Speakers(self.found))
        said.head = True
        if (
            first is not None
            and (said.speaker is None or is_unnamed(said.speaker))
            and is_office(self.found, item)
            and countries_agree(self.found, item, first)
        ):
            said.speaker, said.statement.speaker = first, first.id
            said.statement.why += "; an office, taken for the first person who speaks"
        return said

    def _said(self, item: Link, speakers: Speakers) -> Said:
        parsed = self.found.parsed
        actor, how = speakers.resolve(item)
        around = Circumstances(None, None, None, "")
        cue = "no cue"
        if item.cue:
            around = circumstances(self.found, item, self.contents)
            entry = lexicon.classify(parsed, item.cue[0].start, item.cue[-1].end)
            cue = entry.why if entry else f"cue {self.wording.text(item.cue)!r}, no class"
        elif not item.source:
            actor = speakers.latest(person=True) or speakers.latest()
            how = "goes on from the last person who spoke"
            around = Circumstances(None, None, speakers.date, "")
        speakers.date = around.date
        reasons = (item.rule, cue, f"speaker: {how}", around.why)
        source, said_by, content = (
            sorted(parsed.span(m.start, m.end) for m in part)
            for part in (item.source, item.cue, item.content)
        )
        parts = (item.source, item.cue, item.content)
        statement = Statement(
            id=self.found.ids.new("s", *map(self.wording.text, parts)),
            why="; ".join(reason for reason in reasons if reason),
            speaker=actor.id if actor else None,
            source=source,
            cue=said_by,
            content=content,
            mode=self.wording.mode(item.content),
            addressee=around.addressee,
            medium=around.medium,
            date=around.date,
        )
        return Said(item, statement, actor, False, self.wording.text(item.content))
