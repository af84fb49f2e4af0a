"""The search for copies: `python -m bench.copies`.

Prints signatures a second at two sizes of a corpus (the rate must not fall), pairs found among the
open articles, and recall and precision on edits made of them at run time: a new dateline and
headline, the tail cut off, two paragraphs of another story added at the end, one word in twenty
changed, and, as negative cases, two stories with the same background, as long as themselves.
"""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from bench.common import KIT, need_kit, rows
from dateline.link.copies import bands, judge, signature

CORPORA: Final = ("karabakh_2020", "afp_xinhua_1997", "wikinews_2019_2020")
SAMPLE: Final = 400


def rate(texts: list[str]) -> float:
    """Stories a second of processor time, signature and keys."""
    begun = time.process_time()
    for text in texts:
        bands(signature(text))
    return len(texts) / (time.process_time() - begun)


def pairs(sketches: list[bytes]) -> Iterable[tuple[int, int]]:
    """The pairs that share a key."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for key in bands(sketch):
            found[key].append(number)
    return {pair for bucket in found.values() for pair in combinations(bucket, 2)}


def edits(text: str, other: str, rng: random.Random) -> dict[str, tuple[str, str]]:
    """Edits of a story, by name: (one text, the other). `other` is a story of its own."""
    words, strange = text.split(), other.split()
    slips = [rng.choice(strange) if rng.random() < 0.05 else w for w in words]
    third = len(words) // 3
    added = " ".join(strange[: min(120, third)])
    old = " ".join(strange[: len(words)])
    return {
        "another dateline": (text, "PORT ALDEN, May 3 (DSS) - " + text),
        "tail cut off": (text, " ".join(words[: 2 * third])),
        "two paragraphs added": (text, f"{text} {added}"),
        "one word in 20 changed": (text, " ".join(slips)),
        "same background (not one)": (f"{text} {old}", f"{' '.join(reversed(words))} {old}"),
    }


def main() -> None:
    """Measure and print."""
    need_kit()
    folder = KIT / "dev" / "articles"
    texts = [row["text"] for c in CORPORA for row in rows(folder / f"{c}.jsonl.gz")]
    print(f"{len(texts)} stories, {sum(map(len, texts)) // len(texts)} characters each")
    for times in (1, 5):
        print(f"  {rate(texts * times):,.0f} stories a second at {len(texts) * times:,}")
    sketches = [signature(text) for text in texts]
    found = list(pairs(sketches))
    kinds = Counter(judge(sketches[a], sketches[b]).kind for a, b in found)
    print(f"  {len(found)} pairs share a key: {dict(kinds)}")
    rng = random.Random(20)
    long = [t for t in texts if len(t.split()) >= 120]
    met: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for text, other in zip(rng.sample(long, SAMPLE), rng.sample(long, SAMPLE), strict=True):
        for name, (one, edited) in edits(text, other, rng).items():
            a, b = signature(one), signature(edited)
            meet = bool(set(bands(a)) & set(bands(b)))
            met[name] += meet
            told[name] += meet and judge(a, b).kind != "none"
    for name in met | told:
        shares = met[name] / SAMPLE, told[name] / SAMPLE
        print("  {:<28}share a key {:.3f}, taken for one {:.3f}".format(name, *shares))


if __name__ == "__main__":
    main()
