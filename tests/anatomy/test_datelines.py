"""Datelines: every row of the tables by its example, and what is none."""

from __future__ import annotations

import time

import pytest

from anatomy.helpers import dateline_of, said
from dateline.anatomy.agencies import Agency, agencies, at_end, canonical, of_host
from dateline.anatomy.credible import known_city, known_region, never_a_place
from dateline.anatomy.shapes import Shape, shapes

WANTED = """TASS Reuters AP AFP Xinhua Interfax Sputnik|RIA Novosti|Armenpress|Azertac|Trend|Anadolu
|IRNA|Mehr|Fars|UPI|dpa|EFE|ANSA|Kyodo|Yonhap|PTI|KUNA|WAM|SPA|MENA|RFE/RL|VOA|BBC|Al Jazeera
|Ukrinform|Bernama|Tanjug|CTK|PAP|NAN|APA|Report|Panorama.am|News.am|Civil.ge|IPS"""


@pytest.mark.parametrize("agency", agencies(), ids=lambda a: a.name)
def test_each_agency_is_read_in_its_house_style(agency: Agency) -> None:
    wanted = (*agency.gives[:2], agency.gives[2] if len(agency.gives) > 2 else agency.name)
    assert said(dateline_of(agency.example)) == wanted


@pytest.mark.parametrize("shape", shapes(), ids=lambda s: s.name)
def test_each_shape_reads_its_example(shape: Shape) -> None:
    found = dateline_of(shape.example)
    assert said(found) == shape.gives
    assert found is not None
    assert found.shape == shape.name


def test_the_table_has_the_agencies_that_were_asked_for() -> None:
    names = {a.name for a in agencies()}
    head, *rest = WANTED.replace("\n", "").split("|")
    assert {*head.split(), *rest} <= names
    assert all(len(a.country) == 3 and a.lang and a.hosts for a in agencies())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "BAKU/YEREVAN, Oct 5 (Reuters) - Guns fell silent.",
            ("BAKU/YEREVAN", "XXXX-10-05", "Reuters"),
        ),
        (
            "BENGHAZI, Libya/AGADEZ, Niger (Reuters) - A convoy left.",
            ("BENGHAZI/AGADEZ", None, "Reuters"),
        ),
        ("NEAR MOSUL, northern Iraq (AP) — A convoy left.", ("NEAR MOSUL", None, "AP")),
        ("N'DJAMENA (AFP) – A convoy left.", ("N'DJAMENA", None, "AFP")),
        ("DAR ES SALAAM, Tanzania (AP) _ A convoy left.", ("DAR ES SALAAM", None, "AP")),
        ("GAZA, Nov. 4 , 2006 (Xinhua) -- Two men were hurt.", ("GAZA", "2006-11-04", "Xinhua")),
        ("MOSCOW (AP)_ A convoy left.", ("MOSCOW", None, "AP")),
        ("PARIS, 1 October 2020 (AFP) - - A convoy left.", ("PARIS", "2020-10-01", "AFP")),
        ("MEXICO\u00a0CITY (AP) \u2014 A convoy left.", ("MEXICO CITY", None, "AP")),
        ("ATLANTA (AP) \x97 A convoy left.", ("ATLANTA", None, "AP")),
        ("LA CROSSE, Wisc. — A convoy left.", ("LA CROSSE", None, None)),
        ("(Reuters) - A convoy left.", (None, None, "Reuters")),
        ("Aug 21 (Reuters) - A convoy left.", (None, "XXXX-08-21", "Reuters")),
        ("GORIS, Oct. 5 — “We left,” one said.", ("GORIS", "XXXX-10-05", None)),
    ],
)
def test_variants(text: str, wanted: tuple[str | None, ...]) -> None:
    assert said(dateline_of(text)) == wanted


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Two villages lose power. ", "GORIS, Oct 5 (Reuters) -"),
        ("Talks stall as guns fall silent ", "BAKU (AP) —"),
        ("Fighters steadily shelled the oil port ", "Ras Ajdir, Libya ( CNN ) --"),
        ("By Jo Field and Ann Hill ", "WASHINGTON, Nov 6 (Reuters) -"),
        ("By JO FIELD and ANN HILL, Associated Press ", "WASHINGTON (AP) —"),
        ("Two villages lose power on Saturday. ", "CHARLESTON, W.Va. (AP) --"),
        ("Banks close early . ", "BEIRUT:"),
        ("Jo Field Courier Reporter March 29, 2009 ", "PATASKALA --"),
        ("Photo ", "KUNDUZ, Afghanistan --"),
        ("Two villages lose power\n\n", "MOSCOW, October 1. /TASS/."),
    ],
)
def test_a_dateline_behind_other_wording(before: str, line: str) -> None:
    text = f"{before}{line} The road was cut on Monday."
    found = dateline_of(text)
    assert found is not None
    assert text[slice(*found.span)] == line


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Friday that the road was open - and that it would stay so.",
        "Moscow expects the talks to help, the minister told TASS on Thursday.",
        "NATO - the alliance of 30 states - met in Brussels.",
        "UPDATE: Two villages have lost power, officials said.",
        "BREAKING NEWS — Two villages have lost power.",
        "JO FIELD: Good evening and welcome to the show.",
        "Report: Two villages lose power",
        "MONDAY, MARCH 11, 2013",
        "He said the plan (Reuters reported it first) was dead.",
        "A photograph shows the bridge. (Reuters) Chicago won the game on Sunday.",
        "RADOVICH, Raymund - Passed away peacefully on Monday.",
        "In Moscow, October 1 was a day of mourning.",
        "The distance to Port-au-Prince - 15 km - made it worse.",
        "Anna Hill, Reuters bureau chief, said the road was cut.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_an_agency_on_the_next_line_belongs_to_the_dateline() -> None:
    text = "BAKU, Azerbaijan, Oct.4\n\nTrend:\n\nThe city came under fire."
    found = dateline_of(text)
    assert found is not None
    assert found.agency == "Trend"
    assert text[slice(*found.span)].endswith("Trend:")


def test_a_dateline_far_down_is_not_one() -> None:
    sentence = "The road to the pass was cut by snow and opened again at noon. "
    assert dateline_of(sentence * 60 + "\n\nGORIS, Oct 5 (Reuters) - The road was cut.") is None


@pytest.mark.parametrize(
    "text",
    [
        "A " * 5_000,
        "MOSCOW, " * 5_000,
        "(Reuters) " * 5_000,
        "A-" * 5_000 + " -- B",
        "BAKU/" * 5_000,
        "--" * 5_000,
        "1 Oct " * 5_000,
        "Bakuand " * 5_000 + "(AP) - X",
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    dateline_of(text)
    assert time.process_time() - began < 60  # a guard against hanging, no measurement


def test_names_of_agencies() -> None:
    assert canonical("the associated  press") == "AP"
    assert canonical("ITAR-TASS") == "TASS"
    assert canonical("Courier") is None
    assert of_host("https://www.reuters.com/world/1") == "Reuters"
    assert of_host("https://tass.com.example.org/1") is None
    assert of_host("http://[broken") is None
    assert at_end("By Jo Field, BBC News, Baku") == "BBC"
    assert at_end("Two villages lose power | TASS") == "TASS"
    assert at_end("TASS") is None


def test_places() -> None:
    assert known_city("st. petersburg")
    assert known_region("northern Iraq")
    assert known_region("Turkey")
    assert not known_region("northern lights")
    assert never_a_place("UPDATE")
