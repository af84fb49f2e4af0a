"""Which language a text is in.

Nearly every text that comes here is English, and English is told by its function words alone,
which costs nothing. Only a text without them is shown to py3langid (a second and 80 MB at first
use). Headlines, tables of results and lists of names are no evidence of another language: where
the evidence is thin the answer is None, and nothing is claimed.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
"""Characters that are looked at."""
_ENGLISH_SHARE = 0.15
"""Share of words that are English function words; running English has 0.3 and more."""
_SOME_ENGLISH = 0.05
"""With so many, a text is not called another language: it may be English in part."""
_FEWEST_WORDS = 12
"""Of running text (in small letters, or in a script without capitals)."""
_SURE = 0.85


class Guess(NamedTuple):
    """A language and how sure it is."""

    language: str | None
    """ISO 639-1 code; None where there is too little to go by."""
    confidence: float
    """0 to 1."""


def language_of(text: str) -> Guess:
    """The language that most of `text` is in."""
    words = _WORD.findall(text[:_SAMPLE])
    if not words:
        return Guess(None, 0.0)
    hits = sum(word.lower() in _english() for word in words)
    share = hits / len(words)
    if hits >= 2 and share >= _ENGLISH_SHARE:
        return Guess("en", round(min(1.0, 0.5 + 2 * share), 2))
    running = sum(not word[0].isupper() for word in words)
    wide = sum(word[0] > "\u2e7f" for word in words)  # no spaces between words there
    if running < _FEWEST_WORDS and not (wide and len(text) >= _FEWEST_WORDS):
        return Guess(None, 0.0)
    code, confidence = _identifier().classify(text[:_SAMPLE])
    confidence = round(float(confidence), 2)
    if code == "en":
        return Guess("en", confidence)
    if len(code) != 2 or confidence < _SURE or share >= _SOME_ENGLISH:
        return Guess(None, confidence)
    return Guess(code, confidence)


@cache
def _english() -> frozenset[str]:
    text = resources.files("dateline.reading").joinpath("english_words.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
