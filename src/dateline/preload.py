"""What a fork server loads before it forks workers: one load of the model and the tables for all.

Importing this reads one sentence. The children share the memory until they write to it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from dateline.pipeline import annotate_document
from dateline.reading.document import Document

SENTENCE = "LONDON, March 5 - The minister told reporters on Thursday that two people were killed."

with suppress(Exception):  # each worker will say so itself, with its document
    annotate_document(Document(SENTENCE), date(2026, 1, 1))
