"""Objects that a tree hangs elsewhere, or takes for something else."""

from __future__ import annotations

from typing import Final

from dateline.language.parsed import Parsed
from dateline.language.repairs.reach import BEFORE, NOUNS, PHRASE, REACH, openings

_OBJECTS: Final = frozenset(["obj", "ccomp", "xcomp"])
_SERVED: Final = frozenset(["obj", "ccomp", "xcomp", "iobj"])
_SPANS: Final = frozenset(
    [
        *("day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year"),
        *("decade", "time", "hour", "minute", "second", "moment", "way", "season", "summer"),
        *("winter", "spring", "autumn", "percent", "mile", "kilometre", "metre", "dollar"),
    ]
)
"""Nouns that may stand without a preposition and are no object."""
_PLURALS: Final = frozenset(["NNS", "NNPS"])


def raised(parsed: Parsed) -> None:
    """An open complement has no subject of its own: a noun between it and its verb is the verb's
    object ("called the charges baseless", "let Togo leave")."""
    heads, rels = parsed.heads, parsed.deprels
    full = {heads[t] for t, rel in enumerate(rels) if rel == "obj"}
    full.update(heads[t] for t, rel in enumerate(rels) if rel in ("cop", "mark"))
    for noun, rel in enumerate(rels):
        open_ = heads[noun]
        verb = heads[open_]
        between = rel == "nsubj" and rels[open_] == "xcomp" and verb < noun < open_
        if between and not full.intersection((verb, open_)) and parsed.upos[verb] == "VERB":
            heads[noun], rels[noun] = verb, "obj"


def object_behind(parsed: Parsed) -> None:
    """A noun without a preposition right behind a participle is its object, and not one more noun
    on what the participle describes ("talks involving Kenya resumed")."""
    heads, rels = parsed.heads, parsed.deprels
    marked = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    served = {heads[t] for t, rel in enumerate(rels) if rel in _OBJECTS}
    first = openings(parsed)
    for noun, rel in enumerate(rels):
        verb = first.get(noun, noun) - 1
        if (
            rel == "nmod"
            and noun not in marked
            and verb > heads[noun] == heads[verb]
            and rels[verb] == "acl"
            and parsed.xpos[verb] == "VBG"
            and verb not in served
            and parsed.upos[noun] in NOUNS
        ):
            heads[noun], rels[noun] = verb, "obj"


def object_astray(parsed: Parsed) -> None:
    """A noun behind a verb describes no subject before it, but is what is done to ("a bomber killed
    ten Kenyans")."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in _OBJECTS}
    marked = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for noun, rel in enumerate(rels):
        subject = heads[noun]
        verb = heads[subject]
        astray = rel in BEFORE and rels[subject] == "nsubj" and subject < verb < noun
        names = parsed.xpos[noun] in _PLURALS and noun not in marked
        if astray and names and verb not in served and parsed.upos[verb] == "VERB":
            heads[noun], rels[noun] = verb, "obj"
            parsed.upos[noun] = "PROPN" if parsed.xpos[noun] == "NNPS" else "NOUN"


def object_bare(parsed: Parsed) -> None:
    """A noun without a preposition right behind its verb is the object, where there is no other
    ("accused neighbouring Togo of it"); times are marked as such."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in ("obj", "ccomp", "nsubj:pass")}
    led = {heads[t] for t, rel in enumerate(rels) if rel in ("case", "mark")}
    first = openings(parsed)
    for noun, rel in enumerate(rels):
        verb = heads[noun]
        behind = first.get(noun, noun) == verb + 1 and parsed.upos[noun] == "PROPN"
        if rel == "obl" and behind and noun not in led and verb not in served:
            rels[noun] = "obj" if parsed.upos[verb] == "VERB" else rel


def as_what(parsed: Parsed) -> None:
    """What somebody calls a thing may stand before the thing, which is the object ("rejected as
    absurd the claim", "dismissed as absurd Togo's claim")."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in _SERVED}
    for as_ in range(1, len(parsed) - 2):
        verb = as_ - 1
        if parsed.word(as_).lower() != "as" or not _active(parsed, verb) or verb in served:
            continue
        called = as_ + 1 + (parsed.upos[as_ + 1] == "PUNCT")
        if called >= len(parsed) or parsed.xpos[called] not in ("JJ", "VBG"):
            continue
        ahead = range(called + 1, min(called + REACH, len(parsed)))
        things = [
            t
            for t in ahead
            if parsed.upos[t] in NOUNS
            and ((heads[t] == called and rels[t] == "obj") or (heads[t], rels[t]) == (verb, "obl"))
        ]
        if not things:
            continue
        thing = things[0]
        heads[thing], rels[thing] = verb, "obj"
        heads[called], rels[called] = verb, "obl"
        heads[as_], rels[as_] = called, "case"


def object_late(parsed: Parsed) -> None:
    """A noun with an article and no preposition is the object where its verb has no other, behind
    a phrase as well ("condemned in the strongest terms the raid")."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in _SERVED}
    led = {heads[t] for t, rel in enumerate(rels) if rel in ("case", "mark")}
    known = {heads[t] for t, rel in enumerate(rels) if rel == "det"}
    first = openings(parsed)
    for noun, rel in enumerate(rels):
        verb = heads[noun]
        late = rel in ("obl", "obl:agent") and noun > verb and noun in known and noun not in led
        apart = parsed.word(first.get(noun, noun) - 1) == ","  # "returned, an act likely to please"
        if late and not apart and verb not in served and _active(parsed, verb):
            rels[noun] = "obj" if parsed.lemmas[noun].lower() not in _SPANS else rel


def _active(parsed: Parsed, verb: int) -> bool:
    """Whether a word is a verb in the active voice, by its tag and what hangs on it."""
    told = parsed.xpos[verb] in ("VBD", "VBZ", "VBP", "VBG")
    passive = any(
        parsed.heads[t] == verb and parsed.deprels[t] in ("aux:pass", "nsubj:pass")
        for t in range(max(0, verb - PHRASE), verb)
    )
    return parsed.upos[verb] == "VERB" and told and not passive
