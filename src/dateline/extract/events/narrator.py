"""Who "we" are in a text that quotes nobody: the state or body whose own statement it is."""

from __future__ import annotations

from dateline.extract.events.scene import Scene

_OPENING = 6
"""Sentences in which a statement says whose it is."""
_STANCES = frozenset(
    [
        *("appeal", "call", "concern", "concerned", "condemn", "deplore", "express", "reaffirm"),
        *("regret", "reiterate", "reject", "support", "urge", "welcome"),
    ]
)
_PRESENT = frozenset(["VBZ", "VBP"])
_SPINE = frozenset(["root", "ccomp", "parataxis", "conj"])
_WHOSE = frozenset(["state", "organisation"])


def narrators(scene: Scene) -> list[str]:
    """ "The UK is deeply concerned ... We urge Kenya": those who take the first stance in the
    present tense, where nobody else says so; empty where none does."""
    p, g = scene.parsed, scene.grammar
    for sentence in p.sentences[:_OPENING]:
        for verb in range(sentence.start, sentence.end):
            if g.lemma(verb) not in _STANCES or p.deprels[verb] not in _SPINE:
                continue
            present = bool(_PRESENT & {p.xpos[c] for c in (verb, *p.children[verb])})
            present = present or p.word(verb) == g.lemma(verb)  # "condemn", whatever its tag
            found = [a for s in g.subjects(verb) for a in scene.actors(s)]
            theirs = all(scene.found.actor_by_id[a].kind in _WHOSE for a in found)
            if found and theirs and present:
                return found
    return []
