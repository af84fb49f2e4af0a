"""A user's own spaCy pipeline in the encoder's place, for tags, tree and entities.

The setting is the environment variable DATELINE_SPACY (a pipeline's name or folder), which worker
processes inherit, or `use` in Python. Tokens, sentences, attribution and event triggers stay the
encoder's. What the pipeline does not annotate stays the encoder's too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from dateline.errors import ModelError
from dateline.language import clear
from dateline.language.parsed import FEATURES, Entity, Parsed
from dateline.language.pieces import GAP_NONE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

VARIABLE: Final = "DATELINE_SPACY"
# Classes of entities: OntoNotes', and CoNLL's as they are. Dates, numbers and the like are none.
ENTITIES: Final = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "NORP": "NORP", "EVENT": "EVENT", "MISC": "MISC", "PRODUCT": "MISC", "LAW": "MISC",
    "WORK_OF_ART": "MISC",
}  # fmt: skip

_loaded: dict[str, Any] = {}
_given: list[Any] = []


def use(pipeline: Language | None) -> None:
    """Let a loaded pipeline stand in, in this process; None goes back to the environment's."""
    _given[:] = [] if pipeline is None else [pipeline]


def only_here() -> bool:
    """Whether the pipeline is one given to `use`, which other processes do not know."""
    return bool(_given)


def pipeline() -> Language | None:
    """The pipeline that stands in, loaded on first use; None if there is none.

    Raises ModelError if the one that DATELINE_SPACY names cannot be loaded.
    """
    if _given:
        found: Language = _given[0]
        return found
    name = os.environ.get(VARIABLE)
    if not name:
        return None
    if name not in _loaded:
        try:
            import spacy

            _loaded[name] = spacy.load(name)
        except ImportError as error:
            raise ModelError(
                f"{VARIABLE}={name}: spaCy is not installed (pip install 'dateline[spacy]')"
            ) from error
        except (OSError, ValueError) as error:
            raise ModelError(f"{VARIABLE}={name}: cannot be loaded: {error}") from error
    result: Language = _loaded[name]
    return result


def apply(parsed: Parsed, gaps: Sequence[int]) -> None:
    """Put the pipeline's tags, tree and entities in place of the encoder's, if there is one.

    `gaps` are those before each token. Raises ModelError if the pipeline cannot be loaded.
    """
    nlp = pipeline()
    if nlp is None or not len(parsed):
        return
    doc = nlp(_doc(parsed, gaps, nlp))
    if len(doc) != len(parsed):
        raise ModelError("the spaCy pipeline changed the tokens; it must leave them as they are")
    if doc.has_annotation("POS"):
        parsed.upos = [t.pos_ or "X" for t in doc]
    if doc.has_annotation("TAG"):
        parsed.xpos = [t.tag_ for t in doc]
    if doc.has_annotation("MORPH"):
        parsed.feats = [_features(str(t.morph)) for t in doc]
    if doc.has_annotation("LEMMA"):
        parsed.lemmas = [t.lemma_ or t.lower_ for t in doc]
    if doc.has_annotation("ENT_IOB"):
        parsed.entities = [
            Entity(e.start, e.end, ENTITIES[e.label_]) for e in doc.ents if e.label_ in ENTITIES
        ]
    if doc.has_annotation("DEP"):
        _take_tree(parsed, doc)


def _doc(parsed: Parsed, gaps: Sequence[int], nlp: Language) -> Doc:
    """The story's tokens for the pipeline, with the encoder's sentences."""
    from spacy.tokens import Doc

    starts: list[bool | int | None] = [False] * len(parsed)
    for sentence in parsed.sentences:
        starts[sentence.start] = True
    return Doc(
        nlp.vocab,
        words=[parsed.word(t) for t in range(len(parsed))],
        spaces=[*(g != GAP_NONE for g in gaps[1:]), False],
        sent_starts=starts,
    )


def _features(morph: str) -> str:
    """A feature string with nothing but FEATURES in it."""
    return "|".join(f for f in morph.split("|") if f.split("=")[0] in FEATURES) or "_"


def _take_tree(parsed: Parsed, doc: Doc) -> None:
    """Heads and relations by sentence, in UD, with one root each."""
    labels = [t.dep_ for t in doc]
    heads = [t.head.i for t in doc]
    is_clear = any(label in ("pobj", "dobj", "nsubjpass", "ROOT", "prep") for label in labels)
    if is_clear and "obl" in labels:
        is_clear = False  # UD with spaCy's spelling of the root
    persons = [(e.start, e.end) for e in parsed.entities if e.label == "PER"]
    for sentence in parsed.sentences:
        a, b = sentence.start, sentence.end
        own = [h - a if a <= h < b else t - a for t, h in enumerate(heads[a:b], a)]
        relations = labels[a:b]
        if is_clear:
            names = [(x - a, y - a) for x, y in persons if a <= x and y <= b]
            own, relations = clear.universal(
                own, relations, parsed.upos[a:b], parsed.lemmas[a:b], names
            )
        roots = [t for t, h in enumerate(own) if h == t]
        for t in roots[1:]:
            own[t], relations[t] = roots[0], "parataxis"
        relations[roots[0]] = "root"
        parsed.heads[a:b] = [a + h for h in own]
        parsed.deprels[a:b] = [r or "dep" for r in relations]
