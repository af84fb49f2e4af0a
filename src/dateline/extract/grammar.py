"""Who does what to whom, as the tree says it: subjects, objects and prepositional phrases.

Reads UD v2 relations and undoes passives, control, coordination and relative clauses, so that a
rule can ask for "the subject" of a verb and get the noun that acts. All functions take and give
token indices. Climbing is bounded, so that a degenerate tree costs no more than a good one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.arguments import Arguments
from dateline.extract.grammar_words import of_role, transitive
from dateline.language.parsed import Parsed

_DEPTH = 12
_NP_LIMIT = 60
_WITHOUT_OBJECT = frozenset(["mediate", "arbitrate", "intercede", "intervene", "collaborate"])
"""Verbs that take a preposition where others take an object."""
_LED = frozenset(["obl", "nmod", "xcomp", "advcl", "iobj", "obj", "acl"])
"""What a preposition or "for ... to" leads to."""
_CLAUSAL = frozenset(["acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "ccomp", "appos"])
_OUTER = frozenset(
    ["punct", "cc", "case", "mark", "cop", "nsubj", "nsubj:pass", "aux", "discourse"]
)
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "ourselves", "myself"])
CALLING = frozenset(
    ["call", "describe", "term", "label", "brand", "dub", "see", "regard", "characterize"]
)
"""Verbs that say what somebody takes something for ("what it called aggression")."""
_DOCUMENTS = of_role("document")
_ISSUING = of_role("issuing")
_GIVING = of_role("giving")
_OF_GERUNDS = of_role("of_gerunds")
_MANDATIVE = of_role("mandative")
_MAYBE_MANDATIVE = of_role("maybe_mandative")
_PLURAL = frozenset(["NNS", "NNPS", "PRP"])


class Grammar:
    """Questions about the clauses of one parsed text."""

    def __init__(self, parsed: Parsed, lemmas: list[str] | None = None) -> None:
        self.parsed = parsed
        self._lemmas = lemmas or [lemma.lower() for lemma in parsed.lemmas]
        self._rels = [d.split(":", 1)[0] for d in parsed.deprels]
        self._cases: dict[int, list[str]] = {}
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._passive: dict[int, bool] = {}
        self._arguments = Arguments(self, self._lemmas)

    def rel(self, token: int) -> str:
        """The relation of a token to its head, without subtype."""
        return self._rels[token]

    def lemma(self, token: int) -> str:
        """The lower-cased lemma."""
        return self._lemmas[token]

    def subjunctive(self, verb: int) -> bool:
        """ "Recommended that the president resign", "that rebels be freed", "that troops leave": a
        clause that tells what is wanted and not what is so (Huddleston and Pullum, Cambridge
        Grammar, 11.7.1: the verb of a mandative is bare, whatever its subject)."""
        p = self.parsed
        below = p.children[verb]
        if not any(self.rel(c) == "nsubj" for c in below):
            return False
        helpers = [c for c in below if self.rel(c) in ("aux", "cop")]
        if helpers:
            return all(p.word(c).lower() == "be" for c in helpers)
        if p.xpos[verb] != "VBP":
            return p.xpos[verb] == "VB"
        over = self.lemma(p.heads[verb])
        return over in _MANDATIVE or (over in _MAYBE_MANDATIVE and not self._plural(verb))

    def _plural(self, verb: int) -> bool:
        """Whether a verb has a subject with which its bare form agrees."""
        p = self.parsed
        subjects = [c for c in p.children[verb] if self.rel(c) == "nsubj"]
        return any(p.xpos[t] in _PLURAL or len(self.conjuncts(t)) > 1 for t in subjects)

    def reflexive(self, token: int) -> bool:
        """Whether a word is a reflexive pronoun ("itself")."""
        return self.parsed.word(token).lower() in REFLEXIVE

    def conjuncts(self, token: int) -> list[int]:
        """The token and those coordinated with it, nouns or verbs alike."""
        near = self._beside_it(token)
        # "Roe and Poe and Doe": the third may hang on the second.
        return sorted([token, *near, *(c for n in near for c in self._beside_it(n))])

    def _beside_it(self, token: int) -> list[int]:
        return [
            c
            for c in self.parsed.children[token]
            if (self.rel(c) == "conj" and not self._but_not(c))
            or (self.rel(c) == "appos" and self._joined(token, c))
        ]

    def _but_not(self, token: int) -> bool:
        """ "Offered the rebels amnesty, but not their leaders"."""
        p = self.parsed
        before = [p.word(c).lower() for c in p.children[token] if c < token]
        return p.upos[token] in ("NOUN", "PROPN") and "not" in before and "only" not in before

    def _joined(self, first: int, second: int) -> bool:
        """Whether a headline's comma stands for "and": `Ghana, Togo sign pact`."""
        p = self.parsed
        return (
            second == first + 2
            and p.word(first + 1) == ","
            and p.upos[first] == p.upos[second] == "PROPN"
            and p.word(second + 1 if second + 1 < len(p) else second) != ","
            and p.sentences[p.sentence_of[first]].segment.kind == "title"
        )

    def case(self, token: int) -> list[str]:
        """A noun's prepositions, in lower case."""
        if token not in self._cases:
            self._cases[token] = self._find_case(token)
        return self._cases[token]

    def _find_case(self, token: int) -> list[str]:
        p = self.parsed
        own = [self._preposition(c) for c in p.children[token] if self.rel(c) in ("case", "mark")]
        if own or self.rel(token) not in ("nmod", "obl"):
            return own
        # "against a rebel target south of": the preposition may hang on the first of two nouns.
        first = next((c for c in p.children[token] if p.deprels[c] == "compound"), token)
        if first == token:
            # "with battles raging": the preposition may be the mark of what the noun does.
            doing = [c for c in p.children[token] if p.deprels[c] in ("acl", "advcl")]
            marks = [m for c in doing for m in p.children[c] if p.deprels[m] == "mark"]
            return [self._preposition(m) for m in marks if m < token]
        return [self._preposition(c) for c in p.children[first] if p.deprels[c] == "case"]

    def _preposition(self, token: int) -> str:
        """The lemma; of those that were participles the word ("following", "according")."""
        form = self.parsed.xpos[token] == "VBG" and self.rel(token) == "case"
        return self.parsed.word(token).lower() if form else self._lemmas[token]

    def passive(self, token: int) -> bool:
        """Whether a verb is passive, as a clause or as a reduced relative ("troops killed in")."""
        if token not in self._passive:
            self._passive[token] = self._is_passive(token)
        return self._passive[token]

    def _is_passive(self, token: int) -> bool:
        p = self.parsed
        if self._lemmas[token] == "oppose" and any("to" in self.case(c) for c in p.children[token]):
            return False  # "protesters opposed to the deal": they oppose it
        for c in p.children[token]:
            # "Oman mediated between them": a verb without object has no passive, a slip.
            bare = p.deprels[c] == "nsubj:pass" and self._lemmas[token] in _WITHOUT_OBJECT
            if p.deprels[c] in ("nsubj:pass", "aux:pass", "csubj:pass") and not bare:
                return True
        below = {p.deprels[c] for c in p.children[token]}
        if "obl:agent" in below and "obj" not in below:
            return True  # "fought on, assailed by critics", whatever the tag
        rel = p.deprels[token]
        has_aux = any(self.rel(c) == "aux" for c in p.children[token])
        # "Two soldiers killed in attack": a verb that cannot do without an object has none.
        bare = p.xpos[token] in ("VBD", "VBN") and self._lemmas[token] in transitive()
        subjects = sum(p.deprels[c] == "nsubj" for c in p.children[token])
        if bare and not has_aux and rel != "conj" and subjects < 2:
            taken = any(p.deprels[c] in ("obj", "ccomp", "xcomp") for c in p.children[token])
            return not taken and not self._arguments.before_mark(token)
        # "Was praised abroad and reviled at home": a participle, even where tagged as a past.
        alone = bare and not below & {"obj", "ccomp", "xcomp"} and not self.own_subject(token)
        if alone and rel == "conj" and self.passive(p.heads[token]):
            return True
        if p.xpos[token] != "VBN":
            return False
        if rel == "conj" and has_aux:
            return False  # "has been accused and has accused"
        if rel == "conj" and not self.own_subject(token):
            return self.passive(p.heads[token]) if self.rel(p.heads[token]) != "conj" else True
        has_object = any(p.deprels[c] == "obj" for c in p.children[token])
        if rel == "acl" and not has_aux and self._lemmas[token] in _GIVING:
            return True
        return not has_aux and not has_object and rel != "root"

    def beside(self, token: int) -> bool:
        """Whether a word is coordinated with the next but one before it: "killed and wounded"."""
        return self.rel(token) == "conj" and token - self.parsed.heads[token] == 2

    def own_subject(self, token: int) -> bool:
        """Whether a verb has a subject of its own, and none from another clause."""
        p = self.parsed
        return any(self.rel(c) in ("nsubj", "csubj") for c in p.children[token])

    def subjects(self, token: int) -> list[int]:
        """The nouns that act in the clause of a verb, heads of phrases, coordination spelt out."""
        if token not in self._subjects:
            found = self._arguments.subject(token, _DEPTH)
            self._subjects[token] = self._spread(found, token)
        return self._subjects[token]

    def said_of(self, noun: int) -> int | None:
        """The subject of which a noun is said ("the men are rebels"), or None; not so of "the men
        are behind the raid"."""
        below = self.parsed.children[noun]
        if self.case(noun) or not any(self.rel(c) == "cop" for c in below):
            return None
        return next((c for c in below if self.parsed.deprels[c] == "nsubj"), None)

    def objects(self, token: int) -> list[int]:
        """The nouns acted upon."""
        if token not in self._objects:
            found = self._arguments.object(token, _DEPTH)
            self._objects[token] = self._spread(found, token)
        return self._objects[token]

    def _spread(self, found: list[int], verb: int) -> list[int]:
        """With what is coordinated; behind a clause on a noun only what stands before it ("rebels
        backed by Kenya and the army" backs no army)."""
        out: list[int] = []
        clause = self.rel(verb) == "acl"
        for t in found:
            on = clause and self.parsed.heads[verb] == t
            joined = (c for c in self.conjuncts(t) if not (on and c > verb))
            out.extend(c for c in joined if c not in out)
        return out

    def issue(self, noun: int) -> int | None:
        """The verb that issues, passes or signs a document; None where none does, or it is none."""
        verb, issued = self.parsed.heads[noun], ("obj", "nsubj:pass")
        if self._lemmas[noun] not in _DOCUMENTS or self._lemmas[verb] not in _ISSUING:
            return None
        return verb if self.parsed.deprels[noun] in issued else None

    def preps(self, token: int, preposition: str) -> list[int]:
        """The nouns that hang on a token with a preposition, coordination spelt out."""
        p = self.parsed
        below = [*p.children[token], *self._shared(token)]
        found = [
            c
            for c in below
            if preposition in self.case(c)
            # "Calling for them to be freed": the infinitive may pass for a clause that is said.
            and (self.rel(c) in _LED or (self.rel(c) == "ccomp" and "to" in self.case(c)))
        ]
        if p.deprels[token] == "acl:relcl":
            # "Roe, with whom Diallo met": whom the clause describes.
            found = [p.heads[token] if p.word(c).lower() == "whom" else c for c in found]
        if preposition == "between" and len(found) == 1:
            # "Between Hamas and Fatah members": the second may hang beside the first.
            found += [c for c in p.children[token] if c > found[0] and self._goes_on(c)]
        return self._spread(found, token)

    def _shared(self, token: int) -> list[int]:
        """ "Exchanges and contacts with Kenya": what hangs on the first of two nouns, behind both,
        is of the second as well."""
        p, first = self.parsed, self.parsed.heads[token]
        if self.rel(token) != "conj" or p.upos[token] != "NOUN" or p.upos[first] != "NOUN":
            return []
        return [c for c in p.children[first] if c > token and self.rel(c) == "nmod"]

    def _goes_on(self, token: int) -> bool:
        """Whether a noun begins with "and" and no preposition."""
        p = self.parsed
        joined = any(p.deprels[c] == "cc" and c < token for c in p.children[token])
        return self.rel(token) in ("nmod", "obl") and joined and not self.case(token)

    def complements(self, token: int) -> list[int]:
        """The heads of the clauses that a word takes: to-infinitive, that-clause, gerund."""
        p = self.parsed
        out = []
        for c in p.children[token]:
            rel = self.rel(c)
            if (
                rel in ("xcomp", "ccomp")
                or (rel in ("advcl", "acl") and "to" in self.case(c) and p.upos[c] == "VERB")
                or self.gerund_taken(c)
            ):
                out.extend(self.conjuncts(c))
        return out

    def gerund_taken(self, token: int) -> bool:
        """ "Ruled out sending troops", "ruled out its minister meeting them": a gerund behind a
        particle, perhaps with its subject, read as an adverbial, a slip."""
        p, head = self.parsed, self.parsed.heads[token]
        subject = next((c for c in p.children[token] if p.deprels[c] == "nsubj"), token)
        before = self.phrase(subject)[0] - 1 if subject != token else token - 1
        return (
            self.rel(token) == "advcl"
            and p.xpos[token] == "VBG"
            and self._lemmas[head] in _OF_GERUNDS
            and p.deprels[before] == "compound:prt"
            and p.heads[before] == head
        )

    def phrase(self, token: int) -> tuple[int, int]:
        """The token range of a noun phrase: head and dependents without its clauses."""
        p = self.parsed
        first = last = token
        stack, seen = [token], 0
        # Of a predicate, what stands before "is" belongs to the clause.
        is_ = next((c for c in p.children[token] if p.deprels[c] == "cop" and c < token), -1)
        while stack and seen < _NP_LIMIT:
            t = stack.pop()
            seen += 1
            first, last = min(first, t), max(last, t)
            for c in p.children[t]:
                rel = p.deprels[c]
                if rel in _CLAUSAL or (t == token and (rel in _OUTER or c < is_)):
                    continue
                # In a phrase that is given as one of several, the others are asked for apart.
                if t == token and rel == "conj":
                    continue
                # What hangs on the head from beyond its verb is a slip of the tree.
                if t == token and min(c, t) < p.heads[t] < max(c, t):
                    continue
                stack.append(c)
        return first, last + 1

    def up(self, token: int) -> Iterator[tuple[int, int]]:
        """(word, its head) from the token to the root, at most a bounded number of steps."""
        p = self.parsed
        for _ in range(2 * _DEPTH):
            head = p.heads[token]
            if head == token:
                return
            yield token, head
            token = head
