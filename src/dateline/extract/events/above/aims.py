"""What something above is done for: it has not come about by that."""

from __future__ import annotations

from dateline.extract.events.above.step import Step
from dateline.extract.events.above.tense import start_ahead
from dateline.extract.events.mood import along, is_kind
from dateline.extract.events.pointing import indefinite
from dateline.extract.events.tables import embedding

_STRIVING = frozenset(["fight", "fighting", "battle", "struggle", "vie", "rage", "compete"])
_PROVIDING = frozenset(["provide", "allow"])
_MEANS = frozenset(["use", "employ", "go", "return", "continue", "come", "vote"])
"""Verbs whose infinitive is told as done: "used gas to disperse", "went on to attack", and what a
body votes to do."""
_AIMS = frozenset(["RETREAT", "SANCTION", "COERCE", "ASSAULT", "AGREE", "COOPERATE"])
"""Types of what may fail although something is done for it."""
_TIES = "050"
"""CAMEO of better relations, which may fail to come about, too ("met to mend ties")."""
_CLIMB = 4
"""Steps up from a noun to the verb in whose phrase it stands."""


def striven_for(step: Step) -> bool:
    """ "Battle for the town", "the deal provides for the release of prisoners"."""
    aim = step.rel in ("obl", "nmod") and "for" in step.case
    if not aim or step.candidate.entry.type == "ASSAULT":
        return False
    why = f"what {step.parsed.word(step.high)!r} is for"
    if step.over in _STRIVING:
        return step.stands("hypothetical", why)
    provided = step.over in _PROVIDING and not step.grammar.objects(step.high)
    return provided and step.stands("planned", why)


def to_come(step: Step) -> bool:
    """ "The ministers meet next week to discuss it", "is on the agenda of a summit to come"."""
    aim = step.rel in ("advcl", "xcomp") and "to" in step.case
    present = step.parsed.xpos[step.high] in ("VBZ", "VBP")
    if aim and present and start_ahead(step.high, step.scene) is not None:
        return step.stands("planned", f"what {step.parsed.word(step.high)!r} is for")
    held = step.low == step.candidate.token and _to_be_held(step)
    return held and step.stands("planned", "in what is to come")


def _to_be_held(step: Step) -> bool:
    """ "Is expected to be on the agenda of a summit": talks that are not known yet, in a phrase of
    what is to come."""
    p, g, candidate = step.parsed, step.grammar, step.candidate
    talks = candidate.entry.type == "CONSULT" and candidate.entry.pos == "N"
    if not talks or candidate.happening is not None:
        return False
    token = candidate.token
    if not indefinite(token, step.scene):
        return False
    for _ in range(_CLIMB):
        if g.rel(token) not in ("nmod", "obl", "obj"):
            break
        token = p.heads[token]
        if p.upos[token] == "VERB":
            over = embedding().get((g.lemma(p.heads[token]), g.rel(token)))
            verbs = (token, *along(token, step.scene))  # "will go on, flying to Lome for talks"
            will = any(is_kind(g.lemma(c), "future") for t in verbs for c in p.children[t])
            return will or over == "planned"
    return False


def needed_for(step: Step) -> bool:
    """ "To end hostilities, Togo must withdraw"."""
    g, p = step.grammar, step.parsed
    if step.rel != "advcl" or "to" not in step.case:
        return False
    must = any(is_kind(g.lemma(c), "must") for c in p.children[step.high])
    return must and step.stands("hypothetical", f"what {p.word(step.high)!r} must be for")


def purpose(step: Step) -> bool:
    """ "Works on a plan to end the war", "an offensive to retake the town"."""
    outer, out = step.outer, step.out
    if outer is step.candidate or not _is_purpose(step):
        return False
    taking = step.candidate.entry.mode == "seize"
    if outer is not None and outer.entry.type == "ASSAULT" and taking:
        out.under = outer.token
        return True
    step.stands("hypothetical", f"what {step.parsed.word(step.high)!r} was for", moot=True)
    return False  # what is above may say more: "plans to meet to end the war"


def _is_purpose(step: Step) -> bool:
    """Whether a clause says what something is done for, and tells nothing done by it.

    Words come about: who strikes to protest protests, who pays to help helps. What serves as the
    means of an act of the same kind is told as done, too ("used gas to disperse").
    """
    candidate, outer = step.candidate, step.outer
    aims = candidate.entry.type in _AIMS or candidate.entry.cameo == _TIES
    if not aims or candidate.entry.mode == "access":
        return False
    if step.low not in (candidate.token, candidate.light) or candidate.effect == "avert":
        return False
    if step.parsed.xpos[step.low] != "VB" or "to" not in step.case or step.over in _MEANS:
        return False
    if outer is not None and outer.entry.type == candidate.entry.type:
        return False
    return step.rel == "advcl" or (step.rel == "acl" and outer is not None)
