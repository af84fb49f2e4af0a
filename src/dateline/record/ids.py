"""Ids that stay with their words."""

from __future__ import annotations

from hashlib import blake2b


class Ids:
    """Hands out ids that are unique in one record.

    An id is a family letter and a digest of the words that the value stands on, so that it stays
    the same when unrelated text is added or taken away. Equal words are told apart by their
    order: `t3f9a1c`, `t3f9a1c-2`.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def new(self, family: str, *words: str) -> str:
        """An id for a value of `family` (a letter or two) that stands on `words`."""
        normal = "\x1f".join(" ".join(w.lower().split()) for w in words)
        stem = family + blake2b(normal.encode("utf-8", "replace"), digest_size=4).hexdigest()
        count = self._seen[stem] = self._seen.get(stem, 0) + 1
        return stem if count == 1 else f"{stem}-{count}"


def document_id(text: str) -> str:
    """The id of a document that came without one: a digest of its text."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=10).hexdigest()
