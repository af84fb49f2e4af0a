"""What follows when somebody's word on a value was kept."""

from __future__ import annotations

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.chronicle.timeline import ranks
from dateline.desk.review.who import remember
from dateline.store import Store


def led_on(request: Request, to: str, who: str) -> Response:
    """Leads to the page `to` and remembers who it was. Afterwards it is reckoned anew which days
    matter, so that readers need not wait for it."""

    def reckon() -> None:
        with Store(request.app.state.path, create=False) as store:
            ranks(store.db)

    return remember(RedirectResponse(to, 303, background=BackgroundTask(reckon)), who)
