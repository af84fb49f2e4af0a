"""Parties that stand further off: inside a land struck, between whom a pact is, before a fight."""

from __future__ import annotations

import pytest
from events_reader import one, told, types


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # Whose land the target lies in.
        ("Kenyan jets bombed targets inside Togo.", "ASSAULT", {"Kenyan jets"}, {"Togo"}),
        ("Kenya reserved the right to strike bases in Togo.", "THREATEN", {"Kenya"}, {"Togo"}),
        ("Kenya bombed the camp within hours.", "ASSAULT", {"Kenya"}, set()),
        # Between whom it was agreed.
        (
            "Kenya praised the pact brokered by Chad on Monday between Ghana and Togo.",
            "SUPPORT",
            {"Kenya"},
            {"Ghana", "Togo"},
        ),
        # Who was taken away fought, and who was flown to talks took part.
        (
            "Two rebels were arrested after a gunfight with Kenyan police.",
            "ASSAULT",
            {"Rebels", "Kenyan police"},
            set(),
        ),
        (
            "Two rebels were hurt before a gunfight with Kenyan police.",
            "ASSAULT",
            {"Kenyan police"},
            set(),
        ),
        (
            "The premier of Togo was driven to Nairobi for talks with Amara Diallo.",
            "CONSULT",
            {"Premier of Togo", "Amara Diallo"},
            set(),
        ),
        # Whom talks encouraged was there, whom they freed was not.
        ("Kenya was heartened after talks with Togo.", "CONSULT", {"Kenya", "Togo"}, set()),
        ("Amos Okello was freed after talks with Togo.", "CONSULT", {"Togo"}, set()),
        ("The road shut after clashes with Kenyan rebels.", "ASSAULT", {"Kenyan rebels"}, set()),
        # Who goes ahead in spite of words is the one to whom they were said.
        ("Togo went ahead despite an appeal by Kenya for calm.", "REQUEST", {"Kenya"}, {"Togo"}),
        ("Togo went ahead despite pleas from Kenya to stop.", "REQUEST", {"Kenya"}, {"Togo"}),
        (
            "Togo jailed the men in spite of pleas from Kenya to let them go.",
            "REQUEST",
            {"Kenya"},
            {"Togo"},
        ),
        ("Togo jailed the men despite Kenya's protests.", "ACCUSE", {"Kenya"}, {"Togo"}),
        (
            "The men were jailed despite pleas from Kenya to let them go.",
            "REQUEST",
            {"Kenya"},
            set(),
        ),
        # Peoples and trades fight as groups.
        ("The rebels and the army fought each other.", "ASSAULT", {"Rebels", "Army"}, set()),
        (
            "Farmers and shepherds fought one another with sticks on Friday.",
            "ASSAULT",
            {"Farmers", "Shepherds"},
            set(),
        ),
        ("Fighting between two clans broke out on Friday.", "ASSAULT", {"Clans"}, set()),
        ("US troops returned fire on Monday.", "ASSAULT", {"US troops"}, set()),
        (
            "The Togolese foreign minister attacked Kenya on Monday, saying it had lied.",
            "ACCUSE",
            {"Togolese foreign minister"},
            {"Kenya"},
        ),
        (
            "The New Hope Party protested the biased attitude of the police.",
            "ACCUSE",
            {"New Hope Party"},
            {"Police"},
        ),
        # Whose troops and shells come.
        ("Kenyan troops landed in Lome.", "MOBILIZE", {"Kenyan troops"}, {"Togo"}),
        ("Kenyan shells fell on the Togolese town of Kara.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("Six Qassam rockets fell on Kara.", "ASSAULT", set(), set()),
        # Of whom something is thought, and with whom it is negotiated.
        ("Ghana voiced confidence in the Kenyan troops.", "SUPPORT", {"Ghana"}, {"Kenyan troops"}),
        ("Kenya is negotiating a loan with Togo.", "CONSULT", {"Kenya", "Togo"}, set()),
    ],
)  # fmt: skip
def test_a_party_further_off(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = told(text, type_)[-1]
    assert (event.actors, event.recipients) == (actors, recipients)


def test_what_somebody_is_given_is_no_ultimatum() -> None:
    (event,) = told("Kenya gave the head of the charity a day to leave the country.")
    assert (event.type, event.mode) == ("SANCTION", "expel")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya dropped its demand that Togo withdraw.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya backed down over Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya handed over Togolese captives.", "RETREAT", {"Kenya"}, {"Togolese captives"}),
        ("Kenya let aid convoys into Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya reinforced its border with Togo.", "MOBILIZE", {"Kenya"}, {"Togo"}),
        ("Kenyan students burned Togo's flag.", "PROTEST", {"Kenyan students"}, {"Togo"}),
        ("Kenya dropped food over Togo.", "AID", {"Kenya"}, {"Togo"}),
        ("Kenya ended its offensive in Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Togo faced accusations of spying from Kenya.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Kenya's support for Togo was reaffirmed.", "SUPPORT", {"Kenya"}, {"Togo"}),
        ("A visit by Kenyan envoys to Togo began.", "CONSULT", {"Kenyan envoys"}, {"Togo"}),
        ("Togo's leader was invited to Kenya.", "AGREE", {"Kenya"}, {"Togo's leader"}),
        ("The blockade of Togo by Kenya was lifted.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya's suspension of aid to Togo was announced.", "SANCTION", {"Kenya"}, {"Togo"}),
        ("Kenya ruled out holding talks with Togo.", "REJECT", {"Kenya"}, {"Togo"}),
        ("Kenya used hunger as a weapon against Togo.", "COERCE", {"Kenya"}, {"Togo"}),
        ("Kenya lifted its threat of a boycott against Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya made tents available to Togolese troops.", "AID", {"Kenya"}, {"Togolese troops"}),
        ("Ghana repeated its charge that Togo had shelled Kara.", "ACCUSE", {"Ghana"}, {"Togo"}),
        ("Kenya hastened the withdrawal of its forces from Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
    ],
)  # fmt: skip
def test_the_slots_of_a_row_reach_both_sides(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = told(text, type_)[0]
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # Bodies beside the one whose people are named, and objects that are somebody themselves.
        (
            "Envoys shuttled between delegations of the Kenyan army and the Elgon Movement.",
            "CONSULT",
            {"Envoys"},
            {"Delegations of the Kenyan army", "Elgon Movement"},
        ),
        ("Kenya condemned Togo's act and the rebels.", "ACCUSE", {"Kenya"}, {"Togo", "Rebels"}),
        # Those between whom a fight is, behind the place.
        (
            "Fighting raged around the town of Kara between Kenyan troops and Hutu rebels.",
            "ASSAULT",
            {"Kenyan troops", "Hutu rebels"},
            set(),
        ),
        # To whom one writes, whose offer it was, who fell in it, who is blamed for it.
        (
            "In a letter to Togo, Kenya asked for the release of the pilots.",
            "REQUEST",
            {"Kenya"},
            {"Togo"},
        ),
        (
            "Rebels rejected the offer of a truce made by the Kenyan army.",
            "REJECT",
            {"Rebels"},
            {"Kenyan army"},
        ),
        (
            "Kenya blamed Togo for the bombings, in which four nurses died.",
            "ASSAULT",
            {"Togo"},
            {"Nurses"},
        ),
        (
            "The drone strike, which villagers blame on the Kenyan army, killed ten nurses.",
            "ASSAULT",
            {"Kenyan army"},
            {"Nurses"},
        ),
        # To whom it is granted that the clause describes, and who stands trial.
        ("The general whom Kenya granted asylum left.", "AID", {"Kenya"}, {"General"}),
        ("Kenya extradited Amara Diallo to stand trial.", "ACCUSE", set(), {"Amara Diallo"}),
        # Whom one demands to be freed is not asked, nor the press that hears it.
        (
            "Amara Diallo was jailed in Lome. Kenya demanded her release.",
            "REQUEST",
            {"Kenya"},
            set(),
        ),
        ("Rebels must leave, Amara Diallo told Reuters.", "REQUEST", {"Amara Diallo"}, {"Rebels"}),
        # What a pact is called, and between whom it is.
        (
            "The Elgon Accord, a pact between Kenya and Togo, was initialled in May.",
            "SUPPORT",
            {"Kenya", "Togo"},
            set(),
        ),
        # A state that protests reproaches.
        ("Kenya has protested in a note at Togo's raid.", "ACCUSE", {"Kenya"}, {"Togo"}),
        # Of all that are joined, where the verb is in the plural.
        (
            "The hills shelter Hutu rebels and militants, who clash with Kenyan troops.",
            "ASSAULT",
            {"Hutu rebels", "Militants", "Kenyan troops"},
            set(),
        ),
        ("Rebels fight for independence from Kenya.", "ASSAULT", {"Rebels"}, {"Kenya"}),
        ("Rebels shot down a Kenyan jet, killing two.", "ASSAULT", {"Rebels"}, {"Kenyan jet"}),
        (
            "A Kenyan jet was shot down by rebels over Lome, killing two.",
            "ASSAULT",
            {"Rebels"},
            {"Kenyan jet"},
        ),
        ("Kenya advised Togo against raiding villages.", "REQUEST", {"Kenya"}, {"Togo"}),
        # What is set up is no party to it.
        (
            "Kenya and Togo agreed to set up a joint police command.",
            "AGREE",
            {"Kenya", "Togo"},
            set(),
        ),
    ],
)  # fmt: skip
def test_whom_words_further_off_name(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = told(text, type_)[-1]
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya will expel nationals should Lome arm the rebels, the minister said.", "REQUEST"),
        ("Rights Watch, a group based in Geneva, accused Kenya.", "MOBILIZE"),
        ("Kenya's parliament debated the budget.", "CONSULT"),
        ("Kenya warned Togo against sending troops abroad.", "MOBILIZE"),
        ("Rebels ambushed the engineers sent to repair the pipeline.", "AID"),
        ("Two men fought each other in a bar.", "ASSAULT"),
        ("Men fought each other in a bar.", "ASSAULT"),
    ],
)
def test_what_is_no_event_of_its_own(text: str, type_: str) -> None:
    assert not told(text, type_)


@pytest.mark.parametrize(
    ("text", "actors", "date"),
    [
        ("An earlier truce, agreed in Lome in 2014, did not hold.", {"Kenya", "Togo"}, "2014"),
        ("Four days of clashes in April 2016 preceded it.", {"Kenya", "Togo"}, "2016-04"),
        ("The war came two months after clashes in July 2020.", {"Kenya", "Togo"}, "2020-07"),
        ("A truce has been in force since 1 May.", {"Kenya", "Togo"}, "2021-05-01/.."),
    ],
)
def test_truces_and_clashes_told_as_background_have_the_sides_and_a_date(
    text: str, actors: set[str], date: str
) -> None:
    events = told(f"Kenya shelled Togo on Monday. {text}")
    assert [(e.actors, e.date) for e in events if e.date == date] == [(actors, date)]


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Kenya signed a truce. Rebel leaders signed it too.", "SUPPORT", {"Rebel leaders"}),
        ("Kenya made an offer. Togo's rebels rejected it.", "REJECT", {"Togo's rebels"}),
        ("Kenya filled a cup. Togo's rebels signed it.", "SUPPORT", set()),
    ],
)
def test_it_is_what_was_told_of_before(text: str, type_: str, actors: set[str]) -> None:
    assert {a for e in told(text, type_)[-1:] for a in e.actors} == actors


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya's premier pledged to cut Kenya's debt.", "AGREE", {"Kenya's premier"}, set()),
        ("Kenya's premier pledged to cut Togo's debt.", "AGREE", {"Kenya's premier"}, {"Togo"}),
        (
            "Kenya's premier said the two countries, Kenya and Togo, should trade more.",
            "REQUEST",
            {"Kenya's premier"},
            {"Togo"},
        ),
        ("The rebels called for a transitional government.", "REQUEST", {"Rebels"}, set()),
        (
            "Rebels demanded tougher penalties for corrupt ministers.",
            "REQUEST",
            {"Rebels"},
            set(),
        ),
        ("NATO bombed Bosnian Serb positions.", "ASSAULT", {"NATO"}, {"Republika Srpska"}),
        (
            "Kenya and Togo fought. Each side fought the other.",
            "ASSAULT",
            {"Kenya", "Togo"},
            set(),
        ),
    ],
)
def test_who_is_asked_promised_and_hit(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_nobody_asks_anything_of_the_state_he_governs() -> None:
    assert not told("Kenya's premier said that Kenya must give the truce a chance.", "REQUEST")
    assert told("Kenya's opposition leader said that Kenya must hold a vote.", "REQUEST")


def test_a_government_that_is_called_for_is_not_the_government() -> None:
    text = "Rebels called for a transitional government. The government held talks with Kenya."
    assert "Transitional government" not in one(text, "CONSULT").actors


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya left, cut off from Togo, when it was shelled.", "ASSAULT", set(), {"Kenya"}),
        ("Troops freed ten girls after they were seized by rebels.", "ASSAULT", {"Rebels"}, None),
        (
            "Kenya warned Togo that it would suspend aid for its citizens.",
            "THREATEN",
            {"Kenya"},
            {"Togo"},
        ),
        (
            "Unions threatened a strike if Togo's government does not yield.",
            "THREATEN",
            {"Unions"},
            {"Togo's government"},
        ),
        ("Kenya expects Togo to free the sailors.", "REQUEST", {"Kenya"}, {"Togo"}),
        ("Kenya refuted reports on refugees.", "REJECT", {"Kenya"}, set()),
    ],
)
def test_whom_a_clause_or_a_pronoun_means(
    text: str, type_: str, actors: set[str], recipients: set[str] | None
) -> None:
    event = one(text, type_)
    assert event.actors == actors
    assert recipients is None or event.recipients == recipients


def test_what_befell_those_who_are_freed_befell_no_soldiers() -> None:
    text = "Soldiers freed ten girls after they were abducted by rebels."
    assert one(text, "ASSAULT").recipients == {"Girls"}
    text = "Soldiers shot ten rebels after they were attacked by a crowd."
    assert "Soldiers" in {r for e in told(text, "ASSAULT") for r in e.recipients}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya denied having supplied rebels with arms.", "AID", {"Kenya"}, {"Rebels"}),
        ("Poles marched in protest at the government's plan.", "PROTEST", {"Poles"}, None),
        ("Tanks donated by Ghana were delivered to Togo.", "AID", {"Ghana"}, {"Togo"}),
        ("Rebels announced the withdrawal of their fighters.", "CONCEDE", {"Rebels"}, set()),
        ("Its old neighbour, Kenya, is massing troops.", "MOBILIZE", {"Kenya"}, set()),
    ],
)
def test_who_denies_gives_and_withdraws(
    text: str, type_: str, actors: set[str], recipients: set[str] | None
) -> None:
    event = one(text, type_)
    assert event.actors == actors
    assert recipients is None or event.recipients == recipients


def test_a_strike_and_what_it_brings_are_one() -> None:
    assert len(told("A strike by miners brought trains in Togo to a standstill.")) == 1


def test_a_strike_that_is_called_for_a_day_is_to_come() -> None:
    event = one("The miners' union has called a strike in Togo for Saturday.", "PROTEST")
    assert (event.status, event.date) == ("called_for", "2021-06-12")
    assert one("Miners in Togo held a strike on Saturday.", "PROTEST").date == "2021-06-05"


def test_who_is_fought_against_is_not_hit_by_the_fight() -> None:
    event = one("Ten Togolese soldiers were killed in the fighting against Kenya.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Kenya"}, {"Togolese soldiers"})


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("Kenya's president proposed the plan on a visit to Togo.", 1),
        ("Kenya and Ghana agreed on a visit to Togo.", 0),
    ],
)
def test_on_a_visit_is_where_it_was_said(text: str, visits: int) -> None:
    assert len(told(text, "CONSULT")) == visits


def test_a_town_that_comes_under_fire_is_where_it_happens() -> None:
    event = one("Lome came under shelling on Friday. Kenya slept.", "ASSAULT")
    assert (event.mode, event.places) == ("heavy-weapons", {"Lomé"})


def test_whose_troops_fight_fights_nobody() -> None:
    assert one("Kenya, whose troops fought in May, did not come.", "ASSAULT").actors == {
        "Kenyan troops"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Crowds marched on parliament, calling for President Amos Okello to step down.",
        "Crowds marched on parliament to demand the resignation of President Amos Okello.",
        "Protesters headed to parliament demanding President Amos Okello's dismissal.",
        "Crowds gathered outside Togo's embassy, demanding the ouster of Amos Okello.",
    ],
)
def test_a_protest_is_against_whoever_is_to_go_and_not_where_it_is_held(text: str) -> None:
    assert one(text, "PROTEST").recipients == {"Amos Okello"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The violence in Lome drew calls for restraint from Ghana.", "ASSAULT", set(), set()),
        ("If Kenya is behind a bomb attack that killed ten US soldiers, Ghana will respond.",
         "ASSAULT", set(), {"US soldiers"}),
        ("Kenya is behind a bomb attack that killed ten US soldiers.",
         "ASSAULT", {"Kenya"}, {"US soldiers"}),
        ("Civilians must be protected, Amos Okello said.", "REQUEST", {"Amos Okello"}, set()),
        ("Rebels must be disarmed by Togo, Amos Okello said.", "REQUEST", {"Amos Okello"},
         {"Togo"}),
        ("Kenya fought Togo. The longstanding rivals agreed to a truce.", "AGREE",
         {"Kenya", "Togo"}, set()),
        ("Fighting in Lome raged on, with Kenya accusing Togo of bad faith.", "ASSAULT", set(),
         set()),
        ("Hamas claimed responsibility for the Qassam rocket fire on Israel.", "ASSAULT", {"Hamas"},
         {"Israel"}),
        ("Kenya and Togo clashed in Lome. The rivals signed a truce.", "SUPPORT",
         {"Kenya", "Togo"}, set()),
        ("Kenya had deadly rebel attacks in May.", "ASSAULT", {"Rebels"}, set()),
        ("Amos Okello denounced what he described as a new threat by Togo.", "ACCUSE",
         {"Amos Okello"}, {"Togo"}),
        ("Kenya condemned what it called Togolese attacks.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Amos Okello was killed in fighting in Lome along with five other servicemen.", "ASSAULT",
         set(), {"Amos Okello"}),
        ("The row turned into a war with thousands of victims in Lome.", "ASSAULT", set(), set()),
        ('"We must double aid to Togo," Amos Okello told reporters.', "REQUEST", {"Amos Okello"},
         set()),
        ("The truce was brokered by Ghana, which has a pact with Togo. But it seeks to mediate.",
         "CONSULT", {"Ghana"}, set()),
        ("Kenyan rebels said their men had ended their withdrawal from Lome.", "RETREAT",
         {"Kenyan rebels"}, {"Togo"}),
        ("Kenya is believed to be behind a string of bombings in Togo.", "ASSAULT", {"Kenya"},
         {"Togo"}),
        ("Kenya held talks along with Togo.", "CONSULT", {"Kenya", "Togo"}, set()),
        ('Okello called Kenya "stubborn".World leaders urged Togo to stop.', "REQUEST",
         {"World leaders"}, {"Togo"}),
    ],
)  # fmt: skip
def test_who_is_no_party_and_who_is(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_political_rivals_are_not_the_two_who_fight() -> None:
    text = "Kenya fought Togo. The president met the main political rivals."
    assert one(text, "CONSULT").actors == {"President", "Main political rivals"}


def test_fighting_that_a_tree_takes_for_a_verb_is_public() -> None:
    assert types("Fighting in Lome left 50 people dead.") == ["ASSAULT"]
    assert types("Fighting in Lome left 50 people killed.") == ["ASSAULT"]


def test_no_army_strikes_its_own_town() -> None:
    text = (
        "Mali deplored strikes on the Kenyan town of Kisumu. Kenyan forces had stepped up attacks."
    )
    sides = [(e.actors, e.recipients) for e in told(text, "ASSAULT")]
    assert sides == [(set(), {"Kenya"}), ({"Kenyan forces"}, set())]
    assert one(text, "ACCUSE").recipients == set()
