"""What force is used, by whom, and what it comes to: bombings, rescues, exercises, riots."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.retelling.victims import HARMS
from dateline.extract.events.scene import Scene

_STATE = frozenset(["GOV", "MIL"])
_IRREGULAR = frozenset(["REB", "UAF", "PRM"])
_POLICE = frozenset(["COP"])
_HARM = HARMS - {"shoot"}
_EXERCISE = "150"
_HOSTAGES = frozenset(["hostage", "captive", "abductee", "schoolgirl", "schoolboy"])
_KIDNAPPING = _HOSTAGES | {"kidnap", "abduct", "hijack", "snatch", "abduction", "kidnapping"}
_HELD = _HOSTAGES | {"prisoner", "inmate", "detainee", "convict"}
_SUICIDE = frozenset(["suicide_bomber", "suicide_attacker", "suicide_assailant"])
_ARRESTING = frozenset(["arrest", "detain", "jail", "imprison", "apprehend"])
_OUTLAWS = frozenset(["UAF", "CRM"])
_RIOTERS = frozenset(
    ["protester", "protestor", "demonstrator", "marcher", "rioter", "looter", "mob"]
)


def by_force(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> bool:
    """Settle type, mode and code of what is done by force; False where it is no event after all."""
    if draft.type == "ASSAULT" and _by_mishap(draft, scene):
        if not _attacked(draft, scene, by_token):
            return False  # "a plane crashed in Togo, killing ten soldiers"
        draft.actors = []  # "crashed after rebels fired at it, killing ten": no deed of its own
    if draft.mode == "release" and _freed_by_force(draft, scene, by_token):
        if not _hostages(draft, scene):
            return False  # "gunmen raided a jail, freeing inmates": who held them yields nothing
        draft.type, draft.mode, draft.cameo = "AID", None, "073"
        draft.why.append("a rescue by force")
    if draft.type == "ASSAULT":
        _how(draft, scene)
    if draft.cameo == "190":
        _by_whom(draft, scene)
    if draft.cameo == _EXERCISE:
        _exercise(draft, scene)
    if draft.mode == "arrest" and _by_outlaws(draft, scene):
        draft.type, draft.mode, draft.cameo = "ASSAULT", "abduct", "181"
        draft.why.append("outlaws arrest nobody: an abduction")
    if draft.mode == "abduct" and _prisoners(draft, scene):
        draft.type, draft.mode, draft.cameo = "COERCE", "arrest", "173"
        draft.why.append("rebels whom an army captures: an arrest")
    if draft.mode == "destroy" and _riot(draft, scene):
        draft.type, draft.mode, draft.cameo = "PROTEST", "riot", "145"
        draft.why.append("what protesters damage: a riot")
    return True


def _by_mishap(draft: Draft, scene: Scene) -> bool:
    """ "A plane crashed, killing ten and wounding two": harm that a fall does, and nobody."""
    p, g, harm = scene.parsed, scene.grammar, draft.candidate.verb
    if g.rel(harm) == "conj" and g.lemma(p.heads[harm]) in _HARM:
        harm = p.heads[harm]
    mishap, fall = classes()["mishap"], p.heads[harm]
    if g.rel(fall) == "conj" and not (g.own_subject(fall) or scene.has(fall, mishap)):
        fall = p.heads[fall]  # "crashed and hit a block, killing ten"
    hung = g.rel(harm) in ("advcl", "conj") and not g.own_subject(harm)
    told = draft.candidate.entry.pos == "V" and hung and scene.has(fall, mishap)
    # Not "crashed a truck into the gate, killing ten".
    return told and not g.objects(fall) and not g.preps(fall, "by")


def _attacked(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> bool:
    """Whether the sentence tells of violence besides what a fall does ("overturned and hit")."""
    p, g = scene.parsed, scene.grammar
    sentence = p.sentences[p.sentence_of[draft.token]]
    told = [by_token[t] for t in range(sentence.start, sentence.end) if t in by_token]
    return any(
        c.entry.type == "ASSAULT"
        and g.lemma(c.verb) not in _HARM
        and not (g.rel(c.verb) == "conj" and scene.has(p.heads[c.verb], classes()["mishap"]))
        for c in told
    )


def _by_outlaws(draft: Draft, scene: Scene) -> bool:
    """Whether only gunmen and criminals take somebody away, in no word of the law."""
    known = scene.found.actor_by_id
    if scene.grammar.lemma(draft.token) in _ARRESTING:
        return False
    return bool(draft.actors) and all(
        bool(known[a].sectors) and set(known[a].sectors) <= _OUTLAWS for a in draft.actors
    )


def _prisoners(draft: Draft, scene: Scene) -> bool:
    """ "The army captured two rebels", "two militants were taken prisoner": a state holds those who
    bear arms against it, as the police would."""
    known = scene.found.actor_by_id
    told = {scene.grammar.lemma(t) for t in draft.words}
    if told & _KIDNAPPING or not draft.recipients:
        return False
    theirs = [set(known[r].sectors) for r in draft.recipients]
    ours = [set(known[a].sectors) for a in draft.actors]
    armed = all(bool(s & _IRREGULAR) for s in theirs)
    return armed and all(bool(s & (_STATE | _POLICE)) and not s & _IRREGULAR for s in ours)


def _riot(draft: Draft, scene: Scene) -> bool:
    """ "Protesters damaged official buildings": destruction at a protest is PROTEST-riot (PLOVER
    codebook, PROTEST), and no attack."""
    doers = scene.grammar.subjects(draft.candidate.verb)
    return bool(doers) and all(scene.has(scene.counted(t), _RIOTERS) for t in doers)


def _freed_by_force(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> bool:
    """ "Troops stormed a school, freeing 20 hostages": who attacks frees whom others held.

    Not those whom the attack itself befell ("killed a hostage and freed two", "beat students and
    released them"). Rule: RETREAT is what the holder does (CAMEO 0841, return or release).
    """
    p, g, verb = scene.parsed, scene.grammar, draft.candidate.verb
    over = by_token.get(p.heads[verb])
    joined = g.rel(verb) == "conj" or (g.rel(verb) == "advcl" and p.xpos[verb] == "VBG")
    if over is None or not joined or p.upos[verb] != "VERB" or g.passive(verb):
        return False
    struck = [scene.counted(t) for t in g.objects(over.token)]
    own = any(p.deprels[c] == "nsubj" for c in p.children[verb])
    same = any(scene.has(t, _HELD) for t in struck)
    jail = any(scene.has(t, classes()["custody"]) for t in struck)
    theirs = not jail and not _hostages(draft, scene)  # "attacked Togo and released prisoners"
    theirs = theirs or over.entry.mode == "abduct"  # "kidnapped ten, before releasing two"
    return over.entry.type == "ASSAULT" and not (own or same or theirs or g.passive(over.verb))


def _hostages(draft: Draft, scene: Scene) -> bool:
    g = scene.grammar
    return any(scene.has(scene.counted(t), _HOSTAGES) for t in g.objects(draft.token))


def _how(draft: Draft, scene: Scene) -> None:
    """What a suicide bomber does is a suicide attack. A bombing is from the air where a state or an
    army bombs, or aircraft are told of; else somebody has laid the bomb."""
    g = scene.grammar
    doers = (*g.subjects(draft.candidate.verb), *g.preps(draft.token, "by"))
    if draft.mode in (None, "explosives") and any(scene.has(t, _SUICIDE) for t in doers):
        draft.mode, draft.cameo = "suicide-attack", "1831"
    if draft.mode != "aerial" or g.lemma(draft.token) != "bombing" or scene.aircraft:
        return
    known = scene.found.actor_by_id
    armies = any(
        a.kind in ("state", "igo") or "MIL" in a.sectors for a in map(known.get, draft.actors) if a
    )
    if not armies:
        draft.mode, draft.cameo = "explosives", "183"


def _by_whom(draft: Draft, scene: Scene) -> None:
    """CAMEO's conventional force (19) is that of armies; others' violence is assault (18)."""
    known = scene.found.actor_by_id
    actors = [known[i] for i in draft.actors]
    on_army = any(
        a.kind == "state" or "MIL" in a.sectors for a in map(known.get, draft.recipients) if a
    )
    if any(a.kind == "state" or _STATE & set(a.sectors) for a in actors):
        return
    if on_army and (not actors or any(_IRREGULAR & set(a.sectors) for a in actors)):
        return
    if not actors and scene.grammar.lemma(draft.token) in classes()["warfare"]:
        return
    draft.cameo = "180"


def _exercise(draft: Draft, scene: Scene) -> None:
    """War games of one land are a posture; those of several together are cooperation, of two that
    one word names ("US-Philippine exercises"), too."""
    known = scene.found.actor_by_id
    words = [c for t in draft.words for c in scene.parsed.children[t] if c < t]
    pairs = [[a.id for a in scene.mentioned(c) if a.kind == "state"] for c in words]
    draft.actors += [i for two in pairs if len(two) > 1 for i in two if i not in draft.actors]
    lands = {known[i].land for i in draft.actors} - {None}
    if len(lands) > 1 and any(scene.has(t, classes()["exercise"]) for t in draft.words):
        draft.type, draft.mode, draft.cameo = "COOPERATE", None, "062"
        draft.why.append("an exercise of several lands")
