"""Dates that a clause shares, counts or borrows, and those that are another's. Published on a
Thursday, 10 June 2021."""

from __future__ import annotations

import pytest
from events_reader import RAIN, read, told

TODAY = "2021-06-10"


def dates(text: str) -> list[str | None]:
    """The dates of the events of a text, in its order."""
    events = sorted(read(text).events, key=lambda e: e.trigger[0])
    return [e.date and e.date.edtf for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days and weeks are counted to the day, months and years to the month and the year.
        (
            "The envoy arrived in Ghana on Sunday, three days after opening a tour in Togo.",
            ["2021-06-06", "2021-06-03"],
        ),
        ("Togo expelled the envoy five years after mobs burned its embassy.", [TODAY, "2016"]),
        ("Togo expelled the envoy two months after mobs burned its embassy.", [TODAY, "2021-04"]),
        (
            "Togo rejected the truce on Tuesday, a week before Ghana shelled Kenya.",
            ["2021-06-08", "2021-06-15"],
        ),
        (
            "Pirates freed Kofi Mensah on Tuesday, two days after they raided a police station and"
            " took him hostage.",
            ["2021-06-08", "2021-06-06", "2021-06-06"],
        ),
        # What cannot be counted is not of the story's day, hours are.
        ("Togo expelled the envoy days after Ghana shelled Kenya.", [TODAY, None]),
        ("Togo expelled the envoy two hours after Ghana shelled Kenya.", [TODAY, TODAY]),
        # How long something lasts counts nothing.
        ("Ghana shelled Kenya for three days.", [TODAY]),
    ],
)
def test_days_counted_from_another_event(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo is now discussing the border with Ghana.", [TODAY]),
        ("Togo urged Ghana to look to a better future.", [TODAY]),
        ("Rebels have killed ten soldiers in Togo in the past week.", ["2021-06-03/2021-06-10"]),
        ("Rebels killed ten soldiers in Togo last week.", ["2021-05-31/2021-06-06"]),
        ("Since May, when rebels seized Lagos, Togo has shelled Ghana.", ["2021-05", "2021-05/.."]),
        ("Togo killed ten rebels during the April 2016 war with Ghana.", ["2016-04"]),
        ("Rebels burned the 2016 accord with Togo and killed ten soldiers.", [TODAY]),
        ("Togo met Ghana with May 2025 as the deadline.", [TODAY]),
        # A part of a name is no time.
        ("Rebels clashed with troops of Togo in Mar del Plata.", [TODAY]),
        ("Rebels clashed with troops of Togo in March.", ["2021-03"]),
        # Nor is a campaign's month that of what was promised in it.
        ("Wekesa renewed a pledge made at last May's election to help Togo.", [TODAY]),
    ],
)
def test_what_an_expression_of_time_covers(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who acts, or what is spoken of, may have a day of its own.
        ("Togo, which expelled Ghana's envoy in 2019, urged Kenya to help.", ["2019", TODAY]),
        ("Togo backed a government chosen by a house elected in 2005.", [TODAY]),
        ("Fears of a war between Togo and Ghana rose on Monday.", [None]),
        (
            "Togo refused a rebel ultimatum to leave Lagos by Sunday.",
            [TODAY],
        ),
        (
            "Delegates attending a summit of Togo and Ghana will discuss Kenya on Saturday.",
            [None, "2021-06-12"],
        ),
        # One day for two deeds of a sentence, or for what one subject does in it.
        (
            "Two soldiers were shot dead and a school was burned by rebels in Togo on Wednesday.",
            ["2021-06-09", "2021-06-09"],
        ),
        ("Togo shelled Ghana and signed a truce with Kenya on Wednesday.", ["2021-06-09"] * 2),
        (
            "Togo shelled Ghana, and Kenya signed a truce with Mali on Wednesday.",
            [None, "2021-06-09"],
        ),
        ("Togo has praised Ghana and sent troops there on Wednesday.", [None, "2021-06-09"]),
        (
            "The sit-in followed a march on Saturday by Togo's opposition.",
            [TODAY, "2021-06-05"],
        ),
        # What is done after something is of no month of that.
        ("Togo's army imposed a curfew following the transfer of power in January.", [TODAY]),
        ("Togo shelled Ghana in January after the vote.", ["2021-01"]),
        # A clause keeps its time, where it does not tell of the deed itself.
        ("Togo banned the party, which Wekesa founded in 1968.", [TODAY]),
        ("Ten soldiers killed in Togo, who died on Monday, were buried.", ["2021-06-07"]),
        ("Togo has backed Ghana, though its press grumbled in May.", [TODAY]),
        (
            "Togo expelled the envoy in November 2019 and shook the region with a military"
            " exercise against Ghana on 9 October 2020.",
            ["2019-11", "2020-10-09"],
        ),
        ("Togo shelled the town and went home on Monday.", ["2021-06-07"]),
        (
            "New clashes between Togo and Ghana broke out after ten men were killed on Tuesday.",
            [TODAY, "2021-06-08"],
        ),
        ("Togo left for Accra on Monday and will visit Ghana later.", [None]),
    ],
)
def test_a_neighbour_keeps_its_day(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wekesa will meet Ghana's president during a summit of Togo and Kenya next week.",
            ["2021-06-14/2021-06-20", "2021-06-14/2021-06-20"],
        ),
        ("Monday's meeting of Togo and Ghana agreed to help Kenya.", ["2021-06-07", "2021-06-07"]),
        ("Pacts were sealed at a meeting of Togo and Ghana in Lagos on Tuesday.", ["2021-06-08"]),
        (
            "Wekesa slammed on Tuesday a Ghanaian raid on Togo in which six soldiers were killed.",
            ["2021-06-08", None],
        ),
        # People are no occasion: when they did so remains open.
        (
            "Wekesa met on Tuesday Ghanaian envoys who had shelled Togo.",
            ["2021-06-08", None],
        ),
        ("In the afternoon Wekesa was expected to meet Ghanaian president Mensah.", [TODAY]),
    ],
)
def test_an_occasion_lends_its_day(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana detained four Togolese officers in May. Togo was angered by the arrest of the"
            " Togolese officers.",
            ["2021-05"],
        ),
        (
            "Wekesa spoke of Monday's bombing in Lagos. The bombing killed ten soldiers.",
            ["2021-06-07"],
        ),
        # Others were arrested, and some other bombing.
        (
            "Ghana detained four Togolese officers in May. Ghana announced the arrest of Kenyan"
            " rebels.",
            ["2021-05", TODAY],
        ),
        (
            "Wekesa spoke of Monday's bombing in Lagos. A bombing in Accra killed ten soldiers.",
            ["2021-06-07", TODAY],
        ),
        # What is named by its day later in the story was another.
        (
            "Wekesa spoke of a bombing in Accra. The bombing killed ten. Togo recalled Monday's"
            " bombing in Lagos.",
            [TODAY],
        ),
        (
            "Wekesa condemned Monday's attacks in Togo. A roof fell in the attacks and killed ten"
            " soldiers.",
            [TODAY, "2021-06-07", "2021-06-07"],
        ),
    ],
)
def test_what_is_told_again_has_its_day(text: str, expected: list[str | None]) -> None:
    assert dates(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo said on Monday that its troops killed ten rebels.", ["2021-06-07"]),
        ('"Togo shelled Ghana," Wekesa told reporters on Monday.', ["2021-06-07"]),
        ("Togo said last month that it had shelled Ghana.", ["2021-05"]),
        ("Togo said it had shelled Ghana.", [TODAY]),
        ("Togo said its troops killed ten rebels.", [TODAY]),
        ("Togo said on Monday that its troops will shell Ghana.", [None]),
        ("Togo praised the men who had shelled Ghana.", [TODAY, None]),
        ('"I welcome the pact that Ghana reached on 9 May," Wekesa said.', [TODAY, "2021-05-09"]),
        ('"We urge Ghana to keep to the pact of 9 May," Wekesa said.', [TODAY]),
        ("On 9 May Togo welcomes the pact.", ["2021-05-09"]),
    ],
)
def test_what_is_said_has_happened_by_then(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo has often shelled Ghana.", [None]),
        ("Togo has since shelled Ghana.", [None]),
        ("Togo has shelled Ghana often since the signing of a pact in 2015.", ["2015/.."]),
        ("Rebels shelled Ghana every week.", [None]),
        ("Togo previously expelled Ghana's envoy.", [None]),
        ("Rebels killed ten soldiers in an earlier raid in Togo.", [None]),
        ("Wekesa, who has threatened to shell Togo, met Mensah.", [None, TODAY]),
        ("Togo lifted a curfew after talks with Ghana on sanctions imposed on Kenya.", TODAY),
        ("Ten soldiers died since rebels launched an attack on Togo.", [None]),
        ("Togo has shelled Ghana.", [TODAY]),
        ("Rebels often shell Togo, accusing Ghana of lying.", [None, None]),
        ("Ten soldiers have been killed since Wekesa took office in Togo.", [None]),
    ],
)
def test_background_is_no_news_of_the_day(text: str, expected: list[str | None] | str) -> None:
    found = dates(text)
    assert found == expected if isinstance(expected, list) else found[0] == expected


def test_a_toll_told_late_is_of_no_day_but_not_later() -> None:
    late = (
        "Togo spoke. It rained. It snowed. It thundered. More than 200 Togolese soldiers have been"
    )
    late += " killed."
    assert dates(late) == [f"../{TODAY}"]
    assert dates("More than 200 Togolese soldiers have been killed.") == [TODAY]


def test_a_deed_in_a_side_clause_starts_no_telling() -> None:
    text = (
        "Calm returned to Togo after ten soldiers were killed on Sunday."
        " Two rebels were wounded in Lagos."
    )
    assert dates(text)[-1] == TODAY


def test_a_chain_of_deeds_goes_on() -> None:
    text = (
        "Rebels raided a town in Togo on Monday. Ten soldiers were shot dead. Two men were wounded."
        " It rained. It thundered. Three women were killed."
    )
    assert set(dates(text)) == {"2021-06-07"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana said Togo had earlier shelled a town.", [None]),
        # How somebody stands is older than what is done with him.
        (
            "Togo destroyed on Monday the house of a man accused by Ghana of lying.",
            ["2021-06-07", None],
        ),
        # A fight tells of its own toll, whatever the clause.
        (
            "Two rebels died in a clash in Togo late on Monday, which left three soldiers hurt.",
            ["2021-06-07", "2021-06-07"],
        ),
        # An accusal is no part of the deed that it names by its day.
        ("Ghana accused Togo in the 1992 murder of a minister.", [TODAY, "1992"]),
        (
            "Ghana tried rebels who took part in massacres in the 1994 genocide in Togo.",
            ["1994", "1994"],
        ),
        # What follows something long past is not of today by that.
        ("Raids were carried out in Togo after rebels killed ten men on 3 March.", [None]),
    ],
)
def test_how_far_a_day_reaches(text: str, expected: list[str | None]) -> None:
    assert dates(text)[: len(expected)] == expected


@pytest.mark.parametrize("turn", ["Meanwhile", "Separately", "In addition"])
def test_a_turn_to_something_else_ends_a_telling(turn: str) -> None:
    first = "Rebels raided a town in Togo on Monday. "
    assert dates(f"{first}Ten soldiers were shot dead.{RAIN}")[-1] == "2021-06-07"
    assert dates(f"{first}{turn}, ten soldiers were shot dead.{RAIN}")[-1] == TODAY


def test_another_name_for_the_only_attack_that_has_a_day() -> None:
    told_again = (
        "Wekesa was linked to the 9 May bombings in Togo. He denied a part in the blasts, which"
        " killed ten soldiers."
    )
    days = {e.date and e.date.edtf for e in read(told_again).events if e.type == "ASSAULT"}
    assert days == {"2021-05-09"}
    another = (
        "Rebels shelled Accra on Monday. Wekesa recalled the 9 May bombings in Togo. The blasts"
        " killed ten soldiers."
    )
    assert dates(another + RAIN) == ["2021-06-07", "2021-05-09", TODAY]


def test_violence_told_with_its_day_is_over() -> None:
    text = "The October 14 bombing of a Kenyan bus is on everybody's mind."
    assert dates(text)[-1] == "2020-10-14"


def test_a_conflict_of_decades_is_no_news_of_the_day() -> None:
    assert dates("A decades-long conflict between Kenya and Togo goes on.") == [None]
    assert dates("A bloody conflict between Kenya and Togo goes on.") == [TODAY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words, and what they do: on the day of the words.
        ("Kenya's premier reacted on Monday by blaming Togo.", ["2021-06-07"]),
        # A sentence that goes on with the day of the one before it.
        (
            "Kenya shelled Lome on Monday. Later in the day, Togo accused Kenya of a breach.",
            ["2021-06-07", "2021-06-07"],
        ),
        (
            "Kenya shelled Lome on Monday. Rain fell. Later in the day, Togo accused Kenya." + RAIN,
            ["2021-06-07", TODAY],
        ),
        # What comes of a protest is of its day; what police do later may not be.
        (
            "Thousands rallied in Lome on Monday. Police fired tear gas at the protesters.",
            ["2021-06-07", "2021-06-07"],
        ),
        (
            "Thousands rallied in Lome on Monday. Police arrested two opposition leaders." + RAIN,
            ["2021-06-07", TODAY],
        ),
        ("As a result of Monday's unrest, police arrested ten protesters.", ["2021-06-07", TODAY]),
        # What is told of a whole war is no news of the day, what breaks out is.
        ("Kenya backed Togo during the conflict.", [None]),
        ("Thousands of soldiers were killed in the war with Kenya.", [None]),
        ("War broke out between Kenya and Togo.", [TODAY]),
    ],
)
def test_whose_day_an_event_has(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya backed a probe on Tuesday into the murder of Togo's ex-premier.", None),
        ("Kenya marked on Tuesday the anniversary of the bombing of its embassy.", None),
        ("Kenya began on Tuesday to investigate the killing of two Togolese monks.", None),
        ("Kenya denounced on Tuesday the bombing of its embassy.", "2021-06-08"),
        ("Kenya backed a probe into Tuesday's bombing of its embassy.", "2021-06-08"),
        ("Investigators met the Kenyan president on Friday over the killing of Franz Weber.", None),
        ("Kenya and Togo clashed on Monday amid the shelling of Lome.", "2021-06-07"),
        ("Togo wants to punish the killing of two Kenyan monks.", None),
    ],
)
def test_the_day_of_an_inquiry_is_not_that_of_the_deed(text: str, date: str | None) -> None:
    deed = told(text, "ASSAULT")[-1]
    assert (deed.status, deed.date) == ("occurred", date)


def test_an_anniversary_is_not_the_day_of_what_it_recalls() -> None:
    text = "Wednesday was the anniversary of the takeover of Lome by rebels."
    assert dates(text) == [None]


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("Kenya seeks a cabinet following the resignation of Kenya's premier.", "RETREAT", None),
        ("Kenya's premier announced his resignation.", "RETREAT", "2021-06-10"),
        ("Wekesa spoke following a meeting with Togo's president.", "CONSULT", "2021-06-10"),
    ],
)
def test_what_was_before_the_news_has_not_its_day(text: str, type_: str, date: str | None) -> None:
    assert [e.date for e in told(text, type_)] == [date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amara Diallo met Togolese officials on Monday and Tuesday.", ["2021-06-07/2021-06-08"]),
        ("Amara Diallo met Togolese officials on Monday and Wednesday.",
         ["2021-06-07", "2021-06-09"]),
        ("Kenya shelled Togo on Monday and Tuesday.", ["2021-06-07", "2021-06-08"]),
        ("Kenyan miners went on strike on Monday, Tuesday and Wednesday.",
         ["2021-06-07/2021-06-09"]),
    ],
)  # fmt: skip
def test_a_meeting_goes_on_the_next_day(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("told", "lead", "behind"),
    [
        ("Mali has asked Ghana to leave.", TODAY, f"../{TODAY}"),
        ("Mali has been condemned by Ghana.", TODAY, f"../{TODAY}"),
        ("Mali has met Ghana and urged Togo to leave.", TODAY, f"../{TODAY}"),
        ("Mali has fought a war with Ghana.", TODAY, f"../{TODAY}"),
        ("Mali asked Ghana to leave.", TODAY, TODAY),
        ("Mali has asked Ghana on Monday to leave.", "2021-06-07", "2021-06-07"),
    ],
)
def test_what_has_been_done_is_news_in_the_lead_alone(
    told: str, lead: str, behind: str | None
) -> None:
    assert dates(told)[-1] == lead
    assert dates("Rain fell. It was wet. It was cold. " + told)[-1] == behind
