"""The OpenAPI document of the API, made from its table of addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, get_args

from pydantic import TypeAdapter

from dateline import __version__
from dateline.desk.api.paths import PATHS, Path
from dateline.desk.asking import Field, fields_of
from dateline.desk.files import KINDS, LISTS, endings
from dateline.desk.limits import DEEPEST, MOST, PAGE
from dateline.record.claims import PloverType, Status

_REF: Final = "#/components/schemas/{model}"
_CHOICES: Final = {"type": get_args(PloverType), "status": get_args(Status)}
_NUMBER: Final = re.compile(r"\{(\w+):int\}")


@cache
def document() -> dict[str, Any]:
    """The document (OpenAPI 3.1)."""
    schemas: dict[str, Any] = {"Problem": _PROBLEM}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline desk",
            "version": __version__,
            "description": "A chronicle of news stories: who said and did what, with the words "
            "behind each value. Read by machine: check against the stories before use.",
        },
        "paths": {
            _NUMBER.sub(r"{\1}", path.path): {"get": _operation(path, schemas)} for path in PATHS
        }
        | {
            f"/export/{what}.{ending}": {"get": _file(what, ending)}
            for what in LISTS
            for ending in endings(what)
        },
        "components": {"schemas": schemas},
    }


def _operation(path: Path, schemas: dict[str, Any]) -> dict[str, Any]:
    item = _schema(path.holds, schemas)
    parameters = [_parameter(field) for field in path.fields]
    if path.shape == "page":
        parameters += [
            _number("limit", "How many", PAGE, 1, MOST),
            _number("offset", "How many to pass over", 0, 0, DEEPEST),
        ]
    parameters += [
        {"name": name, "in": "path", "required": True, "schema": {"type": "integer"}}
        for name in _NUMBER.findall(path.path)
    ]
    answer = _page_of(item) if path.shape == "page" else item
    problem = _answer("What is wrong with the question", {"$ref": _REF.format(model="Problem")})
    responses = {
        "200": _answer(path.summary, answer),
        "304": {"description": "Unchanged since the ETag given as If-None-Match"},
        "400": problem,
    }
    if _NUMBER.search(path.path):
        responses["404"] = problem
    return {
        "operationId": path.path.split("{")[0].removeprefix("/api/").strip("/"),
        "summary": path.summary,
        "parameters": parameters,
        "responses": responses,
    }


def _file(what: str, ending: str) -> dict[str, Any]:
    """A list as a file; its columns are in docs/exports.md."""
    problem = _answer("What is wrong with the question", {"$ref": _REF.format(model="Problem")})
    return {
        "operationId": f"export_{what}_{ending.replace('.', '_')}",
        "summary": f"All {what} that are asked for, as a file",
        "parameters": [_parameter(field) for field in fields_of(LISTS[what])],
        "responses": {
            "200": {"description": "The file", "content": {KINDS[ending].media: {}}},
            "400": problem,
        },
    }


def _schema(kind: type, schemas: dict[str, Any]) -> dict[str, Any]:
    """A reference to the schema of a type, which is put among `schemas`."""
    schema = TypeAdapter(kind).json_schema(ref_template=_REF, mode="serialization", by_alias=True)
    schemas.update(schema.pop("$defs", {}))
    schemas[kind.__name__] = schema
    return {"$ref": _REF.format(model=kind.__name__)}


def _parameter(field: Field) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if field.kind in _CHOICES:
        schema["enum"] = list(_CHOICES[field.kind])
    if field.kind == "pair":
        schema = {"type": "array", "items": schema, "minItems": 2, "maxItems": 2}
    described = {"name": field.name, "in": "query", "description": field.help, "schema": schema}
    return described | ({"explode": True} if field.kind == "pair" else {})


def _number(name: str, help: str, default: int, least: int, most: int) -> dict[str, Any]:
    schema = {"type": "integer", "default": default, "minimum": least, "maximum": most}
    return {"name": name, "in": "query", "description": help, "schema": schema}


def _page_of(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["items", "limit", "offset", "next"],
        "properties": {
            "items": {"type": "array", "items": item},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "next": {
                "type": ["string", "null"],
                "description": "Address of the next page; null on the last",
            },
        },
    }


def _answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


_PROBLEM: Final = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string", "description": "A sentence for a person"}},
}
