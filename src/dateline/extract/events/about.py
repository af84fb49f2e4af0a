"""Whom a verbal act is about: those whom what it promises, demands or condemns befalls."""

from __future__ import annotations

from dateline.extract.events.company import LEADING
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.nearby import PROMISES
from dateline.extract.events.pointing import indefinite
from dateline.extract.events.slots import Slots
from dateline.extract.grammar import CALLING

_OVER = ("over", "about", "at", "into")
"""Before what concern, anger or criticism is about."""
_CHARGED_WITH = frozenset(["of", "for", "over", "with", "in"])
_GUILTY = frozenset(["responsible", "guilty", "accountable", "culpable", "blame"])
_ADMITTING = frozenset(["admit", "confess", "acknowledge"])
_ROWS = frozenset(["series", "string", "wave", "spate", "number", "rash", "row", "campaign"])
"""Of several acts of one kind."""
_OPEN = frozenset(["if", "unless", "whether"])
"""Before what is not said to be so: "if Kenya is behind the raid"."""
_WORK = frozenset(["work", "handiwork", "doing"])
_COURSE = ("in", "during")
"""Before the act in whose course another is done."""
_SENDING = frozenset(["deployment", "dispatch", "sending", "stationing"])
"""What is agreed on, of forces that are no party to it."""
_DEMANDING = frozenset(["demand", "seek", "request"])
_CLAIMS = frozenset(["claim", "allegation", "accusation", "report", "suspicion", "complaint"])
_BLAMING = frozenset(["blame", "pin"])


def befallen(candidate: Candidate, slots: Slots) -> list[str]:
    """Whom the act befalls that a word is about."""
    for clause in slots.scene.grammar.complements(candidate.token):
        inner = slots.by_token.get(clause)
        if inner is not None and inner is not candidate:
            return slots.reached(inner)
    return []


def partners(candidate: Candidate, slots: Slots) -> list[str]:
    """ "Agreed to hold talks with Kenya", "an invitation to visit Kenya": with whom, or whom,
    what one promises is."""
    g = slots.scene.grammar
    clauses = [c for c in g.complements(candidate.token) if "to" in g.case(c)]
    for noun in g.objects(candidate.token):
        if g.lemma(noun) in PROMISES:
            clauses += [c for c in g.complements(noun) if "to" in g.case(c)]
    for clause in clauses:
        for token in (clause, *g.objects(clause)):
            inner = slots.by_token.get(token)
            if inner is None or inner is candidate:
                continue
            return slots.reached(inner)
    return []


def asked_for(candidate: Candidate, slots: Slots) -> list[str]:
    """ "Called for the deployment of peacekeepers", "asked that rebels be freed": they are asked
    for, and not asked."""
    g = slots.scene.grammar
    clauses = [c for c in g.complements(candidate.token) if g.passive(c)]
    helped = [c for c in clauses if g.lemma(c) in classes()["sent_or_helped"]]
    if helped:
        # "Demanding that salaries of teachers be paid": nor are those to whom it belongs.
        return slots.named([t for c in helped for t in g.objects(c)], candidate.verb)
    wanted: list[str] = []
    if g.lemma(candidate.token) in _DEMANDING and not g.complements(candidate.token):
        # "Demanding a new president": nor is what one demands.
        wanted = [a.id for t in g.objects(candidate.token) for a in slots.scene.mentioned(t)]
    if candidate.entry.type == "REQUEST":
        # "Called for a new government", "demanded better pay for teachers".
        new = [t for t in g.preps(candidate.token, "for") if indefinite(t, slots.scene)]
        wanted += [a.id for t in new for a in slots.scene.mentioned(t)]
        if "obj.for" not in candidate.entry.recipients.slots:
            whose = [t for o in g.objects(candidate.token) for t in g.preps(o, "for")]
            wanted += slots.named(whose, candidate.verb)
    where = ("for", "obj") if candidate.entry.type == "REQUEST" else ("on", "to", "obj")
    nouns = [t for slot in where for t in slots.tokens(slot, candidate.token)]
    kinds = classes()["done_to"] if candidate.entry.type == "REQUEST" else _SENDING
    acts = [t for t in nouns if slots.scene.has(t, kinds)]
    whom = [t for n in acts for t in (*g.preps(n, "of"), *_owners(n, slots))]
    return [*wanted, *slots.named(whom, candidate.verb)]


def _owners(noun: int, slots: Slots) -> list[int]:
    """ "Demanded her release", "the captives' release": people before the noun; a land there is
    asked to do it ("Kenya's withdrawal")."""
    p, known = slots.scene.parsed, slots.scene.mentioned
    whose = [c for c in p.children[noun] if p.deprels[c] == "nmod:poss"]
    return [
        c
        for c in whose
        if p.word(c).lower() in ("his", "her")
        or any(a.kind == "population" and a.land is None for a in known(c))
    ]


def suspects(candidate: Candidate, slots: Slots) -> list[str]:
    """ "A probe into claims that soldiers beat him", "into allegations made against them": who is
    said to have done it."""
    p, g = slots.scene.parsed, slots.scene.grammar
    objects = g.objects(candidate.token)
    about = [t for holder in (candidate.token, *objects) for t in g.preps(holder, "into")]
    for claim in (*about, *objects):
        if g.lemma(claim) not in _CLAIMS:
            continue
        below = p.children[claim]
        for clause in (c for c in below if g.rel(c) in ("acl", "ccomp")):
            inner = slots.by_token.get(clause)
            found = slots.side(inner.entry.actors, inner) if inner is not None else []
            found = found or slots.named(g.preps(clause, "against"), clause)
            if found:
                return found
        deeper = [d for c in below for d in p.children[c]]  # "an allegation of theft made against"
        against = [t for c in (claim, *below, *deeper) for t in g.preps(c, "against")]
        if found := slots.named(against, candidate.verb):
            return found
    return []


def called(candidate: Candidate, slots: Slots) -> list[str]:
    """ "Denounced what he called the aggression of Togo", "what he described as a provocation by
    it": whose doing it is called."""
    p, g = slots.scene.parsed, slots.scene.grammar
    what = [t for t in g.objects(candidate.token) if p.word(t).lower() == "what"]
    clauses = [*g.complements(candidate.token), *(c for t in what for c in p.children[t])]
    named = [c for c in clauses if g.lemma(c) in CALLING]
    below = [t for c in named for t in (*p.children[c], *g.preps(c, "as"))]
    nouns = [t for t in below if p.upos[t] == "NOUN" and g.rel(t) in ("obj", "xcomp", "obl")]
    whose = [
        t for n in nouns for slot in ("by", "of", "poss", "mod") for t in slots.tokens(slot, n)
    ]
    return slots.named(whose, candidate.verb)


def same_side(candidate: Candidate, slots: Slots) -> list[str]:
    """ "Kenya shut its border with Ghana, accusing it of": whom the clause above befalls."""
    p, g = slots.scene.parsed, slots.scene.grammar
    objects = [p.word(t).lower() for t in g.objects(candidate.token)]
    if g.rel(candidate.token) != "advcl" or objects not in (["it"], ["them"]):
        return []
    outer = slots.by_token.get(p.heads[candidate.token])
    if outer is None or outer is candidate:
        return []
    return slots.side(outer.entry.recipients, outer)


def leaders(candidate: Candidate, slots: Slots) -> list[str]:
    """Who is told to lead talks, or what they are held under."""
    g, p = slots.scene.grammar, slots.scene.parsed
    if candidate.light is not None and g.lemma(candidate.light) in LEADING:
        return slots.slot("lightsubj", candidate)
    holders = [candidate.token, p.heads[candidate.token]]
    roofs = [t for holder in holders for t in g.preps(holder, "under")]
    led = [
        c for t in roofs for c in p.children[t]
        if g.rel(c) == "acl" and g.lemma(c) in LEADING
    ]  # fmt: skip
    return slots.named([t for c in led for t in g.preps(c, "by")], candidate.verb)


def of_doers(
    candidate: Candidate, slots: Slots, actors: list[str], recipients: list[str]
) -> list[str]:
    """ "Condemned the attack on the embassy by rebels": they are condemned, not the embassy."""
    g = slots.scene.grammar
    if g.lemma(candidate.token) in _BLAMING:
        return recipients  # "blamed the attack on rebels"
    objects = g.objects(candidate.token)
    # "A probe into the murder", "concern over the arrest": whose act it is.
    holders = (candidate.token, *objects)
    slots_of = (*_OVER, "against") if candidate.entry.type == "PROTEST" else _OVER
    over = [t for h in holders for slot in slots_of for t in g.preps(h, slot)]
    if "subj" in candidate.entry.recipients.slots:
        # "Kenya's raid drew criticism from Togo".
        acts = (slots.by_token.get(t) for t in g.subjects(candidate.token))
        doers = [a for c in acts if c is not None for a in perpetrators(c, slots)]
        recipients = [a for a in doers if a not in actors] or recipients
    praised = candidate.entry.type == "SUPPORT"
    for noun in (*objects, *(() if praised else over)):
        inner = slots.by_token.get(noun)
        if inner is not None and (praised or inner.entry.type in ("ASSAULT", "COERCE")):
            doers = [a for a in perpetrators(inner, slots) if a not in actors]
            if not doers and g.preps(noun, "by"):
                return []  # by somebody who is not named, and not by whom the phrase names
            victims = set(slots.side(inner.entry.recipients, inner)) - set(doers)
            recipients = [r for r in recipients if r not in victims] or doers
    return recipients


def perpetrators(act: Candidate, slots: Slots) -> list[str]:
    """Who does it; of "the killing of civilians in Kenyan air strikes" who makes the strikes."""
    found = slots.side(act.entry.actors, act)
    if found:
        return found
    course = [t for slot in _COURSE for t in slots.scene.grammar.preps(act.token, slot)]
    acts = [slots.by_token[t] for t in course if t in slots.by_token]
    same = (c for c in acts if c.entry.type == act.entry.type)
    return [a for c in same for a in slots.side(c.entry.actors, c)]


def culprits(act: Candidate, slots: Slots) -> list[str]:
    """ "Blamed rebels for the attack", "rebels were behind it": whose deed the words about it
    make it."""
    p, g = slots.scene.parsed, slots.scene.grammar
    token, head = act.token, p.heads[act.token]
    case = set(g.case(token))
    if case & _CHARGED_WITH and (over := _charge(head, slots)) is not None:
        return slots.side(over.entry.recipients, over)
    # "Behind a series of bombings".
    what = head if g.rel(token) == "nmod" and "of" in case and g.lemma(head) in _ROWS else token
    if "behind" in g.case(what) and any(g.rel(c) == "cop" for c in p.children[what]):
        if (over := _charge(p.heads[what], slots)) is not None:
            return slots.side(over.entry.recipients, over)  # "accused of being behind them"
        open_ = any(g.lemma(c) in _OPEN for c in p.children[what] if g.rel(c) == "mark")
        return [] if open_ else slots.named(g.subjects(what), what)
    if (g.lemma(head) in _GUILTY and case & {"for", "of"}) or (
        g.lemma(head) in _ADMITTING and ("to" in case or token in g.objects(head))
    ):
        return slots.named(g.subjects(head), head)
    if g.lemma(head) in _WORK and g.rel(token) == "nsubj":
        return slots.named(g.preps(head, "of"), head)
    return []


def _charge(verb: int, slots: Slots) -> Candidate | None:
    """The act of a word that is aimed at people for what they have done, or None."""
    over = slots.by_token.get(verb)
    return over if over is not None and over.token == verb and _charges(over) else None


def _charges(over: Candidate) -> bool:
    """Whether an act is aimed at people for what they have done, good or bad."""
    entry = over.entry
    return entry.type in ("ACCUSE", "SUPPORT") or entry.mode in ("arrest", "convict")
