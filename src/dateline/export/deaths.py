"""The deaths that a sentence ties to a violent event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from dateline.export.events import Told

CIVILIANS: Final = "civilian"
Group = tuple[str | None, str | None]
"""Whose people (actor id of the record) and of what category."""
Ends = tuple[int | None, int | None]
"""Least and most; an open end is None."""


@dataclass(frozen=True, slots=True)
class Deaths:
    """How many died, as the claims of one sentence have it; a range for each group."""

    groups: dict[Group, Ends]
    """Least and most, by side (actor id of the record) and category."""

    @property
    def low(self) -> int | None:
        """The least that fits all claims."""
        return self._total(0)

    @property
    def high(self) -> int | None:
        """The most that fits all claims; None where one of them is open upwards."""
        return self._total(1)

    def of(self, side: str | None, category: str | None) -> int | None:
        """The least of one group: a side's own other than civilians, or civilians of any side."""
        found = [
            least
            for (whose, kind), (least, _) in self.groups.items()
            if least is not None
            and (
                kind == CIVILIANS if category == CIVILIANS else whose == side and kind != CIVILIANS
            )
        ]
        return sum(found) if found else None

    def _total(self, end: int) -> int | None:
        """The number that stands for all where there is one, else the sum of the groups.

        A claim that says neither whose nor what people stands for all when it is no less than the
        others together ("16 died, a general among them"); else it is of yet other people.
        """
        whole = self.groups.get((None, None))
        parts = [ends for group, ends in self.groups.items() if group != (None, None)]
        if whole and (whole[0] or 0) >= sum(least or 0 for least, _ in parts):
            return whole[end]
        counts = [ends[end] for ends in self.groups.values()]
        known = [count for count in counts if count is not None]
        return sum(known) if len(known) == len(counts) else None


def deaths(event: Told) -> Deaths | None:
    """The claims of people killed that the text ties to an act of violence; None without any.

    Tied is a claim in the event's sentence that stands on a word of its trigger, or that stands
    there when the sentence tells of no other violence. Of one claimant's claims about one group
    the largest counts (others are part of it: "four, a child among them"); what several claimants
    say of it gives a range.
    """
    record = event.story.body.record
    if event.row["type"] != "ASSAULT":
        return None
    at, till = event.row["at"], event.row["till"]
    alone = sum(
        e["type"] == "ASSAULT" and _within(e["trigger"], at, till) for e in record["events"]
    )
    groups: dict[Group, dict[str | None, Ends]] = defaultdict(dict)
    for claim in record["casualties"]:
        if claim["killed"] is None or not _within(claim["spans"], at, till):
            continue
        if alone == 1 or _share(claim["spans"], event.event["trigger"]):
            said = groups[claim["side"], claim["category"]]
            ends = (claim["killed"]["min"], claim["killed"]["max"])
            said[claim["by"]] = max(said.get(claim["by"], ends), ends, key=_size)
    if not groups:
        return None
    return Deaths({group: _range(list(said.values())) for group, said in groups.items()})


def _size(ends: Ends) -> int:
    """The least that a claim says, else the most."""
    return next((end for end in ends if end is not None), 0)


def _range(claims: list[Ends]) -> Ends:
    """The range of several claims about one group."""
    least = [low for low, _ in claims if low is not None]
    most = [high for _, high in claims if high is not None]
    return (min(least, default=None), max(most) if len(most) == len(claims) else None)


def _within(spans: list[list[int]], at: int, till: int) -> bool:
    return bool(spans) and at <= spans[0][0] < till


def _share(spans: list[list[int]], others: list[list[int]]) -> bool:
    """Whether two lists of spans have a character in common."""
    return any(a < d and c < b for a, b in spans for c, d in others)
