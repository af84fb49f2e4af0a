"""Actors while they are being put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dateline.knowledge.countries import is_country
from dateline.record import Actor, Ids, Mention, Role
from dateline.record.values import ActorKind, MentionKind


@dataclass(eq=False)
class Draft:
    """An actor that may still gain mentions, roles and a fuller name."""

    name: str
    kind: ActorKind
    country: str | None = None
    """ISO alpha-3, or the code of a user's roster for a land that ISO does not know."""
    sectors: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    mentions: dict[tuple[int, int], MentionKind] = field(default_factory=dict)
    members: list[Draft] = field(default_factory=list)
    why: str = ""
    gender: str = ""
    """m, f or empty where the text does not say."""
    plural: bool = False
    offices: set[str] = field(default_factory=set)
    """Offices by their usual names, for definite descriptions."""
    head: str = ""
    """Of an actor without a name, its noun."""
    fullest: tuple[str, ...] = ()
    """Of a person the folded words of the longest name."""
    titles: tuple[str, ...] = ()
    """Of a person of the roster: the offices held by the story's date, or all."""
    words: set[str] = field(default_factory=set)
    """Folded words of all names, for short names."""

    def mention(self, start: int, end: int, how: MentionKind) -> None:
        """Add a mention; of two on the same words the first stays."""
        self.mentions.setdefault((start, end), how)

    def first(self) -> tuple[int, int]:
        """The first mention; the longest of those that begin there."""
        return min(self.mentions, key=lambda s: (s[0], -s[1]))

    def add_sectors(self, sectors: Iterable[str]) -> None:
        """Add sectors that are not there yet."""
        self.sectors.extend(s for s in sectors if s not in self.sectors)

    def add_role(self, role: Role) -> None:
        """Add a role unless one of the same title and organisation is there."""
        for i, old in enumerate(self.roles):
            if old.title.lower() == role.title.lower() and old.organisation == role.organisation:
                if old.country is None and role.country:
                    self.roles[i] = role
                return
        self.roles.append(role)


class Register:
    """The drafts of one story, by what makes them one actor."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], Draft] = {}
        self.drafts: list[Draft] = []

    def get(self, key: tuple[str, ...], make: Callable[[], Draft]) -> Draft:
        """The draft of a key, made at the first call."""
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._by_key[key] = make()
            self.drafts.append(draft)
        return draft

    def find(self, key: tuple[str, ...]) -> Draft | None:
        """The draft of a key, if there is one."""
        return self._by_key.get(key)

    def alias(self, key: tuple[str, ...], draft: Draft) -> None:
        """Let another key lead to a draft too."""
        self._by_key.setdefault(key, draft)

    def add(self, draft: Draft) -> Draft:
        """Add a draft that no key leads to."""
        self.drafts.append(draft)
        return draft

    def people(self) -> list[Draft]:
        """Drafts of single persons, in order of making."""
        return [d for d in self.drafts if d.kind == "person"]

    def finish(self, ids: Ids) -> list[Actor]:
        """The actors, sorted by first mention; drafts without mention are left out."""
        kept = sorted((d for d in self.drafts if d.mentions), key=lambda d: (d.first(), d.name))
        names = {id(d): ids.new("a", d.kind, d.name, d.country or "") for d in kept}
        return [
            Actor(
                id=names[id(d)],
                name=d.name,
                kind=d.kind,
                country=d.country if is_country(d.country) else None,
                code=None if is_country(d.country) else d.country,
                sectors=d.sectors,
                roles=[_of_record(r) for r in d.roles],
                mentions=[Mention(span=s, how=h) for s, h in sorted(d.mentions.items())],
                members=[names[id(m)] for m in d.members if id(m) in names],
                why=d.why,
            )
            for d in kept
        ]


def _of_record(role: Role) -> Role:
    """A role with ISO's countries only; the actor has the user's own code already."""
    return role if is_country(role.country) else role.model_copy(update={"country": None})
