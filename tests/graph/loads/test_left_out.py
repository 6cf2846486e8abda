"""What a declaration leaves out is told, and a dry run counts what the load then does."""

from dataclasses import replace

import pytest

from loaders.load.one_source import Outcome
from tests.loading import CLUES, IDS, Loading, counts

_PLACES = """
name: places
title: Addresses 地址
holder: IT
classification: INTERNAL
readers: [EVERYONE]
columns: open
read: {format: csv, files: places.csv}
key: 号
ignored: [备注, 别]
nodes:
  place: {kind: Place, key: 址, when: 址, fields: {address: 址}}
  person: {kind: Person, when: 名, fields: {name: 名, id_number: 证}}
links:
  - {type: LOCATED_AT, from: person, to: place}
"""
_HEAD = "号,址,名,证,备注,新"


def _dry(loading: Loading, declaration: str) -> Outcome:
    wet = loading.environment
    loading.environment = replace(wet, dry_run=True)
    try:
        return loading.load(declaration)
    finally:
        loading.environment = wet


def _alike(loading: Loading, declaration: str, name: str, rows: str) -> Outcome:
    loading.write(name, rows)
    dry, wet = _dry(loading, declaration), loading.load(declaration)
    assert (counts(dry), dry.unused, dry.silent) == (counts(wet), wet.unused, wet.silent)
    return wet


def test_columns_and_rows_that_are_left_out_are_told(loading: Loading) -> None:
    rows = f"{_HEAD}\n1,甲路1号,张三,{IDS[0]},x,y\n2,,,,x,y\n3,无,,,x,y\n4,乙路2号,,,x,y"

    outcome = _alike(loading, _PLACES, "places.csv", rows)

    assert outcome.unused == ["新"]
    assert outcome.silent == 2
    assert outcome.summary()["silent"] == 2
    assert outcome.summary()["unused"] == ["新"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_dry_run_counts_like_the_load_over_many_chunks(loading: Loading, order: int) -> None:
    # Rows that share their nodes, more of them than one chunk holds, a key that comes twice, and rows that cannot be taken.
    lines = [f"{number},甲路{number % 7}号,,,x,y" for number in range(300)]
    lines += [f"{number},,张三,{IDS[0]},x,y" for number in range(300, 420)]
    lines += ["5,甲路5号,,,x,y", "6,丙路1号,,,x,y", ",甲路1号,,,x,y", "999,甲路1号,李四,123,x,y"]

    _alike(loading, _PLACES, "places.csv", "\n".join([_HEAD, *lines[::order]]))
    lines.remove("6,丙路1号,,,x,y")
    _alike(loading, _PLACES, "places.csv", "\n".join([_HEAD, *lines[::order]]))
    _alike(loading, _PLACES, "places.csv", "\n".join([_HEAD, *lines[::order], "1000,甲路1号,,,x,y"]))
    _alike(loading, _PLACES, "places.csv", "\n".join([_HEAD, *lines[:100]]))


def test_a_dry_run_counts_like_the_load_of_links(loading: Loading) -> None:
    head = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
    lines = [f"X{number},题{number % 3},T1,张三,{IDS[number % 2]},甲局,13812345678" for number in range(130)]

    _alike(loading, CLUES, "clues.csv", "\n".join([head, *lines, *lines[:70]]))
    _alike(loading, CLUES, "clues.csv", "\n".join([head, *lines[:60], "X1,别题,T1,,,,"]))


def test_a_checked_column_rejects_the_same_rows_in_a_dry_run(loading: Loading) -> None:
    checked = _PLACES.replace("ignored: [备注, 别]", "ignored: [备注]\nchecked: {别: date}")
    rows = f"{_HEAD},别\n1,甲路1号,,,x,y,2024-02-31\n2,乙路2号,,,x,y,2024-02-28\n3,丙路3号,,,x,y,"

    outcome = _alike(loading, checked, "places.csv", rows)

    assert counts(outcome) == (3, 2, 0, 1)
    assert loading.rows("MATCH (r:RejectedRow) RETURN r.row AS row, r.column AS column, r.value_class AS kind") == [
        {"row": 1, "column": "别", "kind": "date"}
    ]
