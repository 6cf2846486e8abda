"""Maps in one thread while two sessions write: chunks go through rounds in which the sessions share no node."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from graph_service.rights.audiences import Audiences
from loaders.merging.chunk import ROUNDS, SESSIONS, Chunk
from loaders.merging.merge import Merger

T = TypeVar("T")
MergeJob = Callable[[], set[int]]
Done = Callable[[Chunk, set[int]], None]

_BATCH = 2_000  # statements per transaction
_AHEAD = 1  # chunks that wait, mapped, while another is written; more would only use memory


class Pipeline:
    """Takes chunks in order and merges them; the first failure is raised at the next step of the mapping thread."""

    def __init__(self, merging: Merger, audiences: Audiences, done: Done) -> None:
        self._merging = merging
        self._audiences = audiences
        self._done = done
        self._chunks: queue.Queue[Chunk | None] = queue.Queue(_AHEAD)
        self._failure: BaseException | None = None
        self._sessions = [ThreadPoolExecutor(1, f"session-{number}") for number in range(SESSIONS)]
        self._thread = threading.Thread(target=self._run, name="merging", daemon=True)

    @contextmanager
    def running(self) -> Iterator["Pipeline"]:
        """Run until the block ends, then wait for the last chunk; raise what went wrong."""
        self._thread.start()
        try:
            yield self
        except BaseException:
            self._failure = self._failure or InterruptedError()
            raise
        finally:
            self._chunks.put(None)
            self._thread.join()
            for session in self._sessions:
                session.shutdown()
        self._raise()

    def put(self, chunk: Chunk) -> None:
        """Hand over a chunk, waiting while the sessions are behind."""
        self._raise()
        if chunk.rows:
            self._chunks.put(chunk)

    def _raise(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        while (chunk := self._chunks.get()) is not None:
            if self._failure is None:
                try:
                    self._done(chunk, self._merge(chunk))
                except BaseException as error:
                    self._failure = error
                    for session in self._sessions:
                        session.shutdown(wait=False, cancel_futures=True)

    def _merge(self, chunk: Chunk) -> set[int]:
        merging = self._merging
        merging.write_audiences(self._audiences)
        nodes = [
            (session, partial(merging.merge_nodes, label, part))
            for session, label, statements in chunk.node_batches()
            for part in _cut(statements)
        ]
        stubs = [
            (session, partial(merging.merge_stubs, label, part))
            for session, label, found in chunk.stub_batches()
            for part in _cut(found)
        ]
        rounds: list[list[tuple[int, MergeJob]]] = [[] for _ in range(ROUNDS)]
        for turn, session, key, ties in chunk.tie_batches():
            rounds[turn] += [(session, partial(merging.merge_ties, key, part)) for part in _cut(ties)]
        phases: list[list[tuple[int, MergeJob]]] = [[*nodes, *stubs], *rounds]
        return set().union(*map(self._together, phases))

    def _together(self, jobs: Sequence[tuple[int, MergeJob]]) -> set[int]:
        # From both ends, so that a statement that is new to the server is planned by one session and found by the other.
        ordered = [*(job for job in jobs if job[0] == 0), *reversed([job for job in jobs if job[0] == 1])]
        futures: list[Future[set[int]]] = [self._sessions[session].submit(job) for session, job in ordered]
        changed: set[int] = set()
        for future in futures:
            changed |= future.result()
        return changed


def _cut(items: list[T]) -> Iterator[list[T]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))
