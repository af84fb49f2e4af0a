"""Answers: pages by their templates, values as JSON; both with an ETag."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from dateline import __version__
from dateline.desk import addresses
from dateline.desk.files import links
from dateline.desk.periods import period
from dateline.desk.review.words import changes, divided
from dateline.knowledge.countries import countries
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.review import families

_MARKS: Final = frozenset("\"“”„«»‘’'")
_WORD: Final = re.compile(r"\S+")


def page(request: Request, template: str, status: int = 200, /, **values: Any) -> Response:
    """The page that `template` makes of `values`. All text in it is escaped."""
    html = environment().get_template(template).render(path=request.url.path, **values)
    return _tagged(request, html.encode("utf-8", "replace"), "text/html; charset=utf-8", status)


def values(request: Request, value: Any, status: int = 200) -> Response:
    """`value` as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _tagged(request, text.encode("utf-8", "replace"), "application/json", status)


def _tagged(request: Request, body: bytes, kind: str, status: int) -> Response:
    """The answer with a digest of its body as its ETag; 304 where the asker has it already."""
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    known = [
        t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")
    ]
    headers = {"ETag": tag}
    if status == 200 and tag in known:
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, kind)


@cache
def environment() -> Environment:
    """Where templates are found, and what they may use. Nothing goes out unescaped."""
    found = Environment(
        loader=PackageLoader("dateline.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(
        clean=clean,
        say=say,
        shown=shown,
        moment=moment,
        count=count,
        country=country,
        quoted=quoted,
        thousands="{:,}".format,
    )
    found.globals.update(
        version=__version__,
        to=addresses.to,
        actor_at=addresses.actor,
        format_at=addresses.format,
        story_at=addresses.story,
        day_at=addresses.day,
        families=families(),
        files_of=links,
        review_at=addresses.review,
        changes=changes,
        divided=divided,
        outside=addresses.outside,
        period=period,
        labels=labels(),
    )
    return found


def shown(text: str) -> str:
    """`text` with nothing in it that acts on its own, and its white space as it is."""
    return _WORD.sub(lambda match: clean(match[0]), text)


def moment(iso: str) -> str:
    """A moment in UTC: "25 November 2026, 19:02 UTC"."""
    return f"{say(iso[:10])}, {iso[11:16]} UTC"


def count(number: int, what: str) -> str:
    """ "1 story", "1,200 stories"."""
    many = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number:,} {what if number == 1 else many}"


def country(code: str | None) -> str:
    """A country's usual name by its alpha-3 code; other codes as they are, empty for None."""
    known = countries().get(code or "")
    return known.name if known else code or ""


def quoted(words: str, mode: str) -> str:
    """Words said directly in quotation marks, unless they have some of their own."""
    own = words[:1] in _MARKS or words[-1:] in _MARKS
    return words if mode != "direct" or own else f"“{words}”"
