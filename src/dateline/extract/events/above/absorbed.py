"""Acts of words that take in what they are about: it is not coded apart (PLOVER)."""

from __future__ import annotations

from dateline.extract.events.above.step import Step
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import ABSORBING, PACT
from dateline.extract.events.scene import Scene

_CONTENT = frozenset(
    ["xcomp", "ccomp", "obj", "obl", "acl", "advcl", "nmod", "nsubj:pass", "csubj"]
)
_CONTENT_MARKS = frozenset(["to", "that"])
"""Before the clause that says what a demand or a promise is."""
_GERUND_MARK = "of"
_ABOUT = frozenset(["to", "against"])
"""Before the clause that words are about: "urged it to leave", "warned against leaving"."""
_FAVOURING = frozenset(["support", "back", "favor", "favour", "oppose"])
_CAUSES = frozenset(["for", "against", "over"])


def absorbed(step: Step) -> bool:
    """Whether the event above takes this one in."""
    outer = step.outer
    if outer is None or outer is step.candidate:
        return False
    if not (_said(step, outer) or _cause(step, outer) or _demanded(step, outer)):
        return False
    step.out.under = outer.token
    return True


def _said(step: Step, outer: Candidate) -> bool:
    """ "Urged it to leave", "a threat to attack", "agreed on a withdrawal"."""
    g, p, low = step.grammar, step.parsed, step.low
    words = outer.entry.type in ABSORBING or outer.entry.cameo == PACT
    if outer.entry.type == "SUPPORT" and step.rel == "xcomp" and step.over in _FAVOURING:
        return True  # "supported sending more troops"
    if not words or p.deprels[low] not in _CONTENT:
        return False
    if step.rel == "advcl" and not (_about(step, outer) or g.gerund_taken(low)):
        return False
    described = p.upos[step.high] == "NOUN" and step.rel == "acl"
    return not described or _content_marks(low, step.scene)


def _cause(step: Step, outer: Candidate) -> bool:
    """What a protest is for or against."""
    return outer.entry.type == "PROTEST" and (
        step.rel in ("nmod", "obl") and bool(_CAUSES & step.case)
    )


def _demanded(step: Step, outer: Candidate) -> bool:
    """ "Marched, demanding that the premier resign", "took to the streets to call for it": what a
    protest is for, whatever its verb."""
    if outer.entry.type != "PROTEST" or step.candidate.entry.type != "REQUEST":
        return False
    clause = step.rel in ("advcl", "xcomp", "acl") and not step.grammar.own_subject(step.low)
    return clause and (step.parsed.xpos[step.low] == "VBG" or "to" in step.case)


def _about(step: Step, outer: Candidate) -> bool:
    """Whether an adverbial clause says what words are about: "pushed for resuming talks"."""
    gerund = step.parsed.xpos[step.low] == "VBG"
    asked = outer.entry.type == "REQUEST" and gerund and "for" in step.case
    return asked or bool(_ABOUT & step.case)


def _content_marks(clause: int, scene: Scene) -> bool:
    """ "A refusal to deploy", "of deploying it": whether a clause says what a word is about."""
    case = set(scene.grammar.case(clause))
    gerund = scene.parsed.xpos[clause] == "VBG" and _GERUND_MARK in case
    return gerund or bool(_CONTENT_MARKS & case)
