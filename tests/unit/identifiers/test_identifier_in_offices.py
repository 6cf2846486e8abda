"""Forms that offices write beside the tidy ones: what is plain is read, what is not says why and what to do."""

import datetime as dt

import pytest

from schema.identifiers import NORMALISERS, Refused


@pytest.mark.parametrize(
    "written",
    [
        "二O二五年三月七日",
        "二Ｏ二五年三月七日",
        "二o二五年三月七日",
        "二0二五年三月七日",
        "2025。3。7",
        "2025、3、7",
        "2025 03 07",
        "2025.3.7日",
        "2025.03.07.",
        "西元2025年3月7日",
        "2025。3。7 10:30",
    ],
)
def test_a_day_as_people_type_it(written: str) -> None:
    assert NORMALISERS["date"](written) == dt.date(2025, 3, 7)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("date", "约2025年3月7日", "only roughly"),
        ("date", "2025年3月7日前", "only roughly"),
        ("date", "2025年3月7日左右", "only roughly"),
        ("date", "2025年3月上旬", "only roughly"),
        ("date", "2025年3月底", "only roughly"),
        ("date", "2025年第一季度", "only roughly"),
        ("date", "2025年3月7、8日", "range of days"),
        ("date", "2025-03-07/2025-03-09", "range of days"),
        ("date", "2025-03-07、2025-03-09", "range of days"),
        ("date", "3月7日", "no year"),
        ("month", "3月", "no year"),
        ("date", "250307", "two digits"),
        ("date", "202503", "names no day"),
        ("date", "07-Mar-25", "two digits"),
        ("date", 45658, "declare the column as excel_date"),
        ("date", 45658.5, "declare the column as excel_date"),
        ("date", 2025, "is not a date"),
        ("date", True, "is not a date"),
        ("excel_date", 2025, "may be a year"),
        ("excel_datetime_1904", 1950, "may be a year"),
        ("excel_date", 1900.0, "may be a year"),
    ],
)
def test_what_names_no_one_day_says_why(name: str, value: object, told: str) -> None:
    with pytest.raises(Refused) as caught:
        NORMALISERS[name](value)

    assert told in caught.value.reason_en


@pytest.mark.parametrize(("count", "day"), [(1899, (1905, 3, 13)), (2100, (1905, 9, 30)), (45658, (2025, 1, 1))])
def test_a_day_count_that_is_no_year_is_one(count: int, day: tuple[int, int, int]) -> None:
    assert NORMALISERS["excel_date"](count) == dt.date(*day)


@pytest.mark.parametrize(
    ("name", "written", "fen"),
    [
        ("money_yuan", "人民币壹佰元整（¥100.00）", 10_000),
        ("money_yuan", "100元(大写:壹佰元整)", 10_000),
        ("money_yuan", "5000（大写：伍仟元整）", 500_000),
        ("money_wan", "伍万元整（50000）", 5_000_000),
        ("money", "¥1,234.50（壹仟贰佰叁拾肆元伍角）", 123_450),
        ("money_yuan", "1.5仟万元", 1_500_000_000),
        ("money_yuan", "3佰元", 30_000),
    ],
)
def test_a_sum_in_words_and_figures_is_one_sum(name: str, written: str, fen: int) -> None:
    assert NORMALISERS[name](written) == fen


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("壹佰元整（¥1000.00）", "two amounts that differ"),
        ("100元（200元）", "two amounts that differ"),
        ("100韩元", "foreign currency"),
        ("卢布100", "foreign currency"),
        ("₩1000", "foreign currency"),
        ("瑞士法郎5", "foreign currency"),
        ("十几万", "approximate"),
        ("数万元", "approximate"),
        ("不超过5万元", "approximate"),
        ("5万元以内", "approximate"),
        ("10万+", "approximate"),
    ],
)
def test_what_is_no_one_sum_of_yuan_says_why(value: str, told: str) -> None:
    with pytest.raises(Refused) as caught:
        NORMALISERS["money_yuan"](value)

    assert told in caught.value.reason_en


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("张三等3人", "several names"),
        ("张三等人", "several names"),
        ("姓名：张三", "give the name alone"),
        ("张三（13812345678）", "give the name alone"),
        ("张三360502199003070016", "give the name alone"),
    ],
)
def test_a_name_with_more_in_its_cell_says_why(value: str, told: str) -> None:
    with pytest.raises(Refused) as caught:
        NORMALISERS["name"](value)

    assert told in caught.value.reason_en


def test_an_address_of_dashes_is_none() -> None:
    assert NORMALISERS["postal_text"]("~") is None
