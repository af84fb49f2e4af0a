"""Clock times and parts of the day."""

from __future__ import annotations

from typing import Any

from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.reading import Reading

_SMALL_HOURS = 5
"""Up to here an hour "in the night" is after midnight."""


def _zone(m: Match) -> str:
    return str(m.value("z", "ZONE")) if m.has("z") else ""


@builder
def clock(m: Match, args: dict[str, Any]) -> Reading | None:
    """`10:35 a.m.`, `5 p.m. EST`, `0735 GMT`, `seven o'clock`."""
    word = m.word("t")
    if m.listed(word, "NUMWORD"):
        word = str(m.lexicon.values["NUMWORD"][word])
    if word.isdigit() and len(word) in (3, 4):
        word = f"{word[:-2]}:{word[-2:]}"
    pieces = word.replace(".", ":").split(":")
    if not all(p.isdigit() and len(p) <= 2 for p in pieces) or len(pieces) > 3:
        return None
    hour, minutes = int(pieces[0]), pieces[1:]
    half = str(m.value("h", "AMPM") or "") if m.has("h") else ""
    if half and not 1 <= hour <= 12 and not minutes:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 24 or any(int(p) > 59 for p in minutes):
        return None
    if not half and not m.has("z") and not _looks_like_clock(m, minutes):
        return None
    text = f"{hour:02d}:" + (":".join(minutes) if minutes else "00")
    return Reading("CLOCKTIME", clock=text, zone=_zone(m))


def _looks_like_clock(m: Match, minutes: list[str]) -> bool:
    """Whether bare `10:57` is a time of day: not a score, a ratio, a verse or a race time."""
    if m.j - m.i > 1 or not minutes:
        return True
    before, after = m.before, m.after
    if len(minutes) > 1 or len(minutes[0]) != 2:
        return False
    return m.listed(before, "clock_before") or m.listed(after, "clock_after")


@builder
def clock_bare(m: Match, args: dict[str, Any]) -> Reading | None:
    """`at 1015`, `till 2250`: four digits that are no year, in a message only."""
    word = m.word("t")
    if not m.listed(m.before, "clock_bare_before") or 1900 <= int(word) < 2060 or m.capital(m.j):
        return None
    return Reading("CLOCKTIME", clock=f"{word[:2]}:{word[2:]}", weak=True)


@builder
def clock_named(m: Match, args: dict[str, Any]) -> Reading | None:
    """`noon`, `midnight`: the end of a day, but "after midnight" its beginning."""
    clock = str(m.value("w", "NOON", "MIDNIGHT"))
    if m.before == "after" and clock.startswith("24"):
        clock = "00:00"
    return Reading("CLOCKTIME", clock=clock, zone=_zone(m))


@builder
def clock_in_part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`at four in the morning`: an hour only after a word of time ("killed 4 in the night")."""
    word = str(m.value("t", "NUMWORD") or m.word("t"))
    hour, _, minutes = word.partition(":")
    part, n = m.value("p", "PART"), int(hour)
    if not m.listed(m.before, "hour_before") or not 1 <= n <= 12:
        return None
    if part in ("AF", "EV") or (part == "NI" and n > _SMALL_HOURS):
        n = n % 12 + 12
    return Reading("CLOCKTIME", clock=f"{n:02d}:{minutes or '00'}")


@builder
def part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the morning`, `night`: of the day that is being told."""
    out = Reading("PARTTIME", unit="D", n=0, base="near", clock=str(m.value("p", "PART")))
    if args.get("weak"):
        out.weak = m.rule.id == "part.a" or not m.listed(m.before, "part_before")
    return out


@builder
def day_part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`tonight`, `last night`, `this morning`, `the next morning`, `overnight`."""
    code = args.get("clock") or str(m.value("p", "PART"))
    base = args.get("base", "said")
    return Reading("PARTTIME", unit="D", n=args["n"], base=base, clock=code, rel="set")
