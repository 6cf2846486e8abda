"""Days written with a zone, ends of terms, months, and dates whose order the declaration states."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.identifiers import NORMALISERS, Refused, date, datetime
from schema.identifiers.terms import date_dmy, date_mdy, month, month_end, month_start, term_end

quick = settings(max_examples=200, deadline=None, database=None, derandomize=True)
_OPEN = """
长期 长期有效 至今 现在 永久 无固定期限 無固定期限 2099-12-31 2099/12/31 20991231 2999-12-31 9999-12-31 9999年12月31日
"""
_MONTHS = """
2022.07 2022.7 2022-07 2022/7 202207 2022年7月 2022年07月 2022年7月份 二〇二二年七月 ２０２２．０７ 2022-07-15 2022年7月5日
"""
SHANGHAI = ZoneInfo("Asia/Shanghai")
days = st.dates(dt.date(1902, 1, 1), dt.date(2026, 1, 1))


@quick
@given(days, st.sampled_from(["utc", "local", "eight"]))
def test_a_midnight_exported_with_a_zone_is_its_day_or_refused(day: dt.date, way: str) -> None:
    zone = dt.timezone(dt.timedelta(hours=8)) if way == "eight" else SHANGHAI
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=zone)
    moment = midnight.astimezone(dt.UTC) if way == "utc" else midnight

    assert date(moment) == day
    assert date(moment.isoformat()) == day
    assert date(moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")) == day


@quick
@given(days)
def test_a_midnight_of_eight_hours_ahead_in_utc_is_its_day_in_every_summer(day: dt.date) -> None:
    before = day - dt.timedelta(days=1)

    assert date(f"{before}T16:00:00Z") == day
    assert date(f"{day}T00:00:00Z") == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1988-06-30T15:00:00.000Z", "1988-07-01"),
        ("1988-07-01T00:00:00+09:00", "1988-07-01"),
        ("1988-07-01 00:00:00+09", "1988-07-01"),
        ("1988-01-31T16:00:00Z", "1988-02-01"),
        ("1946-07-31T15:00:00Z", "1946-08-01"),
        ("1986-05-04T15:00:00Z", "1986-05-05"),
        ("1990-08-01T00:00+09:00[Asia/Shanghai]", "1990-08-01"),
        ("1990-08-01T00:00:00+08:00", "1990-08-01"),
        ("2024-01-05T00:00:00-05:00", "2024-01-05"),
        ("2024-01-05T12:00:00-05:00", None),
        ("2024-01-05T10:00:00-05:00", "2024-01-05"),
        ("1988-01-31T15:00:00Z", None),
        ("1988-04-12T15:00:00Z", None),
        ("2024-01-04T15:00:00Z", "2024-01-04"),
    ],
)
def test_days_of_birth_as_exporters_write_them(written: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(Refused, match="write the day alone"):
            date(written)
    else:
        assert date(written) == dt.date.fromisoformat(day)


def test_a_moment_is_what_the_clocks_of_china_showed() -> None:
    assert datetime("1988-06-30T15:30:00Z") == dt.datetime(1988, 7, 1, 0, 30)
    assert datetime("1988-07-01T10:00:00+09:00") == dt.datetime(1988, 7, 1, 10)
    assert datetime("1988-12-01T10:00:00+09:00") == dt.datetime(1988, 12, 1, 9)
    assert datetime("2024-01-05 08:30 UTC+8") == dt.datetime(2024, 1, 5, 8, 30)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024-01-05 08:30 CST", "zone by letters"),
        ("2024-01-05T08:30:00 PST", "zone by letters"),
        ("2024-01-05至2024-02-01", "range of days"),
        ("2024.1.5-2024.2.1", "range of days"),
        ("2024/1/5 ~ 2/1", "range of days"),
        ("2024年1月至3月", "range of days"),
        ("2020-01-05至今", "range of days"),
        ("1988-1990", "range of days"),
        ("农历1988年五月初三", "lunar"),
        ("一九八八年腊月廿三", "lunar"),
        ("庚子年八月十五", "lunar"),
        ("1990年闰五月初一", "lunar"),
        ("1990-05-03(阴历)", "lunar"),
        ("1704421815", "since 1970"),
        ("1704421815000", "since 1970"),
        (1704421815000, "since 1970"),
        ("31/12/2024", "date_dmy or date_mdy"),
        ("2024年1月", "as month"),
        ("2024-01-05T08:00:00+25:00", "does not exist"),
    ],
)
def test_a_refusal_says_what_it_is_and_what_to_do(written: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        date(written)


@pytest.mark.parametrize(
    "written",
    [
        "5 Jan 2024",
        "05-JAN-2024",
        "January 5, 2024",
        "Jan. 5th, 2024",
        "Fri Jan 5 2024",
        "2024-Jan-05",
        "05-1月-2024",
        "05-1月 -2024",
    ],
)
def test_a_month_as_a_word_leaves_no_doubt(written: str) -> None:
    assert date(written) == dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        *_OPEN.split(),
        *(
            "9999-12-31 00:00:00",
            "99991231235959",
            "9999",
            "长 期",
            "\u200b至今",
            "Present",
            "0000-00-00",
            "无",
            "",
            None,
            99991231,
        ),
        dt.date(9999, 12, 31),
        dt.datetime(2099, 12, 31),
    ],
)
def test_a_term_that_does_not_end_has_no_last_day(written: object) -> None:
    assert term_end(written) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-01-05", "2024-01-05"),
        ("2047年5月6日", "2047-05-06"),
        ("2098-12-31", "2098-12-31"),
        (20240105, "2024-01-05"),
    ],
)
def test_a_term_may_end_long_from_now(written: object, day: str) -> None:
    assert term_end(written) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("written", ["2024.07", "2020-01-01至今", "昨天", "2024-02-30", 45296, float("nan"), True])
def test_an_end_that_is_no_day_is_refused(written: object) -> None:
    with pytest.raises(Refused):
        term_end(written)


@pytest.mark.parametrize(
    "written",
    [
        *_MONTHS.split(),
        *("2022 年 7 月", 202207, 20220701, dt.date(2022, 7, 31)),
    ],
)
def test_a_month_keeps_its_precision(written: object) -> None:
    assert month(written) == "2022-07"


@pytest.mark.parametrize(
    "written", ["2022", "2022.13", "2022.00", "7月", "22.07", "2022.07-2022.09", 2022.1, True, "1822-07"]
)
def test_what_names_no_month_is_refused(written: object) -> None:
    with pytest.raises(Refused):
        month(written)


@quick
@given(days, st.sampled_from("/-. "))
def test_the_declared_order_decides(day: dt.date, mark: str) -> None:
    assert date_dmy(f"{day.day}{mark}{day.month}{mark}{day.year}") == day
    assert date_mdy(f"{day.month:02}{mark}{day.day:02}{mark}{day.year} 10:30") == day
    for read in (date_dmy, date_mdy):
        assert read(day.isoformat()) == read(f"{day:%Y%m%d}") == read(day) == day


def test_the_other_order_is_told() -> None:
    for read, written in ((date_dmy, "12/31/2024"), (date_mdy, "31/12/2024")):
        with pytest.raises(Refused, match="declared order"):
            read(written)
    with pytest.raises(Refused):
        date_dmy("5/1/24")


@pytest.mark.parametrize(
    ("written", "whole", "mask"),
    [
        ("360502199003070016", "360502199003070016", None),
        ("3605**********0016", None, "3605**********0016"),
        ("360502XXXXXXXX0016", None, "360502********0016"),
        ("无", None, None),
        (None, None, None),
        ("111111111111111", None, None),
    ],
)
def test_one_column_fills_the_number_or_its_mask(written: object, whole: str | None, mask: str | None) -> None:
    assert (NORMALISERS["whole_id"](written), NORMALISERS["mask_of_id"](written)) == (whole, mask)


def test_one_column_of_phones_fills_both_too() -> None:
    read, masked = NORMALISERS["whole_phone"], NORMALISERS["mask_of_phone"]

    assert [read("138****5678"), masked("138****5678")] == [None, "138****5678"]
    assert [read("+86 138-1234-5678"), masked("+86 138-1234-5678")] == ["13812345678", None]
    with pytest.raises(Refused):
        NORMALISERS["whole_id"]("360502199003070017")
    with pytest.raises(Refused, match="cross"):
        NORMALISERS["resident_id"]("11010519491231002×")


@pytest.mark.parametrize("written", ["2024.02", "2024年2月", "２０２４/２", "二〇二四年二月", 202402])
def test_a_term_in_months_has_its_first_and_last_day(written: object) -> None:
    assert (month_start(written), month_end(written)) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


@pytest.mark.parametrize("written", ["2024.13", "2024-02-30", 2022.1])
def test_a_month_that_cannot_be_is_refused_at_both_ends(written: object) -> None:
    for read in (month_start, month_end):
        with pytest.raises(Refused):
            read(written)


def test_an_open_term_in_months_has_no_end() -> None:
    assert (month_end("至今"), month_end(""), month_end("2099.12"), month_start("")) == (None, None, None, None)
