"""From attributions to statements of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.extract.found import Found
from dateline.extract.statements import headline, lexicon, syntax
from dateline.extract.statements.circumstances import Circumstances, circumstances
from dateline.extract.statements.linker import Link, link
from dateline.extract.statements.marks import Mark, marks
from dateline.extract.statements.quotation import Quotations
from dateline.extract.statements.repeats import repeats
from dateline.extract.statements.speaker import Speakers, countries_agree, is_office
from dateline.language.parsed import Parsed
from dateline.record import Actor, Statement
from dateline.record.claims import Mode

DIRECT: Final = 0.9
"""A content with at least this share of its words in quotation is direct."""
BARE: Final = 0.9
"""A paragraph with at least this share of its words in one quotation is a bare quotation."""
FEWEST_BARE: Final = 4


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
    links = _links(found, quotations, shown)
    said = _outermost(found, links, quotations)
    for i, j in repeats(said):
        a, b = said[i].statement, said[j].statement
        a.same_as.append(b.id)
        b.same_as.append(a.id)
        a.speaker, b.speaker = a.speaker or b.speaker, b.speaker or a.speaker
    said += _nested(found, said, quotations, shown)
    return sorted((s.statement for s in said), key=_first)


def _first(statement: Statement) -> tuple[int, int, str]:
    spans = statement.source + statement.cue + statement.content
    return min(s[0] for s in spans), statement.within is not None, statement.id


# ------------------------------------------------------------------ which attributions there are


def _links(
    found: Found, quotations: Quotations, shown: list[tuple[Link, lexicon.Cue]]
) -> list[Link]:
    """All outermost attributions: the encoder's, the tree's, headlines', bare quotations."""
    parsed = found.parsed
    found_marks = marks(parsed, quotations)
    links = [
        candidate
        for candidate in link(parsed, found_marks)
        if candidate.cue or candidate.source or _is_bare(parsed, quotations, candidate.content)
    ]
    used = {m for item in links for m in (*item.source, *item.cue, *item.content)}
    for mark in found_marks:
        if mark not in used:
            part = {"s": "source", "c": "cue", "t": "content"}[mark.role]
            found.notes.reject(
                "statements", parsed.span(mark.start, mark.end), f"a {part} without its other parts"
            )
    taken = Taken(len(parsed), links)
    for candidate, entry in shown:
        if entry.takes_clause and taken.free(candidate):
            taken.take(candidate)
            links.append(candidate)
    for begin, end in _titles(parsed):
        title = None if taken.any(begin, end) else headline.attribution(found, begin, end)
        if title is not None:
            taken.take(title)
            links.append(title)
    links.extend(_bare(parsed, quotations, taken))
    links.sort(key=lambda item: item.content[0].start)
    return links


class Taken:
    """Which tokens are parts of attributions already."""

    def __init__(self, size: int, links: list[Link]) -> None:
        self._taken = bytearray(size)
        for item in links:
            self.take(item)

    def take(self, item: Link) -> None:
        """Mark an attribution's tokens."""
        for mark in (*item.source, *item.cue, *item.content):
            self._taken[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)

    def any(self, start: int, end: int) -> bool:
        """Whether one of the tokens is taken."""
        return any(self._taken[start:end])

    def free(self, item: Link) -> bool:
        """Whether neither cue nor content of an attribution touches one that is taken."""
        return not any(self.any(m.start, m.end) for m in (*item.cue, *item.content))


def _titles(parsed: Parsed) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    before = None
    for sentence in parsed.sentences:
        if sentence.segment.kind != "title":
            continue
        if sentence.segment == before:
            out[-1] = (out[-1][0], sentence.end)
        else:
            out.append((sentence.start, sentence.end))
        before = sentence.segment
    return out


def _is_bare(parsed: Parsed, quotations: Quotations, content: list[Mark]) -> bool:
    """Whether a content without source and cue is a quotation of some length."""
    chars = [parsed.span(m.start, m.end) for m in content]
    words = sum(_is_word(parsed, t) for m in content for t in range(m.start, m.end))
    return words >= FEWEST_BARE and _quoted_share(parsed, quotations, chars) >= DIRECT


def _bare(parsed: Parsed, quotations: Quotations, taken: Taken) -> list[Link]:
    """Paragraphs of the body that are one quotation and that nothing else reads."""
    out = []
    ranges: dict[tuple[int, int, str], tuple[int, int]] = {}
    for sentence in parsed.sentences:
        begin, _ = ranges.get(sentence.segment, (sentence.start, 0))
        ranges[sentence.segment] = (begin, sentence.end)
    for segment, (begin, end) in ranges.items():
        if segment[2] != "body" or taken.any(begin, end):
            continue
        if quotations.at(parsed.starts[begin]) is None:
            continue
        words = sum(_is_word(parsed, t) for t in range(begin, end))
        span = parsed.span(begin, end)
        if words >= FEWEST_BARE and _quoted_share(parsed, quotations, [span]) >= BARE:
            out.append(Link(content=[Mark(begin, end, "t")], rule="bare quotation"))
    return out


# ------------------------------------------------------------------ what is said of each


def _outermost(found: Found, links: list[Link], quotations: Quotations) -> list[Said]:
    """The body's in order, so that pronouns find their speakers; then headline and standfirst."""
    parsed = found.parsed
    kinds = [parsed.sentences[parsed.sentence_of[i.content[0].start]].segment.kind for i in links]
    speakers = Speakers(found)
    body: list[Said] = []
    heads: list[Said] = []
    for item, kind in zip(links, kinds, strict=True):
        if kind == "body":
            body.append(_said(found, item, speakers, quotations, head=False))
    first = next((s.speaker for s in body if s.speaker and s.speaker.kind == "person"), None)
    for item, kind in zip(links, kinds, strict=True):
        if kind == "body":
            continue
        said = _said(found, item, Speakers(found), quotations, head=True)
        if (
            said.speaker is None
            and first
            and is_office(found, item)
            and countries_agree(found, item, first)
        ):
            said.speaker, said.statement.speaker = first, first.id
            said.statement.why += "; an office, taken for the first person who speaks"
        heads.append(said)
    return heads + body


def _said(found: Found, item: Link, speakers: Speakers, quotations: Quotations, head: bool) -> Said:
    actor, how = speakers.resolve(item)
    around = Circumstances(None, None, None, "")
    kind = "no cue"
    if item.cue:
        around = circumstances(found, item)
        entry = lexicon.classify(found.parsed, item.cue[0].start, item.cue[-1].end)
        kind = entry.why if entry else f"cue {_text(found.parsed, item.cue)!r}, no class"
    elif not item.source:
        actor, how = speakers.latest(), "goes on from the statement before"
    statement = _statement(found, item, quotations)
    statement.speaker = actor.id if actor else None
    statement.addressee, statement.medium, statement.date = around[:3]
    statement.why = "; ".join(w for w in (item.rule, kind, f"speaker: {how}", around.why) if w)
    return Said(item, statement, actor, head, _text(found.parsed, item.content))


def _statement(found: Found, item: Link, quotations: Quotations) -> Statement:
    parsed = found.parsed
    source, cue, content = (
        sorted(parsed.span(m.start, m.end) for m in part)
        for part in (item.source, item.cue, item.content)
    )
    words = [_text(parsed, part) for part in (item.source, item.cue, item.content)]
    return Statement(
        id=found.ids.new("s", *words),
        source=source,
        cue=cue,
        content=content,
        mode=_mode(parsed, quotations, content),
    )


def _nested(
    found: Found,
    outer: list[Said],
    quotations: Quotations,
    shown: list[tuple[Link, lexicon.Cue]],
) -> list[Said]:
    """Attributions within a content: "Moscow expects ..., the minister said"."""
    parsed = found.parsed
    owner: dict[int, Said] = {}
    for said in outer:
        for mark in said.link.content:
            owner.update(dict.fromkeys(range(mark.start, mark.end), said))
    out = []
    for item, entry in shown:
        around = owner.get(item.cue[0].start)
        if around is None or not entry.nests or not item.source:
            continue
        tokens = [
            t for m in (*item.source, *item.cue, *item.content) for t in range(m.start, m.end)
        ]
        if any(owner.get(t) is not around for t in tokens):
            continue
        if parsed.word(item.source[0].start).lower() in lexicon.words("first person"):
            continue
        speakers = Speakers(found, [around.speaker] if around.speaker else [])
        inner = _said(found, item, speakers, quotations, head=around.head)
        inner.statement.within = around.statement.id
        inner.statement.medium = None
        inner.statement.date = around.statement.date
        out.append(inner)
    return out


# ------------------------------------------------------------------ words in and out of quotation


def _text(parsed: Parsed, part: list[Mark]) -> str:
    return " ".join(parsed.words(m.start, m.end) for m in sorted(part))


def _is_word(parsed: Parsed, token: int) -> bool:
    return any(c.isalnum() for c in parsed.word(token))


def _quoted_share(parsed: Parsed, quotations: Quotations, spans: list[tuple[int, int]]) -> float:
    """The share of the words of the spans that stand in quotation marks."""
    words = quoted = 0
    for start, end in spans:
        for token in range(*parsed.tokens_in(start, end)):
            if _is_word(parsed, token):
                words += 1
                quoted += quotations.at(parsed.starts[token]) is not None
    return quoted / words if words else 0.0


def _mode(parsed: Parsed, quotations: Quotations, content: list[tuple[int, int]]) -> Mode:
    share = _quoted_share(parsed, quotations, content)
    return "direct" if share >= DIRECT else "mixed" if share else "indirect"
