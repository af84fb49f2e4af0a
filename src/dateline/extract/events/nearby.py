"""The recipient that the entry does not foresee: the nearest actor below the trigger."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import circumstances

_TOWARDS = frozenset(
    ["to", "with", "against", "on", "for", "from", "toward", "towards", "at", "of"]
)
_AGAINST = _TOWARDS - {"with"}
_BYSTANDERS = frozenset(["media", "JRN", "BUS"])
_VIOLENT = frozenset(["ASSAULT", "COERCE"])
_BY_WORD = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST"])
_ONE_WAY = frozenset(["ASSAULT", "AID"])
"""Types in which what stands behind "from" is whence it comes."""
_BESIDES = frozenset(["alongside", "besides", "including", "like"])
"""Prepositions that add to a noun what belongs to the same act."""
_GIVING_UP = frozenset(["RETREAT", "AGREE", "CONCEDE"])
_MAKING = frozenset(["set", "form", "create", "establish", "join", "build", "found"])
_SIGNS = frozenset(["hallmark", "trademark", "signature", "fingerprint"])
_PEACEKEEPING = "074"
_MAX_STEPS = 40


def nearby(
    candidate: Candidate, actors: list[str], scene: Scene, by_token: Mapping[int, Candidate]
) -> list[str]:
    """The nearest actor below the trigger that the rules did not ask for.

    Where the wording is one that the lexicon does not foresee, the actor that stands nearest
    in the tree, in the event's own clause, is more often its target than not.
    """
    g, p = scene.grammar, scene.parsed
    kind = ontology()[candidate.entry.type]
    # What one agrees that is so befalls nobody; what one agrees to do may.
    closed = kind.happens_somewhere or candidate.entry.type == "AGREE"
    towards = _AGAINST if candidate.entry.type in ("ACCUSE", "PROTEST") else _TOWARDS
    if candidate.entry.type in _ONE_WAY:
        towards = towards - {"from"}  # "fired from a drone", "was granted 5 million from"
    beside = {"to", *circumstances()}
    sent = candidate.entry.pos == "N" and candidate.entry.type == "MOBILIZE"
    giving = candidate.entry.type in _GIVING_UP
    armed = candidate.entry.mode in ("drone", "aerial", "heavy-weapons", "explosives")
    aside = classes()["opposed"] | classes()["victimizing"]
    # Whoever a word of the trigger belongs to ("peacekeepers were deployed") is no target.
    at = scene.found.actor_at
    words = [scene.counted(t) for t in candidate.words]
    held = [span for t in words for span, _ in at.over(p.starts[t], p.ends[t])]
    held += [m.span for a in actors for m in scene.found.actor_by_id[a].mentions]
    inside = {a.id for s, e in held for _, a in at.within(s, e)}
    subjects = set(g.subjects(candidate.verb))
    level, steps = [candidate.token], 0
    while level and steps < _MAX_STEPS:
        below: list[int] = []
        for t in level:
            for c in p.children[t]:
                steps += 1
                rel = g.rel(c)
                if c in subjects or rel in ("parataxis", "advcl", "conj", "advmod"):
                    continue
                if rel == "acl" and beside.intersection(g.case(c)):
                    continue  # "a raid to free the hostages", "a raid after soldiers were killed"
                # "lifted sanctions imposed on": what describes a word of the trigger counts.
                if rel == "acl" and t not in candidate.words:
                    continue
                if p.deprels[c] == "acl" and g.own_subject(c):
                    continue  # "denied reports that its troops attacked rebels"
                inner = by_token.get(t)
                if g.lemma(t) in _SIGNS:
                    continue  # "the attack bore the hallmarks of rebels": they are no target
                held_by = p.deprels[c] in ("obj", "nsubj:pass")
                if held_by and inner is not None and own_force(inner):
                    continue  # who is withdrawn or sent is the actor's own
                if t == candidate.token and sent and "of" in g.case(c):
                    continue  # "its deployment of troops"
                if t != candidate.token and scene.has(t, aside) and "of" in g.case(c):
                    continue  # whose enemies they are, who was murdered
                if p.deprels[c] == "obl:agent" or (rel == "ccomp" and closed):
                    continue
                case = set(g.case(c))
                if "according" in case:
                    continue  # who says so
                if "at" in case and candidate.entry.type in _BY_WORD:
                    continue  # "signed it at the palace": where, not with whom
                if (
                    candidate.entry.type == "ACCUSE"
                    and case & {"at", "to"}
                    and any("JUD" in a.sectors for a in scene.mentioned(c))
                ):
                    continue  # "filed a petition at the court": it judges and is not sued
                cause = by_token.get(c)
                if "for" in case and cause is not None and cause.entry.type in _VIOLENT:
                    continue  # "retaliation for a strike on civilians": they are no target of it
                direct = rel in ("obj", "iobj", "amod", "compound", "xcomp", "ccomp", "acl")
                owner = p.deprels[c] in ("nmod:poss", "nsubj", "nsubj:pass")
                if "in" in case and scene.has(c, classes()["aid"]):
                    below.append(c)  # "20 million in aid to Togo"
                    continue
                if not (direct or owner or case & (towards | _BESIDES)):
                    continue
                if case & _BESIDES:
                    below.append(c)  # "food alongside medicine for Togo"
                    continue
                if p.deprels[c] == "obj" and g.lemma(t) in _MAKING:
                    # "Agreed to set up a research body": it is made by it.
                    inside |= {a.id for a in scene.mentioned(c)}
                    below.append(c)
                    continue
                if giving and p.xpos[c] == "PRP$":
                    continue  # "lay down their arms": their own
                if rel in ("obj", "iobj", "obl", "nmod", "amod", "nsubj", "compound"):
                    # A word of the trigger itself ("peacekeepers were sent") is no target.
                    own = c in candidate.words or (armed and scene.has(c, classes()["weapon"]))
                    known = () if own else scene.mentioned(c, whole=True)
                    named = [
                        a.id
                        for a in known
                        if a.id not in actors
                        and a.id not in inside
                        and not _BYSTANDERS & {a.kind, *a.sectors}
                    ]
                    if named:
                        return named[:1]
                below.append(c)
        level = below
    return []


def own_force(candidate: Candidate) -> bool:
    """Whether what a verb takes as its object is a force of the actor's."""
    entry = candidate.entry
    sent = entry.type == "MOBILIZE" or entry.mode == "withdraw" or entry.cameo == _PEACEKEEPING
    return entry.pos == "V" and sent
