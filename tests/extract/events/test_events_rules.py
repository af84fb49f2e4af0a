"""PLOVER's boundary rules and status: what is said, planned, demanded, refused, denied."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "mode", "status"),
    [
        ("Kenya will meet Somalia on Friday.", "AGREE", None, "planned"),
        ("Kenya agreed to send troops to Somalia.", "AGREE", None, "occurred"),
        ("Kenya offered to mediate.", "AGREE", None, "occurred"),
        ("Ghana called for a ceasefire in Somalia.", "REQUEST", "yield", "occurred"),
        ("Ghana urged Kenya to hold talks.", "REQUEST", "meet", "occurred"),
        ("Kenya declared a ceasefire.", "CONCEDE", None, "occurred"),
        ("Kenya threatened to attack Somalia.", "THREATEN", "violence", "occurred"),
        ("Kenya refused to meet Somalia.", "REJECT", "meet", "occurred"),
        ("Kenya will not meet Somalia.", "REJECT", "meet", "occurred"),
        ("Kenya rejected the proposal of Somalia.", "REJECT", None, "occurred"),
        ("Kenya opened an investigation into the attack.", "ACCUSE", "investigate", "occurred"),
        ("Kenya violated the ceasefire on Monday.", "ASSAULT", None, "occurred"),
    ],
)
def test_boundary_rules(text: str, type_: str, mode: str | None, status: str) -> None:
    event = next(e for e in told(text) if e.type == type_)
    assert (event.mode, event.status) == (mode, status)


def test_what_is_demanded_is_no_event_of_its_own() -> None:
    text = "Ghana urged Kenya to withdraw its troops from Somalia."
    assert types(text) == ["REQUEST"]
    assert one(text, "REQUEST").recipients == {"Kenya"}
    assert any("what a REQUEST is about" in r.why for r in read(text).notes.rejections)


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Togo must not attack Kenya, Ghana's minister said.", "REQUEST", {"Togo"}),
        ("Togo should not interfere in Kenya, Ghana's minister said.", "REQUEST", {"Togo"}),
        ("Togo should not worry about Kenya, Ghana's minister said.", None, set()),
        ("Togo should have consulted Kenya, Ghana's minister said.", "ACCUSE", {"Togo"}),
        ("Togo must have known of it, Ghana's minister said.", None, set()),
        ("Ghana's minister proposed Roe, whom Togo must approve.", None, set()),
        ("Ghana rejected any suggestion that Togo should resign, its minister said.", None, set()),
    ],
)
def test_what_a_speaker_says_that_another_must_not_do(
    text: str, type_: str | None, recipients: set[str]
) -> None:
    said = [e for e in told(text) if e.type in ("REQUEST", "ACCUSE")]
    assert [(e.type, e.recipients) for e in said] == ([(type_, recipients)] if type_ else [])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Kenya will not meet Togo.", {"Kenya"}, {"Togo"}),
        ("Kenya does not want to hold talks with Togo.", {"Kenya"}, {"Togo"}),
        ("Kenya and Togo will not meet.", {"Kenya", "Togo"}, set()),
        # An offer is refused by those to whom it is made.
        ("Kenya's offer to Togo was rejected.", {"Togo"}, {"Kenya"}),
        ("Kenya's offer to Togo was rejected by Ghana.", {"Ghana"}, {"Kenya"}),
        ("Overtures to Togo's rebels were snubbed.", {"Togo's rebels"}, set()),
    ],
)
def test_who_refuses_acts_and_whom_he_will_not_meet_does_not(
    text: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, "REJECT")
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya does not want to attack Togo.",
        "Kenya has no intention of attacking Togo.",
        "Kenya is not yet ready to meet Togo.",
        "Kenya does not want Togo to meet Ghana.",
    ],
)
def test_who_does_not_want_to_do_harm_refuses_nothing(text: str) -> None:
    assert not told(text, "REJECT")


def test_a_speakers_must_is_a_request() -> None:
    event = one("Ghana said on Monday that Kenya must return the ship.", "REQUEST")
    assert (event.actors, event.recipients) == ({"Ghana"}, {"Kenya"})


def test_told_a_paper_is_no_order() -> None:
    assert "REQUEST" not in types("Kenya shelled Somalia, a minister told the BBC.")


def test_would_in_a_report_is_the_future() -> None:
    assert one("Ghana said on Monday that it would send aid to Kenya.", "AGREE").status == "planned"


def test_the_accused_acts_on_the_accusers_word() -> None:
    text = "Ghana accused Kenya of shelling Somalia."
    accuse, shell = one(text, "ACCUSE"), one(text, "ASSAULT")
    assert (accuse.actors, accuse.recipients) == ({"Ghana"}, {"Kenya"})
    assert shell.actors == {"Kenya"}


def test_an_act_told_by_another_is_attributed() -> None:
    found = read("Ghana said on Monday that Kenya had shelled Somalia.")
    event = next(e for e in found.events if e.type == "ASSAULT")
    assert {found.actor_by_id[a].name for a in event.actors} == {"Kenya"}
    statement = next(s for s in found.statements if s.id == event.attributed_to)
    assert statement.speaker is not None
    assert found.actor_by_id[statement.speaker].name == "Ghana"


def test_denied_and_questioned_acts_are_kept_as_such() -> None:
    assert one("Kenya denied attacking Somalia.", "ASSAULT").status == "denied"
    assert one("Did Kenya attack Somalia?", "ASSAULT").status == "hypothetical"


def test_intensity_and_code_come_from_the_ontology() -> None:
    event = read("Kenya imposed martial law on Monday.").events[0]
    assert (event.intensity, event.cameo) == (-7.5, "1724")
    assert "lexicon" in event.why


def test_talks_are_those_of_the_body_that_their_predicate_names() -> None:
    event = one("Negotiations led by envoys are underway under the African Union.", "CONSULT")
    assert "African Union" in event.actors


def test_a_warning_of_what_ones_own_side_will_do_is_a_threat() -> None:
    other = one("Kenya warned that Togo would attack Ghana.", "ACCUSE")
    assert (other.actors, other.recipients) == ({"Kenya"}, {"Togo"})
    own = one("Kenya's minister warned that Kenya would attack Ghana.", "THREATEN")
    assert (own.mode, own.recipients) == ("violence", {"Ghana"})


@pytest.mark.parametrize("whose", ["its army", "the army", "its forces"])
def test_what_ones_own_army_is_said_to_do_is_threatened_and_no_act(whose: str) -> None:
    (event,) = told(f"Kenya's minister warned that {whose} would attack Ghana.")
    assert (event.type, event.recipients) == ("THREATEN", {"Ghana"})


def test_what_is_warned_of_as_past_has_happened() -> None:
    assert one("Kenya warned that Togo had attacked a ship.", "ASSAULT").status == "occurred"


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Kenya ruled out sending troops to Togo.", "REJECT", "assist"),
        ("Kenya rejected calls for a ceasefire.", "REJECT", "yield"),
        ("Kenya declined an offer of humanitarian assistance from Togo.", "REJECT", "assist"),
        ("Ghana urged Kenya to respect human rights.", "REQUEST", "change"),
        ("Kenya threatened Togo with missile strikes.", "THREATEN", "violence"),
        ("The junta threatened to lock up the opposition leader.", "THREATEN", "arrest"),
    ],
)
def test_what_a_verbal_act_is_about_decides_its_mode(text: str, type_: str, mode: str) -> None:
    assert one(text, type_).mode == mode
    assert types(text) == [type_]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenya urged Ghana to withdraw its troops.", "0256"),
        ("Kenya demanded that Ghana withdraw its troops.", "1056"),
        ("Kenya appealed for aid from Ghana.", "023"),
        ("Ghana should apologize, Kenya's president said.", "025"),
        ("Ghana must apologize, Kenya's president said.", "105"),
    ],
)
def test_an_appeal_is_no_demand_in_cameo(text: str, code: str) -> None:
    events = read(text).events
    assert [e.cameo[: len(code)] for e in events if e.type == "REQUEST" and e.cameo] == [code]


def test_the_fall_of_a_town_is_its_capture() -> None:
    event = one("Kenya sent troops after the fall of Goma.", "COERCE")
    assert (event.mode, event.places) == ("seize", {"Goma"})
