"""Where the climb ends: the words above do not reach the event."""

from __future__ import annotations

from dateline.extract.events.above.step import Step
from dateline.extract.events.above.tense import past
from dateline.extract.events.ontology import ABSORBING, PACT
from dateline.extract.events.pointing import definite
from dateline.extract.events.tables import circumstances
from dateline.extract.grammar_words import of_role

_WAKE = frozenset(["wake", "aftermath", "midst"])
"""Behind "in the": in what circumstances something else is told."""
_ANSWERS = frozenset(["protest", "anger", "retaliation", "response", "reaction", "revenge"])
_CHANCES, _USING = of_role("chance"), of_role("using")
_WHILE = frozenset(["as", "when", "where", "although", "though", "whereas"])
_CLAUSES = frozenset(["acl:relcl", "parataxis", "appos", "nsubj"])
"""Relations of what is told beside the words above."""
_DECIDING_ON = frozenset(["agree", "decide", "settle", "insist"])


def circumstance(step: Step) -> bool:
    """ "After the war", "in the wake of an uprising", "in protest at an arrest": no part of what
    is told with it."""
    g, p = step.grammar, step.parsed
    if step.rel in ("obl", "nmod") and step.case & circumstances():
        return True
    leads = [c - 1 for c in p.children[step.low] if g.rel(c) == "case" and c > 1]
    if any(g.lemma(t) in _ANSWERS and p.word(t - 1).lower() == "in" for t in leads):
        return True  # "in protest at an arrest", hung on the verb
    return step.over in _WAKE | _ANSWERS and "in" in g.case(step.high)


def chance(step: Step) -> bool:
    """ "Took the opportunity to", "let me take this opportunity to": what is used is no chance."""
    g, p = step.grammar, step.parsed
    if step.over not in _CHANCES or "to" not in step.case:
        return False
    verb = p.heads[step.high]
    free = not any(g.rel(c) == "aux" for c in p.children[verb])
    return free and g.rel(step.high) == "obj" and g.lemma(verb) in _USING


def told_beside(step: Step) -> bool:
    """ "Plans to visit, years after rebels burned the bridge"."""
    clause = step.rel in ("advcl", "acl") and step.parsed.deprels[step.low] != "acl:relcl"
    return clause and bool(step.case & (circumstances() | _WHILE)) and past(step.low, step.scene)


def own_clause(step: Step) -> bool:
    """A relative clause, an apposition, a subject."""
    return step.parsed.deprels[step.low] in _CLAUSES


def known(step: Step) -> bool:
    """ "It is not clear whether the arrest was linked to it": there was an arrest."""
    noun, candidate = step.low, step.candidate
    own = step.parsed.deprels[noun] == "nsubj:pass" and noun == candidate.token == candidate.verb
    return own and definite(noun, step.scene)


def setting(step: Step) -> bool:
    """ "In a call, he urged", "proposed it on a visit to Togo": where it was said, and not what it
    is about; "on" says so only of visits, or before the verb ("agreed on talks")."""
    g, entry, outer = step.grammar, step.candidate.entry, step.outer
    if outer is None or entry.type != "CONSULT" or entry.pos != "N":
        return False
    visit = entry.mode == "visit" and g.lemma(outer.token) not in _DECIDING_ON
    if step.rel not in (("obl", "nmod") if visit else ("obl",)):
        return False
    said = outer.entry.type in ABSORBING or outer.entry.cameo == PACT
    leads = {"in", "at", *(["on"] if visit or step.low < outer.token else [])}
    return said and outer.entry.pos == "V" and bool(leads & step.case)


def considered(step: Step) -> bool:
    """ "Was considered the worst attack in years", "considering that it has sent troops"."""
    noun = step.parsed.upos[step.low] == "NOUN"
    if noun and step.over == "consider" and step.grammar.passive(step.high):
        return True
    return step.parsed.word(step.high).lower() == "considering" and step.rel == "ccomp"


def other_noun(step: Step) -> bool:
    """A noun above the event's own words is a part of what is told, not of how real it is."""
    noun = step.parsed.upos[step.low] == "NOUN"
    return step.rel in ("nmod", "obl", "obj") and step.low != step.candidate.verb and noun


def reported(step: Step) -> bool:
    """ "Reports that shells had hit", "said that": a clause of its own; a noun on a noun."""
    g, p = step.grammar, step.parsed
    if step.rel == "acl" and any(g.rel(c) in ("nsubj", "aux") for c in p.children[step.low]):
        return True
    return step.rel == "ccomp" or (step.rel == "nmod" and p.upos[step.high] == "NOUN")
