"""The pattern language of the rule files, and its compilation to an automaton.

A pattern is a sequence of items over token classes:

    MONTH:m "."? DAY:d ("," | of)? YEAR:y

`MONTH` (capitals) is a class, `of` or `","` a literal word, `:m` names what it matched, `?` makes
an item optional, `( | )` groups. There is no repetition, so that the length of every match is
bounded and hostile input cannot make a rule loop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dateline.errors import DataError

_LEX = re.compile(r'"([^"]+)"|([A-Z][A-Z0-9_]*)|([a-z][a-z\'’]*)|([()|?])|:([a-z][a-z0-9]*)|\s+')

Node = tuple[str, object]
Macros = Mapping[str, "Node"]


class _Reader:
    """Recursive descent over one pattern."""

    def __init__(self, source: str, macros: Macros) -> None:
        self.source = source
        self.macros = macros
        self.items: list[tuple[str, str]] = []
        at = 0
        while at < len(source):
            m = _LEX.match(source, at)
            if not m:
                raise DataError(f"pattern {source!r}: cannot read at {source[at:]!r}")
            at = m.end()
            for kind, text in zip(("word", "class", "word", "op", "name"), m.groups(), strict=True):
                if text is not None:
                    self.items.append((kind, text))
        self.at = 0

    def peek(self) -> tuple[str, str]:
        return self.items[self.at] if self.at < len(self.items) else ("end", "")

    def read(self) -> Node:
        node = self.alternatives()
        if self.peek()[0] != "end":
            raise DataError(f"pattern {self.source!r}: stray {self.peek()[1]!r}")
        return node

    def alternatives(self) -> Node:
        options = [self.sequence()]
        while self.peek() == ("op", "|"):
            self.at += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else ("alt", options)

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.peek()[0] in ("word", "class") or self.peek() == ("op", "("):
            parts.append(self.item())
        if not parts:
            raise DataError(f"pattern {self.source!r}: an empty sequence")
        return ("seq", parts)

    def item(self) -> Node:
        kind, text = self.peek()
        self.at += 1
        node: Node
        if kind == "op":
            node = self.alternatives()
            if self.peek() != ("op", ")"):
                raise DataError(f"pattern {self.source!r}: a bracket is left open")
            self.at += 1
        elif kind == "class" and text in self.macros:
            node = self.macros[text]
        else:
            node = ("one", ("=" + text) if kind == "word" else text)
        optional = False
        while self.peek() == ("op", "?") or self.peek()[0] == "name":
            kind, text = self.peek()
            self.at += 1
            if kind == "name":
                node = ("cap", (text, node))
            else:
                optional = True
        return ("opt", node) if optional else node


def read_pattern(source: str, macros: Macros) -> Node:
    """The tree of a pattern. Raises DataError where it breaks the language."""
    return _Reader(source, macros).read()


def classes_of(node: Node) -> set[str]:
    """Every class and literal (`=word`) that a pattern names."""
    kind, body = node
    if kind == "one":
        return {str(body)}
    if kind in ("seq", "alt"):
        return set().union(*(classes_of(n) for n in body))  # type: ignore[attr-defined]
    return classes_of(body[1] if kind == "cap" else body)  # type: ignore[index, arg-type]


def to_regex(node: Node, charset: Callable[[str], str]) -> str:
    """The pattern as a regular expression over codes; `charset` gives a class as `[...]`."""
    kind, body = node
    if kind == "one":
        return charset(str(body))
    if kind == "seq":
        return "".join(to_regex(n, charset) for n in body)  # type: ignore[attr-defined]
    if kind == "alt":
        options = [to_regex(n, charset) for n in body]  # type: ignore[attr-defined]
        return "(?:" + "|".join(options) + ")"
    if kind == "cap":
        name, inner = body  # type: ignore[misc]
        return f"(?P<{name}>{to_regex(inner, charset)})"  # type: ignore[has-type]
    return f"(?:{to_regex(body, charset)})?"  # type: ignore[arg-type]


def one_of(codes: Iterable[str]) -> str:
    """A regular expression for one of some codes; one that never matches where there is none."""
    listed = "".join(sorted(codes))
    return "[" + re.escape(listed) + "]" if listed else "(?!)"


@dataclass
class Automaton:
    """Many patterns as one automaton, made deterministic where it is walked."""

    edges: list[list[tuple[frozenset[str], int]]] = field(default_factory=list)
    """For each NFA state: (codes, next state)."""
    empty: list[list[int]] = field(default_factory=list)
    """For each NFA state: states reached without reading."""
    final: dict[int, int] = field(default_factory=dict)
    """NFA state to the number of the rule that ends there."""
    _known: dict[frozenset[int], int] = field(default_factory=dict)
    sets: list[frozenset[int]] = field(default_factory=list)
    next: list[dict[str, int]] = field(default_factory=list)
    """For each DFA state: code to state; a missing code is not yet looked at, -1 leads nowhere."""
    ends: list[tuple[int, ...]] = field(default_factory=list)
    """For each DFA state: the rules that end there, first rule first."""

    def _state(self) -> int:
        self.edges.append([])
        self.empty.append([])
        return len(self.edges) - 1

    def _add(self, node: Node, start: int, codes: Callable[[str], frozenset[str]]) -> int:
        kind, body = node
        if kind == "one":
            end = self._state()
            self.edges[start].append((codes(str(body)), end))
            return end
        if kind == "seq":
            for part in body:  # type: ignore[attr-defined]
                start = self._add(part, start, codes)
            return start
        if kind == "cap":
            return self._add(body[1], start, codes)  # type: ignore[index]
        end = self._state()
        options = body if kind == "alt" else [body]
        for option in options:  # type: ignore[attr-defined]
            begin = self._state()
            self.empty[start].append(begin)
            self.empty[self._add(option, begin, codes)].append(end)
        if kind == "opt":
            self.empty[start].append(end)
        return end

    def build(self, nodes: list[Node], codes: Callable[[str], frozenset[str]]) -> None:
        """Take in all patterns; rule numbers are positions in `nodes`."""
        root = self._state()
        for number, node in enumerate(nodes):
            begin = self._state()
            self.empty[root].append(begin)
            self.final[self._add(node, begin, codes)] = number
        self._dfa(self._closure({root}))

    def _closure(self, states: set[int]) -> frozenset[int]:
        stack, out = list(states), set(states)
        while stack:
            for s in self.empty[stack.pop()]:
                if s not in out:
                    out.add(s)
                    stack.append(s)
        return frozenset(out)

    def _dfa(self, states: frozenset[int]) -> int:
        if states not in self._known:
            self._known[states] = len(self.sets)
            self.sets.append(states)
            self.next.append({})
            self.ends.append(tuple(sorted(self.final[s] for s in states if s in self.final)))
        return self._known[states]

    def openings(self) -> str:
        """A regular expression of where a match can begin: a code that is a match by itself, or one
        with a code behind it that goes on."""
        alone: set[str] = set()
        groups: dict[frozenset[str], set[str]] = {}
        for code in self._following(0):
            state = self.step(0, code)
            if self.ends[state]:
                alone.add(code)
            else:
                groups.setdefault(self._following(state), set()).add(code)
        parts = [one_of(alone)] if alone else []
        parts += sorted(
            f"{one_of(codes)}(?={one_of(seconds)})" for seconds, codes in groups.items()
        )
        return f"(?={one_of(self._following(0))})(?:{'|'.join(parts)})"

    def _following(self, state: int) -> frozenset[str]:
        return frozenset(c for s in self.sets[state] for codes, _ in self.edges[s] for c in codes)

    def step(self, state: int, code: str) -> int:
        """The state after one more code, or -1. Worked out once, then a look-up in `next`."""
        reached = {t for s in self.sets[state] for codes, t in self.edges[s] if code in codes}
        result = self._dfa(self._closure(reached)) if reached else -1
        self.next[state][code] = result
        return result
