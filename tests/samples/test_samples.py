"""The sample stories: that they are there, are what their README says, and are ours to ship."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from dateline.samples import paths

README = (paths()[0].parent / "README.md").read_text(encoding="utf-8")


def stories() -> list[tuple[str, str]]:
    """Name and article text of every story."""
    found = []
    for path in paths():
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in text.splitlines()]
            found += [(row["id"], f"{row['title']}\n\n{row['text']}") for row in rows]
        elif path.suffix == ".html":
            article = html.document_fromstring(text.encode()).find(".//article")
            assert article is not None
            found.append((path.stem, "\n\n".join(p.text_content() for p in article.iter("p"))))
        else:
            found.append((path.stem, text))
    return found


def test_there_are_a_dozen_in_three_carriers() -> None:
    assert len(stories()) == 12
    assert {path.suffix for path in paths()} == {".txt", ".html", ".jsonl"}
    assert all(isinstance(path, Path) and path.is_file() for path in paths())
    assert paths() == sorted(paths())


@pytest.mark.parametrize(("name", "text"), stories(), ids=[name for name, _ in stories()])
def test_each_is_a_short_story_of_the_invented_agency(name: str, text: str) -> None:
    assert 120 <= len(text.split()) <= 350
    assert re.search(r"[/( ]DSS[/).]", text)
    assert not re.search(r"\((?:Reuters|AP|AFP|Xinhua)\)|/TASS/|ARMENPRESS|Anadolu", text)


@pytest.mark.parametrize(("name", "text"), stories(), ids=[name for name, _ in stories()])
def test_no_person_is_quoted_directly(name: str, text: str) -> None:
    """Quotation marks hold titles and words of published documents only."""
    documents = {
        "immediate cessation of hostilities",
        "a complete ceasefire",
        "Package of Measures for the Implementation of the Minsk Agreements",
    }
    assert set(re.findall(r"[\"“]([^\"“”]+)[\"”]", text)) <= documents


@pytest.mark.parametrize(("name", "text"), stories(), ids=[name for name, _ in stories()])
def test_the_days_of_the_week_are_right(name: str, text: str) -> None:
    day = date.fromisoformat(name[-10:])
    weekday = day.strftime("%A")
    assert f"on {weekday}" in text or f"early {weekday}" in text


def test_the_readme_has_a_row_with_sources_for_every_file() -> None:
    rows = dict(re.findall(r"^\| `([^`]+)`[^|]*\|.*\| ([^|]+) \|$", README, re.M))
    assert set(rows) == {path.name for path in paths()}
    assert all(re.search(r"\d{4}", source) for source in rows.values())
    assert "Apache-2.0" in README


def test_the_variety_that_the_readme_promises() -> None:
    raw = {path.name: path.read_bytes() for path in paths()}
    assert raw["moscow-2020-11-10.txt"].count(b"\r\n") == raw["moscow-2020-11-10.txt"].count(b"\n")
    assert "“".encode() in raw["moscow-2020-11-10.txt"]
    assert raw["paris-2020-10-01.txt"].startswith(b"All news\n")
    assert b"<nav" in raw["minsk-2015-02-12.html"]
    assert b"article:published_time" in raw["minsk-2015-02-12.html"]
    claims = raw["baku-2020-09-28.txt"], raw["yerevan-2020-09-28.txt"]
    assert b"more than 550" in claims[0]
    assert b"to 58" in claims[1]
