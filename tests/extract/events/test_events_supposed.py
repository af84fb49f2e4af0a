"""What is only supposed, tied to a condition, or yet to be."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The attack on Togo by Ghana was a crime.", "ASSAULT", "occurred"),
        ("The troops Togo sent were under Kenyan command.", "MOBILIZE", "occurred"),
        ("If Ghana loses, Togo sends troops.", "MOBILIZE", "hypothetical"),
        ("Even if Ghana loses, Togo sends troops.", "MOBILIZE", "occurred"),
        ("Ghana plans on sending troops to Togo.", "MOBILIZE", "planned"),
        ("Togo sent troops as Ghana lost.", "MOBILIZE", "occurred"),
        ("Togo rejects the plan if Ghana wins.", "REJECT", "occurred"),
        ("Togo started sending more troops to Ghana.", "MOBILIZE", "occurred"),
        ("The treaty would see Ghana deploy troops.", "MOBILIZE", "hypothetical"),
        ("The army is determined to shell Ghana and also raid Togo.", "ASSAULT", "planned"),
        ("Togo's plans are being opposed by Ghana.", "REJECT", "ongoing"),
        ("Togo's plans were being opposed by Ghana.", "REJECT", "occurred"),
        ("It became a policy of Kenya to wipe out Togo's army.", "ASSAULT", "hypothetical"),
        (
            "To end the hostilities, Togo's forces must withdraw, Kenya said.",
            "RETREAT",
            "hypothetical",
        ),
        ("Farmers blocked Togo's soldiers from storming a camp.", "ASSAULT", "denied"),
        ("Ghana failed to prevent Togo from storming a camp.", "ASSAULT", "occurred"),
        ("Ghana failed to prevent the massacre of Togo's soldiers.", "ASSAULT", "occurred"),
        ("Ghana prevented the massacre of Togo's soldiers.", "ASSAULT", "denied"),
        ("Ghana was not able to stop Togo's aggression.", "ASSAULT", "occurred"),
        ("Ghana could not prevent the massacre of Togo's soldiers.", "ASSAULT", "occurred"),
        (
            "It is unclear whether the arrest of Amos Okello was linked to it.",
            "COERCE",
            "occurred",
        ),
        ("Togo could help by lending aid to Ghana and sending troops.", "MOBILIZE", "hypothetical"),
        ("Wekesa loses a vote on sending troops to Togo.", "MOBILIZE", "hypothetical"),
        ("Wekesa left Nairobi for a summit of Togo and Ghana.", "AGREE", "planned"),
        ("Kenya will retaliate, its minister said.", "THREATEN", "threatened"),
        ("Kenya said it would hit back at Togo.", "THREATEN", "threatened"),
        ("Togolese troops have been based in Ghana for years.", "MOBILIZE", "ongoing"),
        ("Kenya may have attacked Lome.", "ASSAULT", "hypothetical"),
        ("Togo's army will withdraw from Ghana by 2030.", "CONCEDE", "planned"),
        ("Togo and Ghana will stop the shelling on Monday.", "CONCEDE", "planned"),
        ("Togo will free ten Ghanaian prisoners.", "AGREE", "planned"),
        ("Togo spoke of its initiative to hold talks with Ghana.", "CONSULT", "hypothetical"),
        ("How did the conflict between Togo and Ghana start?", "ASSAULT", "occurred"),
        ("Did Togo attack Ghana?", "ASSAULT", "hypothetical"),
        ("Why did Togo attack Ghana?", "ASSAULT", "occurred"),
        ("Let me take the opportunity to thank Togo.", "SUPPORT", "occurred"),
        ("Wekesa will take the opportunity to thank Togo.", "SUPPORT", "hypothetical"),
        (
            "Talks of Togo and Ghana that need to take place are late.",
            "CONSULT",
            "called_for",
        ),
        ("Talks of Togo and Ghana that took place were late.", "CONSULT", "occurred"),
        ("They are to protect aid in the wake of riots against Togo.", "PROTEST", "occurred"),
        ("Ghana must verify that Togo shelled Mali.", "ASSAULT", "hypothetical"),
        ("Ghana verified that Togo shelled Mali.", "ASSAULT", "occurred"),
        ("The deal guarantees a withdrawal of Togo's forces from Mali.", "CONCEDE", "planned"),
        ("The deal provides for the deployment of Ghanaian troops.", "MOBILIZE", "planned"),
        (
            "They must end the violence in Lome that killed Togo's leader.",
            "ASSAULT",
            "occurred",
        ),
        ("The road would promote cooperation between Togo and Ghana.", "COOPERATE", "hypothetical"),
        ("Togo and Ghana boosted cooperation.", "COOPERATE", "occurred"),
        ("Wekesa agreed on condition that Togo withdraw troops.", "RETREAT", "hypothetical"),
        ("Kenya to send troops into Togo", "MOBILIZE", "planned"),
        ("Ghana could not prove that Togo shelled Mali.", "ASSAULT", "hypothetical"),
        ("Ghana proved that Togo shelled Mali.", "ASSAULT", "occurred"),
        ("Fierce battles raged for the capture of Lome.", "COERCE", "hypothetical"),
        ("Fierce battles raged after the capture of Lome.", "COERCE", "occurred"),
    ],
)
def test_status(text: str, type_: str, status: str) -> None:
    found = told(text)
    assert status in {e.status for e in found if e.type == type_}, found


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Any attack on Togo by Ghana would be a crime.", "ASSAULT"),
        ("Any troops Togo sends would be under Kenyan command.", "MOBILIZE"),
        ("Ghana waited in case Togo sent troops.", "MOBILIZE"),
        ("Kenyan police are at hand in case a riot happens.", "PROTEST"),
        ("Togo is ready to talk, provided Kenya freed the men.", "RETREAT"),
        ("Ghana will leave the pact if Kenya attacks Somalia.", "ASSAULT"),
        ("If Togo were to shell Ghana, Mali would protest.", "ASSAULT"),
        ("Kenya will cut ties with Togo if it goes on arming rebels.", "AID"),
        ("Kenya will shell Togo unless it frees the sailors.", "RETREAT"),
        ("It is not clear whether Kenya has shelled Togo.", "ASSAULT"),
        ("The war will go on until Togo is freed.", "RETREAT"),
        ("Protesters will stay until President Amos Okello resigns.", "RETREAT"),
        ("Protesters will stay until President Amos Okello has resigned.", "RETREAT"),
        ("Had rebels shelled Lome, the town would have fallen.", "ASSAULT"),
        ("Should Kenya attack Togo, Ghana will respond.", "ASSAULT"),
        ("Even without help, Kenya's army would have captured Lome.", "COERCE"),
        ("Ghana vetoed a text that would have condemned Togo.", "ACCUSE"),
        ("Kenya's army left its camp to retake the town.", "COERCE"),
        ("Uganda hopes to avoid clashes between Kenya and Somalia.", "ASSAULT"),
        ("Hopes for talks between Togo and Ghana rose.", "CONSULT"),
        ("Kenya's missiles are capable of hitting Togo.", "ASSAULT"),
        ("The bridge will enable Kenya to send troops.", "MOBILIZE"),
        ("To capture Lome is a crime, Amos Okello said.", "COERCE"),
        ("Kenya's army could have taken Lome in a day, Amos Okello said.", "COERCE"),
        ("To attack Lome is likely to force thousands to flee, Okello said.", "ASSAULT"),
        ("Okello headed a delegation to Togo in order to deepen cooperation.", "COOPERATE"),
        ("Kenya will leave once Togo has freed the sailors.", "RETREAT"),
        ("Kenya's army will leave as soon as it has helped rebuild Togo.", "AID"),
    ],
)
def test_a_condition_a_hope_or_an_aim_is_no_event(text: str, type_: str) -> None:
    """PLOVER codes nothing that is hypothetical; only fears, plans and possibilities are kept."""
    assert type_ not in types(text), told(text)
    assert any("only supposed" in r.why for r in read(text).notes.rejections)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In his talks with Togo's president, Wekesa will stress trade.", "planned"),
        ("In his talks with Togo's president, Wekesa stressed trade.", "occurred"),
        ("Crowds will gather before a summit of Togo and Ghana.", "planned"),
        ("Crowds gathered ahead of a summit of Togo and Ghana.", "planned"),
        ("Crowds gathered during a summit of Togo and Ghana.", "occurred"),
        ("Wekesa spoke of the summit of Togo and Ghana to be held in Lagos.", "planned"),
        ("Wekesa spoke of the summit of Togo and Ghana scheduled for Lagos.", "planned"),
        ("Wekesa spoke of the summit of Togo and Ghana held in Lagos.", "occurred"),
    ],
)
def test_an_occasion_that_is_still_to_come(text: str, status: str) -> None:
    found = [e for e in told(text) if e.type in ("CONSULT", "AGREE")]
    assert [e.status for e in found] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A campaign aimed at toppling Togo's president spread.", "hypothetical"),
        ("Rebels toppled Togo's president.", "occurred"),
        ("Wekesa will be the first leader to topple Togo's president.", "planned"),
        ("Wekesa was the first leader to topple Togo's president.", "occurred"),
    ],
)
def test_what_something_is_aimed_at(text: str, status: str) -> None:
    found = [e for e in told(text) if e.recipients and "ogo" in str(e.recipients)]
    assert [e.status for e in found] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The panel would meet Ghana's envoy on Saturday.", "AGREE", "planned"),
        ("The panel would meet Ghana's envoy on Saturday if he came.", "CONSULT", "hypothetical"),
        ("Togo would solve the 2005 murder of its envoy.", "ASSAULT", "occurred"),
        ("Togo would prevent a murder of its envoy.", "ASSAULT", "hypothetical"),
        ("The charter limits Wekesa's powers to ban the party.", "COERCE", "hypothetical"),
        ("Wekesa awaits approval to attack Ghana.", "ASSAULT", "hypothetical"),
        ("Wekesa voiced his keenness to mediate between Togo and Ghana.", "AGREE", "planned"),
        ("The vote comes three days before a summit of Togo and Ghana.", "AGREE", "planned"),
        ("The vote came three days before a summit of Togo and Ghana.", "CONSULT", "occurred"),
    ],
)
def test_what_may_come_and_what_has_been(text: str, type_: str, status: str) -> None:
    assert [e.status for e in told(text, type_)] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya acts during the first Kenya-Togo summit, to be held on Saturday.", "2021-06-12"),
        ("The pact will pass by the time Wekesa meets president Mensah of Togo.", None),
        (
            "The meeting comes ahead of a summit meeting between President Wekesa and Kofi Mensah"
            " on Tuesday.",
            "2021-06-15",
        ),
        ("A spokesman said so when announcing President Wekesa's planned visit to Togo.", None),
    ],
)
def test_a_meeting_to_come_is_no_meeting_yet(text: str, day: str | None) -> None:
    event = one(text, "AGREE")
    assert event.status == "planned"
    assert event.date == day


def test_a_plan_of_the_past_keeps_its_day() -> None:
    event = one("Wekesa was to meet president Mensah of Togo on Tuesday.", "AGREE")
    assert event.date == "2021-06-08"


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The vote could lead to talks between Togo and Ghana.", "CONSULT", "hypothetical"),
        ("The vote led to talks between Togo and Ghana.", "CONSULT", "occurred"),
        ("The vote may lead to the start of talks of Togo and Ghana.", "CONSULT", "hypothetical"),
        ("An attack on Togo would be a mistake, Wekesa said.", "ASSAULT", "hypothetical"),
        ("The attack on Togo was a mistake, Wekesa said.", "ASSAULT", "occurred"),
        ("Raiding Togo is not our aim, Wekesa said.", "ASSAULT", "hypothetical"),
        ("Raiding Togo was our aim, Wekesa said.", "ASSAULT", "occurred"),
        ("Raiding Togo did not end the war, Wekesa said.", "ASSAULT", "occurred"),
        ("Wekesa said that raiding Togo would not end the war.", "ASSAULT", "hypothetical"),
        ("Villagers braced for an attack by Togo.", "ASSAULT", "hypothetical"),
        ("Villagers fled from an attack by Togo.", "ASSAULT", "occurred"),
        ("Kenya's army was on the verge of capturing Lome.", "COERCE", "hypothetical"),
        ("Preparations for an attack by Togo are complete.", "ASSAULT", "planned"),
        ("Wekesa showed an interest in cooperation with Togo.", "COOPERATE", "hypothetical"),
        ("Kenya sent police to prevent rebels from shelling Togo.", "ASSAULT", "hypothetical"),
        ("Kenya prevented rebels from shelling Togo.", "ASSAULT", "denied"),
        ("Kenya has yet to impose sanctions on Togo.", "COERCE", "denied"),
        ("Kenya has imposed sanctions on Togo.", "COERCE", "occurred"),
        ("Wekesa is due in Lome on Friday.", "AGREE", "planned"),
        ('"We want to thank Togo for its help," Wekesa said.', "SUPPORT", "occurred"),
        ('"We want to support Togo," Wekesa said.', "SUPPORT", "hypothetical"),
        ("He wants to thank Togo for its help, Wekesa said.", "SUPPORT", "hypothetical"),
    ],
)
def test_what_may_come_of_something(text: str, type_: str, status: str) -> None:
    found = told(text)
    assert {e.status for e in found if e.type == type_} == {status}, found


def test_a_dated_attack_that_could_hurt_something_happened() -> None:
    text = "An attack by Togo on Kenyan troops last week could hurt the vote, Wekesa said."
    assert [e.status for e in told(text, "ASSAULT")] == ["occurred"]


def test_no_sign_of_an_act_tells_none() -> None:
    assert not told("There is no sign of a withdrawal of Togo's troops.", "RETREAT")
    assert told("There are signs of a withdrawal of Togo's troops.", "RETREAT")


def test_who_is_due_somewhere_is_due_on_that_day() -> None:
    assert one("Wekesa is due in Lome on Friday.", "AGREE").date == "2021-06-11"


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The summit of Kenya and Togo will discuss trade.", "AGREE", "planned"),
        ("The summit of Kenya and Togo is expected to discuss trade.", "AGREE", "planned"),
        ("The talks between Kenya and Togo would cover trade, he said.", "AGREE", "planned"),
        # What they lead to they may lead to already.
        ("The talks between Kenya and Togo will help end the crisis.", "CONSULT", "occurred"),
        ("The talks between Kenya and Togo covered trade.", "CONSULT", "occurred"),
        ("The upcoming round of talks between Kenya and Togo drew praise.", "AGREE", "planned"),
        ("Kenya awaits talks with Togo.", "AGREE", "planned"),
        ("Wekesa left for Lagos to hold talks with Togo.", "AGREE", "planned"),
        ("Wekesa arrived in Lagos to hold talks with Togo.", "CONSULT", "occurred"),
        ("The cabinet authorized Kenya to hold talks with Togo.", "AGREE", "planned"),
        ("Kenya is certain to reject the plan.", "REJECT", "planned"),
        ("Kenya is thinking of expelling Togo's envoy.", "SANCTION", "hypothetical"),
        ("A meeting of Kenya and Togo slated for Lagos drew praise.", "AGREE", "planned"),
        ("It was considered the worst rebel attack in years.", "ASSAULT", "occurred"),
    ],
)
def test_what_is_still_to_come(text: str, type_: str, status: str) -> None:
    assert one(text, type_).status == status


def test_what_a_fight_is_for_is_no_act_of_its_own() -> None:
    assert not told("Rebels are fighting in a bid to topple Togo's president.", "SANCTION")


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya's premier will seek to win votes during a trip to Togo.", "AGREE", "planned"),
        ("Kenya's premier sought to win votes during a trip to Togo.", "CONSULT", "occurred"),
        ("Following his talks with Togo's premier, Wekesa is to fly home.", "AGREE", "planned"),
        ("After the talks with Togo's premier, Wekesa will fly home.", "CONSULT", "occurred"),
    ],
)
def test_what_will_be_done_on_an_occasion(text: str, type_: str, status: str) -> None:
    assert told(text, type_)[0].status == status


def test_the_eve_of_talks_is_before_them() -> None:
    text = "Kenya praised Togo on the eve of a visit by Togo's president."
    assert one(text, "AGREE").status == "planned"
    begun = "Kenya will seek gains in talks that have already begun with Togo."
    assert told(begun, "CONSULT")[0].status == "occurred"


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Reports that Kenya is sending troops to Togo are groundless.", "MOBILIZE", "denied"),
        ("Reports that Kenya is sending troops to Togo are true.", "MOBILIZE", "ongoing"),
        ("Kenya refuted reports claiming that it was sending troops.", "MOBILIZE", "denied"),
        (
            "There are rumours that Kenya shelled Togo, but these reports are false.",
            "ASSAULT",
            "denied",
        ),
        ("Kenya's premier will leave on Sunday, visiting Togo.", "AGREE", "planned"),
        ("Kenya's premier left on Sunday, visiting Togo.", "CONSULT", "occurred"),
        ("He will go on, flying to Lome for talks with Togo's premier.", "AGREE", "planned"),
    ],
)
def test_what_is_refuted_and_what_goes_along_with_a_plan(
    text: str, type_: str, status: str
) -> None:
    assert one(text, type_).status == status


def test_who_was_to_have_met_somebody_did_not() -> None:
    assert not told("Kenya's premier was to have met Togo's president.")
    assert told("Kenya's premier was to meet Togo's president.")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The court found the generals guilty of the murder of ten men.", 1),
        ("The court found the generals not guilty of the murder of ten men.", 0),
        ("The generals are innocent of the murder of ten men.", 0),
    ],
)
def test_who_is_not_guilty_has_not_done_it(text: str, number: int) -> None:
    assert len(told(text, "ASSAULT")) == number
    assert len(told(text, "SANCTION")) == number


@pytest.mark.parametrize(
    "text",
    [
        "Nothing indicates that Togo intends to attack Kenya.",
        "Nothing suggests that rebels shelled the Kenyan town.",
        "The Togolese refugees are waiting to be repatriated to Kenya.",
        "Kenyan law bars convicts from politics.",
    ],
)
def test_what_no_sign_tells_of_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_is_called_necessary_is_asked_for() -> None:
    text = "Cooperation between Kenya and Togo is necessary, the Kenyan minister said."
    assert {e.status for e in told(text, "COOPERATE")} == {"called_for"}


def test_what_a_protest_is_at_is_not_called_for_with_it() -> None:
    text = "Kenyan miners called a walkout in anger at the arrest of a minister."
    assert {e.status for e in told(text, "COERCE")} == {"occurred"}


def test_who_did_not_wait_to_leave_left() -> None:
    text = "The rebels had not waited to surrender to Kenyan troops."
    assert {e.status for e in told(text, "RETREAT")} <= {"occurred"}
