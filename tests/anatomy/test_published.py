"""The publication date and what it stands on."""

from __future__ import annotations

from datetime import date

import pytest

from anatomy.helpers import TODAY, lay
from dateline.anatomy.published import _in_url
from dateline.record import Published

LINE = "GORIS, October 1. /TASS/. "


def when(text: str, **known: str) -> tuple[Published, str | None, list[str]]:
    story, notes = lay(text, **known)
    line = story.facts.dateline
    return story.facts.published, line.date if line else None, [w.code for w in notes.warnings]


def test_metadata_gives_the_dateline_its_year() -> None:
    found, filed, codes = when(LINE + "The road was cut.", date="2019-10-02T01:00:00Z")
    assert (found.value, found.basis) == ("2019-10-02", "metadata")
    assert filed == "2019-10-01"
    assert codes == []


def test_a_year_turns_between_dateline_and_publication() -> None:
    _, filed, _ = when("GORIS, Dec 31 (Reuters) - The road was cut.", date="2020-01-01")
    assert filed == "2019-12-31"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2020/10/01/road-cut/", date(2020, 10, 1)),
        ("https://a.example/news/2020/oct/1/road", date(2020, 10, 1)),
        ("https://a.example/2020-10-01-road", date(2020, 10, 1)),
        ("https://a.example/20201001/road", date(2020, 10, 1)),
        ("https://a.example/2020/13/01/road", None),
        ("https://a.example/id/1202010019", None),
    ],
)
def test_the_address_gives_the_date(url: str, day: date | None) -> None:
    assert next(_in_url(url), None) == day


def test_the_basis_is_named() -> None:
    found, filed, _ = when(LINE + "The road was cut.", url="https://a.example/2020/10/01/road")
    assert (found.value, found.basis, filed) == ("2020-10-01", "url", "2020-10-01")
    found, filed, _ = when("GORIS, Oct 1, 2020 (Reuters) - The road was cut.")
    assert (found.value, found.basis, filed) == ("2020-10-01", "dateline", "2020-10-01")


@pytest.mark.parametrize(
    "head",
    [
        "Friday, January 4, 2019\u00a0\n\n\n",
        "04 Jan 2019 14:35\n",
        "January 4, 2019 | By Jo Field\n\n",
    ],
)
def test_a_date_line_at_the_head(head: str) -> None:
    story, _ = lay(head + "The road was cut on Thursday. It may stay closed.")
    assert (story.facts.published.value, story.facts.published.basis) == ("2019-01-04", "dateline")
    assert story.facts.furniture
    assert story.segments[0].start > story.facts.furniture[0][0]


def test_a_full_dateline_goes_before_metadata_that_says_otherwise() -> None:
    text = "GORIS, Oct 1, 2020 (Reuters) - The road was cut."
    found, _, codes = when(text, date="2021-03-05")
    assert (found.value, found.alternatives) == ("2020-10-01", ["2021-03-05"])
    assert codes == ["date_conflict"]
    found, _, codes = when(text, date="2020-10-03")
    assert (found.value, found.basis, codes) == ("2020-10-03", "metadata", [])


def test_metadata_goes_before_a_dateline_without_year() -> None:
    found, filed, codes = when(LINE + "The road was cut.", date="2020-03-05")
    assert (found.value, filed, codes) == ("2020-03-05", "2019-10-01", ["date_conflict"])


def test_the_year_comes_from_weekday_and_past() -> None:
    body = "The road was cut on Thursday, Jo Field said. Snow had closed it in April 2016."
    found, filed, codes = when(LINE + body)
    assert (found.value, found.basis, filed) == ("2020-10-01", "inferred", "2020-10-01")
    assert found.alternatives[0] == "2026-10-01"
    assert "Thursday" in found.why
    assert "April 2016" in found.why
    assert "unsure_year" not in codes


def test_the_reading_date_bounds_the_year() -> None:
    body = "The road was cut on Thursday. Snow had closed it in April 2016."
    story, _ = lay(LINE + body, today=date(2020, 10, 2))
    assert story.facts.published.alternatives == []
    story, _ = lay(LINE + body, today=date(2020, 9, 30))
    assert story.facts.published.value != "2020-10-01"


def test_what_lies_ahead_bounds_the_year_from_above() -> None:
    body = "The road was cut on Thursday. A tunnel will be opened in 2017, officials said."
    found, _, _ = when(LINE + body)
    assert found.value == "2015-10-01"
    assert "2017" in found.why


def test_an_old_year_bounds_nothing() -> None:
    found, _, codes = when(LINE + "The road, built in 1951, was cut on Thursday.")
    assert found.value == "2026-10-01"
    assert "2020-10-01" in found.alternatives
    assert codes == ["unsure_year"]


def test_weekdays_beside_other_dates_tell_the_year() -> None:
    found, _, _ = when(LINE + "Snow fell in 2016. It fell again on Sunday, September 27.")
    assert found.value == "2020-10-01"


def test_a_weekday_in_the_dateline_tells_the_year() -> None:
    found, _, _ = when("GORIS, Thursday, October 1 (Reuters) - Snow fell here in 2016 as well.")
    assert found.value == "2020-10-01"


@pytest.mark.parametrize(
    "phrase", ["next Friday", "every Friday", "since Friday", "Friday prayers"]
)
def test_other_weekdays_are_not_the_storys_day(phrase: str) -> None:
    found, _, _ = when(LINE + f"Snow fell in 2016. After {phrase} it fell again on Thursday.")
    assert found.value == "2020-10-01"


def test_nothing_tells_the_year() -> None:
    found, filed, codes = when(LINE + "The road was cut.")
    assert (found.value, found.basis, filed) == (None, "unknown", "XXXX-10-01")
    assert found.alternatives[0] == "2026-10-01"
    assert codes == ["no_year"]


def test_no_date_at_all() -> None:
    found, filed, codes = when("The road was cut.")
    assert (found.value, found.basis, filed, codes) == (None, "unknown", None, ["no_date"])


def test_the_day_called_today() -> None:
    found, _, _ = when("The council met today (1 October 2020) and left. A road was cut.")
    assert (found.value, found.basis) == ("2020-10-01", "dateline")


def test_a_broken_or_future_date_is_said() -> None:
    assert when("The road was cut.", date="yesterday")[2] == ["bad_date", "no_date"]
    assert when("The road was cut.", date="2031-01-01")[2] == ["future_date"]


def test_story_published_is_a_date() -> None:
    assert lay("The road was cut.", date="2020-10-01")[0].published == date(2020, 10, 1)
    assert lay("The road was cut.", today=TODAY)[0].published is None
