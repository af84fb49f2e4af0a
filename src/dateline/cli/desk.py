"""`dateline desk`: a chronicle in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import chronicle_path

FIRST_PORT = 8321


def desk(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE.db]", help="The chronicle. [default: as for `ingest`]"),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            metavar="N",
            min=0,
            max=65535,
            help="The port; 0 for any free one. [default: 8321, or the next one that is free]",
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open it in your browser.")
    ] = True,
) -> None:
    """Show a chronicle as web pages on this machine: read, search, paste stories; with an API.

    Listens on 127.0.0.1 alone and asks no other host for anything. A chronicle that is not there
    yet is begun. Ends with Ctrl-C.
    """
    from dateline.desk.serve import ADDRESS, listen, serve
    from dateline.store import Store

    path = chronicle_path(file)
    Store(path).close()  # begins a new one; a damaged one is told here, not on each page
    listening = listen(port, FIRST_PORT)
    typer.echo(f"{path}: http://{ADDRESS}:{listening.getsockname()[1]}/  (Ctrl-C ends it)")
    serve(path, listening, browser=browser)
