"""How real an event is: from its auxiliaries, its negation, and the words that it stands under."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.command import own_forces
from dateline.extract.events.described import described, fact
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing, is_kind, issued, later, own_mood
from dateline.extract.events.ontology import PACT
from dateline.extract.events.pointing import definite, indefinite, said_of_it
from dateline.extract.events.scene import Scene
from dateline.extract.events.supposed import supposed
from dateline.extract.events.tables import circumstances, embedding
from dateline.extract.grammar_words import of_role
from dateline.record.claims import Status

ABSORBING = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"])
"""Verbal acts; what they are about is no event of its own, but decides their mode."""

_CONTENT = frozenset(
    ["xcomp", "ccomp", "obj", "obl", "acl", "advcl", "nmod", "nsubj:pass", "csubj"]
)
_FRAMES = frozenset(["in", "under", "by", "through", "at"])
"""Before a noun that says where, or by what, something else is denied or stopped."""
_CONTENT_MARKS = frozenset(["to", "that"])
"""Before the clause that says what a demand or a promise is."""
_GERUND_MARK = "of"
_MEANS = frozenset(["use", "employ", "go", "return", "continue", "come", "vote"])
"""Verbs whose infinitive is told as done: "used gas to disperse", "went on to attack", and what a
body votes to do."""
_AIMS = frozenset(["RETREAT", "SANCTION", "COERCE", "ASSAULT", "AGREE"])
"""Types of what may fail although something is done for it."""
_ANNOUNCING = frozenset(["announce", "discuss", "unveil", "mention"])
_ONESELF = frozenset(["it", "they", "he", "she", "we", "i"])
_INCLUDING = frozenset(["include", "involve", "comprise"])
_TIES = "050"
"""CAMEO of better relations, which may fail to come about, too ("met to mend ties")."""
_CLIMB = 4
"""Steps up from a noun to the verb in whose phrase it stands."""
_LASTING = frozenset(["go", "rage", "last", "drag", "persist", "linger"])
_WHILE = frozenset(["as", "when", "where", "although", "though", "whereas"])
_ENDS = frozenset(["until", "till", "through", "to", "for"])
"""Before a date that says how long something lasts, or what is spoken of, not when it begins."""
_PERFORMED = ("SUPPORT", "ACCUSE", "REJECT", "REQUEST")
_OF = frozenset(["think", "dream"])
_WISHING = frozenset(["want", "wish"])
_WAKE = frozenset(["wake", "aftermath", "midst"])
"""Behind "in the": in what circumstances something else is told."""
_CHANCES, _USING = of_role("chance"), of_role("using")
_CHECKING = frozenset(["verify", "check", "determine", "establish", "ascertain", "ensure"])
"""Verbs of finding out; until that is done nothing says that it is so."""
_STOPPING = frozenset(["stop", "halt", "cease", "end"])
_LASTING_DEEDS = frozenset(["support", "back", "help", "protect", "defend"])
"""Verbs of backing that are not done in saying so ("we want to support them")."""
_CALLING = frozenset(
    [
        *("perceive", "see", "view", "regard", "describe", "portray", "depict", "interpret"),
        *("denounce", "condemn", "decry", "brand", "label", "treat", "hail", "characterize"),
        *("characterise", "deplore", "dismiss"),
    ]
)
"""Before "as" and what somebody takes something for."""
_NOT_AT = frozenset(["able", "sign", "verge", "brink"])
"""Words that leave nothing of what stands under them where they are denied ("no sign of")."""


def _only_told(candidate: Candidate, scene: Scene) -> bool:
    """ "Announced a planned visit", "a summit, to be held on Monday": the verb does not do it."""
    light = candidate.light
    if light is None:
        return False
    announced = scene.grammar.lemma(light) in _ANNOUNCING
    return announced or scene.parsed.heads[light] == candidate.token


def standing(candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate]) -> Standing:
    """Read the status of one candidate."""
    out = Standing()
    if _ended(candidate, scene):
        return out
    verb = candidate.verb
    if scene.parsed.xpos[verb] == "VBG" and "like" in scene.grammar.case(verb):
        out.void = True  # "it is like fighting a giant"
        return out
    if _only_called(candidate, scene):
        out.void = True
        return out
    own_mood(candidate, scene, out)
    outer = by_token.get(scene.parsed.heads[candidate.verb])
    told = outer is not None and outer.entry.type == "THREATEN" and outer.entry.pos == "V"
    own = {scene.grammar.lemma(t) for t in scene.grammar.subjects(candidate.verb)} & _ONESELF
    if out.own == "future" and told and own and scene.grammar.rel(candidate.verb) == "ccomp":
        out.under = scene.parsed.heads[candidate.verb]  # "warned that it would quit the pact"
        return out
    if not out.own and (candidate.light is None or _only_told(candidate, scene)):
        described(candidate, scene, out)
    if out.own and _denied(candidate.verb, scene):
        out.status, out.why = "denied", "what somebody denies"
    if candidate.effect == "avert" and out.own:
        out.status = "hypothetical"  # "will prevent a war", "may avert an attack"
    if out.status == "occurred":
        _above(candidate, scene, by_token, out)
    if out.status in ("hypothetical", "called_for") and not out.own and fact(candidate, scene):
        out.status, out.why = "occurred", "a day that is past"
    if out.status == "occurred":
        _effect(candidate, scene, out)
    if out.status == "occurred" and (unreal := supposed(candidate, scene)) is not None:
        out.status, out.why = unreal
    if out.status == "hypothetical" and candidate.entry.mode == "expel" and out.under is None:
        out.under = _fought_for(candidate, scene, by_token)
    return out


def _only_called(candidate: Candidate, scene: Scene) -> bool:
    """ "A deal, perceived by many as a surrender", "denounced the raid as an attack on us": what
    something is called is told beside it, and is no act of its own."""
    g, noun = scene.grammar, candidate.token
    plain = candidate.entry.pos == "N" and candidate.verb == noun and "as" in g.case(noun)
    return plain and g.lemma(scene.parsed.heads[noun]) in _CALLING


def _fought_for(
    candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate]
) -> int | None:
    """ "Fights in a bid to topple the president": what a fight is for is no act of its own."""
    above = (by_token.get(high) for _, high in scene.grammar.up(candidate.verb))
    return next((c.token for c in above if c is not None and c.entry.type == "ASSAULT"), None)


def _denied(verb: int, scene: Scene) -> bool:
    """ "Denied that troops would be sent": its own auxiliary does not make it a plan."""
    g, p = scene.grammar, scene.parsed
    chain = [verb, p.heads[verb]] if g.rel(verb) == "xcomp" else [verb]
    return any(
        g.rel(t) == "ccomp" and embedding().get((g.lemma(p.heads[t]), "ccomp")) == "denied"
        for t in chain
    )


def _above(
    candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate], out: Standing
) -> None:
    """Climb to what embeds the event."""
    g, p = scene.grammar, scene.parsed
    if candidate.effect == "given":
        return  # whatever becomes of the act upon it
    start = candidate.verb
    if candidate.happening is not None and g.rel(candidate.token) not in ("nsubj", "obj", "obl"):
        start = candidate.token
    start = next(iter(issued(start, scene)), start)
    for low, high in g.up(start):
        rel = g.rel(low)
        if rel in ("obl", "nmod") and set(g.case(low)) & circumstances():
            return  # what happened after, during or amid something is no part of it
        if g.lemma(high) in _WAKE and "in" in g.case(high):
            return  # "in the wake of an uprising"
        if g.lemma(high) in _CHANCES and "to" in g.case(low) and _taken(high, scene):
            return  # "took the opportunity to thank"
        told = rel in ("advcl", "acl") and p.deprels[low] != "acl:relcl"
        if told and set(g.case(low)) & _told_beside() and _past(low, scene):
            return  # "plans to visit, years after rebels burned the bridge"
        for c in p.children[low]:
            open_ = (g.lemma(c), "mark") in embedding() or (
                g.lemma(c) == "until" and _in_the_present(low, scene)
            )
            in_case = g.lemma(c) == "in" and any(g.lemma(d) == "case" for d in p.children[c])
            if p.deprels[c] == "mark" and (open_ or in_case):
                out.status, out.why = "hypothetical", f"{p.word(c)!r} clause"
                return
        if rel == "csubj" and _unreal(high, scene):
            out.status, out.why = "hypothetical", f"what is told of it: {p.word(high)!r}"
            return
        if rel in ("csubj", "nsubj") and (meant := _what_it_is(high, scene)) is not None:
            out.status, out.why = meant, f"what it is: {p.word(high)!r}"
            return
        if p.deprels[low] in ("acl:relcl", "parataxis", "appos", "nsubj"):
            return
        outer = by_token.get(high)
        if outer is not None and _setting(low, outer, candidate, scene):
            return  # "in a call with Kenya, he urged restraint"
        held = by_token.get(p.heads[high])
        if outer is None and held is not None and high in held.words:
            outer = held  # "held protests for": the noun is a part of the verb's trigger
        if (
            outer is not None
            and outer is not candidate
            and (outer.entry.type in ABSORBING or outer.entry.cameo == PACT)
            and p.deprels[low] in _CONTENT
            and not (rel == "advcl" and "to" not in g.case(low) and not g.gerund_taken(low))
            and not (p.upos[high] == "NOUN" and rel == "acl" and not _content_marks(low, scene))
        ):
            out.under = outer.token
            return
        if (
            outer is not None
            and outer is not candidate
            and outer.entry.type == "PROTEST"
            and rel in ("nmod", "obl")
            and {"for", "against", "over"} & set(g.case(low))
        ):
            out.under = outer.token  # what a protest is for or against is not coded apart
            return
        if p.upos[low] == "NOUN" and g.lemma(high) == "consider" and g.passive(high):
            return  # "was considered the worst attack in years"
        if p.word(high).lower() == "considering" and rel == "ccomp":
            return  # "considering that it has sent troops": it has
        status = embedding().get((g.lemma(high), rel)) or _listed(low, high, scene)
        if rel == "ccomp" and g.lemma(high) in _CHECKING and _to_do(high, scene):
            status = "hypothetical"  # "must verify that it has destroyed them"
        if p.word(high).lower() == "going":
            status = status or embedding().get(("going", rel))  # "is going to recognise"
        if g.lemma(high) == "position" and "of" in g.case(low):
            status = None  # "its position of refusing the force"
        if rel == "acl" and p.xpos[low] in ("VBG", "VBN") and not g.case(low):
            status = None  # "a plan calling for": what describes the noun is not its content
        if status in ("denied", "void") and rel == "obl" and _FRAMES & set(g.case(low)):
            return  # "agreed to stop fighting in a pact signed on Friday"
        if status == "called_for" and own_forces(high, scene):
            status = "occurred" if candidate.entry.type == "MOBILIZE" else "planned"
        order = status == "called_for" and rel == "ccomp" and "to" not in g.case(low)
        if order and out.own != "must" and not g.subjunctive(low):
            return  # "told the paper that": a report, not an order
        if status == "hypothetical" and _performs(high, candidate, scene):
            out.own, out.status = "", "occurred"
            return
        marks = {"to", "from"} if status == "denied" else {"to"}  # "prevents it from receiving"
        if p.upos[high] == "ADJ" or g.lemma(high) in _OF:
            marks.add("of")  # "confident of regaining", "is thinking of expelling"
        if g.lemma(high) in ("aim", "hint"):
            marks.add("at")  # "aimed at toppling", "hinted at leaving"
        if status is not None and not (rel == "advcl" and not marks.intersection(g.case(low))):
            never = any(is_kind(g.lemma(c), "not") for c in p.children[high])
            if status == "void" or (never and (status == "planned" or g.lemma(high) in _NOT_AT)):
                out.void = True
            elif status == "denied" and _to_prevent(high, scene):
                out.status, out.why = "hypothetical", f"under 'to {p.word(high)}'"
            elif status != "occurred":
                out.status = status  # type: ignore[assignment]
                out.why = f"under {p.word(high)!r}"
            over = by_token.get(p.heads[high]) if status == "denied" else None
            purpose = g.rel(high) == "advcl" and "to" in g.case(high)
            taken = rel == "xcomp" and (g.rel(high) in ("xcomp", "ccomp") or purpose)
            if taken and over is not None and over.entry.type in ABSORBING:
                out.under = p.heads[high]  # "agreed to stop fighting"
            return
        if (
            rel in ("advcl", "xcomp")
            and "to" in g.case(low)
            and day_to_come(high, scene) is not None
        ):
            out.status, out.why = "planned", f"what {p.word(high)!r} is for"
            return  # "the ministers meet next week to discuss it"
        if low == candidate.token and _to_be_held(candidate, scene):
            out.status, out.why = "planned", "in what is to come"
            return
        if outer is not candidate and _purpose(low, high, candidate, outer, scene):
            out.status, out.why = "hypothetical", f"what {p.word(high)!r} was for"
        if rel in ("nmod", "obl", "obj") and low != candidate.verb and p.upos[low] == "NOUN":
            return
        if rel == "acl" and any(g.rel(c) in ("nsubj", "aux") for c in p.children[low]):
            return  # "reports that shells had hit": a clause of its own
        if rel == "ccomp" or (rel == "nmod" and p.upos[high] == "NOUN"):
            return


def _in_the_present(verb: int, scene: Scene) -> bool:
    """ "Until it takes the town", "until it has taken the town"."""
    p = scene.parsed
    present = p.xpos[verb] in ("VBZ", "VBP")
    return present or any(p.word(c).lower() in ("has", "have") for c in p.children[verb])


def _content_marks(clause: int, scene: Scene) -> bool:
    """ "A refusal to deploy", "of deploying it": whether a clause says what a word is about."""
    case = set(scene.grammar.case(clause))
    gerund = scene.parsed.xpos[clause] == "VBG" and _GERUND_MARK in case
    return gerund or bool(_CONTENT_MARKS & case)


def _taken(chance: int, scene: Scene) -> bool:
    """ "Took the opportunity to", "let me take this opportunity to": what is used is no chance."""
    g, p = scene.grammar, scene.parsed
    verb = p.heads[chance]
    free = not any(g.rel(c) == "aux" for c in p.children[verb])
    return free and g.rel(chance) == "obj" and g.lemma(verb) in _USING


def _to_do(verb: int, scene: Scene) -> bool:
    """ "Must verify", "is to check", "has not confirmed": what has not been done."""
    words = [scene.grammar.lemma(c) for c in scene.parsed.children[verb]]
    kinds = ("must", "future", "may", "would", "not")
    return "to" in words or any(is_kind(word, kind) for word in words for kind in kinds)


def _ended(candidate: Candidate, scene: Scene) -> bool:
    """ "Must stop the violence": what is to be ended goes on, whatever comes of the ending."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.type != "ASSAULT" or candidate.entry.pos != "N" or g.rel(noun) != "obj":
        return False
    goes_on = scene.has(noun, classes()["two_sided"] | classes()["disorder"])
    return goes_on and g.lemma(p.heads[noun]) in _STOPPING and definite(noun, scene)


def _setting(low: int, outer: Candidate, candidate: Candidate, scene: Scene) -> bool:
    """ "In a phone call, he urged", "on a visit to Togo, he promised": the talk is where it was
    said, and not what it is about; "on" says so only before the verb ("agreed on talks")."""
    g = scene.grammar
    if candidate.entry.type != "CONSULT" or candidate.entry.pos != "N" or g.rel(low) != "obl":
        return False
    case = set(g.case(low))
    said = outer.entry.type in ABSORBING or outer.entry.cameo == PACT
    before = low < outer.token
    return (
        said and outer.entry.pos == "V" and bool(case & {"in", "at"} or ("on" in case and before))
    )


def _listed(low: int, high: int, scene: Scene) -> str | None:
    """ "Their demands include dissolving": as real as what the subject's noun makes it."""
    g, p = scene.grammar, scene.parsed
    if g.lemma(high) not in _INCLUDING or g.rel(low) not in ("xcomp", "obj", "ccomp"):
        return None
    nouns = [c for c in p.children[high] if p.deprels[c] == "nsubj"]
    return next((s for c in nouns if (s := embedding().get((g.lemma(c), "acl")))), None)


def _what_it_is(predicate: int, scene: Scene) -> Status | None:
    """ "Pulling out was a pledge", "their release is one of the demands": what an act is said to be
    tells how real it is; None where that is no word for something unreal."""
    p, g = scene.parsed, scene.grammar
    if not any(g.rel(c) == "cop" for c in p.children[predicate]):
        return None
    nouns = g.preps(predicate, "of") if g.lemma(predicate) == "one" else [predicate]
    found = (embedding().get((g.lemma(n), "is")) for n in nouns)
    return next((status for status in found if status is not None), None)  # type: ignore


def _unreal(predicate: int, scene: Scene) -> bool:
    """ "Occupying towns is not our aim", "would not end the war": words about what might be."""
    p, g = scene.parsed, scene.grammar
    lemmas = [g.lemma(c) for c in p.children[predicate]]
    present = not _past(predicate, scene) and not any(
        g.rel(c) == "cop" and p.xpos[c] == "VBD" for c in p.children[predicate]
    )
    kinds = ("may", "would", "future", *(["not"] if present else []))
    return any(is_kind(word, kind) for word in lemmas for kind in kinds)


def _to_prevent(verb: int, scene: Scene) -> bool:
    """ "Sent troops to keep them from firing": nothing says whether they would have, or did."""
    g = scene.grammar
    return "to" in g.case(verb) and g.rel(verb) in ("advcl", "acl", "xcomp")


def _performs(wish: int, candidate: Candidate, scene: Scene) -> bool:
    """ "I would like to thank Kenya", "we want to express": who says so has done it, where words
    are the act."""
    p, g = scene.parsed, scene.grammar
    if candidate.entry.type not in _PERFORMED or g.lemma(candidate.token) in _LASTING_DEEDS:
        return False
    said = {p.word(c).lower() for c in p.children[wish] if g.rel(c) in ("aux", "nsubj")}
    wished = g.lemma(wish) in _WISHING and p.xpos[wish] == "VBP"
    would = g.lemma(wish) == "like" and bool(said & {"would", "’d", "'d"})
    return bool(said & {"i", "we"}) and (wished or would)


def _purpose(
    low: int, high: int, candidate: Candidate, outer: Candidate | None, scene: Scene
) -> bool:
    """ "Works on a plan to end the war": what something is done for has not come about by that.

    Words come about: who strikes to protest protests, who pays to help helps. What serves as the
    means of an act of the same kind is told as done, too ("used gas to disperse").
    """
    p, g = scene.parsed, scene.grammar
    aims = candidate.entry.type in _AIMS or candidate.entry.cameo == _TIES
    if not aims or candidate.entry.mode == "access":
        return False
    if low not in (candidate.token, candidate.light) or candidate.effect == "avert":
        return False
    if p.xpos[low] != "VB" or "to" not in g.case(low) or g.lemma(high) in _MEANS:
        return False
    if outer is not None and outer.entry.type == candidate.entry.type:
        return False
    return g.rel(low) == "advcl" or (g.rel(low) == "acl" and outer is not None)


def _told_beside() -> frozenset[str]:
    """What opens a clause that is told beside another, and is no part of what is planned there."""
    return circumstances() | _WHILE


def _past(verb: int, scene: Scene) -> bool:
    """Whether a clause is told in the past tense."""
    p, g = scene.parsed, scene.grammar
    words = [verb, *(c for c in p.children[verb] if g.rel(c) == "aux")]
    return any(p.xpos[t] == "VBD" for t in words)


def _day_to_come(verb: int, scene: Scene) -> int | None:
    """The word for a day after publication that hangs on a verb."""
    g = scene.grammar
    return next(
        (
            c
            for c in scene.parsed.children[verb]
            if g.rel(c) in ("obl", "advmod", "nmod")
            and not _ENDS & set(g.case(c))
            and later(c, scene)
        ),
        None,
    )


def day_to_come(verb: int, scene: Scene) -> int | None:
    """ "Meets on Monday": the day of what is told in the present and is to come."""
    present = scene.parsed.xpos[verb] in ("VBZ", "VBP")
    return _day_to_come(verb, scene) if present else None


def _to_be_held(candidate: Candidate, scene: Scene) -> bool:
    """ "Is expected to be on the agenda of a summit": talks that are not known yet, in a phrase of
    what is to come."""
    p, g = scene.parsed, scene.grammar
    talks = candidate.entry.type == "CONSULT" and candidate.entry.pos == "N"
    if not talks or candidate.happening is not None or not indefinite(candidate.token, scene):
        return False
    token = candidate.token
    for _ in range(_CLIMB):
        if g.rel(token) not in ("nmod", "obl", "obj"):
            break
        token = p.heads[token]
        if p.upos[token] == "VERB":
            over = embedding().get((g.lemma(p.heads[token]), g.rel(token)))
            will = any(is_kind(g.lemma(c), "future") for c in p.children[token])
            return will or over == "planned"
    return False


def _effect(candidate: Candidate, scene: Scene, out: Standing) -> None:
    """Light verbs that plan, avert or go on; the progressive."""
    g, p = scene.grammar, scene.parsed
    verbs: dict[str, Status] = {
        "plan": "planned",
        "avert": "denied",
        "seek": "hypothetical",
        "continue": "ongoing",
    }
    if candidate.effect in verbs:
        out.status = verbs[candidate.effect]
        if candidate.effect == "avert" and "to" in g.case(candidate.verb):
            out.status = "hypothetical"  # "to prevent unrest": what a measure is for
        out.why = f"{p.word(candidate.verb)!r}"
        return
    if candidate.effect == "given":
        return
    verb = candidate.verb
    words = [c for c in p.children[verb] if g.rel(c) == "aux"]
    present = p.xpos[verb] in ("VBZ", "VBP") or any(p.xpos[c] in ("VBZ", "VBP") for c in words)
    having = any(g.lemma(c) == "have" for c in words)
    deed = candidate.entry.type not in ABSORBING and candidate.entry.type not in _PERFORMED
    if deed and present and not having and (day := _day_to_come(verb, scene)) is not None:
        out.status = "planned"  # "Kenya is sending troops next week", "meets him on Friday"
        out.why = f"{p.word(day)!r} is to come"
    elif p.xpos[verb] == "VBG" and any(g.lemma(c) == "be" for c in words):
        if not any(p.xpos[c] == "VBD" for c in words):
            out.status, out.why = "ongoing", "present progressive"
    elif any(p.word(c).lower() == "being" for c in words) and present and not having:
        out.status, out.why = "ongoing", "present progressive"  # "is being opposed"
    elif present and not having and candidate.happening and g.lemma(verb) in _LASTING:
        out.status, out.why = "ongoing", f"{p.word(verb)!r}"  # "fighting goes on"
    elif g.lemma(p.heads[verb]) in ("continue", "keep") and g.rel(verb) == "xcomp":
        out.status, out.why = "ongoing", "continues"
    elif candidate.entry.type == "CONSULT" and said_of_it(verb, scene):
        return  # "it is his second visit"
    elif any(g.rel(c) == "cop" and p.xpos[c] in ("VBP", "VBZ") for c in p.children[verb]):
        out.status, out.why = "ongoing", "present state"
