"""Bytes become text: marks, declarations, guesses, refusals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotTextError
from dateline.reading.encoding import (
    declared_in_header,
    declared_in_page,
    decode,
    named_binary,
)

STORY = "ZAGREB, May 3. “We will meet,” the envoy said — at the café.\r\nNo\u00a0more\u00ad."
ASCII = "The envoy told reporters on Monday that the meeting would go on for another day. " * 3


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"]
)
def test_unicode_is_read_whole(codec: str) -> None:
    text = STORY if codec not in ("utf-16-le", "utf-16-be") else ASCII
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert not decoded.warnings


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_marked_utf16_text_keeps_its_quotes(mark: bytes) -> None:
    codec = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + STORY.encode(codec)).text == STORY


@given(st.text())
def test_any_utf8_text_without_nulls_comes_back_unchanged(text: str) -> None:
    if any(ord(c) < 32 and c not in "\t\n\r\f\v" for c in text) or text.startswith("\ufeff"):
        return
    data = text.encode("utf-8")
    if named_binary(data):
        return
    assert decode(data).text == text


def test_line_ends_and_odd_spaces_stay() -> None:
    text = "One\r\ntwo\rthree\u2028four\u00a0five\u00adsix"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "cp1252"),  # the web means Windows-1252 by it
        ("windows-1251", "cp1251"),
        ("ISO-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
    ],
)
def test_a_declared_charset_is_used(label: str, codec: str) -> None:
    text = {"cp1251": "Послы", "cp932": "大使", "gb18030": "大使"}.get(codec, "“Çağrı”")
    data = text.encode(codec, "ignore")
    decoded = decode(data, label)
    assert decoded.text == data.decode(codec)
    assert not decoded.warnings


def test_valid_utf8_outranks_a_wrong_declaration() -> None:
    assert decode("café".encode(), "iso-8859-1").text == "café"


@pytest.mark.parametrize("label", ["no-such-charset", "rot13", "utf-16", "", "zip"])
def test_a_useless_declaration_is_passed_over(label: str) -> None:
    assert decode((ASCII + "caf\u00e9").encode("cp1252"), label).text.endswith("café")


def test_an_undeclared_western_text_is_guessed_and_said() -> None:
    decoded = decode((ASCII + "“Café”").encode("cp1252"))
    assert decoded.text == ASCII + "“Café”"
    (warning,) = decoded.warnings
    assert warning.code == "encoding_guessed"
    assert warning.span == (len(ASCII), len(ASCII) + 1)


def test_an_undeclared_cyrillic_text_is_guessed() -> None:
    text = "Посол сообщил журналистам, что переговоры продолжатся завтра в столице. " * 2
    assert decode(text.encode("cp1251")).text == text


def test_a_few_broken_bytes_do_not_unmake_utf8() -> None:
    data = "“One” and “two” and “three” — four “five”".encode() + b" \xe2\x80 end"
    decoded = decode(data)
    assert decoded.text.startswith("“One”")
    assert decoded.text.endswith("\ufffd end")
    (warning,) = decoded.warnings
    assert warning.code == "broken_bytes"
    at = decoded.text.index("\ufffd")
    assert warning.span == (at, at + 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 and words", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG"),
        (b"PK\x03\x04\x14\x00\x00\x00", "ZIP"),
        (b"\xff\xfe" + bytes(range(256)) * 4 + b"\xd8\xd8" * 500, "utf-16"),
        (ASCII.encode() + b"\x00" + ASCII.encode(), "null"),
    ],
)
def test_binary_data_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(NotTextError, match=said):
        decode(data)


def test_a_city_is_no_file_signature() -> None:
    assert decode(b"RIFFA, Bahrain, May 3. Talks opened.").text.startswith("RIFFA")


def test_where_a_charset_is_declared() -> None:
    assert declared_in_header("text/html; charset=Windows-1251") == "Windows-1251"
    assert declared_in_header("text/html") is None
    assert declared_in_header(None) is None
    assert declared_in_page(b'<meta charset="utf-8">') == "utf-8"
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    assert declared_in_page(page) == "koi8-r"
    assert declared_in_page(b"<?xml version='1.0' encoding='iso-8859-2'?>") == "iso-8859-2"
    assert declared_in_page(b"<p>no meta</p>") is None


@pytest.mark.parametrize("data", [b"\x05?\xd0", b"\xc1\xc2\x40\xc3\xc4" * 20])
def test_what_could_only_be_a_mainframes_text_is_refused_or_guessed_as_another(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotTextError:
        return
    assert not decoded.encoding.startswith(("cp037", "cp500", "cp1026", "cp1140"))
