"""The lunar calendar of 1990 to 2035: which day of the sun a day of the moon is."""

from datetime import date, timedelta
from itertools import accumulate

from graph_service.mentions.days.day_words import Days, period

# A year each: month and day on which it begins, the month that comes twice (b is the 11th, 0 none), and its months long or short.
# Computed from the new moons of Beijing time (GB/T 33661-2017); two public tables say the same.
_YEARS = (
    "01275sLssLssLsLLLL 02150sLssLssLsLLL 02040sLLssLssLsLL 01233sLLsLsLssLsLs 02100LLLsLsLssLsL "
    "01318sLLsLsLLssLsL 02190sLsLLsLsLLss 02070LsLsLsLLsLLs 01285LssLssLLsLLsL 02160LssLssLsLLLs "
    "02050LLssLssLsLLs 01244LLsLsLssLsLsL 02120LLsLsLssLsLs 02010LLsLLsLssLsL 01222sLsLLsLsLsLsL "
    "02090sLsLsLLsLsLs 01297LsLsLsLsLLsLL 02180ssLssLsLLLsL 02070LssLssLsLLsL 01265LLssLssLsLsLL "
    "02140LsLsLssLsLsL 02030LsLLsLssLsLs 01234LsLLsLsLsLsLs 02100LsLsLLsLsLsL 01319sLsLsLsLLsLsL "
    "02190sLssLsLLLsLs 02080LsLssLsLLsLL 01286sLsLssLsLsLLL 02160sLsLssLsLsLL 02050LsLsLssLssLL "
    "01254sLLLsLssLsLsL 02120sLLsLsLsLsLs 02010LsLsLLsLsLsL 01222sLssLLsLLsLsL 02100sLssLsLLsLLs "
    "01296LsLssLsLsLLLs 02170LsLssLssLLLs 02060LLsLssLssLLs 01265LLLsLssLssLLs 02130LLsLsLsLssLL "
    "02030sLsLLsLsLsLs 01233sLLsLsLLsLsLs 02110LssLsLLsLLsL 0131bsLssLsLsLLLsL 02190sLssLsLsLLsL "
    "02080LsLssLssLLsL "
)
_FIRST = 1990
_LONG, _SHORT = 30, 29
_Month = tuple[int, bool]


def _year(number: int, told: str) -> dict[_Month, tuple[date, date]]:
    leap = int(told[4], 16)
    months = [(month, is_leap) for month in range(1, 13) for is_leap in ((False, True) if month == leap else (False,))]
    sizes = [_LONG if sign == "L" else _SHORT for sign in told[5:]]
    begins = date(number, int(told[:2]), int(told[2:4]))
    ends = [begins + timedelta(days=days) for days in accumulate(sizes)]
    firsts = [begins, *ends]
    return {month: (first, end - timedelta(days=1)) for month, first, end in zip(months, firsts, ends, strict=False)}


_CALENDAR = {year: _year(year, told) for year, told in enumerate(_YEARS.split(), _FIRST)}


def lunar_month(year: int, month: int, is_leap: bool = False) -> Days | None:
    """Return the days of a month of the moon, None where the year has no such month or is not in the table."""
    ends = _CALENDAR.get(year, {}).get((month, is_leap))
    return Days(*ends, period(*ends)) if ends else None


def lunar_day(year: int, month: int, day: int, is_leap: bool = False) -> Days | None:
    """Return the day of the sun; the thirtieth of a short month is its last day only where people say so, so None."""
    days = lunar_month(year, month, is_leap)
    if not days or not 1 <= day <= (days.last - days.first).days + 1:
        return None
    found = days.first + timedelta(days=day - 1)
    return Days(found, found, found.isoformat())


def last_of_year(year: int) -> Days | None:
    """Return the eve of the next lunar year, whether its last month has 29 days or 30."""
    days = lunar_month(year, 12)
    return Days(days.last, days.last, days.last.isoformat()) if days else None
