"""Binding: an object pronoun is not the subject of its own clause, a reflexive one is it.

"Roe criticised Poe and accused him": him is not Roe. "Roe defended himself": that is Roe. "Kenya
criticised Togo for its raid": its is Togo.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.actors.drafts import Draft
from dateline.extract.actors.tables import cues
from dateline.language.parsed import Parsed

_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_OBJECT = frozenset(["obj", "iobj"])
_PARTNER = frozenset(["with", "against"])
_MARKS = frozenset(["mark", "case"])
_REASONS = frozenset(["for", "over", "because", "after"])
_ONES_OWN = frozenset(["meeting", "session", "vote", "talk", "summit", "visit", "trip", "return"])
"""What judges do before they judge ("condemned the raid after its meeting")."""
_ANSWERS = frozenset(["response", "retaliation", "reaction", "answer", "revenge"])
_TO = frozenset(["to", "for"])
_PARTNERS = frozenset(["on", "against", "to", "from"])
_CLIMB = 6


def own_subject(parsed: Parsed, near: Sequence[tuple[int, int, Draft]], token: int) -> list[Draft]:
    """Who is the subject of the clause that an object pronoun stands in; nobody for other pronouns.

    `near` are the mentions of the sentence as (first token, end, draft).
    """
    verb = _verb_of(parsed, token)
    if verb is None:
        return []
    for _ in range(_CLIMB):
        below = parsed.children[verb]
        subject = next((c for c in below if parsed.deprels[c] in _SUBJECT and c != token), None)
        if subject is not None:
            return [d for first, end, d in near if first <= subject < end]
        if not _shares(parsed, verb):
            return []
        verb = parsed.heads[verb]
    return []


def judged(parsed: Parsed, near: Sequence[tuple[int, int, Draft]], token: int) -> list[Draft]:
    """ "Condemned Kenya for its raid", "imposed sanctions on Kenya in response to its raid": whose
    "its" is in the reason of praise, blame or punishment; whoever it befalls has given that."""
    noun = parsed.heads[token]
    if parsed.deprels[token] != "nmod:poss":
        return []
    if parsed.lemmas[parsed.heads[noun]] in _ANSWERS and _TO & _cases(parsed, noun):
        noun = parsed.heads[noun]
    elif _REASONS.isdisjoint(_cases(parsed, noun)) or parsed.lemmas[noun] in _ONES_OWN:
        return []
    verb = parsed.heads[noun]
    if parsed.upos[verb] == "NOUN" and parsed.deprels[verb] == "obj":
        verb = parsed.heads[verb]  # "sanctions on Kenya over its raid"
    if parsed.lemmas[verb] not in cues("judging"):
        return []
    objects = [c for c in parsed.children[verb] if parsed.deprels[c] == "obj"]
    below = [c for t in (*objects, verb) for c in parsed.children[t] if c < token]
    whom = [*objects, *(c for c in below if _PARTNERS & _cases(parsed, c))]
    return [d for t in whom for first, end, d in near if first <= t < end][:1]


def beside(parsed: Parsed, near: Sequence[tuple[int, int, Draft]], token: int) -> Draft | None:
    """ "Blamed the rebels and their allies", "met Roe and his wife": of two that are joined, the
    second is the first one's."""
    noun = parsed.heads[token]
    if parsed.deprels[token] != "nmod:poss" or parsed.deprels[noun] != "conj":
        return None
    first = parsed.heads[noun]
    joined = [c for c in parsed.children[first] if parsed.deprels[c] == "conj"]
    if parsed.upos[first] not in ("NOUN", "PROPN") or len(joined) != 1:
        return None
    return next((d for f, end, d in near if f <= first < end), None)


def _cases(parsed: Parsed, noun: int) -> set[str]:
    return {parsed.lemmas[c] for c in parsed.children[noun] if parsed.deprels[c] == "case"}


def _verb_of(parsed: Parsed, token: int) -> int | None:
    """The verb that an object, or the partner in "signed a pact with it", belongs to; or None."""
    rel, head = parsed.deprels[token], parsed.heads[token]
    if rel in _OBJECT:
        return head
    with_it = any(parsed.lemmas[c] in _PARTNER for c in parsed.children[token])
    if rel == "nmod" and parsed.deprels[head] == "obj" and with_it:
        return parsed.heads[head]
    return head if rel == "obl" and with_it and parsed.upos[head] == "VERB" else None


def _shares(parsed: Parsed, verb: int) -> bool:
    """Whether the subject of the verb above acts here, too.

    Not where an object above does ("told Roe to help him"), and not surely behind a bare comma
    after words of speech or in a clause below them ("Poe said Roe had left, accusing him").
    """
    rel, above = parsed.deprels[verb], parsed.children[parsed.heads[verb]]
    if rel == "xcomp":
        return not any(parsed.deprels[c] in _OBJECT for c in above)
    marked = any(parsed.deprels[c] in _MARKS for c in parsed.children[verb])
    head = parsed.heads[verb]
    spoken = parsed.heads[head] != head or any(a <= head < b for a, b in parsed.cues)
    return rel == "conj" or (rel == "advcl" and (marked or not spoken))


def is_subject(parsed: Parsed, token: int) -> bool:
    """A subject, or coordinated with one."""
    for _ in range(6):
        counted = parsed.deprels[token] == "nmod" and (
            parsed.lemmas[parsed.heads[token]].lower() in cues("quantity")
        )
        if parsed.deprels[token] != "conj" and not counted:
            break
        token = parsed.heads[token]
    return parsed.deprels[token] in _SUBJECT
