"""Do two tellings in one sentence tell one act? "Met to discuss", "shelled it, killing five"."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import VERBAL
from dateline.extract.events.retelling.agree import alike, modes_agree
from dateline.extract.events.retelling.meetings import meeting
from dateline.extract.events.retelling.victims import HARMS
from dateline.extract.events.scene import Scene

_GOES_ON = frozenset(["CONSULT", "PROTEST", "ASSAULT", "AID", "AGREE", "MOBILIZE"])
_ANY_ACT = frozenset(
    [
        *("attack", "assault", "incident", "raid", "operation", "violence", "blast"),
        *("explosion", "shooting"),
    ]
)
"""Nouns that may take up another told before ("the bombing ... the attack")."""
CLAIMS = frozenset(["claim"])
_WITHIN = frozenset(["in", "into", "during", "by", "under"])
_SIDE_BY_SIDE = frozenset(["CONSULT", "PROTEST"])
_OCCASIONS = frozenset(["after", "before", "since", "until"])
_REPRISAL = frozenset(["retaliation", "revenge", "reprisal", "response", "vengeance", "reply"])
_TAKEN = "abduct"
_WHEN = frozenset(["when", "as", "after"])
_ENDING = frozenset(["end", "stop", "cease", "finish", "halt"])

_APART = frozenset(["after", "before", "following"])
"""Before what is another meeting than the one it stands beside."""


def goes_on(over: Draft, under: Draft, scene: Scene) -> bool:
    """Whether one telling stands in a phrase of the other that only goes on telling it.

    "Met to discuss", "shelled the town, killing five", "an attack targeting the fleet", "claimed
    responsibility for an attack". Nobody may act in the lower one who does not in the upper.
    """
    p, g = scene.parsed, scene.grammar
    if over.type not in _GOES_ON and not _said_by_deed(over, under, scene):
        return False
    if under.candidate.light == over.token or _fired(over, under, scene):
        return True  # "took part in the meeting", whoever met
    if _named_by(over, under, scene):
        return True
    strange = set(under.actors) - {*over.actors, *over.recipients}
    talks = meeting(over) and meeting(under)
    if strange and not talks:
        return False
    if g.lemma(over.token) in CLAIMS:
        claimed = under.token in g.preps(over.token, "for") or any(
            under.token in g.preps(o, "for") for o in g.objects(over.token)
        )
        if claimed:
            return not under.actors
    verb = under.candidate.verb
    if under.candidate.entry.pos == "N" and verb == under.token and p.heads[verb] in over.words:
        if over.type != "CONSULT":
            return talks and "for" in g.case(verb)  # "will fly to Lome for talks"
        apart = over.mode != "third-party" and g.rel(verb) == "obj"
        return (
            talks
            and not apart
            and g.rel(verb) in ("obl", "obj")
            and _APART.isdisjoint(g.case(verb))
        )
    verb = _participle(verb, scene)
    if p.heads[verb] not in _told_by(over, under, scene) or verb == over.token:
        return False
    rel, case = g.rel(verb), g.case(verb)
    if rel not in ("advcl", "xcomp", "acl") or p.deprels[verb] == "acl:relcl":
        return False
    if over.type == "ASSAULT":
        # "Fired tear gas to disperse the crowd", "an offensive to drive the rebels out".
        meant = "to" in case and modes_agree(over, under)
        return meant or (p.xpos[verb] == "VBG" and not case)
    if strange:
        return "to" in case  # "will visit Japan to meet the premier"
    if over.type == "PROTEST" and "to" in case:
        return True  # "rallied at the embassy to protest against the army"
    strangers = set(under.recipients) - {*over.actors, *over.recipients}
    return not (strangers and over.recipients) and ("to" in case or p.xpos[verb] == "VBG")


def _named_by(over: Draft, under: Draft, scene: Scene) -> bool:
    """ "Went on strike against Kenya", "died of torture": the noun by which the verb is known as
    such an act."""
    g, noun = scene.grammar, under.token
    if under.candidate.entry.pos != "N" or scene.parsed.heads[noun] != over.token:
        return False
    case = g.case(noun)
    return any(
        n.wanted and n.slot in case and scene.has(noun, n.words) for n in over.candidate.entry.needs
    )


def _said_by_deed(over: Draft, under: Draft, scene: Scene) -> bool:
    """ "Summoned the envoy to protest at the raid", "wrote to condemn it": one accusation."""
    both = over.type == under.type == "ACCUSE"
    return both and "to" in scene.grammar.case(under.candidate.verb)


def _fired(over: Draft, under: Draft, scene: Scene) -> bool:
    """ "Hit by a rocket fired by rebels", "believed to be fired by rebels": the weapon that did it,
    and who used it, whom the upper telling does not name."""
    p, g = scene.parsed, scene.grammar
    if over.type != "ASSAULT" or set(under.actors) - set(over.actors or under.actors):
        return False
    verb = under.candidate.verb
    clause = p.heads[verb] if g.rel(verb) == "xcomp" else verb
    return g.rel(clause) == "acl" and p.heads[clause] in g.subjects(over.token)


def _participle(verb: int, scene: Scene) -> int:
    """ "Killing two and injuring a third": of coordinated participles the first, on which all
    hang; "leaving two killed": that which leaves them so."""
    p, g = scene.parsed, scene.grammar
    first = p.heads[verb]
    if g.rel(verb) == "conj" and p.xpos[verb] in ("VBG", "VBN"):
        # "Leaving two dead and ten wounded".
        both = p.xpos[verb] == p.xpos[first] or g.lemma(first) == "leave"
        verb = first if both and p.xpos[first] in ("VBG", "VBN") else verb
    left = p.heads[verb]
    leaves = g.rel(verb) == "xcomp" and g.lemma(left) == "leave" and p.xpos[left] == "VBG"
    return left if leaves else verb


def _told_by(over: Draft, under: Draft, scene: Scene) -> set[int]:
    """The words of a telling; also the verb that its own is coordinated with, where what goes on
    telling it stands behind both ("burst in and opened fire, killing two")."""
    p, verb = scene.parsed, over.candidate.verb
    words = {verb, *over.words}
    if scene.grammar.rel(verb) == "conj" and under.token > verb:
        words.add(p.heads[verb])
    return words


def one_saying(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Insisted that the sanctions must go", "said he was outraged": words and what they say."""
    if a.type != b.type or a.type not in VERBAL or set(a.actors) != set(b.actors):
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


def one_incident(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The attack killed five", "five were killed in the attack": the deed and its toll."""
    p, g = scene.parsed, scene.grammar
    if a.type == "PROTEST" and _of_noun(a, b, scene):
        return True  # "a strike brought trains to a standstill"
    if a.type != "ASSAULT":
        return _joined(a, b, scene)
    if {"of", "with"} & set(g.case(b.token)) and p.heads[b.token] == a.token:
        return not b.actors  # "exchanges of gunfire", "an offensive with airstrikes"
    if p.heads[b.token] in a.words and g.rel(b.token) == "conj" and a.actors == b.actors:
        verbs = p.upos[p.heads[b.token]] == "VERB" and b.candidate.entry.pos == "V"
        one = not (a.recipients and b.recipients) or alike(a.recipients, b.recipients, scene)
        apart = a.places and b.places  # "killed four in Lome and wounded three in Accra"
        one_way = modes_agree(a, b)  # "were tortured, executed and exiled"
        return verbs and not apart and one_way and (one or both_harm(a, b, scene))
    return _of_noun(a, b, scene) or _of_noun(b, a, scene) or _who_fell(a, b, scene)


def _who_fell(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Police fired at the crowd, and two were killed": by whom is told before."""
    p, g = scene.parsed, scene.grammar
    below = p.heads[b.token] in a.words and g.rel(b.token) in ("conj", "parataxis")
    if not below or b.actors or b.places or b.dated == "own" or g.lemma(b.token) not in HARMS:
        return False
    one = not (a.recipients and b.recipients) or alike(a.recipients, b.recipients, scene)
    return bool(a.actors) and one and g.passive(b.token)


def _of_noun(noun: Draft, verb: Draft, scene: Scene) -> bool:
    """Whether a verb tells what came of the deed that a noun names ("an attack that killed five",
    "an attack left five injured")."""
    p, g = scene.parsed, scene.grammar
    if noun.candidate.entry.pos != "N" or verb.candidate.entry.pos != "V":
        return False
    clauses = [verb.token]
    if g.rel(verb.token) == "xcomp" and not verb.actors:
        clauses.append(p.heads[verb.token])
    deed = noun.token
    if g.rel(deed) == "nmod" and g.lemma(p.heads[deed]) in classes()["measure"]:
        deed = p.heads[deed]  # "a series of bombings"
    if any(p.deprels[c] == "acl:relcl" and p.heads[c] in (deed, noun.token) for c in clauses):
        return set(verb.actors) <= set(noun.actors)
    within = g.rel(deed) == "nsubj" or not _WITHIN.isdisjoint(g.case(deed))
    return p.heads[deed] in clauses and within


def _joined(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Met the premier and discussed with him", "threw stones and attacked banks": talks, or a
    riot, that two verbs side by side tell of the same people."""
    p, g = scene.parsed, scene.grammar
    if a.type == "PROTEST" and a.candidate.entry.pos == "N" and a.mode == b.mode:
        where = p.deprels[b.candidate.verb] == "acl:relcl" and p.heads[b.candidate.verb] == a.token
        if where and not (a.actors and b.actors):
            return True  # "protests in Kenya, where thousands took to the streets"
    if a.type == b.type == "PROTEST" and _crowd_of(a, b, scene):
        return True
    if a.type == "PROTEST" and a.mode == b.mode and a.actors == b.actors:
        same = scene.parsed.sentence_of[a.token] == scene.parsed.sentence_of[b.token]
        if same and p.deprels[b.candidate.verb] == "acl:relcl":
            return True  # "stormed the ministry, where they broke windows"
    talks = meeting(a) and meeting(b)  # held, or to come
    if not (talks or a.type in _SIDE_BY_SIDE) or g.rel(b.token) != "conj" or a.mode != b.mode:
        return False
    if p.heads[b.token] != a.token or (a.places and b.places):
        return False
    if talks:
        return set(b.actors) <= set(a.actors) and not b.recipients
    return a.actors == b.actors


def _crowd_of(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Riots erupted as crowds burned flags": a noun for a protest, and the clause of its verb
    that tells what was done."""
    p, g = scene.parsed, scene.grammar
    if a.candidate.entry.pos != "N" or a.actors or b.candidate.entry.pos != "V":
        return False
    clause, told_by = b.candidate.verb, {a.token, a.candidate.verb, p.heads[a.token]}
    return g.rel(clause) == "advcl" and p.heads[clause] in told_by


def both_harm(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Shot four men and wounded three": the dead and the hurt of one attack, told together."""
    g = scene.grammar
    beside = g.rel(b.token) == "conj" and scene.parsed.heads[b.token] == a.token
    return beside and {g.lemma(a.token), g.lemma(b.token)} <= HARMS


def toll(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Two were killed when rebels shelled a post": the harm, and the clause that tells of it.

    Of the two clauses the first names nobody who did it, and those it befell do not act in the
    second ("rebels were killed when they attacked a post")."""
    p, g = scene.parsed, scene.grammar
    harmed, deed = a.token, b.candidate.verb
    if g.rel(deed) == "acl" and g.rel(p.heads[deed]) == "nsubj":
        deed = p.heads[p.heads[deed]]  # "as rockets, launched by rebels, fell"
    taken = a.mode == _TAKEN
    if a.type != "ASSAULT" or a.actors or not (taken or g.lemma(harmed) in HARMS):
        return False
    if g.rel(harmed) == "conj" and g.lemma(p.heads[harmed]) in HARMS:
        harmed = p.heads[harmed]
    over = p.heads[deed]
    if g.rel(over) == "conj" and g.lemma(over) in HARMS:
        over = p.heads[over]  # "one was killed and two were hurt as rockets fell"
    if over != harmed or g.rel(deed) != "advcl" or set(b.actors) & set(a.recipients):
        return False
    return bool(_WHEN & {*g.case(deed), *(g.lemma(c) for c in p.children[deed] if c < deed)})


def reprisal(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "An attack in retaliation for the aggression": what is answered is another act."""
    g, sentence_of = scene.grammar, scene.parsed.sentence_of
    if sentence_of[a.token] != sentence_of[b.token]:
        return False
    for low, high in g.up(b.token):
        if low in a.words:
            return False
        if g.lemma(high) in _REPRISAL and {"for", "to"} & set(g.case(low)):
            return True
    return False


def where_it_fell(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "An airstrike in Kenya killed rebels": where it fell gives way to whom it befell."""
    if a.candidate.entry.pos != "N" or b.candidate.entry.pos != "V":
        return False
    g = scene.grammar
    where = [t for case in ("in", "near") for t in g.preps(a.token, case)]
    where += [c for c in scene.parsed.children[a.token] if g.rel(c) == "amod"]
    return bool(a.recipients) and set(a.recipients) <= {i for t in where for i in scene.actors(t)}


def occasion(a: Draft, b: Draft, scene: Scene) -> bool:
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


def specific(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The bombing followed a report on the murder": two acts of a sentence, each by its name."""
    words = {scene.grammar.lemma(a.token), scene.grammar.lemma(b.token)}
    # "Clashes erupted, with battles raging" goes on telling the same fighting.
    return a.type == "ASSAULT" and not words & _ANY_ACT and not words <= classes()["warfare"]


def over(draft: Draft, scene: Scene) -> bool:
    """ "The war ended in May. An offensive ...": what is over is not what is told next."""
    return scene.grammar.lemma(draft.candidate.verb) in _ENDING
