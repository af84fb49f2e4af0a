"""Is what a story tells again one event? `python -m bench.told_again`

Needs the evaluation kit in ../shared/eval beside the checkout. `told_again.tsv` holds what readers
who did not write the rules say of open articles (their first 3,500 characters): which words tell
the same happening. Only words that the program reads as events of one type are compared: as pairs
(is each pair of tellings joined, and rightly?), and as rows that a data set has too many, because
one happening has several.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from bench.common import KIT, TODAY, need_kit
from bench.common import rows as articles
from dateline.pipeline import FAMILIES, annotate_document
from dateline.reading.document import Document

LABELS = Path(__file__).with_name("told_again.tsv")
SIZE = 3500
"""Characters of each article that were read."""
UNDATED = "2020-10-12"
"""The day taken for the articles that have none, all of the autumn of 2020."""


@dataclass
class Story:
    """What readers say of an article."""

    half: str
    groups: list[tuple[bool, list[int]]] = field(default_factory=list)
    """Starts of words that tell one happening, and whether the readers are sure."""
    once: list[int] = field(default_factory=list)
    """Starts of words whose happening is told once."""


@dataclass
class Tally:
    """Pairs of tellings and rows of events."""

    stories: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    rows: int = 0
    surplus: int = 0


def labels() -> dict[tuple[str, int], Story]:
    """By source and line of the article: what readers say of it."""
    out: dict[tuple[str, int], Story] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        half, source, number, told, starts = line.split("\t")
        story = out.setdefault((source, int(number)), Story(half))
        tokens = [int(s) for s in starts.split()]
        if told == "once":
            story.once += tokens
        else:
            story.groups.append((told == "sure", tokens))
    return out


def count(story: Story, row_of: Mapping[int, tuple[str, str]], tally: Tally) -> None:
    """Add a story; `row_of` has for each word that tells an event that event's id and type."""
    tally.stories += 1
    group_of = {s: (i, sure) for i, (sure, group) in enumerate(story.groups) for s in group}
    known = [s for s in (*group_of, *story.once) if s in row_of]
    tally.rows += len({row_of[s] for s in known})
    for a, b in combinations(known, 2):
        if row_of[a][1] != row_of[b][1]:
            continue
        one = a in group_of and b in group_of and group_of[a] == group_of[b]
        joined = row_of[a] == row_of[b]
        if one and not group_of[a][1]:
            continue  # the readers are not sure
        tally.right += one and joined
        tally.wrong += joined and not one
        tally.missed += one and not joined
    for sure, group in story.groups:
        by_type: dict[str, set[str]] = defaultdict(set)
        for event, type_ in (row_of[s] for s in group if sure and s in row_of):
            by_type[type_].add(event)
        tally.surplus += sum(len(events) - 1 for events in by_type.values())


def read(text: str, day: str | None) -> dict[int, tuple[str, str]]:
    """For each start of a trigger word of an article: its event's id and type."""
    document = Document(text=text[:SIZE], date=day or UNDATED, id="story")
    events = annotate_document(document, TODAY, FAMILIES).events
    return {start: (e.id, e.type) for e in events for start, _ in reversed(e.trigger)}


def main() -> None:
    """Read the articles and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    need_kit()
    wanted = labels()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for source in sorted({source for source, _ in wanted}):
        path = KIT / "dev" / "articles" / f"{source}.jsonl.gz"
        for number, row in enumerate(articles(path)):
            if (story := wanted.get((source, number))) is not None:
                count(story, read(row["text"], row.get("date")), tallies[story.half])
    print(
        f"{'half':<8} {'stories':>7} {'rows':>6} {'too many':>9} {'pairs P':>8} {'R':>6} {'F1':>6}"
    )
    for half, t in sorted(tallies.items(), reverse=True):
        p, r = t.right / (t.right + t.wrong), t.right / (t.right + t.missed)
        print(
            f"{half:<8} {t.stories:>7} {t.rows:>6} {t.surplus / t.rows:>9.3f} "
            f"{p:>8.3f} {r:>6.3f} {2 * p * r / (p + r):>6.3f}"
        )


if __name__ == "__main__":
    main()
