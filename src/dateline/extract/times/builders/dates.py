"""Days, months, weekdays, seasons and named days."""

from __future__ import annotations

from datetime import date as Day
from functools import lru_cache
from typing import Any

from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading

_OPENERS = (".", "!", "?", '"', "“", ":", "”")
"""What stands before the first word of a sentence."""


def full_year(word: str) -> int:
    """A year from its digits; two digits mean 1930 to 2029."""
    n = int(word)
    if len(word) == 2:
        return n + (2000 if n < 30 else 1900)
    return n


@lru_cache(4096)
def day_period(year: int, month: int, day: int) -> Period | None:
    """The period of a day, or None where there is no such day."""
    try:
        return Period.of_day(Day(year, month, day))
    except ValueError:
        return None


def day_number(words: list[str]) -> int:
    """The day of the month in a few words: `the 20th`, `5`, `March 5` without its month."""
    for word in words:
        digits = word.rstrip("stndrh")
        if digits.isdigit():
            return int(digits)
    return 0


@builder
def iso(m: Match, args: dict[str, Any]) -> Reading | None:
    """`2020-10-01`, `20201001`, with or without a time."""
    word = m.word("t")
    if "-" not in word:
        word = f"{word[:4]}-{word[4:6]}-{word[6:]}"
    try:
        found = Day.fromisoformat(word[:10])
    except ValueError:
        return None
    out = Reading("FULLDATE", period=Period.of_day(found))
    if len(word) > 10:
        out.clock, out.zone = word[11:].rstrip("z"), "Z" if word.endswith("z") else ""
    return out


@builder
def slashed(m: Match, args: dict[str, Any]) -> Reading | None:
    """`10/31/2020` or `31/10/2020`; month first where both would do, as US agencies write."""
    a, b, c = m.word("t").split("/")
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
    else:
        year, month, day = full_year(c), int(a), int(b)
        if month > 12:
            month, day = day, month
    period = day_period(year, month, day)
    return Reading("FULLDATE", period=period) if period else None


@builder
def dotted(m: Match, args: dict[str, Any]) -> Reading | None:
    """`31.10.2020`, `31.10.20`, day first."""
    day, month, year = m.word("t").split(".")
    period = day_period(full_year(year), int(month), int(day))
    return Reading("FULLDATE", period=period) if period else None


@builder
def date(m: Match, args: dict[str, Any]) -> Reading | None:
    """A month with a day, a year or both."""
    month = m.value("m", "MONTH", "MABBR", "MONTHLOW", "MABBRLOW")
    day = 0
    if m.has("d"):
        day = day_number(m.words("d"))
    elif m.has("o"):
        day = m.value("o", "ORD")
    if not m.has("y"):
        if not day:
            return Reading("MONTH", index=month)
        rel = rel_of(m) if m.has("r") else ""
        if day_period(2000, month, day) is None:
            return None
        return Reading("MONTHDAY", index=month, day=day, rel=rel)
    year = full_year(m.word("y"))
    if not (day or "d" in m.rule.id or m.has("o")) or not day:
        if m.after in ("people", "men", "women", "troops") and "," in m.all_words():
            return None
        return Reading("MONTHYEAR", period=Period.of_year(year, "M", month))
    period = day_period(year, month, day)
    return Reading("FULLDATE", period=period) if period else None


@builder
def month(m: Match, args: dict[str, Any]) -> Reading | None:
    """A month alone, or `last July`, `this past July`, `that March`."""
    out = Reading("MONTH", index=m.value("m", "MONTH", "MABBR"))
    if m.has("s"):
        out.rel = "told"
    elif m.has("r"):
        out.rel = rel_of(m)
    elif not is_month_name(m):
        return None
    return out


def is_month_name(m: Match) -> bool:
    """Whether May, March, August and the like are the month: not a name, not a verb."""
    word = m.row.word(m.i)
    if m.j - m.i == 1 and m.listed(word, "MABBR"):
        # "Jan Novak", "Sher Jan": an abbreviation without its stop needs a preposition before it
        return not m.capital(m.j) and m.listed(m.before, "PREP")
    if word not in ("may", "march", "mar", "jan", "april", "june", "august", "dec", "jun"):
        return True
    before, after = m.before, m.after
    if m.listed(before, "name_before_month"):
        return False
    if word == "march" and before.isalpha() and not m.listed(before, "PREP"):
        opens = m.i < 2 or m.row.word(m.i - 2) in _OPENERS
        if m.capital(m.i - 1) and not opens and not m.listed(before, "DET"):
            return False  # "the Long March"
        if before == "the" and not after.isalnum():
            return False  # "during the March"
    if before == "-" and m.i > 1 and m.listed(m.row.word(m.i - 2), "EARLYMOD"):
        return True  # "mid-March"
    if word == "march" and m.listed(after, "verb_after_month") and not m.listed(before, "PREP"):
        return False  # "the March for Life", "March of the Mothers"
    if word == "may" and m.listed(after, "wish_after_may") and not m.listed(before, "PREP"):
        return False  # "May God ..."
    return not (
        word in ("march", "may") and m.listed(after, "verb_after_month") and at_sentence_start(m)
    )


def at_sentence_start(m: Match) -> bool:
    """Whether nothing of the sentence stands before the match."""
    return m.i == 0 or m.before in _OPENERS


def rel_of(m: Match) -> str:
    """`last`, `this`, `next` or `past` from the words of the part r."""
    words = m.all_words()
    if "past" in words:
        return "past"
    if any(m.listed(w, "PASTREL") for w in words):
        return "last"
    return "next" if any(m.listed(w, "NEXTREL") for w in words) else "this"


@builder
def day_alone(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the 20th`: a day of the month that the story is in."""
    return Reading("MDAY", day=day_number(m.words("d")), weak=not m.listed(m.after, "after_day"))


@builder
def weekday(m: Match, args: dict[str, Any]) -> Reading | None:
    """A weekday, alone or with `last`, `this`, `next`, or with `last week` after it."""
    out = Reading("WEEKDAYDATE", index=m.value("w", "WEEKDAY", "WABBR", "WABBRLOW"))
    out.weak = bool(args.get("weak"))
    if m.capital(m.i - 1) and m.listed(m.before, "named_before_weekday"):
        return None  # "Good Friday", left alone where it is part of a name
    if args.get("week"):
        word = m.word("r")
        n = -1 if m.listed(word, "PASTREL") else 1 if word != "this" else 0
        out.unit, out.n = "W", n
    elif m.has("r"):
        out.rel = rel_of(m)
    elif m.j - m.i == 1 and m.listed(m.row.word(m.i), "WABBR"):
        # `Sun`, `Sat` and the like are weekdays only where they look like a date
        before, after = m.before, m.after
        if (
            not m.listed(before, "weekday_before")
            and not after[:1].isdigit()
            and not m.listed(after, "MONTH")
            and not _joint(m)
        ):
            return None
    return out


def _joint(m: Match) -> bool:
    """Whether a short weekday hangs on another by a hyphen: `Sat-Sun`."""
    after = m.listed(m.after, "HY") and m.listed(m.row.word(m.j + 1), "WABBR")
    return after or (m.listed(m.before, "HY") and m.listed(m.row.word(m.i - 2), "WABBR"))


@builder
def weekday_joint(m: Match, args: dict[str, Any]) -> Reading | None:
    """`tues` in `Mon and tues`, `on fri`: a short weekday in small letters, where another is joined
    to it or a preposition of days stands before it; in a message only."""
    word, before, other = m.row.word(m.i), m.before, m.row.word(m.i - 2)
    joint = m.listed(before, "weekday_joint") and any(
        m.listed(other, name) for name in ("WEEKDAY", "WABBRLOW", "PART")
    )
    if not joint and before not in ("on", "by", "until", "till", "til", "since", "from"):
        return None
    if word in ("sat", "sun", "wed") and m.after.isalpha() and not m.listed(m.after, "PREP"):
        return None  # "came on Friday and sat down"
    return Reading("WEEKDAYDATE", index=m.value("w", "WABBRLOW"), weak=True)


@builder
def season(m: Match, args: dict[str, Any]) -> Reading | None:
    """A season, with its year or with a word that says which."""
    index = m.value("s", "SEASON")
    if m.rule.id == "season.the" and m.capital(m.j):
        return None  # "the Spring Offensive": the article belongs to the name
    if (
        m.rule.id == "season.the"
        and m.word("s") == "fall"
        and not m.listed(m.before, "season_before")
    ):
        return None  # "the fall was steep"
    if m.has("y"):
        return Reading("SEASONDATE", period=Period.of_year(int(m.word("y")), "S", index))
    out = Reading("SEASONDATE", index=index)
    if m.has("r"):
        words = m.all_words()
        out.rel = "told" if "that" in words else rel_of(m)
    elif args.get("weak"):
        before = m.before
        capital = m.row.text[m.row.starts[m.i]].isupper() and not at_sentence_start(m)
        sure = m.listed(before, "season_before")
        out.weak = not (sure or capital)
        if m.row.word(m.i) in ("fall", "spring") and not (sure and before != "and"):
            out.weak = True
    return out


@builder
def named(m: Match, args: dict[str, Any]) -> Reading | None:
    """A named day; `key` is its row in holidays.tsv. In a name ("the Good Friday Agreement") it is
    none."""
    if m.before == "operation" or (m.capital(m.j) and m.listed(m.after, "named_after_day")):
        return None
    return Reading("NAMED", value=args["key"])
