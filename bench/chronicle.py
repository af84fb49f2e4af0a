"""How a chronicle grows: `python -m bench.chronicle [--anyhow] [N...]` (default 1000 10000 100000).

Stories of the evaluation kit (without it the samples) are read once and then kept N times, each
copy under an address of its own, with its dates moved and a third of its longer words spelt
backwards, so that it is no copy of the wire's and grows the index as a new story would. They come
as a wire sends them, day after day, 27 a day, so that 100,000 are ten years of one war; with
`--anyhow` in no order, as from an archive: then each day fills up as the chronicle grows.
Printed for each N: stories kept a second, the cost of the last tenth of the stories beside that of
the first thousand and of the third (it should stay flat from there on: the first finds little to
link with), the size of the file, and for each kind of question
the median and the 95th percentile of 40 askings, with different values each time. Reading a story
costs far more than keeping it: `bench.speed` measures that.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from zlib import crc32

from bench.common import KIT, TODAY, rows
from dateline.chronicle.keep import Keeper
from dateline.chronicle.timeline import ranks, timeline
from dateline.pool import annotate_all
from dateline.reading.document import Document
from dateline.record import Record
from dateline.samples import paths
from dateline.store import Question, Store, events, statements, stories

STORIES = 200
"""Stories that are read."""
ASKED = 40
_LONG = re.compile(r"\b[a-z]{4,}\b")
DAYS = 3650
A_DAY = 27


def main() -> None:
    """Grow a chronicle to each size and ask it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--anyhow", action="store_true", help="in no order of days")
    args = parser.parse_args()
    sizes = sorted(args.sizes)
    day = anyhow if args.anyhow else in_order
    records = list(_records())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        with Store(path) as store:
            costs: list[float] = []
            for size in sizes:
                grow(store, records, size, costs, day)
                _report(store, path, costs)


def _records() -> Iterator[dict[str, Any]]:
    """The records of some stories, as plain values. All are dated, so that all events are."""
    path = KIT / "dev" / "articles" / "karabakh_2020.jsonl.gz"
    if path.is_file():
        texts = [row["text"] for row in islice(rows(path), STORIES)]
    else:
        texts = [p.read_text() for p in paths() if p.suffix == ".txt"]
    documents = (Document(text=text, date="2020-10-12", id=str(n)) for n, text in enumerate(texts))
    for result in annotate_all(documents, TODAY):
        yield result.record.to_dict()


def in_order(number: int) -> int:
    """By how many days the dates of a copy are moved, as a wire sends them."""
    return number // A_DAY - DAYS // 2


def anyhow(number: int) -> int:
    """By how many days the dates of a copy are moved, as they come out of an archive."""
    return number * 37 % DAYS - DAYS // 2


def grow(
    store: Store,
    records: list[dict[str, Any]],
    size: int,
    costs: list[float],
    day: Callable[[int], int],
) -> None:
    """Keep copies until there are `size`; the seconds of each go to `costs`."""
    keeper = Keeper(store)
    sources = islice(cycle(records), len(costs), None)
    while len(costs) < size:
        numbers = range(len(costs), len(costs) + 16)
        batch = [_copy(next(sources), n, timedelta(days=day(n))) for n in numbers]
        start = time.perf_counter()
        with keeper.writing():
            for document, record in batch:
                keeper.keep(document, record, "2026-01-01T00:00:00+00:00")
        costs += [(time.perf_counter() - start) / len(batch)] * len(batch)


def _copy(source: dict[str, Any], number: int, moved: timedelta) -> tuple[Document, Record]:
    """A story like `source` that happened on other days and says so in a few words of its own."""
    text = _reworded(source["text"], number // STORIES)
    record = {**source, "id": f"c{number}", "text": f"{text}\nword{number % 5000}"}
    record["document"] = {
        **source["document"],
        "url": f"http://bench.invalid/{number}",
        "published": {"value": _moved("2020-10-12", moved), "basis": "metadata"},
    }
    for family, fields in (("times", ("begin", "end")), ("statements", ("date",))):
        record[family] = [
            {**value, **{f: _moved(value[f], moved) for f in fields}} for value in source[family]
        ]
    record["events"] = [
        {
            **e,
            "date": e["date"]
            and {**e["date"], **{f: _moved(e["date"][f], moved) for f in ("begin", "end")}},
        }
        for e in source["events"]
    ]
    made = Record.model_validate(record)
    return Document(text=made.text, url=made.document.url, date=made.document.published.value), made


def _reworded(text: str, edition: int) -> str:
    """The text with every third of its longer words backwards, another third in each edition."""

    def turned(match: re.Match[str]) -> str:
        word = match[0]
        return word[::-1] if crc32(f"{word}{edition}".encode()) % 3 == 0 else word

    return _LONG.sub(turned, text) if edition else text


def _moved(day: str | None, by: timedelta) -> str | None:
    try:
        return (date.fromisoformat(day or "") + by).isoformat()
    except (ValueError, OverflowError):
        return day


def _questions() -> dict[str, Callable[[Store, int], object]]:
    """Kinds of question, each asked with the n-th values."""

    def month(n: int) -> str:
        return f"{2016 + n % 9}-{1 + n % 12:02}"

    words = ("ceasefire", "Nagorno-Karabakh", "Minsk Group", "drone", "peacekeepers", "Lavrov said")
    people = ("Pashinyan", "Aliyev", "Lavrov", "Macron", "Erdogan", "Putin")
    return {
        "search: words": lambda s, n: list(
            stories(s.db, Question(words=f"{words[n % 6]} {words[n // 3 % 6]}", limit=20))
        ),
        "search: a rare word": lambda s, n: list(
            stories(s.db, Question(words=f"word{n * 241 % 5000}", limit=20))
        ),
        "search: words, actor and month": lambda s, n: list(
            stories(
                s.db,
                Question(words=words[n % 6], actor=people[n % 5], since=month(n), until=month(n)),
            )
        ),
        "statements: one speaker": lambda s, n: list(
            statements(s.db, Question(by=people[n % 6], since=month(n), limit=50))
        ),
        "statements: one speaker on words": lambda s, n: list(
            statements(s.db, Question(by=people[n % 6], words=words[n % 4], limit=50))
        ),
        "timeline: of all stories": lambda s, n: timeline(s.db, 20 + n % 5, 2),
        "timeline: of a pair in a year": lambda s, n: timeline(
            s.db,
            10,
            2,
            Question(actor=people[n % 5], since=month(n)[:4], until=month(n)[:4]),
        ),
        "timeline: on words": lambda s, n: timeline(
            s.db, 10, 2, Question(words=f"{words[n % 6]} word{n * 241 % 50}*")
        ),
        "events: a pair in a month": lambda s, n: list(
            events(s.db, Question(pair=("Armenia", "Azerbaijan"), since=month(n), until=month(n)))
        ),
        "events: a type at a place": lambda s, n: list(
            events(s.db, Question(type="ASSAULT", place=("Ganja", "Stepanakert", "Shusha")[n % 3]))
        ),
    }


def _report(store: Store, path: Path, costs: list[float]) -> None:
    """What the chronicle costs at its present size."""
    ranks(store.db)  # as an ingestion does when it ends
    last = statistics.mean(costs[-max(1000, len(costs) // 10) :])
    first, third = (last / statistics.mean(costs[n:][:1000] or costs) for n in (0, 2000))
    size = path.stat().st_size / 1e6
    print(
        f"{len(costs):,} stories: {1 / statistics.mean(costs):,.0f} kept a second; the last tenth "
        f"costs {first:.2f} of the first thousand, {third:.2f} of the third; {size:,.0f} MB, "
        f"{size / len(costs) * 1000:.1f} kB a story"
    )
    for name, ask in _questions().items():
        took = []
        for n in range(ASKED):
            start = time.perf_counter()
            ask(store, n)
            took.append((time.perf_counter() - start) * 1000)
        p95 = statistics.quantiles(took, n=20)[-1]
        median = statistics.median(took)
        print(f"  {name:<36} median {median:7.1f} ms   p95 {p95:7.1f} ms", flush=True)


if __name__ == "__main__":
    main()
