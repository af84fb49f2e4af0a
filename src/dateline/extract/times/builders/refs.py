"""References to the present, the past and the future, and days counted from today."""

from __future__ import annotations

from typing import Any

from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.reading import Reading


@builder
def fixed(m: Match, args: dict[str, Any]) -> Reading | None:
    """A reading that the rule spells out."""
    return Reading(args["kind"], value=args["value"], weak=bool(args.get("weak")))


@builder
def former(m: Match, args: dict[str, Any]) -> Reading | None:
    """`former`: no time in news, a reference to the past where a history is told."""
    return Reading("REF", value="PAST_REF", rel="narrative")


@builder
def future_bare(m: Match, args: dict[str, Any]) -> Reading | None:
    """`its future`, `in future`; before a noun ("future talks") it is no time in news."""
    noun = m.after.isalpha() and not m.listed(m.after, "after_future")
    return Reading("REF", value="FUTURE_REF", rel="not news" if noun else "")


@builder
def same_time(m: Match, args: dict[str, Any]) -> Reading | None:
    """`at that time`, `during this period`: the date told last, where a history is told."""
    bare = m.words("w") == ["the"]  # "at the time", but not "in the time" or "at the point"
    if bare and (m.before != "at" or m.word("n") != "time"):
        return None
    if not m.listed(m.before, "before_same_time"):
        return None
    return Reading("REF", value="told", rel="narrative")


@builder
def day_rel(m: Match, args: dict[str, Any]) -> Reading | None:
    """`yesterday`, `today`, `tomorrow`, `the day after tomorrow`."""
    n = args["n"] if "n" in args else m.value("w", "DAYREL")
    return Reading("DAYSHIFT", unit="D", n=n, rel="word")
