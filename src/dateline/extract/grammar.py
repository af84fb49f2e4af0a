"""Who does what to whom, as the tree says it: subjects, objects and prepositional phrases.

Reads UD v2 relations and undoes passives, control, coordination and relative clauses, so that a
rule can ask for "the subject" of a verb and get the noun that acts. All functions take and give
token indices. Climbing is bounded, so that a degenerate tree costs no more than a good one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.grammar_words import of_role, transitive
from dateline.language.parsed import Parsed

_DEPTH = 12
_NP_LIMIT = 60
_CLAUSAL = frozenset(["acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "ccomp", "appos"])
_OUTER = frozenset(
    ["punct", "cc", "case", "mark", "cop", "nsubj", "nsubj:pass", "aux", "discourse"]
)
_RELATIVE = frozenset(["who", "which", "that", "whom"])
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "ourselves", "myself"])
_OBJECT_CONTROL = of_role("object_control")
_CHARGING = of_role("charging")
_UNDERTAKINGS = of_role("undertaking")
_ON_ANOTHERS = of_role("on_anothers")
_ASKING = of_role("asking")
_BODIES = of_role("body")
_DOCUMENTS = of_role("document")
_ISSUING = of_role("issuing")
_LAWS = of_role("law")
_OBLIQUE_CONTROL = of_role("oblique_control")
_CALLED = of_role("called")
_GIVING = of_role("giving")
_OF_GERUNDS = of_role("of_gerunds")
_SUBJECT_CONTROL = of_role("subject_control")


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

    def rel(self, token: int) -> str:
        """The relation of a token to its head, without subtype."""
        return self._rels[token]

    def lemma(self, token: int) -> str:
        """The lower-cased lemma."""
        return self._lemmas[token]

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
            if self.rel(c) == "conj" or (self.rel(c) == "appos" and self._joined(token, c))
        ]

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
        for c in p.children[token]:
            if p.deprels[c] in ("nsubj:pass", "aux:pass", "csubj:pass"):
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
            return not taken and not self._before_mark(token)
        # "Were killed or injured": a participle beside a passive, even tagged as a past.
        alone = bare and "obj" not in below and not self.own_subject(token)
        if alone and self._beside(token) and self.passive(p.heads[token]):
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

    def _beside(self, token: int) -> bool:
        """Whether a word is coordinated with the next but one before it: "killed and wounded"."""
        return self.rel(token) == "conj" and token - self.parsed.heads[token] == 2

    def _elliptic(self, token: int) -> bool:
        """ "Was killed and two others wounded by rebels": a participle beside a passive, with which
        it shares its "was"."""
        own_aux = any(self.rel(c) == "aux" for c in self.parsed.children[token])
        bare = self.parsed.xpos[token] == "VBN" and self.rel(token) == "conj" and not own_aux
        return bare or self._beside(token)

    def own_subject(self, token: int) -> bool:
        """Whether a verb has a subject of its own, and none from another clause."""
        p = self.parsed
        return any(self.rel(c) in ("nsubj", "csubj") for c in p.children[token])

    def subjects(self, token: int) -> list[int]:
        """The nouns that act in the clause of a verb, heads of phrases, coordination spelt out."""
        if token not in self._subjects:
            found = self._find_subject(token, _DEPTH)
            self._subjects[token] = self._spread(found, token)
        return self._subjects[token]

    def said_of(self, noun: int) -> int | None:
        """The subject of which a noun is said ("the men are rebels"), or None."""
        below = self.parsed.children[noun]
        if not any(self.rel(c) == "cop" for c in below):
            return None
        return next((c for c in below if self.parsed.deprels[c] == "nsubj"), None)

    def objects(self, token: int) -> list[int]:
        """The nouns acted upon."""
        if token not in self._objects:
            found = self._find_object(token, _DEPTH)
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

    def _find_subject(self, token: int, depth: int) -> list[int]:
        p = self.parsed
        if depth == 0:
            return []
        if self.passive(token):
            agents = self._agents(token)
            # "were killed and wounded by": the agent may hang on the other conjunct.
            own_aux = any(self.rel(c) == "aux" for c in p.children[token])
            shares = self.rel(token) == "conj" and self.passive(p.heads[token]) and not own_aux
            if not agents and shares:
                return self._find_subject(p.heads[token], depth - 1)
            joined = next((c for c in p.children[token] if self._elliptic(c)), None)
            if not agents and joined is not None and self.passive(joined):
                return self._agents(joined)
            return agents
        return self._surface_subject(token, depth)

    def _agents(self, verb: int) -> list[int]:
        """By whom: the phrases with "by" of a passive."""
        below = self.parsed.children[verb]
        own = [c for c in below if self.rel(c) == "obl" and "by" in self.case(c)]
        return own or [a for c in below if self._of_gerund(c) for a in self._stray_agents(c)]

    def _of_gerund(self, clause: int) -> bool:
        """Whether a clause is the "of shelling" of "accused of shelling"."""
        return self.parsed.xpos[clause] == "VBG" and bool(_OBJECT_CONTROL & set(self.case(clause)))

    def _stray_agents(self, clause: int) -> list[int]:
        """ "Was accused of stealing funds by officials": an active verb has no agent; the one that
        hangs there is that of the passive above."""
        p = self.parsed
        return [
            c
            for c in p.children[clause]
            if self.rel(c) in ("obl", "nsubj")
            and p.upos[c] in ("NOUN", "PROPN")
            and "by" in self.case(c)
        ]

    def _surface_subject(self, token: int, depth: int) -> list[int]:
        """The grammatical subject, whatever the voice: own, relative, or shared."""
        p = self.parsed
        own = [
            c for c in p.children[token] if p.deprels[c] in ("nsubj", "nsubj:pass", "nsubj:outer")
        ]
        if len(own) > 1 and own[0] < token:
            own = [c for c in own if c < token]  # one behind the verb is a slip: the object
        if len(own) > 1:
            # "Kenya's adviser met": the owner of the subject is not one more subject.
            own = [c for c in own if not self._owner(c)] or own
        if len(own) > 1:
            # "Kenya: thousands rally": what stands before a headline's colon is its subject matter.
            last = own[-1]
            colons = [t for t in range(own[0] + 1, last) if p.word(t) == ":"]
            own = [c for c in own if not colons or c > colons[-1]]
        if own:
            if p.deprels[token] == "acl:relcl" and self._lemmas[own[0]] in _RELATIVE:
                law = self._lemmas[p.heads[token]] in _LAWS
                return (not law and self._issuer(p.heads[token], depth)) or [p.heads[token]]
            return own
        stray = [s for c in p.children[token] if p.deprels[c] == "obj" for s in self._strays(c)]
        if stray:
            return stray
        if depth == 0:
            return []
        head, rel = p.heads[token], p.deprels[token]
        if head == token:
            return []
        if rel == "acl" and "to" in self.case(token) and self._lemmas[head] in _UNDERTAKINGS:
            return self._undertaker(head, depth - 1)
        if (
            rel == "acl"
            and "to" in self.case(token)
            and any(self.rel(c) == "cop" for c in p.children[head])
        ):
            # "Kenya was the first state to recognise Togo".
            return [c for c in p.children[head] if self.rel(c) == "nsubj"] or [head]
        became = rel == "acl" and "to" in self.case(token) and self.rel(head) == "xcomp"
        if became and self._lemmas[p.heads[head]] == "become":
            # "Kenya became the first state to recognise Togo".
            return self._surface_subject(p.heads[head], depth - 1) or [head]
        if (
            rel == "acl"
            and self.case(token)
            and any(self.rel(c) == "cop" for c in p.children[head])
        ):
            return self._surface_subject(head, depth - 1)  # "is a traitor for signing it"
        if rel == "acl" and p.xpos[token] == "VBG":
            # "Staged a protest demanding": who stages it demands; not "left after a protest".
            made = self._lemmas[head] in _UNDERTAKINGS and p.deprels[head] != "obl"
            return self._issuer(head, depth) or (made and self._undertaker(head, depth)) or [head]
        if rel == "acl" and "to" in self.case(token) and self._lemmas[head] in _ASKING:
            return []  # "a request by Kenya to reschedule its debt": whoever is asked would
        if rel == "acl" and "to" in self.case(token) and self._lemmas[head] in _BODIES:
            # "Set up a committee to probe it": the committee, and who set it up.
            sent = p.deprels[head] == "obj"
            return [head, *(self._find_subject(p.heads[head], depth - 1) if sent else [])]
        if rel == "acl" or (rel == "acl:relcl" and self._gap(token)):
            return [head]
        case = set(self.case(token))
        charged = "with" in case and self._lemmas[head] in _CHARGING
        if rel in ("xcomp", "advcl", "acl", "ccomp") and (charged or _OBJECT_CONTROL & case):
            # "accused X of shelling", "kept X from leaving", "charged X with": the object acts.
            objects = self._find_object(head, depth - 1)
            if objects:
                return objects
        if rel == "xcomp":
            if self._lemmas[head] not in _SUBJECT_CONTROL:
                controller = [c for c in p.children[head] if p.deprels[c] in ("obj", "iobj")]
                # "Found itself fighting on": who found itself so fights.
                if controller and not self.reflexive(controller[0]):
                    return controller
                if self._lemmas[head] in _OBLIQUE_CONTROL:
                    called = [c for c in p.children[head] if self._called(c, token)]
                    if called:
                        return called
                if self.passive(head):
                    return self._surface_subject(head, depth - 1)
            return self._surface_subject(head, depth - 1)
        if rel == "ccomp" and p.xpos[token] in ("VBN", "VBD"):
            # "Reported six civilians killed": who is reported is who was killed.
            small = [c for c in p.children[head] if p.deprels[c] == "obj" and head < c < token]
            if small:
                return small
        if rel == "advcl" and {"in", "by"} & set(self.case(token)) and self.passive(head):
            return []  # "men killed in rioting", "by shelling": others may have done it
        if rel == "advcl" and (teller := self._teller(token)) is not None:
            return self._surface_subject(teller, depth - 1)
        predicate = p.upos[head] in ("VERB", "AUX", "ADJ", "NOUN") or (
            rel == "advcl" and any(self.rel(c) == "cop" for c in p.children[head])
        )  # "was in Nairobi to meet"
        if rel in ("conj", "advcl", "parataxis") and predicate:
            if rel == "conj" and p.upos[head] == "NOUN" and not self.own_subject(head):
                return []
            return self._surface_subject(head, depth - 1)
        return []

    def _teller(self, token: int) -> int | None:
        """ "Two died, the ministry said, accusing rebels": a participle behind words that only
        report goes on with who reports."""
        p, head = self.parsed, self.parsed.heads[token]
        if p.xpos[token] != "VBG" or self.case(token):
            return None
        between = [c for c in p.children[head] if head < c < token and self.rel(c) == "parataxis"]
        return next((c for c in between[-1:] if self.own_subject(c)), None)

    def _called(self, token: int, verb: int) -> bool:
        """Whether a noun before an infinitive is who is called upon ("on Kenya to leave")."""
        case = self.case(token)
        near = self.rel(token) == "obl" and token < verb
        return near and (not case or bool(_CALLED & set(case)))

    def _strays(self, noun: int) -> list[int]:
        """Titles hung on an object from beyond its verb, a slip: they are the verb's subject.

        "Kenya's minister met President Okello" reads both titles as the name's.
        """
        p, verb = self.parsed, self.parsed.heads[noun]
        if p.upos[verb] != "VERB" or verb > noun:
            return []
        return [c for c in p.children[noun] if c < verb and p.deprels[c] == "nmod:desc"]

    def _undertaker(self, noun: int, depth: int) -> list[int]:
        """Who has a plan, or makes an attempt: its owner, else the subject of its verb."""
        p = self.parsed
        owner = [c for c in p.children[noun] if p.deprels[c] == "nmod:poss"]
        if owner and p.upos[owner[0]] != "PRON":
            return owner
        by = [c for c in p.children[noun] if {"by", "of"} & set(self.case(c))]
        if by:
            return by
        if self._lemmas[p.heads[noun]] in _ON_ANOTHERS:
            # "A Russian plot", "a government decision".
            named = [c for c in p.children[noun] if self.rel(c) in ("amod", "compound")]
            return owner or [
                c for c in named if self.rel(c) == "compound" or p.word(c)[:1].isupper()
            ]
        if p.deprels[noun] in ("obj", "obl") and p.upos[p.heads[noun]] == "VERB":
            return self._find_subject(p.heads[noun], depth) or owner
        return owner

    def _issuer(self, noun: int, depth: int) -> list[int]:
        """Who issues a document: does what is told of it ("a statement that welcomed the deal")."""
        issue = self.issue(noun)
        return [] if issue is None else self._find_subject(issue, depth - 1)

    def issue(self, noun: int) -> int | None:
        """The verb that issues, passes or signs a document; None where none does, or it is none."""
        verb, issued = self.parsed.heads[noun], ("obj", "nsubj:pass")
        if self._lemmas[noun] not in _DOCUMENTS or self._lemmas[verb] not in _ISSUING:
            return None
        return verb if self.parsed.deprels[noun] in issued else None

    def _owner(self, token: int) -> bool:
        """Whether a noun bears a possessive mark."""
        p = self.parsed
        return any(p.xpos[c] == "POS" for c in p.children[token])

    def _gap(self, token: int) -> bool:
        """Whether a relative clause without a subject pronoun lacks its subject."""
        p = self.parsed
        return not any(self.rel(c) in ("nsubj", "csubj") for c in p.children[token])

    def _find_object(self, token: int, depth: int) -> list[int]:
        p = self.parsed
        if self.passive(token):
            return self._surface_subject(token, depth) or []
        own = [c for c in p.children[token] if p.deprels[c] == "obj"]
        if not own:
            subjects = [c for c in p.children[token] if p.deprels[c] == "nsubj"]
            if len(subjects) > 1 and subjects[0] < token < subjects[-1]:
                own = subjects[-1:]
        if not own and not any(self.rel(c) == "ccomp" for c in p.children[token]):
            # "Accusing the army of": an indirect object where there is no other, a slip.
            own = [c for c in p.children[token] if p.deprels[c] == "iobj"]
        own = own or self._behind_particle(token)
        if own and self._lemmas[own[0]] in _RELATIVE and p.deprels[token] == "acl:relcl":
            return [p.heads[token]]
        if own or (own := self._before_mark(token)):
            return own
        if p.deprels[token] == "acl:relcl" and self.own_subject(token) and not self._gap(token):
            subject = next(c for c in p.children[token] if self.rel(c) in ("nsubj", "csubj"))
            if self._lemmas[subject] not in _RELATIVE and not self._stranded(token):
                return [p.heads[token]]
        # "shelled and bombed the town": the object of the last conjunct serves the first.
        for c in p.children[token]:
            if self.rel(c) == "conj" and p.upos[c] == "VERB" and not self.own_subject(c):
                shared = [d for d in p.children[c] if p.deprels[d] == "obj"]
                if shared and c - token <= 2:
                    return shared
        return []

    def _behind_particle(self, token: int) -> list[int]:
        """ "Called off a planned visit": a phrase without preposition behind a particle, a slip."""
        p = self.parsed
        prt = next((c for c in p.children[token] if p.deprels[c] == "compound:prt"), None)
        if prt is None or any(p.deprels[c] in ("obj", "ccomp", "xcomp") for c in p.children[token]):
            return []
        return [
            c
            for c in p.children[token]
            if p.deprels[c] == "obl"
            and p.upos[c] in ("NOUN", "PROPN")
            and not self.case(c)
            and min(c, *p.children[c], c) == prt + 1
        ][:1]

    def _before_mark(self, token: int) -> list[int]:
        """ "Accused Kenya of shelling": the object, where it hangs on the clause behind it, a slip.

        A noun between a verb and the "of" or "from" of its clause is no part of that clause.
        """
        p = self.parsed
        for clause in p.children[token]:
            marks = [c for c in p.children[clause] if self._lemmas[c] in _OBJECT_CONTROL]
            if not marks or self.rel(clause) not in ("advcl", "xcomp", "ccomp"):
                continue
            before = range(token + 1, marks[0])
            return [
                c for c in p.children[clause] if c in before and self.rel(c) in ("nsubj", "obj")
            ]
        return []

    def _stranded(self, token: int) -> bool:
        """Whether the relative pronoun is in a prepositional phrase ("in which they fought")."""
        p = self.parsed
        return any(
            self._lemmas[c] in ("where", "when", "which", "whom")
            and self.rel(c) in ("obl", "advmod")
            for c in p.children[token]
        )

    def preps(self, token: int, preposition: str) -> list[int]:
        """The nouns that hang on a token with a preposition, coordination spelt out."""
        p = self.parsed
        found = [
            c
            for c in p.children[token]
            if self.rel(c) in ("obl", "nmod", "xcomp", "advcl", "iobj", "obj", "acl")
            and preposition in self.case(c)
        ]
        if preposition == "between" and len(found) == 1:
            # "Between Hamas and Fatah members": the second may hang beside the first.
            found += [c for c in p.children[token] if c > found[0] and self._goes_on(c)]
        return self._spread(found, token)

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
        """ "Ruled out sending troops": a gerund behind a particle, read as an adverbial, a slip."""
        p, head = self.parsed, self.parsed.heads[token]
        return (
            self.rel(token) == "advcl"
            and p.xpos[token] == "VBG"
            and self._lemmas[head] in _OF_GERUNDS
            and p.deprels[token - 1] == "compound:prt"
            and p.heads[token - 1] == head
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
