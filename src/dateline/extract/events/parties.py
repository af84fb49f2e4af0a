"""Who acts and on whom, from the slots that an entry names."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.lexicon import Side, classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import ascribing

_FIRST_PERSON = frozenset(["we", "i", "us", "me", "our"])
_TOWARDS = frozenset(
    ["to", "with", "against", "on", "for", "from", "toward", "towards", "at", "of"]
)
_AGAINST = _TOWARDS - {"with"}
_BYSTANDERS = frozenset(["media", "JRN", "BUS"])
_MAX_STEPS = 40


class Parties:
    """Resolves the sides of events to ids of actors."""

    def __init__(self, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
        self.scene = scene
        self.by_token = by_token

    def of(self, candidate: Candidate) -> tuple[list[str], list[str]]:
        """(actors, recipients) of an event, as its entry says."""
        entry = candidate.entry
        actors = self._side(entry.actors, candidate)
        recipients = [r for r in self._side(entry.recipients, candidate) if r not in actors]
        if not actors and entry.pos == "N":
            actors = self._ascribed(candidate)
        recipients = [r for r in recipients if r not in actors]
        if not recipients and entry.recipients.slots:
            recipients = self._nearby(candidate, actors)
        if entry.mode == "visit" and not recipients:
            recipients = self._host(candidate, actors)
        if entry.type == "CONSULT" and entry.pos == "N" and len(actors) == 1:
            actors = [*self._speaking_side(candidate, actors[0]), *actors]
        if ontology()[entry.type].quad == 4:
            # Whose "its" was read wrongly: a news agency does not fight.
            known = self.scene.found.actor_by_id
            actors = [a for a in actors if known[a].kind != "media"]
        return actors, recipients

    def _ascribed(self, candidate: Candidate) -> list[str]:
        """ "An attack ascribed to rebels", "blamed on rebels": who is held to have done it."""
        p, g = self.scene.parsed, self.scene.grammar
        verbs = [c for c in p.children[candidate.token] if g.rel(c) == "acl"]
        if candidate.happening is not None:
            verbs.append(candidate.happening)
        for verb in verbs:
            preposition = ascribing().get(g.lemma(verb))
            if preposition is not None and g.passive(verb):
                return self._named(g.preps(verb, preposition), verb)
            if preposition is not None and p.deprels[candidate.token] == "obj":
                return self._named(g.preps(verb, preposition), verb)
        return []

    def _host(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """The state that a visit goes to, where the record knows it otherwise than by the place."""
        found, g = self.scene.found, self.scene.grammar
        nouns = list(g.objects(candidate.token))
        for support in {candidate.token, candidate.verb}:
            for preposition in ("to", "in", "at"):
                nouns += g.preps(support, preposition)
        nouns += [n for o in g.objects(candidate.token) for n in g.preps(o, "to")]
        p = self.scene.parsed
        at = [pl for n in nouns for _, pl in found.place_at.over(p.starts[n], p.ends[n])]
        countries = {place.country for place in at[:1] if place.country}
        countries -= {found.actor_by_id[a].country for a in actors}
        return [a.id for a in found.actors if a.kind == "state" and a.country in countries][:1]

    def _speaking_side(self, candidate: Candidate, other: str) -> list[str]:
        """ "Dialogue with Washington", Moscow says: the side that speaks is the one that talks."""
        statement = self.scene.statement_of[candidate.token]
        if statement is None or statement.speaker is None:
            return []
        if not self.scene.grammar.preps(candidate.token, "with"):
            return []
        known = self.scene.found.actor_by_id
        speaker, partner = known.get(statement.speaker), known.get(other)
        if speaker is None or partner is None or speaker.country in (None, partner.country):
            return []
        return [
            a.id
            for a in self.scene.found.actors
            if a.kind == "state" and a.country == speaker.country
        ][:1]

    def subjects(self, candidate: Candidate) -> list[str]:
        """The actors that the subject names."""
        return self._named(self.scene.grammar.subjects(candidate.verb), candidate.verb)

    def _side(self, side: Side, candidate: Candidate) -> list[str]:
        out: list[str] = []
        for slot in side.slots:
            for actor in self._slot(slot, candidate):
                if actor not in out:
                    out.append(actor)
            if out and not side.all:
                break
        return out

    def _slot(self, slot: str, candidate: Candidate) -> list[str]:
        if slot.startswith(("comp.", "that.")):
            return self._clause(slot[5:], candidate)
        if slot in ("lightsubj", "lightiobj", "lightobj"):
            verb = candidate.light
            if verb is None or candidate.effect == "avert":
                return []  # who avoids clashes does not clash
            if self.scene.parsed.heads[verb] == candidate.token:
                verb = candidate.token  # a copula: "Russia and Iran are in contact"
            nouns = self._tokens(slot.removeprefix("light"), verb)
            return self._named([n for n in nouns if n != candidate.token], verb)
        first, _, rest = slot.partition(".")
        nouns = self._tokens(first, candidate.token)
        if not nouns and candidate.entry.pos == "N" and first not in ("subj", "obj", "of", "in"):
            # "held talks with Iran", "talks have been ongoing under the Group": the phrase may
            # hang on the verb.
            p, token = self.scene.parsed, candidate.token
            predicate = p.heads[token] if p.deprels[token] == "nsubj" else None
            for support in (candidate.light, candidate.happening, predicate):
                # "Hurt by police in a protest": the agent of what happened in it is another.
                foreign = first in ("by", "from") and support == candidate.happening
                if support is not None and not (nouns or foreign or first in ("poss", "mod")):
                    nouns = self._tokens(first, support)
        if rest:
            nouns = [t for noun in nouns for t in self._tokens(rest, noun)]
        return self._named(nouns, candidate.verb)

    def _tokens(self, slot: str, token: int) -> list[int]:
        """The words in one slot of a verb or noun."""
        g, p = self.scene.grammar, self.scene.parsed
        if slot == "subj":
            return g.subjects(token)
        if slot == "obj":
            return g.objects(token)
        if slot == "iobj":
            return [c for c in p.children[token] if p.deprels[c] == "iobj"]
        if slot == "poss":
            return [c for c in p.children[token] if p.deprels[c] == "nmod:poss"]
        if slot == "mod":
            return [
                d
                for c in p.children[token]
                if p.deprels[c] in ("amod", "compound", "nmod", "nmod:desc")
                and c < token
                and not g.case(c)
                for d in (g.conjuncts(c) if p.deprels[c] == "compound" else [c])
            ]
        times = self.scene.found.time_at
        nouns = [t for t in g.preps(token, slot) if not times.over(p.starts[t], p.ends[t])]
        if slot == "with":
            # "With the help of mediators": what only accompanies is no partner.
            nouns = [t for t in nouns if not self.scene.has(t, classes()["accompanying"])]
        return nouns

    def _clause(self, role: str, candidate: Candidate) -> list[str]:
        """The subject, the object or the recipients of the clause that a word takes."""
        for clause in self.scene.grammar.complements(candidate.token):
            inner = self.by_token.get(clause)
            if role == "recip" and inner is not None and inner is not candidate:
                found = self._side(inner.entry.recipients, inner)
            elif role == "recip":
                found = self._named(self.scene.grammar.objects(clause), clause)
            else:
                found = self._named(self._tokens(role, clause), clause)
            if found:
                return found
        return []

    def _named(self, nouns: list[int], verb: int) -> list[str]:
        out: list[str] = []
        g = self.scene.grammar
        for noun in nouns:
            if self._reciprocal(noun):
                # "Accused each other of shelling": the two who are the subject above.
                above = [t for t in g.subjects(self.scene.parsed.heads[noun]) if t != noun]
                named = [a for t in above if not self._reciprocal(t) for a in self._one(t, verb)]
            else:
                named = self._one(noun, verb)
            for actor in named:
                if actor not in out:
                    out.append(actor)
        return out

    def _it(self, noun: int) -> list[str]:
        """ "The ministry said it had foiled an attack": the body that speaks, in reported words."""
        p, g = self.scene.parsed, self.scene.grammar
        statement = self.scene.statement_of[noun]
        if statement is None or statement.speaker is None or statement.mode == "direct":
            return []
        speaker = self.scene.found.actor_by_id.get(statement.speaker)
        if speaker is None or speaker.kind in ("person", "population"):
            return []
        verb = p.heads[noun]
        main = verb if g.rel(verb) != "conj" else p.heads[verb]
        # In a clause below ("Kenya had broken the truce when it fired") it is somebody else.
        reported = g.rel(main) == "ccomp" or p.heads[main] == main
        return [speaker.id] if g.rel(noun) == "nsubj" and reported else []

    def _reciprocal(self, noun: int) -> bool:
        """ "Each other", "one another"."""
        p = self.scene.parsed
        word = p.word(noun).lower()
        after = p.word(noun + 1).lower() if noun + 1 < len(p) else ""
        before = p.word(noun - 1).lower() if noun else ""
        pairs = (("each", "other"), ("one", "another"))
        return ((word, after) in pairs or (before, word) in pairs) and p.deprels[noun] != "amod"

    def _one(self, noun: int, verb: int) -> list[str]:
        if self.scene.has(noun, classes()["weapon"]):
            # "Hit by a rocket fired by rebels": who fired it acts, not the maker in its name.
            shooters = self._shooters(noun)
            if shooters:
                return shooters
        pronoun = self.scene.parsed.upos[noun] == "PRON"  # and not the United States
        if pronoun and self.scene.grammar.lemma(noun) in _FIRST_PERSON:
            statement = self.scene.statement_of[verb]
            if statement is not None and statement.speaker is not None:
                return [statement.speaker]
        found = self.scene.actors(noun)
        if not found and pronoun and self.scene.grammar.lemma(noun) == "it":
            found = self._it(noun)
        return found

    def _own_force(self, candidate: Candidate) -> bool:
        """Whether what a verb takes as its object is a force of the actor's."""
        entry = candidate.entry
        return entry.pos == "V" and (entry.type == "MOBILIZE" or entry.mode == "withdraw")

    def _shooters(self, weapon: int) -> list[str]:
        """Who is told to have fired, launched or planted a weapon, in a clause upon it."""
        p, g = self.scene.parsed, self.scene.grammar
        for c in p.children[weapon]:
            if g.rel(c) != "acl" or p.xpos[c] != "VBN":
                continue
            for t in (c, *(d for d in p.children[c] if g.rel(d) == "xcomp")):
                found = [a for s in g.subjects(t) if s != weapon for a in self.scene.actors(s)]
                if found:
                    return found
        return []

    def _nearby(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """The nearest actor below the trigger that the rules did not ask for.

        Where the wording is one that the lexicon does not foresee, the actor that stands nearest
        in the tree, in the event's own clause, is more often its target than not.
        """
        g, p = self.scene.grammar, self.scene.parsed
        kind = ontology()[candidate.entry.type]
        verbal = not kind.happens_somewhere
        towards = _AGAINST if candidate.entry.type in ("ACCUSE", "PROTEST") else _TOWARDS
        aside = classes()["opposed"] | classes()["victimizing"]
        # Whoever a word of the trigger belongs to ("peacekeepers were deployed") is no target.
        at = self.scene.found.actor_at
        words = [self.scene.counted(t) for t in candidate.words]
        held = [span for t in words for span, _ in at.over(p.starts[t], p.ends[t])]
        held += [m.span for a in actors for m in self.scene.found.actor_by_id[a].mentions]
        inside = {a.id for s, e in held for _, a in at.within(s, e)}
        subjects = set(g.subjects(candidate.verb))
        level, steps = [candidate.token], 0
        while level and steps < _MAX_STEPS:
            below: list[int] = []
            for t in level:
                for c in p.children[t]:
                    steps += 1
                    rel = g.rel(c)
                    if c in subjects or rel in ("parataxis", "advcl", "conj", "advmod"):
                        continue
                    if rel == "acl" and "to" in g.case(c):
                        continue  # what it is for: "a raid to free the hostages"
                    # "lifted sanctions imposed on": what describes a word of the trigger counts.
                    if rel == "acl" and t not in candidate.words:
                        continue
                    inner = self.by_token.get(t)
                    if rel == "obj" and inner is not None and self._own_force(inner):
                        continue  # who is withdrawn or sent is the actor's own
                    if t != candidate.token and self.scene.has(t, aside) and "of" in g.case(c):
                        continue  # whose enemies they are, who was murdered
                    if p.deprels[c] == "obl:agent" or (rel == "ccomp" and not verbal):
                        continue
                    case = set(g.case(c))
                    direct = rel in ("obj", "iobj", "amod", "compound", "xcomp", "ccomp", "acl")
                    owner = p.deprels[c] in ("nmod:poss", "nsubj", "nsubj:pass")
                    if not (direct or owner or case & towards):
                        continue
                    if rel in ("obj", "iobj", "obl", "nmod", "amod", "nsubj", "compound"):
                        # A word of the trigger itself ("peacekeepers were sent") is no target.
                        own = c in candidate.words
                        known = () if own else self.scene.mentioned(c, whole=True)
                        named = [
                            a.id
                            for a in known
                            if a.id not in actors
                            and a.id not in inside
                            and not _BYSTANDERS & {a.kind, *a.sectors}
                        ]
                        if named:
                            return named[:1]
                    below.append(c)
            level = below
        return []
