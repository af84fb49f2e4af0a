"""The record: what Dateline says about one document, and the ground floor of the project.

Plain typed values that serialise to the same bytes each time. Imports nothing of the project.
"""

from dateline.record.base import Span, Spans
from dateline.record.claims import (
    Casualty,
    Caution,
    Count,
    EquipmentLoss,
    Event,
    EventDate,
    Format,
    Member,
    Relation,
    Statement,
    Territory,
    Together,
)
from dateline.record.document import DatelineLine, DocumentFacts, Line, Published
from dateline.record.ids import Ids, document_id
from dateline.record.notes import Notes, Rejection
from dateline.record.record import Record, json_schema
from dateline.record.values import Actor, Mention, Place, Role, Time

__all__ = [
    "Actor",
    "Casualty",
    "Caution",
    "Count",
    "DatelineLine",
    "DocumentFacts",
    "EquipmentLoss",
    "Event",
    "EventDate",
    "Format",
    "Ids",
    "Line",
    "Member",
    "Mention",
    "Notes",
    "Place",
    "Published",
    "Record",
    "Rejection",
    "Relation",
    "Role",
    "Span",
    "Spans",
    "Statement",
    "Territory",
    "Time",
    "Together",
    "document_id",
    "json_schema",
]
