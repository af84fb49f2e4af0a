"""What is looked for in every text."""

from __future__ import annotations

import json
import pickle

import pytest

from dateline.errors import EmptyError, TooLargeError
from dateline.reading.document import Document
from dateline.reading.limits import MAX_CHARACTERS
from dateline.reading.wording import checked


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    text = json.loads('"one \\ud83d two \\ude00 three \\ud83d\\ude00"')
    document = checked(Document(text=text, title="a\ud800b"))
    assert document.text == "one \ufffd two \ufffd three \U0001f600"
    assert document.title == "a\ufffdb"
    (warning,) = document.warnings
    assert (warning.code, warning.span) == ("lone_surrogate", (4, 5))
    document.text.encode("utf-8")


@pytest.mark.parametrize(
    "good", ["“No war,” she said.", "Itʼs over; it’s over", "Привет всем", "café", "10 £ « oui »"]
)
def test_mojibake_is_named_and_kept(good: str) -> None:
    latin = "".join(
        chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252")
        for b in good.encode("utf-8")
    )
    document = checked(Document(text=latin))
    assert document.text == latin
    (warning,) = document.warnings
    assert warning.code == "mojibake"
    assert warning.span is not None
    start, end = warning.span
    assert latin[start:end].encode("cp1252", "ignore") in good.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "“Quoted,” he said — it’s « fine » … €5, £6, 20 °C, SÃO PAULO, L’ÂGE D’OR, Åland, É»",
        "Ñandú, Ðuro, São Tomé and Príncipe, Çanakkale, Đà Nẵng",
        "CAFÉ» and «ÎLE»",
    ],
)
def test_real_letters_are_no_mojibake(text: str) -> None:
    assert checked(Document(text=text)).warnings == []


@pytest.mark.parametrize(
    "text", ["", "\x1c", "\ufeff\x1c\u200b\x85", "   \r\n\t", "\ufeff", "\u00a0\u00a0"]
)
def test_no_text(text: str) -> None:
    with pytest.raises(EmptyError):
        checked(Document(text=text))


def test_the_cap_on_characters() -> None:
    checked(Document(text="x" * MAX_CHARACTERS))
    with pytest.raises(TooLargeError, match="1,000,001"):
        checked(Document(text="x" * (MAX_CHARACTERS + 1)))


def test_much_mojibake_is_counted_to_a_bound() -> None:
    document = checked(Document(text="â€œ" * 300_000))
    assert "1000 or more" in document.warnings[0].message
    checked(Document(text="Ð" * 999_999))


def test_a_document_goes_to_another_process() -> None:
    document = checked(Document(text="It â€œis", id="a"))
    assert pickle.loads(pickle.dumps(document)) == document
