"""The parameters of an address as a question to the chronicle."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter
from starlette.datastructures import QueryParams

from dateline.desk.limits import DEEPEST, MOST, PAGE
from dateline.errors import QueryError
from dateline.store import Question

What = Literal["stories", "statements", "events", "formats"]


class Field(BaseModel):
    """One thing that may be asked: see `fields.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    field: str
    kind: Literal["text", "pair", "type", "status", "day"]
    of: tuple[What, ...]
    label: str
    help: str


@cache
def fields() -> tuple[Field, ...]:
    """The table. A broken one raises pydantic's ValidationError."""
    text = resources.files(__package__).joinpath("fields.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[Field, ...]).validate_python(yaml.safe_load(text))


def fields_of(what: What) -> tuple[Field, ...]:
    """What may be asked of one list."""
    return tuple(field for field in fields() if what in field.of)


def question(
    params: QueryParams, what: What, *, most: int = PAGE, more: Collection[str] = ()
) -> Question:
    """The question in `params`. Empty values count as not given.

    `most`: the page's length where `limit` does not say another. `more`: names of parameters that
    the page has beside. Raises QueryError for an unknown name, and for values that cannot be.
    """
    known = {field.name: field for field in fields_of(what)}
    only_known(params, {*known, *more, "limit", "offset"}, what)
    part = page(params, most)
    asked: dict[str, Any] = {"limit": part.limit, "offset": part.offset}
    for name, field in known.items():
        values = [v.strip() for v in params.getlist(name) if v.strip()]
        if not values:
            continue
        if field.kind == "pair":
            if len(values) != 2:
                raise QueryError(f"{name} needs two names")
            asked[field.field] = (values[0], values[1])
        elif len(values) > 1:
            raise QueryError(f"{name} is given twice")
        else:
            asked[field.field] = values[0]
    found = Question(**asked)
    found.days()  # a bad date is told before anything is looked for
    return found


class Part(NamedTuple):
    """Which part of a list."""

    limit: int
    offset: int


def page(params: QueryParams, most: int = PAGE) -> Part:
    """`limit` and `offset`. Raises QueryError where one is no number, or too large."""
    return Part(
        whole(params, "limit", most, 1, MOST),
        whole(params, "offset", 0, 0, DEEPEST),
    )


def only_known(params: QueryParams, known: Collection[str], what: str) -> None:
    """Raises QueryError where there is a parameter of another name."""
    for name in params:
        if name not in known:
            raise QueryError(f"{what} cannot be asked for {name!r}; known: {', '.join(known)}")


def whole(params: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    """A whole number among the parameters. Raises QueryError."""
    value = params.get(name) or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 12):
        raise QueryError(f"{name} must be a whole number, not {value!r}")
    if not least <= int(value) <= most:
        raise QueryError(f"{name} must be between {least} and {most:,}")
    return int(value)


def given(params: QueryParams, what: What) -> list[tuple[str, str]]:
    """The parts of the question that are given, as they came, in the order of the table."""
    names = [field.name for field in fields_of(what)]
    return [(n, v.strip()) for n in names for v in params.getlist(n) if v.strip()]
