"""Runs the service: what is wrong ends it before anything starts; then one process, or several workers on one socket."""

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI

from graph_service.bolt import bound
from graph_service.cypher.files import query
from graph_service.embedded import Running, ensure
from graph_service.errors import BadInput, Conflict, GraphServiceError, told
from graph_service.graph import ServerAddress, Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Silent, Steps
from graph_service.settings import Settings, read_settings

if TYPE_CHECKING:
    from uvicorn import Server

    from graph_service.operation.wire import ServerConfig

_BACKLOG = 1024
_TERMINATED = 128 + signal.SIGTERM


def prepared(settings: Settings, steps: Steps | None = None) -> Running:
    """Return a running Neo4j whose schema is the present one, for settings that `require_settings` has let pass."""
    running = ensure(settings, steps or Silent())
    try:
        with Writer(running, settings.neo4j_database) as writer:
            migrate(writer, fingerprint_of(settings.read_uid_key()))
    except BaseException:
        running.close()
        raise
    return running


def begin_journal(settings: Settings, target: ServerAddress) -> None:
    """Have changes noted from now on: what was loaded before the service first answered is no news."""
    with Writer(target, settings.neo4j_database) as writer:
        writer.run_write(query("changes/begin").body)


def require_settings(settings: Settings) -> None:
    """Refuse settings with which no worker could serve, with the reason."""
    from graph_service.api.gate.installed import gate_of
    from graph_service.rights.viewer import Tokens

    if not settings.demo and settings.oidc_issuer is None:
        what = "there is no OIDC issuer, so nobody could ask"
        mend = "set LEADLINK_OIDC_ISSUER and LEADLINK_OIDC_JWKS_FILE or LEADLINK_OIDC_JWKS_URL, or LEADLINK_DEMO=true to try things"
        raise BadInput(what, "LEADLINK_OIDC_ISSUER", mend)
    if not settings.access_log and not settings.demo:
        what = "the access log is turned off, which demo mode alone may do"
        raise BadInput(what, "LEADLINK_ACCESS_LOG", "unset it")
    gate_of(settings)
    settings.read_uid_key()
    Tokens(settings).require_keys()
    for name, folder in (("LEADLINK_SOURCES", settings.sources), ("LEADLINK_DATA", settings.data)):
        if folder is not None and not folder.is_dir():
            raise BadInput(f"{name} is no folder", str(folder), "give a folder that exists, or unset it")
    if settings.sources is not None and settings.data is None:
        raise BadInput("LEADLINK_SOURCES is set, but LEADLINK_DATA is not", "settings", "set both, or neither")


def listen_at(settings: Settings) -> socket.socket:
    """Return a socket that is bound to the address of the settings, IPv4 or IPv6, or refuse it with the reason."""
    try:
        return bound(settings.port, settings.host)
    except OSError as error:
        raise _taken(settings, error) from error


def url_of(listener: socket.socket) -> str:
    """Return the address at which a client of this machine reaches the socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(settings: Settings, target: ServerAddress, listener: socket.socket) -> None:
    """Serve until interrupted; say that the service answers once it does."""

    begin_journal(settings, target)

    def ready() -> None:
        print(f"leadlink answers at {url_of(listener)}/graphql", flush=True)

    if settings.workers == 1:
        from graph_service.app import create_app

        serve_app(create_app(settings, target), settings, listener, ready)
        return
    from graph_service.api.requests import shared_counts
    from graph_service.operation.wire import ServerConfig
    from graph_service.operation.workers import Workers

    # Workers are other processes: what this one knows of the graph reaches them by the environment.
    os.environ |= {
        "LEADLINK_NEO4J_URI": target.uri,
        "LEADLINK_NEO4J_USER": target.user,
        "LEADLINK_NEO4J_PASSWORD": target.password,
    }
    with shared_counts(settings), _listening(settings, listener):
        config = ServerConfig("graph_service.serving:worker_app", settings)
        if code := Workers(config, listener, settings.workers).run(ready):
            raise SystemExit(code)


def serve_app(
    app: FastAPI, settings: Settings, listener: socket.socket, ready: Callable[[], None] = lambda: None
) -> None:
    """Serve one application in this process until interrupted."""
    from graph_service.operation.wire import ServerConfig

    spare_garbage()
    with _listening(settings, listener), contextlib.suppress(KeyboardInterrupt):
        _server(ServerConfig(app, settings), ready).run([listener])


def _server(config: "ServerConfig", ready: Callable[[], None]) -> "Server":
    import uvicorn

    class Telling(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    return Telling(config)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Have a SIGTERM leave the block as an exception does, so that what was begun in it is ended."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def worker_app() -> FastAPI:
    """Return the service for one worker process, its settings from the environment."""
    from graph_service.app import create_app

    try:
        app = create_app(read_settings())
    except GraphServiceError as error:
        print(told(error), file=sys.stderr, flush=True)
        raise SystemExit(2) from error
    spare_garbage()
    return app


def spare_garbage() -> None:
    """Have the collector look less often, and never at what a server keeps for good.

    An answer of a thousand rows makes thousands of objects that reference counting frees by itself; looking through them
    for cycles took a quarter of a long list's time. Much larger numbers would pile up work for pauses that short answers feel.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(4_000, 20, 50)


@contextmanager
def _listening(settings: Settings, listener: socket.socket) -> Iterator[None]:
    with listener:
        try:
            listener.listen(_BACKLOG)
        except OSError as error:
            raise _taken(settings, error) from error
        yield


def _taken(settings: Settings, error: OSError) -> Conflict:
    reason = error.strerror or str(error)
    what = f"port {settings.port} cannot be listened on ({reason})"
    return Conflict(what, settings.host, "give another one with --port, or another address with --host")
