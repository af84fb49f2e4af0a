"""Clauses: their subjects, and the nouns that they tell of."""

from __future__ import annotations

from collections import Counter
from typing import Final

from dateline.language.parsed import Parsed
from dateline.language.repairs.reach import NOUNS, below

_AS_SAID: Final = frozenset(["ccomp", "advcl", "parataxis"])
_LEADING: Final = frozenset(["for", "with"])
_RELATIVE: Final = frozenset(["who", "which"])
_OF_THE_WHOLE: Final = frozenset(
    [
        *("mean", "bring", "lead", "cause", "leave", "force", "prompt", "raise", "take", "come"),
        *("happen", "follow", "result", "trigger", "spark", "show"),
    ]
)
"""Verbs of clauses with "which" that tell of all that was said ("fought Togo, which brought")."""
_BESIDE: Final = frozenset(["advcl", "advcl:relcl", "parataxis"])


def one_subject(parsed: Parsed) -> None:
    """A verb has one subject: one with a preposition beside another is an oblique
    ("Togo's motion won support from nine members, Kenya and Ghana")."""
    heads, rels = parsed.heads, parsed.deprels
    subjects = Counter(head for head, rel in zip(heads, rels, strict=True) if rel == "nsubj")
    for case, rel in enumerate(rels):
        noun = heads[case]
        leads = rel == "case" and case < noun and parsed.upos[case] != "PART"
        if leads and rels[noun] == "nsubj":
            verb = heads[noun]
            if subjects[verb] > 1:
                rels[noun] = "obl"
                subjects[verb] -= 1


def for_whom(parsed: Parsed) -> None:
    """Behind "for", a noun is the subject of the infinitive and not of the verb before it
    ("rallied, calling for Wekesa to quit"), behind "with" of the participle ("fighting went on,
    with the minister, Ann Roe, warning of a war")."""
    heads, rels = parsed.heads, parsed.deprels
    taken: dict[int, tuple[int, int]] = {}
    for mark, rel in enumerate(rels):
        clause = heads[mark]
        verb = heads[clause]
        if rel == "mark" and parsed.word(mark).lower() in _LEADING and verb < mark < clause:
            taken[verb] = (mark, clause)
    for noun, rel in enumerate(rels):
        mark, clause = taken.get(heads[noun], (0, 0))
        if rel == "nsubj" and mark < noun < clause:
            heads[noun] = clause


def being(parsed: Parsed) -> None:
    """A noun right before "being" and a participle is the subject of these, not what they stand
    beside ("reports of men being beaten")."""
    heads, rels = parsed.heads, parsed.deprels
    for aux, rel in enumerate(rels):
        noun, verb = aux - 1, heads[aux]
        passive = rel == "aux:pass" and parsed.word(aux).lower() == "being"
        if not passive or noun < 0 or parsed.upos[noun] not in NOUNS or rels[verb] != "acl":
            continue
        of = heads[verb] + 1
        told = rels[noun] == "nmod" and heads[noun] == heads[verb] and of < noun
        if told and heads[of] == noun and parsed.word(of).lower() == "of":
            heads[noun], rels[noun] = verb, "nsubj:pass"
            heads[of], rels[of] = verb, "mark"


def in_case(parsed: Parsed) -> None:
    """ "In case rebels come": a conjunction."""
    heads, rels = parsed.heads, parsed.deprels
    for case, rel in enumerate(rels):
        clause = heads[case]
        if rel != "obl" or parsed.word(case).lower() != "case" or rels[clause] != "advcl":
            continue
        if 0 < case < clause and parsed.word(case - 1).lower() == "in":
            rels[case] = rels[case - 1] = "mark"
            heads[case - 1] = clause


def whose(parsed: Parsed) -> None:
    """A clause with "whose" behind a noun and a comma tells of that noun, and is nothing that is
    said ("the army, whose leader was killed, vowed revenge")."""
    heads, rels = parsed.heads, parsed.deprels
    for whose in range(2, len(parsed)):
        if parsed.word(whose).lower() != "whose" or parsed.word(whose - 1) != ",":
            continue
        noun, clause = whose - 2, heads[heads[whose]]
        if parsed.upos[noun] in NOUNS and rels[clause] in _AS_SAID and clause < heads[clause]:
            heads[clause], rels[clause] = noun, "acl:relcl"


def which(parsed: Parsed) -> None:
    """A clause with "who" for its subject, right behind a noun and a comma, tells of that noun, and
    so does one with "which" behind a name ("fled to Benin, which gave her refuge")."""
    heads, rels = parsed.heads, parsed.deprels
    names = {entity.end - 1 for entity in parsed.entities}
    for which in range(2, len(parsed)):
        word, noun, clause = parsed.word(which).lower(), which - 2, heads[which]
        if parsed.word(which - 1) != "," or not rels[which].startswith("nsubj"):
            continue
        name = noun in names and parsed.lemmas[clause] not in _OF_THE_WHOLE
        told = name or (word == "who" and parsed.upos[noun] in NOUNS)
        loose = rels[clause] in _BESIDE and heads[clause] < noun
        # "A war embroiling Togo, which backs it": it does not tell of the war.
        verb = heads[noun]
        inner = rels[noun] == "obj" and rels[verb] == "acl" and heads[verb] == heads[clause]
        loose = loose or (inner and rels[clause] == "acl:relcl")
        if word in _RELATIVE and told and loose and not below(parsed, noun, clause):
            heads[clause], rels[clause] = noun, "acl:relcl"
