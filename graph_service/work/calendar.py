"""Working days 工作日: the yearly holidays of the State Council with the days that are worked instead, and what a city adds."""

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property

import holidays

_DAY = timedelta(days=1)


@cache
def _year(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year)


@cache
def _is_worked(day: date) -> bool:
    return bool(_year(day.year).is_working_day(day))


@cache
def _worked_days(year: int, stated: tuple[tuple[date, bool], ...]) -> tuple[date, ...]:
    """Return the working days of a year in order, with what a city states of single days of it."""
    first = date(year, 1, 1).toordinal()
    days = (date.fromordinal(first + place) for place in range(365 + calendar.isleap(year)))
    return tuple(filter(WorkCalendar(dict(stated)).is_worked, days))


@cache
def _is_announced(year: int) -> bool:
    return any(day.year == year for day in _year(year).weekend_workdays)


@dataclass(frozen=True)
class WorkCalendar:
    """Knows which days are worked; `stated` are days of a newer notice: whether each is worked."""

    stated: Mapping[date, bool] = field(default_factory=dict)

    def is_worked(self, day: date) -> bool:
        """Return whether the day is a working day; a weekend day that a notice makes one is."""
        return self.stated[day] if day in self.stated else _is_worked(day)

    def is_foreseen(self, year: int) -> bool:
        """Return whether the notice of the year is not known yet: the holidays are those that the law names, no day is moved."""
        return not (_is_announced(year) or any(day.year == year for day in self.stated))

    def on_or_after(self, day: date) -> date:
        """Return the first working day from this day on."""
        while not self.is_worked(day):
            day += _DAY
        return day

    def ahead(self, day: date, count: int) -> date:
        """Return the day on which so many working days after this one are over; the day itself is not counted."""
        if count <= 0:
            return day
        year = day.year
        place = bisect_right(self._worked(year), day) + count - 1
        while place >= len(self._worked(year)):
            place -= len(self._worked(year))
            year += 1
        return self._worked(year)[place]

    def before(self, day: date, count: int) -> date:
        """Return the day so many working days before this one."""
        if count <= 0:
            return day
        year = day.year
        place = bisect_left(self._worked(year), day) - count
        while place < 0:
            year -= 1
            place += len(self._worked(year))
        return self._worked(year)[place]

    def after(self, day: date, count: int) -> date:
        """Return the day so many working days after this one, before it where the number is negative."""
        return self.ahead(day, count) if count >= 0 else self.before(day, -count)

    def between(self, start: date, end: date) -> int:
        """Return how many working days there are after the first day up to the second, that one included."""
        if end <= start:
            return 0
        passed = sum(len(self._worked(year)) for year in range(start.year, end.year))
        return passed + bisect_right(self._worked(end.year), end) - bisect_right(self._worked(start.year), start)

    def left(self, today: date, last: date) -> int:
        """Return how many working days there are up to a last day; of one that is over how many are over since, as a negative number."""
        return self.between(today, last) if today <= last else -self.between(last, today)

    def _worked(self, year: int) -> tuple[date, ...]:
        return _worked_days(year, self._stated_of.get(year, ()))

    @cached_property
    def _stated_of(self) -> Mapping[int, tuple[tuple[date, bool], ...]]:
        found: dict[int, tuple[tuple[date, bool], ...]] = {}
        for day in sorted(self.stated):
            found[day.year] = (*found.get(day.year, ()), (day, self.stated[day]))
        return found


def months_after(day: date, count: int) -> date:
    """Return the same date so many months on, the end of the month where it has no such date."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
