"""What a tree must be, whatever its scores say: slips that plain grammar rules out."""

from __future__ import annotations

from collections import Counter
from typing import Final

from dateline.language.parsed import Parsed

_NOUNS: Final = frozenset(["NOUN", "PROPN"])
_ALONE: Final = frozenset(["two", "both", "these", "those", "all"])
"""With one of these a plural noun stands alone behind "between"."""
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
_BEFORE: Final = frozenset(["det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"])
_PLURALS: Final = frozenset(["NNS", "NNPS"])
_AS_SAID: Final = frozenset(["ccomp", "advcl", "parataxis"])
_HALVES: Final = frozenset(["North", "South", "East", "West"])
_AND: Final = frozenset(["and", "or"])
_LOOSE: Final = frozenset(["advcl", "acl", "xcomp"])
_ON: Final = frozenset(["on", "upon"])
_RELATIVE: Final = frozenset(["who", "which"])
_OF_THE_WHOLE: Final = frozenset(
    [
        *("mean", "bring", "lead", "cause", "leave", "force", "prompt", "raise", "take", "come"),
        *("happen", "follow", "result", "trigger", "spark", "show"),
    ]
)
"""Verbs of clauses with "which" that tell of all that was said ("fought Togo, which brought")."""
_BESIDE: Final = frozenset(["advcl", "advcl:relcl", "parataxis"])
_PHRASE: Final = 30
"""Words within which what hangs on a word is looked for."""
_REACH: Final = 8
"""Steps up from one word to another."""


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
    _one_subject(parsed)
    _raised(parsed)
    _for_whom(parsed)
    _being(parsed)
    _between_two(parsed)
    _joined(parsed)
    _two_halves(parsed)
    _object_behind(parsed)
    _object_astray(parsed)
    _in_case(parsed)
    _agent_behind(parsed)
    _case_before_name(parsed)
    _phrase_before(parsed)
    _over_the_object(parsed)
    _as_what(parsed)
    _object_bare(parsed)
    _object_late(parsed)
    _on_whom(parsed)
    _with_visitors(parsed)
    _whose(parsed)
    _which(parsed)


def _one_subject(parsed: Parsed) -> None:
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


def _raised(parsed: Parsed) -> None:
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


def _for_whom(parsed: Parsed) -> None:
    """Behind "for", a noun is the subject of the infinitive and not of the verb before it
    ("rallied, calling for Wekesa to quit")."""
    heads, rels = parsed.heads, parsed.deprels
    taken: dict[int, tuple[int, int]] = {}
    for mark, rel in enumerate(rels):
        clause = heads[mark]
        verb = heads[clause]
        if rel == "mark" and parsed.word(mark).lower() == "for" and verb < mark < clause:
            taken[verb] = (mark, clause)
    for noun, rel in enumerate(rels):
        mark, clause = taken.get(heads[noun], (0, 0))
        if rel == "nsubj" and mark < noun < clause:
            heads[noun] = clause


def _being(parsed: Parsed) -> None:
    """A noun right before "being" and a participle is the subject of these, not what they stand
    beside ("reports of men being beaten")."""
    heads, rels = parsed.heads, parsed.deprels
    for aux, rel in enumerate(rels):
        noun, verb = aux - 1, heads[aux]
        passive = rel == "aux:pass" and parsed.word(aux).lower() == "being"
        if not passive or noun < 0 or parsed.upos[noun] not in _NOUNS or rels[verb] != "acl":
            continue
        of = heads[verb] + 1
        told = rels[noun] == "nmod" and heads[noun] == heads[verb] and of < noun
        if told and heads[of] == noun and parsed.word(of).lower() == "of":
            heads[noun], rels[noun] = verb, "nsubj:pass"
            heads[of], rels[of] = verb, "mark"


def _between_two(parsed: Parsed) -> None:
    """Between takes two: the second does not hang on what only tells of the first
    ("fighting between rebels armed by Kenya and the army")."""
    heads, rels = parsed.heads, parsed.deprels
    alone: set[int] = set()
    for case, rel in enumerate(rels):
        if rel == "case" and parsed.word(case).lower() == "between":
            alone.add(heads[case])
    for token, rel in enumerate(rels):
        if rel == "conj" or parsed.word(token).lower() in _ALONE:
            alone.discard(heads[token])
    above = {heads[noun]: noun for noun in alone}  # the clause may hang there, too
    if not alone:
        return
    for cc, rel in enumerate(rels):
        second = heads[cc]
        joined = rel == "cc" and parsed.word(cc).lower() == "and" and rels[second] == "conj"
        if not joined or parsed.upos[second] not in _NOUNS:
            continue
        first, clause = heads[second], False
        for _ in range(_REACH):
            if first in alone or first in above or heads[first] == first:
                break
            clause = clause or rels[first].startswith("acl")
            first = heads[first]
        noun = above.get(first, first)
        if clause and noun in alone and noun < heads[second]:
            heads[second] = noun
            alone.discard(noun)


def _joined(parsed: Parsed) -> None:
    """A noun behind "and" without a preposition is joined to what stands right before that, and no
    phrase of its own ("the government and the Liberation Front signed")."""
    heads, rels = parsed.heads, parsed.deprels
    led = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for cc, rel in enumerate(rels):
        noun = heads[cc]
        head = heads[noun]
        bare = rel == "cc" and rels[noun] == "nmod" and noun not in led
        if not bare or not head < cc < noun or parsed.word(cc).lower() not in _AND:
            continue
        partner = cc - 1
        for _ in range(_REACH):
            if partner == head or heads[partner] == head:
                break
            partner = heads[partner]
        if parsed.upos[partner] in _NOUNS and (partner == head or heads[partner] == head):
            heads[noun], rels[noun] = partner, "conj"


def _two_halves(parsed: Parsed) -> None:
    """ "North and South Korea" are two, of which the first stands for the whole name."""
    heads, rels = parsed.heads, parsed.deprels
    for north, tag in enumerate(parsed.upos[:-3]):
        cc, south, land = north + 1, north + 2, north + 3
        named = tag == parsed.upos[south] == parsed.upos[land] == "PROPN"
        if not named or parsed.word(cc) != "and" or heads[north] != land:
            continue
        if {parsed.word(north), parsed.word(south)} <= _HALVES and heads[south] in (north, land):
            heads[north] = north if heads[land] == land else heads[land]
            rels[north] = rels[land]
            for below in range(max(0, north - _PHRASE), north):
                if heads[below] == land:
                    heads[below] = north
            heads[land], rels[land] = north, "conj"
            heads[south], rels[south] = land, "compound"
            heads[cc] = land


def _object_behind(parsed: Parsed) -> None:
    """A noun without a preposition right behind a participle is its object, and not one more noun
    on what the participle describes ("talks involving Kenya resumed")."""
    heads, rels = parsed.heads, parsed.deprels
    marked = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    served = {heads[t] for t, rel in enumerate(rels) if rel in _OBJECTS}
    first = _openings(parsed)
    for noun, rel in enumerate(rels):
        verb = first.get(noun, noun) - 1
        if (
            rel == "nmod"
            and noun not in marked
            and verb > heads[noun] == heads[verb]
            and rels[verb] == "acl"
            and parsed.xpos[verb] == "VBG"
            and verb not in served
            and parsed.upos[noun] in _NOUNS
        ):
            heads[noun], rels[noun] = verb, "obj"


def _object_astray(parsed: Parsed) -> None:
    """A noun behind a verb describes no subject before it, but is what is done to ("a bomber killed
    ten Kenyans")."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in _OBJECTS}
    marked = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for noun, rel in enumerate(rels):
        subject = heads[noun]
        verb = heads[subject]
        astray = rel in _BEFORE and rels[subject] == "nsubj" and subject < verb < noun
        names = parsed.xpos[noun] in _PLURALS and noun not in marked
        if astray and names and verb not in served and parsed.upos[verb] == "VERB":
            heads[noun], rels[noun] = verb, "obj"
            parsed.upos[noun] = "PROPN" if parsed.xpos[noun] == "NNPS" else "NOUN"


def _in_case(parsed: Parsed) -> None:
    """ "In case rebels come": a conjunction."""
    heads, rels = parsed.heads, parsed.deprels
    for case, rel in enumerate(rels):
        clause = heads[case]
        if rel != "obl" or parsed.word(case).lower() != "case" or rels[clause] != "advcl":
            continue
        if 0 < case < clause and parsed.word(case - 1).lower() == "in":
            rels[case] = rels[case - 1] = "mark"
            heads[case - 1] = clause


def _agent_behind(parsed: Parsed) -> None:
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
            and parsed.upos[noun] in _NOUNS
            and parsed.upos[verb] == "VERB"
            and not _below(parsed, verb, noun)
        ):
            heads[noun], parsed.deprels[noun] = verb, "obl:agent"


def _below(parsed: Parsed, token: int, other: int) -> bool:
    """Whether a word hangs on another, or may: the way up is long."""
    for _ in range(_REACH):
        if token == other:
            return True
        if parsed.heads[token] == token:
            return False
        token = parsed.heads[token]
    return True


def _case_before_name(parsed: Parsed) -> None:
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


def _phrase_before(parsed: Parsed) -> None:
    """A phrase with a preposition hangs on no noun that comes after with a preposition of its own
    ("vowed revenge on Togo after the attack"), but on what stands right before it."""
    heads, rels = parsed.heads, parsed.deprels
    leads = {heads[t]: t for t, rel in enumerate(rels) if rel == "case" and t < heads[t]}
    for noun, case in leads.items():
        head = heads[noun]
        if rels[noun] != "nmod" or not noun < leads.get(head, -1) < head or case == 0:
            continue
        before = case - 1
        if parsed.upos[before] in _NOUNS:
            heads[noun] = before
        elif parsed.upos[before] == "VERB":
            heads[noun], rels[noun] = before, "obl"


def _over_the_object(parsed: Parsed) -> None:
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


def _object_bare(parsed: Parsed) -> None:
    """A noun without a preposition right behind its verb is the object, where there is no other
    ("accused neighbouring Togo of it"); times are marked as such."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in ("obj", "ccomp", "nsubj:pass")}
    led = {heads[t] for t, rel in enumerate(rels) if rel in ("case", "mark")}
    first = _openings(parsed)
    for noun, rel in enumerate(rels):
        verb = heads[noun]
        behind = first.get(noun, noun) == verb + 1 and parsed.upos[noun] == "PROPN"
        if rel == "obl" and behind and noun not in led and verb not in served:
            rels[noun] = "obj" if parsed.upos[verb] == "VERB" else rel


def _as_what(parsed: Parsed) -> None:
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
        ahead = range(called + 1, min(called + _REACH, len(parsed)))
        things = [
            t
            for t in ahead
            if parsed.upos[t] in _NOUNS
            and ((heads[t] == called and rels[t] == "obj") or (heads[t], rels[t]) == (verb, "obl"))
        ]
        if not things:
            continue
        thing = things[0]
        heads[thing], rels[thing] = verb, "obj"
        heads[called], rels[called] = verb, "obl"
        heads[as_], rels[as_] = called, "case"


def _object_late(parsed: Parsed) -> None:
    """A noun with an article and no preposition is the object where its verb has no other, behind
    a phrase as well ("condemned in the strongest terms the raid")."""
    heads, rels = parsed.heads, parsed.deprels
    served = {heads[t] for t, rel in enumerate(rels) if rel in _SERVED}
    led = {heads[t] for t, rel in enumerate(rels) if rel in ("case", "mark")}
    known = {heads[t] for t, rel in enumerate(rels) if rel == "det"}
    first = _openings(parsed)
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
        for t in range(max(0, verb - _PHRASE), verb)
    )
    return parsed.upos[verb] == "VERB" and told and not passive


def _on_whom(parsed: Parsed) -> None:
    """Who is called on to do something is no object of what he is to do, and "on" is no mark of
    an infinitive that has its "to" ("called on rich nations to help")."""
    heads, rels = parsed.heads, parsed.deprels
    led = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for to, rel in enumerate(rels):
        verb = heads[to]
        over = heads[verb]
        if rel != "mark" or parsed.word(to).lower() != "to" or not 0 < to - over < _PHRASE:
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


def _with_visitors(parsed: Parsed) -> None:
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
    opening = _openings(parsed)
    for verb in visits:
        ahead = range(verb + 1, min(verb + _REACH, len(parsed)))
        guests = [
            t
            for t in ahead
            if opening.get(t, t) == verb + 1 and t not in led and rels[t] not in _BEFORE
        ]
        if not guests or parsed.upos[guests[0]] not in _NOUNS:
            continue
        guest, over = guests[0], heads[verb]
        for token in range(max(0, verb - _PHRASE), min(verb + _PHRASE, len(parsed))):
            if heads[token] == verb:
                heads[token] = guest if token < guest else over
        heads[guest], rels[guest] = over, "nmod" if parsed.upos[over] in _NOUNS else "obl"
        heads[verb], rels[verb] = guest, "amod"
        rels[verb - 1] = "case"


def _whose(parsed: Parsed) -> None:
    """A clause with "whose" behind a noun and a comma tells of that noun, and is nothing that is
    said ("the army, whose leader was killed, vowed revenge")."""
    heads, rels = parsed.heads, parsed.deprels
    for whose in range(2, len(parsed)):
        if parsed.word(whose).lower() != "whose" or parsed.word(whose - 1) != ",":
            continue
        noun, clause = whose - 2, heads[heads[whose]]
        if parsed.upos[noun] in _NOUNS and rels[clause] in _AS_SAID and clause < heads[clause]:
            heads[clause], rels[clause] = noun, "acl:relcl"


def _which(parsed: Parsed) -> None:
    """A clause with "who" for its subject, right behind a noun and a comma, tells of that noun, and
    so does one with "which" behind a name ("fled to Benin, which gave her refuge")."""
    heads, rels = parsed.heads, parsed.deprels
    names = {entity.end - 1 for entity in parsed.entities}
    for which in range(2, len(parsed)):
        word, noun, clause = parsed.word(which).lower(), which - 2, heads[which]
        if parsed.word(which - 1) != "," or not rels[which].startswith("nsubj"):
            continue
        name = noun in names and parsed.lemmas[clause] not in _OF_THE_WHOLE
        told = name or (word == "who" and parsed.upos[noun] in _NOUNS)
        loose = rels[clause] in _BESIDE and heads[clause] < noun
        if word in _RELATIVE and told and loose and not _below(parsed, noun, clause):
            heads[clause], rels[clause] = noun, "acl:relcl"


def _openings(parsed: Parsed) -> dict[int, int]:
    """The first word of each noun's phrase, where that is another."""
    out: dict[int, int] = {}
    for token, rel in enumerate(parsed.deprels):
        head = parsed.heads[token]
        if rel in _BEFORE and token < head:
            out.setdefault(head, out.get(token, token))
    return out
