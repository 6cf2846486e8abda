"""From cells to statements: fields, identities, references, readers, and the reasons of refusal."""

from typing import Any

import pytest
import yaml

from graph_service.rights.audiences import Audiences, audience_number
from loaders.declare.parts import SourceMapping
from loaders.declare.source import Source
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_book import content_number
from loaders.mapping.row_mapping import compile_mapping, row_prefix
from loaders.mapping.statement import MappedRow
from loaders.mapping.uids import half_maker, node_uid_maker
from loaders.mapping.witnesses import witnesses
from loaders.rejection import RowRefused
from schema import KINDS
from schema.uid import edge_uid, node_uid
from tests.loading import CLUES, IDS

_KEY = b"k" * 43
_COLUMNS = ["线索编号", "标题", "部门", "被反映人", "身份证号", "单位", "电话"]
_ROW = ["X1", "一号", "T1;T2", "张三", IDS[0], "云江市财政局", "13812345678;139 1234 5678"]


def _map(
    cells: list[Any], text: str = CLUES, columns: list[str] = _COLUMNS, lookups: Lookups | None = None
) -> MappedRow:
    source = Source.model_validate(yaml.safe_load(text))
    return compile_mapping(
        SourceMapping.of(source), columns, MappingContext(_KEY, Audiences({}), lookups or Lookups())
    )(1, cells)


def _refused(cells: list[Any], text: str = CLUES, columns: list[str] = _COLUMNS) -> RowRefused:
    with pytest.raises(RowRefused) as caught:
        _map(cells, text, columns)
    return caught.value


def test_row_states_nodes_stubs_and_ties() -> None:
    row = _map(_ROW)

    assert [(label, statement.values) for label, statement in row.nodes] == [
        ("Clue", {"number": "X1", "title": "一号"}),
        ("Person", {"id_number": IDS[0], "name": "张三"}),
    ]
    assert [(label, stub.values) for label, stub in row.stubs] == [
        ("Unit", {"name": "云江市财政局"}),
        ("Phone", {"phone_number": "13812345678"}),
        ("Phone", {"phone_number": "13912345678"}),
    ]
    assert [(*key, tie.values.get("role")) for key, tie in row.ties] == [
        ("NAMES", "Clue", "Person", "SUBJECT"),
        ("NAMES", "Clue", "Unit", "SUBJECT_UNIT"),
        ("NAMES", "Clue", "Phone", "CONTACT"),
        ("NAMES", "Clue", "Phone", "CONTACT"),
    ]


def test_identity_is_the_strong_identifier_else_the_row() -> None:
    with_id, without = _map(_ROW), _map([*_ROW[:4], "", *_ROW[5:]])

    assert with_id.nodes[1][1].uid == node_uid(KINDS["Person"], f"id_number={IDS[0]}", _KEY)
    assert without.nodes[1][1].uid == node_uid(KINDS["Person"], "clues:X1", _KEY)


def test_two_nameless_people_of_one_row_stay_two() -> None:
    text = CLUES.replace("links:\n", "  witness: {kind: Person, when: 标题, fields: {name: 标题}}\nlinks:\n", 1)

    row = _map([*_ROW[:4], "", *_ROW[5:]], text)

    assert len({statement.uid for _, statement in row.nodes}) == 3


def test_readers_are_teams_and_columns() -> None:
    row = _map(_ROW)

    expected = audience_number(["CASE_MGMT", "T1", "T2"])
    assert {statement.audience for _, statement in row.nodes} == {expected}
    assert {tie.audience for _, tie in row.ties} == {expected}


def test_everything_a_row_states_begins_with_the_rows_prefix() -> None:
    prefix = row_prefix("clues", "X1", _KEY)

    assert all(tie.uid.startswith(prefix) for _, tie in _map(_ROW).ties)
    assert len({tie.uid for _, tie in _map(_ROW).ties}) == 4


def test_absent_node_takes_its_links_along() -> None:
    row = _map(["X1", "一号", "", "无", "", "", ""])

    assert [label for label, _ in row.nodes] == ["Clue"]
    assert row.ties == []


def test_known_name_is_bound() -> None:
    row = _map(_ROW, lookups=Lookups({"Unit": {"云江市财政局": "unit_known"}}))

    tie = next(tie for key, tie in row.ties if key[2] == "Unit")
    assert tie.end == "unit_known"
    assert tie.values["refers"] == "name=云江市财政局"


def test_impossible_id_number_is_refused_without_telling_it() -> None:
    bad = IDS[0][:-1] + "8"

    reason = _refused([*_ROW[:4], bad, *_ROW[5:]]).reason

    assert reason.column == "身份证号"
    assert reason.value_class
    assert bad not in reason.en + reason.zh + reason.value_class
    assert reason.en
    assert reason.zh


def test_missing_key_and_required_field_are_refused() -> None:
    assert _refused(["", *_ROW[1:]]).reason.column == "线索编号"
    text = CLUES.replace("number: 线索编号", "number: 标题")
    assert "number" in _refused(["X1", "", *_ROW[2:]], text).reason.en


def test_word_outside_the_vocabulary_is_refused() -> None:
    text = CLUES.replace("title: 标题", "problem: 标题")

    assert _map(["X1", "违规吃喝", *_ROW[2:]], text).nodes[0][1].values["problem"] == "DINING"
    assert _map(["X1", "DINING", *_ROW[2:]], text).nodes[0][1].values["problem"] == "DINING"
    assert _refused(["X1", "别的", *_ROW[2:]], text).reason.column == "标题"


def test_map_default_constant_and_form() -> None:
    text = CLUES.replace("title: 标题", 'title: {column: 标题, form: "案{}"}, channel: {value: 纪律监督}').replace(
        "number: 线索编号", "number: 线索编号, problem: {column: 标题, map: {吃喝: DINING}, default: OTHER}", 1
    )

    values = _map(_ROW, text).nodes[0][1].values

    assert values == {"number": "X1", "title": "案一号", "channel": "DISCIPLINARY", "problem": "OTHER"}


_PEOPLE = """
name: people
title: people
holder: IT
classification: INTERNAL
readers: [IT]
read: {format: csv, files: people.csv}
key: number
nodes:
  row:
    kind: Person
    fields:
      name: {columns: [given, family], form: "{} (passport)"}
      former_name: {columns: [姓, 名], join: ""}
      born_on: {columns: [year, month, day], join: "-"}
"""
_PEOPLE_COLUMNS = ["number", "given", "family", "姓", "名", "year", "month", "day"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (
            ["1", " Ann ", "Lee", "李", "安", 1980.0, "2", 3],
            {"name": "Ann Lee (passport)", "former_name": "李安", "born_on": "1980-02-03"},
        ),
        (["1", None, "Lee", "", "安", "", "无", None], {"name": "Lee (passport)", "former_name": "安"}),
        (["1", "", " ", None, "", "", "", ""], {}),
    ],
)
def test_filled_cells_of_several_columns_are_joined(cells: list[Any], values: dict[str, str]) -> None:
    ((_, statement),) = _map(cells, _PEOPLE, _PEOPLE_COLUMNS).nodes

    assert statement.values == values


def test_joined_cells_that_do_not_fit_are_marked_at_their_first_column() -> None:
    refused = _refused(["1", "", "", "", "", "1980", "13", "1"], _PEOPLE, _PEOPLE_COLUMNS)

    assert (refused.reason.column, "1980" in refused.reason.en) == ("year", False)


def test_content_hash_does_not_depend_on_the_order_of_the_declaration() -> None:
    turned = CLUES.replace("number: 线索编号, title: 标题", "title: 标题, number: 线索编号")

    assert _map(_ROW).nodes[0][1].hash == _map(_ROW, turned).nodes[0][1].hash


def test_reference_to_the_same_side_bears_no_witness() -> None:
    source = Source.model_validate(yaml.safe_load(CLUES))
    assert witnesses(SourceMapping.of(source)) == ["Clue:NAMES>", "Person:NAMES<"]

    also = CLUES + "  - {type: NAMES, from: clue, to: {kind: Person, by: id_number, column: 标题}}\n"
    assert witnesses(SourceMapping.of(Source.model_validate(yaml.safe_load(also)))) == ["Clue:NAMES>"]
    assert _map(_ROW).nodes[1][1].own is False


@pytest.mark.parametrize("cell", [float(IDS[0]), "3.60502E+17"])
def test_id_number_that_lost_its_digits_is_refused(cell: Any) -> None:
    assert _refused([*_ROW[:4], cell, *_ROW[5:]]).reason.column == "身份证号"


def test_fast_uids_are_those_of_the_schema() -> None:
    assert node_uid_maker(KINDS["Clue"], _KEY)("a:b") == node_uid(KINDS["Clue"], "a:b", _KEY)
    assert half_maker("NAMES", "a|", _KEY)("b") == edge_uid("NAMES", "a|b", _KEY)[:12]


def test_which_row_wins_does_not_follow_from_the_key_of_the_uids() -> None:
    source = SourceMapping.of(Source.model_validate(yaml.safe_load(CLUES)))
    rows = [_ROW, [*_ROW[:3], "李四", *_ROW[4:]], [*_ROW[:5], "云江市审计局", _ROW[6]], [*_ROW[:6], "13912345678"]]

    def numbers(key: bytes) -> list[int]:
        map_row = compile_mapping(source, _COLUMNS, MappingContext(key, Audiences({}), Lookups()))
        return [content_number(map_row(number, cells)) for number, cells in enumerate(rows)]

    assert numbers(b"a" * 43) == numbers(b"b" * 43)
    assert len(set(numbers(_KEY))) == len(rows)


@pytest.mark.parametrize(("area", "expected"), [("", "6421234"), (', area: "0791"', "0791-6421234")])
@pytest.mark.parametrize("normaliser", ["phone", "whole_phone"])
def test_a_local_number_is_of_the_area_that_the_declaration_gives(area: str, expected: str, normaliser: str) -> None:
    named = CLUES.replace("column: 电话", f"column: 电话, as: {normaliser}{area}")
    filled = f"{{phone_number: {{column: 电话, as: {normaliser}{area}}}}}"
    told = f"nodes:\n  phone: {{kind: Phone, when: 电话, fields: {filled}}}"
    described = CLUES.replace("nodes:", told).partition("links:")[0]

    row = [*_ROW[:-1], "6421234"]
    assert [stub.values for label, stub in _map(row, named).stubs if label == "Phone"] == [{"phone_number": expected}]
    assert [node.values for label, node in _map(row, described).nodes if label == "Phone"] == [
        {"phone_number": expected}
    ]
