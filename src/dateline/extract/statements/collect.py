"""Which attributions a story has, from all that reads them: encoder, tree, headlines, quotations.

The encoder's runs come first. What the tree or a pattern reads beside them is taken where its
words are free; where it holds whole attributions in its content, as in "Moscow expects a truce,
the envoy told reporters", it goes around them and they come to lie within it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from dateline.extract.found import Found
from dateline.extract.statements import headline, layout, lexicon
from dateline.extract.statements.edges import QUOTE_CHARS, trim
from dateline.extract.statements.grammar import head_of, is_long, is_passive
from dateline.extract.statements.linker import link
from dateline.extract.statements.marks import Link, Mark, marks
from dateline.extract.statements.quotation import Quotations
from dateline.extract.statements.syntax import Shown
from dateline.extract.statements.wording import Wording
from dateline.language.parsed import Parsed

BARE: Final = 0.9
"""A paragraph with at least this share of its words in one quotation is a bare quotation."""
FEWEST: Final = 4
"""Words in the shortest bare quotation."""
TAIL: Final = 14
"""Tokens that may follow "..., X said" to the end of its sentence."""
FEWEST_CLAUSE: Final = 3
CRUMB: Final = 2
"""A content of so many words, none of them a verb, needs a cue that the lexicon knows."""
_FUNCTION_TAGS: Final = frozenset(["ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"])


def collect(found: Found, quotations: Quotations, shown: Iterable[Shown]) -> list[Link]:
    """All attributions in text order; those within another say so."""
    parsed = found.parsed
    wording = Wording(parsed, quotations)
    board = Board(found)
    laid_out = layout.attributions(parsed, quotations)
    for item in laid_out:
        board.add(item)
    all_marks = layout.free(marks(parsed, quotations), laid_out)
    open_runs = []
    titles = [t for a, b in _titles(parsed) if (t := headline.attribution(found, a, b))]
    settled = {t for title in titles for m in title.cue for t in range(m.start, m.end)}
    for run in link(parsed, all_marks):
        if any(t in settled for m in run.cue for t in range(m.start, m.end)):
            continue  # "..., says envoy": the headline's own grammar is surer
        if not run.content or _trails(parsed, wording, run):
            open_runs.append(run)
        elif _holds(parsed, wording, run):
            board.add(run)
    after = _paragraphs_after(parsed)
    for run in open_runs:
        closed = _colon(parsed, quotations, run, after) or _closed(parsed, run)
        if not (closed and board.offer(closed)) and run.content:
            board.add(run)
    for title in titles:
        board.offer(title)
    for candidate, entry in shown:
        if entry.takes_clause and not _in_first_person(parsed, candidate):
            board.offer(candidate)
    for bare in _bare(parsed, quotations, wording, board):
        board.add(bare)
    _reject_unused(found, all_marks, board.links)
    return sorted(board.links, key=lambda item: (item.content[0].start, item.within is not None))


class Board:
    """The attributions taken so far, and whose each token is."""

    def __init__(self, found: Found) -> None:
        self._links: list[Link] = []
        self._dropped: set[int] = set()
        self._found = found
        self._owner: list[Link | None] = [None] * len(found.parsed)

    @property
    def links(self) -> list[Link]:
        """What was taken and kept."""
        return [item for item in self._links if id(item) not in self._dropped]

    def add(self, item: Link) -> None:
        """Take an attribution in, without question."""
        self._links.append(item)
        self._own(item)

    def offer(self, item: Link) -> bool:
        """Take an attribution in if its words are free, or hold whole attributions only."""
        low = item.rule == "tree, according to" and item.cue[0].start > item.content[0].start
        if self.touched(item.cue) or (low and self.touched(item.content)):
            return False
        inner = self._owners(item.marks)
        self._dropped.update(id(other) for other in inner if not other.cue and not other.source)
        inner = [other for other in inner if other.cue or other.source]
        content = {t for m in item.content for t in range(m.start, m.end)}
        for other in inner:
            if other.within is not None or not all(
                t in content for m in other.marks for t in range(m.start, m.end)
            ):
                return False
        self._links.append(item)
        for other in inner:
            self._enclose(item, other)
        self._own(item)
        return True

    def touched(self, part: Iterable[Mark]) -> bool:
        """Whether one of the tokens belongs to an attribution."""
        return any(self._owner[t] is not None for m in part for t in range(m.start, m.end))

    def _owners(self, part: Iterable[Mark]) -> list[Link]:
        out: dict[int, Link] = {}
        for mark in part:
            for token in range(mark.start, mark.end):
                owner = self._owner[token]
                if owner is not None:
                    out[id(owner)] = owner
        return list(out.values())

    def _own(self, item: Link) -> None:
        for mark in item.marks:
            for token in range(mark.start, mark.end):
                if self._owner[token] is None or self._owner[token] is item.within:
                    self._owner[token] = item

    def _enclose(self, outer: Link, inner: Link) -> None:
        """Keep an attribution within another where its cue may open one; else let it go."""
        parsed = self._found.parsed
        entry = inner.cue and lexicon.classify(parsed, inner.cue[0].start, inner.cue[-1].end)
        inner.within = outer
        if entry and entry.nests and inner.source:
            return
        self._dropped.add(id(inner))
        first = min(inner.marks)
        self._found.notes.reject(
            "statements",
            parsed.span(first.start, first.end),
            "within another statement, and its cue opens none there",
        )


def _holds(parsed: Parsed, wording: Wording, run: Link) -> bool:
    """Whether the encoder's run is an attribution although a part may be missing.

    Without a source it needs a cue that is usual so ("is expected to", not "watched"); without a
    cue, words in quotation or a colon between; without both it must be a quotation.
    """
    if run.cue and run.source:
        if _is_told_of(parsed, run) or _is_decreed(parsed, run):
            return False
        return not _says_nothing(parsed, run) or wording.mode(run.content) != "indirect"
    if run.cue:
        entry = lexicon.classify(parsed, run.cue[0].start, run.cue[-1].end)
        verb = head_of(parsed, run.cue[0].start, run.cue[-1].end)
        return entry is not None and entry.takes_clause and is_passive(parsed, verb)
    if run.source:
        colon = run.source[0].end
        parted = colon < run.content[0].start and parsed.word(colon) == ":"
        return parted or wording.mode(run.content) != "indirect"
    return wording.is_quotation(run.content, FEWEST, BARE)


def _is_told_of(parsed: Parsed, run: Link) -> bool:
    """Whether the source is whom a participle describes ("people charged with crimes"), or the
    content only describes a noun ("a deal that is to end the war")."""
    verb = head_of(parsed, run.cue[0].start, run.cue[-1].end)
    described = parsed.heads[verb]
    told = parsed.deprels[verb] == "acl" and parsed.xpos[verb] == "VBN"
    if told and any(m.start <= described < m.end for m in run.source):
        return True
    (first, *more) = run.content
    head = head_of(parsed, first.start, first.end)
    outside = parsed.heads[head]
    relative = parsed.deprels[head] == "acl:relcl" and not first.start <= outside < first.end
    return relative and not more and outside > verb


def _is_decreed(parsed: Parsed, run: Link) -> bool:
    """Whether the words are the act itself: "declared martial law and general mobilization"."""
    verb = head_of(parsed, run.cue[0].start, run.cue[-1].end)
    if parsed.lemmas[verb].lower() not in lexicon.words("decrees"):
        return False
    said = [t for m in run.content for t in range(m.start, m.end)]
    if any(parsed.upos[t] in ("VERB", "AUX") for t in said):
        return False
    head = parsed.lemmas[head_of(parsed, run.content[0].start, run.content[-1].end)].lower()
    return head in lexicon.words("decreed")


def _says_nothing(parsed: Parsed, run: Link) -> bool:
    """Whether a cue is no more than "has", "of" or "about" (a colon or dash may be one), or a verb
    that the lexicon does not know for a word or two, or for what it has "no" word about ("gave no
    figure for its losses"). A verb in the content excuses it."""
    tokens = [t for m in run.cue for t in range(m.start, m.end)]
    said = [t for m in run.content for t in range(m.start, m.end)]
    if any(parsed.upos[t] in ("VERB", "AUX") for t in said):
        return False
    if lexicon.classify(parsed, tokens[0], tokens[-1] + 1):
        return False
    unknown = any(parsed.upos[t] == "VERB" for t in tokens) and len(said) <= CRUMB
    between = range(tokens[-1] + 1, said[0]) if said else range(0)
    if any(parsed.word(t).lower() == "no" for t in between):
        return True
    return unknown or all(parsed.upos[t] in _FUNCTION_TAGS for t in tokens)


def _in_first_person(parsed: Parsed, item: Link) -> bool:
    """Whether the source is the writer or the reader: "as you know"."""
    return parsed.word(item.source[0].start).lower() in lexicon.words("first and second person")


def _paragraphs_after(parsed: Parsed) -> dict[int, tuple[int, int]]:
    """By the end of each segment (a token), the token range of the segment after it."""
    ranges = [(begin, end) for _, begin, end in layout.segments(parsed)]
    return {before[1]: after for before, after in pairwise(ranges)}


def _colon(
    parsed: Parsed, quotations: Quotations, run: Link, after: dict[int, tuple[int, int]]
) -> Link | None:
    """`X said in a statement:` with the quotation in the paragraph that follows."""
    sentence = parsed.sentences[parsed.sentence_of[max(*run.source, *run.cue).start]]
    ahead = after.get(sentence.end)
    if run.content or ahead is None or parsed.word(sentence.end - 1) != ":":
        return None
    if quotations.at(parsed.starts[ahead[0]]) is None:
        return None
    return Link(run.source, run.cue, [Mark(*ahead, "t")], "quotation after a colon")


def _trails(parsed: Parsed, wording: Wording, run: Link) -> bool:
    """Whether cue and source stand behind speech that no quotation opens: what is said is then
    the whole clause before them, even where the encoder saw pieces of it."""
    if not run.source or not run.cue or not run.content:
        return False
    first, last = min(*run.source, *run.cue), max(run.content)
    begin = min(run.content).start
    if parsed.sentence_of[first.start] != parsed.sentence_of[begin] or last.end > first.start:
        return False
    mode = wording.mode(run.content)
    return mode == "indirect" or (mode == "mixed" and parsed.word(begin)[0] not in QUOTE_CHARS)


def _closed(parsed: Parsed, run: Link) -> Link | None:
    """A cue and source without a content get the clause that they stand beside.

    `..., the envoy told reporters on Monday.` and `According to the envoy, ...`.
    """
    first, last = min(*run.source, *run.cue), max(*run.source, *run.cue)
    sentence = parsed.sentences[parsed.sentence_of[first.start]]
    if last.end > sentence.end:
        return None
    entry = lexicon.classify(parsed, run.cue[0].start, run.cue[-1].end)
    if entry is None:
        return None
    if not entry.takes_clause:
        return None if run.content else _with_object(parsed, run)
    before = first.start - 1
    if before > sentence.start and parsed.word(before) == "," and sentence.end - last.end <= TAIL:
        return _with_clause(parsed, run, sentence.start, before)
    after = last.end
    if (
        entry.lemma == "according to"
        and first.start - sentence.start <= 1
        and after < sentence.end
        and parsed.word(after) == ","
    ):
        behind = _behind(parsed, run, sentence.end)
        clause = behind and _with_clause(parsed, run, behind, sentence.end)
        return clause or _with_clause(parsed, run, after + 1, sentence.end)
    return None if run.content else _with_object(parsed, run)


def _behind(parsed: Parsed, run: Link, end: int) -> int | None:
    """Where what is told of the source ends: "According to the envoy, who read it, ..."."""
    noun = head_of(parsed, run.source[0].start, run.source[0].end)
    if is_long(parsed, noun):
        return None
    stop = parsed.subtree(noun)[-1] + 1
    return stop if max(run.source).end < stop < end else None


def _with_object(parsed: Parsed, run: Link) -> Link | None:
    """The cue's object or clause behind it as its content: "backed the plan"."""
    verb = head_of(parsed, run.cue[0].start, run.cue[-1].end)
    below = parsed.child(verb, "obj", "ccomp", "xcomp")
    if parsed.upos[verb] != "VERB" or below is None or is_long(parsed, verb):
        return None
    tokens = [t for t in parsed.subtree(below) if t >= max(run.cue).end]
    span = trim(parsed, tokens[0], tokens[-1] + 1) if tokens else None
    if span is None or any(span[0] < m.end and m.start < span[1] for m in run.source):
        return None
    return Link(run.source, run.cue, [Mark(*span, "t")], "encoder's cue, its object by the tree")


def _with_clause(parsed: Parsed, run: Link, start: int, end: int) -> Link | None:
    span = trim(parsed, start, end)
    if span is None or span[1] - span[0] < FEWEST_CLAUSE:
        return None
    if not any(parsed.upos[t] in ("VERB", "AUX") for t in range(*span)):
        return None
    rule = "encoder's cue, the clause beside it"
    if run.content and min(run.content).start <= span[0] and max(run.content).end >= span[1]:
        rule = run.rule
    return Link(run.source, run.cue, [Mark(*span, "t")], rule)


def _titles(parsed: Parsed) -> list[tuple[int, int]]:
    """Token ranges of the headlines."""
    return [(b, e) for kind, b, e in layout.segments(parsed) if kind == "title"]


def _bare(parsed: Parsed, quotations: Quotations, wording: Wording, board: Board) -> Iterator[Link]:
    """Paragraphs of the body that are one quotation and that nothing else reads."""
    for kind, begin, end in layout.segments(parsed):
        if kind != "body" or quotations.at(parsed.starts[begin]) is None:
            continue
        content = [Mark(begin, end, "t")]
        if not board.touched(content) and wording.is_quotation(content, FEWEST, BARE):
            yield Link(content=content, rule="bare quotation")


def _reject_unused(found: Found, all_marks: list[Mark], links: list[Link]) -> None:
    used = {m for item in links for m in item.marks}
    for mark in all_marks:
        if mark not in used:
            part = {"s": "source", "c": "cue", "t": "content"}[mark.role]
            found.notes.reject(
                "statements",
                found.parsed.span(mark.start, mark.end),
                f"a {part} without its other parts",
            )
