"""Which Dateline wrote an export."""

from __future__ import annotations

from dateline import __version__

PRODUCT = f"Dateline {__version__}"
"""Name and version."""
