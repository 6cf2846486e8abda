"""Since when changes are told: an `asOf` of an earlier answer, a day, or a moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from graph_service.cypher.project.signing import journal_place

_BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class AskedMoment:
    """A moment from which on changes are told, and the place of the value that its place in the journal takes."""

    at: datetime
    place: str


def read_since(given: str, where: str) -> list[Any] | datetime:
    """Return the place in the journal that an `asOf` tells, or the moment: a day begins at midnight in Beijing; refuse what is neither."""
    try:
        at = datetime.fromisoformat(given)
    except ValueError:
        return journal_place(given, where)
    return at if at.tzinfo else at.replace(tzinfo=_BEIJING)
