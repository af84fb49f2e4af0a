"""The stories of a feed (RSS, Atom).

An entry that holds its story is read from the feed; for one that holds a summary, the page that it
links to is read, through the guard of `fetch`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from dateline.errors import EmptyError, FormatError, InputError
from dateline.reading.document import Document
from dateline.reading.fetch import fetch
from dateline.reading.html import read_html
from dateline.reading.items import BadInput
from dateline.reading.text import read_data

WHOLE = 80
"""Words from which on an entry's content is taken for the story itself and not for a summary."""
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,400}>)?(?:\s|<!--.{0,2000}?-->|<\?[^>]{0,400}>){0,50}"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]{0,2000}>")


def is_feed(data: bytes) -> bool:
    """Whether `data` is a feed, told from its beginning."""
    return bool(_FEED.match(data[:8192]))


def read_feed(data: bytes, where: str) -> Iterator[Document | BadInput]:
    """The stories of the feed in `data`, in its order.

    `where`: the feed's address or file, for messages. Titles, days and links that the feed gives
    outrank those of the pages. Raises FormatError where it cannot be parsed, EmptyError where it
    has no entry.
    """
    import feedparser

    feed = feedparser.parse(data)
    if not feed.entries:
        if feed.bozo:
            raise FormatError(f"the feed cannot be read ({feed.bozo_exception})")
        raise EmptyError("the feed has no entry")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        name = entry.get("link") or f"{where}: entry {number}"
        try:
            document = _story(entry)
        except InputError as error:
            yield BadInput(name, error)
            continue
        document.url = entry.get("link") or document.url
        document.date = _day(entry) or document.date
        document.source = outlet or document.source
        document.byline = entry.get("author") or document.byline
        yield document


def _story(entry: Any) -> Document:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    longest = max([*contents, entry.get("summary", "")], key=len)
    if len(_TAG.sub(" ", longest).split()) >= WHOLE:
        title = escape(entry.get("title", ""))
        return read_html(
            f"<html><head><title>{title}</title></head>"
            f"<body><article><h1>{title}</h1><div>{longest}</div></article></body></html>"
        )
    link = entry.get("link")
    if not link:
        raise EmptyError("the entry holds no story, and no link to one")
    answer = fetch(link)
    return read_data(answer.data, url=answer.url, content_type=answer.content_type)


def _day(entry: Any) -> str | None:
    """The day on which an entry was published, in UTC, as feeds give it."""
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*when[:3]).isoformat() if when else None
    except ValueError:
        return None
