"""HTTP connections with limits of time, size and number: a slow or silent client costs nobody else an answer."""

import asyncio
import resource
from dataclasses import dataclass
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.server import ServerState

from graph_service.settings import Settings

_HEAD_BYTES = 64 * 1024
_KEPT_DESCRIPTORS = 96  # for Neo4j, files, loads: what a worker opens beside the connections of its clients
_FEWEST = 16
_LAST_SECONDS = 10  # for what is being answered when the service ends


@dataclass(frozen=True)
class Limits:
    """How long a head and a body may take, and how many connections one process keeps."""

    head_seconds: float
    body_seconds: float
    connections: int

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """Return the limits of the settings, with no more connections than this process may have descriptors for."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = settings.most_connections + _KEPT_DESCRIPTORS
        if soft != resource.RLIM_INFINITY and soft < wanted:
            soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        open_to_clients = settings.most_connections if soft == resource.RLIM_INFINITY else soft - _KEPT_DESCRIPTORS
        connections = max(_FEWEST, min(settings.most_connections, open_to_clients))
        return cls(settings.head_seconds, settings.body_seconds, connections)


class Connection(HttpToolsProtocol):
    """One connection: its head, its body and the reading of its answer each have a time in which they must move."""

    def __init__(
        self,
        config: "ServerConfig",
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.limits = config.limits
        self._wait: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._in_head = True
        self._in_body = False
        self._is_websocket = False
        self._head_bytes = 0

    @property
    def is_idle(self) -> bool:
        """Return whether nobody works on a request of this connection."""
        return self.cycle is None or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection, in the place of the longest idle one when there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections and not self._make_room():
            self._refuse(503, "there are too many connections; try again in a moment")
            return
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what the client sent; a head that never ends in size or time is refused."""
        if self.transport.is_closing():
            return
        self._head_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing() or self._is_websocket:
            return
        if self._wait is None and self.is_idle and self.timeout_keep_alive_task is None:
            self._await_head()  # it sent something, so the time between two requests is over
        if not self._in_head:
            self._head_bytes = 0
        elif self._head_bytes > _HEAD_BYTES:
            self._refuse(431, "the head of the request is too long")

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head = True
        if self._wait is None:
            self._await_head()

    def on_headers_complete(self) -> None:
        """Let the application begin; the body has its own time."""
        self._stop_waiting()
        self._in_head, self._in_body = False, True
        self._wait = self.loop.call_later(self.limits.body_seconds, self._late)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait no more: the request is here."""
        self._stop_waiting()
        self._in_head, self._in_body = False, False
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection to the WebSocket, which has its own times."""
        self._stop_waiting()
        self._is_websocket = True
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        """Give the client time to read on."""
        super().pause_writing()
        self._unread = self.loop.call_later(self.limits.body_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Write on."""
        if self._unread:
            self._unread.cancel()
            self._unread = None
        super().resume_writing()

    def _await_head(self) -> None:
        self._in_head = True
        self._wait = self.loop.call_later(self.limits.head_seconds, self._late)

    def _stop_waiting(self) -> None:
        if self._wait:
            self._wait.cancel()
            self._wait = None

    def _late(self) -> None:
        self._wait = None
        if self.flow.read_paused or (self._in_head and not self.is_idle):
            # It is we who do not read on: a request sent ahead waits until the one before it is answered.
            self._wait = self.loop.call_later(self.limits.head_seconds, self._late)
        elif self._in_body and self.cycle and self.cycle.response_started:
            self.transport.close()
        else:
            self._refuse(408, "the request took too long to arrive")

    def _make_room(self) -> bool:
        idle = (each for each in self.connections if isinstance(each, Connection) and each.is_idle and each is not self)
        oldest = min(idle, key=lambda each: each._wait.when() if each._wait else 0.0, default=None)
        if oldest is None:
            return False
        self.connections.discard(oldest)
        oldest.transport.abort()
        return True

    def _refuse(self, status: int, what: str) -> None:
        self._stop_waiting()
        body = b'{"errors":[{"message":"%s","extensions":{"code":"LIMIT_EXCEEDED"}}]}' % what.encode()
        head = b"content-type: application/json\r\nconnection: close\r\ncontent-length: %d\r\n\r\n" % len(body)
        self.transport.write(STATUS_LINE[status] + head + body)
        self.transport.close()


class ServerConfig(Config):
    """The server's configuration, with the limits of its connections; it travels to workers as it is."""

    def __init__(self, app: Any, settings: Settings) -> None:
        super().__init__(
            app,
            factory=isinstance(app, str),
            http=Connection,
            loop="uvloop",
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=settings.keep_alive_seconds,
            timeout_graceful_shutdown=_LAST_SECONDS,
            ws_max_size=_HEAD_BYTES * 4,
        )
        self.limits = Limits.of(settings)
