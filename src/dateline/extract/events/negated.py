"""What did not happen: a refusal, an assent, a denied act, or no event."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.modes import become
from dateline.extract.events.ontology import COOPERATIVE, HOSTILE, cameo_of, ontology
from dateline.extract.events.parties import Parties
from dateline.extract.events.scene import Scene

_RECOGNISING = frozenset(["054", "057"])
"""CAMEO of recognition and of accords, which one says that one will not grant or sign."""
_YIELDING = "080"
"""CAMEO of giving way."""
_BOWING = frozenset(["yield", "bow", "capitulate", "acquiesce", "accede", "relent", "cave"])
_UNTIL = frozenset(["until", "unless", "till", "before"])
_STANDING = frozenset(["046", "054"])
"""CAMEO of negotiation and of recognition."""


def _assents(draft: Draft, scene: Scene) -> bool:
    """ "Will not object to the bid", "did not quarrel over": who raises nothing lets it be.

    PLOVER has no type for it; the codings that CAMEO grew from count dissent that is denied as
    verbal cooperation. Both sides must be named, and no third word may deny or doubt it.
    """
    if draft.type not in ("ACCUSE", "REJECT") or draft.standing.under is not None:
        return False
    dissent = scene.grammar.lemma(draft.token) in classes()["dissent"]
    return dissent and bool(draft.actors and draft.recipients)


def _open(draft: Draft, scene: Scene) -> bool:
    """ "Has not agreed yet", "if it had not agreed": nothing is refused."""
    if draft.status == "hypothetical" and draft.standing.own != "may":
        return True
    below = scene.parsed.children[draft.candidate.verb]
    return any(scene.grammar.lemma(c) == "yet" for c in below)


def negated(draft: Draft, scene: Scene, parties: Parties) -> bool:
    """What did not happen: a refusal, a denied act, or no event."""
    quad = ontology()[draft.type].quad
    if _assents(draft, scene):
        draft.type, draft.mode, draft.cameo = "SUPPORT", None, cameo_of("SUPPORT", None)
        draft.status = "occurred"
        draft.why.append("no dissent: assent")
        return True
    pledged = draft.cameo in _RECOGNISING and draft.standing.own == "future"
    pledged = pledged or (draft.cameo in _STANDING and _habit(draft, scene))
    if draft.type in ("THREATEN", "ACCUSE", "SUPPORT", "REJECT") and not pledged:
        return False
    if (
        scene.grammar.lemma(draft.token) in classes()["leave"]
        and draft.actors
        and not _open(draft, scene)
    ):
        become(draft, "REJECT", (draft.type, draft.mode), "does not allow: a refusal")
        draft.status = "occurred"
        return True
    # "Kenya does not negotiate with rebels", "does not recognise Ghana": as it is, it will not.
    as_it_is = draft.cameo in _STANDING and _habit(draft, scene)
    willing = draft.standing.own in ("future", "may") or as_it_is or _chosen(draft, scene)
    willing = willing or (draft.candidate.entry.pos == "A" and not _open(draft, scene))
    # "Did not bow to the demands": who does not yield refuses.
    willing = willing or (draft.cameo == _YIELDING and scene.grammar.lemma(draft.token) in _BOWING)
    if quad in COOPERATIVE and willing and draft.actors:
        become(draft, "REJECT", (draft.type, draft.mode), "will not: a refusal")
        draft.status = "occurred"
        _tell_apart(draft, parties)
        draft.recipients = draft.recipients or _of_whom(draft, scene)
        return True
    if draft.type in HOSTILE and draft.actors:
        draft.status = "denied"
        draft.why.append("negated")
        return True
    return False


def _tell_apart(draft: Draft, parties: Parties) -> None:
    """ "Kenya will not meet Togo": of two who would do it with each other, who refuses acts."""
    refusing = parties.subjects(draft.candidate) or parties.whose_mind(draft.candidate)
    others = [a for a in draft.actors if a not in refusing]
    if refusing:
        draft.actors = refusing
        draft.recipients = [*draft.recipients, *(a for a in others if a not in draft.recipients)]


def _of_whom(draft: Draft, scene: Scene) -> list[str]:
    """ "Will not end the strike until the government pays": who has to do something first."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    terms = [c for c in p.children[verb] if g.rel(c) == "advcl" and _UNTIL & set(g.case(c))]
    nouns = [t for c in terms for t in (*g.subjects(c), *g.preps(c, "by"))]
    return [a for t in nouns for a in scene.actors(t) if a not in draft.actors]


def _chosen(draft: Draft, scene: Scene) -> bool:
    """ "Decided not to attend": what somebody means not to do."""
    return draft.status == "planned" and scene.grammar.rel(draft.candidate.verb) == "xcomp"


def _habit(draft: Draft, scene: Scene) -> bool:
    """Whether a verb is denied with "do not" or "does not"."""
    p, verb = scene.parsed, draft.candidate.verb
    return any(
        scene.grammar.lemma(c) == "do" and p.xpos[c] in ("VBP", "VBZ") for c in p.children[verb]
    )
