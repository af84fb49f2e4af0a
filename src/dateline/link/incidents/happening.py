"""An event as one story tells it, with all that is needed to know it again elsewhere."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Final, NamedTuple, Self


class Party(NamedTuple):
    """One who acts or is acted upon."""

    key: str
    """ISO country for a state, its organs, army and people; else the plain name."""
    name: str
    """As the story names it."""


class Spot(NamedTuple):
    """A place of an event."""

    key: str
    """GeoNames id, else the plain name."""
    name: str
    wide: bool
    """A country, region or disputed area, inside which much can happen."""
    country: str | None
    lat: float | None
    lon: float | None


LARGE: Final = 10
"""Smaller figures are told of many happenings, and grow while more is learnt."""


class Figure(NamedTuple):
    """A casualty figure told with an event."""

    what: str
    """killed, injured, captured, missing or displaced; `killed or injured` where one number
    stands for both."""
    least: int | None
    most: int | None
    side: str | None
    """Party key: whose people."""
    category: str | None
    """civilian, military or None."""
    by: str | None
    """Party key of the one on whose word; None where the story itself says it."""
    by_name: str | None

    @property
    def number(self) -> int:
        """The number told: its least, else its most."""
        return self.least or self.most or 0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one story tells it. Flat, and the same after a trip through JSON."""

    story: str
    """The story's key in the store (the record's id)."""
    event: str
    """The event's id in the record."""
    digest: str
    """Of the trigger's sentence and the trigger: the same when the story is read again."""
    type: str | None
    """PLOVER type; None for an event outside PLOVER."""
    trigger: str
    lemmas: tuple[str, ...]
    """Base forms of the trigger's words."""
    mode: str | None = None
    cameo: str | None = None
    status: str = "occurred"
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    begin: str | None = None
    """First ISO day."""
    end: str | None = None
    """Last ISO day; None where the date is open."""
    dated: bool = False
    """Whether words of the story give the date; else it is the story's own date."""
    places: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    """Names and numbers of the sentence, lower case."""
    words: tuple[str, ...] = ()
    """Other words of weight in the sentence, as stems."""
    story_names: tuple[str, ...] = ()
    """The story's most used names and numbers, lower case."""
    story_words: tuple[str, ...] = ()
    """The story's most used other words, as stems."""
    figures: tuple[Figure, ...] = ()
    speaker: Party | None = None
    """Who says that it happened (or denies it); None where the story itself does."""
    quote: str = ""
    """The sentence."""
    published: str | None = None
    """ISO day of the story."""
    source: str | None = None
    """The agency or outlet of the story."""

    @property
    def key(self) -> tuple[str, str]:
        """What names this happening in a store."""
        return self.story, self.event

    @property
    def words_key(self) -> tuple[str, str]:
        """What a user's decision is kept by: it outlives a new reading of the story."""
        return self.story, self.digest

    @property
    def denied(self) -> bool:
        """Whether the telling is a denial."""
        return self.status == "denied"

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Back from `to_dict`. Raises TypeError where fields are missing or unknown."""
        made = dict(values)
        for field in fields(cls):
            if isinstance(made.get(field.name), list):
                made[field.name] = tuple(made[field.name])
        for name, kind in (
            ("actors", Party),
            ("recipients", Party),
            ("places", Spot),
            ("figures", Figure),
        ):
            made[name] = tuple(kind(*value) for value in made.get(name, ()))
        if made.get("speaker") is not None:
            made["speaker"] = Party(*made["speaker"])
        return cls(**made)
