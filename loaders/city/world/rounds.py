"""Inspection rounds: three a year, and the day on which an issue can be found."""

from datetime import date, timedelta
from typing import NamedTuple

from loaders.city.world.size import LAST_DAY
from schema.vocabulary import RoundKind


class CityRound(NamedTuple):
    """One inspection round."""

    code: str
    name: str
    kind: RoundKind
    begins: date
    ends: date

    @property
    def feedback(self) -> date | None:
        """The day of feedback, if it has come."""
        day = self.ends + timedelta(days=35)
        return day if day <= LAST_DAY else None


def _rounds() -> list[CityRound]:
    kinds = (RoundKind.REGULAR, RoundKind.SPECIAL, RoundKind.LOOK_BACK)
    found = []
    for year in range(2023, 2027):
        for n, (month, day) in enumerate(((3, 1), (6, 20), (9, 25))):
            begins = date(year, month, day)
            nth = (year - 2023) * 3 + n + 1
            found.append(
                CityRound(
                    f"XC-{year}-{n + 1}",
                    f"六届市委第{nth}轮巡察",
                    kinds[n],
                    begins,
                    min(begins + timedelta(days=55), LAST_DAY),
                )
            )
    return found


ROUNDS = _rounds()


def round_of(day: date) -> CityRound:
    """Return the round that is nearest to the day."""
    return min(
        ROUNDS,
        key=lambda one: 0 if one.begins <= day <= one.ends else min(abs(day - one.begins), abs(day - one.ends)).days,
    )


def inspected_on(day: date) -> date:
    """Return the day within a round that is nearest to the given day."""
    found = round_of(day)
    return min(max(day, found.begins + timedelta(days=3)), found.ends)
