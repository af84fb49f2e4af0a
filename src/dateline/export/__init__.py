"""Exports: what a chronicle holds as tables, maps, calendars and timelines.

`TELLERS` yield what fits a question story by story, so that each record is opened once; a set of
columns (`columns/*.tsv`) says which fields go out under which names; a format writes them.
"""

from dateline.export.columnset import ColumnSet, column_set, set_names
from dateline.export.exporting import FORMATS, TELLERS, export, rows
from dateline.export.formats.written import Written
from dateline.export.frames import frame

__all__ = [
    "FORMATS",
    "TELLERS",
    "ColumnSet",
    "Written",
    "column_set",
    "export",
    "frame",
    "rows",
    "set_names",
]
