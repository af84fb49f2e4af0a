"""Attributions of headlines, which have their own grammar.

`Truce holds, says envoy`, `Truce holds, envoy says`,
`Kremlin: truce holds`, `Truce holds - Kremlin`.
"""

from __future__ import annotations

from typing import Final

from dateline.extract.found import Found
from dateline.extract.statements import lexicon
from dateline.extract.statements.edges import trim
from dateline.extract.statements.marks import Link, Mark
from dateline.language.parsed import Parsed

LONGEST_SOURCE: Final = 8
_TAGS: Final = ("VERB", "AUX", "NOUN", "PROPN")
_BREAKS: Final = frozenset([",", ":", "-", "–", "—", "--", "|"])


def attribution(found: Found, start: int, end: int) -> Link | None:
    """The attribution that the headline on tokens [start, end) is as a whole, or None."""
    parsed = found.parsed
    breaks = [t for t in range(start + 1, end - 1) if parsed.word(t) in _BREAKS]
    if not breaks:
        return None
    last, first = breaks[-1], breaks[0]
    if parsed.word(last) == ",":
        return _with_cue(parsed, start, last, end)
    if parsed.word(first) == ":" and _is_actor(found, start, first):
        return _link(parsed, (start, first), (first, first + 1), (first + 1, end))
    if _is_actor(found, last + 1, end):
        return _link(parsed, (last + 1, end), (last, last + 1), (start, last))
    return None


def _with_cue(parsed: Parsed, start: int, comma: int, end: int) -> Link | None:
    """`..., says X` and `..., X says`."""
    stop = end
    while stop > comma + 1 and parsed.upos[stop - 1] == "PUNCT":
        stop -= 1
    if not 2 <= stop - comma - 1 <= LONGEST_SOURCE + 1:
        return None
    if _speaks(parsed, comma + 1):
        return _link(parsed, (comma + 2, stop), (comma + 1, comma + 2), (start, comma))
    if _speaks(parsed, stop - 1):
        return _link(parsed, (comma + 1, stop - 1), (stop - 1, stop), (start, comma))
    return None


def _speaks(parsed: Parsed, token: int) -> bool:
    """Whether a word is a verb of saying; headlines' capitals deceive the tagger."""
    if parsed.upos[token] not in _TAGS:
        return False
    word, lemma = parsed.word(token).lower(), parsed.lemmas[token].lower()
    for form in (lemma, word, word.removesuffix("s"), word.removesuffix("ed")):
        entry = lexicon.cues().get((form, "VERB"))
        if entry is not None and entry.takes_clause:
            return word != form or parsed.upos[token] == "VERB"
    return False


def _is_actor(found: Found, start: int, end: int) -> bool:
    """Whether a mention of an actor fills the tokens, articles aside."""
    parsed = found.parsed
    if not 0 < end - start <= LONGEST_SOURCE:
        return False
    span = parsed.span(start, end)
    return any(
        hit[1] - hit[0] >= 0.7 * (span[1] - span[0]) for hit, _ in found.actor_at.within(*span)
    )


def _link(
    parsed: Parsed, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]
) -> Link | None:
    a, b = trim(parsed, *source), trim(parsed, *content)
    if a is None or b is None or b[1] - b[0] < 2:
        return None
    return Link([Mark(*a, "s")], [Mark(*cue, "c")], [Mark(*b, "t")], "headline pattern")
