"""The guarded fetch, against a server on this machine; the network is never touched."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from dateline.errors import FetchError, FormatError, NotFoundError, TooLargeError
from dateline.reading import addresses, fetch
from dateline.reading.address_parts import parse_url
from dateline.reading.addresses import Address, is_allowed, resolve

PAGE = b"<html><body><p>Talks went on.</p></body></html>"
BOMB = gzip.compress(b"\0" * 60_000_000)


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    seen: list[tuple[str, str]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        host = self.headers["Host"]
        self.seen.append((host, self.path))
        port = self.server.server_address[1]
        path = self.path.split("?")[0]
        if path.startswith("/hop/"):
            left = int(path.rsplit("/", 1)[1])
            self.answer(302, b"", Location=f"/hop/{left - 1}" if left else "/page")
        elif path == "/inward":
            self.answer(302, b"", Location=f"http://inner.example:{port}/page")
        elif path == "/file":
            self.answer(302, b"", Location="file:///etc/passwd")
        elif path == "/gzip":
            self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self.answer(200, BOMB, **{"Content-Encoding": "gzip"})
        elif path == "/cutgzip":
            self.answer(200, gzip.compress(PAGE * 50)[:-20], **{"Content-Encoding": "gzip"})
        elif path == "/brotli":
            self.answer(200, PAGE, **{"Content-Encoding": "br"})
        elif path == "/pdf":
            self.answer(200, PAGE, **{"Content-Type": "application/pdf"})
        elif path == "/huge":
            self.answer(200, PAGE, **{"Content-Length": "30000000"})
        elif path == "/endless":
            self.endless()
        elif path == "/drip":
            self.drip()
        elif path == "/short":
            self.answer(200, PAGE, **{"Content-Length": "1000"})
        elif path == "/gone":
            self.answer(410, b"")
        elif path == "/error":
            self.answer(503, b"")
        else:
            self.answer(200, PAGE)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("Content-Type", "text/html; charset=utf-8")
        headers.setdefault("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x" * 1_000_000)
        except OSError:
            pass

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def server() -> Iterator[int]:
    Handler.seen = []
    machine = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    machine.daemon_threads = True
    thread = threading.Thread(target=machine.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield machine.server_address[1]
    machine.shutdown()
    machine.server_close()
    thread.join()


Answer = tuple[object, ...]
Names = Callable[[dict[str, list[str]]], list[str]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Sets what names resolve to; gives a list that the asked names are added to."""

    def install(table: dict[str, list[str]]) -> list[str]:
        asked: list[str] = []
        real: Callable[..., list[Answer]] = socket.getaddrinfo

        def getaddrinfo(host: str, port: int, *more: object, **rest: object) -> list[Answer]:
            if host[:1].isdigit():  # the connection to an address that was resolved before
                return real(host, port, *more, **rest)
            asked.append(host)
            if host not in table:
                raise socket.gaierror("no such name")
            return [(0, 0, 0, "", (a, port)) for a in table[host]]

        monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
        return asked

    return install


def local(address: Address) -> bool:
    """Stands in for "global" where the server is this machine: only 127.0.0.1 is allowed."""
    return str(address) == "127.0.0.1"


REFUSED = (
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 "
    "224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 192.88.99.1 192.0.0.8 "
    ":: ::1 ::ffff:8.8.8.8 ::ffff:10.0.0.1 ::8.8.8.8 fe80::1 fc00::1 fd12::1 fec0::1 ff02::1 "
    "64:ff9b::a00:1 64:ff9b::808:808 64:ff9b:1::1 2002:a00:1:: 2002:808:808:: 2001:0:1::1 "
    "2001:db8::1 100::1"
)


@pytest.mark.parametrize("text", REFUSED.split(" "))
def test_addresses_that_are_refused(text: str) -> None:
    assert not is_allowed(ip_address(text))


@pytest.mark.parametrize("text", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450::5"])
def test_addresses_that_are_global(text: str) -> None:
    assert is_allowed(ip_address(text))


def test_one_private_address_among_global_ones_refuses_the_name(names: Names) -> None:
    names({"two.example": ["93.184.215.14", "10.0.0.7"]})
    with pytest.raises(FetchError, match=r"two\.example leads to 10\.0\.0\.7.*private"):
        resolve("two.example", 80)


def test_a_scoped_link_local_address_is_refused(names: Names) -> None:
    names({"scoped.example": ["fe80::1%eth0"]})
    with pytest.raises(FetchError, match="link-local"):
        resolve("scoped.example", 80)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_refused_by_whatever_name(server: int, host: str) -> None:
    with pytest.raises(FetchError):
        fetch.fetch(f"http://{host}:{server}/page")
    assert Handler.seen == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/x", "only http and https"),
        ("gopher://example.org/", "only http and https"),
        ("http:///nohost", "no host"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://example.org:99999/", "not a web address"),
        ("http://[::1/", "not a web address"),
    ],
)
def test_what_is_no_web_address(url: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        parse_url(url)


def test_a_password_is_not_repeated_in_the_message() -> None:
    with pytest.raises(FetchError) as caught:
        parse_url("http://user:secret@example.org/")
    assert "secret" not in str(caught.value)


def test_an_address_is_taken_apart() -> None:
    target = parse_url("HTTPS://Bücher.example:8443/große Straße?q=ä b#part")
    assert (target.scheme, target.host, target.port) == ("https", "xn--bcher-kva.example", 8443)
    assert target.path == "/gro%C3%9Fe%20Stra%C3%9Fe?q=%C3%A4%20b"
    assert target.host_header == "xn--bcher-kva.example:8443"
    assert parse_url("http://[2001:db8::1]/").host_header == "[2001:db8::1]"


def test_no_header_can_be_smuggled_in(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"]})
    url = f"http://news.example:{server}/a\r\nX-Evil: 1\r\n\r\nb"
    assert fetch.fetch(url, allow=local).data == PAGE
    assert len(Handler.seen) == 1


def test_the_name_is_resolved_once_and_sent_along(server: int, names: Names) -> None:
    asked = names({"news.example": ["127.0.0.1"]})
    answer = fetch.fetch(f"http://news.example:{server}/page?x=1", allow=local)
    assert answer.data == PAGE
    assert answer.content_type == "text/html; charset=utf-8"
    assert asked == ["news.example"]
    assert Handler.seen == [(f"news.example:{server}", "/page?x=1")]


def test_the_next_address_is_tried_where_one_does_not_answer(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.2", "127.0.0.1"]})
    answer = fetch.fetch(f"http://news.example:{server}/page", allow=lambda address: True)
    assert answer.data == PAGE


def test_the_environments_proxy_is_not_used(
    server: int, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    names({"news.example": ["127.0.0.1"]})
    assert fetch.fetch(f"http://news.example:{server}/page", allow=local).data == PAGE


def test_redirects_are_followed_to_a_limit(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"]})
    answer = fetch.fetch(f"http://news.example:{server}/hop/4", allow=local)
    assert answer.url == f"http://news.example:{server}/page"
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch.fetch(f"http://news.example:{server}/hop/5", allow=local)


def test_each_redirect_is_checked_again(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"], "inner.example": ["127.0.0.3"]})
    with pytest.raises(FetchError, match=r"inner\.example leads to 127\.0\.0\.3"):
        fetch.fetch(f"http://news.example:{server}/inward", allow=local)
    with pytest.raises(FetchError, match="only http and https"):
        fetch.fetch(f"http://news.example:{server}/file", allow=local)
    assert [path for _, path in Handler.seen] == ["/inward", "/file"]


@pytest.mark.parametrize(
    ("path", "kind", "said"),
    [
        ("bomb", TooLargeError, "unpacks to more than 20"),
        ("huge", TooLargeError, r"30\.0 MB"),
        ("endless", TooLargeError, "more than 20"),
        ("cutgzip", FormatError, "cut off"),
        ("brotli", FetchError, "packed as br"),
        ("pdf", FetchError, "application/pdf"),
        ("short", FetchError, "broke off|of 1,000 bytes"),
        ("gone", NotFoundError, "410"),
        ("error", FetchError, "503"),
    ],
)
def test_answers_that_are_not_taken(
    server: int, names: Names, path: str, kind: type[Exception], said: str
) -> None:
    names({"news.example": ["127.0.0.1"]})
    url = f"http://news.example:{server}/{path}"
    with pytest.raises(kind, match=said) as caught:
        fetch.fetch(url, allow=local)
    assert url in str(caught.value)


def test_a_packed_answer_is_unpacked(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"]})
    assert fetch.fetch(f"http://news.example:{server}/gzip", allow=local).data == PAGE


def test_a_dripping_server_is_given_up(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"]})
    with pytest.raises(FetchError, match=r"within 0\.3 seconds|out of time"):
        fetch.fetch(f"http://news.example:{server}/drip", allow=local, seconds=0.3)


def test_a_resolver_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    wait = threading.Event()

    def getaddrinfo(*args: object, **rest: object) -> list[object]:
        wait.wait(5)
        return []

    monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(FetchError, match=r"within 0\.1 seconds"):
        fetch.fetch("http://slow.example/", seconds=0.1)
    wait.set()


def test_a_certificate_is_asked_for(server: int, names: Names) -> None:
    names({"news.example": ["127.0.0.1"]})
    with pytest.raises(FetchError, match="no answer"):
        fetch.fetch(f"https://news.example:{server}/page", allow=local)
    assert Handler.seen == []


def test_the_certificate_is_checked_against_the_name_not_the_address() -> None:
    pool = fetch._pool(parse_url("https://news.example/"), "127.0.0.1", 5.0)
    assert pool.host == "127.0.0.1"
    assert pool.assert_hostname == "news.example"
    assert pool.conn_kw["server_hostname"] == "news.example"
    assert pool.conn_kw["ssl_context"].check_hostname
    pool.close()


def test_a_redirect_from_https_to_http_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_get", lambda url, allow, end: "http://news.example/plain")
    with pytest.raises(FetchError, match="from https"):
        fetch.fetch("https://news.example/")


def test_a_name_that_does_not_resolve(names: Names) -> None:
    names({})
    with pytest.raises(FetchError, match=r"nowhere\.example: the name could not be resolved"):
        fetch.fetch("http://nowhere.example/")
