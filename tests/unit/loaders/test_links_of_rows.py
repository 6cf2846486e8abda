"""Compiled links and nodes: when a link is stated, what it refers to, whom it bears witness to, and versions of rows."""

import datetime as dt
from typing import Any

import pytest
import yaml

from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping
from loaders.declare.source import Source
from loaders.mapping.context import MappingContext
from loaders.mapping.link_mapping import link_plans, tie_keys
from loaders.mapping.lookups import Lookups
from loaders.mapping.node_mapping import node_plans
from loaders.mapping.row_mapping import compile_mapping, key_reader
from loaders.mapping.statement import MappedRow, content_hash
from loaders.mapping.versions import KeptVersion, version_reader
from loaders.mapping.witnesses import witnessed_ends
from loaders.rejection import RowRefused
from schema import KINDS
from schema.uid import edge_uid, node_uid
from tests.loading import CODES, UNITS

_KEY = b"k" * 43
_COLUMNS = ["代码", "名称", "上级", "车", "别称", "日期"]
_TO_ITSELF = {"type": "UNDER", "from": "unit", "to": {"kind": "Unit", "by": "uscc", "column": "上级"}}
_BY_NAME = {"type": "UNDER", "from": "unit", "to": {"kind": "Unit", "by": "name", "column": "别称"}}
_BY_KEY = {"type": "UNDER", "from": "unit", "to": {"kind": "Unit", "source": "other", "column": "别称"}}


def source(*links: dict[str, Any], **more: Any) -> SourceMapping:
    """Return what mapping needs of a declaration of units with these links."""
    declared = yaml.safe_load(UNITS)
    return SourceMapping.of(Source.model_validate({**declared, "links": list(links), **more}))


def mapped(cells: dict[str, Any], *links: dict[str, Any], lookups: Lookups | None = None, **more: Any) -> MappedRow:
    """Return what a row states whose other cells are empty."""
    context = MappingContext(_KEY, Audiences({}), lookups or Lookups())
    row = {"代码": CODES[0], "名称": "云江市财政局", **cells}
    return compile_mapping(source(*links, **more), _COLUMNS, context)(1, [row.get(name, "") for name in _COLUMNS])


def _unit(identity: str) -> str:
    return node_uid(KINDS["Unit"], identity, _KEY)


def test_a_reference_leaves_a_stub_and_a_link_to_it() -> None:
    row = mapped({"上级": CODES[1]}, _TO_ITSELF)

    ((label, stub),), (((link, start, end), tie),) = row.stubs, row.ties
    assert (label, stub.uid, stub.values) == ("Unit", _unit(f"uscc={CODES[1]}"), {"uscc": CODES[1]})
    assert (link, start, end) == ("UNDER", "Unit", "Unit")
    assert (tie.start, tie.end, tie.source_key) == (_unit(f"uscc={CODES[0]}"), stub.uid, CODES[0])
    assert "refers" not in tie.values, "a strong identifier leads where it leads for ever"


@pytest.mark.parametrize("cell", ["", None, "无", " "])
def test_an_empty_reference_states_nothing(cell: str | None) -> None:
    row = mapped({"上级": cell, "别称": cell}, _TO_ITSELF, _BY_NAME, _BY_KEY)

    assert (row.stubs, row.ties) == ([], [])


def test_a_link_from_a_record_to_itself_is_refused_where_it_makes_no_sense() -> None:
    with pytest.raises(RowRefused) as caught:
        mapped({"上级": CODES[0]}, _TO_ITSELF)

    reason = caught.value.reason
    assert (reason.column, reason.value_class) == ("上级", "self-reference")
    assert reason.zh


@pytest.mark.parametrize(("cell", "stated"), [("2024-05-01", 1), ("", 0), ("无", 0)])
def test_a_link_may_wait_for_a_column(cell: str, stated: int) -> None:
    row = mapped({"上级": CODES[1], "日期": cell}, {**_TO_ITSELF, "when": "日期"})

    assert len(row.ties) == len(row.stubs) == stated


@pytest.mark.parametrize(
    ("link", "lookups", "identity", "known"),
    [
        (_BY_NAME, Lookups(), "name=云江市教育局", False),
        (_BY_NAME, Lookups(names={"Unit": {"云江市教育局": "unit_known"}}), "name=云江市教育局", True),
        (_BY_NAME, Lookups(names={"Person": {"云江市教育局": "unit_known"}}), "name=云江市教育局", False),
        (_BY_KEY, Lookups(), "other:云江市教育局", False),
        (_BY_KEY, Lookups(keys={("Unit", "other"): {"云江市教育局": "unit_known"}}), "other:云江市教育局", True),
        (_BY_KEY, Lookups(keys={("Unit", "another"): {"云江市教育局": "unit_known"}}), "other:云江市教育局", False),
    ],
)
def test_a_loose_reference_leads_to_what_is_known_and_remembers_what_it_said(
    link: dict[str, Any], lookups: Lookups, identity: str, known: bool
) -> None:
    row = mapped({"别称": "云江市教育局"}, link, lookups=lookups)

    ((_, tie),) = row.ties
    assert (tie.end, tie.values["refers"]) == ("unit_known" if known else _unit(identity), identity)
    assert row.stubs[0][1].uid == tie.end


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", []), ("甲局", ["甲局"]), ("甲局;乙局", ["甲局", "乙局"]), ("甲局、 乙局 ;甲局", ["甲局", "乙局"]), (";;", []),
        ("甲局;无", ["甲局"]),
    ],
)  # fmt: skip
def test_each_of_several_values_in_a_cell_is_a_reference_once(cell: str, found: list[str]) -> None:
    row = mapped({"别称": cell}, {**_BY_NAME, "to": {"kind": "Unit", "by": "name", "column": "别称", "each": ";、"}})

    assert [stub.values["name"] for _, stub in row.stubs] == found
    assert len({tie.uid for _, tie in row.ties}) == len(found)


def test_relationships_of_one_row_begin_with_what_is_the_rows() -> None:
    row = mapped({"上级": CODES[1], "别称": "甲局"}, _TO_ITSELF, _BY_NAME)
    other = mapped({"代码": CODES[2], "上级": CODES[1]}, _TO_ITSELF)

    beginnings = {tie.uid[:12] for _, tie in row.ties}
    assert beginnings == {edge_uid("", f"units|{CODES[0]}", _KEY)[:12]}
    assert not beginnings & {tie.uid[:12] for _, tie in other.ties}


def test_the_order_of_links_in_a_declaration_changes_no_uid() -> None:
    cells = {"上级": CODES[1], "别称": "甲局"}

    one, other = mapped(cells, _TO_ITSELF, _BY_NAME), mapped(cells, _BY_NAME, _TO_ITSELF)

    assert {tie.uid for _, tie in one.ties} == {tie.uid for _, tie in other.ties}
    assert len({tie.uid for _, tie in one.ties}) == 2


def test_the_readers_of_a_row_are_part_of_what_its_links_say() -> None:
    one = mapped({"上级": CODES[1]}, _TO_ITSELF)
    other = mapped({"上级": CODES[1]}, _TO_ITSELF, readers=["T1"])

    assert one.ties[0][1].uid == other.ties[0][1].uid
    assert one.ties[0][1].hash != other.ties[0][1].hash


def test_a_link_that_another_end_reaches_by_reference_bears_no_witness() -> None:
    vehicle = {"type": "OWNS", "from": "unit", "to": {"kind": "Vehicle", "by": "plate", "column": "车"}}
    declared = source(_TO_ITSELF, vehicle)

    assert [witnessed_ends(declared, link) for link in declared.links] == [("unit",), ("unit",)]
    up = {"type": "UNDER", "from": {"kind": "Unit", "by": "uscc", "column": "上级"}, "to": "unit"}
    both = source(_TO_ITSELF, up)
    assert [witnessed_ends(both, link) for link in both.links] == [(), ()]
    assert tie_keys(declared) == {("UNDER", "Unit", "Unit"), ("OWNS", "Unit", "Vehicle")}


def test_plans_name_what_they_make() -> None:
    context, place = MappingContext(_KEY, Audiences({}), Lookups()), {name: n for n, name in enumerate(_COLUMNS)}
    declared = source({**_TO_ITSELF, "when": "日期"}, _BY_NAME)

    assert [(plan.alias, plan.label) for plan in node_plans(declared, place, context)] == [("unit", "Unit")]
    told = [
        (plan.key, plan.when, plan.start.is_loose or plan.end.is_loose, plan.witnesses)
        for plan in link_plans(declared, place, context)
    ]
    key = ("UNDER", "Unit", "Unit")
    assert told == [(key, 5, False, ("unit",)), (key, None, True, ("unit",))]


def test_a_content_is_the_same_in_whatever_order_it_was_filled() -> None:
    assert content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    assert content_hash({"a": 1}) != content_hash({"a": "1"})
    assert len(content_hash({})) == 16


@pytest.mark.parametrize(
    ("key", "cells", "read"),
    [("代码", ["x ", "y"], "x"), (["代码", "名称"], ["x", 7.0], "x|7"), (["名称", "代码"], ["x", "y"], "y|x")],
)
def test_a_key_is_one_column_or_several_in_their_order(key: Any, cells: list[object], read: str) -> None:
    assert key_reader(source(key=key).key, _COLUMNS[:2])(cells) == read


@pytest.mark.parametrize(
    ("key", "cells", "column"),
    [("代码", ["", "y"], "代码"), (["代码", "名称"], ["x", None], "名称"), (["代码", "名称"], [None, None], "代码")],
)
def test_a_row_without_its_key_is_told_which_column_is_empty(key: Any, cells: list[object], column: str) -> None:
    with pytest.raises(RowRefused) as caught:
        key_reader(source(key=key).key, _COLUMNS[:2])(cells)

    assert caught.value.reason.column == column


def _version(cell: object, **how: str) -> int:
    read = version_reader(source(version={"column": "日期", **how}).version, {"日期": 0})
    assert read
    return read([cell])


@pytest.mark.parametrize(
    ("older", "newer", "how"),
    [
        ("2024-05-01", "2024-05-02", {"as": "date"}),
        ("2024-05-01 08:00:00", "2024-05-01 08:00:01", {}),
        ("1900-01-01 00:00:00", "1900-01-01 00:00:01", {}),
        (7, 8, {"as": "integer"}),
        (-3, 1, {"as": "integer"}),
    ],
)
def test_a_later_version_is_a_greater_number(older: object, newer: object, how: dict[str, str]) -> None:
    assert 0 <= _version(older, **how) < _version(newer, **how)


def test_a_day_is_as_new_as_its_first_second() -> None:
    assert _version("2024-05-01", **{"as": "date"}) == _version("2024-05-01 00:00:00")
    assert _version("1900-01-01 00:01:00") == 60


@pytest.mark.parametrize("cell", ["", None])
def test_a_row_without_a_version_is_refused(cell: object) -> None:
    with pytest.raises(RowRefused) as caught:
        _version(cell)

    assert (caught.value.reason.column, caught.value.reason.value_class) == ("日期", "version")


def test_a_source_without_versions_has_none() -> None:
    assert version_reader(source().version, {}) is None


def test_a_version_is_kept_under_the_row_and_its_source() -> None:
    row = mapped({}, version=None)
    row.version = 9

    known = KeptVersion.of("units", row, _KEY)

    assert known.kept("units") == {"uid": known.uid, "source": "units", "version": 9, "content": known.content}
    assert known.number == 1
    assert known.uid == edge_uid("SourceRow", f"units|{CODES[0]}", _KEY)
    assert known.uid != KeptVersion.of("other", row, _KEY).uid


def test_days_in_a_workbook_are_versions_too() -> None:
    assert _version(dt.datetime(2024, 5, 1, 8)) == _version("2024-05-01 08:00:00")
