"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from dateline.extract.times.around import Around
from dateline.extract.times.cues import FUTURE, OPEN, PAST, cues
from dateline.language.parsed import Parsed

_BESIDE = ("nmod:poss", "compound", "nmod:unmarked")
"""Relations of a time that stands before a noun."""
_MARKS = ("mark", "advmod")


def by_parse(parsed: Parsed, start: int, end: int) -> int:
    """PAST, FUTURE or OPEN from the verb that governs the words; OPEN where there is none."""
    first, last = parsed.tokens_in(start, end)
    if first >= last:
        return OPEN
    lists, token = cues(), last - 1
    marker = parsed.word(first - 1).lower() if first else ""
    if parsed.lemmas[parsed.heads[token]] in lists.ahead_noun:
        return FUTURE
    top = token
    while first <= parsed.heads[top] < last and parsed.heads[top] != top:
        top = parsed.heads[top]
    if parsed.deprels[top] in _BESIDE and parsed.lemmas[parsed.heads[top]] in lists.behind_noun:
        return PAST
    for word in (token, *parsed.ancestors(token)):
        if parsed.deprels[word] in _BESIDE:
            return OPEN  # "Friday's vote" and "the April summit" follow no verb
        if parsed.upos[word] in ("VERB", "AUX"):
            found = _of_verb(parsed, word, marker)
            if found is not None:
                return found
        elif any(parsed.word(c).lower() in lists.ahead_adjective for c in parsed.children[word]):
            return FUTURE  # "the planned visit in September"
    return OPEN


def _of_verb(parsed: Parsed, verb: int, marker: str) -> int | None:
    """What a verb above a time says; None where the verb above it tells.

    `marker` is the word before the time (`until`, `on`).
    """
    lists, relation, lemma = cues(), parsed.deprels[verb], parsed.lemmas[verb]
    above = parsed.heads[verb]  # itself, for a root
    below = [parsed.word(c).lower() for c in parsed.children[verb]]
    helpers = [c for c in parsed.children[verb] if parsed.deprels[c].startswith("aux")]
    words = {parsed.word(c).lower() for c in helpers}
    tags = {parsed.xpos[c] for c in (verb, *helpers)}
    if words & lists.modal:
        if "could" in words and lists.negative.intersection(below):
            return PAST  # "could not be reached on Friday"
        return FUTURE if "have" not in words else OPEN
    if lemma in lists.ahead or (lemma in lists.moved and marker in lists.moved_to):
        return PAST if "had" in words else FUTURE
    if lemma in lists.appointed and marker in lists.appointed_for:
        return FUTURE  # "called a strike for Saturday"
    if "VBD" in tags or ("VBN" in tags and words & lists.done):
        return PAST
    if "to" in below:
        if relation == "acl" and ("be" in words or parsed.lemmas[above] in lists.intention):
            return FUTURE  # "a deal to buy it in May", "a law to be passed in May"
        if relation in ("advcl", "acl"):
            return None  # "met to sign", "the first to join": the verb above tells when
        had = any(parsed.word(c).lower() == "had" for c in parsed.children[above])
        return PAST if had else FUTURE  # "had been due to end on Friday"
    if "VBN" in tags and not words and relation in ("acl", "advcl"):
        return PAST  # "the ruling, issued on Wednesday"
    if tags & {"VBZ", "VBP"}:
        marks = {
            parsed.word(c).lower() for c in parsed.children[verb] if parsed.deprels[c] in _MARKS
        }
        if lemma in lists.scheduled or marks & lists.condition:
            return FUTURE  # "they meet on Monday", "if talks resume in May"
    return None if tags & {"VBN", "VBG"} else OPEN


def direction(around: Around, start: int, end: int, far: bool, parsed: Parsed | None) -> int:
    """Whether a date that could lie on either side is behind or ahead: PAST, FUTURE or OPEN."""
    beside, nearest = around.direction(start, end, far)
    if beside:
        return beside
    tree = by_parse(parsed, start, end) if parsed is not None and len(parsed) else OPEN
    return tree or nearest
