"""Requests in, only those let through that come from the desk's own page in the browser of whoever may see it.

A page of another site can make a browser send requests to this machine. So every request must name the desk by a name
that is its own (else a name that leads here for a moment could read it: DNS rebinding), every change must bear the
token that only the desk's page can read and must come from that page, and no other site may embed or read an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from secrets import compare_digest
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.answers import RefusedError

TOKEN = "x-reportedly-token"
"""The header of every change."""

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
API_POLICY = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

_SAFE = frozenset({"GET", "HEAD"})
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the guard lets through. ``names`` are the desk's own names, beside the loopback's; ``addresses`` says that
    any bare address may be named too (it cannot be made to lead elsewhere); ``access`` is the token that opens the
    desk (``None``: open to whoever can reach it), ``token`` the one that every change bears. Bodies are at most
    ``most`` bytes, uploads ``most_upload``."""

    token: str
    names: frozenset[str] = frozenset()
    addresses: bool = False
    access: str | None = None
    most: int = 4 * 2**20
    most_upload: int = 64 * 2**20
    upload: str = "/api/read"

    def room(self, path: str) -> int:
        """Bytes that the body of a request may have."""
        return self.most_upload if path == self.upload else self.most


class Guard:
    """Stands before the application and looks at every request."""

    def __init__(self, app: ASGIApp, *, rules: Rules) -> None:
        self.app, self.rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # the desk speaks nothing else
            await send({"type": "websocket.close", "code": 1008})
            return
        headers, path = Headers(scope=scope), str(scope["path"])
        sealed = _sealed(send, path)
        try:
            answer = self._entered(scope, headers, path)
            room = self.rules.room(path)
            if int(_number(headers.get("content-length"))) > room:
                raise _too_large(room)
        except RefusedError as refusal:
            answer = refusal.answer()
        if answer is not None:
            await answer(scope, receive, sealed)
            return
        await self.app(scope, _counted(receive, room), sealed)

    def _entered(self, scope: Scope, headers: Headers, path: str) -> Response | None:
        """An answer instead of the application's, if there is one. Raises RefusedError."""
        self._known_name(headers)
        opened = self._opened(scope, headers, path)
        if opened is not None:
            return opened
        api = path == "/api" or path.startswith("/api/")
        if api and headers.get("sec-fetch-site") == "cross-site":
            raise RefusedError(403, "another site asks", mend="open the desk itself")
        if str(scope["method"]) not in _SAFE:
            self._own(headers)
        return None

    def _known_name(self, headers: Headers) -> None:
        """DNS rebinding: the name by which the browser reached the desk must be one of its own."""
        named = headers.getlist("host")
        name = _host(named[0]) if len(named) == 1 else None
        known = name is not None and (
            name in _LOCAL or name in self.rules.names or (self.rules.addresses and _is_address(name))
        )
        if not known:
            raise RefusedError(
                421, "the desk is not known by this name", mend="open it by the address that serve printed"
            )

    def _opened(self, scope: Scope, headers: Headers, path: str) -> Response | None:
        """Lets in who bears the access token; one that comes in an address becomes a cookie."""
        access = self.rules.access
        if access is None:
            return None
        query = parse_qsl(str(scope["query_string"], "latin-1"), keep_blank_values=True)
        offered = dict(query).get("token")
        if str(scope["method"]) == "GET" and offered is not None and _same(offered, access):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            answer = RedirectResponse(quote("/" + path.lstrip("/")) + (f"?{rest}" if rest else ""), status_code=303)
            answer.set_cookie(_cookie(scope), access, httponly=True, samesite="strict", path="/")
            return answer
        borne = headers.get("authorization", "").removeprefix("Bearer ")
        kept = cookie_parser(headers.get("cookie", "")).get(_cookie(scope), "")
        if _same(borne, access) or _same(kept, access):
            return None
        if path.startswith("/api/"):
            raise RefusedError(401, "the desk asks for its access token", mend="open the address that serve printed")
        return PlainTextResponse("This desk asks for its access token: open the address that serve printed.\n", 401)

    def _own(self, headers: Headers) -> None:
        """A change must come from the desk's own page."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
            raise RefusedError(403, "another site asks for a change", mend="use the desk's own page")
        if site not in (None, "same-origin", "none"):
            raise RefusedError(403, "another site asks for a change", mend="use the desk's own page")
        if not _same(headers.get(TOKEN, ""), self.rules.token):
            raise RefusedError(
                403, "the request bears no token of this desk", mend=f"load the page anew; programs send {TOKEN}"
            )


def _sealed(send: Send, path: str) -> Send:
    """Adds the headers that keep an answer where it belongs; what a route set itself stays."""
    policy = API_POLICY if path.startswith("/api/") else PAGE_POLICY

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers.setdefault(name, value)
            headers.setdefault("content-security-policy", policy)
        await send(message)

    return sealed


def _counted(receive: Receive, room: int) -> Receive:
    """Gives the body on until it is larger than it said."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > room:  # as the framework's own error, which it lets pass while it reads a body
            raise HTTPException(413, _too_large(room).what)
        return message

    return counted


def _too_large(room: int) -> RefusedError:
    size = f"{room // 2**20} MiB"
    return RefusedError(413, f"more than {size} at once", mend="send less, or read large files with  reportedly read")


def _host(named: str) -> str | None:
    """The name in a Host header without its port."""
    try:
        return (urlsplit(f"//{named}").hostname or "").rstrip(".").lower() or None
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _number(text: str | None) -> str:
    return text if text is not None and text.isdecimal() and len(text) < 19 else "0"


def _same(offered: str, secret: str) -> bool:
    return compare_digest(offered.encode("utf-8", "replace"), secret.encode("utf-8", "replace"))


def _cookie(scope: Mapping[str, object]) -> str:
    """The cookie's name: cookies do not tell ports apart, and one machine may serve several desks."""
    server = scope.get("server")
    port = server[1] if isinstance(server, (tuple, list)) else 0
    return f"reportedly-{port}"
