"""The mood of an event's own clause: its auxiliaries, its negation, and who lends it either."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.match import Candidate
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import auxiliaries, embedding
from dateline.record.claims import Status

_ONLY = frozenset(["only", "just", "merely", "simply"])
_CONTRAST = frozenset(["and", "but", ","])
_INVERTED = frozenset(["had", "were", "should"])
"""Auxiliaries that stand before the subject of a condition."""
_MOODS: dict[str, Status] = {"future": "planned", "must": "called_for", "may": "hypothetical"}
_CARRIERS = frozenset(["have", "need", "begin", "start", "resume", "continue", "see", "help"])
"""Verbs that only say that one must do it, begins or goes on with it, or lets it be done."""


_SAID_NOW = frozenset(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"])
"""Types of words that are said beside a plan, and not along with it."""
_EVERYTHING = frozenset(["everything", "all", "best", "utmost", "most", "what"])
"""What somebody does who does what he can."""
_EFFORTS = frozenset(["effort", "attempt", "endeavour", "endeavor"])
"""What somebody makes who sets about it."""

_FURTHERING = frozenset(
    [
        *("advance", "boost", "deepen", "encourage", "enhance", "expand", "facilitate", "foster"),
        *("further", "improve", "increase", "intensify", "promote", "spur", "stimulate"),
    ]
)
"""Verbs for what makes cooperation more or better."""


@dataclass(slots=True)
class Standing:
    """What was read of an event's status."""

    status: Status = "occurred"
    negated: bool = False
    own: str = ""
    """`future`, `may` or `must`, where the event's own auxiliary says so."""
    under: int | None = None
    """The verbal act that takes the event in, if any."""
    perfect: bool = False
    """Past perfect: told as background."""
    void: bool = False
    """It did not come about ("failed to attack")."""
    moot: bool = False
    """Nothing says that it came about or may ("if Kenya attacks", "any attack"), unless a past day
    does: no event (PLOVER codes nothing hypothetical), where a fear or a possibility is one."""
    why: str = ""


def _not_only(negation: int, scene: Scene) -> bool:
    """Whether a "not" goes with what stands behind it: "not only", "by Kenya and not by Togo"."""
    p = scene.parsed
    if negation + 1 >= len(p):
        return False
    contrast = negation > 0 and p.word(negation - 1).lower() in _CONTRAST
    return p.word(negation + 1).lower() in _ONLY or (contrast and p.upos[negation + 1] == "ADP")


def not_only(verb: int, scene: Scene) -> bool:
    """ "Has not only taken the town but": what is told is so, and more."""
    g = scene.grammar
    below = (c for c in scene.parsed.children[verb] if is_kind(g.lemma(c), "not"))
    return any(_not_only(c, scene) for c in below)


def own_mood(candidate: Candidate, scene: Scene, out: Standing) -> None:
    """Auxiliaries and negation in the event's own clause."""
    g, p = scene.grammar, scene.parsed
    verb = candidate.verb
    if _nobody(candidate, scene):
        out.negated = True
    given = candidate.effect == "given"  # "will investigate the attack": there has been one
    for token in {candidate.token} if given else {candidate.token, verb, *_or(verb, scene)}:
        for c in p.children[token]:
            denies = g.rel(c) in ("advmod", "det", "cc", "mark", "case")
            if denies and is_kind(g.lemma(c), "not") and not _not_only(c, scene):
                out.negated = True
        if _yet_to(token, scene):
            out.negated = True
    if given:
        return
    # Auxiliaries of the first verb serve those coordinated with it: "will meet and discuss".
    over = (*first_of(verb, scene), *issued(verb, scene), *_obliged(verb, scene))
    over += (*_one_to(verb, scene), *_does_all(verb, scene), *_fostering(candidate, scene))
    over += () if candidate.entry.type in _SAID_NOW else along(verb, scene)
    aims = (*_means_of(verb, scene), *_helps_by(candidate, scene), *_goes_for(candidate, scene))
    aims += tuple(over for t in aims for over in along(t, scene))
    for t in (verb, *over, *aims):
        words = [c for c in p.children[t] if g.rel(c) in ("aux", "cop")]
        kinds = {auxiliaries().get(g.lemma(c)) for c in words}
        kinds |= {auxiliaries().get(p.word(c).lower()) for c in words}
        if "must" in kinds and inverted(t, scene):
            kinds, out.moot = {"may"}, True  # "should Kenya attack"
        for kind, status in _MOODS.items():
            if kind in kinds and not out.own:
                out.own, out.status = kind, status
                # "Could have taken it": it did not; "may have taken it": perhaps it has.
                out.moot = out.moot or {"could", "have"} <= {p.word(c).lower() for c in words}
                out.why = f"auxiliary of {p.word(t)!r}: {kind}"
        if _was_to_have(t, words, scene):
            out.void, out.why = True, "what was to have been"
        if not out.own and _to_come(t, words, scene):
            marks = (g.lemma(c) for c in p.children[t] if p.deprels[c] == "mark")
            tied = any((m, "mark") in embedding() for m in marks)  # "if Kenya were to give way"
            out.own, out.status = ("may", "hypothetical") if tied else ("future", "planned")
            out.moot = tied
            out.why = f"{p.word(t)!r} is to come"
        if "would" in kinds and not out.own:
            # In what somebody said, "would" is a future seen from the past; else a condition.
            out.moot = any(g.lemma(c) == "have" for c in words)
            reported = scene.statement_of[verb] is not None and not out.moot
            reported = reported or _on_a_day_to_come(t, scene)
            out.own = "future" if reported else "may"
            out.status = _MOODS[out.own]
            out.why = f"auxiliary of {p.word(t)!r}: would"
        if any(p.word(c).lower() == "had" for c in words):
            out.perfect = True
        if out.own or words:
            break


def inverted(verb: int, scene: Scene) -> bool:
    """ "Had the rebels taken it, they would", "should they take it": a condition by its order, and
    no question."""
    p, g = scene.parsed, scene.grammar
    subjects = [c for c in p.children[verb] if g.rel(c) == "nsubj"]
    before = [c for c in p.children[verb] if g.rel(c) == "aux" and subjects and c < subjects[0]]
    words = {p.word(c).lower() for c in before}
    asked = p.word(p.sentences[p.sentence_of[verb]].end - 1) == "?"
    return bool(words & _INVERTED) and g.rel(verb) in ("advcl", "ccomp") and not asked


def _yet_to(verb: int, scene: Scene) -> bool:
    """ "Has yet to send troops": it has not."""
    g, p = scene.grammar, scene.parsed
    words = {g.lemma(c) for t in (verb, p.heads[verb]) for c in p.children[t]}
    held = g.rel(verb) == "xcomp" and g.lemma(p.heads[verb]) in ("have", "be")
    return held and "to" in g.case(verb) and "yet" in words


def _on_a_day_to_come(verb: int, scene: Scene) -> bool:
    """ "The panel would meet on Tuesday": a future that is told from the past, no condition."""
    p, g = scene.parsed, scene.grammar
    marks = [c for c in p.children[verb] if g.rel(c) == "advcl" and "if" in g.case(c)]
    below = [c for c in p.children[verb] if g.rel(c) in ("obl", "nmod", "advmod")]
    return not marks and any(later(c, scene) for c in below)


def _nobody(candidate: Candidate, scene: Scene) -> bool:
    """ "No troops were hurt", "none of them met": a subject or object that there is not."""
    g, p = scene.grammar, scene.parsed
    if p.upos[candidate.verb] != "VERB" or candidate.happening is not None:
        return False
    for t in (*g.subjects(candidate.verb), *g.objects(candidate.verb)):
        if g.lemma(t) in ("none", "nobody", "neither"):
            return True
        if t != candidate.token and any(
            p.deprels[c] == "det" and g.lemma(c) in ("no", "neither") for c in p.children[t]
        ):
            return True
        # "Not a single soldier", "not one of them".
        words = [*p.children[t], *(d for c in p.children[t] for d in p.children[c])]
        denied = (c for c in words if c < t and is_kind(g.lemma(c), "not"))
        if any(p.deprels[c] == "advmod" and not _not_only(c, scene) for c in denied):
            return True
    return False


def along(verb: int, scene: Scene) -> tuple[int, ...]:
    """ "Will leave on Sunday, flying to Togo": what goes along with what is to come behind it."""
    p, g = scene.parsed, scene.grammar
    over = p.heads[verb]
    beside = g.rel(verb) == "advcl" and p.xpos[verb] == "VBG" and verb > over
    denied = any(is_kind(g.lemma(c), "not") for c in p.children[over])
    return (over,) if beside and not (denied or g.case(verb)) else ()


def _was_to_have(verb: int, words: list[int], scene: Scene) -> bool:
    """ "Was to have met the president": he did not."""
    p, g = scene.parsed, scene.grammar
    was = any(g.lemma(c) == "be" and p.xpos[c] == "VBD" for c in words)
    have = any(p.word(c).lower() == "have" for c in words)
    to = any(g.lemma(c) == "to" and g.rel(c) in ("mark", "aux") for c in p.children[verb])
    return was and have and to and p.xpos[verb] == "VBN"


def _to_come(verb: int, words: list[int], scene: Scene) -> bool:
    """ "Kenya is to send troops", "was then to meet": an arranged future."""
    p, g = scene.parsed, scene.grammar
    forms = [c for c in words if g.lemma(c) == "be"]
    if g.lemma(verb) == "due":
        return bool(forms)  # "is due in Lome on Friday"
    arranged = bool(forms) or _headline_future(verb, scene)
    if p.xpos[verb] == "VBN":
        # "The land that is to be handed over", "the land to be handed over".
        # Not so "the second mayor to be arrested".
        noun = p.heads[verb]
        one_of = any(scene.ranked(c) for c in (noun, *p.children[noun]))
        arranged = len(forms) > 1 or (bool(forms) and g.rel(verb) == "acl" and not one_of)
    elif p.xpos[verb] != "VB":
        return False
    if not arranged:
        return False
    return any(g.lemma(c) == "to" and g.rel(c) in ("mark", "aux") for c in p.children[verb])


def _headline_future(verb: int, scene: Scene) -> bool:
    """ "Kenya to join treaty": a headline's main verb, even read as a clause on its noun. Pages
    run headlines and the lines under them into the story: they end without a full stop."""
    p, g = scene.parsed, scene.grammar
    head = p.heads[verb]
    on_noun = g.rel(verb) == "acl" and p.heads[head] == head and head < verb
    sentence = p.sentences[p.sentence_of[verb]]
    if sentence.segment.kind != "title" and p.upos[sentence.end - 1] == "PUNCT":
        return False
    return head == verb or on_noun


def first_of(verb: int, scene: Scene) -> list[int]:
    """The verb that this one is coordinated with, where they share a subject."""
    g, p = scene.grammar, scene.parsed
    own = any(g.rel(c) == "nsubj" for c in p.children[verb])
    return [p.heads[verb]] if g.rel(verb) == "conj" and not own else []


def _or(verb: int, scene: Scene) -> list[int]:
    """ "Did not arrest or expel anybody": a negation reaches over "or"."""
    g, p = scene.grammar, scene.parsed
    joined = any(g.rel(c) == "cc" and g.lemma(c) in ("or", "nor") for c in p.children[verb])
    return first_of(verb, scene) if joined else []


def issued(verb: int, scene: Scene) -> list[int]:
    """ "Will sign a decree banning the party": what a document does comes with its issue."""
    g, p = scene.grammar, scene.parsed
    issue = g.issue(p.heads[verb]) if g.rel(verb) == "acl" and p.xpos[verb] == "VBG" else None
    return [] if issue is None else [issue]


def _means_of(verb: int, scene: Scene) -> list[int]:
    """ "Might be ended by ceding a town": what serves as the means is as real as the end."""
    p, g = scene.parsed, scene.grammar
    if p.xpos[verb] == "VBG":
        verb = next(iter(first_of(verb, scene)), verb)  # "by ceding a town and sending troops"
    means = g.rel(verb) == "advcl" and p.xpos[verb] == "VBG" and "by" in g.case(verb)
    return [p.heads[verb]] if means else []


def _helps_by(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Will send a team to help victims", "will meet to discuss": as real as what it is for."""
    g, p = scene.grammar, scene.parsed
    verb = candidate.token
    if candidate.entry.type not in ("AID", "CONSULT") or p.xpos[verb] != "VB":
        return []
    if "to" not in g.case(verb):  # "will go to present and discuss it"
        verb = next(iter(first_of(verb, scene)), verb)
    if "to" not in g.case(verb):
        return []
    if g.rel(verb) == "acl":  # on what is sent
        verb = p.heads[verb]
        return [p.heads[verb]] if g.rel(verb) == "obj" else []
    return [p.heads[verb]] if g.rel(verb) == "advcl" else []


def _goes_for(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Will travel to Kenya for talks": they are as real as the journey made for them."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    aim = candidate.entry.type == "CONSULT" and candidate.entry.pos == "N"
    if not aim or candidate.verb != noun or g.rel(noun) != "obl" or "for" not in g.case(noun):
        return []
    return [p.heads[noun]] if p.upos[p.heads[noun]] == "VERB" else []


def _obliged(verb: int, scene: Scene) -> list[int]:
    """ "May have to step up aid", "will begin negotiating", "would see Togo send troops": the mood
    stands on what carries it."""
    g, p = scene.grammar, scene.parsed
    head = p.heads[verb]
    return [head] if g.rel(verb) == "xcomp" and g.lemma(head) in _CARRIERS else []


def _one_to(verb: int, scene: Scene) -> tuple[int, ...]:
    """ "Will be the first leader to visit": as real as it is that somebody is the first."""
    g, p = scene.grammar, scene.parsed
    noun = p.heads[verb]
    named = g.rel(verb) == "acl" and "to" in g.case(verb)
    return (noun,) if named and any(g.rel(c) == "cop" for c in p.children[noun]) else ()


def _does_all(verb: int, scene: Scene) -> list[int]:
    """ "Will do everything it can to help", "will make efforts to improve ties": as real as the
    doing."""
    g, p = scene.grammar, scene.parsed
    noun = p.heads[verb]
    doing = p.heads[noun] if g.rel(verb) == "acl" else noun
    objects = {g.lemma(c) for c in p.children[doing] if g.rel(c) == "obj"}
    told = g.rel(verb) in ("acl", "advcl") and "to" in g.case(verb)
    does = g.lemma(doing) == "do" and objects & _EVERYTHING
    makes = g.lemma(doing) == "make" and objects & _EFFORTS
    return [doing] if told and (does or makes) else []


def _fostering(candidate: Candidate, scene: Scene) -> list[int]:
    """ "Would promote cooperation", "may boost trade": as real as what furthers it."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    verb = p.heads[noun]
    furthered = candidate.verb == noun and g.rel(noun) == "obj" and g.lemma(verb) in _FURTHERING
    return [verb] if furthered else []


def is_kind(lemma: str, kind: str) -> bool:
    """Whether a word is an auxiliary or negation of a kind (future, would, may, must, not)."""
    return auxiliaries().get(lemma) == kind


def later(token: int, scene: Scene) -> bool:
    """Whether a word gives a date after the day of publication."""
    p = scene.parsed
    dates = scene.found.time_at.over(p.starts[token], p.ends[token])
    return any(scene.ahead(time) for _, time in dates)
