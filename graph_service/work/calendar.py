"""Working days 工作日: the yearly holidays of the State Council with the days that are worked instead, and what a city adds."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import holidays

_DAY = timedelta(days=1)


@cache
def _year(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year)


@cache
def _is_worked(day: date) -> bool:
    return bool(_year(day.year).is_working_day(day))


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
        while count > 0:
            day += _DAY
            count -= self.is_worked(day)
        return day

    def before(self, day: date, count: int) -> date:
        """Return the day so many working days before this one."""
        while count > 0:
            day -= _DAY
            count -= self.is_worked(day)
        return day

    def after(self, day: date, count: int) -> date:
        """Return the day so many working days after this one, before it where the number is negative."""
        return self.ahead(day, count) if count >= 0 else self.before(day, -count)

    def between(self, start: date, end: date) -> int:
        """Return how many working days there are after the first day up to the second, that one included."""
        return sum(self.is_worked(start + _DAY * (place + 1)) for place in range((end - start).days))

    def left(self, today: date, last: date) -> int:
        """Return how many working days there are up to a last day; of one that is over how many are over since, as a negative number."""
        return self.between(today, last) if today <= last else -self.between(last, today)


def months_after(day: date, count: int) -> date:
    """Return the same date so many months on, the end of the month where it has no such date."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
