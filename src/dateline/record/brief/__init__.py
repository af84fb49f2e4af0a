"""The brief: a record as a page to read."""

from __future__ import annotations

from typing import Literal

from dateline.record.brief.markdown import markdown
from dateline.record.brief.outline import outline
from dateline.record.brief.parts import Outline
from dateline.record.brief.terminal import terminal
from dateline.record.brief.webpage import webpage
from dateline.record.record import Record

Style = Literal["terminal", "markdown", "html"]

__all__ = ["Style", "render", "show"]


def render(record: Record, style: Style, *, width: int = 80, colour: bool = False) -> str:
    """The brief of one story.

    `width` (columns, 40 at least) and `colour` matter to `terminal` alone. The same record gives
    the same text. Raises ValueError for another style.
    """
    return show(outline(record), style, width, colour)


def show(what: Outline, style: Style, width: int = 80, colour: bool = False) -> str:
    """An outline in one of the styles; `width` and `colour` as for `render`."""
    if style == "terminal":
        return terminal(what, width, colour)
    if style == "markdown":
        return markdown(what)
    if style == "html":
        return webpage(what)
    raise ValueError(f"no such style of brief: {style!r}")
