"""The lists of words that tell past from future: `tense.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml

PAST, OPEN, FUTURE = -1, 0, 1


@dataclass(frozen=True)
class Cues:
    """The lists of `tense.yaml`."""

    will: frozenset[str]
    perhaps: frozenset[str]
    plans: frozenset[str]
    past: frozenset[str]
    near_future: frozenset[str]
    near_past: frozenset[str]
    before_adjective: frozenset[str]
    modal: frozenset[str]
    negative: frozenset[str]
    done: frozenset[str]
    ahead: frozenset[str]
    ahead_adjective: frozenset[str]
    ahead_noun: frozenset[str]
    behind_noun: frozenset[str]
    moved: frozenset[str]
    moved_to: frozenset[str]
    appointed: frozenset[str]
    appointed_for: frozenset[str]
    intention: frozenset[str]
    scheduled: frozenset[str]
    condition: frozenset[str]

    @cached_property
    def near(self) -> dict[str, int]:
        """What single words say of a day near by."""
        return dict.fromkeys(self.past, PAST) | dict.fromkeys(self.will, FUTURE)

    @cached_property
    def far(self) -> dict[str, int]:
        """What they say of a month or a date: weaker signs of the future count as well."""
        return self.near | dict.fromkeys(self.perhaps, FUTURE)

    @cached_property
    def tables(self) -> dict[bool, tuple[dict[str, int], dict[str, int]]]:
        """Near and far cues, for a text and (True) for a message, which speaks of plans."""
        plans = dict.fromkeys(self.plans, FUTURE)
        return {False: (self.near, self.far), True: (plans | self.near, plans | self.far)}


@cache
def cues() -> Cues:
    """The lists, read once. Raises DataError where the file is broken."""
    data = load_yaml("tense.yaml")
    try:
        return Cues(**{name: frozenset(map(str, words)) for name, words in data.items()})
    except TypeError as error:
        raise DataError(f"tense.yaml: {error}") from error
