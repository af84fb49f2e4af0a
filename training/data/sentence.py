"""What every corpus is converted to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Sentence:
    """Words with the gap before each, and the label columns that the corpus has.

    Columns: `upos`, `xpos`, `lemma`, `feats`, `head` (index in the sentence, the root its own),
    `rel`, `entity` (BIO), `source`, `cue`, `content` (BIO), `event` (TimeML class or O), `tense`,
    `polarity`, `modality`. A sentence of a corpus without sentence marks (`whole` false) is a
    stretch of words that the rule takes for one; it teaches no sentence starts.
    """

    words: list[str]
    gaps: list[int]
    labels: dict[str, list[Any]] = field(default_factory=dict)
    whole: bool = True


Document = list[Sentence]
