"""Days as people tell them: by the moon, by a feast, twice in one sentence."""

from datetime import date

import pytest

from graph_service.mentions.days.dates import find_dates
from graph_service.mentions.days.feasts import day_of_feast
from graph_service.mentions.days.lunar import last_of_year, lunar_day, lunar_month
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import SURE_FROM

_ON = date(2024, 11, 20)


def told(text: str, on: date | None = _ON) -> list[tuple[str, str, bool]]:
    """Return the words of each day with its normal form, and whether it is sure."""
    folded = fold_text(text).text
    return [
        (folded[span.start : span.end], days.normal, span.certainty >= SURE_FROM)
        for span, days in find_dates(folded, on)
    ]


@pytest.mark.parametrize(
    ("moon", "sun"),
    [
        ("2024-1-1", date(2024, 2, 10)),
        ("2023-8-15", date(2023, 9, 29)),
        ("2020-8-15", date(2020, 10, 1)),
        ("2025-5-5", date(2025, 5, 31)),
        ("2033-12-1", date(2034, 1, 20)),  # a year with a second eleventh month
        ("1998-9-9", date(1998, 10, 28)),
    ],
)
def test_a_day_of_the_moon_is_a_day_of_the_sun(moon: str, sun: date) -> None:
    year, month, day = map(int, moon.split("-"))
    days = lunar_day(year, month, day)

    assert days is not None
    assert (days.first, days.last) == (sun, sun)


def test_a_year_follows_the_eve_of_the_one_before_it() -> None:
    for year in range(1990, 2035):
        eve, new = last_of_year(year), lunar_day(year + 1, 1, 1)

        assert eve is not None
        assert new is not None
        assert (new.first - eve.first).days == 1


def test_what_the_moon_does_not_have_is_none() -> None:
    assert lunar_day(2024, 12, 30) is None
    assert lunar_month(2024, 6, is_leap=True) is None
    assert lunar_month(2036, 1) is None


@pytest.mark.parametrize(("year", "day"), [(1992, 4), (1995, 5), (2016, 4), (2023, 5), (2024, 4), (2028, 4)])
def test_the_day_of_the_dead_is_when_the_sun_says(year: int, day: int) -> None:
    found = day_of_feast("清明", year)

    assert found is not None
    assert found.first == date(year, 4, day)


@pytest.mark.parametrize(
    ("text", "words", "day", "is_sure"),
    [
        ("农历八月十六晚上送来", "农历八月十六", "2024-09-18", True),
        ("2023年农历六月初三摆酒", "2023年农历六月初三", "2023-07-20", True),
        ("农历2023年闰二月初一", "农历2023年闰二月初一", "2023-03-22", True),
        ("正月初六在他家打牌", "正月初六", "2024-02-15", True),
        ("大年初三收的", "大年初三", "2024-02-12", True),
        ("七月廿二办的升学宴", "七月廿二", "2024-08-25", True),
        ("腊月廿三祭灶那天", "腊月廿三", "2024-02-02", True),
        ("2022年腊月二十送的", "2022年腊月二十", "2023-01-11", False),
        ("八月十五那晚送的螃蟹", "八月十五", "2024-09-17", False),
        ("四月十二那晚在河边", "四月十二", "2024-04-12", False),  # of the sun or of the moon
        ("十月十五那晚在河边", "十月十五", "2024-10-15", False),
        ("正月初八请的客，四月十二那晚又请", "四月十二", "2024-05-19", False),  # the text counts by the moon
        ("元月十四日中午", "元月十四日", "2024-01-14", True),
        ("端午前一天收了粽子", "端午前一天", "2024-06-09", True),
        ("2023年中秋节前三天", "2023年中秋节前三天", "2023-09-26", False),
        ("国庆第二天一早就走了", "国庆第二天", "2024-10-02", True),
        ("除夕当晚值班无人", "除夕当晚", "2024-02-09", True),
        ("元旦前一天突击花钱", "元旦前一天", "2023-12-31", True),
        ("春节后上班第一天就没见人", "春节后上班第一天", "2024-02-16/2024-02-19", False),
        ("去年重阳节当天", "去年重阳节当天", "2023-10-23", True),
        ("去年腊月给的钱", "去年腊月", "2024-01-11/2024-02-09", False),
        ("前天晚上", "前天晚上", "2024-11-18", True),
        ("上周五下午", "上周五", "2024-11-15", True),
        ("3月5日至7日在外地", "3月5日至7日", "2024-03-05/2024-03-07", True),
        ("三八节那天发了米油", "三八节那天", "2024-03-08", True),
        ("三八妇女节当天", "三八妇女节当天", "2024-03-08", True),
        ("五一劳动节那天", "五一劳动节那天", "2024-05-01", True),
        ("六一那天在酒店", "六一那天", "2024-06-01", True),
        ("去年八一前一天", "去年八一前一天", "2023-07-31", True),
        ("教师节那天晚上", "教师节那天", "2024-09-10", True),
        ("中秋次日退回", "中秋次日", "2024-09-18", True),
        ("圣诞前夜聚餐", "圣诞前夜", "2023-12-24", False),
        ("七夕那晚", "七夕那晚", "2024-08-10", True),
        ("母亲节那天", "母亲节那天", "2024-05-12", True),
        ("2023年父亲节当天", "2023年父亲节当天", "2023-06-18", True),
        ("冬至那天", "冬至那天", "2023-12-22", True),
        ("腊八那天", "腊八那天", "2024-01-18", False),
        ("小年那天", "小年那天", "2024-02-02", False),  # a day later in the south
        ("十一长假去的", "十一长假", "2024-10-01/2024-10-07", False),
        ("2023年教师节前后", "2023年教师节", "2023-09-10", False),
    ],
)
def test_a_day_is_told_in_the_words_of_people(text: str, words: str, day: str, is_sure: bool) -> None:
    found = {each[0]: each[1:] for each in told(text)}

    assert found.get(words) == (day, is_sure)


@pytest.mark.parametrize(
    ("text", "day"), [("端午前三天（六月七号）", "2024-06-07"), ("中秋前两天（9月15日）", "2024-09-15")]
)
def test_a_day_that_is_told_twice_is_surer(text: str, day: str) -> None:
    assert [each[1:] for each in told(text)] == [(day, True)] * 2


def test_two_days_that_disagree_are_both_unsure() -> None:
    assert [each[1:] for each in told("端午前一天（六月七号）")] == [("2024-06-09", False), ("2024-06-07", False)]


@pytest.mark.parametrize(
    "text",
    ["五月三十个人没领到", "共十二月十五条", "正月里来", "每逢中秋前三天", "农历新年", "第三月十五户", "正月初六"],
)
def test_nothing_is_a_day_that_no_year_tells_or_no_day_is(text: str) -> None:
    on = None if text == "正月初六" else _ON

    assert not [each for each in told(text, on) if each[1].count("-") == 2]


@pytest.mark.parametrize(
    ("text", "words", "day", "is_sure"),
    [
        ("3.8那天来的", "3.8", "2024-03-08", True),
        ("8.14号在楼下", "8.14号", "2024-08-14", True),
        ("案发时间8.14晚上", "8.14", "2024-08-14", True),
        ("三月八号", "三月八号", "2024-03-08", True),
        ("08/14晚上在楼下", "08/14", "2024-08-14", True),
        ("8/14 19:30", "8/14", "2024-08-14", True),
        ("8-14晚上在楼下", "8-14", "2024-08-14", False),  # or from eight to fourteen
        ("8-14（周三）", "8-14（周三）", "2024-08-14", True),
        ("周三8.14下午", "8.14", "2024-08-14", True),
        ("8.14（周四）", "8.14（周四）", "2024-08-14", False),  # it was a Wednesday
        ("12.25当晚", "12.25", "2023-12-25", True),
        ("5.1劳动节", "5.1", "2024-05-01", True),
        ("8月14下午", "8月14", "2024-08-14", True),
        ("8月14至16日", "8月14至16日", "2024-08-14/2024-08-16", True),
        ("去年8.14，", "去年8.14", "2023-08-14", True),
        ("8.14-8.16期间", "8.14-8.16", "2024-08-14/2024-08-16", True),
        ("2022年动工，8.14晚上开挖", "8.14", "2022-08-14", True),
        ("2022年动工。8.14晚上开挖", "8.14", "2022-08-14", False),
    ],
)
def test_a_day_in_figures_alone_needs_a_word_beside(text: str, words: str, day: str, is_sure: bool) -> None:
    folded = fold_text(words).text

    assert (folded, day, is_sure) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "3.8万",
        "3.8元",
        "版本3.8",
        "版本3.8晚上发布",
        "3.8级",
        "8-14岁",
        "3.8",
        "8-14",
        "2.30那天",
        "13.1那天",
        "营业时间8-12下午2-6",
        "气温8-14晚上",
        "血糖8.14早上",
        "比分3-8晚上",
        "8-14点",
        "8.14号楼",
        "第8.14号",
        "青石路8.1号",
        "8月14个人",
        "10.1.1.1晚上",
        "12.31晚会",
        "二十一期间",
        "十一节课",
        "五一路8号",
        "国庆村",
        "六一小学",
        "八一大道",
        "三八红旗手",
        "小年轻",
        "星期六一起",
    ],
)
def test_figures_and_names_that_look_like_a_day_are_none(text: str) -> None:
    assert told(text) == []


def test_a_day_in_figures_has_no_year_without_that_of_the_matter() -> None:
    assert told("3.8那天来的", None) == []
    assert [each[1] for each in told("2023年3.8那天", None)] == ["2023-03-08"]
