"""What a cell becomes where declarations say little: keys, masks, amounts without unit, ends of terms, mapped words."""

from typing import Any

import pytest
import yaml

from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping
from loaders.declare.source import Source
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_mapping import compile_mapping
from loaders.mapping.statement import MappedRow
from loaders.rejection import RowRefused
from tests.loading import IDS

_COLUMNS = ["编号", "姓名", "身份证号", "代码", "止", "注册资本", "出资(万元)"]
_PEOPLE = """
name: people
title: People 人员
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: a.csv}
key: 编号
nodes:
  p:
    kind: Person
    when: 姓名
    fields: {name: 姓名, id_number: {column: 身份证号, as: whole_id}, id_mask: {column: 身份证号, as: mask_of_id}}
  u: {kind: Unit, when: 代码, fields: {name: 代码, capital_fen: 注册资本}}
  v: {kind: Unit, when: 代码, fields: {name: 代码, capital_fen: 出资(万元)}}
links:
  - {type: HOLDS_POST, from: p, to: u, when: 止, fields: {post: 姓名, valid_to: 止}}
"""


def _map(text: str = _PEOPLE, **cells: Any) -> MappedRow:
    given = {"编号": "1", "姓名": "张三", **cells}
    source = Source.model_validate(yaml.safe_load(text))
    mapped = compile_mapping(SourceMapping.of(source), _COLUMNS, MappingContext(b"k" * 43, Audiences({}), Lookups()))
    return mapped(1, [given.get(name) for name in _COLUMNS])


def _values(row: MappedRow) -> list[dict[str, Any]]:
    return [statement.values for _, statement in row.nodes]


@pytest.mark.parametrize(
    "key", ["B1", "Ｂ１", " B1", "B1\u3000", "B\u200b1", "\ufeffB1", "B\xa01", "B1\u200e", "Ｂ\u200b1\r\n"]
)
def test_one_key_in_whatever_width_and_with_whatever_marks(key: str) -> None:
    assert _map(编号=key).key == "B1"
    assert _map(编号=key).nodes[0][1].uid == _map(编号="B1").nodes[0][1].uid


@pytest.mark.parametrize("key", ["b1", "01", "1.0", "B 1", "B1."])
def test_case_zeros_and_signs_make_another_key(key: str) -> None:
    assert _map(编号=key).key == key


def test_a_key_of_marks_alone_is_none() -> None:
    with pytest.raises(RowRefused):
        _map(编号="\u200b\ufeff")


def test_the_mark_of_a_deleted_row_is_found_in_whatever_width() -> None:
    text = _PEOPLE + 'deleted: {column: 代码, values: ["D1"]}\n'

    assert _map(text, 代码="Ｄ1\u200b").deleted
    assert not _map(text, 代码="d1").deleted


def test_one_column_fills_number_and_mask() -> None:
    assert _values(_map(身份证号=IDS[0]))[0] == {"name": "张三", "id_number": IDS[0]}
    assert _values(_map(身份证号="3605**********0016"))[0] == {"name": "张三", "id_mask": "3605**********0016"}
    assert _values(_map(身份证号="111111111111111"))[0] == {"name": "张三"}


@pytest.mark.parametrize("word", ["佚名", "保密", "匿名", "无", "None", "（保密）"])
def test_nobody_is_no_node(word: str) -> None:
    assert _values(_map(姓名=word)) == []


def test_two_fillers_are_two_people() -> None:
    one, other = (_map(编号=key, 身份证号="121212121212121") for key in "12")

    assert one.nodes[0][1].uid != other.nodes[0][1].uid


def test_the_unit_of_an_amount_comes_from_the_cell_or_the_columns_name() -> None:
    assert _values(_map(代码="甲公司", 注册资本="100万元"))[1]["capital_fen"] == 100_000_000
    assert {"name": "甲公司", "capital_fen": 1_500_000} in _values(_map(代码="甲公司", **{"出资(万元)": "1.5"}))
    with pytest.raises(RowRefused) as refused:
        _map(代码="甲公司", 注册资本="1000000")
    assert "no unit" in refused.value.reason.en


@pytest.mark.parametrize("end", ["9999-12-31", "2099-12-31", "长期", "至今"])
def test_a_link_that_does_not_end_has_no_last_day(end: str) -> None:
    (_, tie), *_rest = _map(代码="甲局", 止=end).ties

    assert "valid_to" not in tie.values
    assert _map(代码="甲局", 止="2024-01-05").ties[0][1].values["valid_to"] == "2024-01-05"


def test_a_word_that_the_declaration_maps_is_a_value() -> None:
    text = _PEOPLE.replace("name: 姓名,", "name: 姓名, sex: {column: 代码, map: {无: UNKNOWN, 男: MALE}},")

    assert _values(_map(text, 代码="无"))[0]["sex"] == "UNKNOWN"
    assert "sex" not in _values(_map(text, 代码="不详"))[0]
