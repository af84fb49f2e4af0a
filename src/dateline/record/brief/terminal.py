"""A brief as plain text for a terminal or a file, with colours where they are wanted."""

from __future__ import annotations

from io import StringIO
from typing import Final

from rich.console import Console
from rich.text import Text

from dateline.record.brief.clean import isolate
from dateline.record.brief.parts import Item, Outline, Section, Tone, Words

NARROWEST: Final = 40

_STYLES: Final[dict[Tone, str]] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "quote": "italic",
    "ref": "cyan",
    "anchor": "",
    "alert": "yellow",
}
_MARK: Final = 5
"""Columns for a number ("S12") and the space after it."""
_DATE: Final = 26
"""Columns for a date in a timeline, at most; a longer one gets a line of its own."""


def terminal(outline: Outline, width: int, colour: bool) -> str:
    """The brief in lines of at most `width` columns (40 at least), ending in a line break."""
    page = _Page(max(width, NARROWEST), colour)
    page.put(((outline.title, "bold"),))
    page.rule("═", min(page.width, max(len(outline.title), 8)))
    if outline.standfirst:
        page.put(((outline.standfirst, "italic"),))
    page.gap()
    label_width = max((len(label) for label, _ in outline.facts), default=0) + 2
    for label, value in outline.facts:
        page.put(_styled(value), first=label.ljust(label_width), rest=label_width)
    for section in outline.sections:
        _section(page, section)
    page.gap()
    page.put(((outline.footer, "dim"),))
    return page.text()


def _section(page: _Page, section: Section) -> None:
    page.gap()
    page.put(((section.title.upper(), "bold"),))
    page.rule("─", page.width)
    if section.note:
        page.put(((section.note, "dim"),))
    marks = [len(item.mark) + 2 for group in section.groups for item in group.items]
    column = min(max((m for m in marks if m <= _DATE), default=_DATE), _DATE)
    for group in section.groups:
        if group.heading:
            page.gap()
            page.put(_styled(group.heading))
        indent = 2 if group.heading else 0
        for item in group.items:
            if section.kind == "timeline":
                _dated(page, item, indent, column)
            else:
                _item(page, item, indent)


def _dated(page: _Page, item: Item, indent: int, column: int) -> None:
    inner = indent + column
    first = " " * indent + item.mark.ljust(column)
    if len(item.mark) >= column:
        page.put(((item.mark, "dim"),), first=" " * indent, rest=indent)
        first = " " * inner
    page.put(_styled(item.words), first=first, rest=inner)
    for note in item.notes:
        page.put(_styled(note), first=" " * inner, rest=inner)


def _item(page: _Page, item: Item, indent: int) -> None:
    mark = item.mark.ljust(_MARK - 1) + " " if item.mark else "- "
    inner = indent + len(mark)
    page.put(_styled(item.words), first=" " * indent + mark, rest=inner)
    for note in item.notes:
        page.put(_styled(note), first=" " * inner, rest=inner)
    for nested in item.items:
        _item(page, nested, min(inner, page.width // 2))


def _styled(words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((run.text, _STYLES[run.tone]) for run in words)


class _Page:
    """Lines of text of a fixed width."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            height=25,
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=not colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )
        self._empty = True

    def put(self, runs: tuple[tuple[str, str], ...], *, first: str = "", rest: int = 0) -> None:
        """A text, wrapped: `first` before its first line, `rest` spaces before the others."""
        text = Text.assemble(*((isolate(words), style) for words, style in runs))
        for index, line in enumerate(text.wrap(self._console, self.width - rest)):
            line.rstrip()
            self._console.print(Text(first if index == 0 else " " * rest) + line, soft_wrap=True)
        self._empty = False

    def rule(self, mark: str, length: int) -> None:
        """A line made of one mark."""
        self._console.print(Text(mark * length, "dim"))

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def text(self) -> str:
        return self._out.getvalue()
