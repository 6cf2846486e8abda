"""Lines that are no records are told as such, and a record that only looks like one of them stays a record."""

from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from loaders.declare.parts import SourceReading
from loaders.readers import open_inputs
from loaders.rejection import Rejection
from tests.unit.loaders.case_files import source_of

_HEAD = "编号,姓名,金额,单位,日期"
_ROWS = ["K1,张三,12,财政局,2024-01-05", "K2,李四,13,教育局,2024-01-06"]


def _classes(folder: Path, *lines: str, head: str = _HEAD, **more: object) -> list[str]:
    (folder / "a.csv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    source = source_of({"format": "csv", "files": "a.csv"}, columns="open", **more)
    items = next(open_inputs(SourceReading.of(source), folder)).rows()
    return [item.reason.value_class if isinstance(item, Rejection) else "record" for item in items]


@pytest.mark.parametrize(
    "words",
    [
        "合计", "合　计", "合 计：", "总 计", "小计", "共计", "累计", "本页合计", "本页小计", "本月合计", "本年累计", "总合计",
        "合计数", "（合计）", "【合计】", "合计(人)", "合计（大写）", "合计：12人", "共计12人", "共 12 条", "共12条记录", "总计 12 户",
        "*合计*", "—合计—", "财政局小计", "2024年合计", "一月份累计", "人员小计", "各单位汇总", "Total", "TOTAL:", "Grand Total",
        "Sub-total", "subtotal", "Total 12 records", "(12 rows)", "(12 行受影响)", "已选择 12 行。",
        "截至本页累计", "以上合计", "全县合计", "平均", "平均值", "\ufeff合计", "合\u200b计", "ＴＯＴＡＬ", "总计：",
    ],
)  # fmt: skip
@pytest.mark.parametrize("rest", [",,25,,", ",共2人,25,,", ",,,,"], ids=["sum", "count", "alone"])
def test_totals_are_no_records(tmp_path: Path, words: str, rest: str) -> None:
    assert _classes(tmp_path, *_ROWS, words + rest) == ["record", "record", "total row"]


@pytest.mark.parametrize("line", ["12 rows selected.", "(12 rows affected)", "合计：12", "共 12 条", "Total: 12"])
def test_totals_in_a_line_without_delimiters(tmp_path: Path, line: str) -> None:
    assert _classes(tmp_path, *_ROWS, line) == ["record", "record", "total row"]


@pytest.mark.parametrize(
    "line",
    [
        "制表人：张三,,,,", "制表人：,张三,审核人：,李四,", "制表人：张三,审核人：李四,单位负责人：王五,日期：2024-01-05,", "审核人:李四,,,,",
        "填表日期：2024年1月5日,,,,", "填表日期 2024-01-05,,,,", "备注：本表一式两份。,,,,", "说明：金额单位为元,,,,", "注：1. 不含税,,,,",
        "注1：不含税,,,,", "单位负责人：,,,,", "单位（盖章）,,,,", "以下空白,,,,", "——以下空白——,,,,", "（以下无正文）,,,,", "第1页 共3页,,,,",
        "第 1 页,,,,", "打印时间：2024-01-05 10:00,,,,", "打印时间 2024-01-05,,,,", "数据来源：财政局,,,,", "过次页,,,,", "Note: draft,,,,",
        "领款人签字：,,,,", "监督电话：0790-6622222,,,,", "本表由经办人填写，一式两份。,,,,", "填报单位：财政局,,报送日期：2024-01-05,,",
        ",,,制表人：张三,", ",备注：本表一式两份,,,",
    ],
)  # fmt: skip
def test_what_stands_below_a_table_is_no_record(tmp_path: Path, line: str) -> None:
    assert _classes(tmp_path, *_ROWS, line) == ["record", "record", "footer row"]


@pytest.mark.parametrize(
    "line",
    [
        "编号,姓名,金额,单位,日期", "\ufeff编号,姓名,金额,单位,日期", " 编号 , 姓名,金额,单 位,日期", '"编号","姓名","金额","单位","日期"',
        "编号,姓名,金额,单位,", '="编号","姓名",金额,单位,日期', "姓名,编号,金额,单位,日期",
    ],
)  # fmt: skip
def test_the_header_once_more_is_no_record(tmp_path: Path, line: str) -> None:
    assert _classes(tmp_path, *_ROWS, line) == ["record", "record", "header row"]


def test_a_header_of_latin_letters_comes_again_in_any_case(tmp_path: Path) -> None:
    head = "编号,姓名,金额,Unit,Date"

    assert _classes(tmp_path, _ROWS[0], "编号,姓名,金额,UNIT,date", head=head) == ["record", "header row"]


@pytest.mark.parametrize(
    "line",
    [
        "K3,合计贸易公司,14,财政局,2024-01-05", "K3,小计,14,财政局,2024-01-05", "K3,备注：无,14,财政局,2024-01-05", "K3,,,,",
        "K3,张三,,,", "T3,张三,14,财政局,2024-01-05", "Total1,张三,14,财政局,2024-01-05", "合计贸易公司,张三,14,财政局,2024-01-05",
        "共青城,张三,14,财政局,2024-01-05", "总务处,张三,14,财政局,2024-01-05", "小计划,张三,14,财政局,2024-01-05",
        "王小计,张三,14,财政局,2024-01-05",
        "K3：1,张三,14,财政局,2024-01-05", "Summer,张三,14,财政局,2024-01-05", "会计学会,张三,14,财政局,2024-01-05",
        "审核人协会,张三,14,财政局,2024-01-05", "备注：甲,张三,14,财政局,2024-01-05", "姓名,张三,14,财政局,2024-01-05",
    ],
)  # fmt: skip
def test_a_record_that_looks_alike_stays_a_record(tmp_path: Path, line: str) -> None:
    assert _classes(tmp_path, *_ROWS, line) == ["record", "record", "record"]


@pytest.mark.parametrize("words", ["合计", "累计", "小计", "备注：甲", "注：甲"])
def test_words_before_a_key_like_those_above_are_a_value(tmp_path: Path, words: str) -> None:
    head, rows = "类别,编号,姓名,金额", ["按月,K1,张三,12", "按年,K2,李四,13"]

    assert _classes(tmp_path, *rows, f"{words},K3,王五,14", head=head) == ["record"] * 3
    assert _classes(tmp_path, *rows, f"{words},,,25", head=head)[2] in ("total row", "footer row")


def test_a_total_with_a_number_where_the_key_stands(tmp_path: Path) -> None:
    head, rows = "姓名,编号,金额", ["张三,360502199003070016,12", "李四,360502199003070024,13"]

    assert _classes(tmp_path, *rows, "合计,2,25", head=head) == ["record", "record", "total row"]


def test_keys_that_are_names_or_labels_stay_records(tmp_path: Path) -> None:
    units = ["财政局,张三,12,,", "共青团市委,李四,,,", "总工会,,,,", "合作社联社,王五,14,,"]

    assert _classes(tmp_path, *units) == ["record"] * 4
    assert _classes(tmp_path, "类别：甲,,12,,", "类别：乙,,13,,") == ["record"] * 2


def test_a_key_of_two_columns_is_there_or_not(tmp_path: Path) -> None:
    rows = ["1,张三,12,,", "2,李四,13,,"]

    assert _classes(tmp_path, *rows, "合计,,25,,", key=["编号", "姓名"]) == ["record", "record", "total row"]


def test_they_are_told_in_a_workbook_as_well(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    page = book.add_worksheet()
    lines = (
        ["编号", "姓名", "金额"],
        ["K1", "张三", 12],
        ["本页小计", None, 12],
        ["编号", "姓名", "金额"],
        ["制表人：", "李四"],
    )
    for number, cells in enumerate(lines):
        page.write_row(number, 0, cells)
    book.close()

    rows = list(next(open_inputs(SourceReading.of(source_of({"format": "xlsx", "files": "a.xlsx"})), tmp_path)).rows())

    assert [row.reason.value_class for row in rows if isinstance(row, Rejection)] == [
        "total row", "header row", "footer row",
    ]  # fmt: skip
    assert rows[0] == (1, ["K1", "张三", 12])


def test_a_line_that_comes_through_the_child_process_is_told_alike(tmp_path: Path) -> None:
    rows = [f"K{number},张三,12,财政局,2024-01-05" for number in range(60_000)]

    assert _classes(tmp_path, *rows, "合计,,,,")[-1] == "total row"
