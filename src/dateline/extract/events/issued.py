"""Whose words a document has: all who were told to speak, or to sign, right before it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.events.draft import Draft, told_before
from dateline.extract.events.ontology import VERBAL
from dateline.extract.events.pointing import definite
from dateline.extract.events.scene import Scene
from dateline.extract.grammar_words import of_role

_BEHIND = 2
"""Sentences behind those who issue a document in which it is told what it says."""
_OWNED = frozenset(["nmod:poss", "nmod", "acl:relcl", "compound"])


def name_the_issuers(events: Sequence[Draft], scene: Scene) -> None:
    """ "Kenya, Togo and Ghana called for peace. The statement urges Mali to": let the statement be
    that of all three, where it names nobody else. `events` are in the order of the text."""
    known = scene.found.actor_by_id
    for number, event in enumerate(events):
        if not _by_a_document(event, scene):
            continue
        for before in told_before(events, number, _BEHIND, scene):
            if before.type not in VERBAL or len(before.actors) < 2:
                continue
            members = {m for a in event.actors for m in known[a].members}
            if {*event.actors} - {*before.actors} and members != {*before.actors}:
                break  # another's
            event.actors = [*before.actors]
            event.recipients = [r for r in event.recipients if r not in event.actors]
            event.why.append("whose document it is, told before")
            break


def _by_a_document(event: Draft, scene: Scene) -> bool:
    """Whether a known document is the subject of an act of words, and nobody's beside it."""
    if event.type not in VERBAL or event.candidate.entry.pos != "V":
        return False
    p = scene.parsed
    subjects = scene.grammar.subjects(event.candidate.verb)
    return any(
        scene.has(s, of_role("document"))
        and definite(s, scene)
        and not any(p.deprels[c] in _OWNED for c in p.children[s])
        for s in subjects
    )
