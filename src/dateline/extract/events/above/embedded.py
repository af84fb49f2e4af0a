"""Words that say how real what stands under them is: `embedding.tsv` and its exceptions."""

from __future__ import annotations

from dateline.extract.events.above.step import Step
from dateline.extract.events.above.tense import past
from dateline.extract.events.command import own_forces
from dateline.extract.events.mood import is_kind
from dateline.extract.events.ontology import ABSORBING, COOPERATIVE, ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import embedding

PERFORMED = ("SUPPORT", "ACCUSE", "REJECT", "REQUEST")
"""Types of acts that are done in saying so, wished or to come though the words are."""
_FRAMES = frozenset(["in", "under", "by", "through", "at"])
"""Before a noun that says where, or by what, something else is denied or stopped."""
_ADVISING = frozenset(
    ["advise", "caution", "warn", "counsel", "recommend", "decide", "vote", "argue"]
)
_FAILING = frozenset(["fail", "failure", "unable", "powerless"])
_INCLUDING = frozenset(["include", "involve", "comprise"])
_OF = frozenset(["think", "dream"])
_AT = frozenset(["aim", "hint"])
_TRYING = frozenset(["try", "attempt"])
_WISHING = frozenset(["want", "wish"])
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
_NOT_AT = frozenset(["able", "sign", "verge", "brink", "interested", "guilty", "responsible"])
"""Words that leave nothing of what stands under them where they are denied ("no sign of")."""


def advised_against(step: Step) -> bool:
    """ "Warned against attacking it"."""
    gerund = "against" in step.case and step.parsed.xpos[step.low] == "VBG"
    why = f"what {step.parsed.word(step.high)!r} is against"
    return gerund and step.over in _ADVISING and step.stands("hypothetical", why)


def embedded(step: Step) -> bool:
    """What the word above makes of the event, and whether that ends the climb."""
    out, scene, low, high = step.out, step.scene, step.low, step.high
    status = _said_of(step)
    if status == "denied" and failed(high, scene):
        return True  # "failed to prevent the massacre"
    if status in ("denied", "void") and step.rel == "obl" and _FRAMES & step.case:
        return True  # "agreed to stop fighting in a pact signed on Friday"
    if status == "called_for" and own_forces(high, scene):
        status = "occurred" if step.candidate.entry.type == "MOBILIZE" else "planned"
    order = status == "called_for" and step.rel == "ccomp" and "to" not in step.case
    if order and out.own != "must" and not step.grammar.subjunctive(low):
        return True  # "told the paper that": a report, not an order
    if status in ("moot", "hypothetical") and _performs(step):
        out.own, out.status = "", "occurred"
        return True
    if status is None or (step.rel == "advcl" and not _marks(step, status) & step.case):
        return False
    _settle(step, status)
    return True


def _said_of(step: Step) -> str | None:
    """What the table says of the word above, but where it does not mean that."""
    p, low, high = step.parsed, step.low, step.high
    status = embedding().get((step.over, step.rel)) or _listed(step)
    never = _denied(step)
    checked = step.rel == "ccomp" and step.over in _CHECKING
    if checked and (never or _to_do(high, step.scene)):
        # "Must verify that it has destroyed them", "could not prove that he ordered it".
        status = "hypothetical"
    if p.word(high).lower() == "going":
        status = status or embedding().get(("going", step.rel))  # "is going to recognise"
    if step.over == "able" and not never and _was(high, step.scene):
        return None  # "was able to sign it", "has been able to": it did
    if step.over in _TRYING and step.candidate.entry.type == "PROTEST":
        return None  # "tried to storm parliament": who tries has taken to the streets
    if step.over == "wait" and never:
        return None  # "did not wait to leave": they left
    if step.over == "position" and "of" in step.case:
        return None  # "its position of refusing the force"
    if step.rel == "acl" and p.xpos[low] in ("VBG", "VBN") and not step.case:
        return None  # "a plan calling for": what describes the noun is not its content
    if status == "threatened" and step.rel == "ccomp" and past(low, step.scene):
        return None  # "warned that Kenya had attacked it"
    return status


def _marks(step: Step, status: str) -> set[str]:
    """What opens an adverbial clause that the word above says something of."""
    found = {"to", "from"} if status == "denied" else {"to"}  # "prevents it from receiving"
    if step.parsed.upos[step.high] == "ADJ" or step.over in _OF:
        found |= {"of", "in"}  # "confident of regaining", "interested in taking"
    if step.over in _AT:
        found.add("at")  # "aimed at toppling", "hinted at leaving"
    if step.over == "plan" or status in ("hypothetical", "moot"):
        found.add("on")  # "plans on leaving", "talks focused on boosting trade"
    return found


def _settle(step: Step, status: str) -> None:
    """Keep what the word above makes of the event."""
    g, out, high = step.grammar, step.out, step.high
    never = _denied(step)
    unwilling = step.over in _UNWILLING or (never and step.over in _WILLING)
    friendly = ontology()[step.candidate.entry.type].quad in COOPERATIVE
    if unwilling and friendly and not g.own_subject(step.low):
        out.negated, out.own = True, "future"  # who does not want to talks to nobody
        return
    if status == "void" or (never and (status == "planned" or step.over in _NOT_AT)):
        out.void = True
    elif status == "denied" and _to_prevent(high, step.scene):
        out.status, out.why = "hypothetical", f"under 'to {step.parsed.word(high)}'"
    elif status != "occurred":
        out.moot = status == "moot"
        out.status = "hypothetical" if out.moot else status  # type: ignore[assignment]
        out.why = f"under {step.parsed.word(high)!r}"
    if status == "denied":
        _agreed_to_stop(step)


def _agreed_to_stop(step: Step) -> None:
    """ "Agreed to stop fighting": the words over what stops it take the event in."""
    g, high = step.grammar, step.high
    purpose = g.rel(high) == "advcl" and "to" in g.case(high)
    taken = step.rel == "xcomp" and (g.rel(high) in ("xcomp", "ccomp") or purpose)
    over = step.above
    if taken and over is not None and over.entry.type in ABSORBING:
        step.out.under = step.parsed.heads[high]


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


def _denied(step: Step) -> bool:
    return any(is_kind(step.grammar.lemma(c), "not") for c in step.parsed.children[step.high])


def _to_do(verb: int, scene: Scene) -> bool:
    """ "Must verify", "is to check", "has not confirmed": what has not been done."""
    words = [scene.grammar.lemma(c) for c in scene.parsed.children[verb]]
    kinds = ("must", "future", "may", "would", "not")
    return "to" in words or any(is_kind(word, kind) for word in words for kind in kinds)


def _listed(step: Step) -> str | None:
    """ "Their demands include dissolving": as real as what the subject's noun makes it."""
    g, p = step.grammar, step.parsed
    if step.over not in _INCLUDING or step.rel not in ("xcomp", "obj", "ccomp"):
        return None
    nouns = [c for c in p.children[step.high] if p.deprels[c] == "nsubj"]
    return next((s for c in nouns if (s := embedding().get((g.lemma(c), "acl")))), None)


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


def _performs(step: Step) -> bool:
    """ "I would like to thank Kenya", "we want to express": who says so has done it, where words
    are the act."""
    p, g, wish, candidate = step.parsed, step.grammar, step.high, step.candidate
    if candidate.entry.type not in PERFORMED or g.lemma(candidate.token) in _LASTING_DEEDS:
        return False
    said = {p.word(c).lower() for c in p.children[wish] if g.rel(c) in ("aux", "nsubj")}
    wished = step.over in _WISHING and p.xpos[wish] == "VBP"
    would = step.over == "like" and bool(said & {"would", "’d", "'d"})
    return bool(said & {"i", "we"}) and (wished or would)
