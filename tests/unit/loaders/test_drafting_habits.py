"""Drafts of files in many habits: each loads as it is, row for row, and states nothing that its files do not say."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from graph_service.errors import BadInput
from loaders.drafting.session import draft_all
from tests.drafting import ACCOUNTS, FIRMS, NAMES, PEOPLE, csv_file, drafts_of, stated_by


def test_a_register_of_people_with_masked_ids_and_spaced_headers(tmp_path: Path) -> None:
    ids = [each if n % 7 else f"{each[:6]}********{each[-4:]}" for n, each in enumerate(PEOPLE[:60])]
    rows = [f"{n:05},{NAMES[n]},{ids[n]},{'男女'[n % 2]},138{n:08},{FIRMS[n % 40]}" for n in range(60)]
    people = csv_file(tmp_path / "人员名单.csv", "序号,姓 名,身份证号,性别,联系电话,工作单位代码", rows, "gb18030")

    draft = drafts_of([people])["ren_yuan_ming_dan"]

    assert (draft["key"], draft["read"]["encoding"]) == ("序号", "gb18030")
    assert draft["nodes"]["row"]["fields"] == {
        "name": "姓 名", "id_number": {"column": "身份证号", "as": "whole_id"},
        "id_mask": {"column": "身份证号", "as": "mask_of_id"}, "sex": "性别",
    }  # fmt: skip
    assert {(link["type"], link["to"]["by"]) for link in draft["links"]} == {
        ("HOLDS_POST", "uscc"),
        ("USES_PHONE", "phone_number"),
    }
    stated = stated_by(tmp_path, "ren_yuan_ming_dan")
    assert stated[0] == ("Person", {"name": NAMES[0], "id_mask": ids[0], "sex": "MALE"})
    assert stated[1] == ("Person", {"name": NAMES[1], "id_number": ids[1], "sex": "FEMALE"})


def test_a_long_number_is_no_account_and_a_day_no_key(tmp_path: Path) -> None:
    rows = [f"2024-{n // 28 + 1:02}-{n % 28 + 1:02},{2023 * 10**12 + n},{ACCOUNTS[n]},{NAMES[n]}" for n in range(50)]
    orders = csv_file(tmp_path / "people.csv", "日期,订单,银行账号,姓名", rows)

    draft = drafts_of([orders], "people=Person")["people"]

    assert draft["key"] == "订单"
    assert [(link["type"], link["to"]["column"]) for link in draft["links"]] == [("USES_ACCOUNT", "银行账号")]
    assert set(draft["ignored"]) == {"日期"}
    only_days = csv_file(tmp_path / "days.csv", "day,amount", (f"2024-01-{n + 1:02},{n}.5" for n in range(20)))
    assert (
        "day"
        not in draft_all([only_days], tmp_path / "days", (), False).written[0][1].partition("key ")[2].partition(",")[0]
    )


@pytest.mark.parametrize(("days", "read"), [
    ([f"{n % 28 + 1}/{n % 12 + 1}/1980" for n in range(60)], {"column": "birthday", "as": "date_dmy"}),
    ([f"{n % 12 + 1}/{n % 28 + 1}/1980" for n in range(60)], {"column": "birthday", "as": "date_mdy"}),
    ([f"{n % 12 + 1}/{n % 9 + 1}/1980" for n in range(60)], None),
    ([f"1980.{n % 12 + 1}.{n % 28 + 1}" for n in range(60)], "birthday"),
])  # fmt: skip
def test_days_are_read_in_the_order_that_the_values_prove_and_in_no_other(
    tmp_path: Path, days: list[str], read: Any
) -> None:
    rows = (f"p{n:03},Ann {'abcdefgh'[n % 8]},Lee{n},{day}" for n, day in enumerate(days))
    people = csv_file(tmp_path / "staff.csv", "staff_id,first_name,last_name,birthday", rows)

    fields = drafts_of([people])["staff"]["nodes"]["row"]["fields"]

    assert fields["name"] == {"columns": ["first_name", "last_name"]}
    assert fields.get("born_on") == read
    assert len(stated_by(tmp_path, "staff")) == len(days)


def test_a_whole_name_beside_the_family_name_is_not_joined(tmp_path: Path) -> None:
    people = csv_file(tmp_path / "people.csv", "id,name,surname", (f"{n},Ann{n} Lee{n},Lee{n}" for n in range(20)))

    assert drafts_of([people])["people"]["nodes"]["row"]["fields"] == {"name": "name"}


def test_objects_and_lists_of_json_are_parts_of_their_own(tmp_path: Path) -> None:
    rows = [
        {"线索编号": f"XS-{n:04}", "标题": f"反映问题{n}", "收到日期": "2024-05-06",
         "被反映人": {"姓名": NAMES[n], "身份证号": PEOPLE[n]}, "涉及电话": ["13812345678", "13912345678"],
         "家庭成员": [{"姓名": NAMES[n + 1], "称谓": "舅舅", "证件号码": PEOPLE[n + 1]}] if n % 2 else [], "举报人": NAMES[0]}
        for n in range(40)
    ]  # fmt: skip
    path = tmp_path / "线索.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")

    draft = drafts_of([path])["xian_suo"]

    assert draft["nodes"]["家庭成员"]["each"] == "家庭成员"
    assert draft["nodes"]["被反映人"]["fields"] == {"name": "被反映人.姓名", "id_number": "被反映人.身份证号"}
    assert draft["links"][-1]["to"] == {"kind": "Phone", "by": "phone_number", "column": "涉及电话", "each": True}
    assert draft["reporter"] == {"name": "举报人"}
    stated = stated_by(tmp_path, "xian_suo")
    assert len([label for label, _ in stated if label == "Person"]) == 60


def test_a_workbook_with_a_title_above_its_header(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "补贴.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["2023年补贴发放表"])
    sheet.write_row(1, 0, ["流水号", "姓名", "身份证\n号码", "发放金额(元)"])
    for n in range(40):
        sheet.write_row(n + 2, 0, [f"B{n:05}", NAMES[n], PEOPLE[n], n * 10.5])
    book.close()

    draft = drafts_of([tmp_path / "补贴.xlsx"])["bu_tie"]

    assert draft["read"] == {"format": "xlsx", "files": "补贴.xlsx", "header_row": 2}
    assert stated_by(tmp_path, "bu_tie")[0] == ("Person", {"name": NAMES[0], "id_number": PEOPLE[0]})


def test_words_that_no_member_fits_are_given_none(tmp_path: Path) -> None:
    rows = (f"{n},{NAMES[n]},{('M', 'F', 'X')[n % 3]},{('male', 'F')[n % 2]}" for n in range(30))
    people = csv_file(tmp_path / "people.csv", "id,姓名,sex,gender", rows)

    fields = drafts_of([people])["people"]["nodes"]["row"]["fields"]

    assert fields == {"name": "姓名", "sex": {"column": "gender", "map": {"F": "FEMALE", "male": "MALE"}}}
    assert {values["sex"] for _, values in stated_by(tmp_path, "people")} == {"MALE", "FEMALE"}


def test_names_in_chinese_do_not_collide_and_hints_can_be_followed(tmp_path: Path) -> None:
    files = [
        csv_file(tmp_path / name, "编码,说明", ("a1,甲", "b2,乙")) for name in ("人员.csv", "任元.csv", "Some List.csv")
    ]

    drafts = drafts_of(files)

    assert sorted(drafts) == ["ren_yuan", "ren_yuan_2", "some_list"]
    text = (tmp_path / "drafts" / "some_list.yaml").read_text(encoding="utf-8")
    assert "--kind some_list=" in text
    followed = drafts_of(files, "some_list=Unit", "ren_yuan_2=Clue")
    assert followed["some_list"]["nodes"]["row"]["kind"] == "Unit"
    assert followed["ren_yuan_2"]["nodes"]["row"]["fields"]["number"] == "编码"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", '{"code": 0, "msg": "ok", "data": [{"a": "1", "b": "2"}]}', "one JSON object around its records"),
        ("a.jsonl", "[1, 2]", "no object in it has two names"),
        ("a.db", "no database", "no SQLite database"),
        ("a.csv", "one", "names fewer than two columns"),
    ],
)
def test_what_is_no_table_is_refused_with_what_it_is(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match=told):
        drafts_of([tmp_path / name])


def test_one_record_with_a_list_is_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"编号": "1", "家": [{"姓名": "张三", "证件号码": "x"}]}]', encoding="utf-8")

    assert drafts_of([tmp_path / "a.json"])["a"]["read"]["columns"] == ["编号", "家.姓名", "家.证件号码"]


@pytest.mark.parametrize("called", ["主叫号码,被叫号码,通话开始时间,通话时长(秒)", "主叫,被叫,通话时间,时长"])
def test_a_few_calls_are_not_known_by_the_number_that_was_called(tmp_path: Path, called: str) -> None:
    rows = [f"1381234567{n % 2},1391234567{n},2023-12-0{n + 1} 09:10:00,{60 + n}" for n in range(3)]

    draft = drafts_of([csv_file(tmp_path / "话单.csv", called, rows)])["hua_dan"]

    caller, callee, began, _ = called.split(",")
    assert draft["key"] not in (caller, callee)
    assert draft["nodes"]["row"]["fields"]["call_number"] == "COLUMN"
    assert draft["nodes"]["row"]["fields"]["occurred_at"] == began
    assert [(link["type"], link["to"]["column"]) for link in draft["links"]] == [
        ("CALLED_FROM", caller),
        ("CALLED_TO", callee),
    ]


@pytest.mark.parametrize(("header", "row", "key", "is_doubted"), [
    ("姓名,住址,电话", "{name},港口路{n}号,1391234{n:04}", "电话", True),
    ("姓名,住址,電話", "{name},港口路{n}号,1391234{n:04}", "電話", True),
    ("姓名,住址", "{name},港口路{n}号", "姓名", True),
    ("区,组,姓名", "{half},G{n},{name}", "组", False),
    ("区,组,姓名,住址", "Q{half},G{rest},{name},港口路{n}号", ["区", "组"], False),
    ("姓名,身份证号", "{name},{person}", "身份证号", False),
    ("name,serial", "Ann {n},{n}", "serial", False),
])  # fmt: skip
def test_what_describes_a_row_is_its_key_only_where_nothing_else_is_and_then_in_doubt(
    tmp_path: Path, header: str, row: str, key: str | list[str], is_doubted: bool
) -> None:
    rows = [row.format(n=n, name=f"张{chr(0x4E00 + n)}", half=n // 5, rest=n % 5, person=PEOPLE[n]) for n in range(25)]
    ((path, _),) = draft_all([csv_file(tmp_path / "list.csv", header, rows)], tmp_path / "out", (), False).written

    said = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("key:"))

    assert yaml.safe_load(said) == {"key": key}
    assert ("two rows may have the same value" in said) == is_doubted


def test_a_code_in_the_form_of_a_plate_is_one_only_if_its_column_says_so(tmp_path: Path) -> None:
    codes = csv_file(tmp_path / "subsidies.csv", "登记号,姓名", (f"BT{n:05},{NAMES[n]}" for n in range(30)))
    plates = csv_file(tmp_path / "vehicles.csv", "车牌号,车型", (f"BT{n:05},轿车{n % 3}" for n in range(30)))

    drafts = drafts_of([codes, plates])

    assert drafts["subsidies"]["nodes"]["row"].get("fields", {}).get("plate") is None
    assert drafts["vehicles"]["nodes"]["row"]["fields"]["plate"] == "车牌号"


@pytest.mark.parametrize(("header", "is_header"), [
    ("张三丰,甲,1", False), ("品名,2021,2022", True), ("品名,1,2", True), ("品名,202401,合计", True), ("品名,17,合计", False),
])  # fmt: skip
def test_a_number_above_numbers_is_a_row_unless_it_counts_years_or_months(
    tmp_path: Path, header: str, is_header: bool
) -> None:
    rows = (f"p{n},{n + 50},{n + 90}" for n in range(20))
    file = csv_file(tmp_path / "table.csv", header, rows)
    if is_header:
        draft_all([file], tmp_path / "out", (), False).require_all()
    else:
        with pytest.raises(BadInput, match="no header"):
            draft_all([file], tmp_path / "out", (), False).require_all()


@pytest.mark.parametrize(("name", "told"), [
    ("none.xlsx", "no such file"), ("none.db", "no such file"), ("none.csv", "no such file"), ("none.json", "no such file"),
    ("empty.xlsx", "is empty"), ("empty.db", "is empty"), ("empty.csv", "is empty"), ("folder", "is a folder"),
    ("bare.db", "no table in it"),
])  # fmt: skip
def test_what_is_not_there_or_empty_is_told_alike_in_every_format(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name == "bare.db":
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE t (one TEXT)")
    elif name.startswith("empty"):
        path.write_bytes(b"")

    with pytest.raises(BadInput, match=told):
        draft_all([path], tmp_path / "out", (), False).require_all()
