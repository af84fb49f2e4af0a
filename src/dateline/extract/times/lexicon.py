"""The lexicon: from words to codes, one character for each set of classes.

A text becomes its shape, a string with one code for each token; the rules are matched against
that string, so a token costs one look-up however many rules there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from dateline.errors import DataError

_FIRST_CODE: Final = 0xE000  # private use: nothing in a pattern can be mistaken for a code
_PACKAGE: Final = "dateline.extract.times"

_Value = str | int


def load_yaml(name: str) -> Any:
    """A data file of this package. Raises DataError where it is no YAML."""
    source = files(_PACKAGE).joinpath(name).read_text("utf-8")
    try:
        return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise DataError(f"{name}: {error}") from error


def number_classes(token: str) -> frozenset[str]:
    """The classes of a token that begins with a digit, from its form alone."""
    if token.isdigit():
        n = int(token) if len(token) <= 9 else -1
        found = {"NUM"}
        if len(token) <= 2:
            found |= {"D12"} if 1 <= n <= 12 else set()
            found |= {"DAY", "DAYN"} if 1 <= n <= 31 else set()
            found |= {"HOUR"} if n <= 24 else set()
            found |= {"YY"} if len(token) == 2 else set()
        elif len(token) == 4:
            found |= {"YEAR4"} if 1000 <= n <= 2200 else set()
            found |= {"CLOCK4"} if n % 100 < 60 and n <= 2400 else set()
        elif len(token) == 3:
            found |= {"YEAR3"}
            found |= {"CLOCK3"} if n % 100 < 60 and n // 100 <= 12 else set()
        elif len(token) == 8 and token[:2] in ("19", "20"):
            found |= {"ISO"}
        return frozenset(found)
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", token, re.IGNORECASE):
        n = int(token[:-2]) if len(token) < 8 else 0
        found = {"ORDN"} | ({"DAY", "DAYO"} if 1 <= n <= 31 else set())
        return frozenset(found)
    if re.fullmatch(r"(?:1[0-9]|20)?\d0['’]?s", token):
        return frozenset({"DECADES"})
    for pattern, name in _FORMS:
        if pattern.fullmatch(token):
            return frozenset({name})
    return frozenset({"NUM"}) if re.fullmatch(r"[\d,]+(?:\.\d+)?", token) else frozenset()


_FORMS: Final = (
    (re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?"), "ISO"),
    (re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"), "CLOCK"),
    (re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}/\d{1,2}/\d{1,2}"), "SLASHED"),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d"), "DOTTED"),
)


@dataclass
class Lexicon:
    """The compiled lexicon."""

    values: dict[str, dict[str, _Value]]
    """Class, then lower-case word, to value."""
    classes: dict[str, frozenset[str]]
    """Word as it may be written to its classes, literals (`=word`) among them."""
    groups: dict[str, frozenset[str]]
    """Kind of reading to the group names that it falls under, its own among them."""
    codes: dict[frozenset[str], str] = field(default_factory=dict)
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    """Lists of words that decide about what stands beside them."""
    words: dict[str, str] = field(default_factory=dict)
    """Word as written to code; the tokeniser fills in numbers that it meets."""

    def code(self, classes: frozenset[str]) -> str:
        """The code of a set of classes."""
        if classes not in self.codes:
            self.codes[classes] = chr(_FIRST_CODE + len(self.codes))
        return self.codes[classes]

    def code_of(self, word: str) -> str:
        """The code of a token; a full stop for one that no rule names."""
        found = self.words.get(word)
        if found is None:
            classes = number_classes(word) if word[0].isdigit() else frozenset()
            found = self.code(classes & self.used) if classes & self.used else "."
            if len(self.words) < 20_000:  # numbers come in without end: keep the first ones
                self.words[word] = found
        return found

    def code_of_kind(self, kind: str) -> str:
        """The code of a kind of reading."""
        found = self.kinds.get(kind)
        if found is None:
            found = self.kinds[kind] = self.code(
                self.groups[kind] & self.used or frozenset({"other"})
            )
        return found

    kinds: dict[str, str] = field(default_factory=dict)
    """Kind of reading to code, filled in as they are met."""

    used: frozenset[str] = frozenset()
    """The classes that some rule names: words of other classes need no code."""

    def close(self, used: frozenset[str]) -> None:
        """Give codes, once it is known which classes and literals the rules name."""
        self.used = used
        literals = {c[1:] for c in used if c.startswith("=")}
        for word in literals:
            for form in {word, word.capitalize(), word.upper()}:
                self.classes[form] = self.classes.get(form, frozenset()) | {"=" + word}
        for word, classes in self.classes.items():
            if classes & used:
                self.words[word] = self.code(classes & used)
        for token in _SAMPLE_NUMBERS:
            self.code(number_classes(token) & used)
        for kinds in self.groups.values():
            self.code(kinds & used or frozenset({"other"}))

    def charset(self, name: str) -> frozenset[str]:
        """The codes whose sets hold a class."""
        return frozenset(code for classes, code in self.codes.items() if name in classes)

    def value(self, name: str, word: str) -> _Value:
        """The value of a word (any case) in a class; KeyError where it is not in it."""
        return self.values[name][word.lower()]


# One token for each set of classes that `number_classes` can give, so that every set has its code
# before the rules are compiled.
_SAMPLE_NUMBERS: Final = (
    *(str(n) for n in range(100)),
    *(
        "00",
        "01",
        "09",
        "012",
        "130",
        "170",
        "1375",
        "1330",
        "1970",
        "2030",
        "2130",
        "2201",
        "2075",
    ),
    *("0930", "0975", "2359", "2400", "9999", "12345", "19990101", "99990101", "1,000", "2.5"),
    *("1st", "31st", "40th", "1990s", "90s", "1999-01-01", "10:30", "1/2/2003", "1.2.2003", "1300"),
    *("1000", "1060", "2160", "1260", "0800", "0860", "3000", "860", "1990's", "1359", "2200"),
)


def _forms(word: str, capital: bool) -> set[str]:
    forms = {word.capitalize(), word.upper()}
    return forms if capital else forms | {word}


@cache
def read_lexicon() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The tables of `lexicon.yaml`: words, capitalised words, groups, words that decide."""
    data = load_yaml("lexicon.yaml")
    try:
        return data["words"], data["capital"], data["groups"], data["near"]
    except (TypeError, KeyError) as error:
        raise DataError(f"lexicon.yaml: no {error}") from error


def new_lexicon(kinds: frozenset[str]) -> Lexicon:
    """A lexicon without codes yet; `kinds` are the kinds of reading that there are."""
    words, capital, named, near = read_lexicon()
    values: dict[str, dict[str, _Value]] = {}
    classes: dict[str, set[str]] = {}
    for table, is_capital in ((words, False), (capital, True)):
        for name, entries in table.items():
            pairs = entries.items() if isinstance(entries, dict) else ((w, w) for w in entries)
            for word, value in pairs:
                key = str(word)
                values.setdefault(name, {})[key] = value
                for form in _forms(key, is_capital):
                    classes.setdefault(form, set()).add(name)
    groups = {k: {k, "TIMEX"} for k in kinds}
    for name, members in named.items():
        for kind in members:
            if kind not in groups:
                raise DataError(f"lexicon.yaml: group {name} names {kind}, which is no kind")
            groups[kind].add(name)
    return Lexicon(
        values,
        {w: frozenset(c) for w, c in classes.items()},
        {k: frozenset(g) for k, g in groups.items()},
        near={name: frozenset(listed) for name, listed in near.items()},
    )
