"""One event told twice in a story is one event with two triggers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene

_NEAR = 2
"""Sentences within which a telling without parties may belong to one with them."""
_OPENING = 3
"""Sentences behind a headline in which the story tells again what the headline tells."""
_GOES_ON = frozenset(["CONSULT", "PROTEST", "ASSAULT", "AID", "AGREE"])
_MUTUAL = frozenset(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"])
"""Types whose parties may stand on either side."""
_VERBAL = frozenset(["REQUEST", "ACCUSE", "THREATEN", "AGREE", "SUPPORT", "REJECT"])
_ANY_ACT = frozenset(
    [
        "attack",
        "assault",
        "incident",
        "raid",
        "operation",
        "violence",
        "blast",
        "explosion",
        "shooting",
    ]
)
"""Nouns that may take up another told before ("the bombing ... the attack")."""
_CLAIMS = frozenset(["claim"])
_OCCASIONS = frozenset(["after", "before", "since", "until"])
_ENDING = frozenset(["end", "stop", "cease", "finish", "halt"])
_RECENT = 12
"""How many earlier events of a type are compared with a new one: keeps long texts linear."""


def merge(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with repeated tellings joined, in text order."""
    kept: list[Draft] = []
    by_type: dict[str, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: d.token):
        earlier = by_type[draft.type]
        for other in reversed(earlier[-_RECENT:]):
            if _same(other, draft, scene):
                _join(other, draft, scene)
                break
        else:
            kept.append(draft)
            earlier.append(draft)
    return kept


def _same(a: Draft, b: Draft, scene: Scene) -> bool:
    if a.token == b.token:
        return False
    if _one_act(a, b, scene) or _one_act(b, a, scene):
        return True
    if _one_saying(a, b, scene):
        return True
    if a.status != b.status:
        return False
    if _one_incident(a, b, scene):
        return True
    if a.mode and b.mode and a.mode != b.mode:
        return False
    if not _dates_agree(a, b) or (a.places and b.places and not set(a.places) & set(b.places)):
        return False
    p, g = scene.parsed, scene.grammar
    distance = p.sentence_of[b.token] - p.sentence_of[a.token]
    lead = p.sentences[p.sentence_of[a.token]].segment.kind != "body"
    nominal = a.candidate.entry.pos == "N" and b.candidate.entry.pos == "N"
    if not a.actors or not b.actors:
        parties = _within(a.recipients, b.recipients) or not (a.recipients and b.recipients)
        # "Dialogue is underway" some sentences after "dialogue with Washington".
        same = g.lemma(a.token) == g.lemma(b.token)
        again = a.type == "CONSULT" and same
        beside = p.heads[a.token] == p.heads[b.token] and "with" not in g.case(b.token)
        if not same and beside:
            return False  # "the strike follows attacks": two parts of one verb are two things
        if not same and "own" in (a.dated, b.dated) and _edtf(a) != _edtf(b):
            return False
        if not same and (_before(a, b, scene) or _before(b, a, scene)):
            return False
        if not same and a.candidate.happening is not None and _over(a, scene):
            return False
        if not same and not distance and _specific(a, b, scene):
            return False
        if lead and same and distance <= _OPENING and not (a.actors or b.actors):
            # "Kenyan troops killed" in the headline are the "servicemen" of the first sentence.
            return not (a.recipients and b.recipients) or _alike(a.recipients, b.recipients, scene)
        return nominal and (distance < _NEAR or again) and parties
    parties_a, parties_b = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    # "Accused each other" and "Kenya accused Uganda" are two things, talks of the two are one.
    mutual = a.type in _MUTUAL and parties_a == parties_b
    if set(a.actors) != set(b.actors) and not mutual:
        # "Kenya voices concern" in the headline is "the Kenyan government voiced its concern".
        if not (lead and _one_side(a.actors, b.actors, scene)):
            return False
        parties_a = {*b.actors, *a.recipients}
    if a.recipients and b.recipients and parties_a != parties_b:
        return False
    same_word = g.lemma(a.token) == g.lemma(b.token)
    return same_word or nominal or lead or a.type == "CONSULT"


def _one_side(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether one names a state and the other what acts for that state."""
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    lands = [{actor.land for actor in side} for side in known]
    states = any(all(actor.kind == "state" for actor in side) for side in known)
    return states and lands[0] == lands[1] and None not in lands[0]


def _alike(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether two name the same, or people of one kind and land ("troops", "servicemen")."""
    if set(a) == set(b):
        return True
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    lands = [{actor.land for actor in side} for side in known]
    kinds = [{sector for actor in side for sector in actor.sectors} for side in known]
    return lands[0] == lands[1] and kinds[0] == kinds[1] and bool(kinds[0])


def _victims(into: Draft, other: Draft) -> list[str]:
    """Whom the two tellings hit: those of the first, or of the second where it tells more."""
    more = set(into.recipients) <= set(other.recipients)
    return other.recipients if more else into.recipients


def _named(side: list[str], scene: Scene) -> int:
    """How many of a side are more closely named than by their state."""
    return sum(scene.found.actor_by_id[x].kind != "state" for x in side)


def _one_act(over: Draft, under: Draft, scene: Scene) -> bool:
    """Whether one telling stands in a phrase of the other that only goes on telling it.

    "Met to discuss", "shelled the town, killing five", "an attack targeting the fleet", "claimed
    responsibility for an attack". Nobody may act in the lower one who does not in the upper.
    """
    p, g = scene.parsed, scene.grammar
    if over.type not in _GOES_ON:
        return False
    strange = set(under.actors) - {*over.actors, *over.recipients}
    if strange and not (over.type == "CONSULT" and under.candidate.entry.pos == "N"):
        return False
    if g.lemma(over.token) in _CLAIMS:
        claimed = under.token in g.preps(over.token, "for") or any(
            under.token in g.preps(o, "for") for o in g.objects(over.token)
        )
        if claimed:
            return not under.actors
    verb = under.candidate.verb
    if under.candidate.entry.pos == "N" and verb == under.token and p.heads[verb] in over.words:
        return over.type == "CONSULT" and g.rel(verb) == "obl"
    clause = p.heads[verb] if g.rel(verb) == "xcomp" else verb
    weapon = p.heads[clause]
    if over.type == "ASSAULT" and g.rel(clause) == "acl" and weapon in g.subjects(over.token):
        return True  # "hit by a rocket fired by rebels", "believed to be fired by rebels"
    if p.heads[verb] not in {over.candidate.verb, *over.words} or verb == over.token:
        return False
    rel, case = g.rel(verb), g.case(verb)
    if rel not in ("advcl", "xcomp", "acl") or p.deprels[verb] == "acl:relcl":
        return False
    if over.type == "ASSAULT":
        return p.xpos[verb] == "VBG" and not case
    strangers = set(under.recipients) - {*over.actors, *over.recipients}
    return not (strangers and over.recipients) and ("to" in case or p.xpos[verb] == "VBG")


def _one_saying(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Insisted that the sanctions must go", "said he was outraged": words and what they say."""
    if a.type != b.type or a.type not in _VERBAL or set(a.actors) != set(b.actors):
        return False
    if a.recipients and b.recipients and set(a.recipients) != set(b.recipients):
        return False
    token = b.candidate.verb
    for _ in range(2):
        if scene.grammar.rel(token) not in ("ccomp", "xcomp"):
            return False
        token = scene.parsed.heads[token]
        if token == a.candidate.verb:
            return True
    return False


def _one_incident(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The attack killed five", "five were killed in the attack": the deed and its toll."""
    p, g = scene.parsed, scene.grammar
    if a.type != "ASSAULT":
        return False
    if p.heads[b.token] in a.words and g.rel(b.token) == "conj" and a.actors == b.actors:
        verbs = p.upos[p.heads[b.token]] == "VERB" and b.candidate.entry.pos == "V"
        return verbs and (not b.recipients or _alike(a.recipients, b.recipients, scene))
    for noun, verb in ((a, b), (b, a)):
        if noun.candidate.entry.pos == "N" and verb.candidate.entry.pos == "V":
            head, rel = p.heads[noun.token], g.rel(noun.token)
            cases = g.case(noun.token)
            if head == verb.token and (rel == "nsubj" or {"in", "during", "by"} & set(cases)):
                return True
    return False


def _same_incident_place(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "An airstrike in Kenya killed rebels": where it fell gives way to whom it befell."""
    if a.candidate.entry.pos != "N" or b.candidate.entry.pos != "V":
        return False
    g = scene.grammar
    where = [t for case in ("in", "near") for t in g.preps(a.token, case)]
    where += [c for c in scene.parsed.children[a.token] if g.rel(c) == "amod"]
    return bool(a.recipients) and set(a.recipients) <= {i for t in where for i in scene.actors(t)}


def _before(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The strikes broke the calm, after attacks sent people to shelters": b is an occasion of a.

    Between the two stands a clause that says after, before or since what something happened.
    """
    p, g = scene.parsed, scene.grammar
    for low, high in g.up(b.token):
        if low in a.words:
            return False
        if g.rel(low) == "advcl" and _OCCASIONS & set(g.case(low)):
            return high in a.words or p.heads[a.token] == high
    return False


def _specific(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The bombing followed a report on the murder": two acts of a sentence, each by its name."""
    words = {scene.grammar.lemma(a.token), scene.grammar.lemma(b.token)}
    # "Clashes erupted, with battles raging" goes on telling the same fighting.
    return a.type == "ASSAULT" and not words & _ANY_ACT and not words <= classes()["warfare"]


def _over(draft: Draft, scene: Scene) -> bool:
    """ "The war ended in May. An offensive ...": what is over is not what is told next."""
    return scene.grammar.lemma(draft.candidate.verb) in _ENDING


def _within(a: list[str], b: list[str]) -> bool:
    return set(a) <= set(b) or set(b) <= set(a)


def _dates_agree(a: Draft, b: Draft) -> bool:
    """Equal dates; a telling without a date of its own goes with any that has one nearby."""
    if a.date is None or b.date is None:
        return a.date is b.date or a.dated != "own" or b.dated != "own"
    if a.date.edtf == b.date.edtf:
        return True
    return "story" in (a.dated, b.dated) and _day(a) == _day(b)


def _edtf(draft: Draft) -> str | None:
    return draft.date.edtf if draft.date else None


def _day(draft: Draft) -> str | None:
    return draft.date.begin[:10] if draft.date and draft.date.begin else None


def _join(into: Draft, other: Draft, scene: Scene) -> None:
    """Take over what the second telling adds."""
    if into.status != other.status:
        # "Is claiming responsibility for the attack": what is told of the deed itself counts.
        lower = other if _one_act(into, other, scene) else into
        upper = into if lower is other else other
        claim = scene.grammar.lemma(upper.token) in _CLAIMS
        into.status = lower.status if claim else upper.status
    if into.type == "CONSULT" and _one_act(into, other, scene):
        met = [x for x in other.actors if x not in (*into.actors, *into.recipients)]
        if into.mode == "visit":
            into.recipients = [*into.recipients, *met]  # whom the visitor went to see
        else:
            into.actors = [*into.actors, *met]
    if into.type == "ASSAULT" and _one_act(into, other, scene):
        into.recipients += [r for r in other.recipients if r not in into.recipients]
    if into.actors and other.actors and _one_side(into.actors, other.actors, scene):
        into.actors = max(other.actors, into.actors, key=lambda side: _named(side, scene))
    if into.cameo in ("180", "190") and other.mode and not into.mode:
        into.cameo = other.cameo
    into.words = sorted({*into.words, *other.words})
    if other.recipients and _same_incident_place(into, other, scene):
        into.recipients = []
    # "Troops killed in fighting": who fell did not kill himself.
    if not into.actors and into.token not in scene.grammar.subjects(other.candidate.verb):
        # "The Rwandan genocide killed": the noun itself has said who did it, or that nobody knows.
        into.actors = [a for a in other.actors if a not in into.recipients]
    into.recipients = _victims(into, other)
    into.places += [p for p in other.places if p not in into.places]
    into.mode = into.mode or other.mode
    if into.dated in ("", "story") and other.dated == "own":
        into.date, into.dated = other.date, other.dated
    if other.attributed_to is None:
        into.attributed_to = None
    into.confidence = min(0.95, max(into.confidence, other.confidence) + 0.05)
    into.why.append("told again")
