"""An event while it is being decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing
from dateline.extract.events.scene import Scene
from dateline.record import EventDate
from dateline.record.claims import PloverType, Status

_KNOWN_BY = 16
"""Words of the trigger by which an act is known: keeps long texts linear."""


@dataclass(slots=True)
class Draft:
    """A candidate with its type, parties and status, open to the boundary rules."""

    candidate: Candidate
    standing: Standing
    type: PloverType
    mode: str | None
    cameo: str
    actors: list[str]
    recipients: list[str]
    status: Status
    words: list[int]
    """Tokens of the trigger; more than one wording after merging."""
    why: list[str] = field(default_factory=list)
    date: EventDate | None = None
    dated: str = ""
    """`own` clause, `sentence`, `told on`, `told again`, `spoken`, `story` or nothing: where the
    date came from."""
    places: list[str] = field(default_factory=list)
    attributed_to: str | None = None
    confidence: float = 0.0

    @property
    def known_by(self) -> list[int]:
        """The first words of the trigger: enough to know an act by, however often it is told."""
        return self.words[:_KNOWN_BY]

    @property
    def token(self) -> int:
        """The word that stands for the event."""
        return self.candidate.token


def told_before(
    events: Sequence[Draft], number: int, sentences: int, scene: Scene
) -> Iterator[Draft]:
    """Those told before one of a list in the order of the text, the last one first, as far as so
    many sentences back."""
    sentence_of = scene.parsed.sentence_of
    here = sentence_of[events[number].token]
    for at in range(number - 1, -1, -1):
        if here - sentence_of[events[at].token] > sentences:
            return
        yield events[at]
