"""Every error that Dateline raises on purpose.

DatelineError
├── InputError            nothing could be made of what was given
│   ├── NotFoundError     no such file, or nothing at that address
│   ├── TooLargeError     over a cap (bytes, depth, unpacked size)
│   ├── NotTextError      binary, or an encoding that cannot be read
│   ├── EmptyError        no text in it
│   ├── FormatError       a corpus row or file that is not what its name says
│   └── FetchError        the address was refused, or did not answer as it should
├── StoreError            a chronicle's file is missing, damaged, or of a later version
├── QueryError            a question to a chronicle that cannot be understood
├── DataError             a table that ships with Dateline, or a user's own, is broken
└── ModelError            the language model is missing or damaged
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root: catch this to catch all of Dateline's own errors."""


class InputError(DatelineError):
    """The input cannot be read. `code` is the short name used in warnings and reports."""

    code = "unreadable"


class NotFoundError(InputError):
    """There is no such file."""

    code = "not_found"


class TooLargeError(InputError):
    """A size, depth or time cap was passed."""

    code = "too_large"


class NotTextError(InputError):
    """The bytes are no text in any encoding that can be told."""

    code = "not_text"


class EmptyError(InputError):
    """There is no text in the input."""

    code = "empty"


class FormatError(InputError):
    """The carrier is broken: a row that is no JSON, a column that is missing."""

    code = "bad_format"


class FetchError(InputError):
    """A web address was refused by the guard, or did not answer."""

    code = "fetch"


class StoreError(DatelineError):
    """A chronicle's file cannot be opened or read."""


class QueryError(DatelineError):
    """A question to a chronicle names what it does not know, or holds nothing to look for."""


class DataError(DatelineError):
    """A table of names, patterns or cues is broken."""


class ModelError(DatelineError):
    """The language model is missing or its checksum is wrong."""
