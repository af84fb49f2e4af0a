"""All the words that the tables of the event rules know, so that lemmas can be checked."""

from __future__ import annotations

from functools import cache

from dateline.extract.events.lexicon import classes, lexicon
from dateline.extract.events.tables import embedding, happenings, light_verbs


@cache
def vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """(verbs, nouns)."""
    verbs = {lemma for lemma, pos in lexicon() if pos == "V"}
    for table in (light_verbs(), happenings(), embedding()):
        verbs |= {lemma for lemma, _ in table}
    nouns = {lemma for lemma, pos in lexicon() if pos == "N"}
    nouns |= {part for words in classes().values() for w in words for part in (w, *w.split("_"))}
    for entries in lexicon().values():
        for entry in entries:
            for need in entry.needs:
                nouns |= {part for w in need.words for part in (w, *w.split("_"))}
    return frozenset(verbs), frozenset(nouns)
