"""Brings a graph to the present schema: numbered steps, each recorded, one process at a time."""

import hashlib
import time
from dataclasses import dataclass
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.errors import Conflict, GraphUnavailable
from graph_service.graph import Writer
from schema import ddl

_LEASE_SECONDS = 120
_WAIT_SECONDS = 180.0
_POLL_SECONDS = 0.5


@dataclass(frozen=True)
class Migration:
    """One numbered step; a step that has been released is never changed, a further one is added."""

    version: int
    name: str
    statements: tuple[str, ...]

    @property
    def checksum(self) -> str:
        """Return the digest of the statements."""
        return hashlib.sha256("\n".join(self.statements).encode()).hexdigest()[:16]


def migrations() -> list[Migration]:
    """Return every step in order."""
    return [
        Migration(1, "uids of nodes and relationships", tuple(ddl.constraints())),
        Migration(2, "audiences, loads, links and their parts", tuple(ddl.work_constraints())),
        Migration(3, "fields to seek and sort by", tuple(ddl.indexes())),
        Migration(4, "words of captions and texts", (ddl.fulltext(),)),
        Migration(5, "pairs of nodes that may be one", tuple(ddl.identity_constraints())),
        Migration(6, "receipts of sealed rows", tuple(ddl.intake_constraints())),
        Migration(7, "states of sources, versions of rows, mentions", tuple(ddl.later_constraints())),
    ]


def migrate(writer: Writer, fingerprint: str = "") -> list[int]:
    """Return the versions applied now; refuse a graph that another uid key or a changed step has made."""
    writer.run_schema(ddl.lock_constraint())
    holder = uuid4().hex
    _acquire(writer, holder)
    try:
        applied = [step.version for step in migrations() if _apply(writer, step)]
        _check_fingerprint(writer, fingerprint)
        writer.run_schema("CALL db.awaitIndexes(300)")
        return applied
    finally:
        writer.run_write(query("migrations/release").body, holder=holder)


def _acquire(writer: Writer, holder: str) -> None:
    until = time.monotonic() + _WAIT_SECONDS
    text = query("migrations/acquire").body
    while not writer.run_write(text, holder=holder, seconds=_LEASE_SECONDS)[0]:
        if time.monotonic() > until:
            raise GraphUnavailable("another process holds the migration lock", "migrations", "wait for it, or end it")
        time.sleep(_POLL_SECONDS)


def _apply(writer: Writer, step: Migration) -> bool:
    known = writer.run_read(query("migrations/state").body, version=step.version)[0]
    if known and known[0]["checksum"] == step.checksum:
        return False
    if known:
        what = f"migration {step.version} ({step.name}) was applied with other statements"
        raise Conflict(what, "the graph", "load into an empty graph, or use the version that made this one")
    writer.run_schema(*step.statements)
    writer.run_write(query("migrations/done").body, version=step.version, name=step.name, checksum=step.checksum)
    return True


def _check_fingerprint(writer: Writer, fingerprint: str) -> None:
    if not fingerprint:
        return
    held = writer.run_write(query("migrations/uid_key_fingerprint").body, fingerprint=fingerprint)[0][0]["fingerprint"]
    if held != fingerprint:
        what = "this graph's uids were made with another key, so every record would be loaded twice"
        raise Conflict(what, "LEADLINK_UID_KEY", "give the key that made the graph, or load into an empty graph")


def fingerprint_of(uid_key: bytes) -> str:
    """Return what tells two uid keys apart without telling the key."""
    return hashlib.blake2b(b"leadlink uid key", key=uid_key[:64], digest_size=8).hexdigest()
