"""What a crime graph knows beside our own registers: coordinates, acquaintances, calls, transfers, officers, further facts."""

import pytest

from graph_service.cypher.marks import readers_of
from loaders.sync.syncing import Withdrawal, withdraw
from tests.loading import IDS, Loading, counts

_HEAD = """
name: {name}
title: {name}
holder: IT
classification: INTERNAL
readers: {{teams: [IT], columns: [部门]}}
read: {{format: csv, files: {name}.csv}}
key: 编号
"""
_PEOPLE = (
    _HEAD.format(name="people")
    + """
nodes:
  person:
    kind: Person
    when: 姓名
    fields: {id_number: 证号, name: 姓名}
    facts: {眼睛颜色: 眼色, 备注: 备注}
"""
)
_PEOPLE_ROWS = f"""编号,证号,姓名,部门,眼色,备注
1,{IDS[0]},张三,T1,棕,常去茶馆
2,{IDS[1]},李四,T2,,
3,,,T1,蓝,没有姓名"""
_OTHER = _PEOPLE.replace("people", "guests").replace("facts: {眼睛颜色: 眼色, 备注: 备注}", "facts: [眼色, 备注]")
_FACTS = (
    "MATCH (f:Fact)-[r:STATED_OF]->(p:Person) RETURN p.name AS person, f.fact_name AS name, f.fact_text AS text, "
    "f.source AS source, f.row AS row, " + readers_of("f") + " = r.audience AS alike ORDER BY source, person, name"
)


def _facts(loading: Loading) -> list[tuple[object, ...]]:
    found = [tuple(row.values()) for row in loading.rows(_FACTS)]
    assert all(each[-1] for each in found), "who may read the row may read its facts"
    return [each[:-1] for each in found]


def _orphans(loading: Loading) -> list[dict[str, object]]:
    return loading.rows("MATCH (f:Fact) WHERE NOT (f)-[:STATED_OF]->() RETURN f.fact_name AS name")


def test_facts_stand_beside_the_fields_and_only_with_what_they_are_about(loading: Loading) -> None:
    outcome = loading.load(_PEOPLE, _PEOPLE_ROWS)

    assert outcome.rejected == 0
    assert _facts(loading) == [
        ("张三", "备注", "常去茶馆", "people", 1),
        ("张三", "眼睛颜色", "棕", "people", 1),
    ]
    assert _orphans(loading) == []
    before = loading.hash()
    assert counts(loading.load(_PEOPLE, _PEOPLE_ROWS)) == (3, 0, 3, 0)
    assert loading.hash() == before


def test_each_source_keeps_its_own_facts_and_takes_them_back(loading: Loading) -> None:
    loading.load(_PEOPLE, _PEOPLE_ROWS)
    alone = loading.hash()
    uid = loading.load(_OTHER, f"编号,证号,姓名,部门,眼色,备注\n7,{IDS[0]},张三,T2,黑,").loads[-1]
    assert ("张三", "眼色", "黑", "guests", 1) in _facts(loading)

    withdraw(loading.environment, Withdrawal("guests", load=uid))
    assert loading.hash() == alone
    loading.load(_OTHER, f"编号,证号,姓名,部门,眼色,备注\n7,{IDS[0]},张三,T2,黑,")
    withdraw(loading.environment, Withdrawal("people"))

    assert _facts(loading) == [("张三", "眼色", "黑", "guests", 1)]
    withdraw(loading.environment, Withdrawal("guests"))
    assert loading.rows("MATCH (f:Fact) RETURN f") == []


def test_a_fact_that_the_row_no_longer_states_goes_and_comes_back_with_a_roll_back(loading: Loading) -> None:
    loading.load(_PEOPLE, _PEOPLE_ROWS)
    before = loading.hash()
    uid = loading.load(_PEOPLE, _PEOPLE_ROWS.replace("棕,常去茶馆", "灰,")).loads[-1]

    assert _facts(loading) == [("张三", "眼睛颜色", "灰", "people", 1)]
    assert _orphans(loading) == []
    withdraw(loading.environment, Withdrawal("people", load=uid))
    assert loading.hash() == before


_TIES = {
    "ties": """
links:
  - type: KNOWS
    from: {kind: Person, by: id_number, column: 甲}
    to: {kind: Person, by: id_number, column: 乙}
    fields: {word: 关系}
""",
    "calls": """
nodes:
  call: {kind: PhoneCall, fields: {call_number: 编号, occurred_at: {column: 时间, as: datetime_dmy}, seconds: 时长, times: 次数}}
links:
  - {type: CALLED_FROM, from: call, to: {kind: Phone, by: phone_number, column: 主叫}}
  - {type: CALLED_TO, from: call, to: {kind: Phone, by: phone_number, column: 被叫}}
""",
    "transfers": """
nodes:
  transfer: {kind: Transfer, fields: {transfer_number: 编号, occurred_at: 时间, amount_fen: 金额(元), times: 笔数}}
links:
  - {type: SENT_FROM, from: transfer, to: {kind: Account, by: account_number, column: 转出}}
  - {type: SENT_TO, from: transfer, to: {kind: Account, by: account_number, column: 转入}}
""",
    "cases": """
nodes:
  case: {kind: Clue, fields: {number: 编号}}
  investigator: {kind: CaseOfficer, key: 警号, when: 警号, fields: {officer_as_named: 承办人, badge_number: 警号}}
links:
  - {type: INVESTIGATED_BY, from: case, to: investigator, fields: {as_named: 承办人}}
  - {type: INVESTIGATED_BY, from: case, to: {kind: Officer, by: officer_id, column: 工号}}
""",
    "places": """
nodes:
  place: {kind: Place, fields: {address: 地址, latitude: 纬度, longitude: 经度}}
""",
}
_ROWS = {
    "ties": f"编号,部门,甲,乙,关系\n1,T1,{IDS[0]},{IDS[1]},同学\n2,T1,{IDS[1]},{IDS[0]},邻居",
    "calls": "编号,部门,主叫,被叫,时间,时长,次数\n1,T1,13812345678,13912345678,31/12/2024 23:10,5分32秒,\n"
    "2,T1,13812345678,13712345678,01/12/2024,01:00:00,14\n3,T1,13812345678,13712345678,,-3,",
    "transfers": '编号,部门,转出,转入,时间,金额(元),笔数\n1,T1,6222021502001234567,6222021502001234575,2024-12-31 08:00,"1,200.50",\n'
    "2,T1,6222021502001234567,6222021502001234575,2024-12-01,90000,12\n3,T1,6222021502001234567,,,5,0",
    "cases": "编号,部门,承办人,警号,工号\nX1,T1,王警官,B-17,o1\nX2,T1,王警官,B-17,",
    "places": "编号,部门,地址,纬度,经度\n1,T1,公园路1号,28.1234,115.0312\n2,T1,公园路2号,115.0312,28.1234\n"
    "3,T1,公园路3号,0,0\n4,T1,公园路4号,28.1,\n5,T1,公园路5号,79.9,37.1",
}
_WANTED: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "ties": ("MATCH (:Person)-[r:KNOWS]->(:Person) RETURN r.word AS word ORDER BY word", [("同学",), ("邻居",)]),
    "calls": ("MATCH (a:Phone)<-[:CALLED_FROM]-(c:PhoneCall)-[:CALLED_TO]->(b:Phone) "
        "RETURN a.phone_number, b.phone_number, toString(c.occurred_at) AS at, c.seconds, c.times ORDER BY c.call_number",
        [("13812345678", "13912345678", "2024-12-31T23:10:00", 332, None),
         ("13812345678", "13712345678", "2024-12-01T00:00:00", 3600, 14)]),
    "transfers": ("MATCH (a:Account)<-[:SENT_FROM]-(t:Transfer)-[:SENT_TO]->(b:Account) "
        "RETURN right(a.account_number, 1), right(b.account_number, 1), t.amount_fen, t.times ORDER BY t.transfer_number",
        [("7", "5", 120050, None), ("7", "5", 9000000, 12)]),
    "cases": ("MATCH (c:Clue)-[r:INVESTIGATED_BY]->(o) RETURN c.number, labels(o)[0], o.badge_number, o.officer_id, r.as_named "
        "ORDER BY c.number, labels(o)[0]",
        [("X1", "CaseOfficer", "B-17", None, "王警官"), ("X1", "Officer", None, "o1", None),
         ("X2", "CaseOfficer", "B-17", None, "王警官")]),
    "places": ("MATCH (p:Place) RETURN p.address, p.latitude, p.longitude ORDER BY p.address",
        [("公园路1号", 28.1234, 115.0312), ("公园路3号", None, None)]),
}  # fmt: skip


@pytest.mark.parametrize("name", _TIES)
def test_what_is_declared_is_read_and_taken_back(loading: Loading, name: str) -> None:
    outcome = loading.load(_HEAD.format(name=name) + _TIES[name], _ROWS[name])
    query, wanted = _WANTED[name]

    assert outcome.merged == 2
    found = [tuple(row.values()) for row in loading.rows(query)]
    assert found == wanted
    withdraw(loading.environment, Withdrawal(name))
    assert (
        loading.rows("MATCH (n:Person|PhoneCall|Phone|Transfer|Account|Clue|CaseOfficer|Officer|Place) RETURN n") == []
    )
