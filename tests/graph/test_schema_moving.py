"""A statement that the server could not plan, because the schema went on changing, is sent again until it can."""

import pytest
from neo4j.exceptions import Neo4jError

from graph_service.embedded import Running
from graph_service.errors import GraphUnavailable
from graph_service.graph import Statements, Writer

_SAID = "Could not compile query due to insanely frequent schema changes"


def _refused() -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code="Neo.DatabaseError.General.UnknownError", message=_SAID)


def test_it_is_sent_again_and_counts_once(writer: Writer) -> None:
    times: list[int] = []

    def work(statements: Statements) -> None:
        times.append(1)
        statements.run_write("CREATE (:Moving)")
        if len(times) < 3:
            raise _refused()

    writer.run_together(work)

    assert writer.run_read("MATCH (n:Moving) RETURN count(n) AS n")[0] == [{"n": 1}]
    assert len(times) == 3


def test_it_ends_with_the_reason_when_the_time_for_trying_is_over(server: Running) -> None:
    def work(statements: Statements) -> None:
        raise _refused()

    with Writer(server, retry_seconds=0.3) as impatient, pytest.raises(GraphUnavailable, match="schema of the graph"):
        impatient.run_together(work)
