"""Contents put right at their edges, and without pieces that are another's."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from dateline.extract.statements.edges import QUOTE_CHARS, trim
from dateline.extract.statements.grammar import head_of, is_long
from dateline.extract.statements.marks import Link, Mark, is_quoted
from dateline.language.parsed import Parsed

BRACKET: Final = 20
"""Tokens in which a bracket that a content opens must close to be a part of it."""
_JOINS: Final = frozenset(["PUNCT", "SCONJ"])
_BEFORE: Final = frozenset(["amod", "compound", "det", "nummod", "nmod:poss"])


def widen(parsed: Parsed, runs: list[Link]) -> None:
    """Let the last piece of indirect speech run on to the end of its head's phrase, where the
    rest of it is free: "casualties" to "casualties, among them civilians"."""
    starts = sorted(m.start for run in runs for m in run.marks)
    for run in runs:
        if not run.cue or not run.content:
            continue
        last = max(run.content)
        if last.start < run.cue[0].start or is_quoted(parsed, last) or is_long(parsed, last.start):
            continue
        below = set(parsed.subtree(head_of(parsed, last.start, last.end)))
        limit = bisect_left(starts, last.end)
        stop = starts[limit] if limit < len(starts) else len(parsed)
        end = last.end
        while end < stop and end in below:
            end += 1
        trimmed = trim(parsed, last.start, end)
        if trimmed and trimmed[1] > last.end:
            run.content[run.content.index(last)] = Mark(last.start, trimmed[1], "t")


def from_the_clause(parsed: Parsed, runs: list[Link]) -> None:
    """Let a content that begins amid the clause that its cue takes begin where that clause does,
    where the words between are free: "shelled the town" to "Togo shelled the town" of "said on
    Monday Togo shelled the town"."""
    owned = {t for run in runs for m in run.marks for t in range(m.start, m.end)}
    for run in runs:
        if not run.cue or not run.content or is_long(parsed, run.cue[0].start):
            continue
        first = min(run.content)
        cue = head_of(parsed, run.cue[0].start, run.cue[-1].end)
        clause = parsed.child(cue, "ccomp")
        if clause is None or is_quoted(parsed, first):
            continue
        below = set(parsed.subtree(clause))
        words = range(cue + 1, first.start)
        start = next((t for t in words if t in below and parsed.upos[t] not in _JOINS), first.start)
        missed = set(range(start, first.start))
        if missed and first.start in below and missed <= below and owned.isdisjoint(missed):
            run.content[run.content.index(first)] = Mark(start, first.end, "t")


def round_off(parsed: Parsed, runs: list[Link]) -> None:
    """Let the last piece of each content end where its words do, before what is another's."""
    starts = sorted(m.start for run in runs for m in run.marks)
    for run in runs:
        if run.content:
            last = max(run.content)
            following = bisect_left(starts, last.end)
            limit = starts[following] if following < len(starts) else len(parsed)
            run.content[run.content.index(last)] = _rounded(parsed, last, limit)


def _rounded(parsed: Parsed, content: Mark, limit: int) -> Mark:
    """A content without the "where" or "and" that begins what follows, and with the bracket
    closed that it opens."""
    start, end = content.start, content.end
    while end - start > 1 and _begins_another(parsed, end - 1):
        end -= 1
    if end < content.end:
        start, end = trim(parsed, start, end) or (content.start, content.end)
    # Not "martial" of "martial law": what only describes the next word takes it along.
    while end < limit and parsed.heads[end - 1] == end and parsed.deprels[end - 1] in _BEFORE:
        end += 1
    words = [parsed.word(t) for t in range(start, end)]
    if words.count("(") > words.count(")"):
        stop = min(parsed.sentences[parsed.sentence_of[end - 1]].end, limit, end + BRACKET)
        close = next((t for t in range(end, stop) if parsed.word(t) == ")"), None)
        end = end if close is None else close + 1
    return Mark(start, end, "t")


def _begins_another(parsed: Parsed, token: int) -> bool:
    """Whether a word only joins what follows to what stands before."""
    if parsed.upos[token] in ("CCONJ", "SCONJ"):
        return True
    return parsed.upos[token] != "NOUN" and parsed.word(token).lower() in ("where", "which", "who")


def without_strays(parsed: Parsed, run: Link) -> list[Mark]:
    """A content without unquoted pieces of other sentences, and of those left in the cue's
    sentence the two longest: no more than two pieces belong to 998 of 1,000 gold contents."""
    sentence = parsed.sentence_of
    at = sentence[run.cue[0].start]
    kept = [
        m
        for m in run.content
        if sentence[m.start] <= at <= sentence[m.end - 1] or is_quoted(parsed, m)
    ]
    quoted = [m for m in kept if is_quoted(parsed, m)]
    if not quoted:
        kept = sorted(sorted(kept, key=lambda m: m.start - m.end)[:2])
        kept = _beside(parsed, run, kept) or kept
    elif all(m.start < run.cue[0].start and _fills(parsed, m) for m in quoted):
        # After `"We go," she said` nothing without marks goes on with what was quoted.
        kept = [m for m in kept if m in quoted or m.start < run.cue[0].start]
    return kept or run.content


def _beside(parsed: Parsed, run: Link, pieces: list[Mark]) -> list[Mark]:
    """The pieces without one before cue and source that words part from both: of "after talks on
    the border, and envoys said that ..." not "on the border"."""
    first = min([*run.cue, *run.source])
    return [
        m
        for m in pieces
        if m.end > first.start or all(parsed.upos[t] == "PUNCT" for t in range(m.end, first.start))
    ]


def _fills(parsed: Parsed, mark: Mark) -> bool:
    """Whether a content is one quotation from its first mark to its last."""
    return all(parsed.word(t)[0] in QUOTE_CHARS for t in (mark.start, mark.end - 1))
