"""Joins sources, cues and contents to attributions.

In PolNeAR's training part, nine in ten attributions are runs of neighbouring marks in one
paragraph, with one cue each. So a paragraph's marks are cut into runs: the best cut under the
weights of `joins.tsv`, which say how likely two neighbouring marks belong together (logistic
regression on the gold spans of that part; `training/quote_joins.py` fits it). A run without a
source looks for the subject of its cue's verb, then for the last source of its sentence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.errors import DataError
from dateline.extract.statements import lexicon
from dateline.extract.statements.grammar import SUBJECTS, phrase, subject_of, verb_group
from dateline.extract.statements.marks import Mark, paragraph_of
from dateline.language.parsed import Parsed

LONGEST_RUN: Final = 6
MOST_CONTENTS: Final = 4
# What a run costs that lacks a part, as log odds.
_LACKS: Final = {
    "cst": 0.0,
    "ct": -1.5,
    "cs": -4.0,
    "st": -4.0,
    "c": -5.0,
    "s": -5.0,
    "t": -5.0,
}
_QUOTE_CHARS: Final = frozenset("\"“”„‟«»‘’'")
# A source that is only such a part of a noun phrase is a crumb of it.
_INSIDE_NOUN: Final = frozenset(["det", "amod", "nummod", "compound", "flat"])
_WALL: Final = -1e9
_PASSIVE: Final = frozenset(["aux:pass", "nsubj:pass", "csubj:pass"])


@dataclass(slots=True, eq=False)
class Link:
    """An attribution in the making."""

    source: list[Mark] = field(default_factory=list)
    cue: list[Mark] = field(default_factory=list)
    content: list[Mark] = field(default_factory=list)
    rule: str = "encoder spans"
    within: Link | None = None
    """The attribution in whose content this one stands."""

    @property
    def marks(self) -> list[Mark]:
        """All marks, role by role."""
        return [*self.source, *self.cue, *self.content]

    def add(self, mark: Mark) -> None:
        """Take a mark in, by its role."""
        {"s": self.source, "c": self.cue, "t": self.content}[mark.role].append(mark)


@cache
def weights() -> dict[str, float]:
    """Weights of the join features. DataError where the table is broken."""
    table = files("dateline.extract.statements").joinpath("joins.tsv").read_text("utf-8")
    try:
        rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in rows}
    except ValueError as error:
        raise DataError(f"joins.tsv: {error}") from error


class Joins:
    """How likely two neighbouring marks of a text belong to one attribution."""

    def __init__(self, parsed: Parsed, marks: list[Mark]) -> None:
        self.parsed = parsed
        self.marks = marks
        self.paragraph = paragraph_of(parsed)
        self.sentence = parsed.sentence_of

    def paragraphs(self) -> list[tuple[int, int]]:
        """Ranges of marks that stand in one paragraph."""
        out, begin = [], 0
        for k in range(1, len(self.marks) + 1):
            at = self.marks[begin].start
            if k == len(self.marks) or (self.paragraph[self.marks[k].start] != self.paragraph[at]):
                out.append((begin, k))
                begin = k
        return out

    def features(self, k: int) -> list[str]:
        """What speaks for and against a join of mark `k` and the next, as feature names."""
        a, b = self.marks[k], self.marks[k + 1]
        out = ["bias", *self._gap(a, b), *self._sides(a, b)]
        out.append("tree" if self._in_tree(a, b) else "apart")
        out.append("p" + self._neighbour(k - 1, a))
        out.append("n" + self._neighbour(k + 2, b))
        return [f"{a.role}{b.role}:{name}" for name in out]

    def score(self, k: int) -> float:
        """Log odds that mark `k` and the next belong together."""
        table = weights()
        return sum(table.get(name, 0.0) for name in self.features(k))

    def _gap(self, a: Mark, b: Mark) -> list[str]:
        parsed = self.parsed
        apart = self.sentence[b.start] - self.sentence[a.end - 1]
        out = ["same" if apart <= 0 else f"diff{min(2, apart)}"]
        count = 0
        seen = set()
        for token in range(a.end, min(b.start, a.end + 40)):
            word = parsed.word(token)
            if any(c.isalnum() for c in word):
                count += 1
            elif word in (",", "-", "–", "—", "--"):
                seen.add("comma")
            elif word == ":":
                seen.add("colon")
            elif word in (".", "?", "!", ";"):
                seen.add("stop")
        out.append("gap" + _bucket(count))
        return out + sorted(seen)

    def _sides(self, a: Mark, b: Mark) -> list[str]:
        parsed = self.parsed
        out = []
        if a.role == "t":
            if self._quote(a.end - 1) or self._quote(a.end):
                out.append("aq")
            if any(parsed.word(t) in ".?!" for t in range(max(a.start, a.end - 2), a.end)):
                out.append("astop")
        if b.role == "t":
            if self._quote(b.start) or self._quote(b.start - 1):
                out.append("bq")
            if parsed.word(b.start).lower() == "that":
                out.append("bthat")
        for name, mark in (("a", a), ("b", b)):
            first = parsed.word(mark.start).lower()
            if mark.role == "s" and first in lexicon.words("relative"):
                out.append(name + "rel")
            if mark.role == "c":
                if first.endswith("ing"):
                    out.append(name + "ing")
                if first == "to":
                    out.append(name + "to")
                if first in ("according", "as", "per"):
                    out.append(name + "acc")
        return out

    def _quote(self, token: int) -> bool:
        return 0 <= token < len(self.parsed) and self.parsed.word(token)[0] in _QUOTE_CHARS

    def _in_tree(self, a: Mark, b: Mark) -> bool:
        """Whether the head of one mark hangs on a word of the other."""
        heads = self.parsed.heads
        ha, hb = head_of(self.parsed, a.start, a.end), head_of(self.parsed, b.start, b.end)
        return a.start <= heads[hb] < a.end or b.start <= heads[ha] < b.end

    def _neighbour(self, k: int, mark: Mark) -> str:
        if not 0 <= k < len(self.marks):
            return "-"
        other = self.marks[k]
        if self.paragraph[other.start] != self.paragraph[mark.start]:
            return "-"
        same = self.sentence[other.start] == self.sentence[mark.start]
        return other.role + ("=" if same else "/")


def _bucket(count: int) -> str:
    """A number of words, roughly."""
    return next((str(low) for low in (9, 4, 2, 1) if count >= low), "0")


def head_of(parsed: Parsed, start: int, end: int) -> int:
    """The first word of the range that hangs on something outside it."""
    for token in range(start, end):
        head = parsed.heads[token]
        if (head == token or not start <= head < end) and parsed.upos[token] != "PUNCT":
            return token
    return start


def link(parsed: Parsed, marks: list[Mark]) -> list[Link]:
    """The attributions that the marks make, in text order. A content that no cue and no source
    takes stands alone; a cue with a source but without a content is left open."""
    joins = Joins(parsed, marks)
    out: list[Link] = []
    for begin, end in joins.paragraphs():
        runs = [_as_link(marks[a:b]) for a, b in _cut(joins, begin, end)]
        out.extend(_settle(parsed, runs))
    return out


def _as_link(run: list[Mark]) -> Link:
    out = Link()
    for mark in run:
        out.add(mark)
    return out


def _cut(joins: Joins, begin: int, end: int) -> list[tuple[int, int]]:
    """The best cut of the marks [begin, end) into runs."""
    count = end - begin
    together = [0.0] * count
    apart = [0.0] * count
    for k in range(count - 1):
        odds = joins.score(begin + k)
        together[k], apart[k] = _log_sigmoid(odds), _log_sigmoid(-odds)
    best = [0.0] + [_WALL] * count
    back = [0] * (count + 1)
    for stop in range(1, count + 1):
        roles, inside = "", 0.0
        for start in range(stop - 1, max(-1, stop - 1 - LONGEST_RUN), -1):
            roles += joins.marks[begin + start].role
            if roles.count("c") > 1 or roles.count("s") > 1 or roles.count("t") > MOST_CONTENTS:
                break
            if start < stop - 1:
                inside += together[start]
            value = best[start] + inside + _LACKS["".join(sorted(set(roles)))]
            if start:
                value += apart[start - 1]
            if value > best[stop]:
                best[stop], back[stop] = value, start
    out = []
    stop = count
    while stop:
        out.append((begin + back[stop], begin + stop))
        stop = back[stop]
    return out[::-1]


def _log_sigmoid(x: float) -> float:
    return -math.log1p(math.exp(-x)) if x > -30 else x


def _settle(parsed: Parsed, runs: list[Link]) -> list[Link]:
    """Sources for runs that lack one, homes for contents that lack a cue; a source or cue that
    nothing joins falls away."""
    sources = [(mark, k) for k, run in enumerate(runs) for mark in run.source]
    for k, run in enumerate(runs):
        if run.cue and run.content and not run.source:
            shared = _by_tree(parsed, run.cue[0], [m for m, _ in sources]) or _by_order(
                parsed, run.cue[0], [m for m, j in sources if j < k]
            )
            if shared:
                run.source = [shared]
                run.rule = "encoder spans; source shared with its neighbour"
            else:
                _take_subject(parsed, run)
    for run in runs:
        if run.source and run.content and not run.cue:
            _take_verb(parsed, run)
        if run.cue and len(run.content) > 1:
            run.content = _without_strays(parsed, run)
        run.source = [_whole_phrase(parsed, mark, run) for mark in run.source]
    out: list[Link] = []
    for run in runs:
        if not run.content:
            if run.cue and run.source:
                out.append(run)
            continue
        lone = not run.cue and (not run.source or _was_told(parsed, out, run))
        if lone and out and out[-1].cue and _goes_on(parsed, out[-1], run.content[0]):
            out[-1].content.extend(run.content)
        else:
            out.append(run)
    return out


def _without_strays(parsed: Parsed, run: Link) -> list[Mark]:
    """A content without unquoted pieces of other sentences, and of those left in the cue's
    sentence the two longest: no more than two pieces belong to 998 of 1,000 gold contents."""
    sentence = parsed.sentence_of
    at = sentence[run.cue[0].start]
    kept = [
        m
        for m in run.content
        if sentence[m.start] <= at <= sentence[m.end - 1] or _is_quoted(parsed, m)
    ]
    if not any(_is_quoted(parsed, m) for m in kept):
        kept = sorted(sorted(kept, key=lambda m: m.start - m.end)[:2])
    return kept or run.content


def _is_quoted(parsed: Parsed, mark: Mark) -> bool:
    edges = (max(0, mark.start - 1), mark.start, mark.end - 1, min(mark.end, len(parsed) - 1))
    return any(parsed.word(t)[0] in _QUOTE_CHARS for t in edges)


def _whole_phrase(parsed: Parsed, source: Mark, run: Link) -> Mark:
    """The source as the whole noun phrase of its head, where the rest of it is free."""
    head = head_of(parsed, source.start, source.end)
    inside = _INSIDE_NOUN | {"nmod"} if parsed.upos[source.start] == "ADP" else _INSIDE_NOUN
    for _ in range(3):
        if parsed.deprels[head] in inside:
            head = parsed.heads[head]
    if parsed.upos[head] not in ("NOUN", "PROPN", "NUM"):
        return source
    span = phrase(parsed, head)
    if span is None or span[0] > source.start or span[1] < source.end:
        return source
    if any(m.start < span[1] and span[0] < m.end for m in (*run.cue, *run.content)):
        return source
    return Mark(*span, "s")


def _was_told(parsed: Parsed, before: list[Link], run: Link) -> bool:
    """Whether the source of a run without a cue is whom the attribution before was told:
    `"...," he told the Daily. "..."`."""
    if not before or not before[-1].cue:
        return False
    cue, source = before[-1].cue[0], run.source[0]
    return (
        0 <= source.start - cue.end <= 1
        and parsed.sentence_of[cue.start] == parsed.sentence_of[source.start]
        and parsed.sentence_of[source.start] != parsed.sentence_of[run.content[0].start]
    )


def _goes_on(parsed: Parsed, before: Link, content: Mark) -> bool:
    """Whether a content without a cue is the rest of what the attribution before it says:
    the other part of a quotation that the cue interrupts, or a part of the same sentence."""
    if parsed.sentence_of[before.cue[0].start] == parsed.sentence_of[content.start]:
        return True
    last = before.content[-1]
    quoted = _is_quoted(parsed, last) and _is_quoted(parsed, content)
    return quoted and last.start < before.cue[0].start < content.start


def _take_subject(parsed: Parsed, run: Link) -> None:
    """Give a run the subject of its cue's verb as source, where the verb is active."""
    verb = head_of(parsed, run.cue[0].start, run.cue[0].end)
    relations = {parsed.deprels[c] for c in parsed.children[verb]}
    if parsed.upos[verb] != "VERB" or relations & _PASSIVE:
        return
    subject = subject_of(parsed, verb)
    if subject is None or parsed.upos[subject] not in ("NOUN", "PROPN", "PRON"):
        return
    span = phrase(parsed, subject)
    if parsed.word(subject).lower() == "it" or span is None:
        return
    taken = [*run.cue, *run.content]
    if all(span[1] <= m.start or m.end <= span[0] for m in taken):
        run.source = [Mark(*span, "s")]
        run.rule = "encoder spans; source by the tree"


def _take_verb(parsed: Parsed, run: Link) -> None:
    """Give a run the verb that its source is the subject of as cue, where the lexicon has it."""
    subject = head_of(parsed, run.source[0].start, run.source[0].end)
    verb = parsed.heads[subject]
    if parsed.deprels[subject] not in SUBJECTS or lexicon.verb(parsed, verb) is None:
        return
    cue = verb_group(parsed, verb)
    taken = [*run.source, *run.content]
    if all(cue[1] <= m.start or m.end <= cue[0] for m in taken):
        run.cue = [Mark(*cue, "c")]
        run.rule = "encoder spans; cue by the tree"


def _by_tree(parsed: Parsed, cue: Mark, sources: list[Mark]) -> Mark | None:
    """The source that is the subject of the cue's verb, or of the verb it hangs on."""
    token = head_of(parsed, cue.start, cue.end)
    for _ in range(4):
        subject = parsed.child(token, *SUBJECTS)
        if subject is not None:
            for mark in sources:
                if mark.start <= subject < mark.end:
                    return mark
            return None
        if parsed.deprels[token].split(":")[0] not in ("conj", "advcl", "xcomp", "acl", "ccomp"):
            return None
        if parsed.deprels[token] == "acl":
            noun = parsed.heads[token]
            return next((m for m in sources if m.start <= noun < m.end), None)
        token = parsed.heads[token]
    return None


def _by_order(parsed: Parsed, cue: Mark, before: list[Mark]) -> Mark | None:
    """The last source before the cue in its sentence, not one of a relative clause."""
    sentence = parsed.sentence_of
    for mark in reversed(before):
        if sentence[mark.start] != sentence[cue.start]:
            return None
        if parsed.word(mark.start).lower() not in lexicon.words("relative"):
            return mark
    return None
