"""The boundary rules of PLOVER that no lexicon row can state: they hang on status and content."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.about import befallen
from dateline.extract.events.command import own_forces
from dateline.extract.events.draft import Draft
from dateline.extract.events.force import by_force
from dateline.extract.events.grounds import LEAVING, host
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.modes import become, content
from dateline.extract.events.negated import negated
from dateline.extract.events.ontology import ABSORBING, COOPERATIVE, HOSTILE, cameo_of, ontology
from dateline.extract.events.own_side import WARNING, by_own_side
from dateline.extract.events.parties import Parties
from dateline.extract.events.relevance import official, press
from dateline.extract.events.scene import Scene
from dateline.extract.events.supplied import present
from dateline.extract.statements.lexicon import cues
from dateline.record import Statement

_THREATS = HOSTILE - {"MOBILIZE"}
_DECIDING = frozenset(["decide", "decision"])
_CALLS = frozenset(["REQUEST", "REJECT", "THREATEN"])
_DEMAND, _APPEAL = "10", "02"
_HESITATE = "hesitate"
"""What one will not do before one acts; a threat, where it is denied."""
_VOWS = frozenset(["vow", "swear", "pledge", "promise"])
_SUFFERING = frozenset(["face", "risk", "suffer"])
_ULTIMATUM = "139"
_INTENDING = "intend"
"""The class of cues of saying that tell a plan."""
_REPRISALS = frozenset(["retaliate", "respond", "react", "answer", "hit", "strike", "avenge"])
"""What somebody threatens to do who says that he will."""
_EXERCISES = frozenset(["exercise", "drill", "maneuver", "manoeuvre", "war_game"])
"""What is held at home as well as at a foe's border."""
_DECLARED = frozenset(["withdraw", "ceasefire"])
"""Modes of what is CONCEDE as long as it is only declared (PLOVER manual)."""
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
_BEFALL = frozenset(["die", "perish", "suffer", "fall", "lose"])
"""What happens to somebody, and is nobody's fault by the word."""
_NO_DEED = frozenset(["make", "have", "worry", "lose", "forget", "see", "expect", "take"])
"""Verbs of what somebody should not do that is no act against anybody."""


def apply(draft: Draft, scene: Scene, parties: Parties, by_token: Mapping[int, Candidate]) -> bool:
    """Settle type, mode and status of a draft; False where it is no event after all."""
    _own_side(draft, scene, parties)
    if draft.mode == "withdraw":
        _sent_out(draft, scene)
    if draft.type in ABSORBING:
        content(draft, scene, by_token)
    if _warns_its_own(draft, scene) or _says_to_the_press(draft, scene):
        return False
    if draft.type == "REQUEST" and _orders_home(draft, scene):
        draft.type, draft.mode, draft.cameo = "CONCEDE", None, cameo_of("CONCEDE", None)
        draft.recipients = []
        draft.why.append("one's own retreat, decided: CONCEDE")
    if draft.type in ("CONCEDE", "AGREE") and _charged(draft, by_token, scene):
        return False
    regrets = any(scene.grammar.lemma(t) in _REGRET for t in (draft.token, *draft.words))
    if draft.cameo == _APOLOGY and regrets and (others := _acts_of_others(draft, scene)):
        draft.type, draft.mode, draft.recipients = "ACCUSE", "disapprove", others
        draft.cameo = cameo_of("ACCUSE", "disapprove")
        draft.why.append("regret of what another does")
    elif draft.cameo == _APOLOGY and regrets and _regrets_what_befell(draft, scene):
        return False
    if draft.type == "MOBILIZE":
        _at_home(draft, scene)
    if draft.candidate.entry.type == "THREATEN" and scene.grammar.lemma(draft.token) == _HESITATE:
        draft.status = "occurred"
        return draft.standing.negated and draft.standing.own in ("future", "may")
    if draft.type == "AGREE" and _reassures(draft, scene):
        about = _cooperation_in(draft, scene, by_token)
        if about is not None:
            become(draft, "REJECT", about, "a vow not to: a refusal")
    if draft.type == "THREATEN" and _reassures(draft, scene):
        draft.type, draft.mode, draft.cameo = "AGREE", None, cameo_of("AGREE", None)
        draft.why.append("a promise not to")
    if draft.type == "REQUEST" and _or_else(draft, scene):
        draft.type, draft.mode, draft.cameo = "THREATEN", None, _ULTIMATUM
        draft.why.append("what comes otherwise: an ultimatum")
    if draft.standing.negated and not _forbidden(draft, scene):
        return negated(draft, scene, parties)
    if draft.status == "planned" and not _planned(draft, scene, by_token):
        return False
    if draft.type == "CONSULT":
        _journey(draft, scene)
    if not by_force(draft, scene, by_token):
        return False
    must = draft.candidate.entry.pos == "M" or draft.standing.own == "must"
    if must or _needed(draft, scene, parties):
        _must(draft, scene, parties)
        if _of_oneself(draft, scene):
            return False
    if draft.type == "REQUEST":
        _appeal(draft, scene)
    return True


def _forbidden(draft: Draft, scene: Scene) -> bool:
    """ "Togo must not interfere, the minister said": asked for, and no less so for the "not"."""
    verb = draft.candidate.verb
    if draft.candidate.entry.pos == "M":  # not "should not worry about it", "must not die"
        done = bool(scene.grammar.objects(verb) or scene.grammar.preps(verb, "in"))
        return done and scene.grammar.lemma(verb) not in _NO_DEED
    statement = scene.statement_of[draft.token]
    spoken = statement is not None and statement.speaker is not None
    return spoken and draft.standing.own == "must" and draft.type in HOSTILE


def _appeal(draft: Draft, scene: Scene) -> None:
    """Who urges or asks makes CAMEO's appeal (02), who insists or orders its demand (10); the codes
    below the two are alike. PLOVER has one type for both."""
    g = scene.grammar
    words = {g.lemma(t) for t in (draft.token, *draft.words, *_auxiliaries(draft, scene))}
    if draft.cameo.startswith(_DEMAND) and words & classes()["appealing"]:
        draft.cameo = _APPEAL + draft.cameo.removeprefix(_DEMAND)


def _warns_its_own(draft: Draft, scene: Scene) -> bool:
    """ "Kenya's police chief is warning Kenyans of raids": advice, which reproaches nobody."""
    g, known = scene.grammar, scene.found.actor_by_id
    if g.lemma(draft.token) not in WARNING or g.complements(draft.token):
        return False
    lands = {known[a].land for a in draft.actors} - {None}
    warned = [known[r] for r in draft.recipients]
    return bool(warned) and all(r.kind == "population" and r.land in lands for r in warned)


def _says_to_the_press(draft: Draft, scene: Scene) -> bool:
    """ "'We must double aid', he told reporters": they are asked for nothing."""
    told = draft.type == "REQUEST" and scene.grammar.lemma(draft.token) == "tell"
    known = [scene.found.actor_by_id[r] for r in draft.recipients]
    asked = any("to" in scene.grammar.case(c) for c in scene.grammar.complements(draft.token))
    return told and bool(known) and not asked and all(press(a) for a in known)


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
    """ "Expressed regret over Togo's decision", "that Togo had left": whose act it is, where nobody
    was harmed."""
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
    told = [c for c in _that(draft, scene) if g.lemma(c) not in _BEFALL and not g.passive(c)]
    whose += [s for clause in told for s in g.subjects(clause)]
    lands = {known[a].land for a in draft.actors}
    found = list(dict.fromkeys(a for o in whose for a in scene.actors(o)))
    return [a for a in found if a not in draft.actors and known[a].land not in lands - {None}]


def _that(draft: Draft, scene: Scene) -> list[int]:
    """The clauses that tell what one regrets ("regret that the truce failed")."""
    g, p = scene.grammar, scene.parsed
    heads = {draft.token, draft.candidate.verb, *g.objects(draft.token)}
    below = [c for t in sorted(heads) for c in p.children[t]]
    return [c for c in below if p.deprels[c] in ("ccomp", "acl") and "that" in g.case(c)]


def _regrets_what_befell(draft: Draft, scene: Scene) -> bool:
    """ "Expressed regret that the truce had failed": no apology, which is for one's own deed."""
    g, p = scene.grammar, scene.parsed
    clauses = _that(draft, scene)
    doers = [s for clause in clauses for s in g.subjects(clause)]
    theirs = [t for s in doers for t in (s, *p.children[s])]
    own = any(p.upos[t] == "PRON" or set(scene.actors(t)) & set(draft.actors) for t in theirs)
    harmed = any(scene.has(s, _HARM) or scene.person(s) for s in doers)
    return bool(clauses) and not own and not harmed


def _at_home(draft: Draft, scene: Scene) -> None:
    """ "Kenya's guards hold manoeuvres in Kenyan provinces": not against their own state."""
    known = scene.found.actor_by_id
    lands = {known[a].land for a in draft.actors} - {None}
    if not any(scene.has(t, _EXERCISES) for t in (draft.token, *draft.words)):
        return
    draft.recipients = [
        r for r in draft.recipients if known[r].kind != "state" or known[r].land not in lands
    ]


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
    if draft.type != "ACCUSE" or scene.grammar.lemma(draft.token) not in WARNING:
        return
    if any(by_own_side(draft.token, c, scene) for c in scene.grammar.complements(draft.token)):
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


def _planned(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> bool:
    """The future: cooperation to come is AGREE, a retreat to come CONCEDE, a hostile act announced
    by its author a threat."""
    quad = ontology()[draft.type].quad
    if scene.grammar.lemma(draft.token) in classes()["involuntary"]:
        return True
    if draft.type == "RETREAT" and _decided(draft, scene):
        draft.type, draft.mode, draft.status = "CONCEDE", None, "occurred"
        draft.why.append("a retreat that is decided, not yet seen, is CONCEDE")
        return True
    if draft.type == "RETREAT" and draft.mode in _DECLARED:
        draft.type, draft.mode, draft.cameo = "CONCEDE", None, cameo_of("CONCEDE", None)
        draft.why.append("a retreat or truce still to come is CONCEDE")
        return True
    if quad in COOPERATIVE and draft.type != "AGREE":
        become(draft, "AGREE", (draft.type, draft.mode), "cooperation still to come is AGREE")
        return True
    if draft.type == "THREATEN" and scene.grammar.lemma(draft.token) in _REPRISALS:
        draft.status = "threatened"  # "will retaliate": who says so threatens by that
        return True
    # Somebody who has a plan to attack, or gives the order to, has announced nothing yet.
    untold = scene.parsed.deprels[draft.token] == "acl" or own_forces(
        scene.parsed.heads[draft.candidate.verb], scene
    )
    if draft.type in _THREATS and not untold:
        statement = scene.statement_of[draft.token]
        if statement is None or not _of_speaker(draft, statement.speaker, scene, by_token):
            return True
        if _imputed(draft, statement, scene, by_token):
            draft.attributed_to = statement.within
            return True
        become(draft, "THREATEN", (draft.type, draft.mode), "announced by its own author")
        draft.status = "threatened"
    return True


def _imputed(
    draft: Draft, statement: Statement, scene: Scene, by_token: Mapping[int, Candidate]
) -> bool:
    """ "The army said rebels were planning to attack": a plan on another's word, no threat; not
    "said they had vowed to attack", whose words are told."""
    outer = scene.found.statement_by_id.get(statement.within or "")
    if outer is None or _of_speaker(draft, outer.speaker, scene, by_token):
        return False
    p, g = scene.parsed, scene.grammar
    words = [t for span in statement.cue for t in range(*p.tokens_in(*span))]
    told = [cues().get((g.lemma(t), p.upos[t])) for t in words]
    return any(cue is not None and cue.kind.name == _INTENDING for cue in told)


def _of_speaker(
    draft: Draft, speaker: str | None, scene: Scene, by_token: Mapping[int, Candidate]
) -> bool:
    """Whether it is the speaker's own act, or that of the state for which an official speaks."""
    if speaker in draft.actors:
        return True
    known = scene.found.actor_by_id
    voice = known.get(speaker or "")
    outer = by_token.get(scene.parsed.heads[draft.candidate.verb])
    if outer is not None and scene.grammar.lemma(outer.token) in WARNING:
        return False  # "warned that his country would attack": the warning is the threat
    if voice is None or voice.kind == "media" or not official(voice):
        return False
    if voice.land is None:
        # "Chad will expel them, the minister said", where he is of no land that is told.
        does = [known[a] for a in draft.actors]
        state = len(does) == 1 and (does[0].kind == "state" or "GOV" in does[0].sectors)
        return "GOV" in voice.sectors and state
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
    verb = draft.candidate.verb
    done_to = scene.grammar.passive(verb)
    # "Civilians must be protected": not they are asked.
    agents = parties.slots.named(scene.grammar.preps(verb, "by"), verb)
    asked = agents if done_to else parties.subjects(draft.candidate)
    if not done_to and not scene.grammar.subjects(draft.candidate.verb):
        # Not "it must cooperate with Togo", whoever "it" is.
        asked = asked or draft.actors or draft.recipients
    told = [statement.addressee] if statement is not None and statement.addressee else []
    told = [a for a in told if not press(scene.found.actor_by_id[a])]
    draft.recipients = [a for a in asked if a != speaker] or told
    draft.actors = [speaker]
    if any(scene.grammar.lemma(c) == "have" for c in _auxiliaries(draft, scene)):
        become(draft, "ACCUSE", (draft.type, draft.mode), "what another should have done: reproach")
        draft.status = "occurred"
        return
    if modal:
        draft.status = "occurred"
        return
    become(draft, "REQUEST", (draft.type, draft.mode), "a speaker's must or should is REQUEST")
    draft.status = "occurred"


def _auxiliaries(draft: Draft, scene: Scene) -> list[int]:
    verb = draft.candidate.verb
    return [c for c in scene.parsed.children[verb] if scene.grammar.rel(c) == "aux"]


def _of_oneself(draft: Draft, scene: Scene) -> bool:
    """ "Kenya must give the truce a chance, its president said": those who govern a state ask
    nothing of it by that, and of another only where both are named."""
    known = scene.found.actor_by_id
    ruled = {known[a].land for a in draft.actors if "GOV" in known[a].sectors} - {None}
    own = [r for r in draft.recipients if known[r].kind == "state" and known[r].land in ruled]
    if draft.type != "REQUEST" or not own:
        return False
    draft.recipients = [r for r in draft.recipients if r not in own]
    return not draft.recipients
