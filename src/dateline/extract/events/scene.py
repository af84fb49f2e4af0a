"""What the rules ask about a word: is it an actor, a place, of a class; whom does it name?"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from dateline.extract.actors.lookup import actors_of
from dateline.extract.actors.sides import rivals
from dateline.extract.events.lexicon import classes
from dateline.extract.events.vocabulary import vocabulary
from dateline.extract.found import Found
from dateline.extract.grammar import Grammar
from dateline.extract.grammar_words import of_role
from dateline.extract.lemma import lemmas
from dateline.knowledge.countries import country_name
from dateline.record import Actor, Ids, Mention, Place, Statement, Time

_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "who"])
_WHERE = frozenset(
    [
        *("in", "at", "near", "on", "inside", "outside", "across", "around", "along"),
        *("over", "about", "amid", "after", "before"),
    ]
)
_GIVING = of_role("giving")
_NAMES = frozenset(["compound", "flat", "nmod", "amod", "nmod:desc"])
_THROUGH = ("-led", "-held", "-controlled", "-ruled", "-run")
"""Who leads forces acts through them, who holds a town is struck there ("a Hamas-held town")."""
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_RULERS = ("people", "force", "ruler")
_ORDINAL = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only"
    r"|\d+(?:st|nd|rd|th)"
)


def scene_of(found: Found) -> Scene:
    """The scene of a story, which the families after the statements share."""
    if not isinstance(found.scene, Scene):
        found.scene = Scene(found)
    return found.scene


class Scene:
    """A story with its tree and its actors at hand. Answers are kept: each is worked out once."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.parsed = found.parsed
        self.grammar = Grammar(found.parsed, lemmas(found.parsed, *vocabulary()))
        self._actors: dict[int, list[str]] = {}
        self._mentions: dict[int, list[Actor]] = {}
        self._rivals: dict[str, list[str]] = {}
        self._wordings: dict[int, frozenset[str]] = {}
        self.lands_of_places: dict[str, Actor] = {}
        """States that only places stand for, by code."""
        self.slots: dict[tuple[str, int], list[int]] = {}
        """What stands in a slot of a word, for the conditions of the lexicon."""
        self.statement_of = _paint(found)
        """For each token, the innermost statement in whose content it stands."""

    @cached_property
    def opening(self) -> int | None:
        """The number of the first sentence of the story itself."""
        sentences = enumerate(self.parsed.sentences)
        return next((i for i, s in sentences if s.segment.kind == "body"), None)

    @cached_property
    def here(self) -> Place | None:
        """Where the story was filed, which is what its "here" means; None without a dateline."""
        line = self.found.story.facts.dateline
        if line is None:
            return None
        return next(
            (p for p in self.found.places if line.span[0] <= p.span[0] < line.span[1]), None
        )

    @cached_property
    def states(self) -> dict[str | None, str]:
        """The id of the first state actor of each country."""
        states = [a for a in self.found.actors if a.kind == "state" and a.country is not None]
        return {a.country: a.id for a in reversed(states)}

    def state_at(self, place: Place) -> str | None:
        """The id of the state that a place lies in ("shelled Lome"). One that no word names is
        made, and stays in `lands_of_places` until an event has it as a party."""
        code = place.country
        if code in self.states:
            return self.states[code]
        name = country_name(code)
        if code is None or name is None:
            return None
        if code not in self.lands_of_places:
            mention = Mention(span=place.span, how="metonym")
            made = Actor(
                id=Ids().new("a", "state", name, code),
                name=name,
                kind="state",
                country=code,
                sectors=["GOV"],
                mentions=[mention],
                why=f"the land of {place.text!r}",
            )
            self.lands_of_places[code] = self.found.actor_by_id[made.id] = made
        return self.lands_of_places[code].id

    def said_here(self, *tokens: int) -> bool:
        """Whether "here" hangs on one of some words."""
        p = self.parsed
        return any(p.word(c).lower() == "here" for t in tokens for c in p.children[t])

    @cached_property
    def told_by(self) -> dict[int, str]:
        """For each word of a statement's cue, the id of who speaks."""
        p = self.parsed
        return {
            t: statement.speaker
            for statement in self.found.statements
            if statement.speaker is not None
            for span in statement.cue
            for t in range(*p.tokens_in(*span))
        }

    def mentioned(self, token: int, *, whole: bool = False) -> list[Actor]:
        """The actors whose mentions cover the very word.

        With `whole`, not those that are only a part of it ("US" in "US-brokered").
        """
        if whole:
            p = self.parsed
            hits = self.found.actor_at.over(p.starts[token], p.ends[token])
            return [a for (_, end), a in hits if end >= p.ends[token]]
        if token not in self._mentions:
            p = self.parsed
            hits = self.found.actor_at.over(p.starts[token], p.ends[token])
            self._mentions[token] = [actor for _, actor in hits]
        return self._mentions[token]

    def in_one_mention(self, first: int, second: int) -> bool:
        """Whether one actor's mention covers two words, the second behind the first ("relatives of
        victims of chemical attacks")."""
        p = self.parsed
        hits = self.found.actor_at.over(p.starts[first], p.ends[first])
        return any(end >= p.ends[second] for (_, end), _ in hits)

    @cached_property
    def aircraft(self) -> bool:
        """Whether the story tells of planes, air raids or the like."""
        return any(self.has(t, classes()["aircraft"]) for t in range(len(self.parsed)))

    def rivals(self, land: str) -> list[str]:
        """The ids of the states that are said to fight that of a land (ISO alpha-3)."""
        if land not in self._rivals:
            self._rivals[land] = [a.id for a in rivals(self.found, land)]
        return self._rivals[land]

    def actors(self, token: int) -> list[str]:
        """The ids of the actors that the phrase headed by a word names."""
        if token not in self._actors and (listed := self._listed(token) or self._paired(token)):
            self._actors[token] = listed
        if token not in self._actors:
            # "Dispersed hundreds of protesters in Lome": where they are may hang on the verb.
            of = self.counted(token)
            if of != token and (counted := self.actors(of)):
                self._actors[token] = counted
        if token not in self._actors:
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
            if ids and not self.mentioned(token):
                ids += [i for i in self._partners(token, ids) if i not in ids]
            if named and ids:
                behind = max(e for _, e in named)
                more = [*self._included(token), *self._joined(token, behind)]
                ids += [i for i in more if i not in ids]
            self._actors[token] = ids
        return self._actors[token]

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
        return clauses and self.place(token)

    def _listed(self, token: int) -> list[str]:
        """ "The two neighbours, Kenya and Ghana": those whom an apposition lists one by one."""
        p, g = self.parsed, self.grammar
        if p.xpos[token] not in ("NNS", "NNPS"):
            return []
        for c in p.children[token]:
            if p.deprels[c] == "appos" and c > token and p.upos[c] == "PROPN":
                listed = [t for t in g.conjuncts(c) if self.mentioned(t)]
                if len(listed) > 1 and self._as_many(token, len(listed)):
                    return list(dict.fromkeys(self.mentioned(t)[0].id for t in listed))
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
        described = {a.id for c in adjectives for a in self.mentioned(c)}
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
        apart = _WHERE | {"against"} if self.has(token, classes()["demo"]) else _WHERE
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
        """ "Activists including Amara Diallo": those of a group who are named."""
        p, g = self.parsed, self.grammar
        some = [c for c in p.children[token] if c > token and "including" in g.case(c)]
        named = [t for c in some for t in g.conjuncts(c) if p.upos[t] == "PROPN"]
        return [a.id for t in named for a in self.mentioned(t)[:1]]

    def _joined(self, token: int, end: int) -> list[str]:
        """ "Members of the Union and the Front": bodies beside the one whose people are named."""
        p, g = self.parsed, self.grammar
        if p.upos[token] != "NOUN":
            return []
        owners = [c for c in p.children[token] if c > token and "of" in g.case(c)]
        joined = [t for c in owners for t in g.conjuncts(c)[1:] if p.starts[t] >= end]
        return [
            a.id for t in joined if p.upos[t] == "PROPN" for a in self.mentioned(t, whole=True)[:1]
        ]

    def _partners(self, token: int, ids: list[str]) -> list[str]:
        """Actors coordinated with the one that describes a noun ("presidents of X and Y")."""
        out: list[str] = []
        for c in self.parsed.children[token]:
            if self.grammar.rel(c) in ("nmod", "amod", "compound") and any(
                a.id in ids for a in self.mentioned(c)
            ):
                joined = self.grammar.conjuncts(c)[1:]
                out += [a.id for t in joined for a in self.mentioned(t)[:1]]
        below = self.parsed.children[token]
        if any(self.grammar.rel(c) == "cc" and c < token for c in below):
            # "The Kenyan and the Ghanaian side": both adjectives hang on the noun.
            beside = (c for c in below if self.grammar.rel(c) == "amod" and c < token)
            out += [a.id for c in beside for a in self.mentioned(c)[:1]]
        return out

    def place(self, token: int) -> bool:
        """Whether the word is (part of) the name of a place."""
        p = self.parsed
        return bool(self.found.place_at.over(p.starts[token], p.ends[token]))

    def person(self, token: int) -> bool:
        """Whether the word names people: a person, a pronoun, a noun for a human."""
        lemma = self.grammar.lemma(token)
        return (
            lemma in _PRONOUNS
            or lemma in classes()["people"]
            or any(a.kind in ("person", "population") for a in self.mentioned(token))
        )

    def referent(self, token: int) -> int | None:
        """The noun that a pronoun for people stands for ("nurses said they would strike")."""
        p = self.parsed
        if p.xpos[token] != "PRP" or self.grammar.lemma(token) not in _PRONOUNS:
            return None
        for actor in self.mentioned(token):
            for mention in actor.mentions:
                first, last = p.tokens_in(*mention.span)
                for t in range(first, last):
                    if p.upos[t] in ("NOUN", "PROPN") and not first <= p.heads[t] < last:
                        return t
        return None

    def receivers(self, verb: int) -> list[int]:
        """The indirect objects of a verb; also where the name of a land right behind a verb of
        giving was read as a part of what is given ("gave Ghana tanks").

        English has no article between them to tell one from the other; behind such a verb two
        objects are the rule (Huddleston and Pullum, Cambridge Grammar, 4.3)."""
        p, g = self.parsed, self.grammar
        own = [c for c in p.children[verb] if p.deprels[c] == "iobj"]
        token = verb + 1
        if own or g.lemma(verb) not in _GIVING or token >= len(p) or p.upos[token] != "PROPN":
            return own
        if not any(a.kind == "state" for a in self.mentioned(token, whole=True)):
            return own
        objects = [c for c in p.children[verb] if p.deprels[c] == "obj" and c != token]
        if objects and p.deprels[token] == "obj" and p.heads[token] == verb:
            return [token]  # two objects, the first of them no "iobj"
        t = token
        while t not in objects and p.deprels[t] in _NAMES and token < p.heads[t] < token + 12:
            t = p.heads[t]
        return [token] if t in objects and not self.person(t) else own

    def counted(self, token: int) -> int:
        """What an amount is of ("hundreds of troops", "80 of the hostages"); else the word."""
        p = self.parsed
        if p.upos[token] != "NUM" and self.grammar.lemma(token) not in classes()["amount"]:
            return token
        return next(iter(self.grammar.preps(token, "of")), token)

    def of_class(self, token: int, name: str) -> bool:
        """Whether a noun belongs to a class of the lexicon (`@force`, `@actor`, ...)."""
        if name == "@actor":
            return bool(self.mentioned(token)) or self.place(token)
        if name == "@place":
            return self.place(token)
        if name == "@person":
            return self.person(token)
        if name == "@state":
            return any(a.kind == "state" for a in self.mentioned(token, whole=True))
        if name == "@press":
            return any(a.kind == "media" or "JRN" in a.sectors for a in self.mentioned(token))
        if name == "@igo":
            return any(a.kind in ("igo", "organisation") for a in self.mentioned(token))
        lemma = self.grammar.lemma(token)
        if name == "@agent":
            named = bool(self.mentioned(token)) or self.place(token) or self.person(token)
            return named or any(lemma in classes()[c] for c in _RULERS)
        return self.has(token, classes()[name[1:]])

    def ahead(self, time: Time) -> bool:
        """Whether a time begins after the day of publication."""
        published = self.found.story.published
        return published is not None and (time.begin or "")[:10] > published.isoformat()

    def ranked(self, token: int) -> bool:
        """Whether a word is an ordinal ("third", "21st"), or one of order ("last", "only")."""
        return _ORDINAL.fullmatch(self.grammar.lemma(token)) is not None

    def has(self, token: int, words: frozenset[str]) -> bool:
        """Whether the word, or the word with one that describes it (`a_b`), is in the list."""
        if token not in self._wordings:
            g = self.grammar
            lemma = g.lemma(token)
            below = [g.lemma(c) for c in self.parsed.children[token][:8]]
            self._wordings[token] = frozenset(
                [
                    *(lemma, self.parsed.word(token).lower()),
                    *(f"{word}_{lemma}" for word in below),
                    *(f"{lemma}_of_{word}" for word in below),
                ]
            )
        return not self._wordings[token].isdisjoint(words)


def _paint(found: Found) -> list[Statement | None]:
    """The innermost statement of each token: longer contents first, shorter ones over them."""
    p = found.parsed
    out: list[Statement | None] = [None] * len(p)
    pieces = [(end - start, start, end, s) for s in found.statements for start, end in s.content]
    for _, start, end, statement in sorted(pieces, key=lambda x: (-x[0], x[1])):
        first, last = p.tokens_in(start, end)
        out[first:last] = [statement] * (last - first)
    return out
