"""Pronouns in side clauses: whose words, whose act, which of several subjects."""

from __future__ import annotations

import pytest
from actors_reader import found_in, said


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        # Whose words the clause tells.
        ("Togo doubted Ghana's claim that it had won the war.", "it", "Ghana"),
        ("Togo doubted Ghana's claim that Kenya had said it would leave.", "it", "Kenya"),
        # Of several subjects that of the verb whose side clause it is.
        ("Togo said Ghana broke the truce when it shelled the town.", "it", "Ghana"),
        ("Ghana's army left Lome after it had taken the port.", "it", "Ghana's army"),
        # Who is condemned has given the reason.
        ("Togo condemned Ghana after it shelled the town.", "it", "Ghana"),
        # Those by whom it was done, where no others are the subject.
        ("The plan was discussed by Kenyan envoys before they left.", "they", "Kenyan envoys"),
        ("Kenyan villagers were robbed by soldiers before they left.", "they", "Kenyan villagers"),
        # Whom a measure befalls has given the reason for it.
        ("Sanctions were imposed on Togo after it seized the ship.", "it", "Togo"),
        ("Kenya slapped a ban on Togo when it seized the ship.", "it", "Kenya"),
        # Who would do something first.
        ("Ghana wants peace, but if Togo goes on then it will pay.", "it", "Togo"),
        # Of whom it is told, and not who tells it.
        ("Police said Kenyan troops left the camp as they shelled Togo.", "they", "Kenyan troops"),
        ("Police warned that Kenyan rebels will step up their attacks.", "their", "Kenyan rebels"),
        # Who takes something for what he calls it.
        ("Amos Okello spoke. Then Kofi Mensah denounced what he described as a coup by Togo.", "he",
         "Kofi Mensah"),
        ("Kenya will cut ties with Togo if it goes on arming rebels.", "it", "Togo"),
        ("Kenya will shell Togo unless it frees the sailors.", "it", "Togo"),
        # What is done to the body that was the object before.
        ("Kenya trained Togo's army and supplied it with arms.", "it", "Togo's army"),
        # No town has ties.
        ("Nairobi has close ties with Togo and it sold weapons to Mali.", "it", "Kenya"),
    ],
)  # fmt: skip
def test_a_pronoun_in_a_side_clause(text: str, pronoun: str, name: str) -> None:
    found = found_in(text)
    at = text.index(f" {pronoun} ") + 1
    assert [a.name for a in found.actors if any(m.span[0] == at for m in a.mentions)] == [name]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Police blamed Togolese rebels and their allies.", "their", "Togolese rebels"),
        ("Police blamed Togolese rebels for their raid.", "their", "Togolese rebels"),
        ("Gunmen killed the mayor and his guard.", "his", "Mayor"),
        ("Roe met Poe and his guard.", "his", "Poe"),
        ("Roe met Poe at his house.", "his", "Roe"),
        ("Kenya bombed Hamas and its bases.", "its", "Hamas"),
    ],
)
def test_of_two_that_are_joined_the_second_is_the_first_ones(
    text: str, pronoun: str, name: str
) -> None:
    found = found_in(text)
    at = text.index(f" {pronoun} ") + 1
    assert [a.name for a in found.actors if any(m.span[0] == at for m in a.mentions)] == [name]


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        # A man, new in the clause above, is who "he" is, known as an actor or not.
        ("A nurse spoke. A man killed five when he opened fire.", "he", ["Man"]),
        ("A nurse spoke. A bomber killed five when he struck.", "he", []),
        ("A nurse spoke. A bomber killed five when he blew himself up.", "himself", []),
        ("A nurse spoke. The bomber blew himself up.", "himself", []),
        ("A nurse spoke. A bank was shut when he left.", "he", ["Nurse"]),
        ("A nurse spoke. A woman was hurt when he opened fire.", "he", ["Nurse"]),
        ("A nurse spoke. A woman was hurt when she left.", "she", ["Woman"]),
    ],
)
def test_whoever_a_clause_brings_in_is_he(text: str, pronoun: str, names: list[str]) -> None:
    found = found_in(text)
    at = text.index(f" {pronoun} ") + 1
    assert [a.name for a in found.actors if any(m.span[0] == at for m in a.mentions)] == names


def test_one_man_is_a_person_and_people_are_not() -> None:
    found = found_in("A man and two women fled. People watched.")
    kinds = {a.name: a.kind for a in found.actors}
    assert (kinds["Man"], kinds["People"]) == ("person", "population")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police arrested two soldiers. One of them was killed.", ["Soldiers"]),
        ("Protesters clashed with police. Three of them were hurt.", ["Protesters"]),
        ("Rebels shot at soldiers. One of them fled.", []),
        ("Police found the casualties, most of them civilians.", []),
    ],
)
def test_one_of_them_is_of_the_crowd_told_of_before(text: str, names: list[str]) -> None:
    found = found_in(text)
    assert [a.name for a in found.actors if ("them", "pronoun") in said(found, a)] == names
