"""Web addresses taken apart."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlsplit

from dateline.errors import FetchError

_PORTS = {"http": 80, "https": 443}


class Target(NamedTuple):
    """A web address taken apart."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query, quoted for a request line."""

    @property
    def host_header(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"


def is_url(text: str) -> bool:
    """Whether `text` is a web address by its form."""
    return text[:8].lower().startswith(("http://", "https://"))


def parse_url(url: str) -> Target:
    """Take a web address apart. Raises FetchError where it is none that may be fetched."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(f"{url}: not a web address ({error})") from error
    if parts.scheme not in _PORTS:
        raise FetchError(f"{url}: only http and https addresses are read")
    if not host:
        raise FetchError(f"{url}: the address has no host")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{host}: an address with a user name or password in it is refused")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError as error:
        raise FetchError(f"{url}: the host's name cannot be written in ASCII") from error
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return Target(
        parts.scheme,
        host,
        _PORTS[parts.scheme] if port is None else port,
        f"{path}?{query}" if query else path,
    )
