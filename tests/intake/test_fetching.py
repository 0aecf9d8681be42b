"""Pages of the web: what is fetched, and what is refused. A real server on this machine answers."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reportedly.errors import InputError
from reportedly.intake import addresses
from reportedly.intake.addresses import public
from reportedly.intake.fetching import Fetching, fetch

OPEN = Fetching(private=True, seconds=5)
PAGE = b"<html><body><p>Two people were killed in Kolm.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A site with pages of every kind. ``asked`` keeps the Host headers that it saw."""

    asked: list[str] = []  # noqa: RUF012 - one for all requests, on purpose

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"])
        getattr(self, "page_" + self.path.strip("/").partition("?")[0].partition("/")[0].replace("-", "_"))()

    def page_plain(self) -> None:
        self._answer(200, PAGE)

    def page_packed(self) -> None:
        self._answer(200, gzip.compress(PAGE), ("Content-Encoding", "gzip"))

    def page_bomb(self) -> None:
        self._answer(200, gzip.compress(bytes(2**23)), ("Content-Encoding", "gzip"))

    def page_picture(self) -> None:
        self._answer(200, b"\x89PNG", kind="image/png")

    def page_missing(self) -> None:
        self._answer(404, PAGE)

    def page_large(self) -> None:
        self._answer(200, b"x" * 200_000)

    def page_moved(self) -> None:
        self._answer(302, b"", ("Location", "/plain"))

    def page_round(self) -> None:
        self._answer(302, b"", ("Location", "/round"))

    def page_away(self) -> None:
        self._answer(302, b"", ("Location", "http://169.254.169.254/latest/meta-data/"))

    def page_file(self) -> None:
        self._answer(302, b"", ("Location", "file:///etc/passwd"))

    def page_slow(self) -> None:
        self._head(200, "text/html")
        for _ in range(100):
            time.sleep(0.1)
            self.wfile.write(b"x")
            self.wfile.flush()

    def page_endless(self) -> None:
        for _ in range(100):
            time.sleep(0.1)
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" if _ == 0 else b"X-More: x\r\n")
            self.wfile.flush()

    def _head(self, status: int, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", f"{kind}; charset=utf-8"), *more):
            self.send_header(name, value)
        self.end_headers()

    def _answer(self, status: int, content: bytes, *more: tuple[str, str], kind: str = "text/html") -> None:
        self._head(status, kind, *more)
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests are quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The site's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("page", ["plain", "packed", "moved", "plain?a=b#c", "plain/ö x"])
def test_a_page_is_fetched(site: str, page: str) -> None:
    found = fetch(f"{site}/{page}", OPEN)
    assert found.content == PAGE
    assert found.media_type == "text/html"


def test_the_address_in_the_end_is_kept(site: str) -> None:
    assert fetch(f"{site}/moved", OPEN).url == f"{site}/plain"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("picture", "fetch-kind"),
        ("missing", "fetch-status"),
        ("round", "fetch-redirects"),
        ("file", "fetch-url"),
        ("large", "fetch-large"),
        ("bomb", "fetch-large"),
        ("slow", "fetch-slow"),
        ("endless", "fetch-slow"),
    ],
)
def test_what_is_no_fit_page_is_refused(site: str, page: str, code: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError) as refused:
        fetch(f"{site}/{page}", Fetching(private=True, seconds=1, most=100_000))
    assert refused.value.code == code
    assert refused.value.mend
    assert time.monotonic() - start < 4


def test_a_page_of_this_machine_is_refused_unless_allowed(site: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(f"{site}/plain")
    assert refused.value.code == "fetch-private"


def test_a_redirect_is_looked_at_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for a public one; the one that it leads to does not."""
    monkeypatch.setattr(addresses, "public", lambda address: address == ip_address("127.0.0.1"))
    with pytest.raises(InputError) as refused:
        fetch(f"{site}/away")
    assert refused.value.code == "fetch-private" and "169.254.169.254" in refused.value.what


def test_a_name_is_looked_up_once(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to another machine the second time is asked once, and the connection goes where it was said
    to lead; the site still hears the name."""
    port, looked = int(site.rpartition(":")[2]), []

    def lookup(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    assert fetch(f"http://rebound.example:{port}/plain", OPEN).content == PAGE
    assert looked == ["rebound.example"]
    assert Site.asked[-1] == f"rebound.example:{port}"


def test_one_address_that_is_not_public_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)
    with pytest.raises(InputError) as refused:
        fetch("http://two.example/")
    assert refused.value.code == "fetch-private"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_certificate_must_be_vouched_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    made += ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    try:
        with pytest.raises(InputError) as unknown:
            fetch(f"https://localhost:{port}/plain", OPEN)
        monkeypatch.setenv("SSL_CERT_FILE", certificate)
        assert fetch(f"https://localhost:{port}/plain", OPEN).content == PAGE
        with pytest.raises(InputError) as misnamed:
            fetch(f"https://127.0.0.1:{port}/plain", OPEN)
    finally:
        server.shutdown()
        server.server_close()
    assert unknown.value.code == misnamed.value.code == "fetch-tls"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "gopher://example.org/",
        "javascript:alert(1)",
        "example.org",
        "",
        "http://",
        "http://user:secret@example.org/",
        "http://exa mple.org:99999/",
        "http://[::1",
    ],
)
def test_only_plain_addresses_of_pages_are_fetched(url: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(url)
    assert refused.value.code in ("fetch-url", "fetch-host")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
    ],
)
def test_addresses_of_this_machine_and_its_network_are_refused(url: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(url, Fetching(seconds=2))
    assert refused.value.code == "fetch-private"


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("192.0.2.1", False),
        ("ff02::1", False),
        ("::", False),
        ("::10.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2001:db8::1", False),
    ],
)
def test_what_is_public(address: str, is_public: bool) -> None:
    assert public(ip_address(address)) is is_public


def test_the_next_address_is_tried_where_one_does_not_answer(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("127.0.0.2", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)
    assert fetch(f"http://two.example:{port}/plain", OPEN).content == PAGE


def test_a_host_that_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(InputError) as refused:
        fetch("https://no-such-host.example/")
    assert refused.value.code == "fetch-host" and "no-such-host.example" in refused.value.what
