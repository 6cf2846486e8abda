"""Merges destroy nothing: undone in any order they leave the graph as it was, to the last property."""

import pytest

from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, merge, unmerge
from tests.identified import CLUE_ROWS, CLUES, load_place, snapshot, who
from tests.loading import Loading
from tests.sketch import EVERYONE, Sketch

_PEOPLE = 5
_REASON = MergeReason("o_1", "test")


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


def test_survivor_shows_what_it_lacks_only_if_all_its_readers_may_know(empty_graph: Writer) -> None:
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
    merge(loading.environment.writer, people["X1"], people["X3"], _REASON)
    merge(loading.environment.writer, people["X3"], people["X2"], _REASON)

    load_place(loading)
    assert {who(loading)[key] for key in ("X1", "X2", "X3")} == {None}
    unmerge(loading.environment.writer, people["X3"], _REASON)
    unmerge(loading.environment.writer, people["X1"], _REASON)

    assert snapshot(loading) == before


def test_a_row_that_goes_while_its_person_stands_between_two_merges_leaves_nothing(loading: Loading) -> None:
    without = CLUE_ROWS.replace("张伟,,,科员", ",,,")
    load_place(loading, without)
    expected = loading.hash()
    load_place(loading)
    people = {row["k"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS k, p.uid AS u")}
    merge(loading.environment.writer, people["X1"], people["X2"], _REASON)
    merge(loading.environment.writer, people["X2"], people["X3"], _REASON)

    loading.load(CLUES, without)

    assert not loading.rows("MATCH (p:Absorbed) RETURN p"), "a merge lasts as long as both of its records do"
    assert loading.hash() == expected
    assert not loading.rows("MATCH (p:Person {uid: $uid}) RETURN p", uid=people["X2"])


def test_what_is_merged_already_or_not_there_is_refused(loading: Loading) -> None:
    writer = loading.environment.writer
    people = draw(writer)
    merge(writer, people[0], people[1], _REASON)

    for absorbed, survivor in ((0, 2), (2, 0), (1, 1)):
        with pytest.raises(Conflict):
            merge(writer, people[absorbed], people[survivor], _REASON)
    with pytest.raises(Conflict):
        merge(writer, people[2], "person_nowhere", _REASON)
    with pytest.raises(Conflict):
        unmerge(writer, people[2], _REASON)


def test_a_record_that_nothing_speaks_of_any_more_is_refused(loading: Loading) -> None:
    load_place(loading)
    expected = loading.hash()
    people = {row["k"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS k, p.uid AS u")}
    merge(loading.environment.writer, people["X1"], people["X2"], _REASON)
    loading.load(
        CLUES, CLUE_ROWS.replace("张伟,,,科员", ",,,")
    )  # X2 names nobody: its record goes, and the merge with it
    with pytest.raises(Conflict):
        unmerge(loading.environment.writer, people["X1"], _REASON)

    for absorbed, survivor in (("X2", "X3"), ("X3", "X2")):
        with pytest.raises(Conflict):
            merge(loading.environment.writer, people[absorbed], people[survivor], _REASON)

    loading.load(CLUES, CLUE_ROWS)
    assert loading.hash() == expected
