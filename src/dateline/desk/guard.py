"""What stands before every request: who may ask, how much, and what a browser may do with it.

The desk has no login: it answers programs on this machine, and the user's browser where the desk's
own pages (or the user) ask. Another site that the same browser has open is turned away by its
`Sec-Fetch-Site` and `Origin`; a name of somebody else's that is made to lead to this machine (DNS
rebinding), by its `Host`. Follows the resource isolation policy of web.dev's "Protect your
resources from web attacks with Fetch Metadata".
"""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.desk.limits import BODY_SECONDS

HOSTS: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names under which the desk answers."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Vary": "Sec-Fetch-Site, Sec-Fetch-Mode, Sec-Fetch-Dest",
    "Cache-Control": "private, no-cache",
}
_READS: Final = frozenset({"GET", "HEAD"})


class Guard:
    """Refuses what does not come from this machine's user, and sets the headers of all answers.

    A refusal is 403 with a sentence that says why; so is a websocket, which the desk has not. A
    sender who keeps the desk waiting for a body is cut off after `BODY_SECONDS`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        async def receiving() -> Message:
            return await asyncio.wait_for(receive(), BODY_SECONDS)

        problem = refusal(scope["method"], Headers(scope=scope))
        if problem:
            await PlainTextResponse(f"{problem}\n", 403)(scope, receive, sending)
            return
        patient = receive if scope["method"] in _READS else receiving
        await self._app(scope, patient, sending)


def refusal(method: str, headers: Headers) -> str | None:
    """Why a request with these headers is not answered; None where it is."""
    host = headers.get("host", "")
    if _name(host) not in HOSTS:
        return "The desk answers only as 127.0.0.1 or localhost."
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if method in _READS:
        foreign = site not in (None, "none", "same-origin")
        visit = headers.get("sec-fetch-mode") == "navigate"
        page = headers.get("sec-fetch-dest") in (None, "document")
        if foreign and not (visit and page):
            return "Another site may link to the desk, but not read from it or show it."
        return None
    if site not in (None, "same-origin"):
        return "Only the desk's own pages may send it anything."
    if origin is not None and origin != f"http://{host}":
        return "Only the desk's own pages may send it anything."
    if site is None and origin is None:
        return "Whoever sends something must say where from (the Origin header)."
    return None


def _name(host: str) -> str:
    """The name in a Host header, without its port; empty where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").casefold()
    except ValueError:
        return ""
