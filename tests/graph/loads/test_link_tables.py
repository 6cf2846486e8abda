"""Rows that only tie what other sources describe, and lists inside a row: loaded, loaded again, changed and taken back."""

import json
from typing import Any

import pytest

from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from tests.loading import IDS, REGISTER, Loading, counts

_PEOPLE = """
name: people
title: Nodes of a graph export 图导出的人员
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: people.csv}
key: ":ID"
nodes:
  person: {kind: Person, fields: {name: name}}
"""
_KIN = """
name: kin
title: Relationships of a graph export 图导出的关系
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: kin.csv}
key: [":START_ID", ":END_ID"]
ignored: [":TYPE"]
links:
  - type: KIN_OF
    from: {kind: Person, source: people, column: ":START_ID"}
    to: {kind: Person, source: people, column: ":END_ID"}
    fields: {relation: word}
"""
_NAMED = _KIN.replace("source: people", "by: name")
_STRICT = _KIN.replace("source: people", "by: id_number")
_PEOPLE_ROWS = ":ID,name\n1,张三\n2,李四\n3,王五"
_KIN_ROWS = ":START_ID,:END_ID,:TYPE,word\n1,2,K,配偶\n1,3,K,子女\n3,3,K,姻亲"
_TIES = """MATCH (a:Person)-[r:KIN_OF]->(b:Person)
RETURN a.name AS a, b.name AS b, r.relation AS word, r.source AS source, r.source_key AS key, r.row AS row,
  r.load IS NOT NULL AS loaded ORDER BY key, a, b"""
_EXPECTED = [
    ("张三", "李四", "SPOUSE", "1|2", 1),
    ("张三", "王五", "CHILD", "1|3", 2),
    ("王五", "王五", "IN_LAW", "3|3", 3),
]


def _ties(loading: Loading) -> list[tuple[Any, ...]]:
    found = loading.rows(_TIES)
    assert all(row["source"] == "kin" and row["loaded"] for row in found)
    return [(row["a"], row["b"], row["word"], row["key"], row["row"]) for row in found]


@pytest.mark.parametrize("people_first", [True, False])
def test_both_ends_are_bound_in_whatever_order_the_sources_come(loading: Loading, people_first: bool) -> None:
    tables = [(_PEOPLE, _PEOPLE_ROWS), (_KIN, _KIN_ROWS)]
    for declared, rows in tables if people_first else reversed(tables):
        outcome = loading.load(declared, rows)

        assert outcome.rejected == 0

    assert _ties(loading) == _EXPECTED
    assert loading.rows("MATCH (p:Person) RETURN count(p) AS n, count(p.stub) AS stubs") == [{"n": 3, "stubs": 0}]
    before = loading.hash()
    assert counts(loading.load(_KIN, _KIN_ROWS)) == (3, 0, 3, 0)
    assert loading.hash() == before


def test_one_table_holds_several_kinds_of_relationships(loading: Loading) -> None:
    link = (
        "{{type: {0}, when: {{column: ':TYPE', is: {1}}}, from: {{kind: Person, source: people, column: ':START_ID'}}, "
    )
    link += "to: {{kind: Person, source: people, column: ':END_ID'}}, fields: {{word: ':TYPE'}}}}"
    head = _KIN.partition("ignored:")[0].replace('":END_ID"]', '":END_ID", ":TYPE"]')
    mixed = f"{head}links:\n  - {link.format('KIN_OF', 'KIN')}\n  - {link.format('KNOWS', '[KNOWS, KNOWS_LW]')}\n"
    loading.load(_PEOPLE, _PEOPLE_ROWS)

    outcome = loading.load(mixed, ":START_ID,:END_ID,:TYPE\n1,2,KIN\n1,3,KNOWS\n2,3,KNOWS_LW\n1,2,HATES")

    assert counts(outcome) == (4, 3, 1, 0)
    assert outcome.silent == 1
    found = loading.rows(
        "MATCH (a)-[r:KIN_OF|KNOWS]->(b) RETURN type(r) AS t, a.name AS a, b.name AS b, r.word AS w ORDER BY w"
    )
    assert [tuple(row.values()) for row in found] == [
        ("KIN_OF", "张三", "李四", "KIN"), ("KNOWS", "张三", "王五", "KNOWS"), ("KNOWS", "李四", "王五", "KNOWS_LW"),
    ]  # fmt: skip


def test_one_table_holds_several_kinds_of_nodes(loading: Loading) -> None:
    node = "  {0}: {{kind: {1}, when: {{column: ':LABEL', is: [{1}]}}, fields: {{{2}: name}}}}\n"
    mixed = (
        _PEOPLE.partition("nodes:")[0]
        + "nodes:\n"
        + node.format("person", "Person", "name")
        + node.format("unit", "Unit", "name")
    )

    loading.load(mixed, ":ID,:LABEL,name\n1,Person,张三\n2,Unit,云江市财政局\n3,Place,公园路")

    found = loading.rows("MATCH (n:Person|Unit|Place) RETURN labels(n)[0] AS label, n.name AS name ORDER BY label")
    assert found == [{"label": "Person", "name": "张三"}, {"label": "Unit", "name": "云江市财政局"}]


def test_ends_that_become_known_one_after_the_other(loading: Loading) -> None:
    loading.load(_PEOPLE, ":ID,name\n1,张三")
    loading.load(_KIN, _KIN_ROWS)
    loading.load(_PEOPLE, ":ID,name\n1,张三\n3,王五")
    loading.load(_PEOPLE, _PEOPLE_ROWS)
    step_by_step = loading.hash()

    assert _ties(loading) == _EXPECTED
    withdraw(loading.environment, Withdrawal("kin"))
    loading.load(_KIN, _KIN_ROWS)
    assert loading.hash() == step_by_step


def test_names_at_both_ends_are_bound_while_one_node_bears_them(loading: Loading) -> None:
    rows = ":START_ID,:END_ID,:TYPE,word\n张三,李四,K,配偶\n王五,王五,K,姻亲"
    loading.load(_NAMED, rows)
    loading.load(_PEOPLE, _PEOPLE_ROWS)
    assert loading.rows("MATCH (:Person {stub: true})-[r]-() RETURN count(r) AS n") == [{"n": 0}]

    loading.load(_PEOPLE, _PEOPLE_ROWS + "\n4,李四\n5,王五")
    waiting = loading.rows(
        "MATCH (a)-[r:KIN_OF]->(b) RETURN a.name AS a, a.stub AS sa, b.name AS b, b.stub AS sb ORDER BY a"
    )

    assert [tuple(row.values()) for row in waiting] == [("张三", None, "李四", True), ("王五", True, "王五", True)]
    together = loading.hash()
    for source in ("kin", "people"):
        withdraw(loading.environment, Withdrawal(source))
    loading.load(_PEOPLE, _PEOPLE_ROWS + "\n4,李四\n5,王五")
    loading.load(_NAMED, rows)
    assert loading.hash() == together


def test_strong_identifiers_at_both_ends(loading: Loading) -> None:
    rows = f":START_ID,:END_ID,:TYPE,word\n{IDS[0]},{IDS[1]},K,配偶\n{IDS[0]},x,K,子女"
    outcome = loading.load(_STRICT, rows)
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女")

    assert counts(outcome) == (2, 1, 0, 1)
    assert _ties(loading) == [("张三", "李四", "SPOUSE", f"{IDS[0]}|{IDS[1]}", 1)]


def test_a_row_that_is_gone_or_changed_is_taken_back_and_a_load_rolled_back(loading: Loading) -> None:
    loading.load(_PEOPLE, _PEOPLE_ROWS)
    loading.load(_KIN, _KIN_ROWS)
    before = loading.hash()
    loading.write("kin.csv", ":START_ID,:END_ID,:TYPE,word\n1,2,K,姻亲\n3,3,K,姻亲")
    outcome = sync_source(loading.source(_KIN), loading.folder, loading.environment, lambda *_: None, SyncOptions())

    assert [tie[:3] for tie in _ties(loading)] == [("张三", "李四", "IN_LAW"), ("王五", "王五", "IN_LAW")]
    assert outcome.removed == 1
    for uid in reversed(outcome.loads):
        withdraw(loading.environment, Withdrawal("kin", load=uid))
    withdraw(loading.environment, Withdrawal("kin"))
    assert _ties(loading) == []
    loading.load(_KIN, _KIN_ROWS)
    assert loading.hash() == before


_REPORTS = """
name: reports
title: Family reports 家庭成员报告
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: jsonl, files: reports.jsonl, columns: [号, 人.名, 人.号, 家.名, 家.号, 家.系]}
key: 号
nodes:
  official: {kind: Person, fields: {name: 人.名, id_number: 人.号}}
  kin: {kind: Person, each: 家, when: 家.名, fields: {name: 家.名, id_number: 家.号}}
links:
  - {type: KIN_OF, from: kin, to: official, fields: {relation: 家.系}}
"""
_KIN_OF = (
    "MATCH (k:Person)-[r:KIN_OF]->(o:Person {name: '张三'}) RETURN k.name AS name, r.relation AS word ORDER BY name"
)


def _report(*family: tuple[str, str, str]) -> str:
    elements = [{"名": name, "号": number, "系": word} for name, number, word in family]
    return json.dumps({"号": "R1", "人": {"名": "张三", "号": IDS[0]}, "家": elements}, ensure_ascii=False)


def test_elements_of_a_list_come_change_and_go_with_their_row(loading: Loading) -> None:
    first = _report(("李四", IDS[1], "配偶"), ("张小", "", "子女"), ("张大", "", "子女"))
    loading.load(_REPORTS, first)
    assert [row["name"] for row in loading.rows(_KIN_OF)] == ["张大", "张小", "李四"]
    whole = loading.hash()
    assert counts(loading.load(_REPORTS, first)) == (1, 0, 1, 0)

    uid = loading.load(_REPORTS, _report(("李四", IDS[1], "姻亲"))).loads[-1]

    assert loading.rows(_KIN_OF) == [{"name": "李四", "word": "IN_LAW"}]
    assert loading.rows("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 2}]
    withdraw(loading.environment, Withdrawal("reports", load=uid))
    assert loading.hash() == whole
    withdraw(loading.environment, Withdrawal("reports"))
    assert loading.rows("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 0}]
