"""Predicates and their parties: passives, control, coordination, nominals, light verbs."""

from __future__ import annotations

from pathlib import Path

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya shelled Somalia on Monday.", "ASSAULT", {"Kenya"}, {"Somalia"}),
        ("Somalia was attacked by Kenya.", "ASSAULT", {"Kenya"}, {"Somalia"}),
        ("Kenya and Somalia signed a treaty.", "SUPPORT", {"Kenya", "Somalia"}, set()),
        ("Kenya signed a treaty with Somalia.", "SUPPORT", {"Kenya"}, {"Somalia"}),
        ("Clashes between Kenya and Somalia erupted.", "ASSAULT", {"Kenya", "Somalia"}, set()),
        ("Kenya launched an offensive against Somalia.", "ASSAULT", {"Kenya"}, {"Somalia"}),
        ("Kenya held talks with Somalia.", "CONSULT", {"Kenya", "Somalia"}, set()),
        ("Talks were held between Kenya and Somalia.", "CONSULT", {"Kenya", "Somalia"}, set()),
        ("Kenya and Somalia are in close contact.", "CONSULT", {"Kenya", "Somalia"}, set()),
        ("Kenya imposed sanctions on Somalia.", "COERCE", {"Kenya"}, {"Somalia"}),
        (
            "Kenya expelled the ambassador of Somalia.",
            "SANCTION",
            {"Kenya"},
            {"Ambassador of Somalia"},
        ),
        ("Kenya sent humanitarian aid to Somalia.", "AID", {"Kenya"}, {"Somalia"}),
        ("Kenya withdrew its troops from Somalia.", "RETREAT", {"Kenya"}, {"Somalia"}),
        ("Kenya condemned Somalia.", "ACCUSE", {"Kenya"}, {"Somalia"}),
    ],
)
def test_who_did_what_to_whom(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert event.actors == actors
    assert event.recipients == recipients or not recipients


def test_light_verb_and_noun_are_one_trigger() -> None:
    assert one("Kenya launched an offensive against Somalia.", "ASSAULT").trigger == (
        "launched offensive"
    )


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya imposed martial law on Monday.", "martial-law"),
        ("Police in Kenya arrested two members of parliament.", "arrest"),
        ("Kenya imposed a curfew.", "curfew"),
    ],
)
def test_mode_of_coercion(text: str, mode: str) -> None:
    assert one(text, "COERCE").mode == mode


@pytest.mark.parametrize(
    "text",
    [
        "Share prices in London hit a new high on Monday.",
        "The striker shot twice as Arsenal attacked, and the goalkeeper saved the match.",
        "The company launched a new phone in Kenya.",
        "He was killed in a car accident.",
        "The minister took part in the ceremony.",
    ],
)
def test_sport_business_and_figures_of_speech_are_no_violence(text: str) -> None:
    assert "ASSAULT" not in types(text)
    assert "COERCE" not in types(text)


def test_an_air_strike_is_no_labour_dispute() -> None:
    text = "Kenya launched an air strike against Somalia."
    assert types(text) == ["ASSAULT"]
    assert one(text, "ASSAULT").mode == "aerial"
    assert one("Teachers in Kenya went on strike.", "PROTEST").mode == "strike"


def test_private_violence_is_left_out_and_noted() -> None:
    found = read("A woman was stabbed by her neighbour, a court heard.")
    assert not [e for e in found.events if e.type == "ASSAULT"]
    assert any("private" in r.why for r in found.notes.rejections if r.family == "events")


def test_people_who_are_abducted_are_a_public_matter_one_is_not() -> None:
    event = one("Seventeen students were abducted from a school on Tuesday.", "ASSAULT")
    assert (event.mode, event.recipients) == ("abduct", {"Students"})
    assert types("A woman was kidnapped by her former husband.") == []


def test_us_in_capitals_is_a_country_and_no_pronoun() -> None:
    event = one('"Talks with the US go on," Kenyan Foreign Minister Daudi Wekesa said.', "CONSULT")
    assert "United States" in event.actors


def _rows(name: str) -> list[list[str]]:
    """Type and sentence of each line of a table beside this file."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("type_", "text"), _rows("predicates.tsv"))
def test_the_lexicon_knows_the_wording(type_: str, text: str) -> None:
    events = [e for e in told(text) if e.type == type_]
    assert events, [e.type for e in told(text)]
    assert any(e.actors or e.recipients for e in events)


@pytest.mark.parametrize(("type_", "text"), _rows("silent.tsv"))
def test_the_lexicon_leaves_the_wording_alone(type_: str, text: str) -> None:
    assert not told(text, type_)
