"""Is one story a copy of another, a rewrite, or a story of its own?"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.link.copies.settings import settings
from dateline.link.copies.sketch import Sketch, opened


class Judgement(NamedTuple):
    """What two signatures say of their stories."""

    kind: Literal["copy", "rewrite", "none"]
    score: float
    """Estimated resemblance of the bodies, 0 to 1 (standard error at most 0.05)."""
    why: str


def similarity(a: bytes, b: bytes) -> float:
    """The estimated share of two stories' shingles that both have (Jaccard), 0 to 1.

    Raises ValueError where either is no signature of this version.
    """
    return _resemblance(opened(a), opened(b))


def judge(a: bytes, b: bytes, days: int = 0) -> Judgement:
    """`copy`, `rewrite` (taken over in good part, with more or less in it) or `none`. Symmetric.

    Long passages in common do not suffice: agencies repeat their background word for word in
    every story on a subject. The leads must be alike too, unless nearly all is the same. And two
    days' reports from one stock exchange, one formula with other figures, are two stories.
    `days`: how far apart the two were published, where that is known; after `far_days` only the
    same text counts. Raises ValueError where either is no signature of this version.
    """
    s, one, other = settings(), opened(a), opened(b)
    alike = _resemblance(one, other)
    if abs(days) > s.far_days and alike < s.far:
        return Judgement("none", alike, f"{alike:.0%} alike, but {abs(days)} days apart")
    if min(one.size, other.size) < s.fewest:
        return Judgement("none", alike, "too short to be compared")
    if _formula(one, other):
        return Judgement("none", alike, "the same formula with other figures")
    lead = _share(one.lead, other.lead) if one.lead_size and other.lead_size else 0.0
    within = _within(alike, one.size, other.size)
    told = f"{within:.0%} of the shorter story stands in the longer, leads {lead:.0%} alike"
    if alike >= s.copy and lead >= s.copy_lead:
        return Judgement("copy", alike, f"the same words: {alike:.0%} alike, leads {lead:.0%}")
    if within >= s.rewrite_within and lead >= s.rewrite_lead:
        return Judgement("rewrite", alike, f"taken over: {told}")
    if alike >= s.rewrite_alone:
        return Judgement("rewrite", alike, f"the same but for the lead: {told}")
    if lead >= s.brief_lead and within >= s.brief_within:
        return Judgement("rewrite", alike, f"the same lead: {told}")
    return Judgement("none", alike, told)


def _resemblance(one: Sketch, other: Sketch) -> float:
    return _share(one.body, other.body) if one.size and other.size else 0.0


def _formula(one: Sketch, other: Sketch) -> bool:
    """Whether both are full of numbers, and the shorter's are not found in the longer."""
    s, sizes = settings(), (one.numbers_size, other.numbers_size)
    alike = _share(one.numbers, other.numbers)
    return min(sizes) >= s.formula_numbers and _within(alike, *sizes) < s.formula_share


def _share(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> float:
    return float(np.count_nonzero(a == b)) / len(a)


def _within(alike: float, size: int, other: int) -> float:
    """The share of the smaller set that lies in the larger, from resemblance and sizes.

    With J = both / either and both + either = size + other: both = J (size + other) / (1 + J).
    """
    return min(1.0, alike * (size + other) / (1 + alike) / min(size, other))
