"""The caps of the desk."""

from __future__ import annotations

from typing import Final

from dateline.reading.limits import MAX_BYTES

PAGE: Final = 50
"""Things on a page of a list."""
MOST: Final = 200
"""Things that one answer of the API may hold."""
DEEPEST: Final = 1_000_000
"""Things that may be passed over (`offset`)."""
BODY: Final = MAX_BYTES + 100_000
"""Bytes of a form with a file in it."""
BODY_SECONDS: Final = 30.0
"""That a sender may leave the desk waiting for the next piece of a form."""
QUERY_SECONDS: Final = 10.0
"""For all questions to the chronicle of one request."""
JOBS: Final = 20
"""Pasted stories that are held in memory; the oldest gives way."""
WAIT_SECONDS: Final = 8.0
"""That a form waits for its record before it shows the page of progress."""
