"""Words that stand for an actor named elsewhere: each other, it, a rocket that rebels fired."""

from __future__ import annotations

from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene
from dateline.record import Actor

_ENEMIES = frozenset(["enemy", "adversary", "foe"])
_HUMAN = frozenset(["person", "population"])
_OF_STATE = frozenset(["GOV", "MIL", "COP"])
_MORE = frozenset(["other", "others", "more", "another"])
_SOME = frozenset(["many", "some", "several", "dozen", "score", "hundred", "most", "few"])
"""Of those who are told of before."""
_DYING = frozenset(["die", "perish"])
_CLASHING = frozenset(["clash", "march", "rally", "gather", "scuffle", "protest", "demonstrate"])
_ARMED = frozenset(["MIL", "COP"])
_SIDE = frozenset(["other", "side", "party", "country", "state", "nation", "government"])
_SUPPLIED = frozenset(
    ["supply", "sell", "provide", "make", "build", "manufacture", "produce", "donate", "buy"]
)


def reciprocal(noun: int, scene: Scene) -> bool:
    """ "Each other", "one another", and "the other" of two of which each or both do it."""
    p = scene.parsed
    word = p.word(noun).lower()
    after = p.word(noun + 1).lower() if noun + 1 < len(p) else ""
    before = p.word(noun - 1).lower() if noun else ""
    pairs = (("each", "other"), ("one", "another"))
    if (word, after) in pairs or (before, word) in pairs:
        return p.deprels[noun] != "amod"
    return _the_other(noun, scene) and any(_each(s, scene) for s in _beside(noun, scene))


def _the_other(noun: int, scene: Scene) -> bool:
    """ "The other", "the other side"."""
    g = scene.grammar
    described = [c for c in scene.parsed.children[noun] if g.rel(c) == "amod"]
    if g.lemma(noun) not in _SIDE or len(described) > 1:
        return False
    return any(g.lemma(t) == "other" for t in (noun, *described))


def _beside(noun: int, scene: Scene) -> list[int]:
    """The subjects of the verb that a noun stands under."""
    return [s for s in scene.grammar.subjects(scene.parsed.heads[noun]) if s != noun]


def _each(subject: int, scene: Scene) -> bool:
    """ "Each side", "each of the two", "they each", "both countries"."""
    p, g = scene.parsed, scene.grammar
    below = (*p.children[subject], *p.children[p.heads[subject]])
    said = [subject, *(c for c in below if g.rel(c) in ("det", "advmod"))]
    return any(p.word(t).lower() in ("each", "both") for t in said)


def speaking_body(noun: int, scene: Scene) -> list[str]:
    """ "The ministry said it had foiled an attack": the body that speaks, in reported words.

    "They" may be the people who speak, too ("residents said they had fled"), or those for whom a
    spokesman does."""
    p, g = scene.parsed, scene.grammar
    statement = scene.statement_of[noun]
    if statement is None or statement.speaker is None or statement.mode == "direct":
        return []
    speaker = scene.found.actor_by_id.get(statement.speaker)
    several = scene.grammar.lemma(noun) == "they"
    if speaker is None or speaker.kind == "media" or (speaker.kind == "population" and not several):
        return []
    if speaker.kind == "person" and not (several and _spokesman(speaker)):
        return []
    verb = p.heads[noun]
    main = verb if g.rel(verb) != "conj" else p.heads[verb]
    # In a clause below ("Kenya had broken the truce when it fired") it is somebody else.
    reported = g.rel(main) == "ccomp" or p.heads[main] == main
    return [speaker.id] if g.rel(noun) == "nsubj" and reported else []


def spoken_for(speaker: str, scene: Scene) -> str | None:
    """Whom somebody in an office means by "we" of a deed ("we shelled the town", "they attacked
    us"): the armed group or body of his office, else the state that he serves."""
    known = scene.found.actor_by_id.get(speaker)
    if known is None or known.kind != "person" or not known.roles:
        return None
    bodies = {role.organisation for role in known.roles} - {None}
    for actor in scene.found.actors:
        if actor.kind in ("armed_group", "organisation") and actor.name in bodies:
            return actor.id
    if not known.land or not _OF_STATE.intersection(known.sectors):
        return None
    states = (a for a in scene.found.actors if a.kind == "state" and a.land == known.land)
    return next((a.id for a in states), None)


def _spokesman(actor: Actor) -> bool:
    return any("spokes" in role.title.lower() for role in actor.roles)


def shooters(weapon: int, scene: Scene) -> list[str]:
    """Who is told to have fired, launched or planted a weapon, in a clause upon it."""
    p, g = scene.parsed, scene.grammar
    for c in p.children[weapon]:
        if g.rel(c) != "acl" or p.xpos[c] not in ("VBN", "VBD") or g.lemma(c) in _SUPPLIED:
            continue  # who supplied it need not have used it
        for t in (c, *(d for d in p.children[c] if g.rel(d) in ("xcomp", "ccomp"))):
            found = [a for s in g.subjects(t) if s != weapon for a in scene.actors(s)]
            if found:
                return found
            # "Fired from an American drone", "from a Turkish warship": whose it is.
            carriers = [s for s in g.preps(t, "from") if scene.has(s, _carriers())]
            found = [a for s in carriers for a in scene.actors(s)]
            if found:
                return found
    return []


def _carriers() -> frozenset[str]:
    return classes()["aircraft"] | classes()["warships"]


def enemy(noun: int, scene: Scene) -> list[str]:
    """ "The enemy", "enemy forces" in the words of one side: the state that fights it. That of the
    authorities of a breakaway region is the state they broke away from."""
    p, g, found = scene.parsed, scene.grammar, scene.found
    below = p.children[noun]
    owned = any(p.deprels[c] == "nmod:poss" for c in below)
    said = [noun, *(c for c in below if p.deprels[c] in ("compound", "amod"))]
    statement = scene.statement_of[noun]
    if owned or statement is None or not statement.speaker:
        return []
    if _ENEMIES.isdisjoint(g.lemma(t) for t in said):
        return []
    speaker = found.actor_by_id[statement.speaker]
    if speaker.land is None:
        return []
    if "PRE" in speaker.sectors:
        return [a.id for a in found.actors if a.kind == "state" and a.land == speaker.land][:1]
    return scene.rivals(speaker.land)[:1]


def others(noun: int, scene: Scene) -> list[str]:
    """ "Killed a rebel and arrested four others", "dozens more were hurt", "fired at the crowd, and
    two were killed": people of the kind that is told before to be hit, in the same sentence; also
    who clashed, of whom "many were detained"."""
    p, g = scene.parsed, scene.grammar
    below = [c for c in p.children[noun] if g.lemma(c) not in _MORE]
    described = any(g.rel(c) in ("nmod", "amod", "acl") for c in below)
    counts = g.lemma(noun) in _SOME or p.upos[noun] == "NUM"
    some = counts and p.deprels[noun] == "nsubj:pass"
    more = g.lemma(noun) in _MORE or (counts and len(below) < len(p.children[noun]))
    if described or not (some or more):
        return []
    start = p.sentences[p.sentence_of[noun]].start
    for token in range(noun - 1, start - 1, -1):
        if p.upos[token] != "NOUN" or not _hit(token, scene, some=some):
            continue
        if found := [a for a in scene.mentioned(token) if a.kind in _HUMAN]:
            return [a.id for a in found]
    return []


def _hit(noun: int, scene: Scene, *, some: bool) -> bool:
    """Whether a noun names whom a verb hits; `some`: or who clashes, and bears no arms."""
    p, g = scene.parsed, scene.grammar
    armed = any(_ARMED.intersection(a.sectors) for a in scene.mentioned(noun))
    if scene.counted(p.heads[noun]) == noun:
        noun = p.heads[noun]  # "some of the protesters"
    verb, rel = p.heads[noun], g.rel(noun)
    if rel == "obj" or p.deprels[noun] == "nsubj:pass":
        return True
    if rel == "nsubj" and g.lemma(verb) in _DYING:
        return True
    if some and rel == "obl" and {"at", "on"} & set(g.case(noun)):
        return True
    return some and rel == "nsubj" and not armed and g.lemma(verb) in _CLASHING
