"""Incident linking on ECB+: `python -m bench.incidents [GOLD] [--fit] [--cache FILE]`.

GOLD: a file like ecbplus.jsonl.gz of the evaluation kit (default: its open half). Prints B-cubed
and pairwise precision, recall and F1, and the CoNLL mean, of the linker and of baselines that join
what has one head lemma, over all documents mixed and within each topic, for the gold mentions; then
the same end to end, for the gold mentions that Dateline's own events cover. Topics are parted into
two halves by number (1, 5, 9 ... and 3, 7, 11 ...); `--fit` finds the learnt rows of the weights
anew on the first half, shows both, and prints them; the shipped ones were found so. `--cache` keeps
the parses (a pickle of your own making) between runs.
"""

from __future__ import annotations

import argparse
import pickle
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench import coref
from bench.common import KIT, TODAY, need_kit, rows
from bench.ecb import Mention, mentions
from bench.fit_incidents import fitted, told
from dateline.language import parse
from dateline.language.parsed import Parsed
from dateline.link.incidents import Happening, Rarity, cluster, happenings
from dateline.link.incidents.compare import Weights, weights
from dateline.pipeline import assemble, extract, lay_out
from dateline.reading.document import Document
from dateline.record import Record

Key = Callable[[Mention], Hashable]
BASELINES: dict[str, Key] = {
    "lemma": lambda m: m.lemma,
    "lemma in its topic": lambda m: (m.topic, m.lemma),
    "lemma in its subtopic": lambda m: (m.subtopic, m.lemma),
}


def read(gold: list[dict[str, Any]], cache: Path | None) -> list[tuple[Record, Parsed]]:
    """Dateline's reading of every document. ECB+ tells no dates of publication."""
    if cache and cache.is_file():
        kept: list[tuple[str, Parsed]] = pickle.loads(cache.read_bytes())
        return [(Record.from_json(record), parsed) for record, parsed in kept]
    out = []
    for row in gold:
        document = Document(text=row["text"], id=row["id"])
        story, notes = lay_out(document, TODAY)
        parsed = parse(story.text, story.segments)
        out.append((assemble(document, extract(story, parsed, notes, forgiving=True)), parsed))
    if cache:
        cache.write_bytes(pickle.dumps([(r.to_json(), p) for r, p in out]))
    return out


def linked(
    told: Iterable[Happening], by: Weights, rarity: Rarity
) -> dict[tuple[str, str], Hashable]:
    """The linker's label of every happening."""
    found = cluster(told, rarity=rarity, weights=by)
    return {key: i.members[0] for i in found for key in i.members}


def line(name: str, gold: coref.Labels, found: coref.Labels, whole: bool = True) -> str:
    """One row of figures."""
    b, p = coref.b_cubed(gold, found), coref.pairwise(gold, found)
    mean = f"  {coref.conll(gold, found):.3f}" if whole else "      "
    cells = "  ".join(f"{s.precision:.3f} {s.recall:.3f} {s.f1:.3f}" for s in (b, p))
    return f"  {name:<24}{cells}{mean}"


def compared(title: str, found: Sequence[Mention], told: dict[Any, Happening], by: Weights) -> None:
    """Linker and baselines on some mentions; `told` has the happening of each, by mention key."""
    print(f"{title}: {len(found)} mentions, {len({m.cluster for m in found})} clusters")
    print(f"  {'':<24}B-cubed P   R     F1   pairwise P  R   F1    CoNLL")
    gold = {m.happening.key: m.cluster for m in found}
    for name, key in BASELINES.items():
        labels = {m.happening.key: key(m) for m in found}
        print(line(name, gold, labels, name != "lemma"))
    # How rare a word is, is counted over all documents in either setting, as a store would.
    rarity = Rarity.of(told.values())
    mixed = linked({told[k].key: told[k] for k in gold}.values(), by, rarity)
    print(line("linker, all mixed", gold, {k: mixed[told[k].key] for k in gold}))
    topics: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in found:
        topics[m.topic].append(m)
    within: dict[Hashable, Hashable] = {}
    for topic, part in topics.items():
        keys = [m.happening.key for m in part]
        labels = linked({told[k].key: told[k] for k in keys}.values(), by, rarity)
        within.update({k: (topic, labels[told[k].key]) for k in keys})
    print(line("linker, in each topic", gold, within))


def end_to_end(
    found: Sequence[Mention], records: Iterable[Record]
) -> tuple[list[Mention], dict[Any, Happening]]:
    """The mentions that an event of Dateline's covers by its trigger, and these events."""
    events: dict[str, list[tuple[Happening, set[int]]]] = {}
    for record in records:
        made = {h.event: h for h in happenings(record)}
        events[record.id] = [
            (made[e.id], {c for a, b in e.trigger for c in range(a, b)})
            for e in record.events
            if e.id in made
        ]
    told, covered = {}, []
    for m in found:
        letters = {c for a, b in m.spans for c in range(a, b)}
        shared = [(len(letters & span), h) for h, span in events[m.happening.story]]
        best = max(shared, key=lambda s: (s[0], s[1].event), default=None)
        if best and best[0]:
            covered.append(m)
            told[m.happening.key] = best[1]
    return covered, told


def main() -> None:
    """Read, link, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args()
    if not asked.gold:
        need_kit()
    gold = list(rows(asked.gold or KIT / "dev" / "ecbplus.jsonl.gz"))
    reading = read(gold, asked.cache)
    every = [m for row, (r, p) in zip(gold, reading, strict=True) for m in mentions(row, r, p)]
    halves = ([m for m in every if int(m.topic) // 2 % 2 == k] for k in (0, 1))
    named = dict(zip(("topics 1, 5, 9 ...", "topics 3, 7, 11 ..."), halves, strict=True))
    by = fitted(named["topics 1, 5, 9 ..."]) if asked.fit else weights()
    for title, part in {**named, "all topics": every}.items():
        compared(f"gold mentions, {title}", part, {m.happening.key: m.happening for m in part}, by)
    covered, own = end_to_end(every, [record for record, _ in reading])
    share = len(covered) / (len(every) or 1)
    compared(f"end to end ({share:.0%} of the mentions covered)", covered, own, by)
    if asked.fit:
        print("\nfound on topics 1, 5, 9 ...:\n" + told(by))


if __name__ == "__main__":
    main()
