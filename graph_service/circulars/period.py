"""The time and the part of the city that a circular tells of."""

from dataclasses import dataclass
from datetime import date

MOST_DAYS = 1100
MOST_THINGS = 50_000  # of each: clues, tasks, tickets, links
USUAL_SMALLEST = 3


@dataclass(frozen=True)
class Period:
    """From its first day to its last one, both in it; as things stand on a day; with the least count that is told."""

    since: date
    until: date
    on: date
    smallest: int = USUAL_SMALLEST

    def holds(self, day: date | None) -> bool:
        """Return whether a day is in it."""
        return day is not None and self.since <= day <= self.until
