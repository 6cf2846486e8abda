"""Public holidays between 2023 and 2026, on which no official car should be fuelled."""

from datetime import date, datetime, time, timedelta

from loaders.city.world.draws import Draws

_PERIODS = (
    "0101-0103 0404-0406 0501-0505 1001-1007",
    "20230121-0127 20230622-0624 20230929-1006",
    "20240210-0217 20240608-0610 20240915-0917",
    "20250128-0204 20250531-0602 20251008-1008",
    "20260215-0223 20260619-0621 20260925-0927",
)


def _spans() -> list[tuple[date, date]]:
    found = []
    for period in " ".join(_PERIODS).split():
        first, last = period.split("-")
        for year in [int(first[:4])] if len(first) == 8 else range(2023, 2027):
            found.append((date(year, int(first[-4:-2]), int(first[-2:])), date(year, int(last[:2]), int(last[2:]))))
    return found


HOLIDAYS = frozenset(first + timedelta(days=n) for first, last in _spans() for n in range((last - first).days + 1))


def working_day(day: date) -> date:
    """Return the day, or the nearest earlier one that is neither weekend nor holiday."""
    while day.weekday() > 4 or day in HOLIDAYS:
        day -= timedelta(days=1)
    return day


def moment(day: date, draws: Draws, first_hour: int, last_hour: int) -> datetime:
    """Return a moment of the day between two hours, to the second."""
    return datetime.combine(day, time(draws.between(first_hour, last_hour - 1), draws.below(60), draws.below(60)))
