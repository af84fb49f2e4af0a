"""The lexicon of forms and lemmas, from the treebanks' training parts.

Only what the rules of `dateline.language.lemmas` would not find: irregular forms, forms that look
inflected and are not, and stems whose silent e has to be known.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.language.lemmas import Lemmas, candidates
from training.convert import TREES
from training.data import conllu

HEAD = "#\tform, universal tag, lemma. Source: UD English EWT and GUM train (CC BY-SA 4.0).\n"


def lexicon(shared: Path) -> str:
    """The content of lemmas.tsv."""
    counts: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for source in TREES:
        for _, document in conllu.read(shared / source):
            for sentence in document:
                lab = sentence.labels
                for word, lemma, upos, xpos, rel in zip(
                    sentence.words, lab["lemma"], lab["upos"], lab["xpos"], lab["rel"], strict=True
                ):
                    plain = word.replace("’", "'")
                    if upos in ("PROPN", "NUM", "X", "PUNCT", "SYM") or rel == "goeswith":
                        continue
                    if lemma == "_" or len(plain) > 24 or "\t" in plain:
                        continue
                    counts.setdefault((plain.lower(), upos), Counter())[lemma, xpos] += 1
    rules = Lemmas("")
    out = []
    for (form, upos), found in sorted(counts.items()):
        (lemma, xpos), _ = min(found.items(), key=lambda item: (-item[1], item[0]))
        if any(other == lemma.lower() for other, _ in found):
            lemma = lemma.lower()  # capitals here come from names
        ruled = rules.lemma(form, upos, xpos, "l|0|")
        several = len(candidates(form, xpos)) > 1
        odd = form.endswith(("s", "ed", "ing")) and lemma == form and bool(candidates(form, xpos))
        if ruled != lemma or several or odd:
            out.append(f"{form}\t{upos}\t{lemma}\n")
    return HEAD + "".join(out)
