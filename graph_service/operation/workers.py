"""Several workers on one socket: started together, replaced when they die, none left behind when their supervisor is gone."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from socket import socket

from uvicorn.supervisors.multiprocess import Process

from graph_service.operation.parent import end_with
from graph_service.operation.wire import ServerConfig

START_SECONDS = 120.0
FAULT = 70  # exit code of a fault of the software
_LOOK_SECONDS = 0.5
_LONGEST_WAIT = 60.0
_END_SECONDS = 25.0
_log = logging.getLogger("leadlink.serve")


class Worker(Process):
    """One process that serves; it ends with the supervisor, and its children do not inherit its socket."""

    def __init__(self, config: ServerConfig, sockets: list[socket]) -> None:
        self._supervisor = os.getpid()
        super().__init__(config, sockets)

    def target(self, sockets: list[socket] | None = None) -> None:
        """Serve until ended."""
        end_with(self._supervisor)
        for each in sockets or ():
            each.set_inheritable(False)
        super().target(sockets)


@dataclass
class Place:
    """The place of one worker, and how long to wait before the next one is put there."""

    worker: Worker
    since: float
    wait: float = 0.0
    again_at: float | None = None


class Workers:
    """The workers of one service."""

    def __init__(self, config: ServerConfig, listener: socket, number: int) -> None:
        self._config = config
        self._listener = listener
        self._number = number
        self._places: list[Place] = []
        self._over = threading.Event()
        self._asked = 0  # the signal that ends the service

    def run(self, ready: Callable[[], None]) -> int:
        """Serve until a signal comes and return the exit code; a worker that cannot start ends everything at once."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._end_on)
        try:
            self._places = [Place(self._start(), time.monotonic()) for _ in range(self._number)]
            for place in self._places:
                if not place.worker.wait_until_ready(START_SECONDS, self._over) and not self._over.is_set():
                    return self._refusal(place.worker)
            if not self._over.is_set():
                ready()
            while not self._over.wait(_LOOK_SECONDS):
                for place in self._places:
                    self._look_after(place)
            return 128 + signal.SIGTERM if self._asked == signal.SIGTERM else 0
        finally:
            self._end()

    def _end_on(self, asked: int, _frame: object) -> None:
        self._asked = asked
        self._over.set()

    def _start(self) -> Worker:
        worker = Worker(self._config, [self._listener])
        worker.start()
        return worker

    def _refusal(self, worker: Worker) -> int:
        worker.process.join(_LOOK_SECONDS)
        # 2 is a refusal, which the worker has told; everything else is a fault of ours.
        return 2 if worker.exitcode == 2 else FAULT

    def _look_after(self, place: Place) -> None:
        if place.again_at is None:
            if place.worker.is_alive():
                return
            place.worker.kill()
            place.worker.join()
            short = time.monotonic() - place.since < _LONGEST_WAIT
            place.wait = min(_LONGEST_WAIT, place.wait * 2 or 1.0) if short else 0.0
            place.again_at = time.monotonic() + place.wait
            code, wait = place.worker.exitcode, place.wait
            _log.warning("worker %s ended with %s; another one starts in %.0f s", place.worker.pid, code, wait)
        if time.monotonic() >= place.again_at:
            place.worker, place.since, place.again_at = self._start(), time.monotonic(), None

    def _end(self) -> None:
        alive = [place.worker for place in self._places if place.worker.process.is_alive()]
        for worker in alive:
            worker.terminate()
        until = time.monotonic() + _END_SECONDS
        for worker in alive:
            worker.process.join(max(0.0, until - time.monotonic()))
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
