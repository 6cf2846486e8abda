"""JSON whose columns lie inside objects and lists: paths, values one by one, and elements that make nodes and links."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_service.errors import BadInput
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source import Source
from loaders.declare.source_file import read_source
from loaders.mapping.row_mapping import compile_mapping
from loaders.mapping.statement import MappedRow
from loaders.readers import open_inputs
from loaders.rejection import Rejection, RowRefused, Sealed
from tests.loading import IDS
from tests.unit.loaders.case_files import CONTEXT

DECLARED = """
name: reports
title: Family reports 家庭成员报告
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: jsonl, files: a.jsonl, columns: [号, 人.证.号码, 人.名, 电话, 家.名, 家.号, 家.系, 备注]}
key: 号
ignored: [备注]
nodes:
  official: {kind: Person, fields: {name: 人.名, id_number: 人.证.号码}}
  kin:
    kind: Person
    each: 家
    when: 家.名
    fields: {name: 家.名, id_number: {column: 家.号, as: whole_id}, id_mask: {column: 家.号, as: mask_of_id}}
links:
  - {type: KIN_OF, from: kin, to: official, fields: {relation: 家.系}}
  - {type: USES_PHONE, from: official, to: {kind: Phone, by: phone_number, column: 电话, each: true}}
"""
_OFFICIAL = {"名": "张三", "证": {"号码": IDS[0]}}
_KIN = [{"名": "李四", "号": IDS[1], "系": "配偶"}, {"名": "张小", "号": "3605**********127X", "系": "子女"}]


def _source(text: str, tmp_path: Path) -> Source:
    path = tmp_path / "source.yaml"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def _came(tmp_path: Path, *rows: Any, declared: str = DECLARED) -> list[MappedRow | Rejection]:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    source, found = _source(declared, tmp_path), list[MappedRow | Rejection]()
    for opened in open_inputs(SourceReading.of(source), tmp_path):
        map_row = compile_mapping(SourceMapping.of(source), opened.columns, CONTEXT)
        for item in opened.rows():
            assert not isinstance(item, Sealed)
            try:
                found.append(item if isinstance(item, Rejection) else map_row(*item))
            except RowRefused as refused:
                found.append(Rejection(0, refused.reason, []))
    return found


def _row(tmp_path: Path, row: Any, declared: str = DECLARED) -> MappedRow:
    (came,) = _came(tmp_path, row, declared=declared)
    assert isinstance(came, MappedRow), came
    return came


def _names(row: MappedRow) -> list[str]:
    return [statement.values["name"] for _, statement in row.nodes]


def test_paths_lists_of_values_and_lists_of_objects(tmp_path: Path) -> None:
    row = _row(tmp_path, {"号": "1", "人": _OFFICIAL, "电话": ["13812345678", "13912345678"], "家": _KIN})

    assert _names(row) == ["张三", "李四", "张小"]
    official, spouse, child = (statement for _, statement in row.nodes)
    assert spouse.values["id_number"] == IDS[1]
    assert child.values["id_mask"] == "3605**********127X"
    assert "id_number" not in child.values
    kin = [(tie.start, tie.end, tie.values["relation"]) for key, tie in row.ties if key[0] == "KIN_OF"]
    assert kin == [(spouse.uid, official.uid, "SPOUSE"), (child.uid, official.uid, "CHILD")]
    assert [stub.values for label, stub in row.stubs if label == "Phone"] == [
        {"phone_number": "13812345678"},
        {"phone_number": "13912345678"},
    ]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ({"家": []}, ["张三"]),
        ({}, ["张三"]),
        ({"家": None}, ["张三"]),
        ({"家": ""}, ["张三"]),
        ({"家": _KIN[0]}, ["张三", "李四"]),
        ({"家": [{}, None, _KIN[0], {"系": "子女"}, {"名": ""}]}, ["张三", "李四"]),
        ({"电话": "13812345678", "家": [_KIN[1]]}, ["张三", "张小"]),
    ],
    ids=["none", "missing", "null", "empty text", "one object", "empty elements", "one value"],
)
def test_what_is_not_there_and_what_is_there_once(tmp_path: Path, row: dict[str, Any], names: list[str]) -> None:
    assert _names(_row(tmp_path, {"号": "1", "人": _OFFICIAL, **row})) == names


@pytest.mark.parametrize(
    ("row", "column", "kind"),
    [
        ({"人": [_OFFICIAL]}, "人.证.号码", "list"),
        ({"人": "张三"}, "人.证.号码", "no object"),
        ({"人": {"名": "张三", "证": 5}}, "人.证.号码", "no object"),
        ({"人": {**_OFFICIAL, "名": {"姓": "张"}}}, "人.名", "nested value"),
        ({"家": ["李四"]}, "家.名", "no object"),
        ({"家": [{"名": ["李四"]}]}, "家.名", "nested value"),
        ({"电话": {"手机": "13812345678"}}, "电话", "nested value"),
        ({"电话": [["13812345678"]]}, "电话", "nested value"),
        ({"家": [{"名": "李四", "旧名": "x"}]}, "", "unknown name"),
        ({"人": {**_OFFICIAL, "别": "x"}}, "", "unknown name"),
        ({"家": [{"名": "李四", "名 ": "x"}]}, "", "unknown name"),
    ],
)
def test_another_shape_is_rejected_with_its_place(tmp_path: Path, row: Any, column: str, kind: str) -> None:
    (came,) = _came(tmp_path, {"号": "1", "人": _OFFICIAL, **row})

    assert isinstance(came, Rejection)
    assert (came.reason.column, came.reason.value_class) == (column, kind)


def test_a_column_that_is_not_used_costs_no_row(tmp_path: Path) -> None:
    declared = DECLARED.replace("备注]}", "备注.甲]}").replace("[备注]", "[备注.甲]")

    assert _names(_row(tmp_path, {"号": "1", "人": _OFFICIAL, "备注": "x"}, declared)) == ["张三"]


def test_a_name_with_a_point_in_it_is_one_name(tmp_path: Path) -> None:
    assert _names(_row(tmp_path, {"号": "1", "人.名": "王五", "人.证.号码": IDS[2]})) == ["王五"]


def test_a_name_twice_inside_rejects_the_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"号":"1","人":{"名":"张三","名":"李四"}}', encoding="utf-8")
    (row,) = next(open_inputs(SourceReading.of(_source(DECLARED, tmp_path)), tmp_path)).rows()

    assert isinstance(row, Rejection)
    assert row.reason.value_class == "repeated name"


def test_the_elements_of_one_row_do_not_become_one_by_their_name(tmp_path: Path) -> None:
    twins = {"号": "1", "人": _OFFICIAL, "家": [{"名": "李四", "系": "兄弟姐妹"}, {"名": "李四", "系": "兄弟姐妹"}]}
    row = _row(tmp_path, twins)

    assert len({statement.uid for _, statement in row.nodes}) == 3


def test_a_number_inside_is_exact_or_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"号":"1","人":{"名":"张三"},"家":[{"名":"李四","号":360502198001011237.5}]}', "utf-8"
    )
    (row,) = next(open_inputs(SourceReading.of(_source(DECLARED, tmp_path)), tmp_path)).rows()

    assert isinstance(row, tuple)
    assert ["360502198001011237.5"] in row[1]


def test_a_row_with_sealed_words_in_an_element_is_kept_out(tmp_path: Path) -> None:
    declared = DECLARED + "sealed: [{kind: OTHER, columns: [家.名], holds: [李四], then: seal}]\n"
    row = {"号": "1", "人": _OFFICIAL, "家": list(reversed(_KIN))}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    (item,) = next(open_inputs(SourceReading.of(_source(declared, tmp_path)), tmp_path)).rows()

    assert isinstance(item, Sealed)


def test_a_level_of_secrecy_inside_refuses_the_file(tmp_path: Path) -> None:
    declared = DECLARED.replace("备注]}", "文.密级]}").replace("[备注]", "[文.密级]")

    with pytest.raises(BadInput, match="state secret"):
        _came(tmp_path, {"号": "1", "人": _OFFICIAL, "文": {"密级": "绝密"}}, declared=declared)


def test_words_for_nothing_are_nothing_in_an_element_too(tmp_path: Path) -> None:
    declared = DECLARED.replace("files: a.jsonl", "files: a.jsonl, absent: [查无]")
    row = _row(tmp_path, {"号": "1", "人": _OFFICIAL, "家": [{"名": "查无"}, _KIN[0]]}, declared)

    assert _names(row) == ["张三", "李四"]


def test_links_alone_may_take_the_elements(tmp_path: Path) -> None:
    declared = """
name: kin
title: t
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: jsonl, files: a.jsonl, columns: [号, 证, 家.号, 家.系]}
key: 号
links:
  - type: KIN_OF
    each: 家
    from: {kind: Person, by: id_number, column: 家.号}
    to: {kind: Person, by: id_number, column: 证}
    fields: {relation: 家.系}
"""
    row = _row(tmp_path, {"号": "1", "证": IDS[0], "家": [{"号": IDS[1], "系": "子女"}, {"号": IDS[2]}]}, declared)

    assert [tie.values for _, tie in row.ties] == [{"relation": "CHILD"}, {}]
    assert not row.nodes


_FAULTS = [
    ("key: 号", "key: [号, 家.号]", "no one value for the row"),
    ("each: 家", "each: 族", "each: list '族' unknown; known are"),
    ("name: 人.名", "name: 家.名", "nodes.official: column '家.名' lies in the list '家': say each: 家"),
    ("when: 家.名", "when: 家.姓", "read.columns: column '家.姓' unknown; did you mean '家.号'"),
    ("format: jsonl", "format: csv", "only jsonl has lists"),
]


@pytest.mark.parametrize(("right", "wrong", "told"), _FAULTS, ids=[fault[2][:30] for fault in _FAULTS])
def test_a_fault_in_what_is_said_of_lists_is_named(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    text = DECLARED.replace(right, wrong, 1)
    assert text != DECLARED

    with pytest.raises(BadInput) as caught:
        _source(text, tmp_path)

    assert told in caught.value.what


def test_a_list_that_nobody_takes_apart_is_told_by_the_rows(tmp_path: Path) -> None:
    text = DECLARED.replace("    each: 家\n", "")
    (came,) = _came(tmp_path, {"号": "1", "人": _OFFICIAL, "家": _KIN}, declared=text)

    assert isinstance(came, Rejection)
    assert (came.reason.column, came.reason.value_class) == ("家.名", "list")


def test_the_declaration_is_what_yaml_says(tmp_path: Path) -> None:
    source = _source(DECLARED, tmp_path)

    assert Source.model_validate(yaml.safe_load(source.model_dump_json(by_alias=True, exclude_none=True))) == source
