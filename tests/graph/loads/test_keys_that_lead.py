"""Keys of other sources lead to what they name, in whatever order files come, and never back to the row itself."""

import itertools

import pytest

from tests.loading import CODES, IDS, Loading, clear, counts

_HEAD = "title: t\nholder: IT\nclassification: INTERNAL\nreaders: [IT]\n"
_PEOPLE = f"""{_HEAD}name: t_people
read: {{format: csv, files: people.csv}}
key: id
nodes:
  person: {{kind: Person, fields: {{id_number: sid, name: name}}}}
"""
_PLACES = f"""{_HEAD}name: t_places
read: {{format: csv, files: places.csv}}
key: id
nodes:
  place: {{kind: Place, fields: {{address: address}}}}
"""
_CLUES = f"""{_HEAD}name: t_clues
read: {{format: csv, files: clues.csv}}
key: "no"
nodes:
  clue: {{kind: Clue, fields: {{number: "no", channel: {{value: OTHER}}}}}}
links:
  - {{type: NAMES, from: clue, to: {{kind: Place, source: t_places, column: place}}}}
  - {{type: NAMES, from: clue, to: {{kind: Person, source: t_people, column: person}}}}
"""
_ROWS = {
    _PEOPLE: f"id,sid,name\n1,{IDS[0]},王甲\n2,{IDS[0]},王甲\n3,{IDS[1]},李乙\n",
    _PLACES: "id,address\nA,1 High Street\nB,1 High Street\nC,2 High Street\n",
    _CLUES: "no,place,person\nT-1,A,1\nT-2,B,2\nT-3,C,3\nT-4,,2\n",
}
_UNDER = f"""{_HEAD}name: s_a
read: {{format: csv, files: a.csv}}
key: code
nodes:
  unit: {{kind: Unit, fields: {{uscc: code}}}}
links:
  - {{type: UNDER, from: unit, to: {{kind: Unit, source: s_b, column: parent}}}}
"""
_KEYED = f"""{_HEAD}name: s_b
read: {{format: csv, files: b.csv}}
key: k
nodes:
  unit: {{kind: Unit, fields: {{uscc: code}}}}
"""
_LED = """MATCH (c:Clue)-[:NAMES]->(n)
RETURN c.number AS clue, coalesce(n.address, n.name) AS to ORDER BY clue, to"""


@pytest.mark.parametrize("order", list(itertools.permutations(_ROWS)))
def test_each_key_of_rows_that_are_one_thing_leads_to_it(loading: Loading, order: tuple[str, ...]) -> None:
    for declaration in order:
        loading.load(declaration, _ROWS[declaration])

    assert [(row["clue"], row["to"]) for row in loading.rows(_LED)] == [
        ("T-1", "1 High Street"), ("T-1", "王甲"), ("T-2", "1 High Street"), ("T-2", "王甲"),
        ("T-3", "2 High Street"), ("T-3", "李乙"), ("T-4", "王甲"),
    ]  # fmt: skip
    assert counts(loading.load(_CLUES, _ROWS[_CLUES] + "\n"))[1] == 0


def test_a_key_that_goes_leads_nowhere_and_the_other_goes_on_leading(loading: Loading) -> None:
    for declaration, rows in _ROWS.items():
        loading.load(declaration, rows)
    changed = _ROWS[_PEOPLE].replace(f"2,{IDS[0]},王甲", f"2,{IDS[2]},王丙")
    loading.load(_PEOPLE, changed)
    loading.load(_CLUES, _ROWS[_CLUES] + "\n")
    ended = loading.hash()

    clear(loading.environment.writer)
    for declaration, rows in (_ROWS | {_PEOPLE: changed}).items():
        loading.load(declaration, rows)
    assert loading.hash() == ended


@pytest.mark.parametrize("parent", ["k1", "k2"])
def test_a_unit_is_never_under_itself_in_either_order(loading: Loading, parent: str) -> None:
    rows = {_UNDER: f"code,parent\n{CODES[0]},{parent}\n", _KEYED: f"k,code\nk1,{CODES[0]}\nk2,{CODES[1]}\n"}
    hashes = set()
    for order in (list(rows), list(rows)[::-1]):
        clear(loading.environment.writer)
        for declaration in (*order, *order):
            loading.load(declaration, rows[declaration])
        hashes.add(loading.hash())
        assert loading.rows("MATCH (u:Unit)-[:UNDER]->(u) RETURN u.uid") == []
        (under,) = loading.rows("MATCH (:Unit)-[:UNDER]->(u:Unit) RETURN u.uscc AS code")
        assert under["code"] == (None if parent == "k1" else CODES[1])

    assert len(hashes) == 1
