"""The address of a web page in, its bytes out; or why they are not fetched.

A person types the address, or pastes what somebody sent, so it is not trusted: it may name a service of this machine
or its network that trusts whoever can reach it. Only http and https are spoken, a name is looked up once and the
connection goes to the address that was looked at (so that a name cannot lead elsewhere the second time), every
redirect is looked at anew, and bytes, seconds and kinds of content are limited.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from time import monotonic
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from reportedly import __version__
from reportedly.errors import InputError

Address = IPv4Address | IPv6Address

KINDS = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/rss+xml",
        "application/atom+xml",
        "application/xml",
        "text/xml",
    }
)
"""Kinds of content that reports are read from."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_PIECE = 2**16
_HEADERS = {
    "User-Agent": f"reportedly/{__version__} (one page, asked for by a person)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/rss+xml;q=0.8,application/atom+xml;q=0.8",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """What is fetched at most: bytes (as they are after unpacking), seconds from the first word to the last, and
    redirects. ``private`` allows addresses that are not of the public internet."""

    most: int = 16 * 2**20
    seconds: float = 30.0
    redirects: int = 5
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page: the address that it came from in the end, the kind of its content and its bytes."""

    url: str
    media_type: str
    content: bytes


def fetch(url: str, limits: Fetching | None = None) -> Fetched:
    """The page at an address. Raises InputError that says what hindered it."""
    limits = limits or Fetching()
    until = monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        target = _target(url)
        with _answered(target, limits, until) as answer:
            if answer.status not in _MOVED:
                return _taken(answer, target, limits, until)
            onward = urljoin(url, answer.headers.get("Location", "")).partition("#")[0]
        if target.secure and urlsplit(onward).scheme.lower() == "http":
            raise _refused(
                url, "the page leads from https to http", "open it in a browser and save it", "fetch-downgrade"
            )
        url = onward
    raise _refused(
        url, f"more than {limits.redirects} redirects", "give the address that they end at", "fetch-redirects"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """An address taken apart: ``path`` with its query."""

    url: str
    secure: bool
    host: str
    port: int
    path: str


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise _refused(
            url, "this is no address of a page", "give one as https://example.org/page", "fetch-url"
        ) from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _refused(url, "only http and https pages are fetched", "give an address as https://…", "fetch-url")
    if parts.username is not None or parts.password is not None:
        raise _refused(url, "an address with a password in it is not fetched", "save the page to a file", "fetch-url")
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or any(c <= " " or c == "\x7f" for c in path):
        path = "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in path)
    return _Target(
        url=url.strip(),
        secure=secure,
        host=_ascii(parts.hostname, url),
        port=port or (443 if secure else 80),
        path=path,
    )


def _ascii(host: str, url: str) -> str:
    """The host as name servers know it."""
    try:
        return host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _refused(url, "the host is no name", "look at the address", "fetch-url") from None


def public(address: Address) -> bool:
    """Whether an address is one of the public internet, also when it wears another's clothes (v4 in v6, 6to4, Teredo,
    NAT64)."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return public(inner)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local
    )


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    packed = address.packed
    if packed[:12] in (bytes.fromhex("0064ff9b0000000000000000"), bytes(12)) and int(address) > 1:
        return IPv4Address(packed[12:])
    return None


def _looked_up(target: _Target, limits: Fetching) -> tuple[socket.AddressFamily, str]:
    """The address of a host; one that is not public refuses the host, whatever its others are."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "no such name"
        raise _refused(
            target.url, f"the host {target.host} cannot be found: {why}", "look at the address", "fetch-host"
        ) from error
    for _, _, _, _, where in found:
        if not limits.private and not public(ip_address(str(where[0]).partition("%")[0])):
            raise _refused(
                target.url,
                f"{target.host} is not on the public internet ({where[0]})",
                "save the page to a file and read that",
                "fetch-private",
            )
    family, _, _, _, where = found[0]
    return family, str(where[0])


@contextmanager
def _answered(target: _Target, limits: Fetching, until: float) -> Iterator[HTTPResponse]:
    """The head of the answer; the connection is closed afterwards, and cut when the time is over."""
    family, address = _looked_up(target, limits)
    joined = _connected(target, family, address, until)
    watch = Timer(max(0.0, until - monotonic()), _cut, [joined])
    watch.daemon = True
    watch.start()
    connection = _spoken(target, joined, until)
    try:
        connection.request("GET", target.path, headers=_HEADERS, preload_content=False, decode_content=True)
        answer = connection.getresponse()
        assert isinstance(answer, HTTPResponse)
        yield answer
    except (HTTPError, OSError, ssl.SSLError, ValueError) as error:
        raise _broken(target, error, until, limits) from error
    finally:
        watch.cancel()
        connection.close()
        joined.close()


def _connected(target: _Target, family: socket.AddressFamily, address: str, until: float) -> socket.socket:
    joined = socket.socket(family, socket.SOCK_STREAM)
    joined.settimeout(max(0.1, until - monotonic()))
    try:
        joined.connect((address, target.port))
    except OSError as error:
        joined.close()
        why = error.strerror or "no answer in time"
        raise _refused(
            target.url, f"{target.host} does not answer: {why}", "try again later", "fetch-failed"
        ) from error
    return joined


def _cut(joined: socket.socket) -> None:
    """End a connection, whatever waits on it."""
    try:
        joined.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _spoken(target: _Target, joined: socket.socket, until: float) -> HTTPConnection:
    """A connection over a socket that is there, so that no name is looked up again. Certificates are checked for the
    name."""
    seconds = max(0.1, until - monotonic())
    made: HTTPConnection
    if target.secure:
        made = HTTPSConnection(target.host, target.port, timeout=seconds, ssl_context=ssl.create_default_context())
    else:
        made = HTTPConnection(target.host, target.port, timeout=seconds)
    made._new_conn = lambda: joined  # type: ignore[method-assign]
    return made


def _taken(answer: HTTPResponse, target: _Target, limits: Fetching, until: float) -> Fetched:
    if monotonic() > until:  # the head may have been cut
        raise _slow(target, limits)
    if answer.status != 200:
        raise _refused(
            target.url, f"the site answers {answer.status}", "open it in a browser and save it", "fetch-status"
        )
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise _refused(
            target.url, f"this is no page but {kind or 'of no stated kind'}"[:120], "save it to a file", "fetch-kind"
        )
    return Fetched(url=target.url, media_type=kind, content=_bytes(answer, target, limits, until))


def _bytes(answer: HTTPResponse, target: _Target, limits: Fetching, until: float) -> bytes:
    found = bytearray()
    while piece := answer.read1(_PIECE, decode_content=True):
        found += piece
        if len(found) > limits.most:
            size = f"{limits.most // 2**20} MiB"
            raise _refused(target.url, f"the page is larger than {size}", "save it to a file", "fetch-large")
        if monotonic() > until:
            raise _slow(target, limits)
    if monotonic() > until:  # the connection was cut
        raise _slow(target, limits)
    return bytes(found)


def _broken(target: _Target, error: Exception, until: float, limits: Fetching) -> InputError:
    if monotonic() > until:
        return _slow(target, limits)
    if isinstance(error, ssl.SSLError) or "certificate" in str(error).lower():
        return _refused(
            target.url, f"the certificate of {target.host} is not good", "look at it in a browser", "fetch-tls"
        )
    return _refused(target.url, f"the page breaks off: {type(error).__name__}", "try again later", "fetch-failed")


def _slow(target: _Target, limits: Fetching) -> InputError:
    return _refused(target.url, f"the page took longer than {limits.seconds:g} s", "save it to a file", "fetch-slow")


def _refused(url: str, what: str, mend: str, code: str) -> InputError:
    return InputError(what, where=url[:200], mend=mend, code=code)
