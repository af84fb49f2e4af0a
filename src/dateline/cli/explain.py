"""`dateline explain`: for each value the words, the rule, and what was rejected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import Source, Today, reading_date

if TYPE_CHECKING:
    from dateline.extract.found import Found
    from dateline.record import Record

Spans = list[tuple[int, int]]
LABELS = {
    "times": ("type", "value", "edtf"),
    "places": ("name", "kind", "country", "lat", "lon"),
    "actors": ("name", "kind", "country", "sectors"),
    "statements": ("speaker", "mode", "addressee", "medium", "date", "within", "same_as"),
    "events": ("type", "mode", "status", "actors", "recipients", "date", "attributed_to"),
    "casualties": (
        "side",
        "category",
        "killed",
        "injured",
        "captured",
        "missing",
        "together",
        "by",
    ),
    "equipment": ("what", "count", "fate", "side", "by"),
    "formats": ("name", "members", "since", "purpose"),
    "territories": ("kind", "place", "holder", "previous", "by", "date"),
}
"""The fields of each family that a line of explanation shows."""


def explain(
    source: Source,
    at: Annotated[
        int | None,
        typer.Option(metavar="OFFSET", min=0, help="Only what stands on this character."),
    ] = None,
    today: Today = None,
) -> None:
    """Show, for each value, its words, the rule that read it, and the readings rejected."""
    from dateline.pipeline import assemble, examine
    from dateline.reading import read_document

    document = read_document(source)
    found = examine(document, reading_date(today))
    for line in explanation(assemble(document, found), found, at):
        typer.echo(line)


def explanation(record: Record, found: Found, at: int | None) -> Iterator[str]:
    """The lines of the explanation; with `at`, of the values that cover that character."""
    published = record.document.published
    if at is None:
        yield f"published {published.value} ({published.basis}): {published.why}"
    names = {actor.id: actor.name for actor in record.actors}
    for family, fields in LABELS.items():
        values = [v for v in getattr(record, family) if _covers(v.evidence(), at)]
        rejected = [r for r in found.notes.rejections if r.family == family]
        rejected = [r for r in rejected if _covers([r.span], at)]
        if values or rejected:
            yield f"\n{family.upper()}"
        for value in values:
            yield f"  {value.id}  {_quote(record.text, value.evidence())}"
            facts = (f"{f}={_show(getattr(value, f), names)}" for f in fields if getattr(value, f))
            yield f"      {' '.join(facts)}"
            yield f"      why: {value.why or 'not recorded'}"
        for reading in rejected:
            yield f"  not  {_quote(record.text, [reading.span])}: {reading.why}"
    cautions = [w for w in record.warnings if at is None or (w.span and _covers([w.span], at))]
    if cautions:
        yield "\nWARNINGS"
    for caution in cautions:
        yield f"  {caution.code}: {caution.message}"


def _covers(spans: Spans, at: int | None) -> bool:
    return at is None or any(start <= at < end for start, end in spans)


def _quote(text: str, spans: Spans) -> str:
    """Where a value stands, and its words on one line, cut to what a line holds."""
    words = " … ".join(" ".join(text[a:b].split()) for a, b in spans[:6])
    shown = words if len(words) <= 160 else words[:157] + "..."
    return f"[{spans[0][0]}:{spans[0][1]}] {printable(shown)!r}" if spans else "[no words]"


def printable(text: str) -> str:
    """Text without control characters, which could command a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _show(value: Any, names: dict[str, str]) -> str:
    """A field's value with actors by name."""
    if isinstance(value, list):
        return "[" + ", ".join(_show(v, names) for v in value) + "]"
    if hasattr(value, "model_dump"):
        return _show({k: v for k, v in value.model_dump().items() if v is not None}, names)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_show(v, names)}" for k, v in value.items()) + "}"
    return names.get(value, str(value)) if isinstance(value, str) else str(value)
