"""A record built by hand: an invented story with the same kinds of facts as the worked sample."""

from __future__ import annotations

from typing import Any

from dateline.record import Record

TITLE = "Northland, Southland in close contact over Green Valley, says diplomat"
_STRESSED = (
    "since the valley “is the concern of many and there is a tried table, talks with Southland "
    "are no replacement for it"
)
_EXPECTED = "dialogue with Southland on Green Valley will help to end the fighting"
STANDFIRST = f"The senior Northland diplomat stressed that {_STRESSED}”"
LINE = "PORT ALDER, October 1. /DSS/."
BODY = (
    f"Port Alder expects that {_EXPECTED}, Northland's Deputy Foreign Minister Orla Venn told DSS "
    "on Thursday.",
    "According to her, Northland and Southland are in close contact.",
    "“We expect that this work will bear fruit,” she pointed out.",
    f"At the same time, the senior Northland diplomat stressed that {_STRESSED}.”",
    "Renewed clashes between Eastland and Westland erupted on September 27.",
    "The area saw flare-ups in the summer of 2014 and this past July.",
    "Eastland and Westland have imposed martial law.",
    "Westland said 12 of its soldiers had been killed; Eastland's army put Westland's dead at up "
    "to 30 and at least 1,200 injured.",
    "Green Valley had been part of Eastland before the union broke up.",
    "In 1992-1994 large-scale fighting left Eastland without the valley.",
    "Talks have been going on since 1992 under the Lakeside Group, led by its three co-chairs - "
    "Northland, Southland and Isleland.",
)
TEXT = "\n\n".join(["All news", TITLE, STANDFIRST, f"{LINE} {' '.join(BODY)}"])

Fields = dict[str, Any]


def at(words: str, nth: int = 0) -> tuple[int, int]:
    """The span of the `nth` place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def _day(ref: str, words: str, begin: str, end: str | None = None, **more: str) -> Fields:
    value = more.get("value", begin)
    span = at(words)
    edtf = more.get("edtf", value)
    return {"id": ref, "span": span, "text": words, "type": "DATE", "value": value, "edtf": edtf,
            "begin": begin, "end": end or begin}  # fmt: skip


def _actor(ref: str, name: str, country: str, kind: str = "state", **more: Any) -> Fields:
    mentions = [{"span": at(name), "how": "name"}, *more.pop("mentions", [])]
    return {"id": ref, "name": name, "kind": kind, "country": country, "mentions": mentions, **more}


def _said(
    ref: str, by: str, cue: str, content: tuple[int, int], mode: str = "indirect", **more: Any
) -> Fields:
    date = None if by == "army" else "2020-10-01"
    return {"id": ref, "speaker": by, "cue": [at(cue)], "content": [content], "mode": mode,
            "date": date, **more}  # fmt: skip


def _event(ref: str, type_: str, trigger: str, edtf: str, begin: str, **more: Any) -> Fields:
    date = {
        "edtf": edtf,
        "begin": begin,
        "end": more.pop("end", begin),
        "time": more.pop("time", None),
    }
    return {"id": ref, "type": type_, "trigger": [at(trigger)], "date": date, **more}


def _document() -> Fields:
    sentences = [at(TITLE), at(STANDFIRST), *(at(sentence) for sentence in BODY)]
    return {
        "title": {"text": TITLE, "span": at(TITLE)},
        "standfirst": {"text": STANDFIRST, "span": at(STANDFIRST)},
        "dateline": {
            "span": at(LINE),
            "place": "PORT ALDER",
            "date": "2020-10-01",
            "agency": "DSS",
        },
        "agency": "Dateline Sample Service",
        "language": "en",
        "published": {
            "value": "2020-10-01",
            "basis": "inferred",
            "alternatives": ["2026-10-01", "2015-10-01"],
            "why": "October 1 was a Thursday after July 2020",
        },
        "sentences": sentences,
        "furniture": [at("All news")],
    }


def _actors() -> list[Fields]:
    venn = [
        {"span": at("The senior Northland diplomat"), "how": "title"},
        {"span": at("she"), "how": "pronoun"},
    ]
    role = {"title": "Deputy Foreign Minister", "country": "NRT"}
    return [
        _actor("venn", "Orla Venn", "NRT", "person", roles=[role], mentions=venn),
        _actor("north", "Northland", "NRT"),
        _actor("south", "Southland", "STH"),
        _actor("east", "Eastland", "EST"),
        _actor("west", "Westland", "WST"),
        _actor("isle", "Isleland", "ISL"),
        _actor("army", "Eastland's army", "EST", "organisation", sectors=["MIL"]),
    ]


def _statements() -> list[Fields]:
    contact = at("Northland, Southland in close contact over Green Valley")
    fruit = at("We expect that this work will bear fruit,")
    dead = at("Westland's dead at up to 30 and at least 1,200 injured")
    expected = at(f"Port Alder expects that {_EXPECTED}")
    close = at("Northland and Southland are in close contact")
    return [
        _said("s1", "venn", "says", contact),
        _said("s2", "venn", "stressed that", at(_STRESSED), "mixed", same_as=["s7"]),
        _said("s3", "venn", "told", expected, medium="DSS"),
        _said("s4", "north", "expects that", at(_EXPECTED), within="s3"),
        _said("s5", "venn", "According to", close),
        _said("s6", "venn", "pointed out", fruit, "direct"),
        _said("s7", "venn", "stressed that", at(_STRESSED, 1), "mixed", same_as=["s2"]),
        _said("s8", "army", "put", dead),
    ]


def _events() -> list[Fields]:
    sides = ["east", "west"]
    return [
        _event("e1", "CONSULT", "are in close contact", "2020-10-01", "2020-10-01",
               actors=["north", "south"], status="ongoing", attributed_to="s5"),
        _event("e2", "ASSAULT", "clashes", "2020-09-27", "2020-09-27", time="t3", actors=sides,
               places=["p1"]),
        _event("e3", "COERCE", "imposed martial law", "2020-09-27/..", "2020-09-27", end=None,
               mode="martial-law", actors=sides),
        _event("e4", "ASSAULT", "large-scale fighting", "1992/1994", "1992-01-01",
               end="1994-12-31", time="t6", mode="heavy-weapons", recipients=["east"]),
    ]  # fmt: skip


def _casualties() -> list[Fields]:
    own, other = (
        at("12 of its soldiers had been killed"),
        at("Westland's dead at up to 30 and at least 1,200 injured"),
    )
    of = {"side": "west", "category": "military"}
    return [
        {"id": "c1", "spans": [own], "killed": {"min": 12, "max": 12}, "by": "west", **of},
        {"id": "c2", "spans": [other], "killed": {"max": 30}, "injured": {"min": 1200},
         "by": "army", **of},
    ]  # fmt: skip


def _formats() -> list[Fields]:
    chairs = [{"actor": actor, "role": "co-chair"} for actor in ("north", "south", "isle")]
    relation = {"kind": "not_a_substitute_for", "to": "tried table",
                "spans": [at("no replacement for it")]}  # fmt: skip
    return [
        {"id": "f1", "name": "Lakeside Group", "spans": [at("Lakeside Group")], "since": "1992",
         "purpose": "Green Valley settlement", "members": chairs},
        {"id": "f2", "name": "Northland-Southland talks", "spans": [at("talks with Southland")],
         "members": [{"actor": "north"}, {"actor": "south"}], "relations": [relation]},
    ]  # fmt: skip


def valley(**changes: Any) -> Record:
    """The record; `changes` replace whole fields."""
    part_of = {"id": "r1", "place": "p1", "kind": "part_of", "holder": "east",
               "spans": [at("Green Valley had been part of Eastland")]}  # fmt: skip
    fields: Fields = {
        "id": "valley-1",
        "text": TEXT,
        "document": _document(),
        "times": [
            _day("t1", "October 1", "2020-10-01"),
            _day("t2", "Thursday", "2020-10-01"),
            _day("t3", "September 27", "2020-09-27"),
            _day("t4", "the summer of 2014", "2014-06-01", "2014-08-31", edtf="2014-22"),
            _day("t5", "this past July", "2020-07-01", "2020-07-31", value="2020-07"),
            _day("t6", "1992-1994", "1992-01-01", "1994-12-31", value="1992/1994"),
        ],
        "places": [
            {"id": "p1", "span": at("Green Valley"), "text": "Green Valley",
             "name": "Green Valley", "kind": "region"},
        ],
        "actors": _actors(),
        "statements": _statements(),
        "events": _events(),
        "casualties": _casualties(),
        "formats": _formats(),
        "territories": [part_of],
        "warnings": [{"code": "year_inferred", "message": "The dateline has no year.",
                      "span": at("October 1")}],
    }  # fmt: skip
    return Record.model_validate({**fields, **changes})
