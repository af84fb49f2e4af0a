"""Events that are told again, told on, or only spoken of: whose day is that of another telling."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import date as _date

from dateline.extract.events.dates.news import past
from dateline.extract.events.dates.periods import day_of, event_date
from dateline.extract.events.dates.words import Anchor
from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.mood import first_of
from dateline.extract.events.ontology import ontology
from dateline.extract.events.pointing import DEEDS, definite
from dateline.extract.events.scene import Scene
from dateline.record import EventDate

_TOLD_ON = 3
"""Sentences behind a dated deed that still tell of it."""
FRESH = 14
"""Days before publication up to which a dated deed is what the story tells."""
_REMEMBERED = 8
"""How many dated events of a type may be told again: keeps long texts linear."""
_TURNS = frozenset(["meanwhile", "separately", "elsewhere"])
_TURNS_OF_TWO = frozenset([("in", "addition"), ("in", "another"), ("in", "other")])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_ONE_SCENE = frozenset(["PROTEST", "ASSAULT"])
_DONE = ("occurred", "ongoing")
_SAME_DAY = (
    *("later in the day", "later that day", "later the same day", "earlier in the day"),
    *("earlier that day", "at the same time", "at that time", "hours later", "hours earlier"),
    *("minutes later", "shortly after", "shortly before", "soon after", "soon afterwards"),
    *("afterwards", "that evening", "that night", "that morning", "that afternoon"),
)
"""How a sentence begins that goes on with the day of the one before it."""
_HAPPEN = frozenset(["happen", "occur"])
_GOING_ON = frozenset(["they", "he", "she", "it", "both"])
_ASIDE = frozenset(["after", "before", "since", "until", "because"])
_BEFORE = frozenset(["earlier", "before", "already", "previously"])


class Retold:
    """What has been dated so far in a story, in the order of the text."""

    def __init__(
        self, scene: Scene, nouns: Mapping[str, tuple[int, EventDate]], news: _date | None
    ) -> None:
        self.scene = scene
        self.news = news
        """The day of the story's news (`news_day`)."""
        self._nouns = nouns
        self._attacks = [found for noun, found in nouns.items() if noun in classes()["attack"]]
        self._deeds: dict[str, Draft] = {}
        self._dated: dict[str, deque[Draft]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._last: Draft | None = None
        self._long_ago: dict[int, list[EventDate]] = defaultdict(list)
        """By sentence, the dates of what happened long before the story."""
        self._time_of = {t.edtf: t for t in scene.found.times if t.edtf}

    def seen(self, draft: Draft) -> None:
        """Note a draft that has a date."""
        if draft.dated == "own":
            self._dated[draft.type].append(draft)
        if draft.dated == "told on" or (draft.dated == "own" and not self._aside(draft)):
            self._deeds[draft.type] = draft
        if draft.dated in ("own", "sentence", "told on") and draft.status in _DONE:
            self._last = draft
            if draft.date is not None and not self._recent(draft.date):
                sentence = self.scene.parsed.sentence_of[draft.token]
                self._long_ago[sentence].append(draft.date)

    def _recent(self, date: EventDate) -> bool:
        """Whether a date is open, or of the days that a story tells."""
        published = self.scene.found.story.published
        if published is None or not date.end:
            return True
        return (published - _date.fromisoformat(date.end[:10])).days <= FRESH

    def carried(self, draft: Draft) -> EventDate | None:
        """ "Last year Kenya and Togo held talks. They signed a pact": what goes on telling of a
        time long past is of that time, too."""
        p = self.scene.parsed
        here = p.sentence_of[draft.token]
        dates = self._long_ago.get(here - 1, [])
        goes_on = p.word(p.sentences[here].start).lower() in _GOING_ON
        if not dates or not goes_on or not past(draft.candidate.verb, self.scene):
            return None
        return dates[0] if len({d.edtf for d in dates}) == 1 else None

    def _aside(self, draft: Draft) -> bool:
        """ "After a man was killed on Sunday": background to what the sentence tells."""
        g = self.scene.grammar
        return any(
            g.rel(low) in ("advcl", "acl") and _ASIDE & set(g.case(low))
            for low, _ in g.up(draft.candidate.verb)
        )

    def again(self, draft: Draft, *, alone: bool) -> tuple[EventDate, str] | None:
        """The date of the telling that a draft repeats, or goes on with where its sentence has no
        date of its own; and which of the two it is."""
        for dated in reversed(self._dated[draft.type]):
            if dated.date is not None and self._same(dated, draft):
                return dated.date, "told again"
        if (day := self._spoken_of(draft)) is not None:
            return day, "told again"
        if (day := self._same_day(draft)) is not None:
            return day, "told on"
        for deed in (self._deeds.get(draft.type), *self._deeds.values()):
            if alone and deed is not None and deed.date and self._told_on(draft, deed):
                begin = (deed.date.begin or "")[:10]
                whole = {"edtf": begin, "begin": begin, "end": begin}
                return deed.date.model_copy(update=whole), "told on"
        return None

    def _same_day(self, draft: Draft) -> EventDate | None:
        """ "Kenya shelled the town on Monday. Later in the day, Togo ...": the day told before."""
        p, last = self.scene.parsed, self._last
        here = p.sentence_of[draft.token]
        if last is None or last.date is None or not 0 < here - p.sentence_of[last.token] <= 1:
            return None
        begin = (last.date.begin or "")[:10]
        if not begin or begin != (last.date.end or "")[:10] or draft.status not in _DONE:
            return None
        first = p.sentences[here].start
        words = " ".join(p.word(t).lower() for t in range(first, p.sentences[here].end)[:5])
        if not words.startswith(_SAME_DAY):
            return None
        return EventDate(edtf=begin, begin=begin, end=begin)

    def spoken(self, draft: Draft) -> tuple[EventDate, str] | None:
        """ "Shelled the town, he said on Monday": the day of the words, where it is another than
        the story's; what they tell has happened by then."""
        statement = self.scene.statement_of[draft.candidate.verb]
        published = self.scene.found.story.published
        if statement is None or published is None or draft.status not in ("occurred", "ongoing"):
            return None
        if self._known(draft):
            return None  # "the attack", which the words only speak of
        day = published.isoformat()
        if draft.standing.perfect and self._long_before(draft.candidate.verb):
            return None
        if statement.date == day and draft.standing.perfect and draft.type in DEEDS:
            # "Said it had shelled the town": the past of what is told on the story's day.
            return EventDate(edtf=day, begin=day, end=day), "story"
        time = self._time_of.get(statement.date or "")
        if time is None or not time.end or time.end[:10] >= day:
            return None
        return EventDate(edtf=time.edtf, begin=time.begin, end=time.end, time=time.id), "spoken"

    def _spoken_of(self, draft: Draft) -> EventDate | None:
        """ "Monday's bombing ... the bombing killed ten", "... ten died in the bombing"."""
        g = self.scene.grammar
        nouns = [draft.token] if self._known(draft) else []
        if draft.candidate.entry.pos == "V" and draft.type in DEEDS:
            for verb in (draft.candidate.verb, *first_of(draft.candidate.verb, self.scene)):
                for case in ("in", "during"):
                    nouns += [c for c in g.preps(verb, case) if self._definite(c)]
        for noun in nouns:
            first, date = self._nouns.get(g.lemma(noun)) or self._other_name(draft)
            if date is not None and first < noun:
                return date
        return None

    def _other_name(self, draft: Draft) -> tuple[int, EventDate | None]:
        """ "The 9 May bombings ... the blasts": another name of the only attack that the story
        gives a day."""
        named = self._attacks
        other = {d.date.edtf for d in self._dated["ASSAULT"] if d.date is not None}
        one = draft.type == "ASSAULT" and len(named) == 1 and other <= {named[0][1].edtf}
        return named[0] if one else (len(self.scene.parsed), None)

    def _same(self, dated: Draft, draft: Draft) -> bool:
        """ "The arrest of the officers", "Diallo's arrest": a noun for what was told before."""
        if not self._known(draft) or (dated.status, dated.mode) != (draft.status, draft.mode):
            return False
        sides = (set(dated.actors), set(dated.recipients))
        ours = (set(draft.actors), set(draft.recipients))
        if not any(ours):
            return False
        if dated.type == "CONSULT":
            return sides[0] | sides[1] == ours[0] | ours[1]
        return all(not b or a == b for a, b in zip(sides, ours, strict=True))

    def _known(self, draft: Draft) -> bool:
        """Whether a noun speaks of something that the reader knows of ("the", "Diallo's")."""
        somewhere = ontology()[draft.type].happens_somewhere
        return somewhere and draft.candidate.entry.pos == "N" and self._definite(draft.token)

    def _definite(self, noun: int) -> bool:
        p = self.scene.parsed
        words = [c for c in p.children[noun] if c < noun]
        return any(p.word(c).lower() in _DEFINITE or p.deprels[c] == "nmod:poss" for c in words)

    def _told_on(self, draft: Draft, last: Draft) -> bool:
        """Whether a deed is part of the dated one told just before: "Rebels raided the town on
        Monday. Ten men were shot." Words are the news of the day that they are spoken on."""
        scene = self.scene
        published = scene.found.story.published
        date, p = last.date, scene.parsed
        if published is None or date is None or date.begin is None or date.end is None:
            return False
        chain = (
            draft.candidate.verb,
            *(high for _, high in scene.grammar.up(draft.candidate.verb)),
        )
        verb = next((t for t in chain if p.upos[t] == "VERB"), draft.token)
        if p.xpos[verb] in ("VBP", "VBZ") or p.upos[last.candidate.verb] != "VERB":
            return False  # "insurgents often kidnap foreigners"; "pointed to Monday's attack"
        first = 0 if last.dated == "told on" else 1
        near = first <= p.sentence_of[draft.token] - p.sentence_of[last.token] <= _TOLD_ON
        if any(p.word(c).lower() in ("has", "have") for c in p.children[verb]):
            return False  # "since then ten have been killed"
        if near and self._turns(p.sentence_of[last.token], p.sentence_of[draft.token]):
            return False
        done = {draft.status, last.status} <= {"occurred"} and not draft.standing.perfect
        day = date.begin[:10] == date.end[:10]
        fresh = day and 0 <= (published - _date.fromisoformat(date.begin[:10])).days <= FRESH
        types = {draft.type, last.type}
        # What comes of a protest is of its day; arrests may be of another.
        kindred = types <= _ONE_SCENE or (len(types) == 1 and types <= DEEDS)
        return near and done and fresh and kindred

    def _long_before(self, verb: int) -> bool:
        """ "Said of the men who had shelled the town", "that they had earlier shelled it"."""
        p = self.scene.parsed
        before = any(p.word(c).lower() in _BEFORE for c in p.children[verb])
        return before or p.deprels[verb] == "acl:relcl"

    def _turns(self, last: int, here: int) -> bool:
        """ "Meanwhile", "in addition": whether a sentence between two turns to something else."""
        p = self.scene.parsed
        for sentence in p.sentences[last + 1 : here + 1]:
            words = [p.word(t).lower() for t in range(sentence.start, sentence.end)[:2]]
            if words[:1] and (words[0] in _TURNS or tuple(words) in _TURNS_OF_TWO):
                return True
        return False


def happened_on(drafts: Sequence[Draft], anchors: Sequence[Anchor], scene: Scene) -> None:
    """ "Gunmen killed a judge, police said on Friday. The attack took place on Wednesday": gives
    the deed told before the day that another sentence says of it."""
    p, g = scene.parsed, scene.grammar
    days: dict[int, EventDate] = {}
    for anchor in anchors:
        verb = p.heads[anchor.token]
        took_place = any(g.lemma(c) == "place" for c in g.objects(verb))
        if g.lemma(verb) not in _HAPPEN and not (g.lemma(verb) == "take" and took_place):
            continue
        for noun in g.subjects(verb):
            if definite(noun, scene) and day_of(anchor.time):
                days[noun] = event_date(anchor.time, anchor.token, scene)
    told: list[Draft] = []
    for noun in sorted(days):
        while len(told) < len(drafts) and drafts[len(told)].token < noun:
            told.append(drafts[len(told)])
        for draft in reversed(told[-_REMEMBERED:]):
            near = p.sentence_of[noun] - p.sentence_of[draft.token] <= _TOLD_ON
            if near and draft.type in _named_by(noun, scene) and draft.status == "occurred":
                if not draft.dated:
                    draft.date, draft.dated = days[noun], "own"
                break


def _named_by(noun: int, scene: Scene) -> frozenset[str]:
    """The types of act that a noun may stand for ("the attack", "the incident")."""
    if scene.grammar.lemma(noun) == "incident":
        return DEEDS
    named = {"attack": "ASSAULT", "demo": "PROTEST", "meeting": "CONSULT", "jailing": "COERCE"}
    return frozenset(t for words, t in named.items() if scene.has(noun, classes()[words]))


def named_by_day(anchors: Sequence[Anchor], scene: Scene) -> dict[str, tuple[int, EventDate]]:
    """ "Monday's bombing ... the bombing": by its lemma, the first noun that has a day of its own
    beside it, with that day; where the story has but one."""
    p, g = scene.parsed, scene.grammar
    out: dict[str, tuple[int, EventDate]] = {}
    twice = set()
    for anchor in anchors:
        noun = p.heads[anchor.token]
        if g.rel(anchor.token) not in ("nmod", "compound") or p.upos[noun] != "NOUN":
            continue
        date = event_date(anchor.time, anchor.token, scene, bare=True)
        if out.setdefault(g.lemma(noun), (noun, date))[1].edtf != date.edtf or not day_of(
            anchor.time
        ):
            twice.add(g.lemma(noun))
    return {lemma: found for lemma, found in out.items() if lemma not in twice}
