"""A brief as one web page: no script, no other file, nothing fetched, everything escaped."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources
from typing import Final

from dateline.record.brief.parts import Item, Outline, Run, Section, Words

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("brief.css").read_text(encoding="utf-8")


def webpage(outline: Outline) -> str:
    """The brief as a self-contained HTML page."""
    title = escape(outline.title)
    standfirst = f'<p class="standfirst" dir="auto">{escape(outline.standfirst)}</p>\n'
    facts = "".join(
        f"<dt>{escape(label)}</dt><dd>{_line(value)}</dd>\n" for label, value in outline.facts
    )
    return (
        f'<!doctype html>\n<html lang="{escape(outline.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f'<header>\n<h1 dir="auto">{title}</h1>\n{standfirst if outline.standfirst else ""}'
        f"<dl>\n{facts}</dl>\n</header>\n"
        + "".join(_section(section) for section in outline.sections)
        + f"</main>\n<footer>{escape(outline.footer)}</footer>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    note = f'<p class="note">{escape(section.note)}</p>\n' if section.note else ""
    parts = []
    for group in section.groups:
        heading = f'<h3 dir="auto">{_line(group.heading)}</h3>\n' if group.heading else ""
        items = "".join(_item(item) for item in group.items)
        parts.append(
            f'<div class="group">\n{heading}<ul class="{section.kind}">\n{items}</ul></div>\n'
        )
    return f"<section>\n<h2>{escape(section.title)}</h2>\n{note}{''.join(parts)}</section>\n"


def _item(item: Item) -> str:
    anchor = f' id="{escape(item.mark)}"' if item.anchor else ""
    mark = f'<span class="mark">{escape(item.mark)}</span>'
    notes = "".join(f'<p class="about" dir="auto">{_line(note)}</p>' for note in item.notes)
    nested = f"<ul>\n{''.join(_item(i) for i in item.items)}</ul>" if item.items else ""
    words = f'<p dir="auto">{_line(item.words)}</p>'
    return f"<li{anchor}>{mark}<div>{words}{notes}{nested}</div></li>\n"


def _line(words: Words) -> str:
    return "".join(_run(run) for run in words)


def _run(run: Run) -> str:
    text = escape(run.text)
    match run.tone:
        case "strong":
            return f"<strong><bdi>{text}</bdi></strong>"
        case "quote":
            return f"<q><bdi>{text}</bdi></q>"
        case "ref":
            return f'<a href="#{text}">{text}</a>'
        case "anchor":
            return f'<span id="{text}">{text}</span>'
        case "dim" | "alert":
            return f'<span class="{run.tone}">{text}</span>'
        case _:
            return f"<bdi>{text}</bdi>"
