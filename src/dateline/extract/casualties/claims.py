"""Putting the numbers of one claim together."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.casualties.claimant import claimant
from dateline.extract.casualties.counted import counted, loss_noun
from dateline.extract.casualties.losses import OPEN, Tie
from dateline.extract.casualties.tables import Category, words
from dateline.extract.casualties.tie import tie_all
from dateline.extract.casualties.told import unreal
from dateline.extract.casualties.whose import category, group, owns, side
from dateline.extract.events.scene import Scene, scene_of
from dateline.extract.found import Found
from dateline.record import Casualty, Count, Together
from dateline.record.claims import Loss as Kind

_UNSPLIT: tuple[Kind, ...] = ("killed", "injured")
"""What "12 casualties" are."""


@dataclass(slots=True)
class Loss:
    """One number of people lost, or one mention of losses without a number."""

    kinds: tuple[str, ...]
    tokens: list[int]
    count: Count | None
    side: str | None
    category: Category | None
    by: str | None
    why: str
    bare: bool
    """Whether the people are only a number or "others": the same sort as those before."""
    part: bool = False
    several: tuple[Kind, ...] = ()
    """What a number for several kinds of loss stands for."""


def extract(found: Found) -> list[Casualty]:
    """The casualty claims of a story: whose, how many, on whose word.

    Numbers of different kinds (killed, injured) of the same people on the same word in one
    sentence are one claim. A part of a number ("including two children") is a claim of its own.
    A mention without a number is kept where somebody vouches for it.
    """
    scene = scene_of(found)
    out: list[Casualty] = []
    for sentence in found.parsed.sentences:
        ties = tie_all(counted(sentence.start, sentence.end, scene), scene)
        losses = [loss for tie in ties if (loss := _loss(tie, scene)) is not None]
        taken = {t for tie in ties for t in range(tie.counted.first, tie.counted.last)}
        taken |= {tie.trigger for tie in ties}
        _share_side(losses)
        losses += _unnumbered(sentence.start, sentence.end, taken, scene)
        out += sorted(_claims(losses, scene), key=lambda claim: claim.spans)
    return out


def _loss(tie: Tie, scene: Scene) -> Loss | None:
    """A tied number as a loss, or None where it is not told as a fact."""
    found, p, g, c = scene.found, scene.parsed, scene.grammar, tie.counted
    doubt = unreal(tie.trigger, scene)
    if doubt is not None:
        span = p.span(c.first, c.last)
        found.notes.reject("casualties", span, f"not told as a fact: {doubt!r}")
        return None
    kinds: tuple[str, ...] = (tie.kind,)
    if tie.kind == OPEN:
        kinds = _UNSPLIT if c.count.max == 0 else ("together",)
    return Loss(
        kinds=kinds,
        tokens=sorted({*range(c.first, c.last), tie.trigger, *tie.further}),
        count=c.count,
        side=side(tie, scene),
        category=category(tie, scene),
        by=claimant(tie.trigger, c.top, scene),
        why=f"{tie.kind} by {p.word(tie.trigger)!r} ({tie.rule})",
        bare=c.noun is None or p.upos[c.noun] == "PRON" or g.lemma(c.noun) in words("unsaid"),
        part=tie.part,
        several=tie.several or _UNSPLIT,
    )


def _share_side(losses: list[Loss]) -> None:
    """ "Kenya lost 21 soldiers, two of them officers": a part is the same side's as its whole, and
    of the same sort where it is only a number."""
    whole: Loss | None = None
    for loss in losses:
        if not loss.part:
            whole = loss
        elif whole is not None and (loss.category is None or loss.category == whole.category):
            loss.side = loss.side or whole.side
            if loss.bare:
                loss.category = whole.category


def _unnumbered(start: int, end: int, taken: set[int], scene: Scene) -> list[Loss]:
    """ "Both sides have reported casualties": losses without a number that somebody vouches for."""
    p, g = scene.parsed, scene.grammar
    out = []
    for t in range(start, end):
        loss = loss_noun(t, scene) if t not in taken and p.xpos[t] == "NNS" else None
        if loss is None or g.lemma(t) not in words("uncounted"):
            continue
        verb = p.heads[t]
        if t not in g.objects(verb) or g.lemma(verb) not in _told_with():
            continue
        by = claimant(t, t, scene)
        if by is None or unreal(verb, scene) is not None or _none(t, scene):
            continue
        whose = next((group(s, scene) for s in g.subjects(verb)), None)
        if whose is not None and g.lemma(verb) not in words("losing"):
            # Both sides report their own; police report those of others.
            whose = whose if scene.found.actor_by_id[whose].members else None
        whose = whose if whose is not None and owns(whose, scene) else None
        why = f"{loss.kind} by {p.word(t)!r} (no number)"
        out.append(Loss((), [t], None, whose, None, by, why, bare=False))
    return out


def _told_with() -> frozenset[str]:
    return words("reporting") | words("losing")


def _none(token: int, scene: Scene) -> bool:
    p = scene.parsed
    return any(p.word(c).lower() in ("no", "any") for c in p.children[token])


def _claims(losses: list[Loss], scene: Scene) -> list[Casualty]:
    """The losses of a sentence; those of the same people on the same word put together."""
    groups: list[list[Loss]] = []
    for loss in losses:
        whole = [g for g in groups if not g[0].part]
        last = next((g for g in reversed(groups) if g[0].part == loss.part), [])
        kinds = {k for other in last for k in other.kinds}
        whose = next((other.side for other in last if other.side is not None), None)
        alike = (
            bool(last and loss.kinds and kinds)
            and not kinds & {*loss.kinds}
            and last[0].by == loss.by
            and (whose == loss.side or loss.side is None or whose is None)
            and (last[0].category == loss.category or (loss.bare and len(whole) == 1))
        )
        if alike:
            last.append(loss)
        else:
            groups.append([loss])
    return [_casualty(group, scene) for group in groups]


def _casualty(losses: list[Loss], scene: Scene) -> Casualty:
    p = scene.parsed
    ranges: list[list[int]] = []
    for t in sorted({t for loss in losses for t in loss.tokens}):
        if ranges and t == ranges[-1][1]:
            ranges[-1][1] = t + 1
        else:
            ranges.append([t, t + 1])
    spans = [p.span(a, b) for a, b in ranges]
    counts = {kind: loss.count for loss in losses for kind in loss.kinds}
    return Casualty(
        id=scene.found.ids.new("c", *(p.text[a:b] for a, b in spans)),
        why="; ".join(loss.why for loss in losses),
        spans=spans,
        side=next((loss.side for loss in losses if loss.side), None),
        category=losses[0].category,
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        captured=counts.get("captured"),
        missing=counts.get("missing"),
        displaced=counts.get("displaced"),
        together=_together(losses),
        by=losses[0].by,
    )


def _together(losses: list[Loss]) -> Together | None:
    """The number that the text gives for several kinds of loss at once."""
    for loss in losses:
        if "together" in loss.kinds and loss.count is not None:
            return Together(min=loss.count.min, max=loss.count.max, of=list(loss.several))
    return None
