"""Territories: whose they are, were, or are said to be."""

from __future__ import annotations

from dateline.extract.territories.claims import extract

__all__ = ["extract"]
