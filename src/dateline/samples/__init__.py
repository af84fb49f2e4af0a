"""Twelve stories to try Dateline on: well-documented public facts in our own words.

`README.md` beside this file says what each is, where its facts come from and what is invented.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

_SUFFIXES: Final = (".txt", ".html", ".jsonl")


def paths() -> list[Path]:
    """The sample files, sorted by name: texts, a web page, and a corpus of two rows.

    Raises FileNotFoundError where the package does not lie in a folder (inside a zip file).
    """
    folder = Path(str(resources.files(__package__)))
    found = sorted(path for path in folder.glob("*") if path.suffix in _SUFFIXES)
    if not found:
        raise FileNotFoundError(f"no sample stories in {folder}")
    return found
