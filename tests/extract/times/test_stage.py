"""The stage in its place: the record's values, the sample, hostile input."""

import json
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.anatomy.story import Segment, Story
from dateline.extract.found import Found
from dateline.extract.times import extract, find
from dateline.extract.times.edtf import is_valid
from dateline.language.parsed import Parsed
from dateline.record import DatelineLine, DocumentFacts, Notes, Published

GOLD = Path(__file__).parents[3] / "../shared/samples/tass-2020-10-01.gold.json"
TEXT = "BAKU, October 1. /ABC/. Talks in the summer of 2014 failed. The fall was steep."


def found() -> Found:
    facts = DocumentFacts(
        dateline=DatelineLine(span=(0, 22), place="BAKU", date="2020-10-01"),
        published=Published(value="2020-10-01", basis="metadata"),
    )
    parsed = Parsed(TEXT, [], [], [], [], [], [], [], [])
    return Found(Story(TEXT, facts, [Segment(24, len(TEXT), "body")]), parsed)


def test_extract_gives_record_values_with_bounds_and_reason() -> None:
    times = extract(found())
    assert [(t.text, t.type, t.value, t.edtf, t.begin, t.end) for t in times] == [
        ("October 1", "DATE", "2020-10-01", "2020-10-01", "2020-10-01", "2020-10-01"),
        ("the summer of 2014", "DATE", "2014-SU", "2014-22", "2014-06-01", "2014-08-31"),
    ]
    assert all(TEXT[t.span[0] : t.span[1]] == t.text for t in times)
    assert len({t.id for t in times}) == len(times)
    assert "published 2020-10-01" in times[0].why


def test_what_was_dropped_is_noted() -> None:
    story = found()
    extract(story)
    dropped = [TEXT[r.span[0] : r.span[1]] for r in story.notes.rejections]
    assert "fall" in dropped


def test_early_and_late_narrow_the_bounds() -> None:
    early, late, whole = (
        find(f"It shut {words} 2019.", published=date(2020, 1, 1))[0]
        for words in ("in early", "in late", "in")
    )
    assert (early.begin, early.edtf) == ("2019-01-01", "2019")
    assert early.end_day is not None
    assert early.end_day < "2019-06"
    assert late.begin is not None
    assert late.begin > "2019-08"
    assert (whole.begin, whole.end_day) == ("2019-01-01", "2019-12-31")


def test_segments_are_read_apart() -> None:
    text = "It ended in October\n2019 people came"
    assert [t.value for t in find(text, [(0, 19), (20, len(text))], date(2020, 1, 1))] == [
        "2019-10"
    ]


@pytest.mark.skipif(not GOLD.exists(), reason="the shared sample is not beside this checkout")
def test_every_time_of_the_sample() -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    times = find(gold["text"], published=date(2020, 10, 1))
    assert [(gold["text"][t.start : t.end], t.value) for t in times] == [
        (t["text"], t["value"]) for t in gold["times"]
    ]


def test_no_two_overlap_and_all_edtf_is_valid() -> None:
    text = (
        "From 10 p.m. Wednesday, October 1-3, to the end of next year, in 1992-1994, every Monday"
        " night of the early 1990s, about two years ago on 5 May 2001 at noon and midnight Friday."
    )
    times = find(text, published=date(2020, 10, 1))
    assert len(times) >= 8
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(is_valid(t.edtf) for t in times if t.edtf)


HOSTILE = {
    "digits": "1",
    "of": "of ",
    "the": "the ",
    "the of": "the of the ",
    "first": "the first ",
    "hyphens": "12-",
    "slashes": "1/",
    "colons": "10:",
    "numbers": "1,000,",
    "number words": "two hundred ",
    "months": "May ",
    "days": "May 1 ",
    "days in a row": "May 1, 2, 3, ",
    "days of months": "1 May ",
    "months and words": "in May and ",
    "months told of": "2009. May ",
    "stretches": "from May to June ",
    "weekdays": "Monday ",
    "short weekdays": "on fri, sat, ",
    "weekdays in a row": "every Monday and Friday or ",
    "clocks": "at 1015 ",
    "parts": "the whole night ",
    "stops": ". May. ",
    "dots": "27.03.15.",
    "ranges": "May 1-",
    "years": "1999-",
    "end of": "the end of the year of ",
    "weeks": "weeks and ",
    "spaces": " \n",
    "quotes": "'",
}
NORMAL = "The army said on Tuesday that two men died near the village in October. "
SIZE = 2_000
MOST = 25
"""So many times as much as normal text of the same length hostile input may cost here. The limit
is ten, as `bench.times --hostile` measures; on a busy machine a test tells only what is not
linear."""


def seconds(text: str) -> float:
    """The least processor time of a few runs: a busy machine only makes a run longer."""
    least = 60.0
    for _ in range(4):
        begun = time.process_time()
        find(text, published=date(2020, 10, 1), notes=Notes())
        least = min(least, time.process_time() - begun)
    return least


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_linear(unit: str) -> None:
    small, large = ((unit * n)[:n] for n in (SIZE, 4 * SIZE))
    find(small, published=date(2020, 10, 1))  # what is worked out once does not count
    assert seconds(small) < MOST * seconds((NORMAL * SIZE)[:SIZE])
    assert seconds(large) < MOST * seconds((NORMAL * SIZE)[: 4 * SIZE])


def test_what_a_message_looks_like_costs_no_more() -> None:
    normal = max(seconds((NORMAL * 3)[:190]), 1e-4)
    for unit in ("a", "..", ":", "!", "tmr ", "aaa", "(" * 5, "hahaha"):
        assert seconds((unit * 190)[:190]) < MOST * normal
