"""Event triggers from the tag columns, with modality and negation from the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.language.parsed import Parsed, Trigger

_NEGATIONS: Final = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "no", "without"])
_NEGATING: Final = frozenset(["advmod", "det", "cc:preconj", "case", "mark"])
_AUXILIARIES: Final = frozenset(["aux", "aux:pass", "cop"])
# "will" and "shall" make the future, which is a tense.
_TEMPORAL: Final = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_FORMS: Final = {"'d": "would", "’d": "would", "ca": "can"}


def triggers(
    parsed: Parsed, kinds: Sequence[str], tenses: Sequence[str], polarities: Sequence[str]
) -> list[Trigger]:
    """The words that the encoder takes for events."""
    out: list[Trigger] = []
    for token, kind in enumerate(kinds):
        if kind == "O":
            continue
        negative = polarities[token] == "NEG" or _negated(parsed, token)
        out.append(
            Trigger(
                token, kind, tenses[token], "NEG" if negative else "POS", _modality(parsed, token)
            )
        )
    return out


def _negated(parsed: Parsed, token: int) -> bool:
    return any(
        parsed.deprels[c] in _NEGATING and parsed.word(c).lower() in _NEGATIONS
        for c in parsed.children[token]
    )


def _modality(parsed: Parsed, token: int) -> str:
    for c in parsed.children[token]:
        if parsed.deprels[c] in _AUXILIARIES and parsed.xpos[c] == "MD":
            word = parsed.word(c).lower()
            lemma = _FORMS.get(word, parsed.lemmas[c])
            if word not in _TEMPORAL and lemma not in _TEMPORAL:
                return word if word in _PAST_MODALS else lemma
    return ""


# UD gives "could" the lemma "can"; for what is meant, the form counts.
_PAST_MODALS: Final = frozenset(["could", "would", "should", "might"])
