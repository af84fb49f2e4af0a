"""Opening a chronicle's file, and bringing an older one forward."""

from __future__ import annotations

import sqlite3
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.errors import StoreError
from dateline.store.brought import FILLS

APPLICATION_ID = 0x444C4E31
"""Marks a SQLite file as a chronicle ("DLN1"; SQLite's `application_id`)."""
PATIENCE = 30.0
"""Seconds that a writer waits for another one."""

CHECKPOINT = 8192
"""Pages (of 4 KiB) that the log holds before they go into the file: a story changes hundreds, and
many of them are the same as the next one's."""


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """The chronicle at `path`, in its present form.

    One connection writes at a time and any number read beside it (WAL). What a transaction has
    committed is on the disk, whatever happens to the process or the machine. Raises StoreError
    where the file is missing (and not to be created), is no chronicle, or is one of a later
    version.
    """
    if not create and not path.is_file():
        raise StoreError(f"{path}: there is no such chronicle")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise StoreError(f"{path}: cannot be opened: {error}") from error
    try:
        _prepare(db, path)
    except sqlite3.DatabaseError as error:
        db.close()
        raise StoreError(f"{path}: is no chronicle, or is damaged: {error}") from error
    except StoreError:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    db.row_factory = sqlite3.Row
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if mark != APPLICATION_ID and (mark or tables):
        raise StoreError(f"{path}: is a SQLite file, but no chronicle")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA cache_size = -65536")  # KiB
    db.execute("PRAGMA mmap_size = 268435456")
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
    _migrate(db, path)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    """Run the steps that the file has not seen, each in a transaction of its own."""
    steps = _steps()
    if _version(db) > len(steps):
        raise StoreError(
            f"{path}: is of version {_version(db)}, and this Dateline knows {len(steps)}; "
            "a newer Dateline made it"
        )
    if _version(db) == len(steps):
        return
    # For the steps: the JSON of a record as it lies in `body`.
    db.create_function("unpacked", 1, lambda body: zlib.decompress(body).decode())
    for number, step in enumerate(steps, 1):
        db.execute("BEGIN IMMEDIATE")
        if _version(db) < number:  # asked again: another process may have been faster
            for statement in _statements(step):
                db.execute(statement)
            if number in FILLS:
                FILLS[number](db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number}")
        db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@cache
def _steps() -> tuple[str, ...]:
    """The migrations in order."""
    folder = files("dateline.store") / "schema"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def _statements(script: str) -> list[str]:
    """The statements of a script. (`executescript` would commit before it begins.)"""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found
