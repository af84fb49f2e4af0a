"""A page becomes a document.

The text is composed: headline, standfirst, then the body's paragraphs, each set apart by a blank
line, so that every part of the story has a span. Menus, share bars and teasers stay out.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.errors import EmptyError, FormatError, InputError, TooLargeError
from dateline.reading import article, encoding, nesting
from dateline.reading.chunks import join_chunks
from dateline.reading.dates import iso_day
from dateline.reading.deadline import deadline
from dateline.reading.document import Document
from dateline.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_SECONDS, megabytes
from dateline.reading.same_words import condensed
from dateline.reading.wording import checked
from dateline.record import Caution

_START = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]{0,200}>|<!--.{0,2000}?-->){0,20}"
    r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|section|main|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANYWHERE = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_LAST_DATE = "2099-12-31"
"""htmldate refuses later dates; a fixed one, so that the same page gives the same date always."""


def looks_like_html(text: str) -> bool:
    """Whether `text` is a page, told from its beginning and not from its file's name."""
    head = text[:4096]
    return bool(_START.match(head) or _ANYWHERE.search(head))


def decode_html(data: bytes, charset: str | None = None) -> encoding.Decoded:
    """A page's bytes as text. `charset`: as the HTTP header gives it; it outranks the page's."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"the page has {megabytes(len(data))}; the cap is {MAX_BYTES // 10**6}")
    return encoding.decode(data, charset or encoding.declared_in_page(data))


def read_html(html: str, url: str | None = None, seconds: float = MAX_SECONDS) -> Document:
    """The article in a page, with what the page says of itself.

    `url`: where it came from, if known. Raises TooLargeError over a cap (20 MB, 50,000 elements,
    `seconds`), EmptyError where no article text is found.
    """
    if len(html) > MAX_BYTES:
        raise TooLargeError(f"the page has {megabytes(len(html))}; the cap is {MAX_BYTES // 10**6}")
    tamed = nesting.tame(html)
    with deadline(seconds, "finding the article in the page"):
        try:
            document = _document(_tree(tamed.html), url)
        except InputError:
            raise
        except Exception as error:  # whatever a library makes of a page nobody has foreseen
            raise FormatError(
                f"the page cannot be read ({type(error).__name__}: {error})"
            ) from error
    if tamed.dropped:
        message = f"{tamed.dropped} tags nested deeper than {MAX_DEPTH} elements were flattened"
        document.warnings.append(Caution(code="deep_html", message=message))
    return checked(document)


def _tree(html: str) -> Any:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # HTML has no entities to define, and nothing is loaded. `huge_tree` only lifts libxml2's own
    # caps, which drop text without a word; ours have been applied before.
    parser = HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyError("there is no text in the page") from error


def _document(tree: Any, url: str | None) -> Document:
    join_chunks(tree)
    blocks = article.body_blocks(tree)
    if not blocks:
        raise EmptyError("no article text was found in the page")
    facts = _metadata(tree, url)
    title = article.headline(tree, facts.title, facts.sitename)
    blocks = _without_title(blocks, title)
    lead = article.standfirst(tree, facts.description, title, "\n".join(blocks))
    return Document(
        text="\n\n".join(part for part in (title, lead, *blocks) if part),
        title=title,
        date=iso_day(facts.date) if facts.date else None,
        source=facts.sitename or facts.hostname,
        url=url or facts.url,
        byline=facts.author,
        language=_language(tree),
    )


def _metadata(tree: Any, url: str | None) -> Any:
    from copy import copy

    from trafilatura import extract_metadata

    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DATE}
    return extract_metadata(copy(tree), default_url=url, date_config=dates)


def _without_title(blocks: list[str], title: str | None) -> list[str]:
    """The body without its repetition of the headline near the start."""
    wanted = condensed(title or "")
    return [b for i, b in enumerate(blocks) if i > 2 or not wanted or condensed(b) != wanted]


def _language(tree: Any) -> str | None:
    """What the page's `lang` says, as ISO 639-1."""
    code = str(tree.get("lang") or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
