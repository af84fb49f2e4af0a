"""The roster: who is who, in files of one form, the built-in ones and a user's own.

    use("mine.csv", "more.yaml")     from now on, in this process and the pools it starts
    use()                            back to what the environment names
    chosen()                         the user's files in force
    check()                          read them now, so that what is wrong is said now

Without `use`, the environment variable DATELINE_ROSTER names the files, parted as in PATH; worker
processes inherit both. A file is read once in each process, at the first story. It is installed
knowledge: the same document gives another record under another roster, and the same under the same.
"""

from __future__ import annotations

import os
from os import PathLike, fspath
from typing import Final

VARIABLE: Final = "DATELINE_ROSTER"

_given: list[tuple[str, ...]] = []


def use(*files: str | PathLike[str]) -> None:
    """Let these files extend the built-in roster; none goes back to the environment's.

    Raises DataError, with file and line, where one cannot be read; then nothing changes.
    """
    from dateline.knowledge.roster.files import read_roster

    names = tuple(os.path.abspath(fspath(file)) for file in files)
    for name in names:
        read_roster(name)
    _given[:] = [names] if names else []


def check() -> None:
    """Read the files in force. Raises DataError, with file and line, where one cannot be read."""
    from dateline.knowledge.roster.files import read_roster

    for name in chosen():
        read_roster(name)


def chosen() -> tuple[str, ...]:
    """The user's files in force, as absolute paths, in order."""
    if _given:
        return _given[0]
    named = os.environ.get(VARIABLE, "")
    return tuple(os.path.abspath(name) for name in named.split(os.pathsep) if name)
