"""What reports tell that somebody refutes: "reports that troops crossed are groundless"."""

from __future__ import annotations

from dateline.extract.events.match import Candidate
from dateline.extract.events.scene import Scene

_REPORTS = frozenset(
    [
        *("report", "claim", "rumor", "rumour", "allegation", "assertion", "suggestion", "story"),
        *("accusation", "speculation", "charge", "insinuation", "notion", "talk"),
    ]
)
_REFUTING = frozenset(
    [
        *(
            "deny",
            "refute",
            "dismiss",
            "reject",
            "rebut",
            "rubbish",
            "dispute",
            "scotch",
            "contest",
        ),
        *("discount", "debunk", "repudiate", "rebuff", "quash"),
    ]
)
_FALSE = frozenset(
    [
        *("groundless", "baseless", "unfounded", "false", "untrue", "fabricated", "wrong", "fake"),
        *("incorrect", "nonsense", "lie", "fabrication", "fiction", "absurd", "ridiculous"),
        *("inaccurate", "fantasy", "disinformation", "propaganda", "mistaken"),
    ]
)
_TELLING = frozenset(["claim", "say", "allege", "suggest", "assert", "state", "tell", "prepare"])
"""Verbs between a report and what it tells ("reports claiming that", "that Kenya prepares to")."""
_THESE = frozenset(["these", "those", "such", "the", "this"])
_ABOUT = frozenset(["of", "about", "on"])


def refuted(candidate: Candidate, scene: Scene) -> bool:
    """Whether an act is told by reports of which somebody says that they are false."""
    g, p = scene.grammar, scene.parsed
    for low, high in g.up(candidate.verb):
        rel = g.rel(low)
        if p.upos[high] == "NOUN" and g.lemma(high) in _REPORTS:
            told = rel in ("acl", "ccomp") or bool(_ABOUT & set(g.case(low)))
            return told and (_false(high, scene) or _taken_up(high, scene))
        if rel not in ("ccomp", "xcomp") or g.lemma(high) not in _TELLING:
            return False
    return False


def _false(noun: int, scene: Scene) -> bool:
    """Whether a report is refuted, or said to be false."""
    g, p = scene.grammar, scene.parsed
    verb = p.heads[noun]
    if any(g.lemma(c) in ("not", "never") for c in p.children[verb]):
        return False  # "did not deny reports that"
    if g.rel(noun) == "obj" or (g.rel(noun) == "nsubj" and g.passive(verb)):
        return g.lemma(verb) in _REFUTING
    said = g.rel(noun) == "nsubj" and any(g.rel(c) == "cop" for c in p.children[verb])
    return said and g.lemma(verb) in _FALSE


def _taken_up(noun: int, scene: Scene) -> bool:
    """ "There are rumours that ..., but these reports are groundless"."""
    g, p = scene.grammar, scene.parsed
    end = p.sentences[p.sentence_of[noun]].end
    return any(
        g.lemma(t) in _REPORTS
        and any(p.word(c).lower() in _THESE for c in p.children[t])
        and _false(t, scene)
        for t in range(noun + 1, end)
    )
