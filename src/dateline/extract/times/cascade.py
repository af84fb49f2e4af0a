"""The matcher: a row of items, the rules of three levels, and one pass for each level.

Level 1 reads words and numbers (`Sept. 30`, `last year`, `10 p.m.`); what it finds stands in the
row as one item, and levels 2 and 3 read those together with the words around them (`the end of` +
year, clock + day, day + `-` + day). At each place the longest match wins; of two as long, the rule
that stands first in the file. No pattern has repetition, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from dateline.errors import DataError
from dateline.extract.times.holidays import holidays
from dateline.extract.times.lexicon import Lexicon, load_yaml, new_lexicon
from dateline.extract.times.pattern import (
    Automaton,
    Node,
    classes_of,
    one_of,
    read_pattern,
    to_regex,
)
from dateline.extract.times.reading import KINDS, Reading

LEVELS: Final = ("rules/words.yaml", "rules/phrases.yaml", "rules/ranges.yaml")

TOKEN: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d)(?![\d/]|\.\d)"
    r"|2(?:nite|night|moro|morrow|mrw)(?![^\W_])"
    r"|\d+(?:(?:st|nd|rd|th|ST|ND|RD|TH|['’]?s)(?![^\W_])|(?:,\d{3})*(?:\.\d+)?)"
    r"|[ap]\.m\.?(?![^\W_])|[AP]\.M\.?(?![^\W_])|[BA]\.[CD]\.?(?:E\.)?(?![^\W_])"
    r"|o['’]clock|O['’]CLOCK"
    r"|[^\W\d_]+|[^\w\s]|_"
)


@dataclass
class Row:
    """A sequence of words and readings."""

    text: str
    shape: str
    """One code for each item."""
    starts: list[int]
    ends: list[int]
    items: list[str | Reading]

    def word(self, i: int) -> str:
        """The item at i in lower case if it is a word; else an empty string."""
        item = self.items[i] if 0 <= i < len(self.items) else ""
        return item.lower() if isinstance(item, str) else ""


class StillAWordError(Exception):
    """A rule asked for a month and met the word "march", which no earlier rule took for one."""


@dataclass(slots=True)
class Match:
    """One rule matched on items i to j of a row."""

    row: Row
    i: int
    j: int
    rule: Rule
    spans: dict[str, tuple[int, int]]
    lexicon: Lexicon

    @property
    def before(self) -> str:
        """The word right before the match, lower case."""
        return self.row.word(self.i - 1)

    @property
    def after(self) -> str:
        """The word right after the match, lower case."""
        return self.row.word(self.j)

    def listed(self, word: str, name: str) -> bool:
        """Whether a word is in a class, or in a list of words that decide, of the lexicon."""
        return word in self.lexicon.near.get(name, ()) or word in self.lexicon.values.get(name, ())

    def has(self, name: str) -> bool:
        """Whether a named part matched."""
        return name in self.spans

    def words(self, name: str) -> list[str]:
        """The words of a named part, lower case."""
        a, b = self.spans[name]
        return [self.row.word(k) for k in range(a, b)]

    def capital(self, k: int) -> bool:
        """Whether item k of the row is a word with a capital initial."""
        item = self.row.items[k] if 0 <= k < len(self.row.items) else ""
        return isinstance(item, str) and item[:1].isupper()

    def text(self) -> str:
        """The whole match in lower case."""
        return self.row.text[self.row.starts[self.i] : self.row.ends[self.j - 1]].lower()

    def all_words(self) -> list[str]:
        """The words of the whole match, lower case."""
        return [self.row.word(k) for k in range(self.i, self.j)]

    def word(self, name: str) -> str:
        """The one word of a named part."""
        return self.row.word(self.spans[name][0])

    def value(self, name: str, *classes: str) -> Any:
        """The value of a named word in the first of the classes that has it, or None."""
        word = self.word(name)
        for c in classes:
            if word in self.lexicon.values[c]:
                return self.lexicon.values[c][word]
        return None

    def reading(self, name: str) -> Reading:
        """The reading of a named part.

        Raises StillAWordError where it is a word that an earlier level left alone.
        """
        item = self.row.items[self.spans[name][0]]
        if isinstance(item, str):
            raise StillAWordError(item)
        return item

    def at(self, name: str) -> tuple[int, int]:
        """The characters of a named part."""
        a, b = self.spans[name]
        return self.row.starts[a], self.row.ends[b - 1]


Builder = Callable[[Match, dict[str, Any]], Reading | None]
BUILDERS: Final[dict[str, Builder]] = {}


def builder(function: Builder) -> Builder:
    """Register a function that makes a reading of a match under its name."""
    BUILDERS[function.__name__.rstrip("_")] = function
    return function


_NEVER: Final = re.compile(r"(?!)")


@dataclass
class Rule:
    """One rule of a rule file."""

    id: str
    node: Node
    make: Builder
    args: dict[str, Any]
    after: frozenset[str] = frozenset()
    """Classes that may not stand right before the match."""
    before: frozenset[str] = frozenset()
    """Classes that may not stand right after it."""
    regex: re.Pattern[str] = field(default=_NEVER)
    names: tuple[str, ...] = ()
    """The named parts of the pattern."""
    after_codes: frozenset[str] = frozenset()
    before_codes: frozenset[str] = frozenset()


@dataclass
class Level:
    """The rules of one file, compiled."""

    rules: list[Rule]
    automaton: Automaton = field(default_factory=Automaton)
    starts: re.Pattern[str] = field(default=_NEVER)

    def compile(self, lexicon: Lexicon) -> None:
        """Build the automaton; the lexicon must have its codes."""

        def charset(name: str) -> str:
            return one_of(lexicon.charset(name))

        for rule in self.rules:
            rule.regex = re.compile(to_regex(rule.node, charset))
            rule.names = tuple(rule.regex.groupindex)
            rule.after_codes = frozenset().union(*(lexicon.charset(c) for c in rule.after))
            rule.before_codes = frozenset().union(*(lexicon.charset(c) for c in rule.before))
        self.automaton.build([r.node for r in self.rules], lexicon.charset)
        self.starts = re.compile(self.automaton.openings())


def _read_rules(name: str, macros: dict[str, Node]) -> list[Rule]:
    data = load_yaml(name)
    for key, pattern in (data.get("macros") or {}).items():
        macros[key] = read_pattern(pattern, macros)
    rules = []
    for row in data["rules"]:
        unknown = set(row) - {"id", "match", "make", "not_after", "not_before", "note"}
        make = row.get("make")
        (maker, args), *_ = make.items() if isinstance(make, dict) else [(make, {})]
        if unknown or maker not in BUILDERS:
            raise DataError(f"{name}: rule {row.get('id')}: {unknown or maker} is not known")
        node = read_pattern(row["match"], macros)
        after = frozenset((row.get("not_after") or "").split())
        before = frozenset((row.get("not_before") or "").split())
        rules.append(Rule(row["id"], node, BUILDERS[maker], args or {}, after, before))
    return rules


@cache
def grammar() -> tuple[Lexicon, tuple[Level, ...]]:
    """The lexicon and the three levels, read and compiled once. Raises DataError if broken."""
    import dateline.extract.times.builders  # noqa: F401  (fills BUILDERS)

    lexicon = new_lexicon(KINDS)
    macros: dict[str, Node] = {}
    levels = tuple(Level(_read_rules(name, macros)) for name in LEVELS)
    levels[0].rules.extend(
        Rule(f"named.{row.key}", read_pattern(pattern, macros), BUILDERS["named"], {"key": row.key})
        for row in holidays().values()
        for pattern in row.patterns
    )
    used = frozenset[str]().union(
        *(classes_of(r.node) | r.after | r.before for level in levels for r in level.rules)
    )
    known = {"=" + w for c in used if c.startswith("=") for w in (c[1:],)}
    for name in used - known - set(lexicon.values) - KINDS - _NUMERIC:
        if not any(name in g for g in lexicon.groups.values()):
            raise DataError(f"a rule names the class {name}, which nothing has")
    lexicon.close(used)
    for level in levels:
        level.compile(lexicon)
    return lexicon, levels


_NUMERIC: Final = frozenset(
    {
        "NUM",
        "D12",
        "DAY",
        "DAYN",
        "DAYO",
        "HOUR",
        "YY",
        "YEAR4",
        "CLOCK4",
        "YEAR3",
        "CLOCK3",
        "ISO",
        "ORDN",
        "DECADES",
        "CLOCK",
        "SLASHED",
        "DOTTED",
    }
)
"""The classes that `number_classes` gives."""


def tokenize(text: str, start: int, end: int, lexicon: Lexicon) -> Row:
    """The row of words and numbers of `text[start:end]`."""
    starts: list[int] = []
    ends: list[int] = []
    items: list[str | Reading] = []
    for m in TOKEN.finditer(text, start, end):
        a, b = m.span()
        starts.append(a)
        ends.append(b)
        items.append(m[0])
    get, code_of = lexicon.words.get, lexicon.code_of
    shape = "".join([get(w) or code_of(w) for w in items])  # type: ignore[arg-type]
    return Row(text, shape, starts, ends, items)


def _match_at(row: Row, i: int, level: Level, lexicon: Lexicon) -> tuple[int, Reading] | None:
    """The longest match that begins at item i, as (end, reading)."""
    automaton, shape = level.automaton, row.shape
    state, k = 0, i
    accepted: list[tuple[int, tuple[int, ...]]] = []
    size = len(shape)
    while k < size:
        following = automaton.next[state].get(shape[k])
        if following is None:
            following = automaton.step(state, shape[k])
        if following < 0:
            break
        state, k = following, k + 1
        if automaton.ends[state]:
            accepted.append((k, automaton.ends[state]))
    for j, numbers in reversed(accepted):
        for number in numbers:
            rule = level.rules[number]
            if rule.after_codes and i and shape[i - 1] in rule.after_codes:
                continue
            if rule.before_codes and j < size and shape[j] in rule.before_codes:
                continue
            found = rule.regex.fullmatch(shape, i, j)
            if found is None:  # an optional part was read the other way: try the next rule
                continue
            spans = {n: found.span(n) for n in rule.names if found.start(n) >= 0}
            try:
                reading = rule.make(Match(row, i, j, rule, spans, lexicon), rule.args)
            except StillAWordError:
                continue
            if reading is not None:
                reading.rule = rule.id if not reading.rule else f"{reading.rule} + {rule.id}"
                reading.start, reading.end = row.starts[i], row.ends[j - 1]
                return j, reading
    return None


def _glued(row: Row, i: int) -> bool:
    """Whether item i hangs on the letters, digits or `#` before it: `A320`, `#Friday`, `g7Bc2`."""
    start = row.starts[i]
    if not start:
        return False
    before = row.text[start - 1]
    return before in "#@_&" or (before.isalnum() and isinstance(row.items[i], str))


def apply_level(row: Row, level: Level, lexicon: Lexicon) -> Row:
    """The row with every match of a level's rules put in as one item."""
    found: list[tuple[int, int, Reading]] = []
    at = 0
    while m := level.starts.search(row.shape, at):
        i = m.start()
        hit = None if _glued(row, i) else _match_at(row, i, level, lexicon)
        if hit is None:
            at = i + 1
        else:
            found.append((i, hit[0], hit[1]))
            at = hit[0]
    if not found:
        return row
    shape: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    items: list[str | Reading] = []
    last = 0
    for i, j, reading in found:
        shape.append(row.shape[last:i])
        starts += row.starts[last:i]
        ends += row.ends[last:i]
        items += row.items[last:i]
        shape.append(lexicon.code_of_kind(reading.kind))
        starts.append(reading.start)
        ends.append(reading.end)
        items.append(reading)
        last = j
    shape.append(row.shape[last:])
    starts += row.starts[last:]
    ends += row.ends[last:]
    items += row.items[last:]
    return Row(row.text, "".join(shape), starts, ends, items)


def read(text: str, start: int, end: int) -> Row:
    """The row of `text[start:end]` after all levels: words, and readings where times are told."""
    lexicon, levels = grammar()
    row = tokenize(text, start, end, lexicon)
    for level in levels:
        row = apply_level(row, level, lexicon)
    return row
