"""Working days beside a second library that keeps the same notices in tables of its own."""

import random
from datetime import date, timedelta

import chinese_calendar
import pytest

from graph_service.work.calendar import WorkCalendar, months_after

KNOWN = WorkCalendar()


@pytest.mark.parametrize("year", range(2018, 2027))
def test_every_day_of_a_year_is_worked_or_not_as_the_other_library_says(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=place) for place in range(366)]

    assert [day for day in days if day.year == year and KNOWN.is_worked(day) != chinese_calendar.is_workday(day)] == []
    assert not KNOWN.is_foreseen(year)


def test_weekends_that_are_worked_instead_count() -> None:
    # Spring Festival 2026: off from 15 to 23 February, 14 and 28 February are worked.
    assert KNOWN.is_worked(date(2026, 2, 14))
    assert KNOWN.ahead(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert KNOWN.ahead(date(2026, 2, 14), 1) == date(2026, 2, 24)
    assert KNOWN.before(date(2026, 2, 24), 1) == date(2026, 2, 14)
    assert KNOWN.on_or_after(date(2026, 2, 15)) == date(2026, 2, 24)


def test_a_year_without_a_notice_is_foreseen_until_a_city_states_its_days() -> None:
    later = date(2031, 10, 12)

    assert KNOWN.is_foreseen(2031)
    assert not KNOWN.is_worked(date(2031, 10, 1))
    stated = WorkCalendar({later: True})
    assert stated.is_worked(later)
    assert not stated.is_foreseen(2031)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2026, 3, 15), 2, date(2026, 5, 15)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
    ],
)
def test_months_run_to_the_same_date_or_the_end_of_the_month(day: date, count: int, then: date) -> None:
    assert months_after(day, count) == then


def test_days_between_are_counted_like_days_ahead() -> None:
    start = date(2025, 9, 1)
    for count in range(1, 60):
        assert KNOWN.between(start, KNOWN.ahead(start, count)) == count


def test_counts_by_the_year_are_those_of_counting_day_by_day() -> None:
    drawn = random.Random(20)  # noqa: S311 — days of a test
    ordinary = date(2019, 1, 1)
    stated = {ordinary + timedelta(days=drawn.randrange(4000)): drawn.random() < 0.5 for _ in range(200)}
    stated |= {date(2024, 12, 31): False, date(2025, 1, 1): True}
    for known in (KNOWN, WorkCalendar(stated)):
        for _ in range(30):
            start = ordinary + timedelta(days=drawn.randrange(4000))
            end = start + timedelta(days=drawn.choice((-400, -1, 0, 1, 3, 40, 400, 1500)))
            days = [start + timedelta(days=place + 1) for place in range((end - start).days)]
            count = drawn.randrange(300)
            ahead, behind = known.ahead(start, count), known.before(start, count)

            assert known.between(start, end) == sum(map(known.is_worked, days)), (start, end)
            assert (ahead, behind) == (_walked(known, start, count, 1), _walked(known, start, count, -1)), (
                start,
                count,
            )


def _walked(known: WorkCalendar, day: date, count: int, step: int) -> date:
    while count > 0:
        day += timedelta(days=step)
        count -= known.is_worked(day)
    return day
