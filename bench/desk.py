"""How soon the desk answers: `python -m bench.desk FILE.db [--wait SECONDS] [--times N]`.

A desk of its own is started on the chronicle. After `--wait` seconds (30: it makes the first page
and what that leads to ahead) each kind of page is asked for N times (20), with different values as
a reader would choose them: stories, days, actors and places as often as the chronicle names them.
Printed for each: milliseconds to the first byte (median, 95th percentile, slowest), and the weight
of the largest page in kB, gzipped. `--wait 0` shows what the first reader waits for.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from dateline.store import Store

SEED = 20201001
WORDS = ("ceasefire", "shelling", "talks", "drones", "refugees", "villages", "aid", "corridor")
MOST = 300
"""Actors, places and formats that are asked for: the most usual ones."""


def main() -> None:
    """Ask each kind of page and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--wait", type=float, default=30.0)
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    pages = kinds(args.file)
    with served(args.file) as port:
        time.sleep(args.wait)
        print(f"{'ms to the first byte':24}{'median':>8}{'p95':>8}{'slowest':>9}{'kB':>6}")
        for name, address in pages.items():
            took, weight = [], 0
            for _ in range(args.times):
                seconds, body = ask(port, address())
                took.append(seconds * 1e3)
                weight = max(weight, len(gzip.compress(body)))
            took.sort()
            p95 = took[max(0, -(-len(took) * 95 // 100) - 1)]
            print(
                f"{name:24}{statistics.median(took):8.0f}{p95:8.0f}{took[-1]:9.0f}"
                f"{weight / 1e3:6.0f}",
                flush=True,
            )


@contextmanager
def served(path: Path) -> Iterator[int]:
    """The port of a desk that runs while the block does."""
    command = [sys.executable, "-m", "dateline", "desk", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r":(\d+)/", line)
        if found is None:
            sys.exit(f"no desk: {line!r}")
        port = int(found[1])
        while True:
            try:
                ask(port, "/static/desk.css")
                break
            except ConnectionError:
                time.sleep(0.05)
        try:
            yield port
        finally:
            process.terminate()


def ask(port: int, address: str) -> tuple[float, bytes]:
    """(seconds to the first byte of the answer, the page at the end of all redirections)."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        start = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        first = answer.read(1)
        took = time.perf_counter() - start
        body = first + answer.read()
        onward = answer.headers.get("Location")
    finally:
        connection.close()
    if answer.status >= 400:
        sys.exit(f"{address}: status {answer.status}")
    if onward:
        more, body = ask(port, onward)
        return took + more, body
    return took, body


def kinds(path: Path) -> dict[str, Callable[[], str]]:
    """Kind of page -> makes an address of one."""
    chance = random.Random(SEED)
    with Store(path, create=False) as store:

        def column(query: str) -> list[str]:
            return [str(row[0]) for row in store.db.execute(query)]

        stories = column("SELECT id FROM story")
        days = column("SELECT day FROM story WHERE day IS NOT NULL")
        incidents = column("SELECT DISTINCT incident FROM event WHERE incident IS NOT NULL")
        actors = store.db.execute(
            "SELECT actor.name, count(*) AS stories FROM appearance JOIN actor"
            f" ON actor.id = appearance.actor GROUP BY actor.id ORDER BY stories DESC LIMIT {MOST}"
        ).fetchall()
        places = store.db.execute(
            "SELECT place.name, count(*) AS events FROM scene JOIN place ON place.id = scene.place"
            f" GROUP BY place.id ORDER BY events DESC LIMIT {MOST}"
        ).fetchall()
        formats = column("SELECT name FROM format")

    def one(rows: list[tuple[str, int]]) -> str:
        return chance.choices([r[0] for r in rows], [r[1] for r in rows])[0]

    def span(length: int) -> list[tuple[str, str]]:
        first = date.fromisoformat(chance.choice(days))
        return [("from", str(first)), ("until", str(first + timedelta(days=length)))]

    def pair() -> list[tuple[str, str]]:
        chosen: list[str] = []
        while len(set(chosen)) < 2:
            chosen = [one(actors), one(actors)]
        return [("between", name) for name in chosen]

    def to(page: str, *pairs: tuple[str, str]) -> str:
        return f"{page}?{urlencode(pairs)}" if pairs else page

    pages: dict[str, Callable[[], str]] = {
        "overview": lambda: "/",
        "overview of a pair": lambda: to("/", *pair()),
        "stories": lambda: "/stories",
        "stories on a word": lambda: to("/stories", ("words", chance.choice(WORDS))),
        "a story": lambda: f"/story/{chance.choice(stories)}",
        "statements": lambda: "/statements",
        "statements of one": lambda: to("/statements", ("by", one(actors)), *span(365)),
        "events": lambda: "/events",
        "events of one": lambda: to("/events", ("actor", one(actors)), *span(90)),
        "events of a pair": lambda: to("/events", *pair(), *span(365)),
        "incidents": lambda: "/incidents",
        "an incident": lambda: f"/incident/{chance.choice(incidents)}",
        "timeline": lambda: "/timeline",
        "timeline of one": lambda: to("/timeline", ("actor", one(actors)), *span(365)),
        "a day": lambda: f"/day/{chance.choice(days)}",
        "map": lambda: "/map",
        "map of a month": lambda: to("/map", *span(30)),
        "events at a place": lambda: to("/events", ("place", one(places)), *span(90)),
        "actors": lambda: "/actors",
        "an actor": lambda: to("/actor", ("name", one(actors))),
        "formats": lambda: "/formats",
        "intensity": lambda: "/intensity",
        "intensity of a pair": lambda: to("/intensity", *pair()),
        "brief": lambda: "/brief",
        "brief of one, a month": lambda: to("/brief", ("actor", one(actors)), *span(30)),
        "worklist": lambda: "/review",
        "warnings": lambda: "/review?show=warnings",
    }
    if formats:
        pages["a format"] = lambda: to("/format", ("name", chance.choice(formats)))
    return pages


if __name__ == "__main__":
    main()
