"""Files written in one step: there as a whole, or as they were before."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError


def write_whole(path: str, content: str) -> None:
    """Write a file in one step: it is there as a whole or as it was before.

    Raises InputError where it cannot be written.
    """
    with replacing(path) as stream:
        stream.write(content.encode("utf-8"))


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A new file beside `path` that takes its place when all went well."""
    target = Path(path)
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
