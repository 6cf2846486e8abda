"""A clock that is set: what a service with it reads and writes happens at the moment that a story tells, by the graph's own words for now."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from graph_service.clock import BEIJING
from graph_service.cypher.states import TODAY
from graph_service.graph import Answered, Graph, ServerAddress, Statements, Writer
from graph_service.settings import Settings

_T = TypeVar("_T")
_MOVED = "duration({seconds: $clock_ahead})"
_NOW = re.compile(rf"{re.escape(TODAY)}|\bdatetime\(\)")
_SAID = {TODAY: f"date(datetime({{timezone: '+08:00'}}) + {_MOVED})", "datetime()": f"(datetime() + {_MOVED})"}


@dataclass
class SetClock:
    """How many seconds the clock runs ahead of the graph's own (behind it, where fewer than none); no setting moves it."""

    ahead: int = 0

    def set(self, at: datetime) -> None:
        """Let it be this moment of Beijing now; time goes on from there."""
        self.ahead = round((at.replace(tzinfo=BEIJING) - datetime.now(BEIJING)) / timedelta(seconds=1))

    def told(self, text: str, params: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return a text and its parameters as they go out: one text however the clock stands, so that it is planned once."""
        moved = _NOW.sub(lambda found: _SAID[found[0]], text)
        return moved, dict(params) if moved == text else {**params, "clock_ahead": self.ahead}

    def connect(self, settings: Settings, target: ServerAddress) -> tuple[Graph, Writer]:
        """Return the connections of a service that lives by this clock."""
        graph = _MovedGraph(target, settings.neo4j_database, settings.read_timeout_seconds)
        writer = _MovedWriter(target, settings.neo4j_database)
        graph.clock = writer.clock = self
        return graph, writer


class _MovedGraph(Graph):
    clock: SetClock

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return the values of the one record of the query, by the set clock."""
        text, given = self.clock.told(query, params)
        return await super().fetch(text, given, name)


class _MovedWriter(Writer):
    clock: SetClock

    def run_write(self, query: str, **params: Any) -> Answered:
        """Return the rows and the counters of one write, by the set clock."""
        text, given = self.clock.told(query, params)
        return super().run_write(text, **given)

    def run_read(self, query: str, **params: Any) -> Answered:
        """Return the rows of one read, by the set clock."""
        text, given = self.clock.told(query, params)
        return super().run_read(text, **given)

    def run_together(self, work: Callable[[Statements], _T]) -> _T:
        """Return what the work returns, each of its statements by the set clock."""
        return super().run_together(lambda statements: work(_Moved(statements, self.clock)))


@dataclass(frozen=True)
class _Moved:
    statements: Statements
    clock: SetClock

    def run_write(self, query: str, **params: Any) -> Answered:
        """Return the rows and the counters of one write of the transaction."""
        text, given = self.clock.told(query, params)
        return self.statements.run_write(text, **given)

    def run_read(self, query: str, **params: Any) -> Answered:
        """Return the rows of one read of the transaction."""
        text, given = self.clock.told(query, params)
        return self.statements.run_read(text, **given)
