"""What an error of the driver means: whether it passes, and the named refusal that it becomes."""

from neo4j.exceptions import AuthError, ConstraintError, DriverError, Neo4jError, ResultFailedError, ServiceUnavailable

from graph_service.errors import AlreadyThere, Conflict, GraphServiceError, GraphUnavailable, NotAllowed, TooMuch


def cause_of(error: Neo4jError | DriverError) -> Neo4jError | DriverError:
    """Return what went wrong first: a failed result only says that something did."""
    while isinstance(error, ResultFailedError) and isinstance(error.__cause__, Neo4jError | DriverError):
        error = error.__cause__
    return error


def is_overtaken(error: Neo4jError | DriverError) -> bool:
    """Return whether a node was deleted under the statement."""
    return "EntityNotFound" in (getattr(error, "code", "") or "")


def is_outrun(error: Neo4jError | DriverError) -> bool:
    """Return whether the schema changed at each of the server's twenty attempts to plan the statement.

    Many new indexes becoming ready one after the other do that; Neo4j has no code for it, so its sentence is looked at.
    """
    return "frequent schema changes" in (getattr(error, "message", "") or "")


def takes_too_much(error: Neo4jError | DriverError) -> bool:
    """Return whether the statement ran out of the memory that it may take."""
    return "OutOfMemory" in (getattr(error, "code", "") or "")


def refusal(error: Neo4jError | DriverError, where: str) -> GraphServiceError:
    """Return the named refusal for an error of the driver; its text never carries values of a query."""
    error = cause_of(error)
    if isinstance(error, AuthError):
        return NotAllowed(
            "Neo4j refuses the user or password", where, "check LEADLINK_NEO4J_USER and LEADLINK_NEO4J_PASSWORD"
        )
    if isinstance(error, ConstraintError):
        return AlreadyThere("what was to be created is there already", where, "merge it instead")
    code = getattr(error, "code", "") or ""
    if "ConstraintCreationFailed" in code:
        return Conflict("what the graph holds breaks a constraint that was to be made", where, "mend the data first")
    if "TransactionTimedOut" in code:
        return TooMuch(
            "the read took longer than it may", where, "ask for less, or raise LEADLINK_READ_TIMEOUT_SECONDS"
        )
    if takes_too_much(error):
        return TooMuch("the read needs more memory than it may take", where, "ask for less")
    if is_overtaken(error):
        return Conflict("what it was about is gone by now", where, "look at it again")
    if is_outrun(error):
        return GraphUnavailable("the schema of the graph is being changed", where, "run it again in a minute")
    if isinstance(error, ServiceUnavailable | DriverError) or error.is_retryable():
        return GraphUnavailable(
            "Neo4j does not answer", where, "start it again; what was not finished can be run again"
        )
    return GraphServiceError(f"Neo4j refuses the statement ({code})", where, "report this with the log of the server")
