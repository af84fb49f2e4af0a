"""The cue lexicon is sound, and reads phrases before words."""

import pytest
from statements_scene import parsed

from dateline.errors import DataError
from dateline.extract.statements import lexicon
from dateline.extract.statements.lexicon import channels


def test_tables_load() -> None:
    assert len(lexicon.cues()) > 400
    assert {c.kind.name for c in lexicon.cues().values()} <= set(lexicon.classes())
    assert channels()["briefing"] == "occasion"


def test_unknown_list_is_an_error() -> None:
    with pytest.raises(DataError):
        lexicon.words("no such list")


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("denied", [("VERB", "deny")], ("deny", "REJECT")),
        ("called for", [("VERB", "call"), ("ADP", "for")], ("call_for", "REQUEST")),
        ("called", [("VERB", "call")], ("judge", None)),
        ("has warned", [("AUX", "have"), ("VERB", "warn")], ("warn", "THREATEN")),
        ("its threat", [("PRON", "its"), ("NOUN", "threat")], ("threaten", "THREATEN")),
        ("point out", [("VERB", "point"), ("ADP", "out")], ("stress", None)),
    ],
)
def test_classes(words: str, tags: list[tuple[str, str]], expected: tuple[str, str | None]) -> None:
    tokens = parsed(words)
    tokens.upos[:] = [upos for upos, _ in tags]
    tokens.lemmas[:] = [lemma for _, lemma in tags]
    entry = lexicon.classify(tokens, 0, len(tokens))
    assert entry is not None
    assert (entry.kind.name, entry.kind.plover) == expected


def test_a_word_of_doing_is_no_cue() -> None:
    tokens = parsed("marched")
    tokens.upos[:] = ["VERB"]
    assert lexicon.classify(tokens, 0, 1) is None
