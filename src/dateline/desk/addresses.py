"""Addresses within the desk, and which ones of the outside may be linked to."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit


def to(path: str, *pairs: tuple[str, object], **params: object) -> str:
    """`path` with the parameters that are not None or empty."""
    all_pairs = [*pairs, *((name.rstrip("_"), value) for name, value in params.items())]
    query = urlencode([(name, str(v)) for name, v in all_pairs if v not in (None, "")])
    return f"{path}?{query}" if query else path


def actor(name: str | None) -> str:
    """The page of an actor."""
    return to("/actor", name=name)


def format(name: str) -> str:
    """The page of a mediation format."""
    return to("/format", name=name)


def story(number: int, mark: str | None = None) -> str:
    """The page of a story; with `mark`, at the words of the value with this id."""
    return f"/story/{number}" + (f"#w-{quote(mark)}" if mark else "")


def review(story: int, value: str) -> str:
    """The page on which a value of a story is reviewed."""
    return f"/story/{story}/review/{quote(value, safe='')}"


def day(iso: str) -> str:
    """The page of a day."""
    return f"/day/{quote(iso)}"


def outside(url: str | None) -> str | None:
    """An address that a link may lead to: http(s) with a host, nothing that a browser would run."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    plain = parts.scheme in ("http", "https") and parts.hostname and (url or "").isprintable()
    return url if plain else None
