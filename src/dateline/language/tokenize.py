"""Text to tokens: own rules, exact character offsets, one pass, no backtracking.

The conventions are those of UD English (clitics and punctuation apart), save that a hyphenated
word stays whole: `Nagorno-Karabakh`, `cease-fire`, `1992-1994` are one token each. Every rule
looks at a bounded number of characters around its place, so the time is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

MAX_WORD: Final = 256
"""Longer runs without white space are cut after this many characters."""

_OPENING: Final = frozenset("([{<\"'`“”„‟«»‘’‚‹›¿¡*|•·–—―-/\\~=+$€£¥₽₴₺₪₹_…,;:!?.%&^′″")
_CLOSING: Final = frozenset(")]}>\"'`“”„‟«»‘’‚‹›*|•·–—―-/\\~=+$€£¥₽₴₺₪₹_…,;:!?.%&^′″°")
_QUOTES: Final = frozenset('"“”„‟«»‹›')
_APOSTROPHES: Final = frozenset("'’ʼ`´")
_MONEY: Final = frozenset("$€£¥₽₴₺₪₹")
_SPLIT_INSIDE: Final = frozenset('()[]{}<>|;!?…—―•"“”„‟«»‹›') | _MONEY
_SEPARATORS: Final = "\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\x00"
# One class, no alternatives: nothing to go back to.
_RUN: Final = re.compile(rf"[^\s{_SEPARATORS}]{{1,{MAX_WORD}}}")
_RUNS: Final = frozenset(".-–—=*_~+")

_CLITICS: Final = ("s", "m", "d", "re", "ve", "ll")
_SPECIAL: Final = {
    "cannot": 3,
    "gonna": 3,
    "wanna": 3,
    "gotta": 3,
}


@cache
def abbreviations() -> frozenset[str]:
    """Words that keep their full stop, without it (`Gen`, `Sept`); `No+` before a number only."""
    table = files("dateline.language").joinpath("abbreviations.txt").read_text("utf-8")
    words = [w for line in table.splitlines() if not line.startswith("#") for w in line.split()]
    return frozenset(words) | frozenset(w.upper() for w in words if len(w) > 2)


def keeps_stop(word: str, number_follows: bool = False) -> bool:
    """Whether the full stop that ends `word` belongs to it: `Gen.`, `U.S.`, `J.`, not `war.`."""
    stem = word[:-1]
    if len(stem) == 1:
        return stem.isalpha() and (stem.isupper() or stem in abbreviations())
    if stem in abbreviations() or (number_follows and stem + "+" in abbreviations()):
        return True
    # Single letters between stops: U.S., a.m., T.S.; and Ph.D.
    parts = stem.split(".")
    return 1 < len(parts) < 7 and all(p.isalpha() and (len(p) == 1 or p == "Ph") for p in parts)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Tokens of `text[start:end]` as character spans of `text`, in order, none empty.

    Every character that is not white space (or an invisible separator) is in exactly one token.
    """
    out: list[tuple[int, int]] = []
    stop = len(text) if end is None else end
    for found in _RUN.finditer(text, start, stop):
        _chunk(text, found.start(), found.end(), out)
    return out


def _is_address(text: str, start: int, end: int) -> bool:
    head = text[start : start + 8].lower()
    if head.startswith(("http://", "https://", "www.", "ftp://")):
        return True
    at = text.find("@", start, end)
    return at > start and "." in text[at:end] and text[at - 1].isalnum()


def _chunk(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    """Tokens of one run without white space."""
    if end - start == 1 or text[start:end].isalpha():
        _core(text, start, end, out)
        return
    start = _peel_front(text, start, end, out)
    if start == end:
        return
    tail: list[tuple[int, int]] = []
    end = _peel_back(text, start, end, tail)
    if start < end:
        if _is_address(text, start, end):
            out.append((start, end))
        else:
            _inside(text, start, end, out)
    out.extend(reversed(tail))


def _run(text: str, start: int, end: int) -> int:
    """End of the run of one repeated character that starts at `start`."""
    at = start + 1
    while at < end and text[at] == text[start]:
        at += 1
    return at


def _peel_front(text: str, start: int, end: int, out: list[tuple[int, int]]) -> int:
    while start < end:
        char = text[start]
        if char not in _OPENING:
            break
        if char in "-+" and start + 1 < end and text[start + 1].isdigit() and char == "+":
            break
        if char in _APOSTROPHES and start + 1 < end:
            rest = text[start + 1 : end]
            if rest[:1].isdigit() and rest[-1:] in "s0123456789" and len(rest) <= 3:
                break  # '90s
            if rest.lower() in _CLITICS or rest.lower() in {"em", "til", "cause"}:
                break
        if char == "." and start + 1 < end and text[start + 1].isdigit():
            break
        stop = _run(text, start, end) if char in _RUNS else start + 1
        out.append((start, stop))
        start = stop
    return start


def _peel_back(text: str, start: int, end: int, tail: list[tuple[int, int]]) -> int:
    while start < end:
        char = text[end - 1]
        if char not in _CLOSING:
            break
        stop = end - 1
        if char in _RUNS:
            while stop > start and text[stop - 1] == char:
                stop -= 1
        if char == "." and end - stop == 1 and stop > start:
            # The last part of a hyphenated word may be the abbreviation: "Lt.-Gen."
            word = text[max(start, end - 16) : end].rsplit("-", 1)[-1]
            number = not tail and text[end : end + 2].strip()[:1].isdigit()
            if len(word) > 1 and keeps_stop(word, number):
                break
        if char in _MONEY and stop > start and text[stop - 1].isalpha():
            break  # US$ alone
        tail.append((stop, end))
        end = stop
    return end


def _inside(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    """Cut at punctuation within a run that begins and ends in a word."""
    begin = start
    at = start + 1
    while at < end - 1:
        stop = _cut(text, begin, at, end)
        if stop > at:
            if at > begin:
                _core(text, begin, at, out)
            out.append((at, stop))
            begin = at = stop
            continue
        if stop < 0:  # cut before the next character, which starts a word
            _core(text, begin, -stop, out)
            begin = -stop
            at = begin
        at += 1
    if begin < end:
        _core(text, begin, end, out)


def _cut(text: str, begin: int, at: int, end: int) -> int:
    """End of a separator at `at`; `at` for none; minus a place for a cut without separator."""
    char = text[at]
    if char.isalnum():
        return at
    before, after = text[at - 1], text[at + 1]
    if char in _MONEY:
        if before.isalpha() and after.isdigit():
            return -(at + 1)  # US$ | 5m
        return at + 1
    if char in _SPLIT_INSIDE:
        return at + 1
    if char in ",:":
        return at if before.isdigit() and after.isdigit() else at + 1
    if char == "/":
        return at if before.isdigit() and after.isdigit() else at + 1
    if char == "-" and after == "-":
        return _run(text, at, end)
    if char == "–":
        whole = (before.isdigit() and after.isdigit()) or (before.isalpha() and after.isupper())
        return at if whole else at + 1
    if char == ".":
        if after == ".":
            return _run(text, at, end)
        if (
            at == begin
            and before in _QUOTES
            and after.isupper()
            and text[at + 2 : at + 3].islower()
        ):
            return at + 1  # a sentence that lost its space behind a quotation: `war".We`
        missing_space = (
            at - begin > 1
            and before.islower()
            and after.isupper()
            and at + 2 < end
            and text[at + 2].islower()
            and not keeps_stop(text[max(begin, at - 16) : at + 1])
        )
        if missing_space or (after in _QUOTES and _ends_sentence(text, begin, at)):
            return at + 1
        return at
    if char in "%&" and before.isdigit() and char == "%":
        return at + 1 if after != "-" else at
    return at


def _ends_sentence(text: str, begin: int, at: int) -> bool:
    """Whether a stop before a quotation ends a sentence that lost its space: `war.“We`."""
    before = text[at - 1]
    return (
        at - begin > 1
        and (before.islower() or before.isdigit())
        and not keeps_stop(text[max(begin, at - 16) : at + 1])
    )


def _core(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    """Split the clitics off a word without punctuation around it."""
    word = text[start:end]
    lower = word.lower()
    at = _SPECIAL.get(lower)
    if at is not None:
        out.append((start, start + at))
        out.append((start + at, end))
        return
    if end - start > 2 and not word.isalpha():
        if lower[-3] == "n" and lower[-2] in _APOSTROPHES and lower[-1] == "t" and len(word) > 3:
            out.append((start, end - 3))
            out.append((end - 3, end))
            return
        for clitic in _CLITICS:
            cut = len(word) - len(clitic) - 1
            if cut > 0 and word[cut] in _APOSTROPHES and lower[cut + 1 :] == clitic:
                # Sana's, they'd've: what is left may hold another clitic.
                _core(text, start, start + cut, out)
                out.append((start + cut, end))
                return
    out.append((start, end))
