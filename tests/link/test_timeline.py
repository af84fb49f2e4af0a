"""Timelines: what is told of which day, which days matter, which sentences are chosen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline.extract.times import find
from dateline.link.timeline import Totals, choose, collect, importance, ranked, timeline, totals
from dateline.record import DocumentFacts, Published, Record, Time


def record(name: str, published: str, *sentences: str) -> Record:
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    times = [
        Time(
            id=f"t{n}", span=(t.start, t.end), text=text[t.start : t.end], type=t.type,
            value=t.value, begin=t.begin, end=t.end_day,
        )
        for n, t in enumerate(find(text, spans, date.fromisoformat(published)))
    ]  # fmt: skip
    facts = DocumentFacts(published=Published(value=published, basis="metadata"), sentences=spans)
    return Record(id=name, text=text, document=facts, times=times)


def corpus() -> list[Record]:
    """Twenty days of stories; those of the second half come back to the fall of the bridge."""
    out = []
    for n in range(20):
        day = (date(2021, 3, 1) + timedelta(n)).isoformat()
        texts = [f"Ostland and Westland traded fire along river sector {n} near the old fort."]
        if n > 9:
            texts.append("Westland troops blew up the Alder bridge on March 2 as rebels fled east.")
        out.append(record(f"s{n}", day, *texts))
    return out


def test_a_sentence_tells_of_the_days_it_names_else_of_publication() -> None:
    found = collect(
        record(
            "a", "2021-03-05",
            "Rebels seized the port of Ostville on March 2 after a siege.",
            "Shelling of the lower valley killed three farmers on Thursday.",
            "Talks between both armies opened in a border village.",
        )
    )  # fmt: skip
    assert [(t.day, t.how, t.lag) for t in found] == [
        ("2021-03-02", "named", 3),
        ("2021-03-04", "relative", 1),
        ("2021-03-05", "published", 0),
    ]


def test_stamps_before_a_sentence_are_left_out_of_it() -> None:
    story = record("a", "2021-03-05", "March 2 - Rebels seized the port of Ostville at dawn today.")
    told = collect(story)[0]
    assert told.text.startswith("Rebels seized")
    assert story.text[told.span[0] : told.span[1]] == told.text


def test_a_day_that_later_stories_come_back_to_leads() -> None:
    tellings = [t for r in corpus() for t in collect(r)]
    assert ranked(importance(totals(tellings)))[0] == "2021-03-02"
    entries = timeline(tellings, 3, 1)
    assert len(entries) == 3
    assert [e.day for e in entries] == sorted(e.day for e in entries)
    bridge = next(e for e in entries if e.day == "2021-03-02")
    assert "Alder bridge" in bridge.sentences[0].text


def test_counts_can_be_taken_away_again() -> None:
    records = corpus()
    kept, both = Totals(), Totals()
    for r in records[:-1]:
        kept.add(collect(r), r.document.published.value)
    for r in records:
        both.add(collect(r), r.document.published.value)
    assert both != kept
    both.add(collect(records[-1]), records[-1].document.published.value, times=-1)
    assert both == kept


def test_copies_under_one_id_count_once() -> None:
    words = "Westland troops blew up the Alder bridge on March 2 as rebels fled."
    copies = [record(f"c{n}", "2021-03-12", words) for n in range(5)]
    apart = totals(t for r in copies for t in collect(r))
    together = totals(t for r in copies for t in collect(r, "group"))
    key = ("2021-03-02", "2021-03-12")
    assert (apart.cells[key].stories, together.cells[key].stories) == (5, 1)


@pytest.mark.parametrize(
    "poor",
    [
        "Will the rebels hold the port of Ostville after Thursday?",
        "Click here to see pictures of the siege of Ostville on Thursday.",
    ],
)
def test_questions_and_furniture_are_not_shown(poor: str) -> None:
    assert all(t.fitness == 0 for t in collect(record("a", "2021-03-05", poor)))


def test_nothing_is_said_twice() -> None:
    words = "Rebels seized the port of Ostville on March 2 after a long siege."
    tellings = [t for n in range(4) for t in collect(record(f"s{n}", "2021-03-05", words))]
    assert len(choose(tellings, ["2021-03-02"], 3)["2021-03-02"]) == 1


def test_a_query_keeps_to_its_stories() -> None:
    tellings = [t for r in corpus() for t in collect(r)]
    entries = timeline(tellings, 5, 2, query="Alder bridge")
    assert [e.day for e in entries] == ["2021-03-02"]
    assert timeline(tellings, 5, 2, query="zeppelin") == []
    with pytest.raises(ValueError, match="no word"):
        timeline(tellings, 5, 2, query="the")


def test_the_period_bounds_the_days() -> None:
    tellings = [t for r in corpus() for t in collect(r)]
    days = [e.day for e in timeline(tellings, 50, 1, since="2021-03-05", until="2021-03-08")]
    assert days
    assert all("2021-03-05" <= d <= "2021-03-08" for d in days)


def test_what_is_expected_of_a_day_follows_from_the_period_asked_for() -> None:
    counts = totals(t for r in corpus() for t in collect(r))
    whole = importance(counts)
    fortnight = importance(counts, "2021-03-02", "2021-03-15")
    assert set(fortnight) == {d for d in whole if "2021-03-02" <= d <= "2021-03-15"}
    # In a period of its own the day that all come back to is what is usual there.
    alone = importance(counts, "2021-03-02", "2021-03-02")["2021-03-02"]
    assert alone.recalled < fortnight["2021-03-02"].recalled
    assert alone.accounts == fortnight["2021-03-02"].accounts == whole["2021-03-02"].accounts
