"""One number on rows of plainly different people, in a file that is loaded piece by piece: each row keeps its person."""

from itertools import permutations

from tests.identified import IDS
from tests.loading import CLUES, Loading, clear

_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
_NAMED = {"X0": "", "X1": "李四", "X2": "李四", "X4": "张三"}
_TEAM = {"X2": "T0"}  # a row with other readers is a statement of its own


def test_every_row_leads_to_the_person_whom_it_names_in_every_order(loading: Loading) -> None:
    for order in (each for each in permutations(_NAMED) if each.index("X1") < each.index("X2")):
        clear(loading.environment.writer)
        rows = [f"{key},题,{_TEAM.get(key, 'T1')},{_NAMED[key]},{IDS[0]},," for key in order]
        loading.write("clues.csv", "\n".join([_HEAD, *rows]))
        loading.load(CLUES)

        found = loading.rows("MATCH (c:Clue)-[:NAMES]->(p:Person) RETURN c.source_key AS row, p.name AS name")

        named = {row["row"]: row["name"] for row in found}
        assert {row: named[row] for row in _NAMED if _NAMED[row]} == {row: who for row, who in _NAMED.items() if who}, (
            order
        )
