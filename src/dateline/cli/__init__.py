"""The command line: `dateline COMMAND`, one file a command."""

from __future__ import annotations

import sqlite3
import sys

from dateline.cli.app import app
from dateline.errors import DatelineError


def main() -> None:
    """Run the command line. Ends the process: 0 all read, 1 something was not, 2 wrong usage."""
    try:
        app(prog_name="dateline")
    except DatelineError as error:
        sys.stderr.write(f"dateline: {error}\n")
        sys.exit(1)
    except sqlite3.DatabaseError as error:  # a chronicle that was damaged after it was opened
        sys.stderr.write(f"dateline: the chronicle cannot be read: {error}\n")
        sys.exit(1)
    except BrokenPipeError:  # `dateline read ... | head`
        sys.stderr.close()
        sys.exit(1)
