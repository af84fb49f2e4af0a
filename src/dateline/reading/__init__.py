"""Reading: files, pages, addresses and corpora become documents.

`read_document` gives one, `read_documents` all of many inputs. The names are imported at first
use, and the heavy libraries (trafilatura, urllib3, pyarrow) only when something needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.reading.document import Document

if TYPE_CHECKING:
    from dateline.reading.corpus import read_document, read_documents
    from dateline.reading.items import BadInput
    from dateline.reading.languages import Guess, language_of

__all__ = ["BadInput", "Document", "Guess", "language_of", "read_document", "read_documents"]

_HOMES = {
    "read_document": "corpus",
    "read_documents": "corpus",
    "BadInput": "items",
    "Guess": "languages",
    "language_of": "languages",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
