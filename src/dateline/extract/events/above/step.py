"""One step of the climb from an event to what embeds it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing
from dateline.extract.events.scene import Scene
from dateline.extract.grammar import Grammar
from dateline.language.parsed import Parsed
from dateline.record.claims import Status


@dataclass(frozen=True, slots=True)
class Step:
    """A word on the way up, the word that it hangs on, and the event that is asked about."""

    low: int
    high: int
    rel: str
    """The relation of `low` to `high`, without its subtype."""
    case: frozenset[str]
    """The prepositions and marks of `low`."""
    candidate: Candidate
    outer: Candidate | None
    """The event that `high` tells or is a part of; it may be the same one (light verbs)."""
    above: Candidate | None
    """The event that the head of `high` tells."""
    scene: Scene
    out: Standing

    @property
    def grammar(self) -> Grammar:
        return self.scene.grammar

    @property
    def parsed(self) -> Parsed:
        return self.scene.parsed

    @property
    def over(self) -> str:
        """The lemma of the word above."""
        return self.scene.grammar.lemma(self.high)

    def stands(self, status: Status, why: str, moot: bool = False) -> bool:
        """Keep how real the event is, and why; True: there is no more to climb for."""
        self.out.status, self.out.why = status, why
        self.out.moot = self.out.moot or moot
        return True
