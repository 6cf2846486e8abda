"""Dates, moments and day counts of spreadsheets."""

import datetime as dt

import pytest

from schema.identifiers import (
    Refused,
    date,
    datetime,
    excel_date,
    excel_date_1904,
    excel_datetime,
    excel_datetime_1904,
)

THE_DAY = dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    "value",
    [
        "2024-01-05",
        "2024-1-5",
        "2024/1/5",
        "2024/01/05",
        "2024.1.5",
        "2024.01.05",
        "20240105",
        20240105,
        20240105.0,
        "2024年1月5日",
        "2024年01月05日",
        "2024年1月5号",
        "2024 年 1 月 5 日",
        "二〇二四年一月五日",
        "二零二四年一月五日",
        "二○二四年一月五日",
        "民国一百一十三年一月五日",
        "民国113年1月5日",
        "民国113/01/05",
        "民国一百一十三年元月五日",
        "中華民國一一三年一月五日",
        "２０２４－０１－０５",
        " 2024-01-05 ",
        "2024-01-05 00:00:00",
        "2024-01-05T10:30:00",
        "2024/1/5 8:05",
        "2024-01-05（星期五）",
        "公元2024年1月5日",
        "2024-01-04T20:00:00Z",
        dt.date(2024, 1, 5),
        dt.datetime(2024, 1, 5, 23, 59),
        dt.datetime(2024, 1, 4, 20, tzinfo=dt.UTC),
    ],
)
def test_date(value: object) -> None:
    assert date(value) == THE_DAY
    assert type(date(value)) is dt.date


def test_date_far_ends() -> None:
    assert date("民国元年一月一日") == dt.date(1912, 1, 1)
    assert date("二〇二〇年十二月卅一日") == dt.date(2020, 12, 31)
    assert date("一九四九年十月廿五日") == dt.date(1949, 10, 25)
    assert date("1900-01-01") == dt.date(1900, 1, 1)
    assert date("2024-02-29") == dt.date(2024, 2, 29)
    assert date("不详") is None


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("0000-00-00", "all-zero"),
        ("0000-00-00 00:00:00", "all-zero"),
        ("00000000", "all-zero"),
        ("2023-02-29", "does not exist"),
        ("2024-13-01", "does not exist"),
        ("2024-00-05", "does not exist"),
        ("20240230", "does not exist"),
        ("9999-12-31", "outside 1900"),
        ("1899-12-31", "outside 1900"),
        (dt.date(9999, 12, 31), "outside 1900"),
        (dt.datetime.max.replace(tzinfo=dt.timezone(dt.timedelta(hours=-10))), "outside 1900"),
        ("24-1-5", "two digits"),
        ("24年1月5日", "two digits"),
        ("240105", "names no day|two digits"),
        ("1/5/2024", "year last"),
        ("05-01-2024", "year last"),
        ("2024年1月", "names no day"),
        ("2024-01", "names no day"),
        ("2024", "names no day"),
        ("45296", "excel_date"),
        (45296, "excel_date"),
        (2024.1, "not a date"),
        (float("nan"), "not a date"),
        (True, "not a date"),
        ("去年", "not a date"),
        ("2024-01-05 25:00", "time of day"),
        ("2024-01-05 后", "only roughly"),
        ("\ud800", "half"),
    ],
)
def test_date_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        date(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-01-05 10:30:15", (10, 30, 15)),
        ("2024-01-05T10:30:15", (10, 30, 15)),
        ("2024-01-05 10:30", (10, 30, 0)),
        ("2024/1/5 8:05", (8, 5, 0)),
        ("20240105103015", (10, 30, 15)),
        ("2024-01-05T02:30:15Z", (10, 30, 15)),
        ("2024-01-05T10:30:15+08:00", (10, 30, 15)),
        ("2024年1月5日上午9时30分", (9, 30, 0)),
        ("2024年1月5日 下午3点半", (15, 30, 0)),
        ("2024年1月5日下午3:05", (15, 5, 0)),
        ("二〇二四年一月五日下午三点", (15, 0, 0)),
        ("2024-01-05 中午12:10", (12, 10, 0)),
        ("2024-01-05 凌晨12:10", (0, 10, 0)),
        ("2024-01-05 晚上8点", (20, 0, 0)),
        ("2024/1/5 3:30 PM", (15, 30, 0)),
        ("2024/1/5 12:30 AM", (0, 30, 0)),
        ("2024-01-05", (0, 0, 0)),
        (dt.datetime(2024, 1, 5, 2, 30, tzinfo=dt.UTC), (10, 30, 0)),
        (THE_DAY, (0, 0, 0)),
    ],
)
def test_datetime(value: object, expected: tuple[int, int, int]) -> None:
    assert datetime(value) == dt.datetime(2024, 1, 5, *expected)


def test_datetime_keeps_fractions_and_the_end_of_the_day() -> None:
    assert datetime("2024-01-05 10:30:15.250") == dt.datetime(2024, 1, 5, 10, 30, 15, 250000)
    assert datetime("2024-01-05 24:00") == dt.datetime(2024, 1, 6)
    assert datetime("—") is None


@pytest.mark.parametrize(
    "value",
    [
        "2024-01-05 25:00",
        "2024-01-05 10:60",
        "2024-01-05 10:30:60",
        "2024-01-05 24:01",
        "2024-01-05 上午15:00",
        "2024-01-05 上午3:00 PM",
        "2024-01-05 10",
        "2024-01-0510:30",
        "2024-02-30 10:00",
        "1850-01-01 10:00",
        "10:30",
        "2024-01-05 abc",
        1704421815,
        b"2024-01-05",
    ],
)
def test_datetime_refuses(value: object) -> None:
    with pytest.raises(Refused):
        datetime(value)


@pytest.mark.parametrize(
    ("value", "in_1900", "in_1904"),
    [
        (45296, "2024-01-05", "2028-01-06"),
        (45296.0, "2024-01-05", "2028-01-06"),
        ("45296", "2024-01-05", "2028-01-06"),
        ("45296.75", "2024-01-05", "2028-01-06"),
        ("４５２９６", "2024-01-05", "2028-01-06"),
        (1, "1900-01-01", "1904-01-02"),
        (59, "1900-02-28", "1904-02-29"),
        (61, "1900-03-01", "1904-03-02"),
        (43834, "2020-01-04", "2024-01-05"),
        ("2024-01-05", "2024-01-05", "2024-01-05"),
        (20240105, "2024-01-05", "2024-01-05"),
        (THE_DAY, "2024-01-05", "2024-01-05"),
        ("无", None, None),
    ],
)
def test_excel_date(value: object, in_1900: str | None, in_1904: str | None) -> None:
    assert excel_date(value) == (in_1900 and dt.date.fromisoformat(in_1900))
    assert excel_date_1904(value) == (in_1904 and dt.date.fromisoformat(in_1904))


def test_excel_datetime_rounds_to_the_second() -> None:
    assert excel_datetime(45296.4375) == dt.datetime(2024, 1, 5, 10, 30)
    assert excel_datetime(45296 + 37815 / 86400) == dt.datetime(2024, 1, 5, 10, 30, 15)
    assert excel_datetime_1904(43834.5) == dt.datetime(2024, 1, 5, 12)
    assert excel_datetime("2024-01-05 10:30") == dt.datetime(2024, 1, 5, 10, 30)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (60, "29 February 1900"),
        (60.5, "29 February 1900"),
        (0, "day count below one"),
        (-5, "day count below one"),
        (99999, "outside 1900"),
        ("2024", "names no day"),
        ("60", "not a date"),
        (123456, "not a date"),
        (float("nan"), "not a date"),
        (float("inf"), "not a date"),
        (True, "not a date"),
        ("0000-00-00", "all-zero"),
    ],
)
def test_excel_date_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        excel_date(value)
