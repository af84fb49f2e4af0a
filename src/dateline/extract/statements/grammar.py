"""Subjects, noun phrases and verb groups, as the tree shows them."""

from __future__ import annotations

from typing import Final

from dateline.extract.statements.edges import trim
from dateline.language.parsed import Parsed

SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
# What is no part of the words of a source: relative clauses run on and hold other attributions.
CUT: Final = frozenset(["acl:relcl", "parataxis", "punct"])
_VERB_PARTS: Final = frozenset(["aux", "aux:pass", "compound:prt", "advmod"])
QUOTING: Final = ("cite", "quote")
"""Verbs whose object says what follows."""
LONGEST_SOURCE: Final = 40
"""A noun phrase of more tokens is taken for a parser's slip."""


_PASSIVE: Final = frozenset(["aux:pass", "nsubj:pass", "csubj:pass"])
LONGEST_SENTENCE: Final = 300
"""Longer ones are lists and tables; to climb about in them would not be linear."""


def is_long(parsed: Parsed, token: int) -> bool:
    """Whether a token stands in a sentence that is too long for a tree to be trusted."""
    sentence = parsed.sentences[parsed.sentence_of[token]]
    return sentence.end - sentence.start > LONGEST_SENTENCE


def head_of(parsed: Parsed, start: int, end: int) -> int:
    """The first word of the range that hangs on something outside it."""
    for token in range(start, end):
        head = parsed.heads[token]
        if (head == token or not start <= head < end) and parsed.upos[token] != "PUNCT":
            return token
    return start


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb, its own or that of the verb that it depends on without one."""
    for _ in range(3):
        subject = parsed.child(verb, *SUBJECTS)
        if subject is not None:
            return subject
        if parsed.deprels[verb] not in ("conj", "xcomp", "advcl"):
            return None
        above = parsed.heads[verb]
        if parsed.lemmas[above].lower() in QUOTING:  # "the agency quoted Roe as saying"
            quoted = parsed.child(above, "nsubj:pass", "obj")
            if quoted is not None:
                return quoted
        if parsed.deprels[verb] == "xcomp":  # "led the pope to denounce"
            controller = parsed.child(above, "obj", "iobj")
            if controller is not None and controller < verb:
                return controller
        verb = above
    return None


def phrase(parsed: Parsed, token: int) -> tuple[int, int] | None:
    """The noun phrase of a token as a range, relative clauses left out."""
    if is_long(parsed, token):
        return None
    tokens = parsed.subtree(token, without=CUT)
    start = end = tokens.index(token)
    while start and tokens[start] - tokens[start - 1] <= 2:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1] - tokens[end] <= 2:
        end += 1
    out = trim(parsed, tokens[start], tokens[end] + 1)
    return out if out and out[1] - out[0] <= LONGEST_SOURCE else None


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is in the passive, so that its subject does not say it."""
    return any(parsed.deprels[c] in _PASSIVE for c in parsed.children[verb])


def verb_group(parsed: Parsed, verb: int) -> tuple[int, int]:
    """A verb with the auxiliaries and adverbs before it and its particle, as a range."""
    start, end = verb, verb + 1
    parts = {c for c in parsed.children[verb] if parsed.deprels[c] in _VERB_PARTS}
    while start - 1 in parts:
        start -= 1
    while end in parts and parsed.deprels[end] == "compound:prt":
        end += 1
    return start, end
