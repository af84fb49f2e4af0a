"""The country whose police, army and government a story means by these words alone."""

from __future__ import annotations

from dateline.extract.actors.drafts import Register
from dateline.extract.found import Found
from dateline.extract.places.context import Context

_OF_OTHERS = frozenset(["PSE"])
"""Lands whose groups fight the army of another state."""
_ABROAD, _AT_HOME = 0.15, 0.3
"""Share of the countries named that the country of filing has, where a story is of another, and
where it is of that one."""


def home_country(found: Found, register: Register, context: Context) -> str | None:
    """The country (ISO alpha-3) that a body without one belongs to ("police said"), None where that
    is open: where the story was filed, the main one where it hardly speaks of that place, else that
    of the only rebel group. Reads `found.places` and the drafts of names."""
    filed = next((p.country for p in found.places if "dateline" in p.why[:8]), None)
    return _of_the_story(context, filed) or _of_the_rebels(register, context)


def _of_the_story(context: Context, filed: str | None) -> str | None:
    """Where it was filed, or the main country where it hardly speaks of the place of filing."""
    main = context.main_country()
    share = context.shares.get(filed, 0) if filed else 0
    if filed in (None, main) or share < _ABROAD:
        return main
    most = max(context.shares.values(), default=0)
    return filed if share > _AT_HOME or share == most else None


def _of_the_rebels(register: Register, context: Context) -> str | None:
    """The country of the only rebel group that a story names, which its "army" is of, where no
    other is named as often."""
    groups = [d for d in register.drafts if d.kind == "armed_group" and not d.plural]
    if len(groups) != 1 or "REB" not in groups[0].sectors:
        return None
    land = groups[0].country
    if land is None or land in _OF_OTHERS:
        return None
    others = (share for code, share in context.shares.items() if code != land)
    return land if context.shares.get(land, 0) > max(others, default=0) else None
