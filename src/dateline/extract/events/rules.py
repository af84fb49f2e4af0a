"""The boundary rules of PLOVER that no lexicon row can state: they hang on status and content."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.about import befallen
from dateline.extract.events.command import own_forces
from dateline.extract.events.draft import Draft
from dateline.extract.events.force import by_force
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import COOPERATIVE, cameo_of, ontology
from dateline.extract.events.parties import Parties
from dateline.extract.events.relevance import official
from dateline.extract.events.scene import Scene
from dateline.extract.events.status import ABSORBING
from dateline.extract.events.supplied import LEAVING, host, present
from dateline.extract.events.tables import content_modes
from dateline.record.claims import PloverType

_HOSTILE = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"])
_THREATS = _HOSTILE - {"MOBILIZE"}
_DECIDING = frozenset(["decide", "decision"])
_CALLS = frozenset(["REQUEST", "REJECT", "THREATEN"])
_DEMAND, _APPEAL = "10", "02"
_RECOGNISING = frozenset(["054", "057"])
"""CAMEO of recognition and of accords, which one says that one will not grant or sign."""
_HESITATE = "hesitate"
"""What one will not do before one acts; a threat, where it is denied."""
_VOWS = frozenset(["vow", "swear", "pledge", "promise"])
_SUFFERING = frozenset(["face", "risk", "suffer"])
_ULTIMATUM = "139"
_GOING_HOME = frozenset(["withdrawal", "pullout", "pullback", "retreat"])
_CHARGED = frozenset(["of", "for", "with"])
_APOLOGY = "055"
_REGRET = frozenset(["regret", "remorse"])
_OVER = ("over", "about", "at", "for")
_HARM = frozenset(
    [
        *("death", "loss", "killing", "victim", "casualty", "incident", "accident", "crash"),
        *("suffering", "pain", "damage", "injury", "tragedy", "shooting"),
    ]
)
"""What one is sorry for."""
_STANDING = frozenset(["046", "054"])
"""CAMEO of negotiation and of recognition."""
_WARNING = frozenset(["warn", "caution"])
_ABOUT = (
    *("ceasefire", "meeting", "aid", "sanction", "agreement", "yielding", "reform"),
    *("menacing", "annexing", "jailing", "expelling", "restricting", "severing"),
    *("giving", "easing", "changing"),
)
"""Classes of words that content_modes.tsv names, the first that holds a word decides."""
_CONTENT_SLOTS = ("for", "on", "to", "of", "with", "against")


def apply(draft: Draft, scene: Scene, parties: Parties, by_token: Mapping[int, Candidate]) -> bool:
    """Settle type, mode and status of a draft; False where it is no event after all."""
    _own_side(draft, scene, parties)
    if draft.mode == "withdraw":
        _sent_out(draft, scene)
    if draft.type in ABSORBING:
        _content(draft, scene, by_token)
    if _warns_its_own(draft, scene):
        return False
    if draft.type == "REQUEST" and _orders_home(draft, scene):
        draft.type, draft.mode, draft.cameo = "CONCEDE", None, cameo_of("CONCEDE", None)
        draft.recipients = []
        draft.why.append("one's own retreat, decided: CONCEDE")
    if draft.type == "CONCEDE" and _charged(draft, by_token, scene):
        return False
    regrets = any(scene.grammar.lemma(t) in _REGRET for t in (draft.token, *draft.words))
    if draft.cameo == _APOLOGY and regrets and (others := _acts_of_others(draft, scene)):
        _become(draft, "ACCUSE", ("ACCUSE", "disapprove"), "regret of what another does")
        draft.mode, draft.recipients = "disapprove", others
        draft.cameo = cameo_of("ACCUSE", "disapprove")
    if draft.candidate.entry.type == "THREATEN" and scene.grammar.lemma(draft.token) == _HESITATE:
        return draft.standing.negated and draft.standing.own in ("future", "may")
    if draft.type == "AGREE" and _reassures(draft, scene):
        about = _cooperation_in(draft, scene, by_token)
        if about is not None:
            _become(draft, "REJECT", about, "a vow not to: a refusal")
    if draft.type == "THREATEN" and _reassures(draft, scene):
        draft.type, draft.mode, draft.cameo = "AGREE", None, cameo_of("AGREE", None)
        draft.why.append("a promise not to")
    if draft.type == "REQUEST" and _or_else(draft, scene):
        draft.type, draft.mode, draft.cameo = "THREATEN", None, _ULTIMATUM
        draft.why.append("what comes otherwise: an ultimatum")
    if draft.standing.negated:
        return _negated(draft, scene)
    if draft.status == "planned" and not _planned(draft, scene, by_token):
        return False
    if draft.type == "CONSULT":
        _journey(draft, scene)
    if not by_force(draft, scene, by_token):
        return False
    must = draft.candidate.entry.pos == "M" or draft.standing.own == "must"
    if must or _needed(draft, scene, parties):
        _must(draft, scene, parties)
    if draft.type == "REQUEST":
        _appeal(draft, scene)
    return True


def _appeal(draft: Draft, scene: Scene) -> None:
    """Who urges or asks makes CAMEO's appeal (02), who insists or orders its demand (10); the codes
    below the two are alike. PLOVER has one type for both."""
    g = scene.grammar
    moods = [c for c in scene.parsed.children[draft.token] if g.rel(c) == "aux"]
    words = {g.lemma(t) for t in (draft.token, *draft.words, *moods)}
    if draft.cameo.startswith(_DEMAND) and words & classes()["appealing"]:
        draft.cameo = _APPEAL + draft.cameo.removeprefix(_DEMAND)


def _warns_its_own(draft: Draft, scene: Scene) -> bool:
    """ "Kenya's police chief is warning Kenyans of raids": advice, which reproaches nobody."""
    g, known = scene.grammar, scene.found.actor_by_id
    if g.lemma(draft.token) not in _WARNING or g.complements(draft.token):
        return False
    lands = {known[a].land for a in draft.actors} - {None}
    warned = [known[r] for r in draft.recipients]
    return bool(warned) and all(r.kind == "population" and r.land in lands for r in warned)


def _orders_home(draft: Draft, scene: Scene) -> bool:
    """ "Ordered the withdrawal of his troops": one's own retreat is no demand."""
    g, known = scene.grammar, scene.found.actor_by_id
    objects = [t for t in g.objects(draft.token) if g.lemma(t) in _GOING_HOME]
    lands = {known[a].land for a in draft.actors} - {None}
    own = all("MIL" in known[r].sectors and known[r].land in lands for r in draft.recipients)
    return g.lemma(draft.token) == "order" and bool(objects and lands) and own


def _charged(draft: Draft, by_token: Mapping[int, Candidate], scene: Scene) -> bool:
    """ "Accused Togo of allowing rebels to cross": what one is charged with concedes nothing."""
    verb = draft.candidate.verb
    over = by_token.get(scene.parsed.heads[verb])
    within = not _CHARGED.isdisjoint(scene.grammar.case(verb))
    return over is not None and over.entry.type == "ACCUSE" and within


def _acts_of_others(draft: Draft, scene: Scene) -> list[str]:
    """ "Expressed regret over Togo's decision": whose act it is, where nobody was harmed."""
    g, known = scene.grammar, scene.found.actor_by_id
    heads = (draft.token, draft.candidate.verb, *g.objects(draft.token))
    acts = [n for t in heads for slot in _OVER for n in g.preps(t, slot)]
    whose = [
        o
        for n in acts
        if not scene.has(n, _HARM)
        for o in (
            *(c for c in scene.parsed.children[n] if scene.parsed.deprels[c] == "nmod:poss"),
            *g.preps(n, "of"),
            *g.preps(n, "by"),
        )
    ]
    lands = {known[a].land for a in draft.actors}
    found = list(dict.fromkeys(a for o in whose for a in scene.actors(o)))
    return [a for a in found if a not in draft.actors and known[a].land not in lands - {None}]


def _reassures(draft: Draft, scene: Scene) -> bool:
    """ "Vowed not to fight again": what one vows is not to do it."""
    p, g = scene.parsed, scene.grammar
    return g.lemma(draft.token) in _VOWS and any(
        "to" in g.case(clause) and any(g.lemma(c) in ("not", "never") for c in p.children[clause])
        for clause in g.complements(draft.token)
    )


def _cooperation_in(
    draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]
) -> tuple[str, str | None] | None:
    """Type and mode of the cooperative act that a verb's clause tells, or None."""
    for clause in scene.grammar.complements(draft.token):
        inner = by_token.get(clause)
        if inner is not None and ontology()[inner.entry.type].quad in COOPERATIVE:
            return inner.entry.type, inner.entry.mode
    return None


def _or_else(draft: Draft, scene: Scene) -> bool:
    """ "Told Kenya to withdraw or face war": what is asked for has an "or" that is suffered."""
    p, g = scene.parsed, scene.grammar
    return any(
        p.deprels[c] == "conj"
        and g.lemma(c) in _SUFFERING
        and any(p.deprels[d] == "cc" and g.lemma(d) == "or" for d in p.children[c])
        for clause in g.complements(draft.token)
        for c in p.children[clause]
    )


def _own_side(draft: Draft, scene: Scene, parties: Parties) -> None:
    """ "Its minister warned that Iran would strike": of one's own side it is a threat."""
    if draft.type != "ACCUSE" or scene.grammar.lemma(draft.token) not in _WARNING:
        return
    known = scene.found.actor_by_id
    lands = {known[a].land for a in draft.actors} - {None}
    p, g = scene.parsed, scene.grammar
    doers = [t for c in g.complements(draft.token) for t in g.subjects(c)]
    own = any(p.xpos[c] == "PRP$" for t in doers for c in p.children[t])  # "his supporters"
    if draft.recipients and (own or lands & {known[a].land for a in draft.recipients}):
        draft.type, draft.mode, draft.cameo = "THREATEN", None, cameo_of("THREATEN", None)
        draft.recipients = [
            a for a in befallen(draft.candidate, parties.slots) if a not in draft.actors
        ]
        draft.why.append("a warning of what one's own side will do")


def _sent_out(draft: Draft, scene: Scene) -> None:
    """ "Kenyan troops left Kenya for the front": who leaves his own land is sent, not withdrawn."""
    known = scene.found.actor_by_id
    lands = {known[a].land for a in draft.actors}
    g, p = scene.grammar, scene.parsed
    objects = g.objects(draft.token)
    towns = [*objects, *(t for o in objects for t in g.preps(o, "of"))]
    left: set[str | None] = {known[a].land for a in draft.recipients}
    left |= {
        place.country
        for t in towns
        for _, place in scene.found.place_at.over(p.starts[t], p.ends[t])
    }
    leaves = g.lemma(draft.token) in LEAVING and objects
    if leaves and len(lands) == 1 and lands == left and None not in lands:
        draft.type, draft.mode, draft.cameo = "MOBILIZE", "troops", "154"
        draft.recipients = []
        draft.why.append("out of its own land: troops are sent")


def _journey(draft: Draft, scene: Scene) -> None:
    """ "Was in Nairobi for talks with the president": a visit; of a visit the visitor acts."""
    if draft.mode is not None:
        return
    known = scene.found.actor_by_id
    there = [a for a in present(draft.candidate, scene) if a in draft.actors]
    lands = {known[a].land for a in there} - {None}
    hosts = [a for a in draft.actors if a not in there]
    hosts = hosts or host(draft.candidate, there, scene)
    if there and lands.isdisjoint(known[a].land for a in hosts):
        draft.mode, draft.cameo = "visit", "042"
        draft.actors, draft.recipients = there, hosts
        draft.why.append("at a place for talks: a visit")


def _become(draft: Draft, type_: PloverType, about: tuple[str, str | None], rule: str) -> None:
    """Give a draft another type; its old type and mode decide the new mode."""
    inner, mode = about
    table = content_modes()
    hit = table.get((type_, inner, mode or "*")) or table.get((type_, inner, "*"))
    draft.type = type_
    draft.mode, draft.cameo = hit if hit else (None, cameo_of(type_, None))
    draft.why.append(rule)


def _content(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
    """What a verbal act is about decides its mode and code, where its own entry leaves it open."""
    kind = ontology()[draft.type]
    if draft.mode is not None or draft.cameo not in (kind.cameo, "102", "103", "105"):
        return
    g = scene.grammar
    roots = [*g.complements(draft.token), *g.objects(draft.token)]
    for slot in _CONTENT_SLOTS:
        roots += g.preps(draft.token, slot)
    nouns = [n for r in roots for n in (*g.objects(r), *g.preps(r, "in"), *g.preps(r, "to"))]
    # "Rejected calls for a ceasefire", "an offer of help".
    demands = [r for r in roots if scene.has(r, classes()["demand"])]
    nouns += [n for r in demands for n in (*g.preps(r, "for"), *g.preps(r, "of"))]
    for token in (*roots, *nouns):
        hit = _about(draft, token, scene, by_token)
        if hit is not None:
            about, (draft.mode, draft.cameo) = hit
            draft.why.append(f"about {about} ({scene.parsed.word(token)!r})")
            return


def _about(
    draft: Draft, token: int, scene: Scene, by_token: Mapping[int, Candidate]
) -> tuple[str, tuple[str | None, str]] | None:
    """What a word makes of the verbal act that is about it, and why; None where it says nothing."""
    table = content_modes()
    inner = by_token.get(token)
    kinds: list[tuple[str, str]] = []
    if inner is not None and inner is not draft.candidate:
        kind = str(inner.entry.type)
        kinds = [(kind, inner.entry.mode or "*"), (kind, "*")]
    kinds += [(f"@{c}", "*") for c in _ABOUT if scene.has(token, classes()[c])]
    for kind, mode in kinds:
        if (hit := table.get((draft.type, kind, mode))) is not None:
            return kind, hit
    return None


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


def _negated(draft: Draft, scene: Scene) -> bool:
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
        _become(draft, "REJECT", (draft.type, draft.mode), "does not allow: a refusal")
        draft.status = "occurred"
        return True
    # "Kenya does not negotiate with rebels", "does not recognise Ghana": as it is, it will not.
    as_it_is = draft.cameo in _STANDING and _habit(draft, scene)
    willing = draft.standing.own in ("future", "may") or as_it_is or _chosen(draft, scene)
    if quad in COOPERATIVE and willing and draft.actors:
        _become(draft, "REJECT", (draft.type, draft.mode), "will not: a refusal")
        draft.status = "occurred"
        return True
    if draft.type in _HOSTILE and draft.actors:
        draft.status = "denied"
        draft.why.append("negated")
        return True
    return False


def _chosen(draft: Draft, scene: Scene) -> bool:
    """ "Decided not to attend": what somebody means not to do."""
    return draft.status == "planned" and scene.grammar.rel(draft.candidate.verb) == "xcomp"


def _habit(draft: Draft, scene: Scene) -> bool:
    """Whether a verb is denied with "do not" or "does not"."""
    p, verb = scene.parsed, draft.candidate.verb
    return any(
        scene.grammar.lemma(c) == "do" and p.xpos[c] in ("VBP", "VBZ") for c in p.children[verb]
    )


def _planned(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> bool:
    """The future: cooperation to come is AGREE, a hostile act announced by its author a threat."""
    quad = ontology()[draft.type].quad
    if scene.grammar.lemma(draft.token) in classes()["involuntary"]:
        return True
    if draft.type == "RETREAT" and _decided(draft, scene):
        draft.type, draft.mode, draft.status = "CONCEDE", None, "occurred"
        draft.why.append("a retreat that is decided, not yet seen, is CONCEDE")
        return True
    if quad in COOPERATIVE and draft.type != "AGREE":
        _become(draft, "AGREE", (draft.type, draft.mode), "cooperation still to come is AGREE")
        return True
    # Somebody who has a plan to attack, or gives the order to, has announced nothing yet.
    untold = scene.parsed.deprels[draft.token] == "acl" or own_forces(
        scene.parsed.heads[draft.candidate.verb], scene
    )
    if draft.type in _THREATS and not untold:
        statement = scene.statement_of[draft.token]
        if statement is not None and _of_speaker(draft, statement.speaker, scene, by_token):
            _become(draft, "THREATEN", (draft.type, draft.mode), "announced by its own author")
            draft.status = "threatened"
    return True


def _of_speaker(
    draft: Draft, speaker: str | None, scene: Scene, by_token: Mapping[int, Candidate]
) -> bool:
    """Whether it is the speaker's own act, or that of the state for which an official speaks."""
    if speaker in draft.actors:
        return True
    known = scene.found.actor_by_id
    voice = known.get(speaker or "")
    outer = by_token.get(scene.parsed.heads[draft.candidate.verb])
    if outer is not None and scene.grammar.lemma(outer.token) in _WARNING:
        return False  # "warned that his country would attack": the warning is the threat
    if voice is None or voice.land is None or voice.kind == "media" or not official(voice):
        return False
    return any(known[a].kind == "state" and known[a].land == voice.land for a in draft.actors)


def _decided(draft: Draft, scene: Scene) -> bool:
    """ "Decided to lift the sanctions", "ordered his troops to withdraw": declared, which PLOVER
    takes for a concession."""
    over = scene.parsed.heads[draft.candidate.verb]
    return scene.grammar.lemma(over) in _DECIDING or own_forces(over, scene)


def _needed(draft: Draft, scene: Scene, parties: Parties) -> bool:
    """ "It is vital that Togo free the hostages", "for Togo to free them": of somebody it is told
    that it should."""
    over = scene.parsed.heads[draft.candidate.verb]
    told = draft.status == "called_for" and scene.parsed.upos[over] == "ADJ"
    return told and bool(parties.subjects(draft.candidate))


def _must(draft: Draft, scene: Scene, parties: Parties) -> None:
    """Somebody says that another must: REQUEST."""
    statement = scene.statement_of[draft.token]
    speaker = statement.speaker if statement is not None else None
    modal = draft.candidate.entry.pos == "M"
    if speaker is None or (draft.type in _CALLS and not modal):
        return
    asked = parties.subjects(draft.candidate) or draft.actors or draft.recipients
    told = [statement.addressee] if statement is not None and statement.addressee else []
    draft.recipients = [a for a in asked if a != speaker] or told
    draft.actors = [speaker]
    if modal:
        draft.status = "occurred"
        return
    _become(draft, "REQUEST", (draft.type, draft.mode), "a speaker's must or should is REQUEST")
    draft.status = "occurred"
