"""Bad inputs 42 to 53: values."""

import datetime as dt
from typing import Any

from schema.identifiers import ric_check as _check
from tests.bad_inputs.bench import XLSX, BadInputCase, Bench, InputEnding, Run, exact, line, rejected, source, table
from tests.bad_inputs.workbooks import book
from tests.loading import CODES, IDS

_XLSX = source(XLSX)
_JSON = source("{format: jsonl, files: a.csv, columns: [编号, 标题, 日期, 金额, 实名, 姓名, 身份证号, 代码, 电话]}")
_DAY = {"日期": "2024-01-05"}


def _taken(told: str = "", **cells: str) -> Run:
    """Return a run that demands the value of the one cell, given as `written -> stored`."""
    written = {name: each.split(" -> ")[0] for name, each in cells.items()}
    stored: dict[str, Any] = {name: each.split(" -> ")[-1] for name, each in cells.items()}
    if "金额" in stored:
        stored["金额"] = int(stored["金额"])
    return exact(table(line(**written)), stored, told=told)


def _lost(column: str, value: str, **more: str) -> Run:
    return rejected(table(line(**{column: value, **more}), line(编号="2")), column, (1, 1))


def _in_sheet(column: str, value: Any, stored: Any = None, **options: Any) -> Run:
    data = book({column: value, **({"姓名": "张三"} if column == "身份证号" else {})}, **options)
    if stored is None:
        return rejected(data, column, declaration=_XLSX, name="a.xlsx")
    return exact(data, {column: stored}, declaration=_XLSX, name="a.xlsx")


def _dated(value: float, **options: Any) -> bytes:
    def build(made: Any, sheet: Any) -> None:
        sheet.write_number(1, 2, value, made.add_format({"num_format": "yyyy-mm-dd"}))

    return book({}, build=build, options=options)


def _no_person(value: str) -> Run:
    def run(bench: Bench) -> InputEnding:
        said = exact(table(line(标题="一", 姓名=value)), {"标题": "一"})(bench)
        assert bench.loading.rows("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 0}]
        return InputEnding(said.ending, "stands for nothing: no person is made", "视为未填，不产生人员")

    return run


def _exported_safely(bench: Bench) -> InputEnding:
    from loaders.sync.rejects import export_rejects

    bench.put(table(line(标题="=1+1", 日期="x")))
    said = bench.row(source(), "日期")
    path = bench.loading.folder / "out.xlsx"
    export_rejects(bench.loading.environment, "ledger", path)
    import zipfile

    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert b"<f" not in sheet
    return said


_WRONG_ID = IDS[0][:-1] + ("0" if IDS[0][-1] != "0" else "1")
_TEXTS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "＝1＋1", "＋1", "－1", "＠A1")
_ATTACKS = ("<b>x</b>", "<script>alert(1)</script>", "') DETACH DELETE n //", "$load {.*}", "{{7*7}}")

CASES = [
    BadInputCase(42, "a day count of the 1900 system", exact(_dated(45_296), _DAY, declaration=_XLSX, name="a.xlsx")),
    BadInputCase(
        42,
        "a day count of the 1904 system",
        exact(_dated(43_834, date_1904=True), _DAY, declaration=_XLSX, name="a.xlsx"),
    ),
    BadInputCase(42, "29 February 1900, day 60", rejected(_dated(60), "日期", declaration=_XLSX, name="a.xlsx")),
    BadInputCase(
        42,
        "a date as the cell of a workbook",
        _in_sheet("日期", dt.datetime(2024, 1, 5), "2024-01-05", options={"default_date_format": "yyyy-mm-dd"}),
    ),
    *(
        BadInputCase(43, f"the date {text}", _taken(日期=f"{text} -> 2024-01-05"))
        for text in ("2024.1.5", "20240105", "二〇二四年一月五日", "民国113年1月5日")
    ),
    *(BadInputCase(43, f"the date {text}", _lost("日期", text)) for text in ("0000-00-00", "9999-12-31", "24-1-5")),
    BadInputCase(44, "a resident id as 3.60502E+17", _lost("身份证号", "3.60502E+17", 姓名="张三")),
    BadInputCase(44, "a resident id as a number of a workbook", _in_sheet("身份证号", int(IDS[0]))),
    BadInputCase(44, "a resident id that lost its last digits", _lost("身份证号", IDS[0][:15] + "000", 姓名="张三")),
    BadInputCase(
        44,
        "a resident id of 15 digits",
        _taken(身份证号="360502800101123 -> 36050219800101123" + _check("36050219800101123"), 姓名="张三"),
    ),
    BadInputCase(
        44,
        "a resident id with a small x and blanks",
        _taken(身份证号=f" 360502 19800101 127x -> {IDS[2]}", 姓名="张三"),
    ),
    BadInputCase(44, "a resident id with a wrong check character", _lost("身份证号", _WRONG_ID, 姓名="张三")),
    *(
        BadInputCase(45, f"a credit code with {sign}", _lost("代码", CODES[0][:10] + sign + CODES[0][11:]))
        for sign in "IOSZ"
    ),
    *(
        BadInputCase(46, f"the phone {text}", _taken(电话=f"{text} -> {stored}"))
        for text, stored in (
            ("+86 138-1234-5678", "13812345678"),
            ("0790-6622222转801", "0790-6622222-801"),
        )
    ),
    *(
        BadInputCase(47, f"the amount {text}", _taken(金额=f"{text} -> {stored}"))
        for text, stored in (
            ('"1,234.56"', "123456"),
            ("1.2万元", "1200000"),
            ("12元", "1200"),
            ("￥12.30", "1230"),
            ('"(1,234.56)"', "-123456"),
        )
    ),
    *(BadInputCase(47, f"the amount {text}", _lost("金额", text)) for text in ("NaN", "Infinity")),
    BadInputCase(48, "a phone number that lost its leading zero", _in_sheet("电话", 7906622222)),
    *(BadInputCase(49, f"{text} as a name", _no_person(text)) for text in ("无", "不详", "-", "/", "N/A", "NULL")),
    *(BadInputCase(50, f"a text that a spreadsheet would run: {text}", _taken(标题=text)) for text in _TEXTS),
    BadInputCase(50, "the same in a rejected row, exported for repair", _exported_safely),
    *(BadInputCase(51, f"{text} as a text", _taken(标题=text)) for text in _ATTACKS),
    BadInputCase(52, "an integer beyond 2^63", _lost("金额", "92233720368547758080")),
    BadInputCase(
        52,
        "the same as a number in JSON",
        rejected('{"编号":"1","金额":92233720368547758080}\n', "金额", declaration=_JSON),
    ),
    *(
        BadInputCase(53, f"{text} as yes or no", exact(table(line(实名=text)), {"实名": value}))
        for text, value in (("是", True), ("否", False), ("√", True), ("1", True))
    ),
]
