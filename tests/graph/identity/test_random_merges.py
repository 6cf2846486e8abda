"""Random merges, un-merges and loads on the real graph: undone, they leave what the last load alone would have made."""

import os
from typing import ClassVar

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from graph_service.identity.merges import MergeReason, merge, refold, survivors, unmerge
from tests.identified import CLUE_ROWS, CLUES, IDS, PEOPLE, PEOPLE_ROWS, load_place
from tests.loading import Loading, clear

MERGES = int(os.environ.get("LEADLINK_TEST_MERGES", "40"))  # 10,000 is the full figure, run by hand
_STEPS = min(MERGES, 50)  # of one run, after which everything is undone
_KEPT = 0.7  # of the steps of a run, so many merge or un-merge
_BETWEEN = 8  # merges and un-merges before rows may change
_REASON = MergeReason("o_1", "test")
_OPEN = CLUES.replace("{teams: [CASE_MGMT]}", "[EVERYONE]")
_LOST = "MATCH (n:Absorbed)-[r:!MERGED_INTO&!DESCRIBES]-() RETURN count(r) AS ties"
_SPOKEN_OF_BY_NOBODY = "MATCH (p:Person {stub: true}) WHERE NOT EXISTS { (p)--() } RETURN p.uid AS uid"
_CLUES = (
    CLUE_ROWS,
    CLUE_ROWS.replace("张某某,,,局长", "李某某,,,科长").replace("3605**********1317", "36050*********1317"),
    CLUE_ROWS.replace("张伟,,,科员", ",,,"),  # a row that names nobody any more
    "\n".join([CLUE_ROWS.strip().splitlines()[0], *reversed(CLUE_ROWS.strip().splitlines()[1:])]),
)
_KIN = """
name: kin
title: Reports on relatives 家庭成员
holder: ORG_DEPT
classification: INTERNAL
rank: 50
readers: [EVERYONE]
read: {format: csv, files: kin.csv}
key: 编号
nodes:
  person: {kind: Person, fields: {id_number: 本人}}
links:
  - {type: KIN_OF, from: person, to: {kind: Person, by: id_number, column: 亲属}}
"""
_KIN_ROWS = f"""
编号,本人,亲属
1,{IDS[0]},{IDS[1]}
2,{IDS[1]},{IDS[2]}
3,{IDS[2]},{IDS[0]}
4,{IDS[3]},{IDS[3]}
"""
_REGISTERS = (PEOPLE_ROWS, PEOPLE_ROWS.replace(f"{IDS[4]},曾小平,男", f"{IDS[4]},曾晓平,女"))
VERSIONS = [(clues, register) for clues in _CLUES for register in _REGISTERS]


def load(loading: Loading, version: int) -> None:
    clues, register = VERSIONS[version]
    loading.load(_OPEN, clues)
    loading.load(PEOPLE, register)


def begin_anew(loading: Loading) -> None:
    clear(loading.environment.writer)
    load_place(loading)
    loading.load(_KIN, _KIN_ROWS)
    load(loading, 0)


class RandomMerges(RuleBasedStateMachine):
    """Any merges, un-merges and loads; in the end all merges are undone."""

    loading: ClassVar[Loading]
    expected: ClassVar[dict[int, str]]  # hash of the graph that a version makes without any merge
    version: ClassVar[int] = 0
    done: ClassVar[int] = 0

    @initialize()
    def begin(self) -> None:
        if self.loading.hash() != self.expected[0]:  # what an example that failed has left would hide why
            begin_anew(self.loading)
        RandomMerges.version = 0
        self.into: dict[str, str] = {}
        self.since = 0
        self.people = self._present()

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        gone = {row["uid"] for row in self.loading.rows(_SPOKEN_OF_BY_NOBODY)}  # the next load takes them away
        free = sorted(self.people - self.into.keys() - gone)
        if len(free) > 1:
            absorbed = data.draw(st.sampled_from(free))
            survivor = data.draw(st.sampled_from([uid for uid in free if uid != absorbed]))
            merge(self.loading.environment.writer, absorbed, survivor, _REASON)
            self.into[absorbed] = survivor
            RandomMerges.done += 1
            self._check()

    @precondition(lambda self: self.into)
    @rule(data=st.data())
    def unmerge(self, data: st.DataObject) -> None:
        absorbed = data.draw(st.sampled_from(sorted(self.into)))
        self._unmerge(absorbed)
        del self.into[absorbed]
        self._check()

    @precondition(lambda self: self.since >= _BETWEEN)
    @rule(version=st.integers(0, len(VERSIONS) - 1))
    def load(self, version: int) -> None:
        load(self.loading, version)
        RandomMerges.version = version
        self.people = self._present()
        # A merge lasts as long as both of its nodes do.
        self.into = {one: other for one, other in self.into.items() if {one, other} <= self.people}
        self._check()
        self.since = 0

    def _check(self) -> None:
        writer = self.loading.environment.writer
        assert survivors(writer) == {absorbed: self._root(absorbed) for absorbed in self.into}
        assert writer.run_read(_LOST)[0] == [{"ties": 0}]
        assert refold(writer, "Person") == 0
        self.since += 1

    def _unmerge(self, absorbed: str) -> None:
        unmerge(self.loading.environment.writer, absorbed, _REASON)
        RandomMerges.done += 1

    def _root(self, uid: str) -> str:
        return self._root(self.into[uid]) if uid in self.into else uid

    def _present(self) -> set[str]:
        return {row["uid"] for row in self.loading.rows("MATCH (p:Person) RETURN p.uid AS uid")}

    def teardown(self) -> None:
        for absorbed in list(self.into):
            self._unmerge(absorbed)
        load(self.loading, self.version)
        assert self.loading.hash() == self.expected[self.version]
        if self.version:
            load(self.loading, 0)  # every run begins with the same people
            RandomMerges.version = 0


def test_any_merges_undone_in_any_order_leave_the_graph_as_it_was(loading: Loading) -> None:
    begin_anew(loading)
    RandomMerges.loading, RandomMerges.expected, RandomMerges.done, RandomMerges.version = loading, {}, 0, 0
    for version in (*range(len(VERSIONS)), 0):
        load(loading, version)
        RandomMerges.expected[version] = loading.hash()
    assert len(set(RandomMerges.expected.values())) >= len(VERSIONS) - len(_REGISTERS), "reversed rows say the same"

    run_state_machine_as_test(
        RandomMerges,
        settings=settings(
            max_examples=max(1, round(MERGES / _STEPS / _KEPT)), stateful_step_count=_STEPS, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip

    assert RandomMerges.done >= MERGES // 4
    print(f"{RandomMerges.done:,} merges and un-merges")
