"""A field's value in words for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dateline.review.families import Field

NOTHING: Final = "nothing"


def tell(field: Field, given: Any, names: Mapping[str, str]) -> str:
    """What a value has for a field, as `propose.held` gives it. `names`: of ids. Not escaped."""
    if given is None or given in ([], ""):
        return NOTHING
    if field.kind == "flag":
        return "yes" if given else "no"
    if field.kind == "days":
        begin, end = given["begin"], given["end"]
        return str(begin or end or NOTHING) if begin == end else f"{begin} to {end}"
    if field.kind == "count":
        least, most = given["min"], given["max"]
        return str(least) if least == most else f"{least or 0} to {'any' if most is None else most}"
    if isinstance(given, list):
        between = " … " if field.kind == "words" else ", "
        return between.join(_one(field, one, names) for one in given)
    return _one(field, given, names)


def _one(field: Field, given: Any, names: Mapping[str, str]) -> str:
    code = str(given)
    return field.options.get(code) or names.get(code) or code
