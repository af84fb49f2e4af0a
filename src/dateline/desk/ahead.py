"""Pages made before anyone opens them: the first page, and all that it leads to.

In a large chronicle a page that counts (a country, the intensity of a pair) takes a second or more
once, and is quick then (`remembered.py`). Who opens the first page reads it for longer than that.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route

from dateline.desk.opening import SlowError
from dateline.errors import DatelineError

AFTER: Final = 2.0
"""Seconds from the start to the first page: the reader's own comes before."""
REST: Final = 5.0
"""Seconds without a change after which a chronicle is read again: an ingestion writes all the
time."""
PAUSE: Final = 0.05
"""Seconds between two pages, in which others are served."""
EACH: Final = 6
"""Pages of one kind: a drawing links each of its days."""
_LINK: Final = re.compile(rb'<a\b[^>]*?\bhref="(/[^"]*)"')
_APART: Final = ("/static", "/export", "/api", "/paste")


class Ahead:
    """Asks for the pages in a thread of its own, again whenever the chronicle has changed."""

    def __init__(self, app: Starlette) -> None:
        self._app = app
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ahead", daemon=True)

    def start(self) -> None:
        """Begin, in a while."""
        self._thread.start()

    def close(self) -> None:
        """End, at the latest when the page is made that is being made."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        read = seen = None
        wait = AFTER
        while not self._ended.wait(wait):
            state = self._app.state.remembered.state()
            if state not in (read, seen) and seen is not None:
                seen = state  # written to a moment ago, and perhaps not for the last time
            elif state != read:
                for _ in self.ask():
                    if self._ended.wait(PAUSE):
                        return
                read = seen = state
            wait = REST

    def ask(self) -> Iterator[str]:
        """Make the first page and those that it leads to, each with its address."""
        first = self._made("/")
        yield "/"
        links = _LINK.findall(bytes(first.body)) if first is not None else []
        of_kind: Counter[str] = Counter()
        for link in dict.fromkeys(unescape(raw.decode()) for raw in links):
            kind = link.split("?")[0].split("/")[1]
            if link == "/" or link.startswith(_APART) or of_kind[kind] >= EACH:
                continue
            of_kind[kind] += 1
            made = self._made(link)
            if made is not None and "location" in made.headers:
                self._made(made.headers["location"])
            yield link

    def _made(self, link: str) -> Response | None:
        """The page at an address; None where there is none, or it would be told as an error."""
        address = urlsplit(link)
        scope = {
            "type": "http",
            "method": "GET",
            "path": address.path,
            "query_string": address.query.encode(),
            "headers": [],
            "app": self._app,
        }
        for route in self._app.routes:
            match, more = route.matches(scope)
            if match is Match.FULL and isinstance(route, Route):
                try:
                    made: Response = route.endpoint(Request({**scope, **more}))
                except (DatelineError, HTTPException, SlowError):
                    return None  # its reader will be told
                return made
        return None
