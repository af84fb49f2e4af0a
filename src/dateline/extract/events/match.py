"""Which words of a text stand for events: the lexicon laid over the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from dateline.extract.events.conditions import hold
from dateline.extract.events.lexicon import Entry, classes, lexicon
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import embedding, happenings, light_verbs, rows
from dateline.extract.grammar import CALLING

_POS = {"VERB": "V", "NOUN": "N", "ADJ": "A", "PROPN": "N"}
_HOLDERS = frozenset(["obl", "nmod", "xcomp", "advcl"])


@dataclass(slots=True)
class Candidate:
    """A word that matched an entry, before it is decided what event it makes."""

    token: int
    entry: Entry
    words: list[int]
    """The words of the trigger."""
    light: int | None = None
    """The light verb of a noun ("launched" of "launched an offensive")."""
    happening: int | None = None
    """The verb that lets a noun's event happen ("erupted" of "clashes erupted")."""
    effect: str = "do"
    inner: Candidate | None = None
    """What a verbal act is about, where that is an event itself."""
    content: list[int] = field(default_factory=list)
    """Nouns and clauses that a verbal act is about."""

    @property
    def verb(self) -> int:
        """The word that carries tense and mood."""
        if self.light is not None:
            return self.light
        return self.happening if self.happening is not None else self.token


class Matcher:
    """Matches words on demand and keeps the answers."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._entries: dict[int, tuple[Entry, list[int]] | None] = {}
        self._light: dict[int, tuple[int, str] | None] = {}
        self._happening: dict[int, tuple[int, str] | None] = {}

    def candidates(self) -> list[Candidate]:
        """All words that stand for events; a noun inside a verb's trigger is not one more."""
        p = self.scene.parsed
        out: dict[int, Candidate] = {}
        taken: set[int] = set()
        groups: tuple[list[int], list[int]] = ([], [])
        for token, upos in enumerate(p.upos):
            pos = _POS.get(upos)
            if pos is not None:
                groups[pos == "N"].append(token)
        for noun, tokens in zip((False, True), groups, strict=True):
            for token in tokens:
                if token in taken:
                    continue
                match = self._match(token)
                if match is None:
                    continue
                entry, used = match
                candidate = Candidate(token, entry, self._trigger(token, used))
                if noun:
                    self._support(candidate)
                taken.update(used)
                out[token] = candidate
        lights = {c.light for c in out.values()}
        for token, upos in enumerate(p.upos):
            if (
                upos == "AUX"
                and p.heads[token] not in lights
                and (self.scene.grammar.lemma(token), "M") in lexicon()
            ):
                head = p.heads[token]
                if head not in out and (modal := self._modal(head)) is not None:
                    out[head] = modal
        return [out[t] for t in sorted(out)]

    def _modal(self, token: int) -> Candidate | None:
        """What a speaker says that another must do, whatever it is ("Sudan must return it")."""
        p, g = self.scene.parsed, self.scene.grammar
        statement = self.scene.statement_of[token]
        if p.upos[token] not in ("VERB", "ADJ", "NOUN") or statement is None:
            return None
        if p.deprels[token] == "acl:relcl" or self._spurned(token) or self._surmised(token):
            return None  # "a minister whom parliament must approve"
        for c in p.children[token]:
            if c == min(p.children[token]) and g.rel(token) == "advcl":
                continue  # "should Kenya leave, ...": on that condition
            if p.upos[c] == "AUX" and (entries := lexicon().get((g.lemma(c), "M"))):
                others = [a for t in g.subjects(token) for a in self.scene.actors(t)]
                if statement.speaker and any(a != statement.speaker for a in others):
                    return Candidate(token, entries[0], [c, token])
        return None

    def _spurned(self, verb: int) -> bool:
        """ "Rejected any suggestion that Kenya should leave": nobody here says that it should."""
        p, g = self.scene.parsed, self.scene.grammar
        over = p.heads[p.heads[verb]]
        return g.rel(verb) == "acl" and embedding().get((g.lemma(over), "ccomp")) == "denied"

    def _surmised(self, verb: int) -> bool:
        """ "Kenya must have known": what somebody thinks has been."""
        words = {self.scene.grammar.lemma(c) for c in self.scene.parsed.children[verb]}
        return {"must", "have"} <= words

    def _trigger(self, token: int, used: list[int]) -> list[int]:
        """The word itself, those its conditions found, and what stands tight on the latter."""
        p, g = self.scene.parsed, self.scene.grammar
        words = {token, *used}
        for t in used:
            words.update(
                c
                for c in p.children[t]
                if g.rel(c) in ("compound", "amod") and c < t and not self.scene.mentioned(c)
            )
        return sorted(words)

    def _support(self, candidate: Candidate) -> None:
        """Find the verb of a noun; it belongs to the trigger."""
        light = self.light(candidate.token)
        if light is not None:
            candidate.light = light
            candidate.effect = (self._light[candidate.token] or (0, "do"))[1]
            if self.scene.parsed.upos[light] == "VERB":
                candidate.words = sorted({*candidate.words, light})
            return
        happening = self.happening(candidate.token)
        if happening is not None:
            candidate.happening = happening
            candidate.effect = (self._happening[candidate.token] or (0, "do"))[1]
            # "clashes erupted" is one trigger; a verb that tells an event of its own is another.
            verb = self.scene.parsed.upos[happening] == "VERB" and self.entry_at(happening) is None
            if verb and candidate.token in self._near(happening):
                candidate.words = sorted({*candidate.words, happening})

    def _near(self, verb: int) -> list[int]:
        """The subjects of a verb, where they are nouns of its own clause."""
        return self.scene.grammar.subjects(verb)

    def entry_at(self, token: int) -> Entry | None:
        """The entry that a word stands for."""
        match = self._match(token)
        return match[0] if match else None

    def _match(self, token: int) -> tuple[Entry, list[int]] | None:
        if token not in self._entries:
            self._entries[token] = None  # a condition that comes back here finds nothing
            self._entries[token] = self._look_up(token)
        return self._entries[token]

    def _is_state(self, token: int) -> bool:
        """Whether a participle with a form of "to be" tells a state ("is opposed to"), whether or
        not it was taken for a passive."""
        below = {self.scene.parsed.deprels[c] for c in self.scene.parsed.children[token]}
        if "cop" in below:
            return True
        known = (self.scene.parsed.word(token).lower(), "A") in lexicon()
        passive = "aux:pass" in below and "obl:agent" not in below
        preps = self.scene.grammar.preps
        return known and passive and bool(preps(token, "to") or preps(token, "with"))

    def _look_up(self, token: int) -> tuple[Entry, list[int]] | None:
        p, g = self.scene.parsed, self.scene.grammar
        pos = _POS.get(p.upos[token])
        if pos is None:
            return None
        lemma = g.lemma(token)
        if pos == "V" and lemma.endswith("is") and p.word(token).lower().startswith(f"{lemma}e"):
            lemma += "e"  # "neutralised", cut one letter short
        state = p.xpos[token] in ("VBN", "VBD") and pos == "V"
        if state and self._is_state(token):
            pos, lemma = "A", p.word(token).lower()  # "is opposed to", whatever its tag
        word = p.word(token).lower() if pos == "N" else lemma
        if pos == "V" and self._noun_like(token):
            pos, lemma, word = "N", p.word(token).lower(), p.word(token).lower()
        entries = lexicon().get((_american(lemma), pos), ())
        if word != lemma:
            entries = (*lexicon().get((word, pos), ()), *entries)  # "talks", not "a talk"
        if not entries:
            return None
        if p.upos[token] == "PROPN" and (
            p.sentences[p.sentence_of[token]].segment.kind != "title" or self.scene.mentioned(token)
        ):
            return None
        if pos == "V" and p.deprels[token] in ("amod", "compound", "case", "mark"):
            return None
        if pos == "N" and p.deprels[token] == "compound":
            return None
        if pos == "V" and self._describes(token):
            return None
        for entry in entries:
            used = hold(entry, token, self.scene, self)
            if used is not None:
                return entry, used
        return None

    def _noun_like(self, token: int) -> bool:
        """Whether a gerund is used as a noun ("an end to border fighting")."""
        p, g = self.scene.parsed, self.scene.grammar
        if p.xpos[token] != "VBG":
            return False
        if g.rel(token) == "advcl":
            # "To border fighting", read as going to the border and fighting.
            return any(c == token - 1 and g.rel(c) == "obl" for c in p.children[token])
        if g.rel(token) not in ("nmod", "obl", "obj", "nsubj"):
            return False
        return any(g.rel(c) in ("det", "amod", "compound") for c in p.children[token])

    def _describes(self, token: int) -> bool:
        """Whether a participle is one of several words for people ("1,200 dead and wounded")."""
        p, g = self.scene.parsed, self.scene.grammar
        if g.rel(token) != "conj" or p.upos[p.heads[token]] not in ("NOUN", "ADJ", "NUM"):
            return False
        if any(p.deprels[c] == "cop" for c in p.children[p.heads[token]]):
            return False
        clause = ("nsubj", "obj", "obl", "aux", "advcl", "xcomp", "ccomp")
        return p.xpos[token] == "VBN" and not any(g.rel(c) in clause for c in p.children[token])

    def light(self, token: int) -> int | None:
        """The light verb of a noun, or None."""
        if token not in self._light:
            self._light[token] = self._holder(token, light_verbs())
        hit = self._light[token]
        return hit[0] if hit else None

    def happening(self, token: int) -> int | None:
        """The verb that lets a noun's event happen, or that somebody lives through it; or None."""
        if token not in self._happening:
            self._happening[token] = self._holder(token, happenings())
        hit = self._happening[token]
        return hit[0] if hit else None

    def _holder(self, token: int, table: dict[tuple[str, str], str]) -> tuple[int, str] | None:
        """The first governor of a noun that the table knows in that slot."""
        p, g = self.scene.parsed, self.scene.grammar
        for t in self._heads_of_phrase(token):
            for governor, slot in self._governors(t):
                effect = table.get((_american(g.lemma(governor)), slot))
                if slot == "to" and g.objects(governor):
                    continue  # "turned a blind eye to allegations"
                if effect is not None and p.upos[governor] in ("VERB", "ADJ", "AUX", "ADV", "NOUN"):
                    return governor, effect
        return None

    def _heads_of_phrase(self, token: int) -> list[int]:
        """The noun, the noun it is coordinated with, and "a round of" it."""
        p, g = self.scene.parsed, self.scene.grammar
        out = [token]
        for _ in range(3):
            head, rel = p.heads[token], g.rel(token)
            if head == token:
                break
            measure = rel == "nmod" and g.lemma(head) in classes()["measure"]
            if rel != "conj" and not measure:
                break
            token = head
            if p.upos[token] not in ("NOUN", "PROPN"):
                break
            out.append(token)
        return out

    def _governors(self, token: int) -> list[tuple[int, str]]:
        """(verb, slot of the noun) for each verb that a noun is an argument of."""
        p, g = self.scene.parsed, self.scene.grammar
        head, rel = p.heads[token], p.deprels[token]
        out: list[tuple[int, str]] = []
        what = p.heads[head]
        named = g.rel(head) == "acl" and g.lemma(head) in CALLING
        if named and p.word(what).lower() == "what" and g.rel(what) in ("obj", "obl"):
            # "launched what it called an operation"; not "what critics call a war goes on".
            return self._governors(what)
        if head != token:
            if rel == "obj" or rel == "nsubj:pass":
                # "Planned and carried out killings": the nearer verb has the object, too.
                joined = [c for c in p.children[head] if p.deprels[c] == "conj" and c < token]
                out.extend((c, "obj") for c in reversed(joined) if p.upos[c] == "VERB")
                out.append((head, "obj"))
                out.extend((head, case) for case in g.case(token))  # "took part in", a slip
            elif rel == "nsubj":
                out.append((head, "subj"))
            elif g.rel(token) in _HOLDERS:
                out.extend((head, case) for case in g.case(token))
        if any(g.rel(c) == "cop" for c in p.children[token]):
            cop = next(c for c in p.children[token] if g.rel(c) == "cop")
            out.extend((cop, case) for case in g.case(token))
        for c in p.children[token]:
            if p.deprels[c] in ("acl", "acl:relcl") and p.upos[c] == "VERB":
                if g.passive(c) or token in g.objects(c):
                    out.append((c, "obj"))
                elif p.xpos[c] == "VBG" or p.deprels[c] == "acl:relcl":
                    out.append((c, "subj"))
        return out


@cache
def _no_ize() -> frozenset[str]:
    return frozenset(word for (word,) in rows("ise_words.tsv", 1))


def _american(lemma: str) -> str:
    """The spelling that the tables use: -ize, save in words that never had it ("promise")."""
    if len(lemma) > 6 and lemma.endswith("ise") and lemma not in _no_ize():
        return lemma[:-3] + "ize"
    return lemma
