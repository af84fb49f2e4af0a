"""On whose word a loss is told."""

from __future__ import annotations

from dateline.extract.casualties.counted import loss_noun
from dateline.extract.casualties.tables import words
from dateline.extract.casualties.whose import group
from dateline.extract.events.scene import Scene
from dateline.record import Statement


def claimant(trigger: int, people: int, scene: Scene) -> str | None:
    """The speaker of the innermost statement, else the subject of a verb of reporting.

    None where the document itself asserts the loss, or nobody known vouches for it.
    """
    statement = scene.statement_of[people] or scene.statement_of[trigger]
    if statement is not None:
        speaker = statement.speaker or _capital(statement, scene)
        if speaker is not None:
            return speaker
    p, g = scene.parsed, scene.grammar
    taken = loss_noun(trigger, scene)
    if taken is not None and taken.where == "ending":
        return None  # "shelling claimed the lives of 12"
    for token in (people, trigger):
        head = p.heads[token]
        if g.lemma(head) == "number":  # "put the number of dead at 16"
            token, head = head, p.heads[head]
        if g.lemma(head) in words("reporting") and token in g.objects(head):
            for subject in g.subjects(head):
                return group(subject, scene)
    return None


def _capital(statement: Statement, scene: Scene) -> str | None:
    """ "According to Paris": a source that is nothing but a place speaks for its state."""
    found = scene.found
    for source in statement.source:
        for span, place in found.place_at.over(*source):
            if span == source and place.country is not None:
                states = (a for a in found.actors if a.kind == "state")
                return next((a.id for a in states if a.country == place.country), None)
    return None
