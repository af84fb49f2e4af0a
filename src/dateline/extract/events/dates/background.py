"""What a story tells as background, which has not happened on the story's day."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import ontology
from dateline.extract.events.pointing import definite
from dateline.extract.events.scene import Scene
from dateline.extract.events.timed import long_standing
from dateline.extract.events.where import TOPICAL

_LATE = 3
"""Sentences after which a story tells no more of its day what "has been" done."""
_DONE = frozenset(["VBN", "VBD"])
_BEHIND = frozenset(["following", "after"])
_EARLIER = frozenset(["earlier", "previous", "past", "prior", "recent"])
_ONCE = frozenset(
    [
        *("previously", "formerly", "once", "historically", "eventually", "subsequently", "since"),
    ]
)
_USUAL = frozenset(
    [
        *("often", "frequently", "repeatedly", "regularly", "usually", "always", "routinely"),
        *("sometimes", "occasionally", "traditionally", "rarely", "seldom", "generally"),
    ]
)

_WARS = frozenset(["war", "conflict"])
"""Nouns for the whole of a war, never for the fighting of a day."""
_LOOKED_INTO = frozenset(
    [
        *("probe", "investigation", "inquiry", "enquiry", "trial", "tribunal", "hearing"),
        *("verdict", "inquest"),
    ]
)
_REMEMBERED = frozenset(["anniversary", "commemoration", "memorial", "memory"])
_SHORT = frozenset(["hour", "hours", "minutes", "moments", "shortly", "immediately", "soon"])
"""Before "after", what happened on the same day."""
_HOLDING = frozenset(["oppose", "insist", "blame", "charge", "claim", "support", "back"])
_INSIDE = frozenset(["acl", "acl:relcl", "nmod", "appos", "nmod:desc", "nmod:poss"])
_BECOMES = frozenset(["see", "leave", "get"])
_BESIDE = frozenset(
    [
        *("sideline", "margin", "day", "hour", "start", "beginning", "opening", "course"),
        *("midst", "height", "close"),
    ]
)
"""What goes before an event that is told itself ("at the start of the exercise")."""
_AROUND = frozenset(["amid", "in", "during", "at"])
_OVER = TOPICAL - {"on"}
"""Before what people meet, rally or speak about; "on" has too many other uses."""
_DURING = frozenset(["for", "in", "over", "during", "throughout"])
_LOOKS_BACK = frozenset(
    ["investigate", "probe", "examine", "commemorate", "remember", "punish", "prosecute", "avenge"]
)


def background(draft: Draft, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """Whether the words say that an event is no news of the story's day. `owners` are the events
    by each word that tells them."""
    p, g = scene.parsed, scene.grammar
    verb = draft.candidate.verb
    near = [draft.token, verb]
    if g.rel(verb) == "advcl" and not any(g.rel(c) == "nsubj" for c in p.children[verb]):
        near.append(p.heads[verb])  # "often shell the town, accusing it of"
    adverbs = {g.lemma(c) for t in near for c in p.children[t] if g.rel(c) == "advmod"}
    if adverbs & (_USUAL | _ONCE):
        return True
    return (
        _earlier(draft, scene)
        or _every(draft, scene)
        or _has_done(draft, scene)
        or _lasts(verb, scene)
        or long_standing(draft.token, scene)
        or _in_a_war(draft, scene)
        or _followed(draft, scene)
        or any("since" in g.case(low) for low, _ in g.up(draft.token))
        or (draft.candidate.entry.pos == "V" and _until_now(verb, scene))
        or aside(draft, owners, scene) is not None
        or any(_for_some_time(t, scene) for t in near)
        or _stance(draft, scene)
        or _after_it(draft, scene)
    )


def _after_it(draft: Draft, scene: Scene) -> bool:
    """ "Tempers rose after Kenya rejected the plan": what came before the news. Not talks, after
    which somebody speaks on the same day."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    if draft.type == "CONSULT" or g.rel(verb) != "advcl":
        return False
    marks = [c for c in p.children[verb] if p.word(c).lower() == "after"]
    return any(not c or p.word(c - 1).lower() not in _SHORT for c in marks)


def aside(draft: Draft, owners: Mapping[int, list[Draft]], scene: Scene) -> int | None:
    """The noun under which an event is only spoken of in what its sentence tells, whose day it
    has not; None where the sentence tells the event itself."""
    if (noun := _within_noun(draft, owners, scene)) is not None:
        return noun
    return draft.token if _spoken_about(draft, owners, scene) else None


def _within_noun(draft: Draft, owners: Mapping[int, list[Draft]], scene: Scene) -> int | None:
    """ "Is host to a coalition fighting the rebels", "controversy over the detention of monks":
    what only says more of somebody or something may be long past."""
    p, g = scene.parsed, scene.grammar
    for low, high in g.up(draft.candidate.verb):
        if _goes_on(low, high, scene):
            return None
        # "Signed a decree banning the party": what is being said there.
        words = g.issue(high) is not None
        # "The war left thousands killed": what became of them is told.
        became = g.rel(low) == "acl" and g.lemma(p.heads[high]) in _BECOMES
        beside = words or became or high in owners or g.lemma(high) in _BESIDE
        if p.deprels[low] in _INSIDE and not beside:
            return high
    return None


def _goes_on(verb: int, noun: int, scene: Scene) -> bool:
    """ "Won support from Diallo, who appealed to Togo": a clause behind a comma tells on of him
    (Huddleston and Pullum, Cambridge Grammar, 12.4: supplementary relative clauses)."""
    p, g = scene.parsed, scene.grammar
    if p.deprels[verb] != "acl:relcl" or p.xpos[verb] != "VBD" or p.upos[noun] != "PROPN":
        return False
    over = p.heads[noun]
    if p.xpos[over] in ("VBZ", "VBP"):
        return False  # "Diallo replaces Roe, who resigned after a year"
    below = {p.word(c).lower() for c in p.children[verb] if c < verb}
    behind = "," in below and not below.isdisjoint(("who", "whom"))
    return behind and g.rel(noun) != "nsubj"


def _spoken_about(draft: Draft, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """ "Condemned the shelling", "blamed him for the blockade", "the pullout is a step forward":
    the deed that words are about was before them, and so was what people meet or rally "over".
    Not talks, and not what the words came amid."""
    g, p, noun = scene.grammar, scene.parsed, draft.token
    own = draft.candidate.verb == noun or draft.candidate.effect == "given"
    if not own or draft.type == "CONSULT" or p.upos[noun] != "NOUN":
        return False
    over = p.heads[noun]
    if g.rel(noun) == "nsubj":
        return p.upos[over] == "NOUN" and any(g.rel(c) == "cop" for c in p.children[over])
    if g.rel(noun) not in ("obj", "obl") or not _AROUND.isdisjoint(g.case(noun)):
        return False
    if not _OVER.isdisjoint(g.case(noun)):
        return True
    return any(not ontology()[d.type].happens_somewhere for d in owners.get(over, ()))


def _stance(draft: Draft, scene: Scene) -> bool:
    """ "Kenya opposes the pact", "experts blame rebels", behind the lead and in nobody's words:
    what somebody holds all along."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    if p.xpos[verb] not in ("VBZ", "VBP") or g.lemma(verb) not in _HOLDING:
        return False
    return p.sentence_of[verb] != scene.opening and scene.statement_of[verb] is None


def _for_some_time(verb: int, scene: Scene) -> bool:
    """ "For several days rebels shelled the town", "in recent weeks": no one day."""
    p, g = scene.parsed, scene.grammar
    below = [c for c in p.children[verb] if g.rel(c) == "obl" and _DURING & set(g.case(c))]
    hits = (t for c in below for _, t in scene.found.time_at.over(p.starts[c], p.ends[c]))
    return any(t.type == "DURATION" and t.value.startswith("PX") for t in hits)


def _followed(draft: Draft, scene: Scene) -> bool:
    """ "Tries to form a cabinet following the resignation of Diallo": what was before the news.
    Not talks, after which somebody speaks on the same day."""
    if draft.type == "CONSULT":
        return False
    noun = draft.candidate.entry.pos == "N" and draft.candidate.verb == draft.token
    return noun and not _BEHIND.isdisjoint(scene.grammar.case(draft.token))


def _in_a_war(draft: Draft, scene: Scene) -> bool:
    """ "Kenya backed Togo during the conflict", "hundreds were killed in the war": what is told of
    a whole war, or the war itself where no verb says that it broke out."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    if draft.status != "occurred":
        return False
    if draft.candidate.entry.pos == "N" and g.lemma(draft.token) in _WARS:
        return draft.candidate.happening is None
    below = (c for c in p.children[verb] if g.rel(c) in ("obl", "nmod"))
    return any(
        g.lemma(c) in _WARS and {"in", "during"} & set(g.case(c)) and definite(c, scene)
        for c in below
    )


def _earlier(draft: Draft, scene: Scene) -> bool:
    """ "Killed in previous raids": what was before the events of the story."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    near = [draft.token, *(c for c in p.children[verb] if g.rel(c) in ("obl", "obj", "nsubj"))]
    return any(
        p.word(c).lower() in _EARLIER and g.rel(c) == "amod"
        for t in near
        if p.upos[t] == "NOUN" and not scene.person(t)
        for c in p.children[t]
    )


def _every(draft: Draft, scene: Scene) -> bool:
    """ "Shelled the town every week": a time that comes again."""
    p, g = scene.parsed, scene.grammar
    near = {draft.token, draft.candidate.verb}
    below = [c for t in near for c in p.children[t] if g.rel(c) in ("obl", "advmod", "nmod")]
    hits = (t for c in below for _, t in scene.found.time_at.over(p.starts[c], p.ends[c]))
    return any(t.type == "SET" for t in hits)


def _until_now(verb: int, scene: Scene) -> bool:
    """ "Ten have been killed since he took power": what came about over a time."""
    g, p = scene.grammar, scene.parsed
    below = [c for c in p.children[verb] if g.rel(c) in ("obl", "advcl")]
    first = any(scene.ranked(d) for c in below for d in p.children[c])
    return not first and any("since" in g.case(c) for c in below)  # "for the first time since"


def _has_done(draft: Draft, scene: Scene) -> bool:
    """ "Kenya, which has shelled the town": the present perfect that describes somebody."""
    over = _perfect(draft, scene)
    return over is not None and scene.parsed.deprels[over] == "acl:relcl"


def done_by_now(draft: Draft, scene: Scene) -> bool:
    """ "More than 200 have been killed", "Togo has asked Mali to mediate", behind the lead: it was
    on the day of publication, or at any time before."""
    if draft.status != "occurred" or _perfect(draft, scene) is None:
        return False
    return scene.parsed.sentence_of[draft.candidate.verb] - (scene.opening or 0) >= _LATE


def _perfect(draft: Draft, scene: Scene) -> int | None:
    """The verb in the present perfect that tells an event, or that it goes on from."""
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    over = p.heads[verb] if g.rel(verb) == "conj" and not g.own_subject(verb) else verb
    told = (*p.children[verb], *(c for c in p.children[over] if c < verb))
    has = p.xpos[verb] in _DONE and any(p.word(c).lower() in ("has", "have") for c in told)
    return over if has else None


def _lasts(verb: int, scene: Scene) -> bool:
    """ "Sanctions imposed on Togo", "the pact that they signed": how a lasting thing came about."""
    p, g = scene.parsed, scene.grammar
    lasting = classes()["sanction"] | classes()["agreement"]
    past = p.xpos[verb] in ("VBN", "VBD") and not any(g.rel(c) == "aux" for c in p.children[verb])
    return past and g.rel(verb) == "acl" and scene.has(p.heads[verb], lasting)


def looked_back(draft: Draft, scene: Scene) -> bool:
    """ "Backed a probe on Tuesday into the bombing", "marked the anniversary of the massacre": when
    it is looked into, tried or remembered says nothing of when it was."""
    p, g, noun = scene.parsed, scene.grammar, draft.token
    own = draft.candidate.verb == noun or draft.candidate.effect == "given"
    if not own or g.lemma(noun) in _WARS:
        return False
    over = p.heads[noun]
    if g.rel(noun) in ("nmod", "obl") and g.lemma(over) in _REMEMBERED:
        return True
    if draft.type != "ASSAULT":
        return False
    if g.rel(noun) == "obj":
        return g.lemma(over) in _LOOKS_BACK
    return g.rel(noun) in ("nmod", "obl") and g.lemma(over) in _LOOKED_INTO
