"""Lemmas: a lexicon of forms, edit scripts from the encoder for words it lacks, and a check.

A script is `case|cut|add`: `l` lower-cases the word first, `k` keeps it; then `cut` characters
are taken off its end and `add` is put on. `l|3|y` makes "parties" into "party". Where a script
gives what no rule of English inflection would ("told" to "toy"), the rule's answer is taken.
"""

from __future__ import annotations

import re
from typing import Final

_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
_VOWELS: Final = frozenset("aeiou")
_NEVER_E: Final = ("ck", "ct", "ft", "ld", "lk", "lt", "mp",
                   "nd", "nt", "pt", "rd", "rk", "sh", "sk")  # fmt: skip
"""What no silent e follows: "branded", "acted"."""
_ONE_SYLLABLE: Final = re.compile("[^aeiou]+[aeiou][^aeiouwxy]")
_DOUBLE: Final = frozenset(["butt", "purr", "putt", "whirr"])
"""Short verbs that end in two consonants of one kind, beside those in -ff, -ll, -ss and -zz."""
_CACHE: Final = 50_000
_MAX: Final = 64
"""Longer words have no lemma but themselves."""


def script(word: str, lemma: str) -> str:
    """The edit script from a word to its lemma."""
    word = word.translate(_APOSTROPHES)
    lower = word.lower()
    case, source = "l", lower
    if lemma != lemma.lower() or (lemma == word and word != lower):
        case, source = "k", word
    same = 0
    for a, b in zip(source, lemma, strict=False):
        if a != b:
            break
        same += 1
    return f"{case}|{len(source) - same}|{lemma[same:]}"


def apply(word: str, edit: str) -> str:
    """The lemma that a script makes of a word; the lower-cased word if it does not fit."""
    case, cut, add = edit.split("|", 2)
    word = word.translate(_APOSTROPHES)
    source = word.lower() if case == "l" else word
    count = int(cut)
    if count > len(source):
        return word.lower()
    return (source[: len(source) - count] + add) or word.lower()


def candidates(lower: str, xpos: str) -> list[str]:
    """What regular inflection allows as the lemma of a lower-case form; the likeliest first.
    Empty for a tag without endings."""
    if xpos in ("NNS", "NNPS", "VBZ"):
        return _without_s(lower)
    if xpos in ("VBD", "VBN") and lower.endswith("eed") and len(lower) > 4:
        return [lower[:-1]]  # "freed", "decreed"
    if xpos in ("VBD", "VBN") and lower.endswith("ed") and len(lower) > 3:
        return _stems(lower[:-2], lower.endswith("ied"))
    if xpos == "VBG" and lower.endswith("ing") and len(lower) > 4:
        return _stems(lower[:-3], False)
    for tag, ending in (("JJR", "er"), ("RBR", "er"), ("JJS", "est"), ("RBS", "est")):
        if xpos == tag and lower.endswith(ending) and len(lower) > len(ending) + 2:
            return _stems(lower[: -len(ending)], lower[-len(ending) - 1] == "i")
    return []


def _without_s(lower: str) -> list[str]:
    if lower.endswith("ies") and len(lower) > 4:
        return [lower[:-3] + "y", lower[:-1]]
    if lower.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return [lower[:-2], lower[:-1]]
    if lower.endswith("ves"):
        return [lower[:-1], lower[:-3] + "f", lower[:-3] + "fe"]
    if lower.endswith("ses"):
        return [lower[:-1], lower[:-2], lower[:-2] + "is"]
    if lower.endswith("men"):
        return [lower[:-2] + "an"]
    if lower.endswith("s") and not lower.endswith("ss") and len(lower) > 2:
        return [lower[:-1]]
    return [lower]


def _stems(stem: str, from_y: bool) -> list[str]:
    """What may stand before -ed, -ing, -er or -est: "stopp", "releas", "report", "deni"."""
    if from_y:
        return [stem[:-1] + "y", stem + "e"]
    plain, with_e = stem, stem + "e"
    if stem.endswith(_NEVER_E):
        return [plain]
    if _ONE_SYLLABLE.fullmatch(stem):
        return [with_e]  # "flared", "hoping": a short verb would have doubled its consonant
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] in "flsz":
        return [plain, stem[:-1], with_e]
    if doubled:
        short = _ONE_SYLLABLE.fullmatch(stem[:-1]) and stem not in _DOUBLE
        return [stem[:-1]] if short else [stem[:-1], plain]
    # A vowel, one consonant of these, and -ed: as a rule a silent e was there.
    silent = len(stem) > 2 and stem[-1] in "csvuzg" and not stem.endswith(("ng", "ss"))
    silent = silent or (len(stem) > 3 and stem.endswith(("at", "ut", "ur", "ir", "id", "ud", "as")))
    return [with_e, plain] if silent else [plain, with_e]


class Lemmas:
    """Lemmas of tagged words."""

    def __init__(self, lexicon: str) -> None:
        """`lexicon` has lines of form, universal tag and lemma, by tabs; # starts a comment."""
        self._table: dict[tuple[str, str], str] = {}
        for line in lexicon.splitlines():
            if line and not line.startswith("#\t"):
                form, upos, lemma = line.split("\t")
                self._table[form, upos] = lemma
        self._verbs = {lemma for (_, upos), lemma in self._table.items() if upos == "VERB"}
        """Attested lemmas, to tell which of the regular candidates is a word."""

        self._memory: dict[tuple[str, str, str, str], str] = {}

    def lemma(self, word: str, upos: str, xpos: str, edit: str) -> str:
        """The lemma of a word with its tags and the encoder's edit script."""
        key = word, upos, xpos, edit
        made = self._memory.get(key)
        if made is None:
            if len(self._memory) >= _CACHE:
                self._memory.clear()
            made = self._memory[key] = self._lemma(*key)
        return made

    def _lemma(self, word: str, upos: str, xpos: str, edit: str) -> str:
        if len(word) > _MAX:
            return word
        plain = word.translate(_APOSTROPHES)
        lower = plain.lower()
        if upos == "PROPN":
            return apply(plain, edit) if xpos == "NNPS" and edit.startswith("k") else plain
        known = self._table.get((lower, upos))
        if known is not None:
            return known
        if (upos, xpos) == ("NOUN", "VBG"):
            xpos = "NN"  # "Fighting broke out": the two tags differ, and it is a noun
        allowed = candidates(lower, xpos) if upos != "ADJ" or xpos[:2] == "JJ" else []
        made = apply(plain, edit)
        if allowed:
            attested = next((c for c in allowed if c in self._verbs), None)
            return attested or (made if made in allowed else allowed[0])
        if upos == "NOUN" and plain.isupper() and 1 < len(plain) < 6:
            return plain  # an abbreviation
        # Nationalities keep their capital.
        return plain if upos == "ADJ" and made == plain else lower
