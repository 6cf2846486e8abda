"""How each source stands, kept in the graph: when it ran, what came of it, when it runs again."""

from collections.abc import Callable
from typing import Any

from graph_service.cypher.files import query
from graph_service.errors import GraphUnavailable
from graph_service.graph import Writer
from loaders.declare.parts import SourceSchedule
from loaders.ledger.refused import failure_of
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome

_FIRST_WAIT = 60  # seconds after a first failure; doubled with each further one
_LONGEST_WAIT = 3_600
_LONGEST_ERROR = 500


def backoff(every: int, failures: int) -> int:
    """Return the seconds to wait after so many failures in a row."""
    return int(min(min(every, _FIRST_WAIT) * 2 ** min(failures - 1, 20), max(every, _LONGEST_WAIT)))


def register(writer: Writer, source: SourceSchedule) -> None:
    """Keep what the declaration says of when the source runs; one that is new is due at once."""
    stated = {"title": source.title, "holder": source.holder, "every": source.every}
    writer.run_write(query("sources/source_scheduled").body, name=source.name, properties=stated)


def is_due(writer: Writer, source: SourceSchedule) -> bool:
    """Return whether the source is to run now."""
    register(writer, source)
    return source.name in due_sources(writer, source.name)


def due_sources(writer: Writer, held: str = "") -> list[str]:
    """Return the sources whose time has come and that nobody else runs, the one that waits longest first."""
    return [str(row["name"]) for row in writer.run_read(query("sources/sources_due").body, held=held)[0]]


def recorded(
    source: SourceSchedule, environment: LoadEnvironment, run: Callable[[LoadEnvironment], Outcome]
) -> Outcome:
    """Run a load or sync of the source and keep how it went."""
    if environment.dry_run:
        return run(environment)
    register(environment.writer, source)
    environment.writer.run_write(query("sources/source_begun").body, name=source.name, by=environment.by)
    try:
        outcome = run(environment)
    except GraphUnavailable:
        # Nobody can be told: the run stays open, which the next one, or the worker that started it, makes good.
        raise
    except Exception as error:
        note_failure(environment.writer, source, failure_of(error))
        raise
    counts = {name: getattr(outcome, name) for name in ("read", "merged", "unchanged", "rejected", "removed")}
    _note(environment.writer, source, {**counts, "failures": 0, "last_error": None}, source.every)
    return outcome


def note_unnoted(writer: Writer, source: SourceSchedule, error: str) -> None:
    """Keep a failure that the run itself could not keep: its process was ended, or never came to begin."""
    known: list[dict[str, Any]] = writer.run_read(query("sources/source_failures").body, name=source.name)[0]
    if not known or known[0]["is_open"]:
        note_failure(writer, source, error)


def note_failure(writer: Writer, source: SourceSchedule, error: str) -> None:
    """Keep that a run failed, and when it is tried again."""
    known: list[dict[str, Any]] = writer.run_read(query("sources/source_failures").body, name=source.name)[0]
    failures = known[0]["failures"] + 1 if known else 1
    wait = backoff(source.every, failures) if source.every else None
    _note(writer, source, {"failures": failures, "last_error": " ".join(error.split())[:_LONGEST_ERROR]}, wait)


def _note(writer: Writer, source: SourceSchedule, stated: dict[str, Any], wait: int | None) -> None:
    good = stated["failures"] == 0
    writer.run_write(query("sources/source_ended").body, name=source.name, properties=stated, good=good, wait=wait)
