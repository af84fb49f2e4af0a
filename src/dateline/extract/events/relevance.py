"""Is it politics or conflict at all, or a matter between private people?"""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.pointing import WAR
from dateline.extract.events.public_violence import by_outlaws, public_violence
from dateline.extract.events.retelling.meetings import meeting
from dateline.extract.events.scene import Scene
from dateline.extract.events.setting import Setting
from dateline.extract.events.where import TOPICAL
from dateline.knowledge.tables import cached_words
from dateline.record import Actor

_OPEN_TYPES = frozenset(["PROTEST", "AID", "MOBILIZE", "COERCE"])
_WAR_MODES = frozenset(
    ["aerial", "drone", "heavy-weapons", "suicide-attack", "unconventional", "crowd-control"]
)
_ONE = frozenset(
    ["man", "woman", "person", "boy", "girl", "teenager", "couple", "driver", "student"]
)
_HOSTAGES = frozenset(["release", "abduct"])
_PUBLIC_CODES = frozenset(
    [*("037", "081", "087", "0871", "0872", "0873"), *("0253", "0256", "1053", "1056")]
)
"""CAMEO: curbs eased, truces, sieges lifted, arms laid down, or asked for, as is the release of
prisoners: nobody's private affair."""
_HOSTING = "043"
_MILITARY_AID = "072"
_MEASURES = frozenset(["restrict", "curfew"])
_NO_OFFICE = frozenset(["ELI", "JRN", "REF", "LAB"])
_ABOUT = ("of", "for", "over", "about", "against", "on", "with", "as")
_DISCUSSING = frozenset(["discuss", "debate", "talk", "negotiate", "confer", "consult"])
_DONE = frozenset(["ASSAULT", "PROTEST"])
"""Types of deeds that are talked about once they are done."""
_SESSIONS = frozenset(["session", "sitting", "convene", "reconvene", "sit"])
_GOING = frozenset(["return", "arrive", "fly", "travel", "head", "land", "leave", "depart"])
_PRESS = frozenset(["press_conference", "news_conference"])
_TAKES_LIFE = frozenset(["kill", "shoot", "hang", "stab", "poison"])
_LEVELS = 2
"""How deep what an act is about is looked into ("charges of endangering state security")."""
_STATELY = frozenset(["ACCUSE", "REQUEST", "AGREE", "CONCEDE", "RETREAT", "SANCTION", "THREATEN"])
_PROTESTING = frozenset(["protest", "demonstrate"])
_CAMPAIGNERS = frozenset(
    [
        *("rights", "activist", "activists", "dissident", "dissidents", "watchdog"),
        *("amnesty", "reporters"),
    ]
)
_ON_HELPERS = frozenset(["ASSAULT", "COERCE", "SANCTION"])
_HELPERS = frozenset(["aid", "relief", "humanitarian"])


_CROWNED = frozenset(["King", "Queen", "Emir", "Sultan", "Pope"])
_NEEDS_ACTOR = frozenset(["AGREE", "CONSULT", "COOPERATE"])


def _private() -> frozenset[str]:
    return cached_words("private_sectors.tsv")


def irrelevant(draft: Draft, scene: Scene, setting: Setting) -> str | None:
    """Why a draft is no event of politics or conflict; None where it is one."""
    journey = draft.candidate.entry.mode == "visit" and draft.type in ("CONSULT", "AGREE")
    if journey and not any(official(scene.found.actor_by_id[i]) for i in draft.actors):
        return "a journey of nobody in office"
    if draft.candidate.entry.cameo == _HOSTING and (why := _hosting(draft, scene)) is not None:
        return why
    if draft.mode == "visit" and not draft.recipients and _at_home(draft, scene):
        return "a journey within one's own country"
    if _homeward(draft, scene):
        return "a journey home"
    if _topic(draft, scene):
        return "what is only talked about"
    if draft.type == "AID" and _ones_own(draft, scene):
        return "help for one's own"
    if draft.type == "ASSAULT" and _exercise(draft, scene):
        return "fire in an exercise"
    if draft.type == "ASSAULT" and _oneself(draft, scene):
        return "done to nobody but oneself"
    if meeting(draft) and _among_themselves(draft, scene):
        return "people among themselves"
    if meeting(draft) and _own_session(draft, scene):
        return "a body's own session"
    if meeting(draft) and _to_the_press(draft, scene):
        return "words to the press are a statement"
    if _to_nobody(draft, scene):
        return "talks with nobody named"
    if _with_one_only(draft, scene):
        return "nobody is named who does it"
    named = [scene.found.actor_by_id[i] for i in (*draft.actors, *draft.recipients)]
    if any(public(a) and not _somebody(a) for a in named):
        return None
    if draft.type not in _NEEDS_ACTOR and any(_campaigner(a) for a in named):
        return None
    if draft.type in _ON_HELPERS and any(_helper(a) for a in named):
        return None
    if not named and draft.mode in _MEASURES and setting.of_health(draft.token):
        return "a health measure of nobody named"
    if not named and draft.mode == "restrict" and _of_traffic(draft, scene):
        return "a measure of order, of nobody named"
    eased = draft.candidate.entry.cameo in _PUBLIC_CODES
    nobody = draft.type in _NEEDS_ACTOR and not draft.actors
    if nobody and draft.candidate.entry.pos == "V" and not eased:
        return "nobody is named who does it"
    criminals = (a.sectors == ["CRM"] for a in named)
    if draft.mode == "arrest" and all(criminals) and not setting.warlike(draft.token):
        return "an arrest of nobody named"
    if draft.cameo in _PUBLIC_CODES or eased:
        return None
    if draft.mode in _HOSTAGES and _of_many(draft, scene):
        return None  # "seventeen students were abducted"; to let go is as public as to take
    if (
        draft.type in _OPEN_TYPES
        or _on_protest(draft, scene)
        or (bool(named) and _of_state(draft, scene))
        or draft.mode in _WAR_MODES
        or setting.warlike(draft.token)
        or any(scene.grammar.lemma(t) in WAR for t in scene.grammar.preps(draft.token, "in"))
        or by_outlaws(draft, scene)
        or public_violence(draft, scene)
    ):
        return None
    if draft.type == "ASSAULT":
        return "private violence: no public party, no war in the story"
    return "between private people" if named else "nobody is named, and there is no war"


def _of_traffic(draft: Draft, scene: Scene) -> bool:
    """ "Traffic has been banned on the pass": what keeps roads, nature and guests in order."""
    return any(scene.has(t, classes()["orderly"]) for t in scene.grammar.objects(draft.token))


def _hosting(draft: Draft, scene: Scene) -> str | None:
    """Why a welcome, or talks that somebody hosts, are nothing public: who visits acts (PLOVER)."""
    sides = (draft.actors, draft.recipients)
    visit = draft.candidate.entry.mode == "visit"
    guests, hosts = ([scene.found.actor_by_id[i] for i in side] for side in sides)
    if not visit:
        guests, hosts = hosts, guests
    if guests and not any(official(a) or a.kind == "person" for a in guests):
        return "guests of no office"
    if visit and not any(official(a) for a in hosts):
        return "hosts of no office"
    return None


def _exercise(draft: Draft, scene: Scene) -> bool:
    """ "Tested missiles in an exercise. They were fired from ships": at nobody, in a sentence with
    war games or right behind one."""
    p, g = scene.parsed, scene.grammar
    if draft.mode not in _WAR_MODES or draft.recipients:
        return False
    if any(g.preps(draft.token, slot) for slot in ("at", "on", "into")):
        return False
    here = p.sentence_of[draft.token]
    words = range(p.sentences[max(0, here - 1)].start, p.sentences[here].end)
    return any(p.upos[t] == "NOUN" and scene.has(t, classes()["exercise"]) for t in words)


def _oneself(draft: Draft, scene: Scene) -> bool:
    """ "He killed himself": not so "killed himself and two others", or "blew himself up"."""
    g, verb = scene.grammar, draft.token
    objects = g.objects(verb) if g.lemma(verb) in _TAKES_LIFE else []
    return bool(objects) and all(g.reflexive(t) for t in objects)


def _among_themselves(draft: Draft, scene: Scene) -> bool:
    """ "Some 70 people met in the square", "protesters met": nobody of a land or an office meets
    anybody."""
    crowd = classes()["rioters"]
    gathered = any(scene.has(t, crowd) for t in scene.grammar.subjects(draft.candidate.verb))
    common = {"CVL", "OPP"} if gathered else {"CVL"}
    parties = [scene.found.actor_by_id[i] for i in (*draft.actors, *draft.recipients)]
    return bool(parties) and all(
        a.kind == "population" and not a.land and not set(a.sectors) - common for a in parties
    )


def _topic(draft: Draft, scene: Scene) -> bool:
    """ "Talks on military cooperation", "discussed the expulsion of envoys": a bare noun that says
    what is talked about, and not that it has come about."""
    p, g, noun = scene.parsed, scene.grammar, draft.token
    over, told = p.heads[noun], draft.candidate
    bare = told.entry.pos == "N" and (told.verb == noun or told.happening == over)
    if not bare:
        return False
    if p.deprels[noun] == "obj":
        done = draft.type in _DONE and draft.status == "occurred"
        return g.lemma(over) in _DISCUSSING and not done
    if draft.status != "hypothetical":
        return False
    talks = g.lemma(over) in _DISCUSSING or scene.has(over, classes()["meeting"])
    return talks and not TOPICAL.isdisjoint(g.case(noun))


def _ones_own(draft: Draft, scene: Scene) -> bool:
    """ "Trained its own hackers", "arms its soldiers": nobody else is helped."""
    p, g = scene.parsed, scene.grammar
    known = scene.found.actor_by_id
    below = [c for t in g.objects(draft.token) for c in p.children[t] if c < t]
    if any(g.lemma(c) == "own" for c in below):
        return True
    theirs = draft.cameo == _MILITARY_AID and any(p.xpos[c] == "PRP$" for c in below)
    lands = [{known[a].land for a in side} for side in (draft.actors, draft.recipients)]
    return theirs and lands[0] == lands[1]


def _on_protest(draft: Draft, scene: Scene) -> bool:
    """ "The union called off the strike": what is done about a protest is as public as that."""
    return any(scene.has(t, classes()["demo"]) for t in draft.words)


def _of_state(draft: Draft, scene: Scene) -> bool:
    """ "Students demand a new constitution", "convicted of sedition": what the act is about, or is
    done for, is a matter of state or a protest, whoever the people are.

    PLOVER asks for acts "of political relevance"; what is demanded tells it as well as who demands.
    """
    if draft.type not in _STATELY:
        return False
    g, p = scene.grammar, scene.parsed
    roots = [*g.objects(draft.token), *g.complements(draft.token)]
    for slot in _ABOUT:
        roots += g.preps(draft.token, slot)
    level = roots
    for _ in range(_LEVELS):
        level = [below for t in level for below in _below(t, scene)]
        roots = [*roots, *level]
    return any(
        scene.has(t, classes()["statecraft"])
        or g.lemma(t) in _PROTESTING
        or (p.upos[t] != "VERB" and scene.has(t, classes()["demo"]))
        for t in (*roots, *g.subjects(draft.token))
    )


def _below(token: int, scene: Scene) -> list[int]:
    """What a word of the content is about in its turn."""
    g, p = scene.grammar, scene.parsed
    out = [*g.objects(token), *g.complements(token)]
    for slot in ("of", "on", "for", "with"):
        out += g.preps(token, slot)
    if p.upos[token] == "VERB":
        out += g.preps(token, "in")  # "taking part in a rally"
    for c in p.children[token]:
        if p.deprels[c] == "acl:relcl":
            out += g.objects(c)  # "decried what it called a coup"
    return [t for t in out if t != token]


def _at_home(draft: Draft, scene: Scene) -> bool:
    """Whether all who travel are of the country of the only place in their clause, or of the one
    that they go to ("returned to Washington after talks in Kenya")."""
    p, found = scene.parsed, scene.found
    first, last = scene.grammar.phrase(draft.token)
    below = [*scene.grammar.objects(draft.token), *p.children[draft.token]]
    first, last = min([first, *below]), max([last, *(t + 1 for t in below)])
    places = [pl for _, pl in found.place_at.over(p.starts[first], p.ends[last - 1])]
    homes = {found.actor_by_id[a].country for a in draft.actors}
    to = [t for case in ("to", "in") for t in scene.grammar.preps(draft.token, case)]
    goals = [pl for t in to for _, pl in found.place_at.over(p.starts[t], p.ends[t])]
    if goals and scene.grammar.lemma(draft.token) == "return":
        places = goals
    return bool(places) and len(homes) == 1 and {pl.country for pl in places} <= homes - {None}


def _homeward(draft: Draft, scene: Scene) -> bool:
    """ "Will return to Kenya", "planned to fly home to Kenya", of a Kenyan: he visits nobody."""
    g, known = scene.grammar, scene.found.actor_by_id
    told = {g.lemma(t) for t in (draft.token, *g.complements(draft.token))}
    if not draft.recipients or told.isdisjoint(_GOING):
        return False
    lands = {known[i].land for i in draft.actors}
    return None not in lands and {known[i].land for i in draft.recipients} <= lands


def _to_the_press(draft: Draft, scene: Scene) -> bool:
    """Whether all who are talked to are journalists or media, or the talk is a journalist's; or
    one party alone is at a press conference."""
    known = scene.found.actor_by_id
    parties = [known[i] for i in (*draft.actors, *draft.recipients)]
    if len(parties) < 2 and any(scene.has(t, _PRESS) for t in draft.words):
        return True
    others = [a for a in parties if not press(a)]
    told = [a for t in scene.grammar.objects(draft.token) for a in scene.mentioned(t)]
    if told and all(press(a) for a in told):
        return True  # "the two ministers will meet the press"
    return draft.mode != "visit" and len(others) < len(parties) and len(others) < 2


def _own_session(draft: Draft, scene: Scene) -> bool:
    """ "Parliament's session", "the assembly will sit": a body that meets nobody else."""
    parties = [scene.found.actor_by_id[i] for i in (*draft.actors, *draft.recipients)]
    sits = any(scene.grammar.lemma(t) in _SESSIONS for t in draft.words)
    return sits and len(parties) == 1 and "LEG" in parties[0].sectors


def press(actor: Actor) -> bool:
    """Whether an actor is a medium, or of the press."""
    return actor.kind == "media" or "JRN" in actor.sectors


def official(actor: Actor) -> bool:
    """Whether an actor's visit is an affair of state: a body, or somebody in an office."""
    if actor.kind in ("state", "igo", "organisation", "armed_group"):
        return True
    if actor.kind == "person" and actor.name.split(" ")[0] in _CROWNED:
        return True  # "King Hussein", whose title is part of the name
    return bool(actor.roles) or bool(set(actor.sectors) - _private() - _NO_OFFICE)


def _to_nobody(draft: Draft, scene: Scene) -> bool:
    """ "Was talking by telephone from his house": who speaks, and to whom is not said."""
    alone = len(draft.actors) == 1 and not draft.recipients
    entry = draft.candidate.entry
    return alone and draft.mode == "phone" and entry.pos == "V"


def _with_one_only(draft: Draft, scene: Scene) -> bool:
    """ "A firm is partnering with Kenya": with whom is named, who does it is no actor."""
    verb = draft.candidate.entry.pos == "V" and draft.type == "COOPERATE"
    if not verb or len(draft.actors) != 1 or draft.recipients:
        return False
    subjects = scene.grammar.subjects(draft.candidate.verb)
    return bool(subjects) and not any(scene.actors(t) or scene.person(t) for t in subjects)


def _campaigner(actor: Actor) -> bool:
    """Whether an actor of society at large campaigns for rights, which is politics."""
    words = set(actor.name.lower().split()).union(*(r.title.lower().split() for r in actor.roles))
    return actor.sectors == ["SOC"] and bool(_CAMPAIGNERS & words)


def _of_many(draft: Draft, scene: Scene) -> bool:
    """Whether people are taken or let go, and no private person alone."""
    held = [scene.found.actor_by_id[i] for i in draft.recipients]
    kinds = ("person", "population") if draft.mode == "release" else ("population",)
    return any(a.kind in kinds and not _somebody(a) for a in held)


def _somebody(actor: Actor) -> bool:
    """ "A Nairobi man": one unnamed person of a land, who stands for no one else."""
    one = actor.name.lower().split()[-1:]
    return actor.kind in ("person", "population") and not actor.sectors and bool(_ONE & set(one))


def _helper(actor: Actor) -> bool:
    """ "Aid workers": what befalls those who help in a war or a disaster is no private matter."""
    words = actor.name.lower().split()
    return actor.kind in ("population", "person") and not _HELPERS.isdisjoint(words)


def public(actor: Actor) -> bool:
    """Whether an actor is a state, a body, an armed group, or somebody with a public role."""
    if actor.kind in ("state", "igo", "armed_group"):
        return True
    unnamed = actor.kind == "population" or _somebody(actor)
    if unnamed and actor.country is None and not actor.sectors:
        return False
    if actor.sectors:
        return bool(set(actor.sectors) - _private())
    return actor.kind in ("person", "media") or bool(actor.roles) or actor.country is not None
