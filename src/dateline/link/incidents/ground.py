"""Whether two happenings share something in particular.

In a war the same two parties shell, accuse and warn one another every day. Kind and parties alone
therefore make no incident: there must be a place, a day, a figure, or wording of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.link.incidents.happening import Happening
from dateline.link.incidents.rarity import Rarity

WORDING: Final = 1.2
"""Shared words of the sentences, each counted by its rarity (1: no other story has it)."""
WORDING_AT_A_PLACE: Final = 0.8
"""As much suffices where the settlement is the same and a date is missing."""
ALIKE: Final = 0.35
"""... and how alike names and words of the sentences must be, added up."""
ONE_TALE: Final = 0.35
"""Stories this alike are copies or tell one thing only."""
UNGROUNDED: Final = 0.2
"""The highest score of a pair without ground."""


def grounded(a: Happening, b: Happening, found: Mapping[str, float], rarity: Rarity) -> bool:
    """Whether place, day, figure or wording tie the two. Always so outside PLOVER's types."""
    if not (a.type and b.type):
        return True
    if found["figure_same"] or found["day_same"] >= 0.5 or found["story"] >= ONE_TALE:
        return True
    if found["day_same"] >= 0.25 and (found["parties_agree"] or found["place_same"] == 1.0):
        return True
    shared = ({*a.names} & {*b.names}) | ({*a.words} & {*b.words})
    told = sum(rarity.share(word) for word in sorted(shared))
    if found["place_same"] == 1.0 and told >= WORDING_AT_A_PLACE:
        return True
    return told >= WORDING and found["names"] + found["words"] >= ALIKE
