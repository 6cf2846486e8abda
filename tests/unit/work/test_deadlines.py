"""Time limits against a calculation of their own: day by day, with another library's working days."""

import random
from datetime import date, timedelta

import chinese_calendar
import pytest

from graph_service.work.calendar import WorkCalendar
from graph_service.work.deadlines import Clock, Done, Owed, SetBy
from graph_service.work.limits import Limits, read_limits

CLOCK = Clock(read_limits())
DAY = timedelta(days=1)


def owed(limit: str, done: list[Done], received: date | None = None, clock: Clock = CLOCK) -> Owed:
    return next(each for each in clock.owed(received, {"REAL_NAME"}, done) if each.limit == limit)


def test_a_disposal_is_due_a_month_after_the_assignment() -> None:
    found = owed("DISPOSAL_PROPOSED", [Done("APPROVE_ASSIGNMENT", date(2026, 9, 4))])

    # 4 October 2026 is a holiday: the last day goes to the 8th.
    assert (found.due_on, found.set_by, found.rule) == (
        date(2026, 10, 8),
        SetBy.STATUTORY,
        "Discipline-work rules 2019, 21",
    )
    assert found.warns_on == date(2026, 9, 28)
    assert (found.met_on, found.is_paused, found.is_foreseen) == (None, False, False)


def test_who_signs_a_real_name_is_told_within_fifteen_working_days() -> None:
    found = owed("ACCEPTANCE_TOLD", [Done("SCREEN", date(2026, 2, 12))], date(2026, 2, 11))

    assert found.due_on == date(2026, 3, 10)  # 14 and 28 February are worked
    assert [each.limit for each in CLOCK.owed(date(2026, 2, 11), (), [])] == []


def test_an_earlier_day_of_a_leader_counts_and_a_later_one_does_not() -> None:
    begun = Done("BEGIN_VERIFICATION", date(2026, 3, 2))
    sooner = owed("VERIFIED", [begun, Done("SET_DUE", date(2026, 3, 3), "VERIFIED", date(2026, 3, 20))])
    later = owed("VERIFIED", [begun, Done("SET_DUE", date(2026, 3, 3), "VERIFIED", date(2026, 8, 20))])

    assert (sooner.due_on, sooner.set_by) == (date(2026, 3, 20), SetBy.LEADER)
    assert (later.due_on, later.set_by) == (date(2026, 5, 6), SetBy.STATUTORY)  # 2 May is a holiday


def test_an_extension_lengthens_as_often_as_the_rule_says() -> None:
    begun = Done("BEGIN_VERIFICATION", date(2026, 3, 12))
    once = owed("VERIFIED", [begun, Done("EXTEND", date(2026, 4, 1), "VERIFIED")])
    twice = owed(
        "VERIFIED", [begun, Done("EXTEND", date(2026, 4, 1), "VERIFIED"), Done("EXTEND", date(2026, 4, 2), "VERIFIED")]
    )

    assert once.due_on == twice.due_on == date(2026, 6, 12)


def test_while_the_clock_stands_nothing_runs() -> None:
    begun = Done("BEGIN_TALK", date(2026, 3, 2))
    stopped = owed("TALK_REPORTED", [begun, Done("PAUSE", date(2026, 3, 9))])
    again = owed("TALK_REPORTED", [begun, Done("PAUSE", date(2026, 3, 9)), Done("RESUME", date(2026, 3, 19))])

    assert stopped.is_paused
    assert (again.is_paused, again.due_on) == (False, date(2026, 4, 13))  # 2 April and ten days, a Sunday before


def test_a_limit_of_the_city_counts_where_it_is_earlier_and_stands_still_in_its_own_unit() -> None:
    stated = read_limits().model_dump()
    stated["limits"]["VERIFIED"]["local"] = {"limit": "15 wd", "rule": "county A"}
    clock = Clock(Limits.model_validate(stated))
    begun = Done("BEGIN_VERIFICATION", date(2026, 3, 2))
    found = owed("VERIFIED", [begun], clock=clock)
    stood = owed("VERIFIED", [begun, Done("PAUSE", date(2026, 3, 6)), Done("RESUME", date(2026, 3, 9))], clock=clock)

    assert (found.due_on, found.set_by, found.rule) == (date(2026, 3, 23), SetBy.LOCAL, "county A")
    assert stood.due_on == date(2026, 3, 24)  # a weekend and one working day


def test_a_holiday_at_the_end_is_passed_over_once() -> None:
    may = owed("VERIFIED", [Done("BEGIN_VERIFICATION", date(2026, 3, 2)), Done("EXTEND", date(2026, 3, 3), "VERIFIED")])
    end = owed(
        "VERIFIED", [Done("BEGIN_VERIFICATION", date(2024, 12, 31)), Done("EXTEND", date(2025, 1, 3), "VERIFIED")]
    )

    assert may.due_on == date(2026, 6, 2)
    assert end.due_on == date(2025, 3, 31)


def test_a_clock_that_stood_before_the_limit_began_stands_for_it() -> None:
    stopped = [Done("PAUSE", date(2026, 3, 1)), Done("BEGIN_TALK", date(2026, 3, 2))]
    going_on = owed("TALK_REPORTED", [*stopped, Done("RESUME", date(2026, 3, 12))])

    assert owed("TALK_REPORTED", stopped).is_paused
    assert (going_on.is_paused, going_on.due_on) == (False, date(2026, 4, 13))


def test_what_is_overdue_stays_so_though_the_clock_is_stopped_then() -> None:
    late = owed("TALK_REPORTED", [Done("BEGIN_TALK", date(2026, 3, 2)), Done("PAUSE", date(2026, 4, 9))])

    assert (late.is_paused, late.due_on) == (False, date(2026, 4, 2))


def test_a_life_that_ends_owes_nothing_but_the_answer_to_who_reported() -> None:
    done = [Done("SCREEN", date(2026, 3, 3)), Done("KEEP_REPEAT", date(2026, 3, 4), ends=True)]
    refused = [Done("SCREEN", date(2026, 3, 3)), Done("REFUSE", date(2026, 3, 4), ends=True)]

    assert CLOCK.owed(date(2026, 3, 2), {"REAL_NAME"}, done) == []
    assert [each.limit for each in CLOCK.owed(date(2026, 3, 2), {"REAL_NAME"}, refused)] == ["RESULT_TOLD"]


def test_a_leaders_newest_day_counts_and_only_for_its_limit() -> None:
    begun = Done("BEGIN_VERIFICATION", date(2026, 3, 2))
    said = [Done("SET_DUE", date(2026, 3, 3), "VERIFIED", date(2026, 3, day)) for day in (10, 20)]

    assert owed("VERIFIED", [begun, *said]).due_on == date(2026, 3, 20)
    assert owed("ACCEPTANCE_TOLD", [begun, *said], date(2026, 3, 2)).set_by is SetBy.STATUTORY


def test_each_start_is_a_limit_of_its_own_and_is_met_once() -> None:
    done = [
        Done("BEGIN_TALK", date(2026, 3, 2)), Done("REPORT_TALK", date(2026, 3, 20)),
        Done("TALK_AGAIN", date(2026, 3, 23)), Done("REPORT_TALK", date(2026, 5, 20)),
    ]  # fmt: skip
    found = [each for each in CLOCK.owed(None, (), done) if each.limit == "TALK_REPORTED"]

    assert [(each.due_on, each.met_on) for each in found] == [
        (date(2026, 4, 2), date(2026, 3, 20)),
        (date(2026, 4, 23), date(2026, 5, 20)),
    ]


@pytest.mark.parametrize("seed", range(40))
def test_working_days_are_counted_as_by_hand(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - no secret
    received = date(2024, 1, 2) + timedelta(days=drawn.randrange(900))
    stop, count = drawn.randrange(1, 12), drawn.randrange(1, 40)
    paused, resumed = received + stop * DAY, received + (stop + count) * DAY
    done = [Done("PAUSE", paused), Done("RESUME", resumed)] if seed % 2 else []
    # By hand: fifteen working days after the receipt, and as many more as the clock stood still.
    left, day = 15, received
    if done:
        within = sum(chinese_calendar.is_workday(received + place * DAY) for place in range(1, stop + 1))
        if within < 15:
            left += sum(chinese_calendar.is_workday(paused + place * DAY) for place in range(1, count + 1))
    while left:
        day += DAY
        left -= chinese_calendar.is_workday(day)

    assert owed("ACCEPTANCE_TOLD", done, received).due_on == day


def test_a_year_without_a_notice_is_said_to_be_foreseen() -> None:
    assert owed("EXECUTED", [Done("DECIDE", date(2030, 11, 5))], clock=Clock(read_limits(), WorkCalendar())).is_foreseen
