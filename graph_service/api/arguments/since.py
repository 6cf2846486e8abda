"""Since when changes are told: an `asOf` of an earlier answer, a day, or a moment."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph_service.clock import BEIJING
from graph_service.cypher.project.signing import journal_place
from graph_service.errors import BadInput


@dataclass(frozen=True)
class AskedMoment:
    """A moment from which on changes are told, in UTC, and the place of the value that its place in the journal takes."""

    at: str
    place: str


def read_moment(given: str | None, where: str) -> datetime | None:
    """Return the moment that is given, if one is: a day begins at midnight in Beijing. Refuses what is none."""
    if given is None:
        return None
    try:
        at = datetime.fromisoformat(given)
        return (at if at.tzinfo else at.replace(tzinfo=BEIJING)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"{given!r} is no day and no moment", f"argument {where}", "write 2026-03-02 or 2026-03-02T08:00:00+08:00"
        ) from error


def read_since(given: str, where: str) -> list[Any] | str:
    """Return the place in the journal that an `asOf` tells, or the moment in UTC: a day begins at midnight in Beijing.

    Refuses what is neither.
    """
    try:
        at = datetime.fromisoformat(given)
        return (at if at.tzinfo else at.replace(tzinfo=BEIJING)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return journal_place(given, where)
