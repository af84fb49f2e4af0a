"""The arguments of a verb, as the tree says them: who acts in its clause, and whom it acts upon.

Undoes passives, control (Huddleston and Pullum, Cambridge Grammar, ch. 14), relative clauses and
the usual slips of a parser. `Grammar` asks it and spells coordination out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.grammar_words import of_role

if TYPE_CHECKING:
    from dateline.extract.grammar import Grammar

_RELATIVE = frozenset(["who", "which", "that", "whom"])
_OF_THEM = _RELATIVE | {"both", "all", "each", "none", "most"}
"""Subjects that stand for the noun before the clause ("Kenya and Togo, both opposed to it")."""
_OBJECT_CONTROL = of_role("object_control")
_CHARGING = of_role("charging")
_UNDERTAKINGS = of_role("undertaking")
_CAUSING = of_role("causing")
_ON_ANOTHERS = of_role("on_anothers")
_ASKING = of_role("asking")
_BODIES = of_role("body")
_LAWS = of_role("law")
_OBLIQUE_CONTROL = of_role("oblique_control")
_CALLED = of_role("called")
_SUBJECT_CONTROL = of_role("subject_control")
_AIRING = of_role("airing")
_TOLLS = frozenset(["kill", "wound", "injure", "hurt", "maim", "leave"])
"""What a deed does to people, told behind it."""
_UNDERGOING = frozenset(["stand", "face", "serve"])
"""What is done to somebody who is sent somewhere for it ("extradited him to stand trial")."""
_CHANCES = of_role("chance")
_USING = of_role("using")
_REGARD = of_role("regard")


class Arguments:
    """Finds subjects and objects; `lemmas` are those of the grammar, by token."""

    def __init__(self, grammar: Grammar, lemmas: list[str]) -> None:
        self.grammar = grammar
        self.parsed = grammar.parsed
        self.lemmas = lemmas

    def subject(self, token: int, depth: int) -> list[int]:
        """Who acts in the clause of a verb, clauses climbed at most `depth` times."""
        p = self.parsed
        if depth == 0:
            return []
        if self.grammar.passive(token):
            agents = self._agents(token)
            # "were killed and wounded by": the agent may hang on the other conjunct.
            own_aux = any(self.grammar.rel(c) == "aux" for c in p.children[token])
            shares = (
                self.grammar.rel(token) == "conj"
                and self.grammar.passive(p.heads[token])
                and not own_aux
            )
            if not agents and shares:
                return self.subject(p.heads[token], depth - 1)
            joined = (c for c in p.children[token] if self._elliptic(c) and self.grammar.passive(c))
            return agents or next((found for c in joined if (found := self._agents(c))), [])
        return self._surface_subject(token, depth)

    def _elliptic(self, token: int) -> bool:
        """ "Was killed and two others wounded by rebels": a participle beside a passive, with which
        it shares its "was"."""
        own_aux = any(self.grammar.rel(c) == "aux" for c in self.parsed.children[token])
        bare = (
            self.parsed.xpos[token] == "VBN" and self.grammar.rel(token) == "conj" and not own_aux
        )
        return bare or self.grammar.beside(token)

    def _of_its_kind(self, noun: int, verb: int) -> bool:
        """ "Accused of gang raping her", "jailed for hostage taking": a bare noun right before a
        gerund with a preposition says of what kind the deed is, and does not act."""
        p = self.parsed
        bare = noun == verb - 1 and p.xpos[noun] == "NN" and not p.children[noun]
        return bare and p.xpos[verb] == "VBG" and bool(self.grammar.case(verb))

    def _agents(self, verb: int) -> list[int]:
        """By whom: the phrases with "by" of a passive."""
        below = self.parsed.children[verb]
        own = [c for c in below if self.grammar.rel(c) == "obl" and "by" in self.grammar.case(c)]
        return own or [a for c in below if self._of_gerund(c) for a in self._stray_agents(c)]

    def _of_gerund(self, clause: int) -> bool:
        """Whether a clause is the "of shelling" of "accused of shelling"."""
        return self.parsed.xpos[clause] == "VBG" and bool(
            _OBJECT_CONTROL & set(self.grammar.case(clause))
        )

    def _stray_agents(self, clause: int) -> list[int]:
        """ "Was accused of stealing funds by officials": an active verb has no agent; the one that
        hangs there is that of the passive above."""
        p = self.parsed
        return [
            c
            for c in p.children[clause]
            if self.grammar.rel(c) in ("obl", "nsubj")
            and p.upos[c] in ("NOUN", "PROPN")
            and "by" in self.grammar.case(c)
        ]

    def _surface_subject(self, token: int, depth: int) -> list[int]:
        """The grammatical subject, whatever the voice: own, relative, or shared."""
        p = self.parsed
        own = [
            c for c in p.children[token] if p.deprels[c] in ("nsubj", "nsubj:pass", "nsubj:outer")
        ]
        own = [c for c in own if not self._of_its_kind(c, token)]
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
            if p.deprels[token] == "acl:relcl" and self.lemmas[own[0]] in _OF_THEM:
                if (both := self._joined_before(token, own[0])) is not None:
                    return [both]
                law = self.lemmas[p.heads[token]] in _LAWS
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
        if rel == "acl" and (wanted := self._wanted_of(token, head)):
            return wanted
        if rel == "acl" and "to" in self.grammar.case(token) and self.lemmas[head] in _UNDERTAKINGS:
            return self._undertaker(head, depth - 1)
        if rel == "acl" and self.lemmas[head] == "time" and "of" in self.grammar.case(token):
            # "Accused Kenya for the first time of shelling".
            return self.object(p.heads[head], depth - 1)
        if rel == "advcl" and (plan := self._anothers_plan(head, token)) is not None:
            return self._undertaker(plan, depth - 1)
        if (
            rel == "acl"
            and "to" in self.grammar.case(token)
            and any(self.grammar.rel(c) == "cop" for c in p.children[head])
        ):
            # "Kenya was the first state to recognise Togo".
            return [c for c in p.children[head] if self.grammar.rel(c) == "nsubj"] or [head]
        became = (
            rel == "acl" and "to" in self.grammar.case(token) and self.grammar.rel(head) == "xcomp"
        )
        if became and self.lemmas[p.heads[head]] == "become":
            # "Kenya became the first state to recognise Togo".
            return self._surface_subject(p.heads[head], depth - 1) or [head]
        if (
            rel == "acl"
            and self.grammar.case(token)
            and any(self.grammar.rel(c) == "cop" for c in p.children[head])
        ):
            return self._surface_subject(head, depth - 1)  # "is a traitor for signing it"
        if rel == "acl" and "to" in self.grammar.case(token) and self.lemmas[head] in _REGARD:
            # "Kenya attaches importance to developing ties": who does develops them.
            return self._surface_subject(p.heads[head], depth - 1)
        if rel == "acl" and p.xpos[token] == "VBG":
            # "Staged a protest demanding": who stages it demands; not "left after a protest", nor
            # "triggered a protest demanding".
            made = self.lemmas[head] in _UNDERTAKINGS and p.deprels[head] != "obl"
            made = made and self.lemmas[p.heads[head]] not in _CAUSING
            return self._issuer(head, depth) or (made and self._undertaker(head, depth)) or [head]
        if rel == "acl" and "to" in self.grammar.case(token) and p.deprels[head] == "obj":
            # "Took the opportunity to thank", "announced the closure of its mission to protest".
            used = self.lemmas[head] in _CHANCES and self.lemmas[p.heads[head]] in _USING
            if used or self.lemmas[token] in _AIRING:
                return self.subject(p.heads[head], depth - 1)
        if rel == "acl" and "to" in self.grammar.case(token) and self.lemmas[head] in _ASKING:
            return []  # "a request by Kenya to reschedule its debt": whoever is asked would
        if rel == "acl" and "to" in self.grammar.case(token) and self.lemmas[head] in _BODIES:
            # "Set up a committee to probe it": the committee, and who set it up.
            sent = p.deprels[head] == "obj"
            return [head, *(self.subject(p.heads[head], depth - 1) if sent else [])]
        if rel == "acl" or (rel == "acl:relcl" and not self.grammar.own_subject(token)):
            return [head]
        case = set(self.grammar.case(token))
        charged = "with" in case and self.lemmas[head] in _CHARGING
        if rel in ("xcomp", "advcl", "acl", "ccomp") and (charged or _OBJECT_CONTROL & case):
            # "accused X of shelling", "kept X from leaving", "charged X with": the object acts.
            objects = self.object(head, depth - 1)
            if objects:
                return objects
        if rel == "xcomp":
            if self.lemmas[head] not in _SUBJECT_CONTROL:
                controller = [c for c in p.children[head] if p.deprels[c] in ("obj", "iobj")]
                # "Found itself fighting on": who found itself so fights.
                if controller and not self.grammar.reflexive(controller[0]):
                    return controller
                if self.lemmas[head] in _OBLIQUE_CONTROL:
                    called = [c for c in p.children[head] if self._called(c, token)]
                    if called:
                        return called
                if self.grammar.passive(head):
                    return self._surface_subject(head, depth - 1)
            return self._surface_subject(head, depth - 1)
        if rel == "ccomp" and p.xpos[token] in ("VBN", "VBD"):
            # "Reported six civilians killed": who is reported is who was killed.
            small = [c for c in p.children[head] if p.deprels[c] == "obj" and head < c < token]
            if small:
                return small
        if rel == "ccomp" and self._having(token):
            return self._surface_subject(head, depth - 1)  # "denied having shelled it"
        if (
            rel == "advcl"
            and {"in", "by"} & set(self.grammar.case(token))
            and self.grammar.passive(head)
        ):
            return []  # "men killed in rioting", "by shelling": others may have done it
        toll = self.lemmas[token] in _TOLLS and p.xpos[token] == "VBG" and not case
        if rel == "advcl" and toll and self.grammar.passive(head):
            return self._agents(head)  # "was shot down by rebels, killing ten"
        if rel == "advcl" and self.lemmas[token] in _UNDERGOING and "to" in case:
            return self.object(head, depth - 1) or self._surface_subject(head, depth - 1)
        if rel == "advcl" and (teller := self._teller(token)) is not None:
            return self._surface_subject(teller, depth - 1)
        predicate = p.upos[head] in ("VERB", "AUX", "ADJ", "NOUN") or (
            rel == "advcl" and any(self.grammar.rel(c) == "cop" for c in p.children[head])
        )  # "was in Nairobi to meet"
        if rel in ("conj", "advcl", "parataxis") and predicate:
            if rel == "conj" and p.upos[head] == "NOUN" and not self.grammar.own_subject(head):
                return []
            return self._surface_subject(head, depth - 1)
        return []

    def _having(self, verb: int) -> bool:
        """Whether a verb stands behind "having", or is itself a gerund."""
        p = self.parsed
        words = [c for c in p.children[verb] if self.grammar.rel(c) == "aux"]
        bare = p.xpos[verb] == "VBG" and not words and not self.grammar.case(verb)
        return bare or any(p.word(c).lower() == "having" for c in words)

    def _joined_before(self, clause: int, relative: int) -> int | None:
        """ "Hamas and other militants, who clash with troops": behind a comma and with a verb in
        the plural, a clause tells of all that are joined; the first of them."""
        p, noun = self.parsed, self.parsed.heads[clause]
        told = [clause, *(c for c in p.children[clause] if self.grammar.rel(c) in ("aux", "cop"))]
        several = any(p.xpos[t] == "VBP" or p.word(t).lower() == "were" for t in told)
        if p.deprels[noun] != "conj" or not several or p.word(relative - 1) != ",":
            return None
        return p.heads[noun]

    def _teller(self, token: int) -> int | None:
        """ "Two died, the ministry said, accusing rebels": a participle behind words that only
        report goes on with who reports."""
        p, head = self.parsed, self.parsed.heads[token]
        if p.xpos[token] != "VBG" or self.grammar.case(token):
            return None
        between = [
            c for c in p.children[head] if head < c < token and self.grammar.rel(c) == "parataxis"
        ]
        return next((c for c in between[-1:] if self.grammar.own_subject(c)), None)

    def _called(self, token: int, verb: int) -> bool:
        """Whether a noun before an infinitive is who is called upon ("on Kenya to leave")."""
        case = self.grammar.case(token)
        near = self.grammar.rel(token) == "obl" and token < verb
        return near and (not case or bool(_CALLED & set(case)))

    def _strays(self, noun: int) -> list[int]:
        """Titles hung on an object from beyond its verb, a slip: they are the verb's subject.

        "Kenya's minister met President Okello" reads both titles as the name's.
        """
        p, verb = self.parsed, self.parsed.heads[noun]
        if p.upos[verb] != "VERB" or verb > noun:
            return []
        return [c for c in p.children[noun] if c < verb and p.deprels[c] == "nmod:desc"]

    def _wanted_of(self, token: int, noun: int) -> list[int]:
        """ "Their desire for Diallo to leave": who is to do it, where the tree hangs him on the
        noun."""
        below = self.parsed.children
        marks = [c for c in below[token] if self.parsed.word(c).lower() == "for"]
        if not marks:
            return []
        return [c for c in below[noun] if marks[0] < c < token and self.grammar.rel(c) == "nmod"]

    def _anothers_plan(self, verb: int, token: int) -> int | None:
        """ "Foiled a rebel plot to bomb it": the plan before an infinitive that the tree hangs on
        the verb."""
        if self.lemmas[verb] not in _ON_ANOTHERS or "to" not in self.grammar.case(token):
            return None
        own = (c for c in self.parsed.children[verb] if self.grammar.rel(c) == "obj")
        return next((c for c in own if c < token and self.lemmas[c] in _UNDERTAKINGS), None)

    def _undertaker(self, noun: int, depth: int) -> list[int]:
        """Who has a plan, or makes an attempt: its owner, else the subject of its verb."""
        p = self.parsed
        owner = [c for c in p.children[noun] if p.deprels[c] == "nmod:poss"]
        if owner and p.upos[owner[0]] != "PRON":
            return owner
        by = [c for c in p.children[noun] if {"by", "of"} & set(self.grammar.case(c))]
        if by:
            return by
        if self.lemmas[p.heads[noun]] in _ON_ANOTHERS:
            # "A Russian plot", "a government decision".
            named = [c for c in p.children[noun] if self.grammar.rel(c) in ("amod", "compound")]
            return owner or [
                c for c in named if self.grammar.rel(c) == "compound" or p.word(c)[:1].isupper()
            ]
        if p.deprels[noun] in ("obj", "obl") and p.upos[p.heads[noun]] == "VERB":
            return self.subject(p.heads[noun], depth) or owner
        return owner

    def _issuer(self, noun: int, depth: int) -> list[int]:
        """Who issues a document: does what is told of it ("a statement that welcomed the deal")."""
        issue = self.grammar.issue(noun)
        return [] if issue is None else self.subject(issue, depth - 1)

    def _owner(self, token: int) -> bool:
        """Whether a noun bears a possessive mark."""
        p = self.parsed
        return any(p.xpos[c] == "POS" for c in p.children[token])

    def object(self, token: int, depth: int) -> list[int]:
        """Whom a verb acts upon, likewise."""
        p = self.parsed
        if self.grammar.passive(token):
            return self._surface_subject(token, depth) or []
        own = [c for c in p.children[token] if p.deprels[c] == "obj"]
        if not own:
            subjects = [c for c in p.children[token] if p.deprels[c] == "nsubj"]
            if len(subjects) > 1 and subjects[0] < token < subjects[-1]:
                own = subjects[-1:]
        if not own and not any(self.grammar.rel(c) == "ccomp" for c in p.children[token]):
            # "Accusing the army of": an indirect object where there is no other, a slip.
            own = [c for c in p.children[token] if p.deprels[c] == "iobj"]
        own = own or self._behind_particle(token)
        if own and self.lemmas[own[0]] in _RELATIVE and p.deprels[token] == "acl:relcl":
            return [p.heads[token], *own[1:]]  # "the general whom Kenya granted asylum"
        if own or (own := self.before_mark(token)):
            return own
        if p.deprels[token] == "acl:relcl" and self.grammar.own_subject(token):
            subject = next(
                c for c in p.children[token] if self.grammar.rel(c) in ("nsubj", "csubj")
            )
            whose = any(p.word(c).lower() == "whose" for c in p.children[subject])
            if self.lemmas[subject] not in _OF_THEM and not whose and not self._stranded(token):
                return [p.heads[token]]
        # "shelled and bombed the town": the object of the last conjunct serves the first.
        for c in p.children[token]:
            if (
                self.grammar.rel(c) == "conj"
                and p.upos[c] == "VERB"
                and not self.grammar.own_subject(c)
            ):
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
            and not self.grammar.case(c)
            and min(c, *p.children[c], c) == prt + 1
        ][:1]

    def before_mark(self, token: int) -> list[int]:
        """ "Accused Kenya of shelling": the object, where it hangs on the clause behind it, a slip.

        A noun between a verb and the "of" or "from" of its clause is no part of that clause.
        """
        p = self.parsed
        for clause in p.children[token]:
            marks = [c for c in p.children[clause] if self.lemmas[c] in _OBJECT_CONTROL]
            if not marks or self.grammar.rel(clause) not in ("advcl", "xcomp", "ccomp"):
                continue
            before = range(token + 1, marks[0])
            return [
                c
                for c in p.children[clause]
                if c in before and self.grammar.rel(c) in ("nsubj", "obj")
            ]
        return []

    def _stranded(self, token: int) -> bool:
        """Whether the relative pronoun is in a prepositional phrase ("in which they fought")."""
        p = self.parsed
        return any(
            self.lemmas[c] in ("where", "when", "which", "whom")
            and self.grammar.rel(c) in ("obl", "advmod")
            for c in p.children[token]
        )
