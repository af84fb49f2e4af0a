"""Parties that a slot names, and that stand on the other side, or on none: "the Diallo murder"."""

from __future__ import annotations

from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import ontology
from dateline.extract.events.pointing import WAR
from dateline.extract.events.scene import Scene
from dateline.extract.events.slots import Slots

_BEFORE = frozenset(["amod", "compound"])
_OF_WORDS = frozenset(["ACCUSE", "REJECT", "PROTEST"])
_ABOUT = ("over", "about", "at", "against")
_HIS_DOING = frozenset(
    ["massacre", "slaughter", "persecution", "torture", "harassment", "intimidation", "rape"]
)
"""What one's own is as often done by one as suffered."""
_FRIENDLY = frozenset(["AGREE", "SUPPORT", "CONSULT", "COOPERATE", "AID"])
_ANTI = "anti-"
_PUNISHING = frozenset(["COERCE", "SANCTION", "ACCUSE"])
_WHY = frozenset(["after", "because", "for", "since", "when"])
_CONFLICT = 3
"""Quad class from which on acts are hostile."""
_AVENGING = frozenset(["avenge", "revenge"])
_WISHES = frozenset(
    [
        *("offer", "overture", "request", "appeal", "proposal", "plea", "demand", "invitation"),
        *("bid", "call", "entreaty", "ultimatum", "petition", "advance"),
    ]
)
"""What is made to those who may refuse it."""
_RISINGS = frozenset(["uprising", "revolt", "revolution", "unrest", "riot", "rioting"])
_UPON_PEOPLE = frozenset(["arrest", "convict"])


def turned(
    candidate: Candidate, actors: list[str], recipients: list[str], slots: Slots
) -> tuple[list[str], list[str]]:
    """(actors, recipients) of an event, those who suffer it on their side, mere lands left out."""
    scene = slots.scene
    if not actors and (whom := _asked(candidate, slots)):
        return whom, [r for r in recipients if r not in whom] or _asking(candidate, slots)
    actors = _the_punished(candidate, actors, recipients, slots)
    if _only_fought(candidate, actors, recipients, slots) or _the_victim(candidate, actors, scene):
        return [], actors
    if candidate.entry.type in _OF_WORDS:
        recipients = [r for r in recipients if not _befell(r, candidate, scene)]
    if candidate.entry.type == "THREATEN":
        recipients = [r for r in recipients if not _avenged(r, candidate, scene)]
    if candidate.entry.type in _FRIENDLY:
        recipients = [r for r in recipients if not _set_against(r, candidate, scene)]
    if len(actors) == 1 and _where_fought(candidate, actors[0], recipients, scene):
        actors = []
    if candidate.entry.pos == "V" and candidate.entry.mode in _UPON_PEOPLE:
        recipients = [r for r in recipients if not _only_of(r, candidate, scene)]
    return actors, recipients


def _asked(candidate: Candidate, slots: Slots) -> list[str]:
    """ "His overtures to the rebels were snubbed": by those to whom they were made."""
    scene, verb = slots.scene, candidate.token
    passive = candidate.entry.pos == "V" and scene.grammar.passive(verb)
    if candidate.entry.type != "REJECT" or not passive:
        return []
    wishes = [t for t in scene.grammar.objects(verb) if scene.grammar.lemma(t) in _WISHES]
    return slots.named([n for t in wishes for n in scene.grammar.preps(t, "to")], verb)


def _asking(candidate: Candidate, slots: Slots) -> list[str]:
    nouns = slots.scene.grammar.objects(candidate.token)
    return slots.named([n for t in nouns for n in slots.tokens("poss", t)], candidate.token)


def _the_punished(
    candidate: Candidate, actors: list[str], recipients: list[str], slots: Slots
) -> list[str]:
    """ "Imposed sanctions on Kenya after it invaded Togo": what is punished was done by those who
    are punished, whatever stands nearer to "it"."""
    p, g, token = slots.scene.parsed, slots.scene.grammar, candidate.token
    over = slots.by_token.get(p.heads[candidate.verb])
    if over is None or over.entry.type not in _PUNISHING or g.rel(token) != "advcl":
        return actors
    pronoun = any(g.lemma(c) in ("it", "they") for c in p.children[token] if g.rel(c) == "nsubj")
    known, punished = slots.scene.found.actor_by_id, slots.reached(over)
    lands = {known[a].land for a in punished} - {None}
    if lands & {known[r].land for r in recipients}:
        return actors  # "expelled Kenya's envoy after it accused Kenya"
    why = not _WHY.isdisjoint(g.case(token)) and ontology()[candidate.entry.type].quad >= _CONFLICT
    return punished if pronoun and why and punished and actors else actors


def _only_fought(
    candidate: Candidate, actors: list[str], recipients: list[str], slots: Slots
) -> bool:
    """ "A coalition to fight the rebels": of two sides the one that is fought, where nobody known
    fights it."""
    entry, token = candidate.entry, candidate.token
    two_sided = entry.type == "ASSAULT" and entry.actors.all and "obj" in entry.actors.slots
    if not two_sided or not actors or recipients:
        return False
    return set(actors) == set(slots.named(slots.scene.grammar.objects(token), token))


def _the_victim(candidate: Candidate, actors: list[str], scene: Scene) -> bool:
    """ "The Diallo murder": the one person whose name stands before it was murdered."""
    noun = candidate.token
    if candidate.entry.pos != "N" or len(actors) != 1:
        return False
    before = [c for c in scene.parsed.children[noun] if scene.grammar.rel(c) == "compound"]
    named = {a.id for c in before for a in scene.mentioned(c) if a.kind == "person"}
    return actors[0] in named and scene.has(noun, classes()["victimizing"])


def _befell(actor: str, candidate: Candidate, scene: Scene) -> bool:
    """ "Condemned the Diallo assassination", "protested over the jailing of Diallo", "at Diallo's
    arrest": whom the deed befell is not who is condemned."""
    p, g, token = scene.parsed, scene.grammar, candidate.token
    nouns = [*g.objects(token), *(t for slot in _ABOUT for t in g.preps(token, slot))]
    deeds = [t for t in nouns if scene.has(t, classes()["victimizing"])]
    below = [c for t in deeds for c in p.children[t]]
    fallen = [c for c in below if g.rel(c) == "compound" or (g.rel(c) == "nmod" and not g.case(c))]
    fallen += [c for t in deeds for c in g.preps(t, "of")]
    alone = [t for t in deeds if g.lemma(t) not in _HIS_DOING and not g.preps(t, "of")]
    fallen += [c for t in alone for c in p.children[t] if p.deprels[c] == "nmod:poss"]
    people = ("person", "population")
    return any(actor in scene.actors(c) for c in fallen) and (
        scene.found.actor_by_id[actor].kind in people
    )


def _avenged(actor: str, candidate: Candidate, scene: Scene) -> bool:
    """ "Vowed to avenge the killing of its soldiers": those for whose sake somebody threatens."""
    g = scene.grammar
    clauses = [c for c in g.complements(candidate.token) if g.lemma(c) in _AVENGING]
    deeds = [o for c in clauses for o in g.objects(c)]
    fallen = [t for d in deeds for t in (d, *g.preps(d, "of"))]
    return any(actor in scene.actors(t) for t in fallen)


def _set_against(actor: str, candidate: Candidate, scene: Scene) -> bool:
    """ "Backed the anti-Kenyan motion", "an anti-Kenya pact": that does Kenya no good."""
    p, verb = scene.parsed, candidate.verb
    below = [c for t in (verb, candidate.token) for c in p.children[t]]
    words = [d for c in below for d in (c, *p.children[c])]
    named = [t for t in words if any(a.id == actor for a in scene.mentioned(t))]
    return bool(named) and all(p.word(t).lower().startswith(_ANTI) for t in named)


def _where_fought(candidate: Candidate, actor: str, recipients: list[str], scene: Scene) -> bool:
    """ "The Kenyan war", "killed in Kenya's civil war", "Kenya's uprising": one land before a noun
    for war or revolt says where it is; not so "Kenyan riots against Togo"."""
    noun = candidate.token
    if candidate.entry.type not in ("ASSAULT", "PROTEST"):
        return False
    if candidate.entry.pos == "V":
        wars = (t for t in scene.grammar.preps(noun, "in") if scene.grammar.lemma(t) in WAR)
        noun = next(wars, noun)
    below = scene.parsed.children[noun]
    before = [c for c in below if scene.grammar.rel(c) in _BEFORE]
    before = [c for c in before if not _leads(c, scene)]
    rising = scene.grammar.lemma(noun) in _RISINGS  # "Kenya's uprising"
    if rising or any(scene.grammar.lemma(c) == "civil" for c in before):
        before += [c for c in below if scene.parsed.deprels[c] == "nmod:poss"]
    named = {a.id for c in before for a in scene.mentioned(c) if a.kind == "state"}
    known = scene.found.actor_by_id
    at_home = all(known[r].land in (None, known[actor].land) for r in recipients)
    return actor in named and ((rising and at_home) or scene.grammar.lemma(noun) in WAR)


def _leads(word: int, scene: Scene) -> bool:
    """ "The Ghana-led war in Togo": a land that makes war, and is not where it is."""
    p = scene.parsed
    return any(p.word(t).lower().endswith("led") for t in range(word, min(word + 3, len(p))))


def _only_of(actor: str, candidate: Candidate, scene: Scene) -> bool:
    """ "The creator of Kenya's largest website was jailed": a land that is only named in the phrase
    for who was."""
    if scene.found.actor_by_id[actor].kind != "state":
        return False
    heads = [t for t in scene.grammar.objects(candidate.token) if t not in candidate.words]
    return bool(heads) and not any(a.id == actor for t in heads for a in scene.mentioned(t))
