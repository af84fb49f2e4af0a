"""Who says what: a record's statements, by speaker, nested and with repeats folded."""

from __future__ import annotations

import re
from typing import Final

from dateline.record.base import Span
from dateline.record.brief.dates import say
from dateline.record.brief.parts import (
    Group,
    Item,
    Run,
    Section,
    Words,
    capped,
    join,
    plain,
    section,
)
from dateline.record.brief.view import View, listed
from dateline.record.claims import Statement

LIMIT: Final = 200
"""Statements shown of one speaker."""

_OPENING: Final = frozenset("\"“„«‘'‹")
_CLOSING: Final = frozenset("\"”“»’'›")
_QUOTATION: Final = re.compile(r"(“[^“”]*”|\"[^\"]*\")")
_TRAILING: Final = ", "
_DEPTH: Final = 20
"""Levels of nesting shown as such; what lies deeper stands by itself."""


def said(view: View) -> list[Section]:
    """The section, or nothing where the record has no statements."""
    folded = fold(view)
    groups: dict[str, list[Statement]] = {}
    for statement in folded.shown:
        if folded.parent(statement) is None:
            key = statement.speaker or f"?{view.source_name(statement).casefold()}"
            groups.setdefault(key, []).append(statement)
    note = (
        "Words in quotation marks are quoted; the others are the story's report of what was said."
    )
    return section("Who says what", [_group(view, folded, g) for g in groups.values()], note=note)


class Folded:
    """Statements with each set of repeats stood for by its fullest one."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._root = {s.id: s.id for s in view.record.statements}
        for statement in view.record.statements:
            for other in statement.same_as:
                if other in self._root:
                    self._root[self._find(other)] = self._find(statement.id)
        self.repeats: dict[str, list[Statement]] = {}
        for statement in view.record.statements:
            self.repeats.setdefault(self._find(statement.id), []).append(statement)
        for root, same in self.repeats.items():
            best = max(same, key=self._fullness)
            self.repeats[root] = [best, *(s for s in same if s is not best)]
        first = {same[0].id for same in self.repeats.values()}
        self.shown = [s for s in view.record.statements if s.id in first]
        self.children: dict[str, list[Statement]] = {}
        for statement in self.shown:
            if parent := self.parent(statement):
                self.children.setdefault(parent, []).append(statement)

    def _find(self, statement: str) -> str:
        while self._root[statement] != statement:
            self._root[statement] = self._root[self._root[statement]]
            statement = self._root[statement]
        return statement

    def _fullness(self, statement: Statement) -> tuple[bool, int]:
        # The body tells more than a headline: who spoke, to whom, when.
        in_body = not (statement.content and self.view.part(statement.content[0][0]))
        return in_body, sum(end - start for start, end in statement.content)

    def parent(self, statement: Statement) -> str | None:
        """The id of the shown statement that this one is nested in; None for a root."""
        seen = {statement.id}
        top = self._above(statement)
        climb = top
        while climb is not None:  # a ring of statements has no root: show each on its own
            if climb in seen or len(seen) > _DEPTH:
                return None
            seen.add(climb)
            climb = self._above(self.view.statements[climb])
        return top

    def _above(self, statement: Statement) -> str | None:
        if statement.within not in self._root:
            return None
        above = self.repeats[self._find(statement.within)][0].id
        return above if above != statement.id else None


def fold(view: View) -> Folded:
    """The record's statements with repeats folded."""
    return Folded(view)


def _group(view: View, folded: Folded, statements: list[Statement]) -> Group:
    first = statements[0]
    actor = view.actors.get(first.speaker or "")
    if actor:
        heading = view.described(actor)
    elif source := view.source_name(first):
        heading = (Run(source, "strong"), Run(" (not identified further)", "dim"))
    else:
        heading = (Run("No speaker named", "strong"),)
    dates = {s.date for s in statements}
    common = first.date if len(dates) == 1 else None
    if common:
        heading = join([heading, (Run(say(common), "dim"),)])
    items = [_item(view, folded, s, common, first.speaker, nested=False) for s in statements]
    return Group(heading, capped(items, LIMIT))


def _item(
    view: View, folded: Folded, s: Statement, date: str | None, speaker: str | None, nested: bool
) -> Item:
    about = [
        (Run(say(s.date), "dim"),) if s.date and s.date != date else (),
        _told(view, s),
        *(_repeat(view, s, r) for r in folded.repeats[folded._find(s.id)][1:]),
        (Run(f"in the {part}", "dim"),) if (part := _where(view, s)) else (),
    ]
    line = join([piece for piece in about if piece])
    words = reported(view, s)
    if nested and (who := view.source_name(s)) and (s.speaker != speaker or speaker is None):
        words = (Run(who, "strong"), Run(": "), *words)
    inner = [
        _item(view, folded, child, s.date or date, s.speaker, nested=True)
        for child in folded.children.get(s.id, [])
    ]
    return Item(words, view.numbers[s.id], (line,) if line else (), tuple(inner), anchor=True)


def _told(view: View, s: Statement) -> Words:
    """To whom, or through which outlet, the words were given."""
    to = list(dict.fromkeys(filter(None, (view.name(s.addressee), s.medium))))
    return (Run("to ", "dim"), Run(listed(to), "dim")) if to else ()


def _where(view: View, s: Statement) -> str:
    return view.part(s.content[0][0]) if s.content else ""


def _repeat(view: View, shown: Statement, repeat: Statement) -> Words:
    number = Run(view.numbers[repeat.id], "anchor")
    where = f" in the {part}" if (part := _where(view, repeat)) else ""
    line = (Run(f"said again{where}, ", "dim"), number)
    mine, again = (view.wording(s.content).rstrip("., ").casefold() for s in (shown, repeat))
    if again in mine:
        return line
    return (*line, Run(": ", "dim"), *quoted(view, repeat))


def reported(view: View, s: Statement) -> Words:
    """A statement with the words of saying: "denied" or "promised" decides what it is."""
    cue = view.wording(s.cue).removesuffix(" that")
    words = quoted(view, s)
    if not cue or not s.content:
        return words
    link = " " if plain(words).startswith("that ") else ": "
    return (Run(cue + link, "dim"), *words)


def quoted(view: View, s: Statement) -> Words:
    """The words of a statement; those that the text quotes stand in quotation marks."""
    if not s.content:
        cue = view.wording(s.cue)
        return (Run(f"no wording found (“{cue}”)" if cue else "no wording found", "dim"),)
    runs: list[Run] = []
    for index, span in enumerate(s.content):
        if index:
            runs.append(Run(_between(view, s.content[index - 1], span), "dim"))
        words, in_quotes = _unmarked(view, span)
        if s.mode == "direct" or (s.mode == "mixed" and in_quotes):
            runs.append(Run(f"“{words}”", "quote"))
        else:
            runs.extend(_quoted_parts(words) if s.mode == "mixed" else (Run(words),))
    return tuple(runs)


def _quoted_parts(words: str) -> list[Run]:
    """Reported words as runs, those between quotation marks as quotes."""
    parts = _QUOTATION.split(words)
    return [Run(part, "quote" if i % 2 else "plain") for i, part in enumerate(parts) if part]


def _unmarked(view: View, span: Span) -> tuple[str, bool]:
    """The words of a span without the quotation marks at its ends, and whether it had any."""
    text = view.record.text
    start, end = span
    words = view.words(start, end).strip(_TRAILING)
    if words[:1] in _OPENING and words[-1:] in _CLOSING and len(words) > 2:
        inner = words[1:-1]
        if not any(mark in inner for mark in '"“”«»'):
            return inner.strip(_TRAILING), True
        return words, False
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    closed = any(mark in _CLOSING for mark in after)
    if closed and _left_open(words):
        return words + ("”" if "“" in words else '"'), False
    return words, before in _OPENING and bool(before) and closed


def _left_open(words: str) -> bool:
    """Whether a quotation begins in the words and does not end in them."""
    return words.count('"') % 2 == 1 or words.rfind("“") > words.rfind("”")


def _between(view: View, before: Span, after: Span) -> str:
    """A space where only marks stand between two spans, else the sign for words left out."""
    gap = view.record.text[before[1] : after[0]]
    return " " if not any(c.isalnum() for c in gap) else " … "
