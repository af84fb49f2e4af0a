"""The record's types: the contract, its schema, ids that stay."""

from __future__ import annotations

import json

import jsonschema
import pytest
from pydantic import ValidationError

from dateline.record import Actor, Caution, Ids, Mention, Notes, Record, Time, json_schema


def record() -> Record:
    time = Time(id="t1", span=(0, 6), text="Monday", type="DATE", value="2020-10-05")
    actor = Actor(
        id="a1", name="Ostland", kind="state", mentions=[Mention(span=(7, 14), how="name")]
    )
    return Record(id="x", text="Monday Ostland", times=[time], actors=[actor])


def test_round_trip_gives_the_same_bytes() -> None:
    text = record().to_json()
    assert Record.from_json(text).to_json() == text
    assert json.loads(text)["schema"] == "dateline/1"


def test_the_record_is_valid_by_its_own_schema() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record().to_dict(), schema)


def test_every_field_of_the_contract_is_there() -> None:
    contract = (
        "id schema text document times places actors statements events casualties equipment "
        "formats territories warnings"
    )
    assert list(record().to_dict()) == contract.split()


def test_a_mistyped_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Time.model_validate(
            {"id": "t", "span": [0, 1], "text": "x", "type": "DATE", "value": "1", "vaule": "2"}
        )


def test_evidence_is_the_words_that_carry_a_value() -> None:
    assert record().times[0].evidence() == [(0, 6)]
    assert record().actors[0].evidence() == [(7, 14)]


def test_ids_stay_when_other_words_come() -> None:
    alone, among = Ids(), Ids()
    among.new("t", "Tuesday")
    assert alone.new("t", "Monday ") == among.new("t", "monday")


def test_equal_words_get_ids_of_their_own() -> None:
    ids = Ids()
    first, second = ids.new("t", "Monday"), ids.new("t", "Monday")
    assert first != second
    assert second.startswith(first)


def test_a_warning_is_kept_once() -> None:
    notes = Notes()
    notes.warn("no_date", "there is no date")
    notes.warn("no_date", "there is no date")
    assert notes.warnings == [Caution(code="no_date", message="there is no date")]
