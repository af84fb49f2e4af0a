"""Which days matter, and which sentences tell them."""

from __future__ import annotations

import json

import pytest
from tests.store.records import Draft

from dateline.link.timeline import Query, collect, importance, ranked, timeline, totals
from dateline.link.timeline.days import Totals
from dateline.link.timeline.show import show
from dateline.link.timeline.telling import Telling
from dateline.record import Record

STRIKE = "Rockets struck the bridge of Lower Vale on 3 March, killing nine dock workers."


def record(text: str, published: str | None, *times: tuple[str, str], name: str = "s") -> Record:
    """A story with a headline line, and the days that its words name."""
    draft = Draft(f"Headline\n{text}\n", published)
    draft.fields["times"] = [
        {
            "id": f"t{n}",
            "span": draft.at(words),
            "text": words,
            "type": "DATE",
            "value": day,
            "begin": day,
            "end": day,
        }
        for n, (words, day) in enumerate(times)
    ]
    return draft.record(name)


def story(number: int, published: str) -> list[Telling]:
    """A later story that comes back to the strike in words of its own."""
    text = (
        f"Talks in round {number} on the ferries went on without result in the old port. "
        "\nRockets struck the bridge of Lower Vale on 3 March and killed nine, "
        f"story {number} says."
    )
    return collect(record(text, published, ("3 March", "2021-03-03"), name=str(number)))


FIRST = collect(
    record("The bridge of Lower Vale stood open on a dull grey day.", "2021-03-02", name="first")
)
"""A story before the strike: days long before the first story are in no timeline."""


def test_a_sentence_tells_of_the_day_that_it_names_else_of_that_of_publication() -> None:
    text = f"{STRIKE}\nFerries stopped for a day in all of the valley."
    found = collect(record(text, "2021-03-04", ("3 March", "2021-03-03")))
    assert [(t.day, t.how, t.lag) for t in found] == [
        ("2021-03-03", "named", 1),
        ("2021-03-04", "published", 0),
    ]
    assert found[0].text == STRIKE


def test_headlines_and_periods_tell_of_no_day() -> None:
    draft = record(STRIKE, None, ("3 March", "2021-03-03"))
    wide = draft.model_copy(
        update={"times": [t.model_copy(update={"end": "2021-03-31"}) for t in draft.times]}
    )
    assert collect(wide) == []
    assert all("Headline" not in t.text for t in collect(draft))


def test_what_later_stories_come_back_to_matters_more_than_what_is_published_most() -> None:
    later = [t for n in range(12) for t in story(n, f"2021-03-{10 + n:02}")]
    busy = [
        t
        for n in range(8)
        for t in collect(
            record("Ferries ran late in the port all day long.", "2021-03-12", name=f"b{n}")
        )
    ]
    assert ranked(importance(totals(FIRST + later + busy)))[0] == "2021-03-03"


def test_counts_are_added_and_taken_away_again() -> None:
    kept = Totals()
    kept.add(story(1, "2021-03-10"), "2021-03-10")
    before = dict(kept.cells), dict(kept.published)
    kept.add(story(2, "2021-03-11"), "2021-03-11")
    kept.add(story(2, "2021-03-11"), "2021-03-11", times=-1)
    assert (kept.cells, kept.published) == before


def test_a_timeline_says_nothing_twice() -> None:
    told = [t for n in range(6) for t in story(n, f"2021-03-{10 + n}")]
    told += collect(record(STRIKE, "2021-03-04", ("3 March", "2021-03-03"), name="first"))
    (entry,) = [e for e in timeline(told, 5, 3) if e.day == "2021-03-03"]
    texts = [t.text for t in entry.sentences]
    assert len(texts) == len(set(texts)) <= 2  # the rest only says the same again


def test_a_query_keeps_to_its_stories_and_a_wrong_one_is_an_error() -> None:
    told = (
        FIRST
        + story(1, "2021-03-10")
        + collect(
            record(
                "Barley prices fell on 4 March in Upper Vale, farmers said.",
                "2021-03-06",
                ("4 March", "2021-03-04"),
                name="b",
            )
        )
    )
    assert [e.day for e in timeline(told, 5, 1, "barley")] == ["2021-03-04"]
    with pytest.raises(ValueError, match="no word"):
        Query.of("the of")
    with pytest.raises(ValueError, match="at least one day"):
        timeline(told, 0, 1)


def test_days_asked_for() -> None:
    told = story(1, "2021-03-10")
    assert timeline(told, 5, 1, since="2021-03-04", until="2021-03-09") == []


def test_the_contract_form_is_days_and_sentences() -> None:
    told = FIRST + [t for n in range(6) for t in story(n, f"2021-03-{10 + n}")]
    text = show(timeline(told, 1, 1), "json")
    assert json.loads(text)["2021-03-03"][0].startswith("Rockets struck the bridge")
