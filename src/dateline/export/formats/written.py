"""What became of an export."""

from __future__ import annotations

from typing import NamedTuple


class Written(NamedTuple):
    """How much was written."""

    rows: int
    """Rows, features, or entries."""
    left_out: int = 0
    """Events that the format cannot hold."""
    why: str = ""
    """What they lack."""
