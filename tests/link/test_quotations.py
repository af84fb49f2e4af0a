"""Statements of several stories that are one, or may be."""

from __future__ import annotations

from dateline.link.incidents import Party
from dateline.link.quotations import Said, link, tie

OREL = Party("ivan orel", "Ivan Orel")
LONG = "we shall keep the border closed until the last mine has been cleared from the valley"


def told(story: str, text: str, speaker: Party | None = OREL, day: str = "2031-03-02") -> Said:
    return Said(story, "s1", speaker, text, day, True)


def test_a_fragment_is_joined_with_the_quotation_it_is_cut_from() -> None:
    found = link(
        [told("a", LONG), told("b", "until the last mine has been cleared”", Party("orel", "Orel"))]
    )
    assert found.groups == [[("a", "s1"), ("b", "s1")]]
    assert "within the other" in found.ties[0].why


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    assert tie(told("a", LONG), told("b", LONG, Party("mara vens", "Mara Vens"))) is None


def test_another_translation_is_proposed_and_not_joined() -> None:
    found = link(
        [
            told("a", "our troops will withdraw from the northern valley before winter"),
            told("b", "before winter our soldiers will pull back from the northern valley"),
        ]
    )
    assert found.groups == []
    assert [t.joined for t in found.ties] == [False]
    assert "Ivan Orel" in found.ties[0].why


def test_nothing_is_proposed_a_week_later_or_of_other_content() -> None:
    first = told("a", "our troops will withdraw from the northern valley before winter")
    later = told("b", "before winter our soldiers will leave the northern valley", day="2031-03-09")
    other = told("c", "the harbour tariffs were raised without asking any ministry of trade")
    assert tie(first, later) is None
    assert tie(first, other) is None


def test_short_fragments_tie_nothing() -> None:
    assert tie(told("a", "peace now"), told("b", "peace now")) is None


def test_the_order_of_statements_does_not_matter() -> None:
    some = [told(s, LONG[n:]) for n, s in enumerate("abcd")]
    assert link(some) == link(some[::-1])
