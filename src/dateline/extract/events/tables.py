"""The small tables of the event rules, each a TSV file beside this one."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.tables import read_rows


def rows(name: str, cells: int) -> list[list[str]]:
    """The rows of a table of the event rules. Raises DataError where one is too short or long."""
    return read_rows("dateline.extract.events", name, cells)


@cache
def light_verbs() -> dict[tuple[str, str], str]:
    """(verb, slot of the noun) -> effect."""
    return _by_slot("light_verbs.tsv")


@cache
def happenings() -> dict[tuple[str, str], str]:
    """(verb, slot of the noun) -> effect."""
    return _by_slot("happenings.tsv")


def _by_slot(name: str) -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for lemmas, slot, effect in rows(name, 3):
        for lemma in lemmas.split("|"):
            out.setdefault((lemma, slot), effect)
    return out


@cache
def embedding() -> dict[tuple[str, str], str]:
    """(word, relation of what stands below it) -> status of what stands below."""
    out: dict[tuple[str, str], str] = {}
    for lemmas, status, relations in rows("embedding.tsv", 3):
        for lemma in lemmas.split("|"):
            for relation in relations.split(","):
                out.setdefault((lemma, relation), status)
    return out


@cache
def auxiliaries() -> dict[str, str]:
    """Auxiliary or negation -> future, would, may, must or not."""
    return {lemma: kind for lemma, kind in rows("auxiliaries.tsv", 2)}  # noqa: C416 (typed)


@cache
def circumstances() -> frozenset[str]:
    """Prepositions of what only accompanies or precedes."""
    return frozenset(word for (word,) in rows("circumstances.tsv", 1))


@cache
def ascribing() -> dict[str, str]:
    """Verb that ascribes a deed -> the preposition of the doer."""
    return {verb: preposition for verb, preposition in rows("ascribing.tsv", 2)}  # noqa: C416 (typed)


@cache
def content_modes() -> dict[tuple[str, str, str], tuple[str | None, str]]:
    """(verbal type, what it is about, its mode or `*`) -> (mode, CAMEO code)."""
    return {
        (outer, about, inner): (None if mode == "-" else mode, cameo)
        for outer, about, inner, mode, cameo in rows("content_modes.tsv", 5)
    }


@cache
def takes_up() -> dict[tuple[str, str], frozenset[str]]:
    """(noun, type) -> modes, and lemmas of words, of the acts that the noun may take up."""
    return {
        (noun, type_): frozenset(told.split())
        for nouns, type_, told in rows("takes_up.tsv", 3)
        for noun in nouns.split("|")
    }


@cache
def doers() -> dict[str, dict[str, frozenset[str]]]:
    """Noun for the doers of an act -> type of the act -> its modes, `-` for none, `*` for any."""
    out: dict[str, dict[str, frozenset[str]]] = {}
    for nouns, type_, modes in rows("doers.tsv", 3):
        for noun in nouns.split("|"):
            out.setdefault(noun, {})[type_] = frozenset(modes.split())
    return out
