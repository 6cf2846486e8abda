"""A merge of two entities with very many relationships: how long it takes, and that readers are served throughout."""

import os
import threading
import time

from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, merge, unmerge
from graph_service.rights.audiences import EVERYONE, audience_number
from tests.loading import Loading

EDGES = int(os.environ.get("LEADLINK_TEST_BIG_MERGE", "2000"))  # 100,000 is the full figure, run by hand
_MOST_SECONDS = float(os.environ.get("LEADLINK_TEST_BIG_MERGE_SECONDS", "60"))
_REASON = MergeReason("o_1", "test")
_BATCH = 10_000
_ENDS = """UNWIND ['person_one', 'person_other'] AS uid
CREATE (p:Person:Entity {uid: uid, name: uid, audience: $audience, source: 'sketch'})"""
# As a loader writes them: with origin and row; the ends in between are shared by none.
_EDGES = """UNWIND range($first, $last) AS i
MATCH (p:Person {uid: CASE WHEN i % 2 = 0 THEN 'person_one' ELSE 'person_other' END})
CREATE (c:Clue:Matter {uid: 'clue_' + i, number: 'X' + i, audience: $audience, source: 'sketch'})
CREATE (c)-[:NAMES {
  uid: 'names_' + i, audience: $audience, role: 'SUBJECT', as_named: '张某', source: 'sketch', source_key: 'X' + i,
  load: 'load_1', row: i, hash: 'h' + i
}]->(p)"""
_READ = """MATCH (p:Person {uid: $uid})<-[x:NAMES]-(c:Clue)
WHERE x.audience = $audience
WITH c LIMIT 100 RETURN count(c) AS n"""
_COUNT = "MATCH (p:Person {uid: $uid}) RETURN COUNT { (p)<-[:NAMES]-() } AS n"


class Reader(threading.Thread):
    """Reads again and again, and remembers how long each read took."""

    def __init__(self, writer: Writer, audience: int) -> None:
        super().__init__(daemon=True)
        self._writer = writer
        self._audience = audience
        self.seconds: list[float] = []
        self.seen: set[int] = set()
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            began = time.monotonic()
            found = self._writer.run_read(_READ, uid="person_other", audience=self._audience)[0]
            self.seconds.append(time.monotonic() - began)
            self.seen.add(found[0]["n"])
            time.sleep(0.01)


def test_a_big_merge_is_quick_and_blocks_no_reader(loading: Loading) -> None:
    writer, audience = loading.environment.writer, audience_number([EVERYONE])
    writer.run_write(_ENDS, audience=audience)
    for first in range(0, EDGES, _BATCH):
        writer.run_write(_EDGES, first=first, last=min(first + _BATCH, EDGES) - 1, audience=audience)
    reader = Reader(writer, audience)
    reader.start()

    spent = {}
    for name, act in (("merge", _merge), ("unmerge", _unmerge)):
        began = time.monotonic()
        act(writer)
        spent[name] = time.monotonic() - began
    reader.over.set()
    reader.join()

    slowest = max(reader.seconds)
    print(f"{EDGES:,} edges: merged in {spent['merge']:.1f} s, unmerged in {spent['unmerge']:.1f} s;", end=" ")
    print(f"{len(reader.seconds):,} reads meanwhile, slowest {slowest * 1000:.0f} ms")
    assert spent["merge"] < _MOST_SECONDS
    assert len(reader.seconds) > 1
    assert slowest < max(spent["merge"] / 4, 2.0), "a reader waited for the merge"
    assert reader.seen == {min(EDGES // 2, 100)}
    assert writer.run_read(_COUNT, uid="person_one")[0][0]["n"] == EDGES // 2


def _merge(writer: Writer) -> None:
    merge(writer, "person_one", "person_other", _REASON)
    assert writer.run_read(_COUNT, uid="person_other")[0][0]["n"] == EDGES


def _unmerge(writer: Writer) -> None:
    unmerge(writer, "person_one", _REASON)
