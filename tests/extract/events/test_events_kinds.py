"""Kinds of error that were seen in real text, told in sentences of our own."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # An amount is what it is of.
        (
            "Hundreds of Kenyan troops withdrew from the town of Kismayo on Monday.",
            "RETREAT",
            {"Kenyan troops"},
            set(),
        ),
        # The owner of the subject does not act beside it.
        (
            "Kenya's defence minister met Ugandan President Amos Okello on Monday.",
            "CONSULT",
            {"Kenya's defence minister", "Amos Okello"},
            set(),
        ),
        # The name in an apposition is who acts.
        (
            "Kenya on Monday welcomed the former Ugandan president Amos Okello.",
            "CONSULT",
            {"Amos Okello"},
            {"Kenya"},
        ),
        # A weapon acts for those who fired it.
        (
            "Kenya's embassy was hit by a rocket fired by Somali rebels on Monday.",
            "ASSAULT",
            {"Somali rebels"},
            {"Kenya's embassy"},
        ),
        # The other object stays behind a passive.
        (
            "Kenyan diplomats were denied visas by Uganda on Monday.",
            "REJECT",
            {"Uganda"},
            {"Kenyan diplomats"},
        ),
        # Who is called upon.
        ("Kenya called upon Uganda to pull out its troops.", "REQUEST", {"Kenya"}, {"Uganda"}),
    ],
)
def test_who_acts(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_words_to_the_press_are_no_talks() -> None:
    text = "Kenyan President Amos Okello spoke to reporters in Nairobi on Monday."
    assert types(text) == []
    assert any("statement" in r.why for r in read(text).notes.rejections)
    assert types("Kenyan President Amos Okello spoke to Uganda's prime minister.") == ["CONSULT"]


def test_a_claim_of_responsibility_is_the_deed() -> None:
    text = "Somali rebels claimed responsibility for an attack on Kenyan troops on Monday."
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == ({"Somali rebels"}, {"Kenyan troops"})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenyan troops shelled the town of Kismayo on Monday, killing five civilians.", 1),
        ("Kenya's president met Uganda's president on Monday to discuss the border.", 1),
        ("Kenyan troops shelled Kismayo on Monday after Somali rebels killed five soldiers.", 2),
    ],
)
def test_a_telling_that_goes_on_is_no_second_event(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Kenyan troops attacked the town of Kismayo.", "190"),
        ("Somali rebels attacked Kenyan troops.", "190"),
        ("Gunmen attacked the Kenyan embassy on Monday, officials said.", "180"),
        ("Fighting erupted between Kenya and Somalia on Monday.", "190"),
    ],
)
def test_conventional_force_is_that_of_armies(text: str, cameo: str) -> None:
    assert [e.cameo for e in read(text).events if e.type == "ASSAULT"] == [cameo]


def test_what_failed_did_not_come_about() -> None:
    text = "Kenyan police failed to arrest the rebel leader on Monday."
    assert types(text) == []
    assert any("did not come about" in r.why for r in read(text).notes.rejections)


def test_a_health_measure_of_nobody_named_is_left_out() -> None:
    text = "Curfew rules were imposed on Monday because of a disease outbreak at the hospital."
    assert types(text) == []
    assert types("Kenya imposed a curfew in Mombasa on Monday.") == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # The two who accuse each other are also those who are accused.
        ("Kenya and Somalia accused each other of shelling villages.", "ASSAULT", "both", set()),
        # "It" in reported words is the body that speaks; in a clause below it is somebody else.
        (
            "Kenya's defence ministry said it had foiled a Somali attack on Monday.",
            "ASSAULT",
            {"Kenya's defence ministry"},
            {"Somalia"},
        ),
        # Who has a plan would carry it out.
        (
            "Somali rebels dropped their plan to attack Kenyan troops.",
            "ASSAULT",
            {"Somali rebels"},
            {"Kenyan troops"},
        ),
        # Who is held to have done it acts.
        (
            "An attack on Kenyan troops was blamed on Somali rebels.",
            "ASSAULT",
            {"Somali rebels"},
            {"Kenyan troops"},
        ),
        # What only accompanies is no partner.
        (
            "Kenya met Somalia with the help of Ugandan mediators on Monday.",
            "CONSULT",
            {"Kenya", "Somalia"},
            set(),
        ),
        # A place of what acts does not act, nor does a name inside a longer word.
        (
            "Kenyan soldiers were hurt by a mine in Somalia on Monday.",
            "ASSAULT",
            set(),
            {"Kenyan soldiers"},
        ),
        (
            "Somali rebels fought Kenyan troops until a Uganda-brokered truce on Monday.",
            "ASSAULT",
            {"Somali rebels", "Kenyan troops"},
            set(),
        ),
        # A threat of somebody is his.
        ("Kenya faced the threats of Somali rebels.", "THREATEN", {"Somali rebels"}, set()),
        # Whoever is killed is not whom the killing is held against.
        (
            "Kenya condemned the murder of Ugandan diplomats on Monday.",
            "ACCUSE",
            {"Kenya"},
            set(),
        ),
        # An enemy of a state is not that state.
        ("Kenya accused the enemies of Uganda of treason.", "ACCUSE", {"Kenya"}, set()),
    ],
)
def test_who_acts_upon_whom(
    text: str, type_: str, actors: set[str] | str, recipients: set[str]
) -> None:
    event = one(text, type_)
    wanted = {"Kenya", "Somalia"} if actors == "both" else actors
    assert (event.actors, event.recipients) == (wanted, recipients)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya is to send aid to Somalia.", "AGREE", "planned"),
        ("Kenya's president was then to meet Uganda's president.", "AGREE", "planned"),
        ("Kenya prepared a plan after talks with Somalia.", "CONSULT", "occurred"),
        ("Kenya suggested that the fighting in Somalia would go on.", "ASSAULT", "planned"),
        ("Kenya and Somalia expressed their will to cooperate.", "AGREE", "planned"),
    ],
)
def test_status(text: str, type_: str, status: str) -> None:
    assert one(text, type_).status == status


@pytest.mark.parametrize(
    "text",
    [
        "No Kenyan troops were injured in the north on Monday, the army said.",
        "Kenya was reluctant to support Somalia.",
        "The line of contact between Kenya and Somalia is long.",
        "Kenya's president gave a talk at a school.",
        "Kenya insists on paying in shillings.",
        "Kenya submitted questions on the Somali budget.",
        "The agreement calls for Kenya to publish the Somali budget.",
        "A troop carrier breached the wall of the Kenyan embassy.",
        "The Kenyan minister was visiting the town of Mombasa.",
        "Kenya received nearly 90,000 foreign tourists.",
    ],
)
def test_no_events(text: str) -> None:
    assert types(text) == []


def test_what_a_protest_is_about_is_not_coded_apart() -> None:
    text = "Students held protests in Nairobi for the resignation of Kenya's president."
    assert types(text) == ["PROTEST"]


def test_people_told_apart_by_what_befell_them_are_no_event() -> None:
    assert types("Kenya and Somalia exchanged the bodies of those killed.") == ["RETREAT"]


def test_whoever_avoids_clashes_does_not_clash() -> None:
    text = "Uganda wants to avoid clashes between Kenya and Somalia."
    assert one(text, "ASSAULT").actors == {"Kenya", "Somalia"}


def test_times_that_bound_an_interval_make_one_event() -> None:
    event = one("Kenyan troops shelled Kismayo between 3 May 2021 and 9 May 2021.", "ASSAULT")
    assert event.date == "2021-05-03/2021-05-09"


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("between 3 May and 9 June", "XXXX-05-03/XXXX-06-09"),
        ("from 3 May to 9 June", "XXXX-05-03/XXXX-06-09"),
        ("between Friday and Sunday", None),
    ],
)
def test_an_interval_of_no_year_is_one_event_too(when: str, date: str | None) -> None:
    (event,) = read(f"Kenyan troops shelled Kismayo {when}.", None).events
    assert (event.date.edtf if event.date else None) == date


def test_two_nouns_of_a_sentence_are_two_attacks() -> None:
    text = "The Kenyan air strike follows rocket attacks on the Kenyan embassy in Somalia."
    assert types(text) == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # The attacks of an army are the army's.
        (
            "Kenya condemned the attacks of the Somali army on villages.",
            "ASSAULT",
            {"Somali army"},
            set(),
        ),
        # Who is withdrawn is no recipient.
        ("Kenya plans to withdraw 4,000 soldiers.", "AGREE", {"Kenya"}, set()),
        # Who is reported killed.
        (
            "Kenya reported six civilians killed and 19 injured in the fighting.",
            "ASSAULT",
            set(),
            {"Civilians"},
        ),
        # What hangs on a noun from beyond its verb.
        (
            "Two refineries of Kenya's state firm were hit by several drone strikes on Monday.",
            "ASSAULT",
            set(),
            {"Kenya's state firm"},
        ),
    ],
)
def test_whose_people(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = next(e for e in told(text) if e.type == type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_fighting_told_on_in_a_phrase_with_with_is_one_event() -> None:
    text = "Clashes between Kenya and Somalia erupted on Monday, with battles raging in Kismayo."
    assert one(text, "ASSAULT").actors == {"Kenya", "Somalia"}


def test_who_fell_in_the_fighting_did_not_kill_himself() -> None:
    text = "Kenya says more than 550 Somali troops killed or wounded in Karabakh fighting"
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == (set(), {"Somali troops"})


def test_who_calls_for_an_end_to_fighting_does_not_fight() -> None:
    for text in (
        "Kenya and Uganda call for immediate end to Karabakh fighting",
        "Kenya, Uganda and Chad call for an end to border fighting in Sudan.",
    ):
        assert all("Kenya" not in e.actors for e in told(text, "ASSAULT")), text


def test_whose_reports_are_rejected() -> None:
    event = one("Kenya rejected Somali reports of 200 Ugandan soldiers killed.", "REJECT")
    assert (event.actors, event.recipients) == ({"Kenya"}, {"Somalia"})


@pytest.mark.parametrize(
    "text",
    [
        "In Nairobi, people poured into the streets to celebrate.",
        "Refugees will return to Somalia from Kenya.",
    ],
)
def test_people_who_celebrate_or_go_home(text: str) -> None:
    assert types(text) == []


def test_what_was_agreed_to_stop_is_no_event_of_its_own() -> None:
    assert "ASSAULT" not in types("Kenya and Somalia agreed on Monday to stop fighting.")


def test_those_hurt_by_shelling_do_not_shell() -> None:
    events = told("Two civilians were killed and 30 were injured by shelling in Kenya.", "ASSAULT")
    assert events
    assert not any("Civilians" in e.actors for e in events)
