"""Timelines on the open topics of T17: `python -m bench.timelines [TOPIC...]`.

For each topic, our ranking of days beside two baselines in the same run: PUBCOUNT (stories
published on the day) and MENTIONS (sentences that point to the day), all three with the same
choice of sentences. Three ways of asking:

    one      one timeline for all human ones; dates and sentences are the human means, rounded
    own      one for each human timeline, with its own number of dates and sentences
    period   the same, from its first to its last day (as papers on T17 do)

and the time that it took. `--cache FOLDER` keeps what the stories tell, so that a second run takes
seconds; its times are then those of the first. `--write FOLDER` writes the timelines of `one`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from bench.common import KIT, TODAY, need_kit, scorer
from dateline.link.timeline import Telling, choose, collect, importance, ranked, totals
from dateline.pool import annotate_all
from dateline.reading import read_documents

TOPICS = ("libya", "egypt", "haiti")
FIGURES = ("date_f1", "rouge1_concat_f1", "rouge1_agreement_f1")
WAYS = ("one", "own", "period")


class Topic(NamedTuple):
    """What the stories of a topic tell, and what it cost to read them."""

    tellings: list[Telling]
    published: Counter[str]
    stories: int
    seconds: float
    """Of processor time, one process: anatomy, language and times."""


class Human(NamedTuple):
    """A human timeline, as numbers."""

    source: str
    dates: int
    sentences: int
    first: str
    last: str


def read(name: str, jobs: int, cache: Path | None) -> Topic:
    """Read the stories of a topic, or what an earlier run kept of them."""
    kept = cache / f"{name}.pickle" if cache else None
    if kept and kept.is_file():
        return Topic(*pickle.loads(kept.read_bytes()))
    path = KIT / "dev" / "timelines" / f"t17-{name}" / "articles.jsonl.gz"
    tellings: list[Telling] = []
    published: Counter[str] = Counter()
    stories = 0
    begun = time.process_time() if jobs == 1 else time.perf_counter()
    for result in annotate_all(read_documents([str(path)]), TODAY, jobs, ("times",)):
        stories += 1
        day = result.record.document.published.value
        if day:
            published[day[:10]] += 1
        tellings += collect(result.record)
    seconds = (time.process_time() if jobs == 1 else time.perf_counter()) - begun
    topic = Topic(tellings, published, stories, seconds)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(tuple(topic)))
    return topic


def rankings(topic: Topic) -> dict[str, list[str]]:
    """Days by importance, by publications and by mentions."""
    mentions = Counter(t.day for t in topic.tellings if t.how != "published")
    pubs = topic.published
    return {
        "dateline": ranked(importance(totals(topic.tellings))),
        "PUBCOUNT": sorted(pubs, key=lambda d: (-pubs[d], d)),
        "MENTIONS": sorted(mentions, key=lambda d: (-mentions[d], d)),
    }


def humans(gold: Path) -> list[Human]:
    """The human timelines of a topic."""
    out = []
    with gzip.open(gold, "rt", encoding="utf-8") as file:
        for timeline in json.load(file):
            days = [entry["date"] for entry in timeline["timeline"]]
            told = sum(len(entry["sentences"]) for entry in timeline["timeline"])
            source, dates = timeline["source"], len(set(days))
            out.append(Human(source, dates, round(told / dates), min(days), max(days)))
    return out


def told(topic: Topic, order: list[str], dates: int, sentences: int) -> dict[str, list[str]]:
    """A timeline in the contract's form."""
    chosen = choose(topic.tellings, sorted(order[:dates]), sentences)
    return {day: [t.text for t in rows] for day, rows in chosen.items()}


def asked(topic: Topic, order: list[str], way: str, people: list[Human]) -> dict[str, Any]:
    """What the scorer gets: one timeline, or one for each human one."""
    if way == "one":
        dates = round(sum(h.dates for h in people) / len(people))
        sentences = round(sum(h.sentences for h in people) / len(people))
        return told(topic, order, dates, sentences)
    out = {}
    for h in people:
        days = [d for d in order if way == "own" or h.first <= d <= h.last]
        out[h.source] = told(topic, days, h.dates, h.sentences)
    return out


def main() -> None:
    """Print a table for each topic."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topics", nargs="*", default=TOPICS, metavar="TOPIC")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    need_kit()
    for name in options.topics:
        topic = read(name, options.jobs, options.cache)
        gold = KIT / "dev" / "timelines" / f"t17-{name}" / "timelines.json.gz"
        people = humans(gold)
        begun = time.perf_counter()
        orders = rankings(topic)
        linked = time.perf_counter() - begun
        print(
            f"{name}: {topic.stories} stories, {len(topic.tellings):,} tellings; "
            f"{topic.seconds / topic.stories * 1000:.0f} s a thousand stories to read, "
            f"{linked:.1f} s to rank the days three ways"
        )
        print(" " * 18 + "".join(f"{figure:>22}" for figure in FIGURES))
        for way in WAYS:
            for ranking, order in orders.items():
                timelines = asked(topic, order, way, people)
                print(f"  {way:<7} {ranking:<8}" + _figures(gold, timelines), flush=True)
                if options.write and way == "one" and ranking == "dateline":
                    options.write.mkdir(parents=True, exist_ok=True)
                    text = json.dumps(timelines, ensure_ascii=False, indent=1)
                    (options.write / f"{name}.json").write_text(text, encoding="utf-8")


def _figures(gold: Path, timelines: dict[str, Any]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(timelines, file)
        file.flush()
        figures = json.loads(scorer("timeline", gold, file.name, "--json"))
    return "".join(f"{figures[figure]:22.3f}" for figure in FIGURES)


if __name__ == "__main__":
    main()
