"""Dateline reads news-wire stories about conflicts into records.

    import dateline
    record = dateline.read("story.txt")
    print(record.brief())

Names are imported at first use, so that `import dateline` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.api.chronicle import Chronicle
    from dateline.api.stories import annotate, read, use_roster
    from dateline.errors import DatelineError
    from dateline.reading.document import Document
    from dateline.record import Record, json_schema
    from dateline.store import Question

__version__ = "0.1.0"

__all__ = [
    "Chronicle",
    "DatelineError",
    "Document",
    "Question",
    "Record",
    "__version__",
    "annotate",
    "json_schema",
    "read",
    "use_roster",
]

_HOMES = {
    "annotate": "dateline.api.stories",
    "read": "dateline.api.stories",
    "use_roster": "dateline.api.stories",
    "Chronicle": "dateline.api.chronicle",
    "Question": "dateline.store",
    "DatelineError": "dateline.errors",
    "Document": "dateline.reading.document",
    "Record": "dateline.record",
    "json_schema": "dateline.record",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
