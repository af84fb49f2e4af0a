"""The gold mentions of ECB+ as happenings, made from the text and Dateline's own reading of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dateline.language.parsed import Parsed
from dateline.link.incidents import Happening, Party
from dateline.link.incidents.build import MOST_NAMES, MOST_WORDS, digest, lemmas_of, party, spot
from dateline.link.incidents.kin import lemma_of
from dateline.link.words import plain, weigh
from dateline.record import Actor, Place, Record

_ACTING = ("nsubj", "csubj")
_SUFFERING = ("nsubj:pass", "obj", "iobj", "csubj:pass")
_OF_NOUNS = ("nmod", "nmod:poss", "compound", "amod")


class Mention(NamedTuple):
    """A gold event mention."""

    happening: Happening
    cluster: str
    """Gold cluster; a mention without one is its own."""
    topic: str
    subtopic: str
    lemma: str
    """Of the head word, by the parser: what the baseline goes by."""
    spans: list[tuple[int, int]]


def mentions(row: dict[str, Any], record: Record, parsed: Parsed) -> Iterator[Mention]:
    """The mentions of a document in the sentences that the annotators checked."""
    offsets = token_offsets(row["sentences"], row["text"])
    reader = _Reader(row, record, parsed)
    for event in row["events"]:
        if event["validated_sentence"]:
            spans = [offsets[t] for t in event["tokens"] if t in offsets]
            if not spans:
                continue  # in the address line, which is no part of the text
            tokens = [t for a, b in spans for t in range(*parsed.tokens_in(a, b))]
            name = f"{row['id']}/{event['m_id']}"
            happening, head = reader.happening(event, spans, tokens)
            # What the anatomy takes for furniture is not parsed.
            lemma = happening.lemmas[0] if head is None else parsed.lemmas[head].lower()
            topic, subtopic = row["topic"], row["subtopic"]
            yield Mention(happening, event.get("cluster") or name, topic, subtopic, lemma, spans)


def token_offsets(sentences: list[str], text: str) -> dict[int, tuple[int, int]]:
    """Token number -> character span in the text, for the sentences that the text has.

    Tokens are counted through all sentences; the text lacks the address line and some of the
    spaces between tokens.
    """
    solid = [i for i, c in enumerate(text) if not c.isspace()]
    letters = "".join(text[i] for i in solid)
    out, token, at = {}, 0, 0
    for sentence in sentences:
        words = sentence.split()
        here = letters.startswith("".join(words), at)
        for word in words:
            if here:
                out[token] = solid[at], solid[at + len(word) - 1] + 1
                at += len(word)
            token += 1
    if at != len(letters):
        raise ValueError("the sentences do not make up the text")
    return out


class _Reader:
    """Reads a document's mentions."""

    def __init__(self, row: dict[str, Any], record: Record, parsed: Parsed) -> None:
        self.row, self.record, self.parsed = row, record, parsed
        self.actors: dict[int, Actor] = {}
        self.places: dict[int, Place] = {}
        for actor in record.actors:
            for m in actor.mentions:
                for t in range(*parsed.tokens_in(*m.span)):
                    self.actors[t] = actor
        for place in record.places:
            for t in range(*parsed.tokens_in(*place.span)):
                self.places[t] = place
        self.entities = {t: e for e in parsed.entities for t in range(e.start, e.end)}
        weighed = weigh(row["text"])
        self.names = tuple(w for w, _ in weighed.names.most_common(MOST_NAMES))
        self.words = tuple(w for w, _ in weighed.common.most_common(MOST_WORDS))

    def happening(
        self, event: dict[str, Any], spans: list[tuple[int, int]], tokens: list[int]
    ) -> tuple[Happening, int | None]:
        """The happening and its head token."""
        trigger = " ".join(self.row["text"][a:b] for a, b in spans)
        p = self.parsed
        if not tokens:
            return self.bare(event, spans, trigger), None
        head = next((t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t), tokens[0])
        sentence = p.sentences[p.sentence_of[head]]
        quote = p.words(sentence.start, sentence.end)
        weighed = weigh(quote)
        lemmas = lemmas_of(trigger)
        acting, suffering = self._parties(head, tokens)
        below = set(
            p.subtree(head, frozenset({"conj", "acl:relcl", "advcl", "ccomp", "parataxis"}))
        )
        times = [t for t in self.record.times if set(range(*p.tokens_in(*t.span))) & below]
        day = next((t for t in times if t.begin and t.end), None)
        places = {
            q.key: q for t in sorted(below) if t in self.places for q in [spot(self.places[t])]
        }
        made = Happening(
            story=self.row["id"],
            event=event["m_id"],
            digest=digest(quote, trigger),
            type=None,
            trigger=trigger,
            lemmas=lemmas,
            status="denied" if event["type"].startswith("NEG_") else "occurred",
            actors=acting,
            recipients=suffering,
            begin=day.begin[:10] if day and day.begin else None,
            end=day.end[:10] if day and day.end else None,
            dated=day is not None,
            places=tuple(places.values()),
            names=tuple(sorted(weighed.names)),
            words=tuple(sorted(w for w in weighed.common if lemma_of(w) not in lemmas)),
            story_names=self.names,
            story_words=self.words,
            quote=quote,
        )
        return made, head

    def bare(self, event: dict[str, Any], spans: list[tuple[int, int]], trigger: str) -> Happening:
        """A mention outside what was parsed: its line stands for the sentence."""
        text = self.row["text"]
        start = text.rfind("\n", 0, spans[0][0]) + 1
        stop = text.find("\n", start)
        quote = text[start : stop if stop > 0 else len(text)]
        weighed, lemmas = weigh(quote), lemmas_of(trigger)
        return Happening(
            story=self.row["id"],
            event=event["m_id"],
            digest=digest(quote, trigger),
            type=None,
            trigger=trigger,
            lemmas=lemmas,
            names=tuple(sorted(weighed.names)),
            words=tuple(sorted(w for w in weighed.common if lemma_of(w) not in lemmas)),
            story_names=self.names,
            story_words=self.words,
            quote=quote,
        )

    def _parties(self, head: int, tokens: list[int]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        p = self.parsed
        acting, suffering = [], []
        for child in p.children[head]:
            rel = p.deprels[child]
            if child in tokens:
                continue
            if rel in _ACTING or rel == "obl:agent" or rel in _OF_NOUNS:
                acting.append(child)
            elif rel in _SUFFERING:
                suffering.append(child)
        if not acting and not suffering and p.deprels[head] in ("conj", "xcomp", "amod", "acl"):
            above = p.heads[head]
            acting = [c for c in p.children[above] if p.deprels[c] in _ACTING]
            acting += [above] if p.deprels[head] in ("amod", "acl") else []
        return self._named(acting), self._named(suffering)

    def _named(self, heads: Iterable[int]) -> tuple[Party, ...]:
        p = self.parsed
        out: dict[str, Party] = {}
        for t in heads:
            if t in self.actors:
                made = party(self.actors[t])
            elif t in self.entities:
                name = p.words(self.entities[t].start, self.entities[t].end)
                made = Party(plain(name), name)
            elif p.upos[t] == "PRON":
                continue
            else:
                made = Party(p.lemmas[t].lower(), p.word(t))
            out.setdefault(made.key, made)
        return tuple(out.values())
