"""The address of a web page in, taken apart and looked up: only http and https, only hosts of the public internet."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from reportedly.errors import InputError

Address = IPv4Address | IPv6Address
Found = tuple[socket.AddressFamily, str]
"""A kind of address, and one of that kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart: ``path`` with its query."""

    url: str
    secure: bool
    host: str
    port: int
    path: str


def target_of(url: str) -> Target:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise refused(
            url, "this is no address of a page", "give one as https://example.org/page", "fetch-url"
        ) from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise refused(url, "only http and https pages are fetched", "give an address as https://…", "fetch-url")
    if parts.username is not None or parts.password is not None:
        raise refused(url, "an address with a password in it is not fetched", "save the page to a file", "fetch-url")
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or any(c <= " " or c == "\x7f" for c in path):
        path = "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in path)
    return Target(
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
        raise refused(url, "the host is no name", "look at the address", "fetch-url") from None


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


def looked_up(target: Target, *, private: bool) -> tuple[Found, ...]:
    """The addresses of a host, each checked; one that is not public refuses the host, whatever its others are, unless
    ``private`` allows it."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "no such name"
        raise refused(
            target.url, f"the host {target.host} cannot be found: {why}", "look at the address", "fetch-host"
        ) from error
    for _, _, _, _, where in found:
        if not private and not public(ip_address(str(where[0]).partition("%")[0])):
            raise refused(
                target.url,
                f"{target.host} is not on the public internet ({where[0]})",
                "save the page to a file and read that",
                "fetch-private",
            )
    return tuple((family, str(where[0])) for family, _, _, _, where in found)


def refused(url: str, what: str, mend: str, code: str) -> InputError:
    """Why a page is not fetched."""
    return InputError(what, where=url[:200], mend=mend, code=code)
