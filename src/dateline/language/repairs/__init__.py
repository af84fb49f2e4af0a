"""What a tree must be, whatever its scores say: slips that plain grammar rules out."""

from __future__ import annotations

from dateline.language.parsed import Parsed
from dateline.language.repairs import clauses, joined, objects, phrases


def repair(parsed: Parsed) -> None:
    """Mend the tree in place. Linear in its words. A sentence whose words would hang on each other
    in a ring is left as it was."""
    heads, rels = list(parsed.heads), list(parsed.deprels)
    _mend(parsed)
    for sentence in parsed.sentences:
        here = slice(sentence.start, sentence.end)
        if not _is_tree(parsed.heads, sentence.start, sentence.end):
            parsed.heads[here], parsed.deprels[here] = heads[here], rels[here]


def _is_tree(heads: list[int], start: int, end: int) -> bool:
    """Whether each word of a sentence hangs, by way of others, on one that is its own head."""
    rooted: set[int] = set()
    for token in range(start, end):
        path: set[int] = set()
        while token not in rooted and heads[token] != token:
            if token in path or not start <= token < end:
                return False
            path.add(token)
            token = heads[token]
        rooted |= path
        rooted.add(token)
    return True


def _mend(parsed: Parsed) -> None:
    """The order counts: what mends an object relies on the phrases mended before."""
    clauses.one_subject(parsed)
    objects.raised(parsed)
    clauses.for_whom(parsed)
    clauses.being(parsed)
    joined.between_two(parsed)
    joined.joined(parsed)
    joined.two_halves(parsed)
    objects.object_behind(parsed)
    objects.object_astray(parsed)
    clauses.in_case(parsed)
    phrases.agent_behind(parsed)
    phrases.case_before_name(parsed)
    phrases.phrase_before(parsed)
    phrases.over_the_object(parsed)
    objects.as_what(parsed)
    objects.object_bare(parsed)
    objects.object_late(parsed)
    phrases.on_whom(parsed)
    phrases.with_visitors(parsed)
    clauses.whose(parsed)
    clauses.which(parsed)
    joined.alike(parsed)
