"""What the words above an event make of it: verbs that embed it, clauses, frames, wishes."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.command import own_forces
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing, along, is_kind, issued, later
from dateline.extract.events.ontology import ABSORBING, COOPERATIVE, PACT, ontology
from dateline.extract.events.pointing import definite, indefinite
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import circumstances, embedding
from dateline.extract.grammar_words import of_role
from dateline.record.claims import Status

_CONTENT = frozenset(
    ["xcomp", "ccomp", "obj", "obl", "acl", "advcl", "nmod", "nsubj:pass", "csubj"]
)
_FRAMES = frozenset(["in", "under", "by", "through", "at"])
"""Before a noun that says where, or by what, something else is denied or stopped."""
_CONTENT_MARKS = frozenset(["to", "that"])
"""Before the clause that says what a demand or a promise is."""
_GERUND_MARK = "of"
_ABOUT = frozenset(["to", "against"])
"""Before the clause that words are about: "urged it to leave", "warned against leaving"."""
_ADVISING = frozenset(
    ["advise", "caution", "warn", "counsel", "recommend", "decide", "vote", "argue"]
)
_FAILING = frozenset(["fail", "failure", "unable", "powerless"])
_MEANS = frozenset(["use", "employ", "go", "return", "continue", "come", "vote"])
"""Verbs whose infinitive is told as done: "used gas to disperse", "went on to attack", and what a
body votes to do."""
_AIMS = frozenset(["RETREAT", "SANCTION", "COERCE", "ASSAULT", "AGREE", "COOPERATE"])
"""Types of what may fail although something is done for it."""
_DECIDING_ON = frozenset(["agree", "decide", "settle", "insist"])
_INCLUDING = frozenset(["include", "involve", "comprise"])
_TIES = "050"
"""CAMEO of better relations, which may fail to come about, too ("met to mend ties")."""
_CLIMB = 4
"""Steps up from a noun to the verb in whose phrase it stands."""
_WHILE = frozenset(["as", "when", "where", "although", "though", "whereas"])
_ENDS = frozenset(["until", "till", "through", "to", "for"])
"""Before a date that says how long something lasts, or what is spoken of, not when it begins."""
PERFORMED = ("SUPPORT", "ACCUSE", "REJECT", "REQUEST")
"""Types of acts that are done in saying so, wished or to come though the words are."""
_OF = frozenset(["think", "dream"])
_WAITING = frozenset(["until", "once"])
_PROVIDING = frozenset(["provide", "allow"])
_STRIVING = frozenset(["fight", "fighting", "battle", "struggle", "vie", "rage", "compete"])
_WISHING = frozenset(["want", "wish"])
_WAKE = frozenset(["wake", "aftermath", "midst"])
"""Behind "in the": in what circumstances something else is told."""
_CHANCES, _USING = of_role("chance"), of_role("using")
_CHECKING = frozenset(
    [
        *("verify", "check", "determine", "establish", "ascertain", "ensure"),
        *("prove", "confirm", "corroborate", "substantiate"),
    ]
)
"""Verbs of finding out; until that is done nothing says that it is so."""
_LASTING_DEEDS = frozenset(["support", "back", "help", "protect", "defend"])
"""Verbs of backing that are not done in saying so ("we want to support them")."""
_WILLING = frozenset(
    [
        *("want", "wish", "intend", "ready", "willing", "prepared", "intention", "desire"),
        *("willingness", "readiness"),
    ]
)
_UNWILLING = frozenset(["unwilling", "unwillingness"])
"""Who is so, or is not as the words before say, will not do it."""
_NOT_AT = frozenset(["able", "sign", "verge", "brink", "interested"])
"""Words that leave nothing of what stands under them where they are denied ("no sign of")."""


def above(
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
        aim = rel in ("obl", "nmod") and "for" in g.case(low) and candidate.entry.type != "ASSAULT"
        if aim and g.lemma(high) in _STRIVING:
            out.status, out.why = "hypothetical", f"what {p.word(high)!r} is for"
            return
        if aim and g.lemma(high) in _PROVIDING and not g.objects(high):
            out.status, out.why = "planned", f"what {p.word(high)!r} is for"
            return  # "the deal provides for the release of prisoners"
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
            waiting = g.lemma(c) in _WAITING or p.word(c - 1).lower() == "soon"
            open_ = (g.lemma(c), "mark") in embedding()
            open_ = open_ or (waiting and _in_the_present(low, scene))
            in_case = g.lemma(c) == "in" and any(g.lemma(d) == "case" for d in p.children[c])
            if p.deprels[c] == "mark" and (open_ or in_case):
                out.status, out.why = "hypothetical", f"{p.word(c)!r} clause"
                out.moot = True
                return
        aim_said = p.xpos[low] == "VB" and "to" in g.case(low) and _told_now(high, scene)
        act_said = p.xpos[low] == "VBG" and _generic(low, high, scene)
        if rel == "csubj" and low < high and (aim_said or act_said):
            out.status, out.moot = "hypothetical", True
            out.why = f"what is told of it: {p.word(high)!r}"
            return
        if rel == "csubj" and _unreal(high, scene):
            out.status, out.why = "hypothetical", f"what is told of it: {p.word(high)!r}"
            return
        if rel in ("csubj", "nsubj") and (meant := _what_it_is(high, scene)) is not None:
            out.status, out.why = meant, f"what it is: {p.word(high)!r}"
            return
        if p.deprels[low] in ("acl:relcl", "parataxis", "appos", "nsubj"):
            return
        known = p.deprels[low] == "nsubj:pass" and low == candidate.token == candidate.verb
        if known and definite(low, scene):
            return  # "it is not clear whether the arrest was linked to it"
        outer = by_token.get(high)
        held = by_token.get(p.heads[high])
        if outer is None and held is not None and high in held.words:
            outer = held  # "held protests for": the noun is a part of the verb's trigger
        if outer is not None and _setting(low, outer, candidate, scene):
            return  # "in a call with Kenya, he urged restraint"
        if (
            outer is not None
            and outer is not candidate
            and (outer.entry.type in ABSORBING or outer.entry.cameo == PACT)
            and p.deprels[low] in _CONTENT
            and (rel != "advcl" or _about(low, outer, scene) or g.gerund_taken(low))
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
        if outer is not None and _demanded(low, candidate, outer, scene):
            out.under = outer.token
            return
        if p.upos[low] == "NOUN" and g.lemma(high) == "consider" and g.passive(high):
            return  # "was considered the worst attack in years"
        if p.word(high).lower() == "considering" and rel == "ccomp":
            return  # "considering that it has sent troops": it has
        status = embedding().get((g.lemma(high), rel)) or _listed(low, high, scene)
        if "against" in g.case(low) and p.xpos[low] == "VBG" and g.lemma(high) in _ADVISING:
            out.status, out.why = (
                "hypothetical",
                f"what {p.word(high)!r} is against",
            )
            return
        never = any(is_kind(g.lemma(c), "not") for c in p.children[high])
        checked = rel == "ccomp" and g.lemma(high) in _CHECKING
        if checked and (never or _to_do(high, scene)):
            # "Must verify that it has destroyed them", "could not prove that he ordered it".
            status = "hypothetical"
        if p.word(high).lower() == "going":
            status = status or embedding().get(("going", rel))  # "is going to recognise"
        if g.lemma(high) == "able" and not never and _was(high, scene):
            status = None  # "was able to sign it", "has been able to": it did
        if g.lemma(high) == "position" and "of" in g.case(low):
            status = None  # "its position of refusing the force"
        if rel == "acl" and p.xpos[low] in ("VBG", "VBN") and not g.case(low):
            status = None  # "a plan calling for": what describes the noun is not its content
        if status == "threatened" and rel == "ccomp" and _past(low, scene):
            status = None  # "warned that Kenya had attacked it"
        if status == "denied" and failed(high, scene):
            return  # "failed to prevent the massacre"
        if status in ("denied", "void") and rel == "obl" and _FRAMES & set(g.case(low)):
            return  # "agreed to stop fighting in a pact signed on Friday"
        if status == "called_for" and own_forces(high, scene):
            status = "occurred" if candidate.entry.type == "MOBILIZE" else "planned"
        order = status == "called_for" and rel == "ccomp" and "to" not in g.case(low)
        if order and out.own != "must" and not g.subjunctive(low):
            return  # "told the paper that": a report, not an order
        moot = status == "moot"
        status = "hypothetical" if moot else status
        if status == "hypothetical" and _performs(high, candidate, scene):
            out.own, out.status = "", "occurred"
            return
        marks = {"to", "from"} if status == "denied" else {"to"}  # "prevents it from receiving"
        if p.upos[high] == "ADJ" or g.lemma(high) in _OF:
            marks |= {"of", "in"}  # "confident of regaining", "interested in taking"
        if g.lemma(high) in ("aim", "hint"):
            marks.add("at")  # "aimed at toppling", "hinted at leaving"
        if g.lemma(high) == "plan" or status == "hypothetical":
            marks.add("on")  # "plans on leaving", "talks focused on boosting trade"
        if status is not None and not (rel == "advcl" and not marks.intersection(g.case(low))):
            unwilling = never and g.lemma(high) in _WILLING
            unwilling = unwilling or g.lemma(high) in _UNWILLING
            friendly = ontology()[candidate.entry.type].quad in COOPERATIVE
            if unwilling and friendly and not g.own_subject(low):
                out.negated, out.own = True, "future"  # who does not want to talks to nobody
                return
            if status == "void" or (never and (status == "planned" or g.lemma(high) in _NOT_AT)):
                out.void = True
            elif status == "denied" and _to_prevent(high, scene):
                out.status, out.why = "hypothetical", f"under 'to {p.word(high)}'"
            elif status != "occurred":
                out.status, out.moot = status, moot  # type: ignore[assignment]
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
            and _day_to_come(high, scene) is not None
        ):
            out.status, out.why = "planned", f"what {p.word(high)!r} is for"
            return  # "the ministers meet next week to discuss it"
        if low == candidate.token and _to_be_held(candidate, scene):
            out.status, out.why = "planned", "in what is to come"
            return
        if rel == "advcl" and "to" in g.case(low) and _must(high, scene):
            out.status, out.why = "hypothetical", f"what {p.word(high)!r} must be for"
            return  # "to end hostilities, Togo must withdraw"
        if outer is not candidate and _purpose(low, high, candidate, outer, scene):
            taking = candidate.entry.mode == "seize"
            if outer is not None and outer.entry.type == "ASSAULT" and taking:
                out.under = outer.token  # "an offensive to retake the town"
                return
            out.status, out.why = "hypothetical", f"what {p.word(high)!r} was for"
            out.moot = True
        if rel in ("nmod", "obl", "obj") and low != candidate.verb and p.upos[low] == "NOUN":
            return
        if rel == "acl" and any(g.rel(c) in ("nsubj", "aux") for c in p.children[low]):
            return  # "reports that shells had hit": a clause of its own
        if rel == "ccomp" or (rel == "nmod" and p.upos[high] == "NOUN"):
            return


def _demanded(low: int, candidate: Candidate, outer: Candidate, scene: Scene) -> bool:
    """ "Marched, demanding that the premier resign", "took to the streets to call for it": what a
    protest is for is not coded apart, whatever its verb."""
    g = scene.grammar
    if outer.entry.type != "PROTEST" or candidate.entry.type != "REQUEST":
        return False
    clause = g.rel(low) in ("advcl", "xcomp", "acl") and not g.own_subject(low)
    return clause and (scene.parsed.xpos[low] == "VBG" or "to" in g.case(low))


def _about(clause: int, outer: Candidate, scene: Scene) -> bool:
    """Whether an adverbial clause says what words are about: "pushed for resuming talks"."""
    case = set(scene.grammar.case(clause))
    asked = outer.entry.type == "REQUEST" and scene.parsed.xpos[clause] == "VBG" and "for" in case
    return asked or bool(_ABOUT & case)


def failed(verb: int, scene: Scene) -> bool:
    """ "Failed to prevent it", "was unable to stop it", "could not stop it", "was not able to":
    what a verb under one of failing is not.
    """
    g, p = scene.grammar, scene.parsed
    over = p.heads[verb]
    able = any(g.lemma(c) == "could" for c in p.children[verb])
    carrier = over if g.lemma(over) == "able" else verb if able else None
    denied = carrier is not None and any(is_kind(g.lemma(c), "not") for c in p.children[carrier])
    return g.lemma(over) in _FAILING or denied


def _in_the_present(verb: int, scene: Scene) -> bool:
    """ "Until it takes the town", "once it has taken the town", "as soon as it is taken"."""
    p = scene.parsed
    present = p.xpos[verb] in ("VBZ", "VBP")
    return present or any(p.xpos[c] in ("VBZ", "VBP") for c in p.children[verb])


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


def _setting(low: int, outer: Candidate, candidate: Candidate, scene: Scene) -> bool:
    """ "In a call, he urged", "proposed it on a visit to Togo": where it was said, and not what it
    is about; "on" says so only of visits, or before the verb ("agreed on talks")."""
    g = scene.grammar
    if candidate.entry.type != "CONSULT" or candidate.entry.pos != "N":
        return False
    visit = candidate.entry.mode == "visit" and g.lemma(outer.token) not in _DECIDING_ON
    if g.rel(low) not in (("obl", "nmod") if visit else ("obl",)):
        return False
    said = outer.entry.type in ABSORBING or outer.entry.cameo == PACT
    leads = {"in", "at", *(["on"] if visit or low < outer.token else [])}
    return said and outer.entry.pos == "V" and bool(leads & set(g.case(low)))


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


def _generic(act: int, predicate: int, scene: Scene) -> bool:
    """ "Shelling towns is a crime": what such acts are, and none that is told of."""
    g = scene.grammar
    objects = g.objects(act)
    named = (a for t in objects for a in scene.mentioned(t))
    if any(definite(t, scene) or scene.place(t) for t in objects) or any(a.land for a in named):
        return False
    return _told_now(predicate, scene)


def _told_now(predicate: int, scene: Scene) -> bool:
    """ "Is a crime", "is likely"."""
    p, g = scene.parsed, scene.grammar
    return any(g.rel(c) == "cop" and p.xpos[c] in ("VBZ", "VBP") for c in p.children[predicate])


def _unreal(predicate: int, scene: Scene) -> bool:
    """ "Occupying towns is not our aim", "would not end the war": words about what might be."""
    p, g = scene.parsed, scene.grammar
    lemmas = [g.lemma(c) for c in p.children[predicate]]
    present = not _past(predicate, scene) and not any(
        g.rel(c) == "cop" and p.xpos[c] == "VBD" for c in p.children[predicate]
    )
    kinds = ("may", "would", "future", *(["not"] if present else []))
    return any(is_kind(word, kind) for word in lemmas for kind in kinds)


def _was(predicate: int, scene: Scene) -> bool:
    """ "Was able", "has been able"."""
    below = scene.parsed.children[predicate]
    words = {scene.parsed.word(c).lower() for c in below if scene.grammar.rel(c) in ("aux", "cop")}
    may = any(is_kind(word, kind) for word in words for kind in ("may", "would", "future"))
    return not may and bool(words & {"was", "were", "been"})


def _to_prevent(verb: int, scene: Scene) -> bool:
    """ "Sent troops to keep them from firing": nothing says whether they would have, or did."""
    g = scene.grammar
    return "to" in g.case(verb) and g.rel(verb) in ("advcl", "acl", "xcomp")


def _performs(wish: int, candidate: Candidate, scene: Scene) -> bool:
    """ "I would like to thank Kenya", "we want to express": who says so has done it, where words
    are the act."""
    p, g = scene.parsed, scene.grammar
    if candidate.entry.type not in PERFORMED or g.lemma(candidate.token) in _LASTING_DEEDS:
        return False
    said = {p.word(c).lower() for c in p.children[wish] if g.rel(c) in ("aux", "nsubj")}
    wished = g.lemma(wish) in _WISHING and p.xpos[wish] == "VBP"
    would = g.lemma(wish) == "like" and bool(said & {"would", "’d", "'d"})
    return bool(said & {"i", "we"}) and (wished or would)


def _must(verb: int, scene: Scene) -> bool:
    words = (scene.grammar.lemma(c) for c in scene.parsed.children[verb])
    return any(is_kind(word, "must") for word in words)


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


def start_ahead(verb: int, scene: Scene) -> int | None:
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


def _day_to_come(verb: int, scene: Scene) -> int | None:
    """ "Meets on Monday": the day of what is told in the present and is to come."""
    present = scene.parsed.xpos[verb] in ("VBZ", "VBP")
    return start_ahead(verb, scene) if present else None


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
            verbs = (token, *along(token, scene))  # "will go on, flying to Lome for talks"
            will = any(is_kind(g.lemma(c), "future") for t in verbs for c in p.children[t])
            return will or over == "planned"
    return False
