"""The bench of the foreign city: which records a row makes, where their names lead, what the scorer's tables say."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.other_city import DECLARATIONS, headline
from bench.other_city_records import ReadText, RowRecords, WhereNamesLead, roles_of
from loaders.declare.parts import SourceReading
from loaders.declare.source_file import read_source
from loaders.readers.tables import open_whole
from schema.clue import Clue
from schema.uid import local_identity, node_uid

_KEY = b"k" * 32
_FIRM = {
    "统一社会信用代码": "913605027359427951", "名称": "新余翰原有限公司", "成立日期": "2019年8月9日", "注册资本(万元)": 50,
    "法定代表人": {"姓名": "邓启波", "证件号": "360502198001011237"},
    "股东": [{"姓名": "邓启波", "证件号": "360502198001011237"}, {"姓名": "黄艳", "证件号": "3605**********1253"}],
}  # fmt: skip
_CLUE = {
    "线索编号": "PZ-1", "移送": {"派驻组": "第一组", "日期": "20230914"}, "线索内容": "反映王明收礼。", "金额(元)": 100,
    "被反映人": {"姓名": "王明", "证件号": "", "单位": "市水利局", "职务": ""}, "状态": "办结",
}  # fmt: skip
_PRINTED = """
    expected calibration error 0.246
  alerts (micro)   P  0.000  R  0.000  F1  0.000  (tp 0, fp 0, fn 1)

Overall                        P      R      F1
  identity unit               1.000  0.981  0.990
  alerts (micro)              0.000  0.000  0.000
"""


def _records(name: str, folder: Path, rows: list[dict[str, Any]], lead: WhereNamesLead) -> dict[str, str]:
    source = read_source(DECLARATIONS / f"{name}.yaml")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / str(source.read.files)).write_text(lines, encoding="utf-8")
    (opened,) = open_whole(SourceReading.of(source), folder)
    records = RowRecords(source, opened.columns, _KEY, lead)
    items = [item for item in opened.rows() if isinstance(item, tuple)]
    return {key: uid for item in items for key, uid in records.of(*item).items()}


@pytest.mark.parametrize(
    ("column", "each", "member", "roles"),
    [
        ("单位", "", "", ("单位",)),
        ("被反映人.姓名", "", "", ("被反映人", "被反映人.姓名")),
        ("股东.姓名", "股东", "股东2", ("股东2",)),
        ("报告人.姓名", "家庭成员", "家庭成员1", ("报告人", "报告人.姓名")),
    ],
)
def test_a_role_is_called_by_its_column(column: str, each: str, member: str, roles: tuple[str, ...]) -> None:
    assert roles_of(column, each, member) == roles


def test_a_number_makes_records_of_one_node_and_each_member_of_a_list_has_its_own(tmp_path: Path) -> None:
    found = _records("firms", tmp_path, [_FIRM], WhereNamesLead())

    assert {"firms:1:名称", "firms:1:法定代表人", "firms:1:股东1", "firms:1:股东2"} <= found.keys()
    assert found["firms:1:法定代表人"] == found["firms:1:股东1"]
    assert len({found[f"firms:1:{role}"] for role in ("名称", "股东1", "股东2")}) == 3


def test_a_row_that_is_refused_makes_no_record_and_keeps_its_number(tmp_path: Path) -> None:
    broken = {**_FIRM, "统一社会信用代码": "91360502735942795X"}

    found = _records("firms", tmp_path, [broken, _FIRM], WhereNamesLead())

    assert {key.split(":")[1] for key in found} == {"2"}


def test_names_lead_where_the_graph_has_bound_and_merged_them(tmp_path: Path) -> None:
    before = _records("stationed", tmp_path, [_CLUE], WhereNamesLead())
    subject, unit = before["stationed:1:被反映人.姓名"], before["stationed:1:被反映人.单位"]
    bound = {("stationed", "PZ-1", "NAMES", "name=市水利局"): ("clue_1", "unit_1")}

    after = _records("stationed", tmp_path, [_CLUE], WhereNamesLead({subject: "person_1", "unit_1": "unit_2"}, bound))

    assert (after["stationed:1:被反映人.姓名"], after["stationed:1:被反映人.单位"]) == ("person_1", "unit_2")
    assert unit not in ("unit_1", "unit_2")


@pytest.mark.parametrize(("held", "wanted"), [("反映王明收礼。", {"stationed:1:text@2"}), ("另一段文字。", set())])
def test_a_text_makes_records_only_where_the_graph_holds_it(tmp_path: Path, held: str, wanted: set[str]) -> None:
    clue = node_uid(Clue, local_identity("stationed", "PZ-1"), _KEY)

    found = _records("stationed", tmp_path, [_CLUE], WhereNamesLead(texts={clue: ReadText(held, ((2, "person_1"),))}))

    assert {key for key in found if "@" in key} == wanted


def test_the_scorer_is_read_at_its_last_table_and_its_calibration() -> None:
    assert headline(_PRINTED) == {
        "identity unit": [1.0, 0.981, 0.99],
        "alerts (micro)": [0.0, 0.0, 0.0],
        "calibration error": 0.246,
    }
