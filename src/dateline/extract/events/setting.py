"""What a sentence is about: PLOVER contexts, and fields where war words are figures of speech."""

from __future__ import annotations

from collections import Counter
from functools import cache

from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import rows

_FIGURATIVE = 2
_STORY_SHARE = 0.02
_MAX_CONTEXTS = 4
_WAR = frozenset(["military", "terrorism", "peacekeeping", "repression"])
_SENTENCES_PER_WAR_WORD = 6


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for context, lemmas in rows("contexts.tsv", 2):
        for lemma in lemmas.split():
            out[lemma] = (*out.get(lemma, ()), context)
    return out


@cache
def _domains() -> dict[str, str]:
    return {lemma: field for field, lemmas in rows("domains.tsv", 2) for lemma in lemmas.split()}


class Setting:
    """Words counted by sentence, once for a story."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        p, g = scene.parsed, scene.grammar
        self._war: bool | None = None
        self._contexts: dict[int, list[str]] = {}
        self._fields: list[Counter[str]] = []
        total: Counter[str] = Counter()
        for sentence in p.sentences:
            lemmas = {g.lemma(t) for t in range(sentence.start, sentence.end)}
            fields = Counter(_domains()[w] for w in lemmas if w in _domains())
            self._fields.append(fields)
            total.update(fields)
        size = max(len(p), 60)
        self._story = {field for field, n in total.items() if n / size > _STORY_SHARE}

    def warlike(self, token: int) -> bool:
        """Whether the sentence, or the story at large, speaks of war or armed men."""
        if _WAR & set(self.contexts(token)):
            return True
        if self._war is None:
            p = self._scene.parsed
            hits = sum(bool(_WAR & set(_contexts().get(self._lemma(t), ()))) for t in range(len(p)))
            self._war = hits >= max(2, len(p.sentences) // _SENTENCES_PER_WAR_WORD)
        return self._war

    def of_health(self, token: int) -> bool:
        """Whether the sentence speaks of disease and not of war."""
        contexts = set(self.contexts(token))
        return "health" in contexts and not _WAR & contexts

    def figurative(self, token: int) -> str | None:
        """The field that takes war words as figures in this sentence, or None."""
        fields = self._fields[self._scene.parsed.sentence_of[token]]
        for field, n in fields.items():
            if n >= _FIGURATIVE or field in self._story:
                return field
        return "sport" if "sport" in self._story else None

    def contexts(self, token: int) -> list[str]:
        """The contexts of the sentence, most supported first, at most a few."""
        p = self._scene.parsed
        index = p.sentence_of[token]
        if index in self._contexts:
            return list(self._contexts[index])
        sentence = p.sentences[index]
        votes: Counter[str] = Counter()
        for t in range(sentence.start, sentence.end):
            for context in _contexts().get(self._lemma(t), ()):
                votes[context] += 1
        ranked = sorted(votes, key=lambda c: (-votes[c], c))
        self._contexts[index] = sorted(ranked[:_MAX_CONTEXTS])
        return list(self._contexts[index])

    def _lemma(self, token: int) -> str:
        """The lemma; of "fighting in Lome left ten dead", where a tree takes it for a verb, the
        noun's."""
        p = self._scene.parsed
        gerund = p.xpos[token] == "VBG" and p.deprels[token] in ("csubj", "nsubj")
        return p.word(token).lower() if gerund else self._scene.grammar.lemma(token)
