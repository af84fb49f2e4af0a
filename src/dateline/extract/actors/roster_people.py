"""Persons of the roster in a story: what they are on its day, and who is known by a surname."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import by_surname, lands_of_surnames
from dateline.extract.found import Found
from dateline.knowledge import Entry, lexicon, standing
from dateline.knowledge.standing import Standing


def from_roster(entry: Entry | None, found: Found) -> Draft:
    if entry is None:
        raise ValueError("no roster entry")
    then = standing(entry, _day(found))
    return Draft(
        entry.name,
        "person",
        then.country,
        list(then.sectors),
        titles=then.titles,
        why=f"table: {_source(entry, then.titles)}",
    )


def _day(found: Found) -> str | None:
    """The story's date, which decides who is in office; None where it is not known."""
    value = found.story.facts.published.value
    return value if value and value[:4].isdigit() else None


def _source(entry: Entry, titles: tuple[str, ...]) -> str:
    """The office, and the line of a user's roster that has it."""
    office = titles[0] if titles else entry.note or entry.name
    return f"{office} ({entry.where})" if entry.where else office


def adopt_roster(found: Found, register: Register, shares: dict[str, float]) -> None:
    """Give persons known by a short name alone their roster entry, where the story allows one."""
    for draft in register.people():
        if " " in draft.name or draft.why.startswith("table"):
            continue
        keys = [w for w in draft.words if ":" not in w]
        by_ear = [e for k in keys for e in lexicon().by_surname_sound(k)] if draft.offices else []
        lands = {lands_of_surnames()[k] for k in keys if k in lands_of_surnames()}
        options = [
            (e, then)
            for e in {
                e.name: e for e in [*by_ear, *(e for k in keys for e in by_surname(k))]
            }.values()
            if _agrees(found, e, then := standing(e, _day(found)), draft, shares, lands)
        ]
        if len(options) > 1:
            options = [(e, then) for e, then in options if "ELI" not in then.sectors] or options
        if len(options) == 1:
            entry, then = options[0]
            draft.name = entry.name
            draft.country = draft.country or then.country
            draft.add_sectors(then.sectors)
            draft.titles = then.titles
            draft.why = f"table: surname of {_source(entry, then.titles)}, which the story fits"
        elif draft.country is None and len(homes := {then.country for _, then in options}) == 1:
            draft.country = homes.pop()  # one of two Presidents Bush
            draft.why = f"table: surname of {' or '.join(sorted(e.name for e, _ in options))}"


def _agrees(
    found: Found,
    entry: Entry,
    then: Standing,
    draft: Draft,
    shares: dict[str, float],
    lands: set[str],
) -> bool:
    """Whether a person of the roster may be the one whom a story names by a surname alone: of the
    office that the story gives, or else of a country that it tells much of, or one of the few whom
    everybody knows by that name (`lands`: their countries)."""
    if draft.country and entry.country and draft.country != entry.country:
        return False
    if draft.offices:
        return any(office in t.lower() for office in draft.offices for t in then.titles)
    fits = bool(then.country) and bool(then.titles or not entry.roles)
    if fits and then.country in lands:
        return True
    if not entry.sectors and not entry.where and (_day(found) is None or "ELI" in then.sectors):
        return False  # known for an office alone, which is not theirs on the day
    return fits and shares.get(then.country or "", 0.0) >= 0.1


def is_at_home(entry: Entry | None, lands: set[str | None]) -> bool:
    """Whether a story names the country of an office holder whom the roster knows for the office
    alone: many a minister has a namesake elsewhere."""
    if entry is None or entry.country is None or entry.sectors or entry.where:
        return True
    return entry.country in lands
