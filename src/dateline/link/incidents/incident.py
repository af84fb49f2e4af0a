"""An incident: one happening with all its sources, who says it and who denies it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from dateline.link.incidents.happening import Figure, Happening, Party, Spot

NARRATOR: Final = Party("", "the story itself")
"""Stands for a telling that no one is quoted for."""
_UNDONE: Final = ("hypothetical", "threatened", "called_for", "planned", "ongoing", "occurred")
"""Statuses, the firmest last."""


class Voice(NamedTuple):
    """Someone on whose word an incident stands, or is denied."""

    party: Party
    stories: tuple[str, ...]


class Claim(NamedTuple):
    """What one claimant said last of one kind of casualty, with what it had said before."""

    what: str
    side: str | None
    category: str | None
    by: str
    """Who claims it; `the story itself` where no one is quoted."""
    least: int | None
    most: int | None
    published: str | None
    story: str
    earlier: tuple[tuple[int | None, int | None, str | None, str], ...]
    """(least, most, published, story) of superseded figures, the latest first."""


@dataclass(frozen=True)
class Incident:
    """One happening as several stories tell it."""

    key: str
    """Named after its first telling: the same as long as that is in it."""
    type: str | None
    status: str
    actors: tuple[Party, ...]
    """Those most often named first."""
    recipients: tuple[Party, ...]
    begin: str | None
    end: str | None
    dated: bool
    """Whether words of a story give the date."""
    places: tuple[Spot, ...]
    stories: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    """(story, event) of each telling, sorted."""
    independent: int
    """Sources that are independent as far as is known: stories less copies and rewrites, and
    several stories of one agency counted once."""
    asserted_by: tuple[Voice, ...]
    denied_by: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    quote: str
    """The telling that says most."""
    why: tuple[str, ...] = field(default=())
    """The reasons of each joining."""

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)


def summarise(
    members: Sequence[Happening],
    copies: Mapping[str, str] | None = None,
    why: Sequence[str] = (),
) -> Incident:
    """The incident that some tellings make, in whatever order they come.

    `copies`: story -> group of copies and rewrites. Raises ValueError where there are none.
    """
    if not members:
        raise ValueError("an incident needs a telling")
    told = sorted(members, key=lambda h: (h.published or "9999", h.key))
    sure = [h for h in told if h.dated and h.begin] or [h for h in told if h.begin]
    facts = [h for h in told if not h.denied]
    stories = tuple(dict.fromkeys(h.story for h in told))
    actors, recipients = _sides(told)
    return Incident(
        key="i" + blake2b("\x1f".join(told[0].words_key).encode(), digest_size=6).hexdigest(),
        type=_commonest(h.type for h in told),
        status=max((h.status for h in facts), key=_UNDONE.index, default="denied"),
        actors=actors,
        recipients=recipients,
        begin=min((h.begin for h in sure if h.begin), default=None),
        end=max((h.end or h.begin for h in sure if h.begin), default=None),
        dated=any(h.dated for h in sure),
        places=_spots(told),
        stories=stories,
        members=tuple(sorted(h.key for h in told)),
        independent=independent(told, copies or {}),
        asserted_by=_voices(facts),
        denied_by=_voices(h for h in told if h.denied),
        claims=_claims(told),
        quote=max(told, key=_fullness).quote,
        why=tuple(why),
    )


def independent(members: Iterable[Happening], copies: Mapping[str, str]) -> int:
    """How many sources are left when copies, rewrites and stories of one outlet count once."""
    home: dict[str, str] = {}

    def root(name: str) -> str:
        while home.setdefault(name, name) != name:
            name = home[name]
        return name

    stories = set()
    for h in members:
        story = f"story {h.story}"
        stories.add(story)
        ties = [f"copies {copies[h.story]}"] if h.story in copies else []
        ties += [f"outlet {h.source.casefold()}"] if h.source else []
        for tie in ties:
            one, other = sorted((root(story), root(tie)))
            home[other] = one
    return len({root(story) for story in stories})


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v is not None)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def _sides(told: Sequence[Happening]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who act and those who are acted upon, each on the side where more tellings have them.

    "Leaders of Kenya and Togo sign a pact", "Kenya signed a pact with Togo": Togo signs. Who stands
    on both sides of one telling ("Kenyan police shot Kenyans") stays on both.
    """
    acting = Counter(p.key for h in told for p in h.actors)
    acted_on = Counter(p.key for h in told for p in h.recipients)
    both = {p.key for h in told for p in h.actors if p.key in {r.key for r in h.recipients}}
    moved = (acting.keys() & acted_on.keys()) - both
    done_to = {key for key in moved if acted_on[key] > acting[key]}
    actors = _ranked(p for h in told for p in h.actors if p.key not in done_to)
    doers = moved - done_to
    return actors, _ranked(p for h in told for p in h.recipients if p.key not in doers)


def _ranked(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, the most often named first, under its commonest name."""
    counts: Counter[str] = Counter()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for p in parties:
        counts[p.key] += 1
        names[p.key][p.name] += 1
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(Party(key, _commonest(names[key].elements()) or key) for key in ranked)


def _spots(told: Iterable[Happening]) -> tuple[Spot, ...]:
    counts: Counter[Spot] = Counter(p for h in told for p in h.places)
    ranked = sorted(counts, key=lambda p: (p.wide, -counts[p], p.key, p.name))
    return tuple({p.key: p for p in reversed(ranked)}.values())[::-1]


def _voices(told: Iterable[Happening]) -> tuple[Voice, ...]:
    by: dict[str, tuple[Party, list[str]]] = {}
    for h in told:
        party = h.speaker or NARRATOR
        by.setdefault(party.key, (party, []))[1].append(h.story)
    return tuple(
        Voice(party, tuple(dict.fromkeys(stories))) for _, (party, stories) in sorted(by.items())
    )


def _claims(told: Sequence[Happening]) -> tuple[Claim, ...]:
    """The figures side by side; of one claimant the latest stands, the others are kept."""
    rows: dict[tuple[str, str, str, str], list[tuple[str, str, Figure]]] = defaultdict(list)
    for h in told:
        for f in dict.fromkeys(h.figures):
            by = f.by or (h.speaker.key if h.speaker else NARRATOR.key)
            row = f.what, f.side or "", f.category or "", by
            rows[row].append((h.published or "", h.story, f))
    names = {f.by: f.by_name for h in told for f in h.figures if f.by and f.by_name}
    names.update({h.speaker.key: h.speaker.name for h in told if h.speaker and h.figures})
    names[NARRATOR.key] = NARRATOR.name
    out = []
    for (what, side, category, by), found in sorted(rows.items()):
        # Of one day the higher figure is the later one, as a rule: counts grow.
        found.sort(key=lambda r: (r[0], r[2].number, r[1]), reverse=True)
        day, story, last = found[0]
        earlier = tuple(
            dict.fromkeys(
                (f.least, f.most, d or None, s)
                for d, s, f in found[1:]
                if (f.least, f.most) != (last.least, last.most)
            )
        )
        out.append(
            Claim(
                what,
                side or None,
                category or None,
                names.get(by) or by,
                last.least,
                last.most,
                day or None,
                story,
                earlier,
            )
        )
    return tuple(out)


def _fullness(h: Happening) -> tuple[int, int, str]:
    """How much a telling says; a plain statement of fact before a denial."""
    parts = bool(h.actors) + bool(h.recipients) + bool(h.places) + h.dated + bool(h.figures)
    return parts - h.denied, -len(h.quote), h.story
