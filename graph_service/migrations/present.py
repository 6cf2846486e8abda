"""Brings a graph to the present schema: numbered steps, then the model's, each recorded, one process at a time."""

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.errors import GraphServiceError, GraphUnavailable
from graph_service.graph import Writer
from graph_service.migrations.model_step import close, difference
from graph_service.migrations.numbered import Step, numbered_steps
from graph_service.migrations.refusing import require_known
from graph_service.migrations.state import State, program_version, read_state
from schema import ddl

_LEASE_SECONDS = 120
_WAIT_SECONDS = 180.0
_POLL_SECONDS = 0.5
_FILL_SECONDS = 300


def migrate(writer: Writer, fingerprint: str = "") -> list[str]:
    """Return what was done now; refuse a graph of another uid key, of a changed step or of a newer version."""
    state = read_state(writer)
    require_known(state, fingerprint)
    done = []
    if _lacks(state, fingerprint):
        with turn(writer):
            done = _bring(writer, fingerprint)
        state = read_state(writer)
    if any(held.filling for held in state.held):
        _await_filled(writer)
    return done


def _lacks(state: State, fingerprint: str) -> bool:
    steps = any(step.version not in state.steps for step in numbered_steps())
    return steps or not difference(state).is_none or bool(fingerprint and not state.uid_key)


def _bring(writer: Writer, fingerprint: str) -> list[str]:
    # Read again: the process that had the turn before may have done it all.
    state = read_state(writer)
    require_known(state, fingerprint)
    lacking = [step for step in numbered_steps() if step.version not in state.steps]
    done = []
    if state.is_new:
        # A graph without a past has nothing to migrate; the model's step gives it all that the numbered ones made.
        _record(writer, lacking)
    else:
        done = [_apply(writer, step) for step in lacking]
    done += close(writer, read_state(writer))
    if fingerprint:
        writer.run_write(query("migrations/uid_key_fingerprint").body, fingerprint=fingerprint)
    return done


def _apply(writer: Writer, step: Step) -> str:
    writer.run_schema(*step.statements)
    _record(writer, [step])
    return f"step {step.version}: {step.name}"


def _record(writer: Writer, steps: list[Step]) -> None:
    rows = [{"version": step.version, "name": step.name, "checksum": step.checksum} for step in steps]
    writer.run_write(query("migrations/done").body, rows=rows, program=program_version())


@contextmanager
def turn(writer: Writer, lease_seconds: int = _LEASE_SECONDS) -> Iterator[None]:
    """Wait until no other process changes the schema, and keep others waiting meanwhile, however long it takes.

    Raises GraphUnavailable where another process is not done in three minutes. The lease is that of a process that dies.
    """
    writer.run_schema(ddl.lock().statement)
    holder, until = uuid4().hex, time.monotonic() + _WAIT_SECONDS
    text = query("migrations/acquire").body
    while not writer.run_write(text, holder=holder, seconds=lease_seconds)[0]:
        if time.monotonic() > until:
            raise GraphUnavailable("another process holds the migration lock", "migrations", "wait for it, or end it")
        time.sleep(_POLL_SECONDS)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(writer, holder, lease_seconds, ended), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()
        writer.run_write(query("migrations/release").body, holder=holder)


def _renew(writer: Writer, holder: str, lease_seconds: int, ended: threading.Event) -> None:
    # A constraint on millions of nodes takes longer than one lease.
    while not ended.wait(lease_seconds / 4):
        with suppress(GraphServiceError):
            writer.run_write(query("migrations/acquire").body, holder=holder, seconds=lease_seconds)


def _await_filled(writer: Writer) -> None:
    try:
        writer.run_schema(f"CALL db.awaitIndexes({_FILL_SECONDS})")
    except GraphServiceError as error:
        what = f"new indexes are not filled after {_FILL_SECONDS} seconds"
        raise GraphUnavailable(what, "the graph", "Neo4j goes on filling them; start again in a while") from error


def fingerprint_of(uid_key: bytes) -> str:
    """Return what tells two uid keys apart without telling the key."""
    return hashlib.blake2b(b"leadlink uid key", key=uid_key[:64], digest_size=8).hexdigest()
