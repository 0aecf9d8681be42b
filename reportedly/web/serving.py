"""A ledger and how to show it in, a desk that answers until it is stopped out."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError, MissingError
from reportedly.ledger import Ledger

if TYPE_CHECKING:
    from reportedly.web.desk import Desk

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """How a desk is shown: at which address, and to whom. ``port`` 0 takes any that is free. ``names`` are further
    names under which browsers may reach it, ``token`` the access token (one is made where the address is not this
    machine's own alone). ``fetching`` and ``private`` say which pages of the web the desk may read when asked to."""

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    token: str | None = None
    fetching: bool = True
    private: bool = False
    workers: int = 1

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(ledger: Ledger, name: str, serving: Serving, *, ready: Say) -> None:
    """Shows the ledger until the program is stopped; ``ready`` is told the address once it answers.

    Raises MissingError where the parts for it are not installed, InputError where the address cannot be had.
    """
    uvicorn = _uvicorn()
    from reportedly.web.application import application

    made = desk(ledger, name, serving)
    with _listening(serving) as listening:
        config = uvicorn.Config(
            application(made),
            log_level="warning",
            access_log=False,  # addresses can hold the access token
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=64 * 1024,
        )
        ready(address(serving, listening.getsockname()[1], made.rules.access))
        uvicorn.Server(config).run(sockets=[listening])
        made.jobs.drop()


def desk(ledger: Ledger, name: str, serving: Serving) -> Desk:
    """The desk, with a new token for changes."""
    from reportedly.web.answers import hiding
    from reportedly.web.desk import Desk
    from reportedly.web.guard import Rules
    from reportedly.web.jobs import Jobs
    from reportedly.web.page import Page
    from reportedly.web.weighing import Weighing

    rules = Rules(
        token=token_urlsafe(24),
        names=frozenset(known.lower() for known in (serving.host, *serving.names)),
        addresses=not serving.local,
        access=serving.token or (None if serving.local else token_urlsafe(24)),
    )
    return Desk(
        ledger=ledger,
        name=name,
        rules=rules,
        jobs=Jobs(telling=hiding(ledger.store.where, name)),
        page=Page(),
        weighing=Weighing(ledger),
        fetching=serving.fetching,
        private=serving.private,
        workers=serving.workers,
    )


def address(serving: Serving, port: int, access: str | None) -> str:
    """What to open in a browser."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(serving.host, serving.host)
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{shown}:{port}/" + (f"?token={access}" if access else "")


def _uvicorn() -> Any:
    try:
        import fastapi  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn
    except ImportError:
        raise MissingError(
            "the desk needs parts that are not installed", mend="pip install 'reportedly[desk]'", code="no-desk"
        ) from None
    return uvicorn


def _listening(serving: Serving) -> socket.socket:
    """A socket that is bound and can be reached only as asked for."""
    try:
        family = socket.getaddrinfo(serving.host, serving.port, type=socket.SOCK_STREAM)[0][0]
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise _unreachable(serving, error) from error
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((serving.host, serving.port))
        made.listen(128)
    except OSError as error:
        made.close()
        raise _unreachable(serving, error) from error
    return made


def _unreachable(serving: Serving, error: OSError) -> InputError:
    return InputError(
        f"this address cannot be served: {error.strerror or error}",
        where=f"{serving.host}:{serving.port}",
        mend="leave --port out, and one that is free is taken",
        code="address-taken",
    )
