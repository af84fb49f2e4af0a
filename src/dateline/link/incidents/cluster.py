"""Happenings into incidents: all at once, or one at a time as stories come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from dateline.link.incidents.compare import Weights
from dateline.link.incidents.decisions import Decided, Decision
from dateline.link.incidents.fit import Fit, Measure
from dateline.link.incidents.happening import Happening
from dateline.link.incidents.incident import Incident, summarise
from dateline.link.incidents.keys import keys
from dateline.link.incidents.rarity import Rarity

CROWD: Final = 160
"""A key that more happenings share only pairs those that stand next to one another by story and
wording: a bound on the cost of a day on which everybody writes of one thing."""
_JOINED: Final = "joined by the user"


def cluster(
    happenings: Iterable[Happening],
    decisions: Sequence[Decision] = (),
    rarity: Rarity | None = None,
    copies: Mapping[str, str] | None = None,
    weights: Weights | None = None,
) -> list[Incident]:
    """The incidents of some happenings, each happening in one; those told once too.

    The order of the happenings makes no difference. `decisions` (the latest last) always win.
    `rarity`: how rare words are, by default counted over these stories. `copies`: story -> the
    group of copies and rewrites it belongs to. `weights`: others than those shipped.
    """
    ordered = sorted(happenings, key=lambda h: h.key)
    measure = Measure(rarity or Rarity.of(ordered), weights)
    groups = _Groups(ordered, Decided(ordered, decisions), measure)
    for a, b in _likely(ordered, measure):
        groups.try_join(a, b)
    made = [
        summarise([ordered[n] for n in group.members], copies, group.why) for group in groups.all()
    ]
    return sorted(made, key=lambda i: (i.begin or "", i.members))


@dataclass(frozen=True)
class Placement:
    """Where a new happening goes."""

    joins: list[int]
    """Numbers of the candidate incidents that it belongs to, the best first: none (it is an
    incident of its own), one, or several, which it shows to be one."""
    why: list[str]


def place(
    new: Happening,
    candidates: Sequence[Sequence[Happening]],
    decisions: Sequence[Decision] = (),
    rarity: Rarity | None = None,
) -> Placement:
    """Which of the candidate incidents (each by its tellings) a new happening joins.

    Candidates are the incidents with a happening that shares one of `keys(new)`. The cost is
    bounded by their number. `rarity` should be that of the store.
    """
    everything = [new, *(h for members in candidates for h in members)]
    measure = Measure(rarity or Rarity.of(everything))
    decided = Decided(everything, decisions)
    numbers, at = [], 1
    for members in candidates:
        numbers.append(range(at, at + len(members)))
        at += len(members)
    found: list[tuple[float, int, Fit]] = []
    for index, members in enumerate(candidates):
        if decided.parted([0], numbers[index]):
            continue
        if any(decided.root(n) == decided.root(0) for n in numbers[index]):
            found.append((2.0, index, Fit(1.0, True, [_JOINED])))
            continue
        fit = measure.fit([new], members)
        if fit.fits:
            found.append((fit.score, index, fit))
    found.sort(key=lambda f: (-f[0], f[1]))
    joins: list[int] = []
    why: list[str] = []
    for score, index, fit in found:
        # A second incident is drawn in only where it fits the first as a whole.
        others = [h for k in joins for h in candidates[k]]
        kept = [n for k in joins for n in numbers[k]]
        if decided.parted(kept, numbers[index]):
            continue
        if joins and score <= 1 and not measure.fit(others, candidates[index]).fits:
            continue
        joins.append(index)
        why += [reason for reason in fit.why if reason not in why]
    return Placement(joins, why)


@dataclass
class _Group:
    members: list[int]
    why: list[str] = field(default_factory=list)


class _Groups:
    """Happenings on their way into groups."""

    def __init__(self, happenings: list[Happening], decided: Decided, measure: Measure) -> None:
        self.happenings, self.decided, self.measure = happenings, decided, measure
        self.of: dict[int, _Group] = {}
        for number in range(len(happenings)):
            root = decided.root(number)
            if root == number:
                self.of[number] = _Group([number])
            else:
                group = self.of[number] = self.of[root]
                group.members.append(number)
                group.why.append(_JOINED)
        self._refused: set[tuple[int, int, int, int]] = set()

    def all(self) -> list[_Group]:
        """The groups, each once."""
        return list({id(g): g for g in self.of.values()}.values())

    def try_join(self, a: int, b: int) -> None:
        """Join the groups of two happenings where they fit as a whole."""
        one, other = self.of[a], self.of[b]
        if one is other:
            return
        state = (one.members[0], len(one.members), other.members[0], len(other.members))
        if state in self._refused:
            return
        parted = self.decided.parted(one.members, other.members)
        fit = None if parted else self.measure.fit(self._told(one), self._told(other))
        if fit is None or not fit.fits:
            self._refused.add(state)
            return
        one.members = sorted(one.members + other.members)
        one.why += [*other.why, "; ".join(fit.why)]
        for number in other.members:
            self.of[number] = one

    def _told(self, group: _Group) -> list[Happening]:
        return [self.happenings[n] for n in group.members]


def _likely(happenings: list[Happening], measure: Measure) -> list[tuple[int, int]]:
    """The pairs that a key brings together and that look like one, the surest first."""
    scored = []
    for a, b in candidates(happenings):
        verdict = measure.verdict(happenings[a], happenings[b])
        if verdict.score >= measure.by.threshold:
            scored.append((-verdict.score, a, b))
    return [(a, b) for _, a, b in sorted(scored)]


def candidates(happenings: list[Happening]) -> set[tuple[int, int]]:
    """The pairs (smaller number first) of happenings that a key brings together."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, happening in enumerate(happenings):
        for key in keys(happening):
            buckets[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        if len(bucket) <= CROWD:
            pairs.update(combinations(bucket, 2))
        else:
            pairs.update(_neighbours(bucket, happenings))
    return pairs


def _neighbours(bucket: list[int], happenings: list[Happening]) -> Iterable[tuple[int, int]]:
    """Pairs of a crowded bucket: each with the CROWD / 2 that come next by trigger and wording."""
    near = sorted(bucket, key=lambda n: (happenings[n].lemmas, happenings[n].names, n))
    for at, number in enumerate(near):
        for other in near[at + 1 : at + 1 + CROWD // 2]:
            yield (number, other) if number < other else (other, number)
