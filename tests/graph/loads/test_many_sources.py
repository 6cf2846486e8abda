"""Several sources, rows and versions on one node: what the graph shows does not depend on the order."""

from itertools import permutations

import orjson

from graph_service.cypher.marks import readers_of
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS, Loading, clear, counts

_REGISTER = f"""
编号,身份证号,姓名,性别
1,{IDS[0]},张三丰,男
2,{IDS[1]},李四光,女
"""
_CLUES = f"""
线索编号,标题,部门,被反映人,身份证号,单位,电话
X1,一号,T1,张三,{IDS[0]},云江市财政局,13812345678;13912345678
X2,二号,T2,张三丰,{IDS[0]},云江市教育局,13812345678
X3,三号,T1,王五,,云江市财政局,
"""
_UNITS = f"""
代码,名称,上级
{CODES[0]},云江市财政局,{CODES[1]}
{CODES[1]},云江市人民政府,
"""
_READERS = "MATCH (n:{}) MATCH (a:Audience {{number: " + readers_of("n") + "}}) RETURN a.readers AS readers"
_LOADS = ((REGISTER, _REGISTER), (CLUES, _CLUES), (UNITS, _UNITS))


def test_sources_in_every_order_give_one_graph(loading: Loading) -> None:
    hashes = set()
    for order in permutations(_LOADS):
        clear(loading.environment.writer)
        for declaration, rows in order:
            loading.load(declaration, rows)
        hashes.add(loading.hash())

    assert len(hashes) == 1


def test_rows_in_every_order_give_one_graph(loading: Loading) -> None:
    head, *rows = _CLUES.strip().splitlines()
    hashes = set()
    for order in permutations(rows):
        clear(loading.environment.writer)
        loading.load(REGISTER, _REGISTER)
        loading.load(CLUES, "\n".join([head, *order]))
        hashes.add(loading.hash())

    assert len(hashes) == 1


def test_higher_rank_is_shown_and_both_are_kept(loading: Loading) -> None:
    loading.load(CLUES, _CLUES)
    loading.load(REGISTER, _REGISTER)

    shown = loading.rows("MATCH (p:Person {id_number: $id}) RETURN p.name AS name, p.source AS source", id=IDS[0])
    kept = loading.rows(
        "MATCH (s:SourceRecord)-[:DESCRIBES]->(:Person {id_number: $id}) RETURN s.source AS source, s.values AS said "
        "ORDER BY source, said",
        id=IDS[0],
    )
    assert shown == [{"name": "张三丰", "source": "register"}]
    assert [row["source"] for row in kept] == ["clues", "clues", "register"]


def test_readers_of_a_node_are_the_union_of_its_rows(loading: Loading) -> None:
    loading.load(CLUES, _CLUES)

    readers = loading.rows(_READERS.format("Person {id_number: $key}"), key=IDS[0])
    phone = loading.rows(_READERS.format("Phone {phone_number: $key}"), key="13812345678")
    assert readers == [{"readers": ["CASE_MGMT", "T1", "T2"]}]
    assert phone == [{"readers": ["CASE_MGMT", "T1", "T2"]}]


def test_a_name_is_bound_only_while_it_is_clear(loading: Loading) -> None:
    where = "MATCH (:Clue {number: 'X1'})-[:NAMES]->(u:Unit) RETURN u.uscc AS code, u.stub AS stub"
    loading.load(CLUES, _CLUES)
    waiting = loading.rows(where)
    loading.load(UNITS, _UNITS)
    bound = loading.rows(where)
    loading.load(UNITS, _UNITS + f"{CODES[2]},云江市财政局,\n")
    doubtful = loading.rows(where)

    assert waiting == [{"code": None, "stub": True}]
    assert bound == [{"code": CODES[0], "stub": None}]
    assert doubtful == [{"code": None, "stub": True}]


def test_a_changed_row_loses_what_it_no_longer_states(loading: Loading) -> None:
    loading.load(CLUES, _CLUES)
    changed = _CLUES.replace("13812345678;13912345678", "13712345678").replace(
        "王五,,云江市财政局", "王五,,云江市审计局"
    )

    again = loading.load(CLUES, changed)

    assert counts(again) == (3, 2, 1, 0)
    after = loading.hash()
    clear(loading.environment.writer)
    loading.load(CLUES, changed)
    assert loading.hash() == after


def test_a_person_whose_id_was_corrected_is_not_left_behind(loading: Loading) -> None:
    loading.load(CLUES, _CLUES)
    changed = _CLUES.replace(IDS[0], IDS[2])

    loading.load(CLUES, changed)

    after = loading.hash()
    clear(loading.environment.writer)
    loading.load(CLUES, changed)
    assert loading.hash() == after


def test_a_register_row_that_moves_to_another_person_leaves_the_first(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER)
    changed = _REGISTER.replace(IDS[1], IDS[2])

    loading.load(REGISTER, changed)

    after = loading.hash()
    clear(loading.environment.writer)
    loading.load(REGISTER, changed)
    assert loading.hash() == after


def test_two_rows_that_contradict_each_other_end_the_same_in_either_order(loading: Loading) -> None:
    one, other = f"1,{IDS[0]},张三丰,男", f"1,{IDS[0]},张三丰,女"
    hashes = set()
    for rows in ((one, other), (other, one)):
        clear(loading.environment.writer)
        outcome = loading.load(REGISTER, "\n".join(["编号,身份证号,姓名,性别", *rows]))
        hashes.add(loading.hash())
        assert counts(outcome) == (2, 1, 0, 1)

    assert len(hashes) == 1


def test_the_same_person_twice_with_other_facts_keeps_both_statements(loading: Loading) -> None:
    rows = [f"1,{IDS[0]},张三丰,男", f"2,{IDS[0]},张三,女"]
    hashes = set()
    for order in (rows, rows[::-1]):
        clear(loading.environment.writer)
        outcome = loading.load(REGISTER, "\n".join(["编号,身份证号,姓名,性别", *order]))
        hashes.add(loading.hash())

    assert counts(outcome) == (2, 2, 0, 0)
    assert len(hashes) == 1
    assert loading.rows("RETURN COUNT { (:SourceRecord)-[:DESCRIBES]->(:Person) } AS n") == [{"n": 2}]


def test_a_row_that_says_two_things_of_one_person_is_written_once(loading: Loading) -> None:
    two = CLUES.replace(
        "links:", "  other: {kind: Person, when: 同案人, fields: {id_number: 身份证号, name: 同案人}}\nlinks:", 1
    )
    head = "线索编号,标题,部门,被反映人,身份证号,同案人,单位,电话"
    rows = f"{head}\nX1,一,T1,张三,{IDS[0]},,,\nX2,二,T2,张三丰,{IDS[0]},张三,,\nX3,三,T3,张三丰,{IDS[0]},,,"
    loading.load(two, rows)
    before = loading.hash()

    again = loading.load(two, rows)

    assert counts(again) == (3, 0, 3, 0)
    assert loading.hash() == before
    told = loading.rows("MATCH (s:SourceRecord) RETURN s.values AS said, s.keys AS keys ORDER BY said")
    assert [(orjson.loads(each["said"])["name"], each["keys"]) for each in told] == [
        ("张三", ["X1", "X2"]),
        ("张三丰", ["X3"]),
    ]


def test_a_unit_under_itself_is_rejected_and_a_circle_loads_as_it_is(loading: Loading) -> None:
    outcome = loading.load(
        UNITS, f"代码,名称,上级\n{CODES[0]},甲局,{CODES[0]}\n{CODES[1]},乙局,{CODES[2]}\n{CODES[2]},丙局,{CODES[1]}"
    )

    assert counts(outcome) == (3, 2, 0, 1)
    assert [(row, each.reason.value_class, each.reason.column) for row, each in outcome.rejects] == [
        ("units.csv", "self-reference", "上级")
    ]
    under = "MATCH (a:Unit)-[:UNDER]->(b:Unit) RETURN a.name AS one, b.name AS other ORDER BY one"
    assert loading.rows(under) == [{"one": "丙局", "other": "乙局"}, {"one": "乙局", "other": "丙局"}]
    assert loading.rows("RETURN COUNT { (:Unit) } AS n") == [{"n": 2}]
