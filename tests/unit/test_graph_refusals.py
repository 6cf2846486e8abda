"""What the server or the driver says becomes a named refusal, without any value of a query."""

import pytest
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graph_service.driver_errors import refusal
from graph_service.errors import (
    AlreadyThere,
    Conflict,
    GraphServiceError,
    GraphUnavailable,
    NotAllowed,
    TooMuch,
)

_SECRET = "张伟 360502198001011237"


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("Neo.ClientError.Security.Unauthorized", NotAllowed),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", AlreadyThere),
        ("Neo.ClientError.Statement.EntityNotFound", Conflict),
        ("Neo.ClientError.Transaction.TransactionTimedOut", TooMuch),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", TooMuch),
        ("Neo.TransientError.General.TransactionOutOfMemoryError", TooMuch),
        ("Neo.TransientError.Transaction.DeadlockDetected", GraphUnavailable),
        ("Neo.ClientError.Statement.SyntaxError", GraphServiceError),
    ],
)
def test_what_the_server_says_has_a_name(code: str, named: type[GraphServiceError]) -> None:
    told = refusal(Neo4jError._hydrate_neo4j(code=code, message=_SECRET), "read/kinds/clue")

    assert type(told) is named
    assert told.where == "read/kinds/clue"
    assert told.mend
    assert _SECRET not in str(told)


@pytest.mark.parametrize("error", [ServiceUnavailable(_SECRET), DriverError(_SECRET)])
def test_a_server_out_of_reach_is_said_to_be(error: DriverError) -> None:
    told = refusal(error, "read/kinds/clue")

    assert type(told) is GraphUnavailable
    assert _SECRET not in str(told)


def test_a_schema_that_changes_faster_than_it_is_planned_for_passes() -> None:
    # Seen on a machine where 250 new indexes became ready while the next statement was planned.
    said = "Could not compile query due to insanely frequent schema changes"
    told = refusal(Neo4jError._hydrate_neo4j(code="Neo.DatabaseError.General.UnknownError", message=said), "write")

    assert type(told) is GraphUnavailable
    assert "schema" in told.what
