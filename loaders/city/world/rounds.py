"""Inspection rounds: three a year and those that are planned, which team goes to a unit, and the day on which an issue can be found."""

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


def _planned() -> list[CityRound]:
    """Return the rounds that nobody has gone on yet: the next begins soon, three a year follow."""
    found = []
    days = [
        date(LAST_DAY.year, 12, 10),
        *(date(year, *day) for year in (2027, 2028) for day in ((3, 1), (6, 20), (9, 25))),
    ]
    for place, begins in enumerate(days):
        kind = (RoundKind.MOBILE, RoundKind.REGULAR, RoundKind.SPECIAL)[place % 3]
        code = f"XC-{begins.year}-{(begins.month + 2) // 3 if begins.month < 12 else 4}"
        found.append(
            CityRound(code, f"六届市委第{len(ROUNDS) + place + 1}轮巡察", kind, begins, begins + timedelta(days=55))
        )
    return found


PLANNED = _planned()


def team_of(unit: int) -> str:
    """Return the code of the inspection team that goes to a unit, by the unit's place in the city."""
    return f"INSP_TEAM_{unit % 5 + 1}"


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
