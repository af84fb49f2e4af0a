"""Whom a phrase of a story names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extract.actors.lookup import actors_of
from dateline.extract.events.lexicon import classes

if TYPE_CHECKING:
    from dateline.extract.events.scene import Scene

_WHERE = frozenset(
    [
        *("in", "at", "near", "on", "inside", "outside", "across", "around", "along"),
        *("over", "about", "amid", "after", "before"),
    ]
)
_ANYBODY = frozenset(["people", "person", "other", "victim", "hostage", "prisoner", "detainee"])
_OFFICES = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "UAF"])
_THROUGH = ("-led", "-held", "-controlled", "-ruled", "-run")
"""Who leads forces acts through them, who holds a town is struck there ("a Hamas-held town")."""
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Naming:
    """Answers for a scene, by the heads of phrases. Each is worked out once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found, self.parsed, self.grammar = scene.found, scene.parsed, scene.grammar
        self._known: dict[int, list[str]] = {}

    def __call__(self, token: int) -> list[str]:
        """The ids of the actors that the phrase headed by a word names."""
        if token not in self._known and (listed := self._listed(token) or self._paired(token)):
            self._known[token] = listed
        if token not in self._known:
            # "Dispersed hundreds of protesters in Lome": where they are may hang on the verb.
            of = self.scene.counted(token)
            if of != token and (counted := self(of)):
                self._known[token] = counted
        if token not in self._known:
            first, last = self.grammar.phrase(token)
            start, end = self.parsed.span(first, last)
            named = self._named(token)
            if not named and self._clause_behind(token):
                last = token + 1
                end = self.parsed.ends[token]
            elif not named:
                last = self._without_where(token, last)
                start, end = self.parsed.span(first, last)
            # A mention may go on in an apposition: "former president Amara Diallo".
            start = min([start, *(s for s, _ in named)])
            end = max([end, *(e for _, e in named)])
            ids = [a.id for a in actors_of(self.found, start, end)]
            ids = [i for i in ids if not self._told_not(i, token, start, end)]
            if not named and ids and self._of_a_people(token, ids):
                ids = []
            if not named and ids and self._by_the_way(first, last, ids):
                ids = []
            if ids and not self.scene.mentioned(token):
                ids += [i for i in self._partners(token, ids) if i not in ids]
            if named and ids:
                behind = max(e for _, e in named)
                more = [*self._included(token), *self._joined(token, behind)]
                ids += [i for i in more if i not in ids]
            self._known[token] = ids
        return self._known[token]

    def _told_not(self, actor: str, token: int, start: int, end: int) -> bool:
        """ "Spirits, not soldiers": whether all that a phrase says of somebody is that it is not
        him."""
        p = self.parsed
        spans = [s for s, a in self.found.actor_at.over(start, end) if a.id == actor]
        firsts = [p.tokens_in(*span)[0] for span in spans]
        return bool(firsts) and all(t > token and p.word(t - 1).lower() == "not" for t in firsts)

    def _clause_behind(self, token: int) -> bool:
        """ "In Lome, resulting in ten people being rushed to hospital": a place and a clause, which
        names nobody for it."""
        p = self.parsed
        clauses = any(c > token and p.deprels[c].startswith("acl") for c in p.children[token])
        return clauses and self.scene.place(token)

    def _listed(self, token: int) -> list[str]:
        """ "The two neighbours, Kenya and Ghana": those whom an apposition lists one by one."""
        p, g = self.parsed, self.grammar
        if p.xpos[token] not in ("NNS", "NNPS"):
            return []
        for c in p.children[token]:
            if p.deprels[c] == "appos" and c > token and p.upos[c] == "PROPN":
                listed = [t for t in g.conjuncts(c) if self.scene.mentioned(t)]
                if len(listed) > 1 and self._as_many(token, len(listed)):
                    return list(dict.fromkeys(self.scene.mentioned(t)[0].id for t in listed))
        return []

    def _paired(self, token: int) -> list[str]:
        """ "The Kenya-Ghana dispute": those whom one word with hyphens names."""
        p = self.parsed
        start, end = p.starts[token], p.ends[token]
        hits = sorted(self.found.actor_at.within(start, end), key=lambda hit: hit[0])
        if len(hits) < 2 or hits[0][0][0] != start or hits[-1][0][1] != end:
            return []
        joined = all(
            left[1] + 1 == right[0] and not p.text[left[1]].isalnum()
            for (left, _), (right, _) in pairwise(hits)
        )
        return list(dict.fromkeys(a.id for _, a in hits)) if joined else []

    def _as_many(self, noun: int, number: int) -> bool:
        """Whether a noun counts as many as are listed, or is definite: else the list goes on."""
        g = self.grammar
        words = [c for c in self.parsed.children[noun] if c < noun]
        counts = [g.lemma(c) for c in words if g.rel(c) == "nummod"]
        if counts:
            return counts[0] in (str(number), *_NUMBERS[number : number + 1])
        return any(g.rel(c) == "det" or self.parsed.deprels[c] == "nmod:poss" for c in words)

    def _of_a_people(self, token: int, ids: list[str]) -> bool:
        """ "Bosnian Moslems": a people named by itself is not the state whose adjective it has."""
        p = self.parsed
        if p.xpos[token] != "NNPS":
            return False
        known = self.found.actor_by_id
        adjectives = [c for c in p.children[token] if self.grammar.rel(c) == "amod"]
        described = {a.id for c in adjectives for a in self.scene.mentioned(c)}
        return all(known[i].kind == "state" and i in described for i in ids)

    def _by_the_way(self, first: int, last: int, ids: list[str]) -> bool:
        """Whether a phrase names actors only inside words such as "Kenya-brokered"."""
        p = self.parsed
        spans = [
            (span, a) for span, a in self.found.actor_at.over(*p.span(first, last)) if a.id in ids
        ]
        return bool(spans) and all(
            (t := p.tokens_in(*span)[1] - 1) < len(p)
            and span[1] < p.ends[t]
            and not p.word(t).lower().endswith(_THROUGH)
            for span, _ in spans
        )

    def _without_where(self, token: int, last: int) -> int:
        """The end of a noun phrase before what only says where, or whence ("a mine in Kenya"), or
        whom a protest is against."""
        p, g = self.parsed, self.grammar
        apart = _WHERE | {"against"} if self.scene.has(token, classes()["demo"]) else _WHERE
        for c in p.children[token]:
            if c > token and g.rel(c) == "nmod" and apart & set(g.case(c)):
                below = min([c, *(d for d in p.children[c])])
                if token < below < last:
                    return below
        return last

    def _named(self, token: int) -> list[tuple[int, int]]:
        """The mentions on a word; where there is none, those on its apposition."""
        p = self.parsed
        for t in (token, *(c for c in p.children[token] if p.deprels[c] == "appos")):
            hits = self.found.actor_at.over(p.starts[t], p.ends[t])
            if hits:
                return [span for span, _ in hits]
        return []

    def _included(self, token: int) -> list[str]:
        """ "Activists including Amara Diallo", "12 people, including three soldiers": those of a
        group who are named, and of people those of an office or under arms."""
        p, g = self.parsed, self.grammar
        some = [c for c in p.children[token] if c > token and "including" in g.case(c)]
        parts = [t for c in some for t in g.conjuncts(c)]
        people = g.lemma(token) in _ANYBODY
        return [
            a.id
            for t in parts
            for a in self.scene.mentioned(t)[:1]
            if p.upos[t] == "PROPN" or (people and _OFFICES & set(a.sectors))
        ]

    def _joined(self, token: int, end: int) -> list[str]:
        """ "Members of the Union and the Front": bodies beside the one whose people are named."""
        p, g = self.parsed, self.grammar
        if p.upos[token] != "NOUN":
            return []
        owners = [c for c in p.children[token] if c > token and "of" in g.case(c)]
        joined = [t for c in owners for t in g.conjuncts(c)[1:] if p.starts[t] >= end]
        return [
            a.id
            for t in joined
            if p.upos[t] == "PROPN"
            for a in self.scene.mentioned(t, whole=True)[:1]
        ]

    def _partners(self, token: int, ids: list[str]) -> list[str]:
        """Actors coordinated with the one that describes a noun ("presidents of X and Y")."""
        out: list[str] = []
        for c in self.parsed.children[token]:
            if self.grammar.rel(c) in ("nmod", "amod", "compound") and any(
                a.id in ids for a in self.scene.mentioned(c)
            ):
                joined = self.grammar.conjuncts(c)[1:]
                out += [a.id for t in joined for a in self.scene.mentioned(t)[:1]]
        below = self.parsed.children[token]
        if any(self.grammar.rel(c) == "cc" and c < token for c in below):
            # "The Kenyan and the Ghanaian side": both adjectives hang on the noun.
            beside = (c for c in below if self.grammar.rel(c) == "amod" and c < token)
            out += [a.id for c in beside for a in self.scene.mentioned(c)[:1]]
        return out
