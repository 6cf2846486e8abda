"""The only module that talks Bolt: bounded reads for the service, managed writes for the loaders."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol, Self, TypeAlias, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph_service.driver_errors import cause_of, is_outrun, is_overtaken, refusal, takes_too_much
from graph_service.errors import GraphServiceError
from graph_service.quiet import quiet

# The driver retries by itself; what it could not mend is raised, so its warnings are for the log of a program that has one.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

# The driver retries neither a read outside a managed transaction nor a statement whose node was deleted under it.
_ATTEMPTS = 3
_ACQUIRE_SECONDS = 5.0
_RETRY_SECONDS = 15.0
_FIRST_WAIT_SECONDS = (
    0.05  # after a deadlock between two sessions; the driver's own second is twenty thousand rows long
)
_SETTLE_SECONDS = 0.25  # after which new indexes, each of which upsets all plans when it is ready, are fewer
_POOL = 64
_T = TypeVar("_T")
Answered: TypeAlias = tuple[list[dict[str, Any]], neo4j.SummaryCounters]  # the rows of a statement, and what it changed


class ServerAddress(Protocol):
    """Where a Neo4j is and who may speak to it."""

    @property
    def uri(self) -> str:
        """Return its address, such as `neo4j://host:7687`."""

    @property
    def user(self) -> str:
        """Return the user."""

    @property
    def password(self) -> str:
        """Return the password."""


class Statements(Protocol):
    """What runs statements: a writer, each in a transaction of its own, or one transaction that takes all of them."""

    def run_write(self, query: str, **params: Any) -> Answered:
        """Return the rows and the counters of one write."""

    def run_read(self, query: str, **params: Any) -> Answered:
        """Return the rows of one read."""


class Graph:
    """Reads of the service, each bounded in time, in READ mode so that a cluster sends them to followers."""

    def __init__(self, target: ServerAddress, database: str = "neo4j", timeout_seconds: float = 10.0) -> None:
        self._driver = neo4j.AsyncGraphDatabase.driver(
            target.uri,
            auth=(target.user, target.password),
            connection_acquisition_timeout=_ACQUIRE_SECONDS,
            max_connection_pool_size=_POOL,
            notifications_min_severity="OFF",
        )
        self._database = database
        self.timeout_seconds = timeout_seconds

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return the values of the one record of the query; the name reaches the server's log with it."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return await self._run(query, params, name)
            except (Neo4jError, DriverError) as error:
                again = error.is_retryable() or is_overtaken(error) or is_outrun(error)
                if attempt == _ATTEMPTS or not again or takes_too_much(error):
                    raise refusal(error, name) from error
                if is_outrun(error):
                    await asyncio.sleep(_SETTLE_SECONDS)
        raise AssertionError("the last attempt returns or raises")

    async def _run(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        async with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            text = neo4j.Query(query, metadata={"file": name}, timeout=self.timeout_seconds)
            result = await session.run(text, quiet(params))
            record = await result.single()
            return list(record.values()) if record is not None else []

    async def ready(self) -> bool:
        """Return whether the graph answers now."""
        try:
            await self.fetch("RETURN 1", {}, "ready")
        except GraphServiceError:
            return False
        return True

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()


class Writer:
    """Managed transactions for loaders and commands; safe to share between threads, one session per call."""

    def __init__(self, target: ServerAddress, database: str = "neo4j", retry_seconds: float = _RETRY_SECONDS) -> None:
        self._driver = neo4j.GraphDatabase.driver(
            target.uri,
            auth=(target.user, target.password),
            connection_acquisition_timeout=_ACQUIRE_SECONDS,
            max_transaction_retry_time=retry_seconds,
            initial_retry_delay=_FIRST_WAIT_SECONDS,
            notifications_min_severity="OFF",
        )
        self._database = database
        self._retry_seconds = retry_seconds

    def run_write(self, query: str, **params: Any) -> Answered:
        """Return the rows and the counters of one managed write."""
        return self._managed(lambda transaction: _run(transaction, query, params), neo4j.WRITE_ACCESS)

    def run_read(self, query: str, **params: Any) -> Answered:
        """Return the rows of one managed read."""
        return self._managed(lambda transaction: _run(transaction, query, params), neo4j.READ_ACCESS)

    def run_together(self, work: Callable[[Statements], _T]) -> _T:
        """Return what the work returns, whose statements all count or none; it may be begun again, and a refusal undoes it."""
        return self._managed(lambda transaction: work(_Together(transaction)), neo4j.WRITE_ACCESS)

    def run_schema(self, *statements: str) -> None:
        """Run schema statements in one managed transaction of their own; a `CALL` runs in an implicit one."""
        if not (statements[0].startswith("CALL") or " IN TRANSACTIONS" in statements[0]):
            self._managed(lambda transaction: _run_each(transaction, statements), neo4j.WRITE_ACCESS, "schema")
            return
        try:
            with self._driver.session(database=self._database) as session:
                session.run(statements[0]).consume()
        except (Neo4jError, DriverError) as error:
            raise refusal(error, "schema") from error

    def explain(self, query: str, **params: Any) -> tuple[dict[str, Any], list[str]]:
        """Return the plan of the query and the warnings that the server has about it."""
        with self._driver.session(database=self._database, notifications_min_severity="INFORMATION") as session:
            summary = session.run(f"EXPLAIN {query}", params).consume()
            warnings = [f"{status.gql_status} {status.status_description}" for status in summary.gql_status_objects]
            return dict(summary.plan or {}), [warning for warning in warnings if not warning.startswith("00")]

    def _managed(self, work: Callable[[neo4j.ManagedTransaction], _T], access: str, where: str = "write") -> _T:
        until = time.monotonic() + self._retry_seconds
        overtaken = 0
        while True:
            try:
                with self._driver.session(database=self._database, default_access_mode=access) as session:
                    return session.execute_read(work) if access == neo4j.READ_ACCESS else session.execute_write(work)
            except (Neo4jError, DriverError) as error:
                cause = cause_of(error)
                overtaken += is_overtaken(cause)
                # The driver tries again by itself, but not where closing the transaction has covered up what happened.
                covered_up = cause is not error and cause.is_retryable()
                passes = (covered_up or is_outrun(cause)) and time.monotonic() <= until
                if not passes and not (is_overtaken(cause) and overtaken < _ATTEMPTS):
                    raise refusal(cause, where) from error
                time.sleep(_SETTLE_SECONDS if is_outrun(cause) else _FIRST_WAIT_SECONDS)

    def close(self) -> None:
        """Close every connection; one on which another thread is just sending ends with the process."""
        for _ in range(_ATTEMPTS):
            try:
                with suppress(OSError, DriverError, Neo4jError):
                    self._driver.close()
                return
            except BufferError:
                time.sleep(_FIRST_WAIT_SECONDS)

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


class _Together:
    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run_write(self, query: str, **params: Any) -> Answered:
        return _run(self._transaction, query, params)

    run_read = run_write


def _run(transaction: neo4j.ManagedTransaction, query: str, params: Mapping[str, Any]) -> Answered:
    result = transaction.run(query, quiet(params))
    keys = result.keys()
    rows = [dict(zip(keys, record, strict=True)) for record in result]
    return rows, result.consume().counters


def _run_each(transaction: neo4j.ManagedTransaction, statements: Sequence[str]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


def verify(uri: str, user: str, password: str) -> None:
    """Return when the server lets this user in; refuse with the reason otherwise."""
    try:
        with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
            driver.verify_connectivity()
    except (Neo4jError, DriverError) as error:
        raise refusal(error, uri) from error
