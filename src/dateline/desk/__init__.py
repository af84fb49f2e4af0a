"""The desk: a chronicle as web pages on this machine, and an HTTP API beside them.

    guard -> app -> pages (what a person reads), api (the same as JSON)

`desk(path)` makes the application, `serve` runs it. Everything that is shown comes from the
chronicle or from what the user pastes; the desk asks no other host for anything, except for an
address that the user tells it to read.
"""

from dateline.desk.app import desk

__all__ = ["desk"]
