"""Parties that no slot of the entry names: those who are blamed, captors, the side that speaks."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.grounds import state_of_place
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.pointing import definite, indefinite
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import ascribing, light_verbs

_WHILE_THERE = frozenset(["during", "on"])
_BEHIND = frozenset(["after", "following"])
_BESIDE = frozenset(["after", "during", "following", "before", "in", "into", "at", "for"])

_INVOLVING = frozenset(["involve", "include", "gather", "unite", "draw", "attract"])
_TAKING_PART = frozenset(["participation", "attendance"])
_IMPRESSED = frozenset(
    [
        *("encourage", "hearten", "please", "satisfy", "reassure", "convince", "impress"),
        *("disappoint", "frustrate", "quote", "cite", "persuade", "move", "shock"),
    ]
)
"""What befalls by word of mouth: whom it does was at the talks."""
_DURING = frozenset(["during", "after", "following", "at"])
_MEDIATING = frozenset(["broker", "mediate", "negotiate", "sponsor", "back", "monitor"])
_MARCHING = frozenset(["protester", "protestor", "demonstrator", "marcher", "striker", "rioter"])
_DENYING = frozenset(["deny", "refute"])
_ANSWERING = frozenset(["answer", "heed", "ignore", "disregard", "rebuff", "reject", "dismiss"])
_FACING = frozenset(["deal", "comply", "cooperate", "cope", "agree", "grapple", "live", "face"])
"""Verbs whose "with" is before the words of others."""
_OUT = frozenset(["expel", "deport"])
_CAPTORS = frozenset(["MIL", "COP", "REB"])
_AGAINST = ("over", "against", "at")
_TALKS = frozenset(["talk", "talks", "negotiation", "meeting", "discussion", "dialogue"])
_PARTS = frozenset(
    [
        *("start", "beginning", "opening", "end", "close", "conclusion", "round", "day"),
        *("hour", "minute", "week", "month", "series"),
    ]
)
"""Nouns for a part of talks ("at the start of talks")."""


def ascribed(candidate: Candidate, scene: Scene) -> list[int]:
    """ "An attack ascribed to rebels", "blamed on rebels": who is held to have done it."""
    p, g = scene.parsed, scene.grammar
    verbs = [c for c in p.children[candidate.token] if g.rel(c) == "acl"]
    if candidate.happening is not None:
        verbs.append(candidate.happening)
    if p.deprels[candidate.token] == "obj" and (blamed := _blamed(candidate.token, scene)):
        return blamed
    if p.deprels[candidate.token] == "nsubj:pass":
        verbs.append(p.heads[candidate.token])
    for verb in (c for c in p.children[candidate.token] if p.deprels[c] == "acl:relcl"):
        # "The strike, which locals blame on the army".
        preposition = ascribing().get(g.lemma(verb))
        if preposition is not None and candidate.token in g.objects(verb):
            return g.preps(verb, preposition)
    for verb in verbs:
        if g.lemma(verb) == "claim" and g.passive(verb):
            return g.subjects(verb)  # "an attack claimed by rebels"
        preposition = ascribing().get(g.lemma(verb))
        if preposition is not None and g.passive(verb):
            return g.preps(verb, preposition)
        if preposition is not None and p.deprels[candidate.token] == "obj":
            return g.preps(verb, preposition)
    return []


def deniers(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Kenya denied the shelling of the town", "denied shelling it": who denies a deed is held to
    have done it."""
    p, g, word = scene.parsed, scene.grammar, candidate.token
    verb = p.heads[word]
    noun = candidate.entry.pos == "N" and p.deprels[word] == "obj"
    gerund = p.xpos[word] == "VBG" and g.rel(word) in ("xcomp", "ccomp")
    denied = (noun or (gerund and not g.own_subject(word))) and g.lemma(verb) in _DENYING
    return g.subjects(verb) if denied else []


def saying_it(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Opened the congress with a plea for talks", "left with a warning to Togo": whose the words
    are that go with a deed."""
    p, g, noun = scene.parsed, scene.grammar, candidate.token
    verb = p.heads[noun]
    beside = g.rel(noun) == "obl" and "with" in g.case(noun) and p.upos[verb] == "VERB"
    if not beside or g.passive(verb) or g.lemma(verb) in _FACING:
        return []
    new = indefinite(noun, scene) or p.xpos[noun] == "NNS"
    return g.subjects(verb) if new and not definite(noun, scene) else []


def answerers(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Kenya never answered a plea by Togo": to whom words were said."""
    p, g, noun = scene.parsed, scene.grammar, candidate.token
    verb = p.heads[noun]
    answered = p.deprels[noun] == "obj" and g.lemma(verb) in _ANSWERING and not g.passive(verb)
    return g.subjects(verb) if answered and candidate.entry.pos == "N" else []


def heedless(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Kenya went ahead despite calls by Togo for restraint": he who acts in spite of words is the
    one to whom they were said."""
    p, g, noun = scene.parsed, scene.grammar, candidate.token
    case = next((t for t in p.children[noun] if g.rel(t) == "case"), noun)
    spite = p.word(case - 1).lower() == "spite"  # "in spite of": "spite" may hang on the verb
    verb = p.heads[p.heads[noun]] if g.lemma(p.heads[noun]) == "spite" else p.heads[noun]
    against = spite or "despite" in g.case(noun)
    if candidate.entry.pos != "N" or not against or p.upos[verb] != "VERB":
        return []
    return [] if g.passive(verb) else g.subjects(verb)


def _blamed(act: int, scene: Scene) -> list[int]:
    """ "Blamed the attack on rebels": the phrase may hang on either."""
    p, g = scene.parsed, scene.grammar
    verb = p.heads[act]
    preposition = ascribing().get(g.lemma(verb))
    if preposition is None or g.passive(verb):
        return []
    return g.preps(verb, preposition) or [t for t in g.preps(act, preposition) if t > act]


def stagers(noun: int, scene: Scene) -> list[int]:
    """ "Talks led by Kenya resumed": who does it, in a clause upon the noun."""
    p, g = scene.parsed, scene.grammar
    return [
        agent
        for c in p.children[noun]
        if g.rel(c) == "acl" and g.passive(c) and (g.lemma(c), "obj") in light_verbs()
        for agent in g.subjects(c)
        if agent != noun
    ]


def involved(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Talks involving Kenya", "the talks would involve Kenya", "clashes pitting troops against
    rebels": who takes part."""
    p, g = scene.parsed, scene.grammar
    verbs = [c for c in p.children[candidate.token] if g.rel(c) == "acl"]
    if p.deprels[candidate.token] == "nsubj":
        above = p.heads[candidate.token]
        verbs += [above, *(c for c in p.children[above] if g.rel(c) == "advcl")]
    pitted = [v for v in verbs if g.lemma(v) == "pit"]
    part = [n for v in (candidate.token, *verbs) for n in g.preps(v, "with")]
    part = [n for n in part if g.lemma(n) in _TAKING_PART]
    # Not "the violence drew calls from Togo".
    with_ = [t for v in verbs if g.lemma(v) in _INVOLVING for t in g.objects(v)]
    return [
        *(t for t in with_ if not scene.has(t, classes()["demand"])),
        *(t for v in pitted for t in (*g.objects(v), *g.preps(v, "against"))),
        *(t for n in part for t in g.preps(n, "of")),
    ]


def jailers(candidate: Candidate, scene: Scene) -> list[str]:
    """ "Freed from Kenya", "released from a prison in Kenya": the state that held them lets go.

    Rebels and gangs are left out: from them, hostages are as often freed by others.
    """
    g, found = scene.grammar, scene.found
    if g.lemma(candidate.token) not in ("release", "free"):
        return []
    out: list[str] = []
    for noun in g.preps(candidate.token, "from"):
        held = [noun]
        if scene.has(noun, classes()["custody"]):
            held += [n for slot in ("in", "of") for n in g.preps(noun, slot)]
        out += [i for n in held for i in scene.actors(n) if found.actor_by_id[i].kind == "state"]
    return list(dict.fromkeys(out))


def captors(candidate: Candidate, scene: Scene) -> list[str]:
    """ "Tortured in a Kenyan prison", "died of torture while in police custody": who holds the
    victim."""
    p, g = scene.parsed, scene.grammar
    above = next((high for _, high in g.up(candidate.token) if p.upos[high] == "VERB"), None)
    heads = {candidate.token, candidate.verb, *g.preps(candidate.token, "of")}
    below = [c for h in (*heads, *([above] if above is not None else [])) for c in p.children[h]]
    custody = [c for c in below if "in" in g.case(c) and scene.has(c, classes()["custody"])]
    return list(dict.fromkeys(i for n in custody for i in scene.actors(n)))


def holders(candidate: Candidate, scene: Scene) -> list[str]:
    """ "Was arrested in Kenya", "expelled from Kenya": that state's police or court, where nobody
    else is named; not where another's army or police say so, whose prisoners they may be."""
    g, known = scene.grammar, scene.found.actor_by_id
    if candidate.entry.mode in _OUT:
        out = [i for n in g.preps(candidate.token, "from") for i in scene.actors(n)]
        return [i for i in out if known[i].kind == "state"]
    held = g.objects(candidate.token) if candidate.entry.pos == "V" else []
    held = held or g.preps(candidate.token, "of")  # "the arrest of officers in Kenya"
    nouns = [n for t in (candidate.token, candidate.verb, *held) for n in g.preps(t, "in")]
    found = [i for n in nouns for i in scene.actors(n) if known[i].kind == "state"][:1]
    found = found or state_of_place(nouns, [], scene)
    statement = scene.statement_of[candidate.token]
    voice = known.get(statement.speaker or "") if statement is not None else None
    if voice is None or not _CAPTORS & set(voice.sectors):
        return found
    return [i for i in found if known[i].land == voice.land]


def police_there(candidate: Candidate, scene: Scene) -> list[str]:
    """ "Students clashed with police, and several were held": by the police told of before."""
    p, g, verb = scene.parsed, scene.grammar, candidate.verb
    before = p.heads[verb]
    told = candidate.entry.pos == "V" and g.rel(verb) == "conj" and g.passive(verb)
    if not told or g.preps(verb, "by"):
        return []
    nouns = (*g.subjects(before), *g.preps(before, "with"))
    there = [scene.found.actor_by_id[i] for n in nouns for i in scene.actors(n)]
    return [a.id for a in there if "COP" in a.sectors][:1]


def speaking_side(candidate: Candidate, other: str, scene: Scene) -> list[str]:
    """ "Dialogue with Washington", Moscow says: the side that speaks is the one that talks."""
    statement = scene.statement_of[candidate.token]
    if statement is None or statement.speaker is None:
        return []
    if not scene.grammar.preps(candidate.token, "with"):
        return []
    known = scene.found.actor_by_id
    speaker, partner = known.get(statement.speaker), known.get(other)
    if speaker is None or partner is None or speaker.land in (None, partner.land):
        return []
    return [a.id for a in scene.found.actors if a.kind == "state" and a.land == speaker.land][:1]


def attending_side(
    candidate: Candidate, other: str, scene: Scene, by_token: Mapping[int, Candidate]
) -> list[str]:
    """ "After talks with Moscow, the minister said", "retook the town after fighting with rebels":
    who does what comes after was there; so was whom it befalls, who "was flown to Minsk for talks
    with Moscow", "was arrested after a shootout with police" or "was pleased after a meeting"."""
    p, g = scene.parsed, scene.grammar
    token = candidate.token
    # "Following" may be read as the verb of a clause.
    follows = p.deprels[token] == "obj" and g.lemma(p.heads[token]) == "follow"
    part = p.deprels[token] == "nmod" and g.lemma(p.heads[token]) in _PARTS
    hung = p.heads[token] if follows or part else token
    verb = p.heads[hung]
    led = {"following"} if follows and g.rel(hung) == "advcl" else set(g.case(hung))
    led &= _BESIDE
    # "Is in Minsk for talks with Moscow": a predicate without a verb.
    clause = p.upos[verb] == "VERB" or any(g.rel(c) == "cop" for c in p.children[verb])
    assault = candidate.entry.type == "ASSAULT"
    fought = assault and g.preps(token, "against")
    if not led or not clause or not (fought or g.preps(token, "with")):
        return []
    over = by_token.get(verb)
    if over is not None and over.entry.type == "CONSULT" and "for" not in g.case(token):
        return []  # "arrived in Minsk after talks with Moscow": a journey of its own
    there = {"for", *(_BEHIND if assault or g.lemma(verb) in _IMPRESSED else ())}
    moved = g.passive(verb) and bool(there & led)
    nouns = g.objects(verb) if moved else g.subjects(verb)
    return [i for noun in nouns for i in scene.actors(noun) if i != other][:1]


def visitors(candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate]) -> list[str]:
    """ "During a visit to Kenya, the minister said": who does what is told beside it is there;
    not where the visit is said to be another's, and only somebody in person."""
    p, g = scene.parsed, scene.grammar
    token = candidate.token
    verb = p.heads[token]
    cases = set(g.case(token))
    if p.deprels[verb] == "obj" and "on" in cases:
        verb = p.heads[verb]  # "proposed a plan on a visit to Kenya", hung on the plan
    beside = g.rel(token) in ("obl", "nmod") and cases & (_WHILE_THERE | _BEHIND)
    if not beside or p.upos[verb] != "VERB" or g.passive(verb):
        return []
    over = by_token.get(verb)
    if over is not None and over.entry.type == "CONSULT" and not cases & _BEHIND:
        return []  # "arrived on a visit": told by the verb
    if any(p.deprels[c] == "nmod:poss" and p.upos[c] != "PRON" for c in p.children[token]):
        return []
    known = scene.found.actor_by_id
    return [
        i
        for noun in g.subjects(verb)
        for i in scene.actors(noun)[:1]
        if known[i].kind == "person" or scene.has(noun, classes()["statesman"])
    ][:1]


def present(candidate: Candidate, scene: Scene) -> list[str]:
    """ "The minister was in Nairobi for talks", "to meet the king": who is at a place abroad for
    a talk has gone there."""
    p, g = scene.parsed, scene.grammar
    aim = candidate.token if "for" in g.case(candidate.token) else candidate.verb
    place = p.heads[aim]
    is_ = any(g.rel(c) == "cop" for c in p.children[place])
    purpose = "for" in g.case(aim) or (g.rel(aim) == "advcl" and "to" in g.case(aim))
    if not is_ or not purpose or not scene.place(place):
        return []
    if not {"in", "at"}.intersection(g.case(place)):
        return []
    return [i for noun in g.subjects(place) for i in scene.actors(noun)]


def meeting(candidate: Candidate, scene: Scene) -> list[str]:
    """ "Kenya and Ghana pledged peace during talks in Lome": two who do it together were there."""
    p, g = scene.parsed, scene.grammar
    token = candidate.token
    verb = p.heads[token]
    if g.lemma(token) not in _TALKS or p.upos[verb] != "VERB":
        return []
    if not _DURING.intersection(g.case(token)):
        return []
    found = list(dict.fromkeys(i for noun in g.subjects(verb) for i in scene.actors(noun)))
    return found if len(found) == 2 else []


def marchers(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Demonstrators burned tyres during a rally", "police arrested protesters at a march": who is
    called after it takes part."""
    p, g = scene.parsed, scene.grammar
    token = candidate.token
    verb = p.heads[token]
    if g.rel(token) != "obl" or p.upos[verb] != "VERB" or not _BESIDE.intersection(g.case(token)):
        return []
    return [t for t in (*g.subjects(verb), *g.objects(verb)) if g.lemma(t) in _MARCHING]


def authors(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Criticized a resolution adopted by the senate", "gave its consent to a plan drafted by it",
    "welcomed the truce reached between Kenya and Togo": whose act it is that words are about."""
    p, g = scene.parsed, scene.grammar
    objects = g.objects(candidate.token)
    objects = [*objects, *(t for o in objects for t in g.preps(o, "of"))]  # "the offer of a truce"
    assented = [t for h in (candidate.token, *objects) for t in g.preps(h, "to")]
    if candidate.entry.type == "SUPPORT":  # "solidarity with the statement made by Kenya"
        said_of = (candidate.token, *objects)
        assented += [t for case in ("for", "with") for h in said_of for t in g.preps(h, case)]
    marches = candidate.entry.type == "PROTEST"
    said = [candidate.token, *g.preps(candidate.token, "on")] if marches else []  # "on strike over"
    opposed = [t for h in said for case in _AGAINST for t in g.preps(h, case)]
    return [
        agent
        for noun in (*objects, *assented, *opposed)
        for c in p.children[noun]
        if g.rel(c) == "acl" and g.passive(c) and p.xpos[c] in ("VBN", "VBD")
        for case in ("between", *(("by",) if g.lemma(c) not in _MEDIATING else ()))
        for agent in g.preps(c, case)
    ]
