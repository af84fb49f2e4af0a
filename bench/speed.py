"""How fast the whole of `annotate` is: `python -m bench.speed [CORPUS] [N]`.

Words a second of processor time, one process, one thread; each stage's share; and the whole as a
ratio to the language stage alone in the same run (a figure that another machine can be held
against). CORPUS: a JSON Lines file with `text`; default: the open articles of the evaluation kit.
N: how many stories (default 300).
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path

from bench.common import KIT, TODAY, need_kit, rows
from dateline.extract.found import Found
from dateline.language import parse
from dateline.pipeline import FAMILIES, assemble, lay_out
from dateline.reading.document import Document

spent: dict[str, float] = defaultdict(float)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count the time of one stage."""
    start = time.process_time()
    yield
    spent[name] += time.process_time() - start


def annotate(document: Document) -> None:
    """`dateline.pipeline.annotate_document`, stage by stage."""
    with stage("anatomy"):
        story, notes = lay_out(document, TODAY)
    with stage("language"):
        parsed = parse(story.text, story.segments)
    found = Found(story, parsed, notes)
    for family in FAMILIES:
        with stage(family):
            setattr(found, family, import_module(f"dateline.extract.{family}").extract(found))
    with stage("record"):
        assemble(document, found).to_json()


def main() -> None:
    """Read the stories, print the figures."""
    arguments = sys.argv[1:]
    if not arguments:
        need_kit()
    folder = KIT / "dev" / "articles"
    paths = [Path(arguments[0])] if arguments else sorted(folder.glob("*.jsonl.gz"))
    limit = int(arguments[1]) if len(arguments) > 1 else 300
    # An even share of each corpus, so that no agency's style decides.
    texts = [r["text"] for p in paths for r in islice(rows(p), limit // len(paths))]
    annotate(Document(text=texts[0]))  # loads the model and the tables
    spent.clear()
    words = sum(len(text.split()) for text in texts)
    for text in texts:
        annotate(Document(text=text))
    whole = sum(spent.values())
    print(f"{len(texts)} stories, {words:,} words, {whole:.1f} s: {words / whole:,.0f} words/s")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<12} {seconds / whole:6.1%} {words / seconds:12,.0f} words/s")
    print(f"whole / language alone: {whole / spent['language']:.2f}")


if __name__ == "__main__":
    main()
