"""A user's roster of many actors: `python -m bench.roster [N]` (default 100,000).

Prints the seconds of processor time that it takes to load invented actors from CSV and YAML, and
to read the same stories (times, places and actors) without and with them; the stories name none of
them, so that the work to do is the same. The names are made of syllables, so that many share their
first and last words, as in life.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.common import TODAY
from dateline.extract import actors, places, times
from dateline.extract.found import Found
from dateline.knowledge import lexicon, roster
from dateline.language import parse
from dateline.pipeline import lay_out
from dateline.reading.document import Document

STORY = (
    "GENEVA, March 5 - Ruritanian President Anton Belmar met {name} on Thursday. {last} said that "
    "the two countries would hold talks in Vienna, and he thanked the Swiss foreign minister.\n\n"
)
SYLLABLES = ("ba", "ko", "mi", "ra", "sen", "to", "vel", "zu", "an", "dor", "ek", "lin", "ost")


def invented(count: int) -> list[tuple[str, str]]:
    """Names with one alias each, the same every time."""
    pick = random.Random(6)

    def word() -> str:
        return "".join(pick.choice(SYLLABLES) for _ in range(3)).capitalize()

    firsts, lasts = [word() for _ in range(800)], [word() for _ in range(3000)]
    out = []
    for _ in range(count):
        first, last = pick.choice(firsts), pick.choice(lasts)
        middle = word()
        out.append((f"{first} {middle} {last}", f"{first[0]}. {middle} {last}"))
    return out


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read_stories(parsed: list[Found]) -> None:
    """The stages that look names up, once for each story."""
    for found in parsed:
        fresh = Found(found.story, found.parsed)
        fresh.times = times.extract(fresh)
        fresh.places = places.extract(fresh)
        fresh.actors = actors.extract(fresh)


def load(path: Path) -> None:
    """Take a roster into use and make its look-up ready."""
    roster.use(path)
    lexicon()


def main() -> None:
    """Write the rosters, load them, read stories."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    names = invented(count)
    stories = []
    for first, last in invented(200):
        name = f"{first.split()[0]} {last.split()[-1]}"
        document = Document(STORY.format(name=name, last=name.split()[-1]) * 4)
        story, notes = lay_out(document, TODAY)
        stories.append(Found(story, parse(story.text, story.segments), notes))
    read_stories(stories[:5])
    before = min(timed(lambda: read_stories(stories)) for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        table, listed = Path(folder, "many.csv"), Path(folder, "many.yaml")
        with table.open("w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["name", "aliases", "kind", "country", "sectors", "roles"])
            for name, alias in names:
                writer.writerow([name, alias, "person", "CHE", "GOV", "Mayor of X 2001/2005"])
        with listed.open("w") as out:
            for name, alias in names:
                out.write(
                    f"- name: {name}\n  aliases: [{alias}]\n  kind: person\n  country: CHE\n"
                    f"  sectors: [GOV]\n  roles: [Mayor of X 2001/2005]\n"
                )
        for path in (table, listed):
            roster.use()
            lexicon()
            seconds = timed(partial(load, path))
            print(f"{count:,} actors from {path.suffix[1:]}: {seconds:.2f} s")
        after = min(timed(lambda: read_stories(stories)) for _ in range(3))
    ratio = after / before
    print(f"{len(stories)} stories: {before:.2f} s without, {after:.2f} s with them ({ratio:.2f})")


if __name__ == "__main__":
    main()
