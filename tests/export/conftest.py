"""A chronicle with what is hard to write down: quotes, commas, line breaks, formulas, scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.records import Draft, valley
from tests.store.test_store import NOW

from dateline.chronicle.keep import Keeper
from dateline.store import Store

FORMULA = '=HYPERLINK("http://example.org","tea, anyone?")'

FORMAT = '=Northland; "Östland" talks'


def shelling() -> Draft:
    """Shelling with two claims of deaths, a protest, a plan, a denial, and awkward words."""
    draft = Draft(
        f"{FORMULA}\n"
        'Northland shelled “Östby”, a town; officials of Östland, said; "five" civilians died.\n'
        "A rebel spokesman said seven civilians died in Östby.\n"
        "Students marched in Östby — Ուսանողներ 🕊, <b>all day</b>.\n"
        "Northland will meet Östland in May.\n"
        "Northland denied that its soldiers burned the mill.\n"
        "Rebels of the Blue Dawn fought soldiers of Östland in March.\n",
        "2021-04-02",
        'The "Post", Ltd',
    )
    draft.fields["document"]["url"] = "https://example.org/a?b=1&c=2"
    northland = draft.actor("Northland", country="NOR", sectors=["GOV"])
    ostland = draft.actor("Östland", country="SWE", sectors=["GOV"])
    rebels = draft.actor("rebel spokesman", "population", "NOR", sectors=["REB"])
    civilians = draft.actor("civilians", "population", "SWE", sectors=["CVL"])
    students = draft.actor("Students", "population", sectors=["EDU"])
    role = {"title": "Captain", "country": "SWE"}
    soldiers = draft.actor("soldiers of Östland", "person", "SWE", sectors=["MIL"], roles=[role])
    dawn = draft.actor("Blue Dawn", "armed_group", "SWE", sectors=["REB"])
    town = draft.place("Östby", "SWE", 2)
    draft.fields["places"][0] |= {"lat": 59.25, "lon": 18.5}
    claim = draft.statement(ostland, "said", "Northland shelled “Östby”")
    draft.event(
        "ASSAULT",
        "shelled",
        "2021-04-01",
        mode="heavy-weapons",
        cameo="194",
        actors=[northland],
        recipients=[civilians],
        places=[town],
        contexts=["military", "territory"],
        attributed_to=claim,
        intensity=-9.5,
        confidence=0.75,
    )
    draft.event("PROTEST", "marched", None, mode="demo", actors=[students], places=[town])
    draft.event("CONSULT", "meet", "2021-05-01", actors=[northland, ostland], status="planned")
    draft.event("ASSAULT", "burned", None, actors=[northland], status="denied", mode="destroy")
    draft.event("ASSAULT", "fought", "2021-03-01", cameo="190", actors=[dawn, soldiers])
    draft.fields["events"][-1]["date"] |= {"edtf": "2021-03", "end": "2021-03-31"}
    draft.fields["times"] = [
        {"id": "t1", "span": draft.at("in May"), "text": "in May", "type": "DATE"}
        | {"value": "2021-05", "edtf": "2021-05", "begin": "2021-05-01", "end": "2021-05-31"}
    ]
    draft.format(
        FORMAT,
        "Northland will meet Östland",
        (northland, "host"),
        (ostland, None),
        since="2021-05",
        purpose="“Östby”, a town; officials",
        relations=[{"kind": "under", "to": '+the "Mill" process', "spans": [draft.at("mill")]}],
    )
    for words, number, by in (("five", 5, ostland), ("seven", 7, rebels)):
        draft.fields["casualties"].append(
            {
                "id": f"c{number}",
                "spans": [draft.at(words)],
                "side": None,
                "category": "civilian",
                "killed": {"min": number, "max": number},
                "by": by,
            }
        )
    return draft


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two stories; nothing writes into them."""
    with Store(tmp_path_factory.mktemp("export") / "c.db") as store:
        keeper = Keeper(store)
        with keeper.writing():
            for draft, known in ((valley(), {"source": "DSS"}), (shelling(), {})):
                keeper.keep(draft.document(**known), draft.record(), NOW)
        yield store
