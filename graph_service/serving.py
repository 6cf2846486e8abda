"""Runs the service: one process in the foreground, or several workers on one port."""

import gc
import os
import socket

from fastapi import FastAPI

from graph_service.embedded import Running, ensure
from graph_service.errors import Conflict
from graph_service.graph import ServerAddress, Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Silent, Steps
from graph_service.settings import Settings, read_settings

_LOOP = "uvloop"


def prepared(settings: Settings, steps: Steps | None = None) -> Running:
    """Return a running Neo4j whose schema is the present one; refuse a port that is taken before anything starts."""
    require_port(settings)
    running = ensure(settings, steps or Silent())
    with Writer(running, settings.neo4j_database) as writer:
        migrate(writer, fingerprint_of(settings.read_uid_key()))
    return running


def require_port(settings: Settings) -> None:
    """Return when the port can be listened on, or refuse with the reason."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise Conflict(
                f"port {settings.port} cannot be listened on ({reason})", settings.host, "give another one with --port"
            ) from error


def run(settings: Settings, target: ServerAddress) -> None:
    """Serve until interrupted."""
    import uvicorn

    if settings.workers == 1:
        from graph_service.app import create_app

        serve_app(create_app(settings, target), settings)
        return
    # Workers are other processes: what this one knows of the graph reaches them by the environment.
    os.environ |= {
        "LEADLINK_NEO4J_URI": target.uri,
        "LEADLINK_NEO4J_USER": target.user,
        "LEADLINK_NEO4J_PASSWORD": target.password,
    }
    uvicorn.run(
        "graph_service.serving:worker_app", factory=True, host=settings.host, port=settings.port, loop=_LOOP,
        workers=settings.workers, log_level="warning", access_log=False,
    )  # fmt: skip


def serve_app(app: FastAPI, settings: Settings) -> None:
    """Serve one application in this process until interrupted."""
    import uvicorn

    spare_garbage()
    uvicorn.run(app, host=settings.host, port=settings.port, loop=_LOOP, log_level="warning", access_log=False)


def worker_app() -> object:
    """Return the service for one worker process, its settings from the environment."""
    from graph_service.app import create_app

    app = create_app(read_settings())
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
