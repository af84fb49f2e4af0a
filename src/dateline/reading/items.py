"""What comes out of reading a corpus."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import InputError


@dataclass(slots=True)
class BadInput:
    """A file or row that could not be read. The rest goes on."""

    where: str
    """`stories.jsonl:7431`, `page.html`, `https://...`; `<stdin>` for standard input."""
    error: InputError
    id: str | None = None
    """The row's id, where it could be told."""

    @property
    def code(self) -> str:
        """The short name of the error, as in warnings."""
        return self.error.code

    @property
    def message(self) -> str:
        """Where and what, in one line."""
        said = str(self.error)
        return said if said.startswith(self.where) else f"{self.where}: {said}"
