"""Lemmas that agree with the tables: the model's, checked against what the tables know.

The model makes lemmas by edit scripts and slips on words that it has seldom seen ("agre" for
"agreed"). Where its lemma is no word of the tables, and taking off an ending gives one that is,
that one stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

from dateline.errors import DataError
from dateline.language.parsed import Parsed

_VERB_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""))
_ED = ("ed", "ing")
_NOUN_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("men", "man"))


@cache
def irregular() -> dict[str, str]:
    """Form -> lemma of irregular verbs."""
    out: dict[str, str] = {}
    text = files("dateline.extract").joinpath("irregular_verbs.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        lemma, tab, forms = line.partition("\t")
        if not tab:
            raise DataError(f"irregular_verbs.tsv:{number}: no tab")
        for form in forms.split():
            out.setdefault(form, lemma)
    return out


def lemmas(parsed: Parsed, verbs: frozenset[str], nouns: frozenset[str]) -> list[str]:
    """The lower-cased lemma of each token, `verbs` and `nouns` being what the tables know."""
    out = []
    for token, lemma in enumerate(parsed.lemmas):
        pos = parsed.upos[token]
        word = parsed.word(token).lower()
        if pos == "VERB":
            out.append(_verb(word, lemma.lower(), verbs))
        elif pos in ("NOUN", "PROPN"):
            out.append(_known(lemma.lower(), _noun_stems(word), nouns.__contains__))
        else:
            out.append(lemma.lower())
    return out


def _verb(word: str, lemma: str, verbs: frozenset[str]) -> str:
    if word in irregular():
        return irregular()[word]
    return _known(lemma, _verb_stems(word), verbs.__contains__)


def _known(lemma: str, stems: Iterable[str], knows: Callable[[str], bool]) -> str:
    if knows(lemma):
        return lemma
    return next((stem for stem in stems if knows(stem)), lemma)


def _verb_stems(word: str) -> list[str]:
    """What a regular verb form may come from, likelier first."""
    out = [word[: -len(e)] + a for e, a in _VERB_ENDINGS if word.endswith(e)]
    for ending in _ED:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            out += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                out.append(stem[:-1])
            if stem.endswith("ck"):
                out.append(stem[:-1])
    return [*out, word]


def _noun_stems(word: str) -> list[str]:
    """What a plural may come from."""
    return [word[: -len(e)] + a for e, a in _NOUN_ENDINGS if word.endswith(e)] + [word]
