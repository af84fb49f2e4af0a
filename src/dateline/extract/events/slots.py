"""What stands in a slot of an entry: the words, and the actors that they name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dateline.extract.events.company import companions, one_of
from dateline.extract.events.lexicon import Side, classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import is_kind
from dateline.extract.events.narrator import narrators
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.standins import (
    enemy,
    others,
    reciprocal,
    shooters,
    speaking_body,
    spoken_for,
)
from dateline.extract.events.supplied import stagers

_OPENING = frozenset(["begin", "start", "open", "end", "culminate", "conclude", "coincide"])
_TOGETHER = frozenset(["CONSULT", "COOPERATE"])
"""What those who do it do with each other."""
_FALLEN = frozenset(["victim", "refugee", "casualty", "death", "injury", "loss"])
"""What a war has, and is not fought with."""
_MATERIAL = (2, 4)
"""Quad classes of deeds."""
_MAKERS = frozenset(["organisation", "person"])
_WHERE = frozenset(["in", "at", "near", "outside", "inside"])
_WORDS = frozenset(["accusation", "allegation", "charge", "threat", "warning"])
_DRAWN_IN = frozenset(["involve", "embroil", "engage", "entangle", "lock"])
_GETTING = frozenset(["receive"])
_WHOSE = frozenset(["nmod:poss", "det"])
_DEEPEST = 4
"""Clauses within clauses, at most: a degenerate tree costs no more than a good one."""
_UPON = frozenset(["on", "upon", "against"])
_LAYING = frozenset(["impose", "place", "slap", "put", "levy", "clamp", "lay"])
"""What is done with sanctions, bans and sieges: they are those "imposed on" somebody."""
_MEDIATED = frozenset(["brokered", "mediated", "negotiated", "monitored", "sponsored", "backed"])
_ONES_OWN = frozenset(["government", "party", "country", "movement", "nation", "cabinet"])
_BORDERS = frozenset(["border", "frontier", "boundary"])
_OBJECT_PRONOUNS = frozenset(["them", "him", "her"])
_FIRST_PERSON = frozenset(["we", "i", "us", "me", "our"])


class Slots:
    """Resolves the slots of entries to ids of actors."""

    def __init__(self, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
        self.scene = scene
        self.by_token = by_token
        self._depth = 0
        """Clauses within clauses that are being looked into."""

    def side(self, side: Side, candidate: Candidate) -> list[str]:
        out: list[str] = []
        for slot in side.slots:
            for actor in self.slot(slot, candidate):
                if actor not in out:
                    out.append(actor)
            if out and not side.all:
                break
        return out

    def reached(self, candidate: Candidate) -> list[str]:
        """Whom an act befalls, by its entry; with whom it is done, where it takes two."""
        found = self.side(candidate.entry.recipients, candidate)
        if found or candidate.entry.type not in _TOGETHER:
            return found
        if candidate.entry.pos == "V":
            # "Met Togo's envoys", but "set up a joint police command".
            whom = [t for t in self.scene.grammar.objects(candidate.token) if self._somebody(t)]
            found = self.named(whom, candidate.token)
        return found or self.slot("with", candidate)

    def _somebody(self, noun: int) -> bool:
        """Whether a noun itself is an actor, or stands for one, and not only a word beside it."""
        p = self.scene.parsed
        return bool(self.scene.mentioned(noun)) or p.upos[noun] == "PRON"

    def gets(self, candidate: Candidate) -> bool:
        """ "Received threats", "received an invitation": who does, is whom it reaches."""
        light = candidate.light
        two_way = candidate.entry.type in _TOGETHER
        return light is not None and not two_way and self.scene.grammar.lemma(light) in _GETTING

    def slot(self, slot: str, candidate: Candidate) -> list[str]:
        if slot.startswith(("comp.", "that.")):
            return self._clause(slot[5:], candidate)
        if slot in ("lightsubj", "lightiobj", "lightobj"):
            verb = candidate.light
            if verb is None or candidate.effect == "avert":
                return []  # who avoids clashes does not clash
            blow = candidate.entry.type == "ASSAULT" and not self.scene.has(
                candidate.token, classes()["two_sided"]
            )
            if slot == "lightsubj" and blow and self.scene.grammar.lemma(verb) == "have":
                return []  # "we had lethal attacks"
            if slot == "lightsubj" and self.gets(candidate):
                return []
            copula = self.scene.grammar.rel(verb) == "cop"
            if copula and self.scene.parsed.heads[verb] == candidate.token:
                verb = candidate.token  # a copula: "Russia and Iran are in contact"
            nouns = self.tokens(slot.removeprefix("light"), verb)
            if slot == "lightsubj" and self.scene.grammar.lemma(verb) in _DRAWN_IN:
                nouns = nouns or self.tokens("obj", verb)  # "were involved in fighting"
            nouns = [n for n in nouns if n != candidate.token]
            if not nouns and slot == "lightsubj":
                nouns = stagers(candidate.token, self.scene)
            return self.named(nouns, verb)
        first, _, rest = slot.partition(".")
        if slot == "by" and self._done_by_subject(candidate):
            return []
        nouns = self.tokens(first, candidate.token)
        if slot == "under":
            # "Talks under way in Kenya", "under pressure from Kenya": no roof.
            nouns = [t for t in nouns if not self.scene.has(t, classes()["state_of"])]
        if not nouns and candidate.entry.pos == "A" and first == "subj":
            nouns = self.tokens("obj", candidate.token)  # "is allied with" taken for a passive
        if first == "mod" and not rest:
            nouns = [t for t in nouns if not self.scene.in_one_mention(t, candidate.token)]
            labels = self.labels(candidate) if nouns else []
            nouns = [t for t in nouns if t not in labels]
        if not nouns and candidate.entry.pos == "N" and first not in ("subj", "obj", "of", "in"):
            # "held talks with Iran", "talks have been ongoing under the Group": the phrase may
            # hang on the verb.
            p, token = self.scene.parsed, candidate.token
            predicate = p.heads[token] if p.deprels[token] == "nsubj" else None
            noun = predicate is not None and p.upos[predicate] == "NOUN"
            if predicate is not None and noun and not self.scene.grammar.case(predicate):
                predicate = None  # "his visit was an answer to Kenya's"; not "is under way"
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
                    nouns = self.tokens(first, support)
                    if first == "between" and not nouns:
                        nouns = self._stray_between(support)
        if first == "with" and candidate.entry.type == "ASSAULT":
            # "Killed in fighting along with two others", "a war with many victims": no foes.
            g, counted = self.scene.grammar, self.scene.counted
            nouns = [t for t in nouns if "along" not in g.case(t)]
            nouns = [t for t in nouns if g.lemma(counted(t)) not in _FALLEN]
        # "Condemned Kenya's policy and the army": whose the one is, and the other.
        beside = self._alone(nouns, rest) if first == "obj" and len(nouns) > 1 and rest else []
        for part in rest.split(".") if rest else ():
            below = [t for noun in nouns for t in self.tokens(part, noun)]
            # "The Elgon Accord, a pact between Kenya and Togo, was signed".
            p = self.scene.parsed
            called = [c for n in nouns for c in p.children[n] if p.deprels[c] == "appos"]
            nouns = below or [t for noun in called for t in self.tokens(part, noun)]
        if first == "iobj" and not rest and nouns and self.scene.grammar.rel(nouns[0]) != "iobj":
            # "Gave Ghana tanks": Ghana, and no tanks of Ghana's.
            return [a.id for a in self.scene.mentioned(nouns[0]) if a.kind == "state"][:1]
        return self.named([*nouns, *beside] if nouns else [], candidate.verb)

    def labels(self, candidate: Candidate) -> list[int]:
        """ "The Taliban stepped up insurgent attacks", "carried out guerrilla attacks": words for
        the kind of a deed, where the subject of its verb does it."""
        light, p = candidate.light, self.scene.parsed
        if candidate.entry.type != "ASSAULT" or light is None or self.scene.grammar.passive(light):
            return []
        kinds = [
            c
            for c in p.children[candidate.token]
            if c < candidate.token
            and p.upos[c] in ("NOUN", "ADJ")
            and self.scene.has(c, classes()["irregulars"])
        ]
        return kinds if kinds and self.slot("lightsubj", candidate) else []

    def _alone(self, nouns: list[int], rest: str) -> list[int]:
        """Of several objects those that are somebody themselves, and of nobody."""
        slot = rest.partition(".")[0]
        joined = {a for n in nouns for a in self.scene.actors(n)}
        # "The rebels and their allies": of the rebels, who are joined with them.
        apart = {
            n: [t for t in self.tokens(slot, n) if joined.isdisjoint(self.scene.actors(t))]
            for n in nouns
            if self.scene.mentioned(n)
        }
        return [n for n, whose in apart.items() if not whose]

    def _done_by_subject(self, candidate: Candidate) -> bool:
        """ "Stage a strike against abuses by police": who strikes is the active verb's subject."""
        verb = candidate.light
        if verb is None or candidate.effect != "do" or self.scene.grammar.passive(verb):
            return False
        return bool(self.slot("lightsubj", candidate))

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

    def _whose(self, owner: int) -> int:
        """ "Settlers whose slaying of a man": the noun that a relative clause describes."""
        p = self.scene.parsed
        if p.word(owner).lower() != "whose":
            return owner
        above = (
            high for low, high in self.scene.grammar.up(owner) if p.deprels[low] == "acl:relcl"
        )
        return next(above, owner)

    def tokens(self, slot: str, token: int) -> list[int]:
        """The words in one slot of a verb or noun."""
        g, p = self.scene.grammar, self.scene.parsed
        if slot == "subj":
            beside = companions(token, self.scene)
            subjects = g.subjects(token) or (self._stray_agents(token) if g.passive(token) else [])
            return [*subjects, *(t for t in beside if t not in subjects)]
        if slot == "obj":
            same = [t for o in g.objects(token) for t in self._same_object(o, token)]
            return [t for o in same for t in (*one_of(o, token, self.scene), o)]
        if slot == "iobj":
            return [d for c in self.scene.receivers(token) for d in g.conjuncts(c)]
        if slot == "comp":
            return g.complements(token)
        if slot in ("acl", "xcomp"):
            return [c for c in p.children[token] if p.deprels[c] == slot]
        if slot == "advmod":
            return [c for c in p.children[token] if g.rel(c) == "advmod"]
        if slot == "poss":
            return [self._whose(c) for c in p.children[token] if p.deprels[c] == "nmod:poss"]
        if slot == "mod":
            return [
                d
                for c in p.children[token]
                if p.deprels[c] in ("amod", "compound", "nmod", "nmod:desc")
                and c < token
                and not g.case(c)
                and not self._mediated(c)
                and not (self._of_weapons(c, token) and self._make(c))
                for d in (g.conjuncts(c) if p.deprels[c] == "compound" else [c])
            ]
        times = self.scene.found.time_at
        nouns = [t for t in g.preps(token, slot) if not times.over(p.starts[t], p.ends[t])]
        if slot in _WHERE:
            nouns = [t for t in nouns if p.upos[t] != "VERB"]  # "resulting in ten being hurt"
        if slot == "on":
            nouns = [t for t in nouns if g.lemma(t) != "behalf"]  # for whom one acts
        if slot in _UPON:
            # "The ban imposed on Togo".
            laid = [c for c in p.children[token] if g.rel(c) == "acl" and g.lemma(c) in _LAYING]
            nouns += [t for c in laid for t in g.preps(c, slot)]
        if slot == "to":
            # "Sent troops to Kenya to help protect": the infinitive is no destination; whom it
            # helps is one where there is no other.
            helped = [t for t in nouns if self.scene.has(t, classes()["helping"])]
            nouns = [t for t in nouns if p.xpos[t] != "VB"] or helped
        if slot == "of":
            # "A probe of the killing of Roe": not of him.
            deeds = [t for t in nouns if self.scene.has(t, classes()["victimizing"])]
            nouns = [t for t in nouns if t not in deeds or g.preps(t, "by") or not g.preps(t, "of")]
        if slot == "by":
            # "Execution by decapitation of two men": the manner of it does nothing.
            manner = any(self.scene.has(t, classes()["victimizing"]) for t in nouns)
            nouns = [] if manner else nouns
        if slot == "with":
            # "With the help of mediators": what only accompanies is no partner.
            nouns = [t for t in nouns if not self.scene.has(t, classes()["accompanying"])]
            nouns = [t for t in nouns if p.upos[t] != "VERB"]  # "went on, with Kenya accusing"
        return nouns

    def _stray_agents(self, verb: int) -> list[int]:
        """ "Was handed to survivors by the army": the agent of a passive may hang on somebody or
        some place named before it, who has none."""
        p, g = self.scene.parsed, self.scene.grammar
        below = [c for c in p.children[verb] if g.rel(c) == "obl" and c > verb]
        named = [c for c in below if self.scene.mentioned(c) or self.scene.place(c)]
        return [t for c in named for t in g.preps(c, "by")]

    def _stray_between(self, verb: int) -> list[int]:
        """ "Fighting raged around the town of Kara between rebels and troops": the two may hang on
        the place before them."""
        g, p = self.scene.grammar, self.scene.parsed
        level = [c for c in p.children[verb] if g.rel(c) in ("obl", "nmod")]
        for _ in range(_DEEPEST):
            if found := [n for t in level for n in g.preps(t, "between")]:
                return found
            level = [d for t in level for d in p.children[t] if g.rel(d) == "nmod"]
        return []

    def _of_weapons(self, word: int, noun: int) -> bool:
        """ "Qassam rockets", "Qassam rocket fire": whether a word describes a weapon."""
        weapons = classes()["weapon"]
        return self.scene.has(noun, weapons) or (
            word + 1 < noun and self.scene.grammar.lemma(word + 1) in weapons
        )

    def _make(self, word: int) -> bool:
        """ "Qassam rockets": whether the name with a weapon is a make, and nobody's."""
        return any(a.kind in _MAKERS and a.land is None for a in self.scene.mentioned(word))

    def _mediated(self, token: int) -> bool:
        """ "The Russian-brokered truce", "a US brokered truce": who brought it about keeps none."""
        p = self.scene.parsed
        near = [token, p.heads[token], token + 1]
        words = [p.word(t).lower().rpartition("-")[2] for t in near if t < len(p)]
        return not _MEDIATED.isdisjoint(words)

    def _clause(self, role: str, candidate: Candidate) -> list[str]:
        """The subject, the object or the recipients of the clause that a word takes."""
        g, token = self.scene.grammar, candidate.token
        clauses = g.complements(token)
        # "Insisted on its demand that Kenya leave", "made good on its threat to": through a noun.
        nouns = [*g.objects(token), *g.preps(token, "on")]
        told = [
            n
            for n in nouns
            if self.scene.has(n, classes()["demand"] | classes()["agreement"] | _WORDS)
        ]
        clauses += [c for n in told for c in g.complements(n)]
        clauses += [c for n in told for c in self.scene.parsed.children[n] if g.rel(c) == "acl"]
        if self._depth == _DEEPEST:
            return []
        self._depth += 1
        try:
            return self._of_clauses(role, candidate, list(dict.fromkeys(clauses)))
        finally:
            self._depth -= 1

    def _of_clauses(self, role: str, candidate: Candidate, clauses: list[int]) -> list[str]:
        for clause in clauses:
            inner = self.by_token.get(clause)
            if role == "recip" and inner is not None and inner is not candidate:
                found = self.reached(inner)
            elif role == "recip":
                found = self.named(self.scene.grammar.objects(clause), clause)
            else:
                nouns = [clause]
                for part in role.split("."):  # "talks to end the war between"
                    nouns = [t for n in nouns for t in self.tokens(part, n)]
                nouns = [t for t in nouns if not self._of_ones_own(t)]
                found = self.named(nouns, clause)
                if role == "subj" and inner is not None and inner is not candidate:
                    found = self._not_victims(found, inner)
            if found:
                return found
        return []

    def _of_ones_own(self, noun: int) -> bool:
        """ "Urged that his party yield": of the speaker's side, and not asked."""
        p, g = self.scene.parsed, self.scene.grammar
        own = any(p.xpos[c] == "PRP$" for c in p.children[noun])
        return own and g.lemma(noun) in _ONES_OWN

    def _not_victims(self, subjects: list[str], act: Candidate) -> list[str]:
        """ "Claimed that 200 men had died in the clashes": they are accused of nothing."""
        doers = self.side(act.entry.actors, act)
        victims = set(self.side(act.entry.recipients, act)) - set(doers)
        return [a for a in subjects if a not in victims] or doers

    def named(self, nouns: list[int], verb: int) -> list[str]:
        out: list[str] = []
        g = self.scene.grammar
        for noun in nouns:
            if self._of_each_other(noun):
                # "Accused each other of shelling", "expelled each other's envoys": the two who
                # are the subject above.
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

    def _of_each_other(self, noun: int) -> bool:
        p = self.scene.parsed
        owners = [c for c in p.children[noun] if p.deprels[c] in _WHOSE]
        return any(reciprocal(t, self.scene) for t in (noun, *owners))

    @cached_property
    def _ours(self) -> list[str]:
        """Who "we" are, where the text is a statement of theirs."""
        return narrators(self.scene)

    def _we(self, noun: int, verb: int, speaker: str) -> str:
        """Whom somebody who speaks means: of what "we" have done, or was done to "us", his side."""
        g, act = self.scene.grammar, self.by_token.get(verb)
        done = act is not None and ontology()[act.entry.type].quad in _MATERIAL
        will = any(is_kind(g.lemma(c), "future") for c in self.scene.parsed.children[verb])
        if g.lemma(noun) != "we" or not done or will:
            return speaker
        return spoken_for(speaker, self.scene) or speaker

    def _same_them(self, pronoun: int, verb: int) -> list[str]:
        """ "As they stormed it, police fired at them": those whom the other pronoun of a sentence
        means, where they do not act here themselves."""
        p, g = self.scene.parsed, self.scene.grammar
        if p.word(pronoun).lower() != "them":
            return []
        sentence = p.sentences[p.sentence_of[pronoun]]
        here = {a for s in g.subjects(verb) for a in self.scene.actors(s)}
        for token in range(pronoun - 1, sentence.start - 1, -1):
            if p.word(token).lower() == "they" and (found := self.scene.actors(token)):
                return [] if here & set(found) else found
        return []

    def _one(self, noun: int, verb: int) -> list[str]:
        if self.scene.has(noun, classes()["weapon"]):
            # "Hit by a rocket fired by rebels": who fired it acts, not the maker in its name.
            fired = shooters(noun, self.scene)
            p = self.scene.parsed
            maker = [noun, *(c for c in p.children[noun] if p.deprels[c] == "compound")]
            if fired or any(self._make(t) for t in maker):
                return fired
        pronoun = self.scene.parsed.upos[noun] == "PRON"  # and not the United States
        if pronoun and self.scene.grammar.lemma(noun) in _FIRST_PERSON:
            statement = self.scene.statement_of[verb]
            speaker = statement.speaker if statement is not None else None
            if self._ours and speaker in (None, *self._ours):
                return self._ours
            if speaker is not None:
                return [self._we(noun, verb, speaker)]
        found = enemy(noun, self.scene) or self.scene.actors(noun)
        found = found or others(noun, self.scene)
        if not found and pronoun and self.scene.grammar.lemma(noun) in ("it", "they"):
            found = speaking_body(noun, self.scene) or self._same_them(noun, verb)
        g = self.scene.grammar
        if not found and g.lemma(noun) in _BORDERS and g.case(noun):
            # "Massed troops along the border with Kenya": towards whom.
            beyond = g.preps(noun, "with") or g.preps(self.scene.parsed.heads[noun], "with")
            found = [a for t in beyond for a in self.scene.actors(t)]
        if not found and (subject := self.scene.grammar.said_of(noun)) is not None:
            # "The Mungiki are a group blamed for the murders".
            found = self.scene.actors(subject)
        return found
