"""Which events of several stories are one happening."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest

import dateline
from dateline.link.incidents import (
    Decision,
    Figure,
    Happening,
    Incident,
    Party,
    Spot,
    cluster,
    compare,
    happenings,
    keys,
    place,
    summarise,
)
from dateline.link.incidents.groups import group_of
from dateline.link.words import weigh

NORVIA, ESTMARK = Party("NOR", "Norvia"), Party("EST", "Estmark")
ALDEN = Spot("1", "Port Alden", False, "NOR", 60.0, 10.0)
BRELL = Spot("2", "Brell", False, "NOR", 63.0, 14.0)
REGION = Spot("3", "Northland", True, "NOR", 62.0, 12.0)


def shelling(
    story: str, quote: str = "Estmark's guns shelled Port Alden", **more: Any
) -> Happening:
    words = weigh(quote)
    made = Happening(
        story=story,
        event="e1",
        digest="d1",
        type="ASSAULT",
        trigger="shelled",
        lemmas=("shell",),
        actors=(ESTMARK,),
        recipients=(NORVIA,),
        begin="2031-03-02",
        end="2031-03-02",
        dated=True,
        places=(ALDEN,),
        names=tuple(sorted(words.names)),
        words=tuple(sorted(words.common)),
        story_names=("alden", "estmark", "norvia"),
        story_words=("gun", "harbour", "shel"),
        quote=quote,
        published="2031-03-03",
    )
    return replace(made, **more)


def stories(*told: Happening, **more: Any) -> list[set[str]]:
    return [set(i.stories) for i in cluster(told, **more)]


def test_one_shelling_told_twice_is_one_incident() -> None:
    a = shelling("a")
    b = shelling("b", "Port Alden came under fire", trigger="attack", lemmas=("attack",), actors=())
    assert stories(a, b) == [{"a", "b"}]
    assert compare(a, b).same
    assert "the same place" in compare(a, b).why


def test_two_towns_shelled_on_one_day_are_two() -> None:
    a, b = shelling("a"), shelling("b", "Estmark's guns shelled Brell", places=(BRELL,))
    assert len(stories(a, b)) == 2
    assert "in different places: Port Alden and Brell" in compare(a, b).why[0]


def test_a_week_apart_is_two() -> None:
    a, b = shelling("a"), shelling("b", begin="2031-03-09", end="2031-03-09")
    assert len(stories(a, b)) == 2
    assert "7 days apart" in compare(a, b).why[0]


def test_a_day_apart_may_be_one() -> None:
    b = shelling("b", begin="2031-03-03", end="2031-03-03", dated=False)
    assert stories(shelling("a"), b) == [{"a", "b"}]


def test_answering_fire_is_another_deed() -> None:
    back = shelling("b", actors=(NORVIA,), recipients=(ESTMARK,))
    assert len(stories(shelling("a"), back)) == 2


def test_a_threat_to_shell_is_no_shelling() -> None:
    assert len(stories(shelling("a"), shelling("b", status="threatened"))) == 2


def test_kind_and_parties_alone_make_no_incident() -> None:
    a = shelling("a", "Estmark shelled positions of Norvia", places=(), begin=None, end=None)
    b = shelling("b", "Guns were heard and villages burnt", places=(REGION,), begin=None, end=None)
    b = replace(b, story_names=("orel", "vens"), story_words=("prison", "trial"))
    assert len(stories(a, b)) == 2
    assert not compare(a, b).same
    # Two stories on much the same subjects: even so, nothing in particular ties the two.
    b = replace(b, lemmas=("strike",), story_names=("alden", "estmark", "norvia", "orel"))
    assert not compare(a, b).same


def test_who_asserts_and_who_denies() -> None:
    said = shelling("a", speaker=NORVIA)
    denied = shelling("b", speaker=ESTMARK, status="denied")
    (found,) = cluster([said, denied])
    assert [v.party for v in found.asserted_by] == [NORVIA]
    assert [v.party for v in found.denied_by] == [ESTMARK]
    assert found.status == "occurred"


def test_claims_stand_side_by_side_with_the_latest_of_each() -> None:
    def count(n: int, by: Party) -> tuple[Figure, ...]:
        return (Figure("killed", n, n, "NOR", "civilian", by.key, by.name),)

    told = [
        shelling("a", figures=count(3, NORVIA), published="2031-03-02"),
        shelling("b", figures=count(5, NORVIA), published="2031-03-03"),
        shelling("c", figures=count(0, ESTMARK), published="2031-03-03"),
    ]
    claims = {c.by: c for c in summarise(told).claims}
    assert (claims["Norvia"].least, claims["Norvia"].story) == (5, "b")
    assert claims["Norvia"].earlier == ((3, 3, "2031-03-02", "a"),)
    assert claims["Estmark"].least == 0


def test_copies_and_one_agency_are_not_independent() -> None:
    told = [shelling(s) for s in "abcd"]
    told[2] = replace(told[2], source="Norvian Wire")
    told[3] = replace(told[3], source="norvian wire")
    copies = {"a": "g", "b": "g"}
    assert summarise(told, copies).independent == 2
    assert summarise(told).independent == 3
    assert len(summarise(told).stories) == 4


def test_a_chain_of_days_is_not_one_incident() -> None:
    week = [shelling(f"s{n}", begin=f"2031-03-0{n}", end=f"2031-03-0{n}") for n in range(1, 8)]
    found = cluster(week)
    assert len(found) >= 3
    for incident in found:
        first, last = incident.begin, incident.end
        assert first
        assert last
        assert int(last[-2:]) - int(first[-2:]) <= 1


def many() -> list[Happening]:
    told = []
    for n in range(4):
        told.append(shelling(f"alden{n}"))
        told.append(shelling(f"brell{n}", "Brell was hit by Estmark", places=(BRELL,)))
        told.append(shelling(f"later{n}", begin="2031-03-20", end="2031-03-20"))
    return told


def test_the_order_of_stories_does_not_matter() -> None:
    told = many()
    expected = cluster(told)
    assert sorted(len(i.stories) for i in expected) == [4, 4, 4]
    for seed in range(5):
        random.Random(seed).shuffle(told)
        assert cluster(told) == expected


def test_one_at_a_time_gives_the_same_incidents() -> None:
    incidents: list[list[Happening]] = []
    for one in many():
        found = place(one, incidents)
        if found.joins:
            home = found.joins[0]
            for other in sorted(found.joins[1:], reverse=True):
                incidents[home] += incidents.pop(other)
            incidents[home].append(one)
        else:
            incidents.append([one])
    together = {frozenset(i.stories) for i in cluster(many())}
    assert {frozenset(h.story for h in i) for i in incidents} == together


def test_comparison_is_symmetric_and_keys_meet() -> None:
    a, b = shelling("a"), shelling("b", begin="2031-03-03", end="2031-03-03", places=())
    assert compare(a, b).score == compare(b, a).score
    assert set(keys(a)) & set(keys(b))


def test_a_user_joins_and_parts() -> None:
    a, b, far = shelling("a"), shelling("b"), shelling("c", places=(BRELL,), event="e9")
    part = Decision("part", a.words_key, b.words_key)
    assert len(stories(a, b, decisions=[part])) == 2
    assert place(a, [[b]], [part]).joins == []
    join = Decision("join", a.words_key, far.words_key)
    assert {"a", "b", "c"} in stories(a, b, far, decisions=[join]) or {"a", "c"} in stories(
        a, b, far, decisions=[join]
    )
    assert place(a, [[far]], [join]).joins == [0]


def test_the_later_decision_overrules_the_earlier() -> None:
    a, b = shelling("a"), shelling("b")
    part, join = (Decision(k, a.words_key, b.words_key) for k in ("part", "join"))
    assert len(stories(a, b, decisions=[part, join])) == 1
    assert len(stories(a, b, decisions=[join, part])) == 2


def test_a_decision_outlives_a_new_reading() -> None:
    a, b = shelling("a"), shelling("b")
    part = Decision("part", a.words_key, b.words_key)
    read_again = replace(a, event="e77")
    assert len(stories(read_again, b, decisions=[part])) == 2


def test_happenings_of_a_record() -> None:
    record = dateline.read(
        "BAKU, Oct 17 (DSS) - A missile hit the city of Ganja on Saturday, killing 12 civilians, "
        "officials in Azerbaijan said. Armenia denied that its army had shelled the city.",
        date="2020-10-17",
        id="s1",
    )
    told = happenings(record)
    assert [h.event for h in told] == [e.id for e in record.events]
    hit = next(h for h in told if h.type == "ASSAULT")
    assert "Ganja" in [p.name for p in hit.places]
    assert hit.begin == "2020-10-17"
    assert (hit.figures[0].what, hit.figures[0].least) == ("killed", 12)
    for h in told:
        assert Happening.from_dict(json.loads(json.dumps(h.to_dict()))) == h
        assert keys(h)


def test_an_incident_needs_a_telling_and_serialises() -> None:
    with pytest.raises(ValueError, match="telling"):
        summarise([])
    made: Incident = summarise([shelling("a")])
    assert json.loads(json.dumps(made.to_dict()))["stories"] == ["a"]


def test_who_acts_alone_in_one_is_not_whom_the_other_befalls() -> None:
    acts = shelling("1", recipients=())
    suffers = shelling("2", actors=(), recipients=(ESTMARK,))
    again = shelling("3", actors=(), recipients=(NORVIA,))
    assert compare(acts, suffers).barred
    assert not compare(acts, again).barred


def toll(story: str, count: int, what: str = "killed", **more: Any) -> Happening:
    figure = Figure(what, count, count, "NOR", "military", None, None)
    values = {"actors": (), "places": (), "dated": False, "figures": (figure,), **more}
    return shelling(story, f"{count} soldiers of Norvia were {what}", **values)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (toll("a", 550, "killed or injured"), toll("b", 200, "injured"), True),
        (toll("a", 550), toll("b", 200), True),
        (toll("a", 230), toll("b", 200), False),
        (toll("a", 2), toll("b", 7), False),
        (toll("a", 550, places=(ALDEN,)), toll("b", 200, places=(ALDEN,)), False),
        (toll("a", 550, dated=True), toll("b", 200, dated=True), False),
        (toll("a", 550, actors=(ESTMARK,)), toll("b", 200), False),
    ],
)
def test_tolls_far_apart_are_two_unless_town_day_or_deed_ties_them(
    one: Happening, other: Happening, apart: bool
) -> None:
    verdict = compare(one, other)
    assert verdict.barred is apart
    assert not apart or verdict.why == [f"tolls that differ: {550} and {200}"]


def test_tanks_destroyed_are_no_offensive_that_began_unless_something_ties_them() -> None:
    razed: dict[str, Any] = {"mode": "destroy", "lemmas": ("destroy",), "recipients": ()}
    a = shelling("a", "Estmark destroyed 22 tanks", places=(), **razed)
    began = {"lemmas": ("start", "offensive"), "recipients": ()}
    b = shelling("b", "Estmark started the offensive", **{**began, "places": ()})
    assert compare(a, b).why == ["one destroys things, the other tells of none"]
    assert not compare(replace(a, places=(ALDEN,)), shelling("b", **began)).barred
    assert not compare(replace(a, recipients=(NORVIA,)), replace(b, recipients=(NORVIA,))).barred
    assert not compare(a, replace(b, mode="destroy")).barred


def test_a_curfew_is_no_offensive_of_that_day() -> None:
    measure: dict[str, Any] = {"type": "COERCE", "mode": "curfew", "lemmas": ("impose", "curfew")}
    a = shelling("a", "Estmark imposed a curfew", places=(), recipients=(), **measure)
    b = shelling("b", "Estmark began an offensive", places=(), recipients=(), lemmas=("begin",))
    assert compare(a, b).why == ["one is a measure at home, the other is none"]
    law = replace(a, story="b", mode="martial-law", lemmas=("declare", "law"))
    assert not compare(a, law).barred


def test_a_toll_is_looked_for_by_its_figure_whether_dated_or_not() -> None:
    dated, undated = toll("a", 550), toll("b", 550, begin=None, end=None)
    assert set(keys(dated)) & set(keys(undated)) == {
        f"{group_of('ASSAULT')}|2031-03|550 killed|NOR"
    }
    strangers = [toll(s, 550, begin=None, end=None, recipients=()) for s in ("a", "b")]
    assert not {k for h in strangers for k in keys(h) if "550" in k}
    assert not set(keys(toll("a", 5))) & set(keys(toll("b", 5, begin=None, end=None)))


def test_history_is_not_what_has_no_date() -> None:
    past = shelling("a", lemmas=("war",), begin="2021-03-01", end="2021-03-31")
    undated = shelling("b", begin=None, end=None, dated=False)
    assert compare(past, undated).barred
    assert not compare(past, replace(undated, lemmas=("war",))).barred


def test_one_number_for_several_losses_is_a_figure() -> None:
    text = "More than 550 Kenyan soldiers were killed or wounded, Togo said."
    figures = {f for h in happenings(dateline.read(text, id="s")) for f in h.figures}
    assert {(f.what, f.least, f.most) for f in figures} == {("killed or injured", 551, None)}


def test_who_accuses_somebody_is_not_who_is_accused_by_nobody_named() -> None:
    accuses = shelling("a", type="ACCUSE", lemmas=("accuse",))
    accused = shelling("b", type="ACCUSE", lemmas=("accuse",), actors=(), recipients=(ESTMARK,))
    assert compare(accuses, accused).barred
    assert compare(accused, accuses).barred
    assert not compare(accuses, replace(accused, recipients=(NORVIA,))).barred
    assert not compare(accuses, replace(accused, actors=(NORVIA,), recipients=())).barred


def test_a_party_stands_on_the_side_where_most_tellings_have_it() -> None:
    both = shelling("a", actors=(ESTMARK, NORVIA), recipients=())
    made = summarise([both, shelling("b")])
    assert ({p.key for p in made.actors}, made.recipients) == ({"EST", "NOR"}, ())
    made = summarise([both, shelling("b"), shelling("c")])
    assert ([p.key for p in made.actors], made.recipients) == (["EST"], (NORVIA,))


def test_who_strikes_his_own_stands_on_both_sides() -> None:
    made = summarise([shelling("a", actors=(NORVIA,)), shelling("b", actors=(NORVIA,))])
    assert made.actors == made.recipients == (NORVIA,)
