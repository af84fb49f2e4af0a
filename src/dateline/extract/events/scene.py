"""What the rules ask about a word: is it an actor, a place, of a class; whom does it name?"""

from __future__ import annotations

import re
from functools import cached_property

from dateline.extract.actors.sides import rivals
from dateline.extract.events.lexicon import classes
from dateline.extract.events.naming import Naming
from dateline.extract.events.vocabulary import vocabulary
from dateline.extract.found import Found
from dateline.extract.grammar import Grammar
from dateline.extract.grammar_words import of_role
from dateline.extract.lemma import lemmas
from dateline.knowledge.countries import country_name
from dateline.record import Actor, Ids, Mention, Place, Statement, Time

_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "who"])
_GIVING = of_role("giving")
_NAMES = frozenset(["compound", "flat", "nmod", "amod", "nmod:desc"])
_ROLES = frozenset(["nsubj", "obj", "obl", "nmod"])
_NEAREST = 4
"""Nouns before an "it" that may be what it stands for."""
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
        self._mentions: dict[int, list[Actor]] = {}
        self._rivals: dict[str, list[str]] = {}
        self._wordings: dict[int, frozenset[str]] = {}
        self.lands_of_places: dict[str, Actor] = {}
        """States that only places stand for, by code."""
        self.slots: dict[tuple[str, int], list[int]] = {}
        """What stands in a slot of a word, for the conditions of the lexicon."""
        self.actors = Naming(self)
        """`actors(token)`: the ids of the actors that the phrase headed by a word names."""
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

    def things(self, token: int) -> list[int]:
        """What "it" may stand for where it is acted upon and is nobody ("signed a truce. Rebels
        signed it too"): the nouns of its sentence and the one before, the nearest first."""
        p, g = self.parsed, self.grammar
        if p.word(token).lower() != "it" or g.rel(token) != "obj" or self.mentioned(token):
            return []
        here = p.sentence_of[token]
        start = p.sentences[max(0, here - 1)].start
        return [
            t
            for t in range(token - 1, start - 1, -1)
            if p.xpos[t] == "NN" and g.rel(t) in _ROLES and not self.mentioned(t)
        ][:_NEAREST]

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
        if name == "@target" and self._speaker(token):
            return True
        lemma = self.grammar.lemma(token)
        if name == "@agent":
            named = bool(self.mentioned(token)) or self.place(token) or self.person(token)
            return named or any(lemma in classes()[c] for c in _RULERS)
        return self.has(token, classes()[name[1:]])

    def _speaker(self, token: int) -> bool:
        """Whether a word is "we" or "us" of somebody who is quoted."""
        statement = self.statement_of[token]
        told = statement is not None and statement.speaker is not None
        return told and self.grammar.lemma(token) == "we"

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
