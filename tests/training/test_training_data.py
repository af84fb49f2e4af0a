"""How corpora become label columns. Sentences of our own."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from training.data import conllu, entities, news, timeml

HYPHENATED = [
    ("Moscow", "Moscow", "PROPN", "NNP", "Number=Sing", 3, "obl", False),
    ("-", "-", "PUNCT", "HYPH", "_", 1, "punct", False),
    ("backed", "back", "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass", 4, "amod", True),
    ("forces", "force", "NOUN", "NNS", "Gender=Neut|Number=Plur", 5, "nsubj", True),
    ("left", "leave", "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", 0, "root", False),
]


def treebank(path: Path, name: str = "GUM_news_valley") -> Path:
    lines = [f"# newdoc id = {name}", "# newpar"]
    for k, (word, lemma, upos, xpos, feats, head, rel, gap) in enumerate(HYPHENATED, 1):
        space = "_" if gap else "SpaceAfter=No"
        lines.append(f"{k}\t{word}\t{lemma}\t{upos}\t{xpos}\t{feats}\t{head}\t{rel}\t_\t{space}")
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n\n").encode()))
    return path


def test_features_that_matter_are_kept(tmp_path: Path) -> None:
    ((_, (sentence,)),) = conllu.read(treebank(tmp_path / "t.gz"))
    assert sentence.labels["feats"] == [
        "Number=Sing", "_", "Tense=Past|VerbForm=Part|Voice=Pass", "Number=Plur",
        "Tense=Past|VerbForm=Fin",
    ]  # fmt: skip


def test_hyphenated_words_are_joined(tmp_path: Path) -> None:
    ((_, (sentence,)),) = conllu.read(treebank(tmp_path / "t.gz"))
    joined = conllu.join_hyphens(sentence)
    assert joined.words == ["Moscow-backed", "forces", "left"]
    assert joined.labels["upos"] == ["ADJ", "NOUN", "VERB"]
    assert joined.labels["feats"] == ["_", "Number=Plur", "Tense=Past|VerbForm=Fin"]
    assert joined.labels["head"] == [1, 2, 2]
    assert joined.labels["rel"] == ["amod", "nsubj", "root"]


@pytest.mark.parametrize("genre", ["fiction", "whow"])
def test_non_commercial_genres_are_left_out(tmp_path: Path, genre: str) -> None:
    path = treebank(tmp_path / "t.gz", f"GUM_{genre}_x")
    assert list(conllu.read(path)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Russian", "NORP"),
        ("South Koreans", "NORP"),
        ("Bosnian Serbs", "NORP"),
        ("Russian-Chechen", "NORP"),
        ("Shiites", "NORP"),
        ("World Cup", "EVENT"),
        ("Gulf War", "EVENT"),
        ("Conference on Disarmament", "EVENT"),
        ("Kalashnikov", "MISC"),
        ("GMT", "MISC"),
        ("U.S.-led", "MISC"),
    ],
)
def test_misc_is_told_apart(name: str, kind: str) -> None:
    assert entities.misc_kind(name.split()) == kind


def test_entity_classes_and_their_beginnings() -> None:
    words = ["Russian", "troops", "left", "Gulf", "War", "sites", "in", "New", "York", "Berlin"]
    tags = [
        "I-MISC",
        "O",
        "O",
        "B-MISC",
        "I-MISC",
        "O",
        "O",
        "B-location",
        "I-location",
        "B-location",
    ]
    assert entities.bio(words, tags) == [
        "B-NORP", "O", "O", "B-EVENT", "I-EVENT", "O", "O", "B-LOC", "I-LOC", "B-LOC",
    ]  # fmt: skip


def archive(path: Path, count: int) -> Path:
    text = (
        b"<TimeML><TEXT>Troops <EVENT eid='e1' class='OCCURRENCE'>withdrew</EVENT>. They "
        b"<EVENT eid='e2' class='I_ACTION'>attack</EVENT>.</TEXT>"
        b"<MAKEINSTANCE eventID='e1' tense='PAST' polarity='POS'/>"
        b"<MAKEINSTANCE eventID='e2' tense='NONE' polarity='NEG' modality='COULD'/></TimeML>"
    )
    with tarfile.open(path, "w:gz") as out:
        for k in range(count):
            info = tarfile.TarInfo(f"x/{k}.tml")
            info.size = len(text)
            out.addfile(info, io.BytesIO(text))
    return path


def test_triggers_with_their_circumstances(tmp_path: Path) -> None:
    path = archive(tmp_path / "t.tar.gz", 41)
    (_, sentences), *more = timeml.read(path)
    assert not more
    columns = [s.labels for s in sentences]
    assert [c["event"] for c in columns] == [["O", "OCCURRENCE", "O"], ["O", "I_ACTION", "O"]]
    assert [c["tense"][1] for c in columns] == ["PAST", "NONE"]
    assert [c["modality"][1] for c in columns] == ["", "could"]
    # Half of the triggers negative: taken for a tool's default, so that polarity teaches nothing.
    assert {p for c in columns for p in c["polarity"]} == {""}


def test_held_back_documents_are_never_trained_on(tmp_path: Path) -> None:
    path = archive(tmp_path / "t.tar.gz", 50)
    trained = {name for name, _ in timeml.read(path)}
    tested = {name for name, _ in timeml.read(path, test=True)}
    assert (len(trained), len(tested), trained & tested) == (10, 40, set())


def test_news_without_labels_is_cut_into_probable_sentences(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl.gz"
    lines = [
        '{"title": "Truce holds", "text": "Guns fell silent. Nobody fired."}',
        '{"text": "No more."}',
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    first, second = news.read(path)
    assert [s.words for s in first] == [
        ["Truce", "holds"],
        ["Guns", "fell", "silent", "."],
        ["Nobody", "fired", "."],
    ]
    assert [s.words for s in second] == [["No", "more", "."]]
    assert not any(s.labels or s.whole for s in (*first, *second))
