"""The address of a web page in, its bytes out; or why they are not fetched.

A person types the address, or pastes what somebody sent, so it is not trusted: it may name a service of this machine
or its network that trusts whoever can reach it. Only http and https are spoken, a name is looked up once and the
connection goes to the address that was looked at (so that a name cannot lead elsewhere the second time), every
redirect is looked at anew, and bytes, seconds and kinds of content are limited.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from time import monotonic
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from reportedly import __version__
from reportedly.errors import InputError
from reportedly.intake.addresses import Found, Target, looked_up, refused, target_of

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
        target = target_of(url)
        with _answered(target, limits, until) as answer:
            if answer.status not in _MOVED:
                return _taken(answer, target, limits, until)
            onward = urljoin(url, answer.headers.get("Location", "")).partition("#")[0]
        if target.secure and urlsplit(onward).scheme.lower() == "http":
            raise refused(
                url, "the page leads from https to http", "open it in a browser and save it", "fetch-downgrade"
            )
        url = onward
    raise refused(
        url, f"more than {limits.redirects} redirects", "give the address that they end at", "fetch-redirects"
    )


@contextmanager
def _answered(target: Target, limits: Fetching, until: float) -> Iterator[HTTPResponse]:
    """The head of the answer; the connection is closed afterwards, and cut when the time is over."""
    joined = _connected(target, looked_up(target, private=limits.private), until)
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


def _connected(target: Target, found: Sequence[Found], until: float) -> socket.socket:
    """A connection to the first of the addresses that answers."""
    why = "no answer in time"
    for family, address in found:
        joined = socket.socket(family, socket.SOCK_STREAM)
        joined.settimeout(max(0.1, until - monotonic()))
        try:
            joined.connect((address, target.port))
        except OSError as error:
            joined.close()
            why = error.strerror or why
        else:
            return joined
    raise refused(target.url, f"{target.host} does not answer: {why}", "try again later", "fetch-failed")


def _cut(joined: socket.socket) -> None:
    """End a connection, whatever waits on it."""
    try:
        joined.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _spoken(target: Target, joined: socket.socket, until: float) -> HTTPConnection:
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


def _taken(answer: HTTPResponse, target: Target, limits: Fetching, until: float) -> Fetched:
    if monotonic() > until:  # the head may have been cut
        raise _slow(target, limits)
    if answer.status != 200:
        raise refused(
            target.url, f"the site answers {answer.status}", "open it in a browser and save it", "fetch-status"
        )
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise refused(
            target.url, f"this is no page but {kind or 'of no stated kind'}"[:120], "save it to a file", "fetch-kind"
        )
    return Fetched(url=target.url, media_type=kind, content=_bytes(answer, target, limits, until))


def _bytes(answer: HTTPResponse, target: Target, limits: Fetching, until: float) -> bytes:
    found = bytearray()
    while piece := answer.read1(_PIECE, decode_content=True):
        found += piece
        if len(found) > limits.most:
            size = f"{limits.most // 2**20} MiB"
            raise refused(target.url, f"the page is larger than {size}", "save it to a file", "fetch-large")
        if monotonic() > until:
            raise _slow(target, limits)
    if monotonic() > until:  # the connection was cut
        raise _slow(target, limits)
    return bytes(found)


def _broken(target: Target, error: Exception, until: float, limits: Fetching) -> InputError:
    if monotonic() > until:
        return _slow(target, limits)
    if isinstance(error, ssl.SSLError) or "certificate" in str(error).lower():
        return refused(
            target.url, f"the certificate of {target.host} is not good", "look at it in a browser", "fetch-tls"
        )
    return refused(target.url, f"the page breaks off: {type(error).__name__}", "try again later", "fetch-failed")


def _slow(target: Target, limits: Fetching) -> InputError:
    return refused(target.url, f"the page took longer than {limits.seconds:g} s", "save it to a file", "fetch-slow")
