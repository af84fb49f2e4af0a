"""Records go out as JSON Lines: written as they come, resumed where a run broke off.

    with open_output("out.jsonl", resume=True) as out:
        for document in documents:
            if document.id not in out.ids:
                out.write(annotate(document).to_json())

Every line is handed to the system before the next is begun, so that a run that breaks off loses
at most the line it was writing. A name that ends in `.gz` gives gzip; each run adds a member.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from dateline.errors import InputError
from dateline.reading.resume import Repaired, repair

_FLUSH_EVERY = 20
"""Lines between two flushes of a gzip file; each costs some of the compression."""


class Output:
    """Where records go. Close it, or use it in a `with`."""

    def __init__(self, stream: BinaryIO, before: Repaired, flush_every: int, owned: bool) -> None:
        self._stream = stream
        self._flush_every = flush_every
        self._owned = owned
        self._written = 0
        self.ids = before.ids
        """Ids that the file held when it was opened: to be skipped."""
        self.cut = before.cut
        """Bytes of a half-written line that were taken off when it was opened."""

    def write(self, record: str) -> None:
        """Write one record, given as one line of JSON without a line end."""
        if "\n" in record:
            raise ValueError("a record must be one line")
        self._stream.write(record.encode("utf-8") + b"\n")
        self._written += 1
        if self._written % self._flush_every == 0:
            self._stream.flush()

    def close(self) -> None:
        """Flush, and close the file unless it is standard output."""
        self._stream.flush()
        if self._owned:
            self._stream.close()

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_output(path: str, *, resume: bool = False) -> Output:
    """Open `path` for records (`-`: standard output).

    With `resume`, a half-written last line is taken off, `ids` holds what is there, and new
    records are added at the end; else the file is begun anew. Raises InputError where it cannot
    be written, FormatError where `resume` meets a file that is not one of ours.
    """
    nothing = Repaired(frozenset(), 0)
    if path == "-":
        return Output(cast("BinaryIO", sys.stdout.buffer), nothing, 1, owned=False)
    before = repair(path) if resume and Path(path).exists() else nothing
    mode = "ab" if resume else "wb"
    try:
        if path.endswith(".gz"):
            packed = gzip.open(path, mode)  # noqa: SIM115
            return Output(cast("BinaryIO", packed), before, _FLUSH_EVERY, owned=True)
        plain = open(path, mode)  # noqa: SIM115
        return Output(cast("BinaryIO", plain), before, 1, owned=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
