"""A chronicle opened for the questions of one request."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.desk.limits import QUERY_SECONDS
from dateline.errors import StoreError
from dateline.store import Store

_STEPS = 50_000
"""SQLite operations between two looks at the clock: about a millisecond."""


class SlowError(Exception):
    """A question took longer than `QUERY_SECONDS`."""


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The chronicle, to be read only, by a connection of this request's own.

    Beside a writer it sees what was committed when it asks. Raises StoreError where the file is
    missing or damaged, SlowError over the time limit.
    """
    with Store(path, create=False) as store:
        until = time.monotonic() + QUERY_SECONDS
        store.db.execute("PRAGMA query_only = ON")
        store.db.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)
        try:
            yield store
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise SlowError from error
            raise
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: is damaged: {error}") from error
