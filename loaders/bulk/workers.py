"""Processes that share the work; they end with the one that started them, however that ends."""

import os
import resource
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from typing import Any, TypeVar

from graph_service.errors import GraphUnavailable
from loaders.bulk.binding_share import bind_share
from loaders.bulk.folding import FirstPass, FoldedShare, fold_share
from loaders.bulk.mapping_share import MappedShare, ShareWord, WorkShare, map_share

T = TypeVar("T")

_WATCH_SECONDS = 1.0
_LISTEN_SECONDS = 0.2
_words: "SimpleQueue[ShareWord] | None" = None


@dataclass(frozen=True)
class Pool:
    """Runs one task per share."""

    executor: ProcessPoolExecutor
    words: "SimpleQueue[ShareWord]"
    shares: list[WorkShare]

    def map_all(self, hear: Callable[[ShareWord], None]) -> list[MappedShare]:
        """Map every share."""
        return self._all(_map, hear)

    def fold_all(self, known: FirstPass) -> list[FoldedShare]:
        """Fold every share."""
        return self._all(partial(_fold, known), lambda _: None)

    def bind_all(self, known: FirstPass) -> list[FoldedShare]:
        """Bind every share."""
        return self._all(partial(_bind, known), lambda _: None)

    def peak_bytes(self) -> int:
        """Return the most memory that any of the processes had."""
        return max(self._all(_peak, lambda _: None))

    def _all(self, task: Callable[[WorkShare], T], hear: Callable[[ShareWord], None]) -> list[T]:
        futures: list[Future[T]] = [self.executor.submit(task, share) for share in self.shares]
        waiting: set[Future[Any]] = set(futures)
        while waiting:
            done, waiting = wait(waiting, _LISTEN_SECONDS, FIRST_COMPLETED)
            while not self.words.empty():
                hear(self.words.get())
            for future in done:
                future.result()
        return [future.result() for future in futures]


@contextmanager
def working(shares: list[WorkShare]) -> Iterator[Pool]:
    """Run one process per share until the block ends."""
    context = get_context("spawn")
    words: SimpleQueue[ShareWord] = context.SimpleQueue()
    executor = ProcessPoolExecutor(len(shares), context, _begin, (os.getpid(), words))
    try:
        yield Pool(executor, words, shares)
    except BrokenProcessPool as error:
        mend = "give more memory, or fewer --processes, and run the same command again"
        raise GraphUnavailable("a process of the import was ended from outside", "this machine", mend) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _begin(owner: int, words: "SimpleQueue[ShareWord]") -> None:
    global _words
    _words = words
    # Every partition is an open file.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    threading.Thread(target=_watch, args=(owner,), daemon=True).start()


def _watch(owner: int) -> None:
    while os.getppid() == owner:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _say(word: ShareWord) -> None:
    if _words is not None:
        _words.put(word)


def _map(share: WorkShare) -> MappedShare:
    return map_share(share, _say)


def _fold(known: FirstPass, share: WorkShare) -> FoldedShare:
    return fold_share(share, known)


def _bind(known: FirstPass, share: WorkShare) -> FoldedShare:
    return bind_share(share, known)


def _peak(_share: WorkShare) -> int:
    # Kilobytes on Linux.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
