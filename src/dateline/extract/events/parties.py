"""Who acts and on whom, from the slots that an entry names."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.lexicon import Side, classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.nearby import nearby, own_force
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.standins import enemy, reciprocal, shooters, speaking_body
from dateline.extract.events.supplied import (
    ascribed,
    attending_side,
    authors,
    host,
    involved,
    jailers,
    meeting,
    present,
    speaking_side,
    stagers,
    struck,
    visitors,
)

_OPENING = frozenset(["begin", "start", "open", "end", "culminate", "conclude", "coincide"])
_LEADING = frozenset(["lead", "chair", "head"])
_SHARED = frozenset(["CONSULT", "COOPERATE", "ASSAULT"])
"""What "involves" those who do it."""
_BEFALLING = frozenset(["ASSAULT", "COERCE"])
_ON_ACTS = frozenset(["ACCUSE", "REJECT", "SUPPORT"])
_DEMANDS = frozenset(["REQUEST", "ACCUSE", "REJECT"])
_CLAUSES = frozenset(["advcl", "acl", "xcomp", "ccomp", "parataxis"])
_PROMISES = frozenset(
    [
        *("readiness", "willingness", "desire", "intention", "commitment", "invitation", "offer"),
        *("hope", "interest", "wish", "promise", "pledge", "permission", "decision", "go-ahead"),
    ]
)
"""Nouns whose infinitive is what is promised."""
_OVER = ("over", "about", "at", "into")
"""Before what concern, anger or criticism is about."""
_DEEP = 3
"""Clauses within clauses that are looked into for what a protest demands."""
_BLAMING = frozenset(["blame", "pin"])
_MEDIATED = frozenset(["brokered", "mediated", "negotiated", "monitored", "sponsored", "backed"])
_OBJECT_PRONOUNS = frozenset(["them", "him", "her"])
_FIRST_PERSON = frozenset(["we", "i", "us", "me", "our"])


class Parties:
    """Resolves the sides of events to ids of actors."""

    def __init__(self, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
        self.scene = scene
        self.by_token = by_token

    def of(self, candidate: Candidate) -> tuple[list[str], list[str]]:
        """(actors, recipients) of an event, as its entry says."""
        entry = candidate.entry
        actors = self._not_oneself(candidate, self._side(entry.actors, candidate))
        recipients = [r for r in self._side(entry.recipients, candidate) if r not in actors]
        if not actors and entry.pos == "N":
            actors = self._named(ascribed(candidate, self.scene), candidate.verb)
        if not actors and entry.pos == "N" and entry.type in _SHARED:
            actors = self._named(involved(candidate, self.scene), candidate.verb)
        if not actors and entry.pos == "N" and entry.type == "CONSULT":
            actors = [] if candidate.light is not None else meeting(candidate, self.scene)
        if not actors and own_force(candidate) and self.scene.grammar.passive(candidate.token):
            # "Kenyan soldiers were deployed": whoever sends them, they are who is there.
            actors = self._slot("obj", candidate)
        if not actors and entry.mode == "release":
            actors = jailers(candidate, self.scene)
        recipients = [r for r in recipients if r not in actors]
        if entry.type == "AGREE" and actors and not recipients:
            # "Agreed to lift the sanctions on Iran": with whom is not said, whom it befalls is.
            recipients = self.befallen(candidate) or self._partners(candidate)
        if entry.type == "AGREE":
            recipients = self._without_own(recipients, actors)
        if not recipients and entry.recipients.slots:
            recipients = nearby(candidate, actors, self.scene, self.by_token)
        recipients = self._without_sum(recipients, actors)
        if not recipients and entry.type in _ON_ACTS:
            recipients = self._named(authors(candidate, self.scene), candidate.verb)
            recipients = [r for r in recipients if r not in actors]
        if not recipients and entry.type == "ACCUSE":
            recipients = [r for r in self._same_side(candidate) if r not in actors]
        if entry.type == "REQUEST":
            recipients = [r for r in recipients if r not in self._asked_for(candidate)]
        if entry.type == "ACCUSE":
            recipients = self._without_victims(candidate, actors, recipients)
        if entry.type == "PROTEST" and not recipients:
            recipients = [r for r in self._demanded_of(candidate) if r not in actors]
        if entry.type == "CONSULT" and entry.pos == "N" and not actors:
            actors = present(candidate, self.scene)
        if entry.mode == "visit" and entry.pos == "N" and not actors:
            known = self.scene.found.actor_by_id
            recipients = [r for r in recipients if known[r].kind != "population"]
            hosts = recipients or host(candidate, [], self.scene)
            lands = {known[a].land for a in hosts} - {None}
            there = visitors(candidate, self.scene, self.by_token)
            actors = [a for a in there if known[a].land not in lands and a not in hosts]
            recipients = [r for r in recipients if r not in actors]
        if entry.mode == "visit" and not recipients:
            recipients = host(candidate, actors, self.scene)
        if entry.type in _BEFALLING and not recipients:
            recipients = struck(candidate, actors, self.scene)
        if entry.type == "CONSULT" and (leaders := self._leaders(candidate)):
            # "Talks under the Group, led by Kenya": who leads them acts, the Group is their roof.
            known = self.scene.found.actor_by_id
            roof = self._slot("under", candidate) if any(known[a].land for a in leaders) else []
            actors = [a for a in actors if a in leaders or a not in roof] or leaders
        if entry.type == "CONSULT" and entry.pos == "N" and len(actors) == 1:
            also = attending_side(candidate, actors[0], self.scene, self.by_token)
            actors = [*(also or speaking_side(candidate, actors[0], self.scene)), *actors]
        if ontology()[entry.type].quad == 4:
            # Whose "its" was read wrongly: a news agency does not fight.
            known = self.scene.found.actor_by_id
            actors = [a for a in actors if known[a].kind != "media"]
        return actors, recipients

    def _not_oneself(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """ "Accusing him": whom a pronoun names that is not reflexive is not who acts; where the
        tree says so, the clause hangs wrong, and the subject of one above it acts."""
        p, g = self.scene.parsed, self.scene.grammar
        if (
            candidate.entry.pos != "V"
            or g.rel(candidate.token) != "advcl"
            or g.case(candidate.token)
        ):
            return actors
        objects = [t for t in g.objects(candidate.token) if t > candidate.token]
        pronouns = [t for t in objects if p.xpos[t] == "PRP" and not g.reflexive(t)]
        named = {a for t in pronouns for a in self.scene.actors(t)}
        if not actors or not set(actors) <= named:
            return actors
        above = (self._named(g.subjects(high), high) for _, high in g.up(candidate.token))
        return next((found for found in above if found and named.isdisjoint(found)), [])

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
            copula = self.scene.grammar.rel(verb) == "cop"
            if copula and self.scene.parsed.heads[verb] == candidate.token:
                verb = candidate.token  # a copula: "Russia and Iran are in contact"
            nouns = self._tokens(slot.removeprefix("light"), verb)
            nouns = [n for n in nouns if n != candidate.token]
            if not nouns and slot == "lightsubj":
                nouns = stagers(candidate.token, self.scene)
            return self._named(nouns, verb)
        first, _, rest = slot.partition(".")
        if slot == "by" and self._done_by_subject(candidate):
            return []
        nouns = self._tokens(first, candidate.token)
        if not nouns and candidate.entry.pos == "A" and first == "subj":
            nouns = self._tokens("obj", candidate.token)  # "is opposed to" taken for a passive
        if not nouns and candidate.entry.pos == "N" and first not in ("subj", "obj", "of", "in"):
            # "held talks with Iran", "talks have been ongoing under the Group": the phrase may
            # hang on the verb.
            p, token = self.scene.parsed, candidate.token
            predicate = p.heads[token] if p.deprels[token] == "nsubj" else None
            for support in (candidate.light, candidate.happening, predicate):
                # "Hurt by police in a protest", "the raid removed goods from": the agent or the
                # source of what happened in it or of what it did is another.
                foreign = first in ("by", "from") and support != candidate.light
                if first == "with" and predicate is not None and candidate.entry.type == "ASSAULT":
                    # "The conflict began with the coup of": what it began with fights nobody.
                    foreign = self.scene.grammar.lemma(predicate) in _OPENING
                if support is not None and self.scene.grammar.lemma(support) == "be":
                    foreign = False  # "there was fire from"
                if support is not None and not (nouns or foreign or first in ("poss", "mod")):
                    nouns = self._tokens(first, support)
        for part in rest.split(".") if rest else ():
            nouns = [t for noun in nouns for t in self._tokens(part, noun)]
        if first == "iobj" and not rest and nouns and self.scene.grammar.rel(nouns[0]) != "iobj":
            # "Gave Ghana tanks": Ghana, and no tanks of Ghana's.
            return [a.id for a in self.scene.mentioned(nouns[0]) if a.kind == "state"][:1]
        return self._named(nouns, candidate.verb)

    def _done_by_subject(self, candidate: Candidate) -> bool:
        """ "Stage a strike against abuses by police": who strikes is the active verb's subject."""
        verb = candidate.light
        if verb is None or candidate.effect != "do" or self.scene.grammar.passive(verb):
            return False
        return bool(self._slot("lightsubj", candidate))

    def _same_object(self, pronoun: int, verb: int) -> list[int]:
        """ "Arrested two protesters and beat them": a coordinated verb's pronoun, where nothing
        else was found for it, stands for the object of the verb before it."""
        p, g = self.scene.parsed, self.scene.grammar
        word = p.word(pronoun).lower()
        if word not in _OBJECT_PRONOUNS or p.deprels[verb] != "conj" or self.scene.actors(pronoun):
            return [pronoun]
        before = [t for t in g.objects(p.heads[verb]) if p.upos[t] in ("NOUN", "PROPN")]
        many = ("NNS", "NNPS")
        before = [
            t
            for t in before
            if (p.xpos[t] in many or self.scene.counted(t) != t) == (word == "them")
        ]
        return before or [pronoun]

    def _tokens(self, slot: str, token: int) -> list[int]:
        """The words in one slot of a verb or noun."""
        g, p = self.scene.grammar, self.scene.parsed
        if slot == "subj":
            return g.subjects(token)
        if slot == "obj":
            return [t for o in g.objects(token) for t in self._same_object(o, token)]
        if slot == "iobj":
            return [d for c in self.scene.receivers(token) for d in g.conjuncts(c)]
        if slot == "acl":
            return [c for c in p.children[token] if p.deprels[c] == "acl"]
        if slot == "advmod":
            return [c for c in p.children[token] if g.rel(c) == "advmod"]
        if slot == "poss":
            return [c for c in p.children[token] if p.deprels[c] == "nmod:poss"]
        if slot == "mod":
            return [
                d
                for c in p.children[token]
                if p.deprels[c] in ("amod", "compound", "nmod", "nmod:desc")
                and c < token
                and not g.case(c)
                and not self._mediated(c)
                for d in (g.conjuncts(c) if p.deprels[c] == "compound" else [c])
            ]
        times = self.scene.found.time_at
        nouns = [t for t in g.preps(token, slot) if not times.over(p.starts[t], p.ends[t])]
        if slot == "to":
            # "Sent troops to Kenya to help protect": the infinitive is no destination; whom it
            # helps is one where there is no other.
            helped = [t for t in nouns if self.scene.has(t, classes()["helping"])]
            nouns = [t for t in nouns if p.xpos[t] != "VB"] or helped
        if slot == "under":
            # "Talks under way in Kenya", "under pressure from Kenya": no roof.
            nouns = [t for t in nouns if not self.scene.has(t, classes()["state_of"])]
        if slot == "by":
            # "Execution by decapitation of two men": the manner of it does nothing.
            manner = any(self.scene.has(t, classes()["victimizing"]) for t in nouns)
            nouns = [] if manner else nouns
        if slot == "with":
            # "With the help of mediators": what only accompanies is no partner.
            nouns = [t for t in nouns if not self.scene.has(t, classes()["accompanying"])]
        return nouns

    def _mediated(self, token: int) -> bool:
        """ "The Russian-brokered truce", "a US brokered truce": who brought it about keeps none."""
        p = self.scene.parsed
        near = [token, p.heads[token], token + 1]
        words = [p.word(t).lower().rpartition("-")[2] for t in near if t < len(p)]
        return not _MEDIATED.isdisjoint(words)

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

    def _leaders(self, candidate: Candidate) -> list[str]:
        """Who is told to lead talks, or what they are held under."""
        g, p = self.scene.grammar, self.scene.parsed
        if candidate.light is not None and g.lemma(candidate.light) in _LEADING:
            return self._slot("lightsubj", candidate)
        holders = [candidate.token, p.heads[candidate.token]]
        roofs = [t for holder in holders for t in g.preps(holder, "under")]
        led = [
            c for t in roofs for c in p.children[t]
            if g.rel(c) == "acl" and g.lemma(c) in _LEADING
        ]  # fmt: skip
        return self._named([t for c in led for t in g.preps(c, "by")], candidate.verb)

    def befallen(self, candidate: Candidate) -> list[str]:
        """Whom the act befalls that a word is about."""
        for clause in self.scene.grammar.complements(candidate.token):
            inner = self.by_token.get(clause)
            if inner is not None and inner is not candidate:
                return self._side(inner.entry.recipients, inner)
        return []

    def _partners(self, candidate: Candidate) -> list[str]:
        """ "Agreed to hold talks with Kenya", "an invitation to visit Kenya": with whom, or whom,
        what one promises is."""
        g = self.scene.grammar
        clauses = [c for c in g.complements(candidate.token) if "to" in g.case(c)]
        for noun in g.objects(candidate.token):
            if g.lemma(noun) in _PROMISES:
                clauses += [c for c in g.complements(noun) if "to" in g.case(c)]
        for clause in clauses:
            for token in (clause, *g.objects(clause)):
                inner = self.by_token.get(token)
                if inner is None or inner is candidate:
                    continue
                found = self._side(inner.entry.recipients, inner)
                if found or inner.entry.type not in _SHARED - {"ASSAULT"}:
                    return found
                if inner.entry.pos == "V":
                    found = self._named(g.objects(token), token)
                return found or self._slot("with", inner)
        return []

    def _demanded_of(self, candidate: Candidate) -> list[str]:
        """ "Blocked roads demanding that the president resign", "a rally calling for it": whom the
        words of a protest are for is whom it is against."""
        p, g = self.scene.parsed, self.scene.grammar
        level = [candidate.token, *([candidate.verb] if candidate.verb != candidate.token else [])]
        for _ in range(_DEEP):
            level = [c for t in level for c in p.children[t] if g.rel(c) in _CLAUSES]
            for clause in level:
                inner = self.by_token.get(clause)
                if inner is None or inner is candidate or inner.entry.type not in _DEMANDS:
                    continue
                modal = inner.entry.pos == "M"
                found = self.subjects(inner) if modal else self.of(inner)[1]
                if found:
                    return found
        return []

    def _asked_for(self, candidate: Candidate) -> list[str]:
        """ "Called for the deployment of peacekeepers": they are asked for, and not asked."""
        g = self.scene.grammar
        nouns = [t for slot in ("for", "obj") for t in self._tokens(slot, candidate.token)]
        acts = [t for t in nouns if self.scene.has(t, classes()["done_to"])]
        return self._named([t for noun in acts for t in g.preps(noun, "of")], candidate.verb)

    def _without_own(self, recipients: list[str], actors: list[str]) -> list[str]:
        """ "Agreed to pull its troops out": one's own army is none whom it befalls."""
        known = self.scene.found.actor_by_id
        own = {known[a].land for a in actors} - {None}
        return [
            r for r in recipients
            if r not in actors and not (known[r].land in own and "MIL" in known[r].sectors)
        ]  # fmt: skip

    def _same_side(self, candidate: Candidate) -> list[str]:
        """ "Kenya shut its border with Ghana, accusing it of": whom the clause above befalls."""
        p, g = self.scene.parsed, self.scene.grammar
        objects = [p.word(t).lower() for t in g.objects(candidate.token)]
        if g.rel(candidate.token) != "advcl" or objects not in (["it"], ["them"]):
            return []
        outer = self.by_token.get(p.heads[candidate.token])
        if outer is None or outer is candidate:
            return []
        return self._side(outer.entry.recipients, outer)

    def _without_sum(self, recipients: list[str], actors: list[str]) -> list[str]:
        """ "Kenya and Ghana signed a pact on their border": the two together are no third party."""
        known = self.scene.found.actor_by_id
        names = {known[a].name for a in actors}
        return [
            r for r in recipients
            if known[r].kind != "population" or not set(known[r].name.split(" and ")) <= names
        ]  # fmt: skip

    def _without_victims(
        self, candidate: Candidate, actors: list[str], recipients: list[str]
    ) -> list[str]:
        """ "Condemned the attack on the embassy by rebels": they are condemned, not the embassy."""
        g = self.scene.grammar
        if g.lemma(candidate.token) in _BLAMING:
            return recipients  # "blamed the attack on rebels"
        objects = g.objects(candidate.token)
        # "A probe into the murder", "concern over the arrest": whose act it is.
        holders = (candidate.token, *objects)
        over = [t for h in holders for slot in _OVER for t in g.preps(h, slot)]
        for noun in (*objects, *over):
            inner = self.by_token.get(noun)
            if inner is not None and inner.entry.type in ("ASSAULT", "COERCE"):
                doers = [a for a in self._side(inner.entry.actors, inner) if a not in actors]
                if not doers and g.preps(noun, "by"):
                    return []  # by somebody who is not named, and not by whom the phrase names
                victims = set(self._side(inner.entry.recipients, inner)) - set(doers)
                recipients = [r for r in recipients if r not in victims] or doers
        return recipients

    def _named(self, nouns: list[int], verb: int) -> list[str]:
        out: list[str] = []
        g = self.scene.grammar
        for noun in nouns:
            if reciprocal(noun, self.scene):
                # "Accused each other of shelling": the two who are the subject above.
                above = [t for t in g.subjects(self.scene.parsed.heads[noun]) if t != noun]
                named = [
                    a for t in above if not reciprocal(t, self.scene) for a in self._one(t, verb)
                ]
            else:
                named = self._one(noun, verb)
            for actor in named:
                if actor not in out:
                    out.append(actor)
        return out

    def _one(self, noun: int, verb: int) -> list[str]:
        if self.scene.has(noun, classes()["weapon"]):
            # "Hit by a rocket fired by rebels": who fired it acts, not the maker in its name.
            fired = shooters(noun, self.scene)
            if fired:
                return fired
        pronoun = self.scene.parsed.upos[noun] == "PRON"  # and not the United States
        if pronoun and self.scene.grammar.lemma(noun) in _FIRST_PERSON:
            statement = self.scene.statement_of[verb]
            if statement is not None and statement.speaker is not None:
                return [statement.speaker]
        found = enemy(noun, self.scene) or self.scene.actors(noun)
        if not found and pronoun and self.scene.grammar.lemma(noun) in ("it", "they"):
            found = speaking_body(noun, self.scene)
        if not found and (subject := self.scene.grammar.said_of(noun)) is not None:
            # "The Mungiki are a group blamed for the murders".
            found = self.scene.actors(subject)
        return found
