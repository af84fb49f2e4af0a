"""A brief as Markdown (CommonMark), in which no word of an article can act as markup."""

from __future__ import annotations

import re
from typing import Final

from dateline.record.brief.clean import isolate
from dateline.record.brief.parts import Item, Outline, Run, Section, Words

_ANYWHERE: Final = re.compile(r"[\\`*_{}\[\]<>#|~!&$^=]")
_LIST_MARK: Final = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
_ADDRESS: Final = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=www)\.")
_WORD_JOINER: Final = "\u2060"


def escape(text: str) -> str:
    """`text` as Markdown that shows just that text.

    Addresses stay text too: GitHub and others turn them into links without being asked, so a
    backslash stands in "https\\://" and an invisible joiner behind "@".
    """
    safe = _ANYWHERE.sub(r"\\\g<0>", text)
    safe = _ADDRESS.sub(r"\\\g<0>", safe).replace("@", f"@{_WORD_JOINER}")
    return _LIST_MARK.sub(_defuse, safe)


def _defuse(match: re.Match[str]) -> str:
    """A list mark at the start of a line: "- " and "1. " would nest a list."""
    mark = match[1]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def markdown(outline: Outline) -> str:
    """The brief as one Markdown document."""
    blocks = [f"# {escape(isolate(outline.title))}"]
    if outline.standfirst:
        blocks.append(f"*{escape(isolate(outline.standfirst))}*")
    if outline.facts:
        rows = [f"- **{escape(label)}:** {_line(value)}" for label, value in outline.facts]
        blocks.append("\n".join(rows))
    for section in outline.sections:
        blocks.extend(_section(section))
    blocks.append(f"---\n\n{escape(outline.footer)}")
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> list[str]:
    blocks = [f"## {escape(section.title)}"]
    if section.note:
        blocks.append(escape(section.note))
    for group in section.groups:
        if group.heading:
            # Bold runs would be doubled in a heading: it is bold already.
            blocks.append(f"### {''.join(escape(isolate(run.text)) for run in group.heading)}")
        date = ""
        lines: list[str] = []
        for item in group.items:
            if section.kind == "timeline":
                date = item.mark or date
                lines.append(f"- **{escape(date)}** {_line(item.words)}")
                lines.extend(f"  - {_line(note)}" for note in item.notes)
            else:
                _item(item, 0, lines)
        blocks.append("\n".join(lines))
    return blocks


def _item(item: Item, depth: int, lines: list[str]) -> None:
    lead = "  " * depth
    mark = f"**{escape(item.mark)}** " if item.mark else ""
    lines.append(f"{lead}- {mark}{_line(item.words)}")
    lines.extend(f"{lead}  - {_line(note)}" for note in item.notes)
    for nested in item.items:
        _item(nested, depth + 1, lines)


def _line(words: Words) -> str:
    return "".join(_run(run) for run in words)


def _run(run: Run) -> str:
    text = escape(isolate(run.text))
    bare = text.strip()
    if run.tone != "strong" or not bare:
        return text
    lead, _, trail = text.partition(bare)
    return f"{lead}**{bare}**{trail}"  # a mark beside a space would not be read as bold
