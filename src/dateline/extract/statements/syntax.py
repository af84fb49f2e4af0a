"""Attributions that the tree shows: a verb of saying with a subject and a clause.

The encoder's spans come first; these fill what it leaves out, and what lies within another
attribution, which it never marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.extract.statements import lexicon
from dateline.extract.statements.edges import trim
from dateline.extract.statements.grammar import (
    CUT,
    LONGEST_SENTENCE,
    LONGEST_SOURCE,
    is_passive,
    phrase,
    subject_of,
    verb_group,
)
from dateline.extract.statements.marks import Link, Mark
from dateline.language.parsed import Parsed

_CUE_TAGS: Final = frozenset(["VERB", "AUX", "ADP", "ADV"])
Shown = tuple[Link, lexicon.Cue]
"""An attribution that the tree shows, with its cue's entry."""


def attributions(parsed: Parsed) -> Iterator[Shown]:
    """Every attribution that the tree shows, in text order, with its cue's entry."""
    for sentence in parsed.sentences:
        if sentence.end - sentence.start <= LONGEST_SENTENCE:
            yield from _of_sentence(parsed, sentence.start, sentence.end)


def _of_sentence(parsed: Parsed, start: int, end: int) -> Iterator[Shown]:
    for token in range(start, end):
        if parsed.upos[token] not in _CUE_TAGS:
            continue
        if parsed.word(token).lower() == "according":
            found = _according(parsed, token)
            if found is not None:
                yield found, lexicon.cues()["according to", "PHRASE"]
            continue
        entry = lexicon.verb(parsed, token)
        if entry is not None and (entry.takes_clause or entry.nests):
            found = _of_verb(parsed, token)
            if found is not None:
                yield found, entry


def _of_verb(parsed: Parsed, verb: int) -> Link | None:
    subject = subject_of(parsed, verb)
    if subject is None or parsed.upos[subject] not in ("NOUN", "PROPN", "PRON"):
        return None
    if is_passive(parsed, verb):
        return None
    source = phrase(parsed, subject)
    cue = verb_group(parsed, verb)
    content = _content(parsed, verb, cue)
    if source is None or not content or parsed.sentence_of[source[0]] != parsed.sentence_of[verb]:
        return None
    if any(a < source[1] and source[0] < b for a, b in content):
        return None
    return Link(
        [Mark(*source, "s")], [Mark(*cue, "c")], [Mark(a, b, "t") for a, b in content], "tree"
    )


def _content(parsed: Parsed, verb: int, cue: tuple[int, int]) -> list[tuple[int, int]]:
    clause = parsed.child(verb, "ccomp", "xcomp")
    if clause is not None:
        tokens = parsed.subtree(clause)
        return _ranges(parsed, tokens, frozenset(range(*cue)))
    if parsed.deprels[verb] == "parataxis":
        head = parsed.heads[verb]
        return _ranges(parsed, parsed.subtree(head), frozenset(parsed.subtree(verb)))
    return []


def _according(parsed: Parsed, token: int) -> Link | None:
    """`According to X, ...`: X is the source, the clause that it hangs on the content."""
    if token + 1 >= len(parsed) or parsed.word(token + 1).lower() != "to":
        return None
    noun = parsed.heads[token]
    if noun <= token + 1 or parsed.heads[noun] == noun:
        return None
    below = [t for t in parsed.subtree(noun, without=CUT) if t > token + 1]
    if not below:
        return None
    source = trim(parsed, below[0], below[-1] + 1)
    tokens = parsed.subtree(parsed.heads[noun])
    without = frozenset(parsed.subtree(noun)) | {token, token + 1}
    content = _ranges(parsed, tokens, without)
    if source is None or not content or source[1] - source[0] > LONGEST_SOURCE:
        return None
    if any(a < source[1] and source[0] < b for a, b in content):
        return None
    return Link(
        [Mark(*source, "s")],
        [Mark(token, token + 2, "c")],
        [Mark(a, b, "t") for a, b in content],
        "tree, according to",
    )


def _ranges(parsed: Parsed, tokens: list[int], without: frozenset[int]) -> list[tuple[int, int]]:
    """Tokens as ranges with words in them, cut where something was left out."""
    out: list[tuple[int, int]] = []
    start = before = None
    for token in [t for t in tokens if t not in without]:
        if start is None or before is None:
            start = token
        elif token != before + 1:
            out.append((start, before + 1))
            start = token
        before = token
    if start is not None and before is not None:
        out.append((start, before + 1))
    trimmed = (trim(parsed, a, b) for a, b in out)
    return [piece for piece in trimmed if piece is not None]
