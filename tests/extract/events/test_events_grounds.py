"""The state on whose ground an act is done or would be done, where nobody else is named."""

from __future__ import annotations

import pytest
from events_reader import told


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        # What is hit lies there.
        ("Kenyan troops shelled the town of Kara.", "ASSAULT", {"Togo"}),
        ("Kenyan jets launched strikes against a camp in Togo.", "ASSAULT", {"Togo"}),
        ("Kenyan troops shelled the town of Garissa.", "ASSAULT", set()),
        # What is left lies there; rebels leave nobody's land but that of their own state.
        ("Kenya withdrew its soldiers from Lome.", "RETREAT", {"Togo"}),
        ("The UN pulled its observers from Lome.", "SANCTION", {"Togo"}),
        ("Rebels withdrew from Lome.", "RETREAT", set()),
        # Whom help is for, some steps down.
        ("Kenya gave ten million dollars for those hurt in Togo.", "AID", {"Togo"}),
        ("Kenya donated funds to build a school for orphans in Togo.", "AID", {"Orphans"}),
        # Where something would be done, or is refused.
        ("The UN refused to send soldiers to Lome.", "REJECT", {"Togo"}),
        ("Kenya offered to send police to hand out food in Togo.", "AGREE", {"Togo"}),
        ("Kenya is willing to help defend Togo.", "AGREE", {"Togo"}),
        ("Kenya has agreed to set up a clinic in Togo.", "AGREE", {"Togo"}),
        # Where one only meets, one deals with nobody there.
        ("Kenya agreed to sign an accord in Lome.", "AGREE", set()),
        ("Kenya proposed a truce to free the captives.", "AGREE", set()),
    ],
)
def test_the_land_on_whose_ground(text: str, type_: str, recipients: set[str]) -> None:
    assert told(text, type_)[-1].recipients == recipients


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # Who has to do something before somebody yields, and in spite of whom he does not.
        (
            "Kenya will not lift the embargo until Togo frees the pilots.",
            "REJECT",
            {"Kenya"},
            {"Togo"},
        ),
        ("Kenya will not lift the embargo before May.", "REJECT", {"Kenya"}, set()),
        (
            "Amara Diallo refused to resign despite pressure from the Kenyan parliament.",
            "REJECT",
            {"Amara Diallo"},
            {"Kenyan parliament"},
        ),
        # Who holds whom is tortured.
        ("A monk was tortured in a Kenyan prison.", "ASSAULT", {"Kenya"}, {"Monk"}),
        ("A monk died of torture while in Kenyan police custody.", "ASSAULT",
         {"Kenyan police"}, {"Monk"}),
        ("A monk was tortured in a barn.", "ASSAULT", set(), {"Monk"}),
        # Whose act a strike is about; the noun and the verb are one.
        (
            "Nurses went on strike over a bill signed by minister Amara Diallo.",
            "PROTEST",
            {"Nurses"},
            {"Amara Diallo"},
        ),
        (
            "Nurses went on hunger strike against abuses by the Kenyan police.",
            "PROTEST",
            {"Nurses"},
            {"Kenyan police"},
        ),
        # Behind the clause that says what for.
        ("Kenya signed a pact to boost trade with Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        (
            "Kenya launched a mediation effort to end the rift between Ghana and Togo.",
            "CONSULT",
            {"Kenya"},
            {"Ghana", "Togo"},
        ),
        ("A Togolese patrol fell into a Kenyan ambush.", "ASSAULT", {"Kenya"}, {"Togolese patrol"}),
        ("Togolese troops came under Kenyan fire.", "ASSAULT", {"Kenya"}, {"Togolese troops"}),
        # Whoever "it" is, the partner is not asked.
        # Those of a group who are named.
        (
            "Police arrested activists including Amara Diallo.",
            "COERCE",
            {"Police"},
            {"Activists", "Amara Diallo"},
        ),
        ("Rebels hurt ten people, including two monks.", "ASSAULT", {"Rebels"}, {"People"}),
        (
            'The minister said: "It must cooperate with Togo."',
            "REQUEST",
            {"Minister"},
            set(),
        ),
    ],
)  # fmt: skip
def test_parties_behind_a_clause(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    (event,) = told(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)
