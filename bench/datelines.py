"""Datelines and publication dates on real stories: `python -m bench.datelines [path]`.

Prints, for each set of stories and each source in it, the share with a dateline, with a place, a
date and an agency, the share of wire stories of 1997-2006 whose date line was stripped of its year
and whose year was inferred rightly, and the speed. `path` is the folder of the evaluation sets
(default: shared/eval/dev beside the checkout); `--misses N` and `--hits N` print a sample to read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.anatomy.dissect import dissect
from dateline.anatomy.story import Story
from dateline.reading.document import Document
from dateline.record import Notes

DEFAULT = Path(__file__).parents[2] / "shared" / "eval" / "dev"
SETS = (
    "articles/afp_xinhua_1997",
    "articles/karabakh_2020",
    "articles/wikinews_2019_2020",
    "articles/giveme5w1h",
    "quotes/train",
    "time/timebank",
    "time/aquaint",
    "geo/lgl",
    "geo/geowebnews",
    "timelines/t17-egypt/articles",
    "timelines/t17-haiti/articles",
    "timelines/t17-libya/articles",
    "events/plover_gsr",
    "events/zsp_plv_test",
    "ecbplus",
)
READ_ON = date(2026, 11, 23)
"""The reading date, fixed so that the figures do not move with the clock."""
# What a reader would call a dateline: a place or an agency before a dash, near the head.
_MARK = re.compile(
    r"\((?:\s?)(?:AP|AFP|Reuters|Xinhua|UPI|CNN|dpa|PTI|Bloomberg)\s?\)\s?(?:--|[-–—_])"
    r"|(?:^|[\n.!?] ?)[A-Z][A-Z .']{3,30}(?:, [A-Z][\w. ]{1,20})? ?(?:--|—|–| - |_ )"
)


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of one set; the wire set's date line is put back before its text."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row.get("dct_line"):
                row["text"] = f"{wire_line(row['dct_line'])} -- {row['text']}"
            yield row


def wire_line(line: str) -> str:
    """The set's "GAZA, Nov. 4 , 2006, 2006" as the agency printed it."""
    return re.sub(r"(, (?:19|20)\d\d), \d{4}", r"\1", line.replace(" ,", ","))


def read(row: dict[str, Any], text: str | None = None) -> Story:
    """Dissect a row's text without any metadata but the title."""
    document = Document(text=text or row["text"], title=row.get("title"))
    return dissect(document, Notes(), READ_ON)


def table(folder: Path, names: list[str]) -> None:
    """Print the share of stories with a dateline and its parts, by set and source."""
    print(f"{'set':32}{'source':14}{'stories':>8}{'dateline':>9}{'marked':>8}"
          f"{'of them':>8}{'place':>7}{'date':>7}{'agency':>7}{'title':>7}")  # fmt: skip
    agencies: Counter[str] = Counter()
    for name in names:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows(folder, name):
            count, facts = counts[source_of(row)], read(row).facts
            line = facts.dateline
            marked = _MARK.search(row["text"][:1000]) is not None
            said = {
                "stories": True,
                "line": line is not None,
                "marked": marked,
                "both": marked and line is not None,
                "place": bool(line and line.place),
                "date": bool(line and line.date),
                "agency": bool(line and line.agency),
                "title": bool(facts.title and facts.title.span),
            }
            count.update(said)
            if line:
                agencies[line.agency or "none"] += 1
        for source, c in sorted(counts.items()):
            share = {k: f"{c[k] / c['stories']:.3f}" for k in c}
            of_marked = f"{c['both'] / c['marked']:.3f}" if c["marked"] else "-"
            print(f"{name:32}{source:14}{c['stories']:8}{share['line']:>9}{c['marked']:8}"
                  f"{of_marked:>8}{share['place']:>7}{share['date']:>7}"
                  f"{share['agency']:>7}{share['title']:>7}")  # fmt: skip
    print("datelines by agency:", ", ".join(f"{a} {n}" for a, n in agencies.most_common(20)))


def source_of(row: dict[str, Any]) -> str:
    """The source's name, short enough for the table."""
    return str(row.get("source") or row.get("publisher") or "-")[:13]


def years(folder: Path) -> None:
    """Print how often the year of a dateline is inferred rightly when it is taken away."""
    for what, later in (("on " + READ_ON.isoformat(), None), ("200 days after the story", 200)):
        counts: Counter[str] = Counter()
        for row in rows(folder, "articles/afp_xinhua_1997"):
            line = wire_line(row["dct_line"])
            text = row["text"].replace(line, re.sub(r",? (?:19|20)\d\d", "", line), 1)
            day = date.fromisoformat(row["date"])
            today = day + timedelta(days=later) if later else READ_ON
            found = dissect(Document(text=text), Notes(), today).facts.published
            bound = "looks back" in found.why
            right = found.value == row["date"]
            counts.update({"all": 1, "right": right, "bound": bound, "bound_right": bound and right,
                           "listed": row["date"] in found.alternatives,
                           "open": found.value is None})  # fmt: skip
        total = counts["all"]
        print(
            f"year inferred, read {what} ({total} wire stories without it): "
            f"right {counts['right'] / total:.3f}, "
            f"among the alternatives {counts['listed'] / total:.3f}, "
            f"left open {counts['open'] / total:.3f}; right where the story names a past date "
            f"{counts['bound_right'] / max(1, counts['bound']):.3f} of {counts['bound']}"
        )


def speed(folder: Path) -> None:
    """Print stories a second of processor time."""
    documents = [Document(text=r["text"]) for n in SETS[:3] for r in rows(folder, n)]
    dissect(documents[0], Notes(), READ_ON)
    start = time.process_time()
    for document in documents:
        dissect(document, Notes(), READ_ON)
    passed = time.process_time() - start
    print(f"speed: {len(documents) / passed:.0f} stories/s ({len(documents)} stories)")


def sample(folder: Path, names: list[str], misses: int, hits: int) -> None:
    """Print a random sample of stories without and with a dateline, for reading."""
    chosen = random.Random(0)
    found: dict[bool, list[str]] = {True: [], False: []}
    for name in names:
        for row in rows(folder, name):
            line = read(row).facts.dateline
            at = line.span if line else (0, 0)
            text = row["text"]
            shown = f"{text[max(0, at[0] - 60) : at[0]]!r} [{text[at[0] : at[1]]}] "
            found[line is not None].append(f"{name}: {shown}{text[at[1] : at[1] + 120]!r}")
    for wanted, kind in ((misses, False), (hits, True)):
        for line_text in chosen.sample(found[kind], min(wanted, len(found[kind]))):
            print(("+ " if kind else "- ") + line_text)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--set", action="append", dest="sets", choices=SETS)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--hits", type=int, default=0)
    options = parser.parse_args()
    if not options.path.is_dir():
        print(f"skipped: no evaluation sets at {options.path}", file=sys.stderr)
        return
    names = options.sets or list(SETS)
    if options.misses or options.hits:
        sample(options.path, names, options.misses, options.hits)
        return
    table(options.path, names)
    if not options.sets:
        years(options.path)
        speed(options.path)


if __name__ == "__main__":
    main()
