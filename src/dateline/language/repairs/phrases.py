"""Phrases with a preposition, and what they hang on."""

from __future__ import annotations

from typing import Final

from dateline.language.parsed import Parsed
from dateline.language.repairs.reach import BEFORE, NOUNS, PHRASE, REACH, below, openings

_LOOSE: Final = frozenset(["advcl", "acl", "xcomp"])
_ON: Final = frozenset(["on", "upon"])


def agent_behind(parsed: Parsed) -> None:
    """ "By" right behind a participle tells who does that, and nothing of a word further off
    ("after protests, the army led by a general took the palace")."""
    heads = parsed.heads
    for verb, case in enumerate(range(1, len(parsed))):
        noun = heads[case]
        if (
            parsed.xpos[verb] == "VBN"
            and parsed.deprels[case] == "case"
            and parsed.word(case).lower() == "by"
            and heads[noun] not in (verb, noun)
            and parsed.upos[noun] in NOUNS
            and parsed.upos[verb] == "VERB"
            and not below(parsed, verb, noun)
        ):
            heads[noun], parsed.deprels[noun] = verb, "obl:agent"


def case_before_name(parsed: Parsed) -> None:
    """A preposition before a noun and the name beside it is that of the head of the two ("gave
    asylum to politician Amara Diallo", "talks with his counterpart Amara Diallo")."""
    heads, rels = parsed.heads, parsed.deprels
    for case, rel in enumerate(rels):
        noun = heads[case]
        if rel != "case" or case > noun:
            continue
        after = rels[noun] == "appos" and case < heads[noun] < noun
        if after or (rels[noun] == "nmod:desc" and noun < heads[noun]):
            heads[case] = heads[noun]


def phrase_before(parsed: Parsed) -> None:
    """A phrase with a preposition hangs on no noun that comes after with a preposition of its own
    ("vowed revenge on Togo after the attack"), but on what stands right before it."""
    heads, rels = parsed.heads, parsed.deprels
    leads = {heads[t]: t for t, rel in enumerate(rels) if rel == "case" and t < heads[t]}
    for noun, case in leads.items():
        head = heads[noun]
        if rels[noun] != "nmod" or not noun < leads.get(head, -1) < head or case == 0:
            continue
        before = case - 1
        if parsed.upos[before] in NOUNS:
            heads[noun] = before
        elif parsed.upos[before] == "VERB":
            heads[noun], rels[noun] = before, "obl"


def over_the_object(parsed: Parsed) -> None:
    """A phrase behind a verb and its object says nothing of the subject ("the fighting drew calls
    for calm from the union"): it is the verb's."""
    heads, rels = parsed.heads, parsed.deprels
    objects = {heads[t]: t for t, rel in enumerate(rels) if rel == "obj"}
    for case, rel in enumerate(rels):
        noun = heads[case]
        if rel != "case" or case > noun or rels[noun] != "nmod":
            continue
        subject = heads[noun]
        verb = heads[subject]
        if rels[subject] == "nsubj" and subject < verb < objects.get(verb, -1) < noun:
            heads[noun], rels[noun] = verb, "obl"


def on_whom(parsed: Parsed) -> None:
    """Who is called on to do something is no object of what he is to do, and "on" is no mark of
    an infinitive that has its "to" ("called on rich nations to help")."""
    heads, rels = parsed.heads, parsed.deprels
    led = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for to, rel in enumerate(rels):
        verb = heads[to]
        over = heads[verb]
        if rel != "mark" or parsed.word(to).lower() != "to" or not 0 < to - over < PHRASE:
            continue
        between = range(over + 1, to)
        taken = {(verb, "obj"), (verb, "nsubj"), (over, "iobj"), (over, "obj"), (over, "obl")}
        nouns = [t for t in between if (heads[t], rels[t]) in taken and t not in led]
        on = [
            t
            for t in between
            if (heads[t], rels[t]) in ((verb, "mark"), (over, "compound:prt"))
            and parsed.word(t).lower() in _ON
        ]
        if len(nouns) == len(on) == 1 and on[0] < nouns[0] < to < verb:
            heads[nouns[0]], rels[nouns[0]] = over, "obl"
            heads[on[0]], rels[on[0]] = nouns[0], "case"


def with_visitors(parsed: Parsed) -> None:
    """ "Visiting" between a preposition and a noun describes that, and is no clause
    ("held talks with visiting Prime Minister Amara Diallo")."""
    heads, rels = parsed.heads, parsed.deprels
    visits = [
        t
        for t in range(1, len(parsed))
        if parsed.word(t).lower() == "visiting"
        and rels[t] in _LOOSE
        and (heads[t - 1], rels[t - 1]) in ((t, "mark"), (t, "case"))
    ]
    if not visits:
        return
    led = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    opening = openings(parsed)
    for verb in visits:
        ahead = range(verb + 1, min(verb + REACH, len(parsed)))
        guests = [
            t
            for t in ahead
            if opening.get(t, t) == verb + 1 and t not in led and rels[t] not in BEFORE
        ]
        if not guests or parsed.upos[guests[0]] not in NOUNS:
            continue
        guest, over = guests[0], heads[verb]
        for token in range(max(0, verb - PHRASE), min(verb + PHRASE, len(parsed))):
            if heads[token] == verb:
                heads[token] = guest if token < guest else over
        heads[guest], rels[guest] = over, "nmod" if parsed.upos[over] in NOUNS else "obl"
        heads[verb], rels[verb] = guest, "amod"
        rels[verb - 1] = "case"
