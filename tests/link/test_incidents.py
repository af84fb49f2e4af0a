"""Events of several stories that are one happening, and those that are not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dateline.link.incidents import (
    Decision,
    Figure,
    Happening,
    Incident,
    Party,
    Spot,
    cluster,
    compare,
    keys,
    place,
    summarise,
)

AZE, ARM = Party("AZE", "Azerbaijan"), Party("ARM", "Armenia")
MARTUNI = Spot("585187", "Martuni", False, "AZE", 39.8, 47.11)
TERTER = Spot("585155", "Terter", False, "AZE", 40.34, 46.93)


def happening(story: str, **more: object) -> Happening:
    """Azerbaijan shells Martuni on 5 March, as a story tells it."""
    fields = {
        "event": "e",
        "digest": f"d{story}",
        "type": "ASSAULT",
        "trigger": "shelled",
        "lemmas": ("shell",),
        "actors": (AZE,),
        "recipients": (ARM,),
        "begin": "2020-03-05",
        "end": "2020-03-05",
        "dated": True,
        "places": (MARTUNI,),
        "names": ("azerbaijan", "martuni"),
        "story_names": ("azerbaijan", "armenia", "martuni"),
        "story_words": ("shell", "town", "school"),
        "quote": f"Azerbaijan shelled Martuni, story {story} says.",
        "published": "2020-03-06",
        "source": f"Outlet {story}",
    }
    return Happening(story=story, **(fields | more))  # type: ignore[arg-type]


def groups(found: list[Incident]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(i.stories)) for i in found)


def test_two_stories_of_one_shelling() -> None:
    found = compare(happening("1"), happening("2", trigger="fired on", lemmas=("fire",)))
    assert found.same
    assert "the same place" in found.why


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"places": (TERTER,)}, "in different places: Martuni and Terter"),
        ({"begin": "2020-03-12", "end": "2020-03-12"}, "7 days apart"),
        ({"type": "AID"}, "different in kind"),
        ({"status": "called_for"}, "one occurred, the other called for"),
        ({"actors": (ARM,), "recipients": (AZE,)}, "the other way round"),
        ({"begin": None, "end": None, "names": ("dawn",)}, "no date"),
        (
            {"actors": (), "recipients": (), "places": (), "names": ("hills",), "dated": False},
            "nothing in common but the kind of event",
        ),
    ],
)
def test_what_rules_it_out(other: dict[str, object], why: str) -> None:
    found = compare(happening("1"), happening("2", **other))
    assert found.barred
    assert found.why[0].startswith(why)
    assert compare(happening("2", **other), happening("1")).barred


def test_a_day_that_many_stories_name_is_one_happening_without_parties() -> None:
    def outbreak(story: str, trigger: str) -> Happening:
        bare = {"actors": (), "recipients": (), "places": (), "names": ("27", "september")}
        day = {"begin": "2020-09-27", "end": "2020-09-27"}
        return happening(story, trigger=trigger, lemmas=(trigger,), **bare, **day)

    told = [outbreak("1", "fight"), outbreak("2", "clash"), outbreak("3", "conflict")]
    assert groups(cluster(told)) == [("1", "2", "3")]


def test_the_order_of_the_stories_makes_no_difference() -> None:
    told = [happening(str(n)) for n in range(4)]
    told += [happening(str(n), begin="2020-03-12", end="2020-03-12") for n in range(4, 8)]
    told += [happening(str(n), places=(TERTER,)) for n in range(8, 12)]
    expected = groups(cluster(told))
    assert len(expected) == 3
    for seed in range(3):
        random.Random(seed).shuffle(told)
        assert groups(cluster(told)) == expected


def test_a_chain_of_days_is_not_one_happening() -> None:
    told = [happening(str(n), begin=f"2020-03-{n:02}", end=f"2020-03-{n:02}") for n in range(1, 11)]
    assert all(len(i.stories) <= 3 for i in cluster(told))


def test_one_at_a_time_joins_what_all_at_once_does() -> None:
    candidates = [[happening("1")], [happening("2", places=(TERTER,))]]
    found = place(happening("3"), candidates)
    assert found.joins == [0]
    assert found.why
    assert place(happening("3", begin="2020-05-01", end="2020-05-01"), candidates).joins == []


def test_what_a_user_decides_wins() -> None:
    one, other = happening("1"), happening("2")
    apart = Decision("part", one.words_key, other.words_key)
    assert groups(cluster([one, other], [apart])) == [("1",), ("2",)]
    assert place(other, [[one]], [apart]).joins == []
    far = happening("3", places=(TERTER,))
    joined = Decision("join", one.words_key, far.words_key)
    assert groups(cluster([one, far], [joined])) == [("1", "3")]
    assert groups(cluster([one, far], [joined, replace(joined, kind="part")])) == [("1",), ("3",)]


def test_likely_happenings_share_a_key_and_keys_are_few() -> None:
    one = set(keys(happening("1")))
    assert one & set(keys(happening("2", begin="2020-03-06", end="2020-03-06", places=())))
    assert not one & set(keys(happening("3", begin="2020-03-09", end="2020-03-09")))
    assert len(one) < 40


def test_who_says_it_who_denies_it_and_what_each_claims() -> None:
    def claim(count: int) -> tuple[Figure, ...]:
        return (Figure("killed", count, count, "ARM", "military", "AZE", "Azerbaijan"),)

    told = [
        happening("1", figures=claim(3), published="2020-03-06"),
        happening("2", figures=claim(5), published="2020-03-07", speaker=ARM),
        happening("3", status="denied", speaker=AZE, source="Outlet 1"),
    ]
    found = summarise(told, {"2": "1", "1": "1"})
    assert [v.party.name for v in found.asserted_by] == ["the story itself", "Armenia"]
    assert [v.party.name for v in found.denied_by] == ["Azerbaijan"]
    assert found.status == "occurred"
    assert found.independent == 1  # 2 is a copy of 1, and 3 comes from the outlet of 1
    (stands,) = found.claims
    assert (stands.least, stands.story) == (5, "2")
    assert [earlier[0] for earlier in stands.earlier] == [3]


def test_it_survives_being_written_down() -> None:
    one = happening("1", figures=(Figure("killed", 1, None, None, None, None, None),), speaker=ARM)
    assert Happening.from_dict(one.to_dict()) == one
