"""A page from the web, through a guard.

http and https only. The name is resolved once, every address it has must be global, and the
connection goes to the address that was checked, with the name in the Host header and in the check
of the certificate. Redirects are followed by hand and each is checked like the first. Size is
capped on the wire and again while unpacking, time over all.

Proxies named in the environment are not used: a proxy resolves names itself, so that nothing here
could tell where a request ends up. Where the web can only be reached through one, fetch pages with
a tool of your own and read the files.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from dateline.errors import FetchError, InputError, NotFoundError, TooLargeError
from dateline.reading.address_parts import Target, parse_url
from dateline.reading.addresses import Address, Allow, is_allowed, resolve
from dateline.reading.limits import MAX_BYTES, megabytes
from dateline.reading.unpack import gunzip

MAX_REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 15.0
"""Of silence from the server."""
TOTAL_SECONDS = 60.0

_CHUNK = 65_536
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_TYPES = {
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
}


class Fetched(NamedTuple):
    """What an address answered."""

    data: bytes
    """Unpacked."""
    url: str
    """Where it came from, after redirects."""
    content_type: str | None


def fetch(url: str, *, allow: Allow = is_allowed, seconds: float = TOTAL_SECONDS) -> Fetched:
    """Get the page at `url`.

    `allow` says which addresses may be connected to (for tests; the default is: global ones).
    Raises FetchError where the address is refused or does not answer as it should, NotFoundError
    for 404 and 410, TooLargeError over 20 MB, on the wire or unpacked.
    """
    # A thread of its own, so that the cap on time holds for whatever may hang: the resolver has
    # no timeout, and a server can send a byte every few seconds for ever.
    answers: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()
    end = time.monotonic() + seconds

    def work() -> None:
        try:
            answers.put(_follow(url, allow, end))
        except BaseException as error:
            answers.put(error)

    threading.Thread(target=work, name="dateline-fetch", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(f"{url}: no full answer within {seconds:g} seconds") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _follow(url: str, allow: Allow, end: float) -> Fetched:
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        answer = _get(here, allow, end)
        if isinstance(answer, Fetched):
            return answer
        if here.lower().startswith("https:") and not answer.lower().startswith("https:"):
            raise FetchError(f"{here}: redirects from https to {answer}, which is refused")
        here = answer
    raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")


def _get(url: str, allow: Allow, end: float) -> Fetched | str:
    """One request: the page, or the address that it redirects to."""
    import urllib3

    target = parse_url(url)
    addresses = resolve(target.host, target.port, allow)
    pool, answer = _first_answer(url, target, addresses, end)
    try:
        if answer.status in _REDIRECTS:
            place = answer.headers.get("Location")
            if not place:
                raise FetchError(f"{url}: a redirect that leads nowhere")
            return urljoin(url, str(place))
        _check(url, answer)
        return Fetched(_body(url, answer, end), url, answer.headers.get("Content-Type"))
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise FetchError(f"{url}: the answer broke off ({error})") from error
    except InputError as error:
        raise _named(error, url) from error
    finally:
        answer.close()
        pool.close()


def _named(error: InputError, url: str) -> InputError:
    message = str(error)
    return error if url in message else type(error)(f"{url}: {message}")


def _first_answer(
    url: str, target: Target, addresses: list[Address], end: float
) -> tuple[Any, Any]:
    """Try the addresses in turn; the first that can be connected to answers."""
    import urllib3

    trouble: Exception | None = None
    for address in addresses[:4]:
        left = end - time.monotonic()
        if left <= 0:
            break
        pool = _pool(target, str(address), left)
        try:
            answer = pool.urlopen(
                "GET",
                target.path,
                headers=_headers(target),
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
        except (urllib3.exceptions.HTTPError, OSError) as error:
            pool.close()
            trouble = error
            if not isinstance(
                error,
                urllib3.exceptions.NewConnectionError | urllib3.exceptions.ConnectTimeoutError,
            ):
                break
        else:
            return pool, answer
    raise FetchError(f"{url}: no answer ({trouble or 'out of time'})") from trouble


def _pool(target: Target, address: str, left: float) -> Any:
    """A connection to the very address that was checked."""
    import urllib3

    timeout = urllib3.Timeout(connect=min(CONNECT_SECONDS, left), read=min(READ_SECONDS, left))
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, timeout=timeout, maxsize=1)
    import ssl

    return urllib3.HTTPSConnectionPool(
        address,
        target.port,
        timeout=timeout,
        maxsize=1,
        ssl_context=ssl.create_default_context(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.host_header,
        "User-Agent": "dateline",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
        "Accept-Encoding": "gzip",
    }


def _check(url: str, answer: Any) -> None:
    if answer.status in _GONE:
        raise NotFoundError(f"{url}: the server has no such page ({answer.status})")
    if answer.status != 200:
        raise FetchError(
            f"{url}: the server answered {answer.status} {answer.reason or ''}".strip()
        )
    kind = (answer.headers.get("Content-Type") or "text/html").split(";")[0].strip().lower()
    if kind not in _TYPES:
        raise FetchError(f"{url}: it is {kind}, not a page, feed or text")
    length = _announced(answer)
    if length is not None and length > MAX_BYTES:
        raise TooLargeError(f"{url}: it has {megabytes(length)}; the cap is 20 MB")


def _announced(answer: Any) -> int | None:
    """The size that the server announced, if it did."""
    length = answer.headers.get("Content-Length") or ""
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else None


def _body(url: str, answer: Any, end: float) -> bytes:
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    chunks = _chunks(answer, end)
    if packing in ("", "identity"):
        return b"".join(chunks)
    if packing in ("gzip", "x-gzip"):
        return gunzip(chunks, MAX_BYTES)
    raise FetchError(f"{url}: packed as {packing}, which was not asked for")


def _chunks(answer: Any, end: float) -> Iterator[bytes]:
    size = 0
    while chunk := answer.read1(_CHUNK, decode_content=False):
        size += len(chunk)
        if size > MAX_BYTES:
            raise TooLargeError(f"more than {megabytes(MAX_BYTES)} came, the cap")
        if time.monotonic() > end:
            raise FetchError("out of time")
        yield chunk
    announced = _announced(answer)
    if announced is not None and size < announced:
        raise FetchError(f"only {size:,} of {announced:,} bytes came")
