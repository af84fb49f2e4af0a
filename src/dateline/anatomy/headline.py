"""Headline and byline: telling them from the story's first sentence."""

from __future__ import annotations

import re

Span = tuple[int, int]

MAX_TITLE = 220
_STOP = re.compile(r"(?:[.…;:,]|[.!?…]\s?[\"”'’»)\]]{1,2})$")
"""How a sentence ends, and a headline does not. A headline may ask or exclaim."""
_SENTENCE = re.compile(r"[.!?…]\s?[\"”'’»)\]]{0,2}$")
_FIRST = re.compile(r"[^\W\d_]{2}[.!?]\s?[\"”'’»)\]]{0,2}\s+(?=[\"“‘«(]?[A-Z\xc0-\xde\d])")
"""The end of the first sentence; a letter alone before the stop is an initial."""
_SUFFIX = re.compile(r"\s[-–—|]\s[^-–—|]{2,40}$")
"""The outlet's name behind a page's title."""
_CAPITAL = (
    r"(?:(?:al|el|de|van|von|der|den|bin|da|du|la|le)[ -])?"
    r"[A-Z\xc0-\xde\u0100-\u024f][\w.’'-]{0,24}"
)
_BYLINE = re.compile(
    r"(?:(?i:by\s?line|author)\s?:\s?"
    r"|(?:(?:Written|Text|Story|Report|Reported|Posted)\s)?(?:[Bb]y|BY):?\s|From\s)"
    rf"(?:the\s)?{_CAPITAL}"
    rf"(?:(?:\s|,\s|\s?[/|&]\s?|,?\s(?:and|in|for|of|at|to|the|with)\s(?:the\s)?){_CAPITAL}){{0,12}}"
    r"(?:,?\s(?:(?:staff|special|senior|chief|foreign)\s)?(?:writers?|reporters?|correspondents?|editors?))?"
)
_SIGNED = re.compile(
    rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}(?:\s?[,|/]\s?|\s-\s)"
    r"(?:BBC|Al Jazeera|AFP|AP|Reuters|CNN|TASS|VOA|RFE/RL)\b"
    rf"(?:[,\s]{{1,2}}{_CAPITAL}){{0,4}}"
)
"""Without "by": `Jo Field, BBC News, Baku`."""


def ends_like_sentence(text: str, start: int, end: int) -> bool:
    """Whether a paragraph closes with a sentence's final stop."""
    return _SENTENCE.search(text, max(start, end - 8), end) is not None


def looks_like_title(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may be a headline: short, without a final stop."""
    if end - start > MAX_TITLE or _STOP.search(text, max(start, end - 8), end):
        return False
    return text[start:end].count(" ") < 35 and any(c.isalpha() for c in text[start:end])


def first_sentence_end(text: str, start: int, end: int) -> int:
    """Where the first sentence of a chunk ends; `end` if it is the only one."""
    for match in _FIRST.finditer(text, start, min(end, start + 2 * MAX_TITLE)):
        # "Gen. Field ..." is no sentence yet.
        if text.count(" ", start, match.start()) >= 2:
            return match.end()
    return end


def byline_line(text: str, start: int, end: int) -> bool:
    """Whether a whole paragraph is a byline."""
    if end - start > 160:
        return False
    line = " ".join(text[start:end].split()).rstrip(".,: ")
    return bool(_BYLINE.fullmatch(line) or _SIGNED.fullmatch(line))


def byline_at_end(text: str, start: int, end: int) -> int | None:
    """Where a byline that closes the chunk begins, or None."""
    low = max(start, end - 160)
    for match in re.compile(r"\b(?:By|BY|From)\s").finditer(text, low, end):
        if _BYLINE.fullmatch(text[match.start() : end].rstrip(" .,\n\xa0")):
            return match.start()
    return None


def find_title(text: str, starts: list[int], title: str) -> Span | None:
    """Where the carrier's title stands in the text, if it does at one of the offsets.

    Case, punctuation and spaces are free, the outlet's name behind the title may be missing.
    The title must end where a sentence or a paragraph may.
    """
    for wording in (title, _SUFFIX.sub("", title)):
        letters = [c for c in wording.casefold() if c.isalnum()]
        if len(letters) < 4:
            continue
        for start in starts:
            end = _walk(text, start, letters)
            if end is not None and _may_end(text, end, len(wording.split())):
                return start, end
    return None


def _walk(text: str, start: int, letters: list[str]) -> int | None:
    """The offset behind the letters, if the text says them from `start` on."""
    at = 0
    for offset in range(start, min(len(text), start + 3 * len(letters) + 20)):
        for letter in text[offset].casefold():
            if letter.isalnum():
                if letter != letters[at]:
                    return None
                at += 1
                if at == len(letters):
                    return _close(text, offset + 1)
    return None


def _close(text: str, end: int) -> int:
    """Take in the punctuation that closes the title."""
    while end < len(text) and text[end] in ".!?…\"”'’»)":
        end += 1
    # A stop that stands apart ("in Ohio trial ."), as in text cut into tokens.
    return end + 2 if text[end : end + 2] in (" .", " ?", " !") else end


def _may_end(text: str, end: int, words: int) -> bool:
    rest = text[end : end + 3].lstrip(" \t\xa0")
    if not rest or rest[0] in "\n\r":
        return True
    if text[end - 1] in '.!?…"”':
        return text[end].isspace()
    return words >= 4 and text[end].isspace() and not rest[0].islower() and rest[0].isalnum()
