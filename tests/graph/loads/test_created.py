"""What a first load expects not to find is created; what is there all the same is merged, and nothing is doubled."""

from dataclasses import replace

from graph_service.cypher.in_use import in_use
from loaders.declare.parts import SourceMapping
from loaders.mapping.link_mapping import tie_keys
from loaders.mapping.statement import Statement
from loaders.merging.fresh import Fresh
from loaders.merging.settling import write_settled
from tests.loading import CLUES, IDS, REGISTER, Loading, clear, counts

_HOMES = """
name: homes
title: Homes 住户登记
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: homes.csv}
key: 编号
nodes:
  person: {kind: Person, fields: {name: 姓名}}
  home: {kind: Place, key: 住址, fields: {address: 住址}}
links:
  - {type: LOCATED_AT, from: person, to: home}
"""
# The same few homes over and over, so that every chunk meets those that the chunks before have made.
_ROWS = "编号,姓名,住址\n" + "\n".join(f"{number},张{number},云江市和平路{number % 7}号" for number in range(1, 301))


def test_a_home_that_many_chunks_name_is_one(loading: Loading) -> None:
    small = counts(loading.load(_HOMES, _ROWS))
    made = loading.hash()
    clear(loading.environment.writer)

    whole = counts(replace(loading, environment=replace(loading.environment, chunk=10_000)).load(_HOMES, _ROWS))

    assert small == whole == (300, 300, 0, 0)
    assert loading.hash() == made
    assert loading.rows("MATCH (n:Place) RETURN count(n) AS homes") == [{"homes": 7}]
    assert loading.rows("MATCH ()-[r:LOCATED_AT]->() RETURN count(r) AS ties") == [{"ties": 300}]
    assert counts(loading.load(_HOMES)) == (300, 0, 300, 0)


def test_what_is_there_of_a_label_is_known_and_the_rest_is_fresh(loading: Loading) -> None:
    clues = SourceMapping.of(loading.source(CLUES))
    writer = loading.environment.writer
    labels, ties = clues.labels(), tie_keys(clues)

    assert Fresh.of(labels, ties, writer).labels == {"Clue": set(), "Person": set()}
    assert ("NAMES", "Clue", "Unit") in Fresh.of(labels, ties, writer).ties
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男")
    uid = str(loading.rows("MATCH (n:Person) RETURN n.uid AS uid")[0]["uid"])
    fresh = Fresh.of(labels, ties, writer)
    assert fresh.labels == {"Clue": set(), "Person": {hash(uid)}}
    there, new = (Statement(each, {}, "", 1, "k", "k", 1) for each in (uid, "person_ffff"))
    assert fresh.split("Person", [there, new]) == ([new], [there])
    fresh.note("Person", [new])
    assert fresh.split("Person", [there, new]) == ([], [there, new])
    fresh.forget("Person")
    assert fresh.split("Person", [new]) == ((), [new])


def test_people_that_another_source_brought_are_merged_beside_those_that_are_new(loading: Loading) -> None:
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三丰,男")
    rows = [f"X{number},一号,T1,张三{number},{person},," for number, person in enumerate(IDS[:4])]
    assert counts(loading.load(CLUES, "\n".join(("线索编号,标题,部门,被反映人,身份证号,单位,电话", *rows)))) == (
        4,
        4,
        0,
        0,
    )

    found = loading.rows("MATCH (n:Person) RETURN n.id_number AS id, COUNT { (n)<-[:DESCRIBES]-() } AS records")
    assert {row["id"]: row["records"] for row in found} == {IDS[0]: 2, **dict.fromkeys(IDS[1:4], 0)}


def test_source_records_that_are_there_already_are_written_over(loading: Loading) -> None:
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三丰,男")
    loading.load(CLUES, f"线索编号,标题,部门,被反映人,身份证号,单位,电话\nX1,一号,T1,张三,{IDS[0]},,")
    before = loading.hash()
    query = (
        "MATCH (n:Person {id_number: $id}) RETURN n.uid AS uid, n {.*, learnt_at: null, born_on: null} AS p, "
        "[(s:SourceRecord)-[:DESCRIBES]->(n) | properties(s)] AS make"
    )
    rows = loading.rows(query, id=IDS[0])

    # As if the server had written them and its answer had been lost.
    write_settled(loading.environment.writer, "Person", rows)

    assert len(rows[0]["make"]) == 2
    assert loading.hash() == before


def test_only_what_a_graph_holds_is_asked_for(loading: Loading) -> None:
    assert in_use(loading.environment.writer, ("Place", "Person", "LOCATED_AT")) == []

    loading.load(_HOMES, _ROWS)

    assert in_use(loading.environment.writer, ("LOCATED_AT", "Vehicle", "Place", "DRIVEN_BY")) == [
        "LOCATED_AT",
        "Place",
    ]
