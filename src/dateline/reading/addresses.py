"""Which network addresses may be read from: global ones only.

A web address in a list of stories may lead, by its name or by a redirect, to the machine itself,
to the network behind the firewall or to a cloud's metadata service. So the name is resolved here,
once, and the connection goes to the very address that was looked at.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from dateline.errors import FetchError
from dateline.reading import tables

Address = IPv4Address | IPv6Address
Allow = Callable[[Address], bool]


def why_refused(address: Address) -> str | None:
    """Why `address` is not read from ("private", "loopback"), or None where it is global."""
    for network, why in _refused():
        if address.version == network.version and address in network:
            return why
    return None if address.is_global else "not global"


def is_allowed(address: Address) -> bool:
    """Whether `address` may be read from."""
    return why_refused(address) is None


def resolve(host: str, port: int, allow: Allow = is_allowed) -> list[Address]:
    """The addresses of `host`, in the resolver's order.

    Raises FetchError where there is none, or where ANY of them is refused by `allow`: a name that
    has a global and a private address is made to slip through.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: the name could not be resolved ({error})") from error
    addresses: list[Address] = []
    for *_, place in answers:
        address = ip_address(str(place[0]).partition("%")[0])
        if address not in addresses:
            addresses.append(address)
    for address in addresses:
        if not allow(address):
            why = why_refused(address) or "not allowed"
            raise FetchError(f"{host} leads to {address}, which is refused: {why}")
    if not addresses:
        raise FetchError(f"{host}: the name has no address")
    return addresses


@cache
def _refused() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    return tuple((ip_network(net), why) for net, why, _ in tables.rows("refused_networks.tsv"))
