"""Casualties: claims about people killed, injured, captured, missing or displaced."""

from __future__ import annotations

from dateline.extract.casualties.claims import extract

__all__ = ["extract"]
