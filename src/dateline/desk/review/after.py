"""What follows when somebody's word on a value was kept."""

from __future__ import annotations

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.chronicle.copied import carry
from dateline.chronicle.keep import Keeper
from dateline.chronicle.timeline import ranks
from dateline.desk.review.who import remember
from dateline.store import Store


def led_on(request: Request, to: str, who: str, carried: int | None = None) -> Response:
    """Leads to the page `to` and remembers who it was. Afterwards the review `carried` is carried
    into the copies of its story, and it is reckoned anew which days matter, so that nobody need
    wait for it."""

    def reckon() -> None:
        with Store(request.app.state.path, create=False) as store:
            if carried is not None:
                carry(Keeper(store), carried)
            ranks(store.db)

    return remember(RedirectResponse(to, 303, background=BackgroundTask(reckon)), who)
