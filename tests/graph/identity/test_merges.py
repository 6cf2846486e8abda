"""Merges destroy nothing: undone in any order they leave the graph as it was, to the last property."""

import os
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.identity.merges import Reason, merge, refold, survivors, unmerge
from tests.identified import load_place, snapshot, who
from tests.loading import Loading
from tests.sketch import EVERYONE, Sketch

_STEPS = int(os.environ.get("LEADLINK_TEST_MERGES", "40"))  # the full figure is run by hand
_PEOPLE = 5
_REASON = Reason("o_1", "test")
_ALL = """MATCH (n:Person|Clue|Unit)
RETURN collect([labels(n), properties(n)]) AS nodes, COLLECT {
  MATCH (a:Person|Clue|Unit)-[r:!MERGED_INTO]->(b) RETURN [type(r), a.uid, b.uid, properties(r)]
} AS ties"""


def draw(writer: Writer) -> list[str]:
    sketch = Sketch({EVERYONE: ["EVERYONE"], 2: ["DISC_1"]})
    people = [
        sketch.node(
            "Person", f"p{n}", 2 if n == 3 else EVERYONE, name=f"张{n}", former_name=f"王{n}" if n % 2 else None
        )
        for n in range(_PEOPLE)
    ]
    unit = sketch.node("Unit", "u", name="云江市财政局")
    for n, person in enumerate(people):
        clue = sketch.node("Clue", f"c{n}", number=f"X{n}")
        sketch.names(clue, person)
        sketch.tie("HOLDS_POST", person, unit, post="科员")
        sketch.tie("KIN_OF", person, people[(n + 1) % _PEOPLE])
    sketch.tie("KIN_OF", people[0], people[0])
    sketch.write(writer)
    return people


def state(writer: Writer) -> list[set[str]]:
    found = writer.run_read(_ALL)[0][0]
    return [{_told(item) for item in found[part]} for part in ("nodes", "ties")]


def _told(item: list[Any]) -> str:
    first, *between, held = item
    return repr((sorted(first), between, sorted((name, str(value)) for name, value in held.items())))


class Merging(RuleBasedStateMachine):
    """Any merges and un-merges; in the end all are undone."""

    writer: Writer
    people: list[str]

    @initialize()
    def look(self) -> None:
        self.before = state(self.writer)
        self.into: dict[str, str] = {}

    @rule(one=st.integers(0, _PEOPLE - 1), other=st.integers(0, _PEOPLE - 1))
    def merge(self, one: int, other: int) -> None:
        absorbed, survivor = self.people[one], self.people[other]
        if absorbed == survivor or absorbed in self.into or survivor in self.into:
            with pytest.raises(Conflict):
                merge(self.writer, absorbed, survivor, _REASON)
        else:
            merge(self.writer, absorbed, survivor, _REASON)
            self.into[absorbed] = survivor
        self.check()

    @precondition(lambda self: self.into)
    @rule(data=st.data())
    def unmerge(self, data: st.DataObject) -> None:
        absorbed = data.draw(st.sampled_from(sorted(self.into)))
        unmerge(self.writer, absorbed, _REASON)
        del self.into[absorbed]
        self.check()

    def check(self) -> None:
        expected = {absorbed: self._root(absorbed) for absorbed in self.into}
        assert survivors(self.writer) == expected
        lost = self.writer.run_read("MATCH (n:Absorbed)-[r:!MERGED_INTO]-() RETURN count(r) AS ties")[0]
        assert lost == [{"ties": 0}]
        assert refold(self.writer, "Person") == 0

    def _root(self, uid: str) -> str:
        return self._root(self.into[uid]) if uid in self.into else uid

    def teardown(self) -> None:
        for absorbed in list(self.into):
            unmerge(self.writer, absorbed, _REASON)
        assert state(self.writer) == self.before


def test_any_merges_undone_in_any_order_leave_the_graph_as_it_was(empty_graph: Writer) -> None:
    Merging.writer, Merging.people = empty_graph, draw(empty_graph)
    run_state_machine_as_test(
        Merging,
        settings=settings(
            max_examples=max(1, _STEPS // 10), stateful_step_count=10, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_survivor_shows_what_it_lacks_only_if_all_its_readers_may_know(empty_graph: Writer) -> None:
    empty_graph.run_write("MATCH (n) WHERE NOT n:TestDatabase DETACH DELETE n")
    people = draw(empty_graph)

    merge(empty_graph, people[1], people[0], _REASON)
    merge(empty_graph, people[3], people[2], _REASON)

    shown = empty_graph.run_read("MATCH (n:Person) WHERE n.audience > 0 RETURN n.uid AS uid, n.former_name AS former")[
        0
    ]
    former = {row["uid"]: row["former"] for row in shown}
    assert former == {people[0]: "王1", people[2]: None, people[4]: None}


def test_rows_that_come_after_a_merge_reach_the_survivor_and_go_home_with_an_unmerge(loading: Loading) -> None:
    load_place(loading)
    people = {row["k"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS k, p.uid AS u")}
    before = snapshot(loading)
    merge(loading.desk.writer, people["X1"], people["X3"], _REASON)
    merge(loading.desk.writer, people["X3"], people["X2"], _REASON)

    load_place(loading)
    assert {who(loading)[key] for key in ("X1", "X2", "X3")} == {None}
    unmerge(loading.desk.writer, people["X3"], _REASON)
    unmerge(loading.desk.writer, people["X1"], _REASON)

    assert snapshot(loading) == before
