"""The neutral middle of a brief: what there is to say, before any way of showing it.

The outline is built once from a record; each renderer turns the same outline into its own marks.
Texts here are clean (no control characters) but not escaped: escaping is the renderer's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Tone = Literal["plain", "strong", "dim", "quote", "ref", "anchor", "alert"]


class Run(NamedTuple):
    """A stretch of text in one tone. A `ref` is the mark of an item of the same brief; an `anchor`
    is the mark of one that is told in another's place."""

    text: str
    tone: Tone = "plain"


Words = tuple[Run, ...]
"""A line of text as runs."""


def join(pieces: Sequence[Words], between: str = " · ") -> Words:
    """The pieces that are not empty, as one line with `between` in the middle."""
    line: list[Run] = []
    for piece in pieces:
        if not piece:
            continue
        if line:
            line.append(Run(between, "dim"))
        line.extend(piece)
    return tuple(line)


def plain(words: Words) -> str:
    """The text of a line without its tones."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said, done or known."""

    words: Words
    mark: str = ""
    """What stands to its left: its number in the brief ("S3"), or a date in a timeline."""
    notes: tuple[Words, ...] = ()
    """Lines of detail below it."""
    items: tuple[Item, ...] = ()
    """What is nested in it."""
    anchor: bool = False
    """True where `mark` is a number that runs of tone `ref` point to."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading (a speaker, a claimant, a day); no heading where it is empty."""

    heading: Words
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. `kind` says how items are laid out, not what they hold."""

    title: str
    groups: tuple[Group, ...]
    kind: Literal["list", "timeline"] = "list"
    note: str = ""
    """How to read the section, in one sentence."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole brief."""

    title: str
    standfirst: str
    facts: tuple[tuple[str, Words], ...]
    """Label and value, in the order shown."""
    sections: tuple[Section, ...]
    footer: str
    language: str = "en"
    """Of the labels."""


def section(
    title: str, groups: list[Group], kind: Literal["list", "timeline"] = "list", note: str = ""
) -> list[Section]:
    """The section, or nothing at all where no group holds an item."""
    kept = tuple(group for group in groups if group.items)
    return [Section(title, kept, kind, note)] if kept else []


def capped(items: list[Item], limit: int) -> tuple[Item, ...]:
    """At most `limit` items, and a last one that says how many were left out."""
    if len(items) <= limit + 1:  # one more line costs no more than saying "and 1 more"
        return tuple(items)
    more = Item(words=(Run(f"and {len(items) - limit} more", "dim"),))
    return (*items[:limit], more)
