"""Every refusal a user can meet, with the code that clients match on."""

import traceback
from pathlib import Path
from typing import Any, ClassVar


class GraphServiceError(Exception):
    """A refusal that says what is wrong, where, and what mends it."""

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, what: str, where: str, mend: str, zh: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        self.zh = zh
        super().__init__("; ".join(part for part in (what, where, mend) if part))

    def __reduce__(self) -> "tuple[type[GraphServiceError], tuple[str, str, str, str]]":
        """Return how it is made again in another process."""
        return type(self), (self.what, self.where, self.mend, self.zh)


class BadInput(GraphServiceError):
    """A value, file or option that cannot be used as it is."""

    code: ClassVar[str] = "BAD_INPUT"


class NotListed(BadInput):
    """An operation that is not one of those that this installation answers."""

    code: ClassVar[str] = "OPERATION_NOT_LISTED"


class NotAllowed(GraphServiceError):
    """Credentials that are missing, wrong or out of date."""

    code: ClassVar[str] = "UNAUTHENTICATED"


class NotFound(GraphServiceError):
    """Something that is not there, or that the viewer may not know of: the two look the same."""

    code: ClassVar[str] = "NOT_FOUND"


class GraphUnavailable(GraphServiceError):
    """A Neo4j that cannot be reached or cannot be started."""

    code: ClassVar[str] = "GRAPH_UNAVAILABLE"


class LogUnavailable(GraphUnavailable):
    """An access log that cannot be written: nothing is served without it."""

    code: ClassVar[str] = "LOG_UNAVAILABLE"


class Conflict(GraphServiceError):
    """A request that another process or a later change has overtaken."""

    code: ClassVar[str] = "CONFLICT"


class AlreadyThere(Conflict):
    """Something that was to be created under a uid that is taken."""


class TooMuch(GraphServiceError):
    """A request beyond a stated bound."""

    code: ClassVar[str] = "LIMIT_EXCEEDED"


class TooManyMisses(TooMuch):
    """A look-up by somebody of whose look-ups too many found nothing in an hour."""

    code: ClassVar[str] = "TOO_MANY_MISSES"


def told(error: GraphServiceError) -> str:
    """Return the refusal as the one line that a person or a log reads."""
    return " ".join(f"error [{error.code}]: {error} {error.zh}".split())


def places_of(cause: BaseException) -> dict[str, Any]:
    """Return the kind of a fault and where it arose, without any value, for the log."""
    frames = traceback.extract_tb(cause.__traceback__)[-6:]
    return {
        "kind": type(cause).__name__,
        "at": [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames],
    }


def no_such(what: str) -> NotFound:
    """Return the refusal for what is not there or not visible to the viewer; the two look the same."""
    return NotFound(
        "there is nothing with this id that you may see", what, "check the id, or ask the team that gave it to you"
    )
