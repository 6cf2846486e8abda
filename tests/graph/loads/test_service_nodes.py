"""A load never erases what the service wrote about a matter: notes, judged links and mentions outlive every later row."""

from typing import Any

import pytest

from tests.loading import CLUES, IDS, Loading, counts

_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话\n"
_ROW = "X{0},{1},CASE_MGMT,张三,{2},,\n"
_WORK = """
MATCH (c:Clue {number: 'X1'}), (other:Clue {number: 'X2'}), (p:Person {id_number: $id})
CREATE (:Casework {uid: 'work_1', stage: 'VERIFY', due_on: date('2025-06-01')})-[:WORKS_ON]->(c)
CREATE (l:Link {uid: 'link_1', state: 'CONFIRMED', rule: 'same_person', audiences: [1]})-[:JOINS {place: 0}]->(c)
CREATE (l)-[:JOINS {place: 1}]->(other)
CREATE (l)-[:RESTS_ON]->(p)
CREATE (c)-[:MENTIONS]->(:Mention {uid: 'mention_1', text: '张三'})-[:REFERS_TO]->(p)
"""
_LEFT = """
MATCH (w:Casework)-[:WORKS_ON]->(c:Clue), (l:Link)-[:JOINS]->(c), (c)-[:MENTIONS]->(x:Mention)-[:REFERS_TO]->(p:Person)
RETURN c.title AS title, w.stage AS stage, toString(w.due_on) AS due_on, l.state AS state, x.text AS text,
  EXISTS { (l)-[:RESTS_ON]->(p) } AS rests
"""


def _rows(title: str) -> str:
    return _HEAD + _ROW.format(1, title, IDS[0]) + _ROW.format(2, "二号", IDS[0])


@pytest.fixture
def worked_on(loading: Loading) -> Loading:
    """Two clues on one person, and what the service wrote about the first."""
    assert counts(loading.load(CLUES, _rows("一号"))) == (2, 2, 0, 0)
    loading.environment.writer.run_write(_WORK, id=IDS[0])
    return loading


def _left(loading: Loading) -> list[dict[str, Any]]:
    return loading.rows(_LEFT)


def test_what_was_written_outlives_the_same_rows(worked_on: Loading) -> None:
    before = _left(worked_on)

    assert counts(worked_on.load(CLUES, _rows("一号"))) == (2, 0, 2, 0)
    assert _left(worked_on) == before
    assert len(before) == 1


def test_what_was_written_outlives_a_changed_row(worked_on: Loading) -> None:
    assert counts(worked_on.load(CLUES, _rows("一号（补充）"))) == (2, 1, 1, 0)

    assert _left(worked_on) == [
        {
            "title": "一号（补充）",
            "stage": "VERIFY",
            "due_on": "2025-06-01",
            "state": "CONFIRMED",
            "text": "张三",
            "rests": True,
        }
    ]


def test_what_was_written_outlives_another_source_of_the_same_matter(worked_on: Loading) -> None:
    other = CLUES.replace("name: clues", "name: more").replace("clues.csv", "more.csv")
    worked_on.load(other, _HEAD + _ROW.format(1, "又一号", IDS[0]))
    worked_on.load(CLUES, _rows("三号"))

    assert [each["stage"] for each in _left(worked_on)] == ["VERIFY"]
