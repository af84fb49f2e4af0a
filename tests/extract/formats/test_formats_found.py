"""Formats: named and described, members and roles from the text alone, since, relations."""

from __future__ import annotations

from formats_reader import found_in, members

from dateline.extract.formats.tables import named


def test_members_and_role_after_the_role_word() -> None:
    found = found_in(
        "The OSCE Minsk Group, led by its three co-chairs - Russia, France and the United States, "
        "met in Vienna."
    )
    (group,) = found.formats
    assert group.name == "OSCE Minsk Group"
    assert members(found, group) == [
        ("Russia", "co-chair"),
        ("France", "co-chair"),
        ("United States", "co-chair"),
    ]


def test_members_in_brackets_have_no_role() -> None:
    found = found_in("The Normandy format (Germany, France, Ukraine and Russia) will meet again.")
    (group,) = found.formats
    assert {n for n, _ in members(found, group)} == {"Germany", "France", "Ukraine", "Russia"}
    assert {r for _, r in members(found, group)} == {None}


def test_guarantors_named_before_the_format() -> None:
    found = found_in(
        "Turkey, Russia and Iran, the guarantors of the Astana process, met on Monday."
    )
    (group,) = found.formats
    assert {r for _, r in members(found, group)} == {"guarantor"}
    assert len(group.members) == 3


def test_members_that_the_text_does_not_name_are_not_invented() -> None:
    found = found_in("The Minsk Group issued no statement.")
    (group,) = found.formats
    assert group.members == []
    assert group.since is None


def test_since() -> None:
    found = found_in("Talks have been ongoing since 1992 under the OSCE Minsk Group.")
    assert found.formats[0].since == "1992"


def test_dialogue_with_has_its_holder_as_the_other_side() -> None:
    found = found_in("Kenya expects that dialogue with Somalia on the border will go on.")
    (talks,) = found.formats
    assert {n for n, _ in members(found, talks)} == {"Kenya", "Somalia"}


def test_one_dialogue_named_twice_is_one_format() -> None:
    found = found_in(
        "Dialogue between Kenya and Somalia began in May. The dialogue between Somalia and Kenya "
        "is not a substitute for the Nairobi process."
    )
    talks = next(f for f in found.formats if f.name != "Nairobi process")
    assert len(talks.spans) == 2
    assert [(r.kind, r.to) for r in talks.relations] == [
        ("not_a_substitute_for", "Nairobi process")
    ]


def test_pronoun_in_a_relation_is_the_mechanism_named_before() -> None:
    found = found_in(
        "There is a tested mechanism, and Kenya holds that dialogue with Somalia is neither a "
        "replacement nor an alternative for it."
    )
    (relation,) = found.formats[0].relations
    assert relation.kind == "not_a_substitute_for"
    assert relation.to.endswith("tested mechanism")


def test_a_plain_word_is_no_format() -> None:
    assert found_in("The quartet played and a group of friends had a dialogue.").formats == []


def test_wordings_lead_to_one_name() -> None:
    names = {n.name for k in ("minsk group", "osce minsk group") for n in named()[k]}
    assert names == {"OSCE Minsk Group"}


def test_hostile_text_does_not_hang() -> None:
    found_in("dialogue with dialogue between " * 150)
    found_in("neither a " * 300 + "substitute for it")
