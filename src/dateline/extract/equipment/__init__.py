"""Equipment lost: how many tanks, drones, helicopters, whose, how, and on whose word."""

from __future__ import annotations

from dateline.extract.equipment.claims import extract

__all__ = ["extract"]
