"""What a list shows, as a file: all of it that is asked for, not one page."""

from __future__ import annotations

import os
import tempfile

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse

from dateline.desk.asking import question
from dateline.desk.files import KINDS, LISTS, endings
from dateline.desk.opening import opened
from dateline.export import export


def exported(request: Request) -> FileResponse:
    """A list as a file to keep. The same questions as on its page; 404 for what there is not.

    Raises QueryError for a question that cannot be understood, SlowError where it takes too long.
    """
    what, _, ending = request.path_params["file"].partition(".")
    if what not in LISTS or ending not in endings(what):
        raise HTTPException(404)
    kind = KINDS[ending]
    handle, path = tempfile.mkstemp(suffix=f".{ending}")
    os.close(handle)
    try:
        asked = question(request.query_params, LISTS[what])
        with opened(request.app.state.path) as store:
            # A browser hands CSV to a spreadsheet: no cell may be taken for a formula.
            export(
                store.db, what, path, format=kind.style, question=asked, spreadsheet=ending == "csv"
            )
    except BaseException:
        os.unlink(path)
        raise
    return FileResponse(
        path,
        media_type=kind.media,
        filename=f"{what}.{ending}",
        background=BackgroundTask(os.unlink, path),
    )
