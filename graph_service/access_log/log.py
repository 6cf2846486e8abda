"""The log as the service writes it: each answer waits until its entry stands there, and none leaves where it cannot."""

import asyncio
import contextlib
import logging
import subprocess
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from graph_service.access_log.anchor import Anchor
from graph_service.access_log.chain import BrokenChain, now
from graph_service.access_log.folder import Bounds, LogFolder
from graph_service.access_log.signing import Head, Signer, read_signer
from graph_service.errors import GraphServiceError, LogUnavailable
from graph_service.settings import Settings

FOLDER = "access_log"
_LOOK_SECONDS = 1.0
_LOCK_SECONDS = 5.0
_MIB = 1024 * 1024
_log = logging.getLogger("leadlink.access_log")


@dataclass(frozen=True)
class _Waiting:
    """What waits to be written: an entry, or nothing where only what is due is to be done."""

    body: dict[str, Any] | None
    done: asyncio.Future[None]


@dataclass
class _Failure:
    """Since when the log cannot be written, why, and how many answers were held back for it."""

    since: str
    reason: str
    refused: int = 0


class AccessLog:
    """The log of one process; several processes write into the same files."""

    def __init__(self, folder: LogFolder, signer: Signer, anchor: Anchor, waits_for_disk: bool) -> None:
        self._folder, self._signer, self._anchor = folder, signer, anchor
        self._waits_for_disk = waits_for_disk
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None
        self._anchoring: set[asyncio.Task[None]] = set()
        self._disk = ThreadPoolExecutor(1, "access-log")
        self._failure: _Failure | None = None
        self._unanchored: Head | None = None  # a head that was not taken
        self._is_open = self._is_unsynced = self._is_ending = False

    async def write(self, body: dict[str, Any]) -> None:
        """Return when the entry is in the log; refuse where it cannot be written."""
        if not self._write_now(body):
            await self._ask(body)

    async def require(self) -> None:
        """Refuse while the log cannot be written; each call tries again."""
        if self._failure:
            await self._ask(None)

    async def lacking(self) -> str | None:
        """Return why the log cannot be written, or nothing where it can."""
        with contextlib.suppress(LogUnavailable):
            await self._ask(None)
        return self._failure.reason if self._failure else None

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Sign and anchor in the background until the block ends, then sign and anchor what is left."""
        looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await looking
            self._is_ending = True
            with contextlib.suppress(LogUnavailable):
                await self._ask(None)
            while self._anchoring:
                await asyncio.wait(self._anchoring)
            if self._unanchored:
                await self._hand_over(self._unanchored)
            self._disk.shutdown()
            self._folder.close()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                with contextlib.suppress(LogUnavailable):
                    await self._ask(None)
                    await self._sync(self._is_unsynced)
                    self._begin_anchoring(None if self._anchoring else self._unanchored)
            except OSError as error:
                self._fail(error)

    def _write_now(self, body: dict[str, Any]) -> bool:
        """Write the entry without a turn of the loop; return whether it could be, nobody else being about to write."""
        is_busy = self._waiting or not (self._writing is None or self._writing.done())
        if self._waits_for_disk or not self._is_open or self._failure or is_busy:
            return False
        try:
            with self._folder.lock.locked() as is_ours:
                head = self._append([body]) if is_ours else None
        except (OSError, BrokenChain) as error:
            raise self._fail(error, 1) from error
        self._begin_anchoring(head)
        return is_ours

    async def _ask(self, body: dict[str, Any] | None) -> None:
        waiting = _Waiting(body, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._writing is None or self._writing.done():
            # A task of its own: whoever goes away meanwhile takes nobody else's entry along.
            self._writing = asyncio.create_task(self._write_all())
        await waiting.done

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                bodies = [each.body for each in batch if each.body is not None]
                await self._write_batch(bodies)
                await self._sync(bool(bodies) and self._waits_for_disk)
            except (OSError, BrokenChain, GraphServiceError) as error:
                _settle(batch, self._fail(error, sum(each.body is not None for each in batch)))
            except BaseException:
                _settle(batch, self._refusal())
                raise
            else:
                _settle(batch, None)

    async def _write_batch(self, bodies: list[dict[str, Any]]) -> None:
        if not self._is_open:
            self._folder.open()
            self._is_open = True
        until, wait = time.monotonic() + _LOCK_SECONDS, 0.0
        while time.monotonic() < until:
            with self._folder.lock.locked() as is_ours:
                if is_ours:
                    head = self._append(bodies)
                    break
            await asyncio.sleep(wait)
            wait = min(0.002, wait + 0.0002)
        else:
            self._folder.lock.give_way()
            raise LogUnavailable("another process holds the access log", "the access log", "end it, or wait")
        self._begin_anchoring(head)

    def _begin_anchoring(self, head: Head | None) -> None:
        if head and not self._anchoring:
            task = asyncio.create_task(self._hand_over(head))
            self._anchoring.add(task)
            task.add_done_callback(self._anchoring.discard)
        elif head:
            self._unanchored = head  # handed over when the one before it has been

    def _append(self, bodies: list[dict[str, Any]]) -> Head | None:
        failure = self._failure
        if failure:
            told = {"kind": "resumed", "since": failure.since, "reason": failure.reason, "refused": failure.refused}
            bodies = [told, *bodies]
        head = self._folder.append(bodies)
        self._is_unsynced = self._is_unsynced or bool(bodies)
        if failure:
            _log.warning("the access log is written again")
        self._failure = None
        return head or self._checkpoint()

    def _checkpoint(self) -> Head | None:
        is_left = self._is_ending and self._folder.chain.unsigned > 0
        if not (is_left or self._folder.is_due):
            return None
        self._is_unsynced = True
        return self._folder.checkpoint(is_anchored=self._is_ending)

    async def _sync(self, is_wanted: bool) -> None:
        if is_wanted:
            self._is_unsynced = False
            await asyncio.get_running_loop().run_in_executor(self._disk, self._folder.sync)

    async def _hand_over(self, head: Head) -> None:
        known, self._unanchored = self._unanchored, None
        try:
            await self._sync(True)  # who holds a head outside must not hold more than a power cut leaves
            await asyncio.to_thread(self._anchor.hand_over, head, self._signer)
        except (OSError, subprocess.SubprocessError) as error:
            self._unanchored = self._unanchored or head
            if known is None:
                _log.warning("the head of the access log could not be anchored: %s", type(error).__name__)

    def _fail(self, error: Exception, refused: int = 0) -> LogUnavailable:
        reason = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
        if self._failure is None:
            self._failure = _Failure(now(), reason)
            _log.error("the access log cannot be written, so nothing is served: %s", reason)
        self._failure.reason = reason
        self._failure.refused += refused
        return self._refusal()

    def _refusal(self) -> LogUnavailable:
        what = "the access log cannot be written, so nothing is served"
        return LogUnavailable(what, "the service", "ask again later; whoever runs the service is told why")


def _settle(batch: list[_Waiting], refusal: LogUnavailable | None) -> None:
    for each in batch:
        if each.done.done():  # who asked has gone away
            continue
        if refusal:
            each.done.set_exception(refusal)
        else:
            each.done.set_result(None)


def open_log(settings: Settings) -> AccessLog | None:
    """Return the log of this home, or nothing where it is turned off."""
    if not settings.access_log:
        return None
    signer = read_signer(settings.home)
    anchor = Anchor(settings.access_log_anchor, settings.access_log_anchor_command)
    bounds = Bounds(
        settings.access_log_entries,
        settings.access_log_seconds,
        settings.access_log_megabytes * _MIB,
        settings.access_log_anchor_seconds if anchor else None,
    )
    folder = LogFolder(settings.home / FOLDER, signer, bounds)
    return AccessLog(folder, signer, anchor, settings.access_log_sync == "answer")


def write_once(settings: Settings, body: dict[str, Any]) -> None:
    """Append one entry from a command; refuse where that cannot be done."""

    async def write() -> None:
        log = open_log(settings)
        if log:
            async with log.kept():
                await log.write(body)

    asyncio.run(write())
