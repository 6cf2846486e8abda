"""What rows state on its way to the graph: as the merge and the creation are sent it, gathered, and cut into rounds."""

from collections import defaultdict
from itertools import product
from typing import Any

import pytest

from graph_service.cypher.load.merge import NODE_COLUMNS, TIE_COLUMNS
from loaders.mapping.statement import MappedRow, StatedTie, Statement, Stub
from loaders.merging.chunk import ROUNDS, SESSIONS, Chunk
from loaders.merging.fresh import Fresh

_NAMES = ("NAMES", "Clue", "Person")


def _node(uid: str = "clue_0", row: int = 1, **more: Any) -> Statement:
    usual = {"values": {"title": "a"}, "hash": "h", "key": f"k{row}", "source_key": f"k{row}", "audience": 7}
    return Statement(uid=uid, row=row, **{**usual, **more})


def _stub(uid: str, audience: int = 7) -> Stub:
    return Stub(uid, {"name": "u"}, 1, audience)


def _tie(uid: str, start: str = "clue_0", end: str = "person_0") -> StatedTie:
    return StatedTie(uid, start, end, {"role": "SUBJECT"}, "h", 1, "k1", 7)


@pytest.mark.parametrize(
    ("statement", "more", "own"),
    [
        (_node(), {}, "k1"),
        (_node(own=False), {"keyed": True}, None),
        (_node(source_key="shared"), {"source_key": "shared", "keyed": True, "keys": ["k1"], "key_audiences": [7]}, "k1"),
        (_node(source_key="shared", own=False), {"source_key": "shared", "keyed": True}, None),
    ],
)  # fmt: skip
def test_a_node_is_sent_with_its_keys_only_where_no_link_says_them(
    statement: Statement, more: dict[str, Any], own: str | None
) -> None:
    plain = {"title": "a", "source_key": "k1", "row": 1, "hash": "h", "audience": 7}

    assert statement.sent() == {"uid": "clue_0", "p": {**plain, **more}, "own": own}
    listed = dict(zip(("uid", *NODE_COLUMNS, "title", "text"), statement.listed(("title", "text")), strict=True))
    assert {name: value for name, value in listed.items() if value is not None} == {"uid": "clue_0", **plain, **more}


def test_rows_that_say_the_same_are_named_together() -> None:
    assert _node().rows == {"k1"}
    assert _node(also=["k2", "k3"]).rows == {"k1", "k2", "k3"}


def test_a_stub_says_that_it_is_one() -> None:
    assert _stub("unit_1").sent() == {"uid": "unit_1", "p": {"name": "u", "row": 1, "audience": 7, "stub": True}}


def test_a_relationship_remembers_the_ends_that_were_merged_into_others() -> None:
    tie = _tie("t")
    plain = {"role": "SUBJECT", "source_key": "k1", "row": 1, "hash": "h", "audience": 7}
    assert tie.sent() == {"uid": "t", "a": "clue_0", "b": "person_0", "p": plain}

    tie.move({"person_0": "person_9", "person_1": "person_8"})

    assert tie.sent() == {"uid": "t", "a": "clue_0", "b": "person_9", "p": {**plain, "end_home": "person_0"}}
    tie.move({"clue_0": "clue_9"})
    homes = {"start_home": "clue_0", "end_home": "person_0"}
    assert tie.sent() == {"uid": "t", "a": "clue_9", "b": "person_9", "p": {**plain, **homes}}
    columns = ("uid", "start", "end", *TIE_COLUMNS, "role")
    listed = dict(zip(columns, tie.listed(("role",)), strict=True))
    assert {name: value for name, value in listed.items() if value is not None} == {
        "uid": "t", "start": "clue_9", "end": "person_9", **plain, **homes,
    }  # fmt: skip


def _row(number: int, **stated: Any) -> MappedRow:
    return MappedRow(number, f"k{number}", **stated)


def test_a_node_travels_once_with_the_rows_that_say_the_same() -> None:
    chunk = Chunk()
    chunk.add(_row(1, nodes=[("Clue", _node())]), False)
    chunk.add(_row(2, nodes=[("Clue", _node(row=2, own=False))]), False)

    ((_, label, (statement,)),) = chunk.node_batches()
    assert (label, set(statement.rows), statement.further) == ("Clue", {"k1", "k2"}, None)
    assert (chunk.rows, chunk.numbers, chunk.watched) == (2, [1, 2], {})


@pytest.mark.parametrize("other", [{"hash": "i", "own": False}, {"audience": 8, "own": False}, {"own": True}])
def test_rows_that_say_something_else_of_it_or_to_others_travel_behind_it(other: dict[str, Any]) -> None:
    chunk = Chunk()
    further = [_node(row=2, **other), _node(row=3, **other)]
    for number, statement in enumerate([_node(), *further], 1):
        chunk.add(_row(number, nodes=[("Clue", statement)]), False)

    first = chunk.nodes["Clue"]["clue_0"]
    assert (first.row, first.also, first.further) == (1, None, further)


def test_a_watched_row_tells_what_it_states_now() -> None:
    chunk = Chunk()
    chunk.add(_row(4, nodes=[("Clue", _node())], ties=[(_NAMES, _tie("t"))], deleted=True), True)

    watched = chunk.watched[4]
    assert (watched.key, watched.ties, watched.nodes, watched.deleted) == ("k4", ["t"], ["clue_0"], True)


def test_relationships_lead_to_those_who_answer_for_merged_nodes() -> None:
    chunk = Chunk(survivors={"person_0": "person_9"})
    chunk.add(_row(1, ties=[(_NAMES, _tie("t"))]), False)

    ((_, _, _, (tie,)),) = chunk.tie_batches()
    assert (tie.end, tie.homes) == ("person_9", {"end_home": "person_0"})


def test_a_reference_travels_unless_a_row_describes_it_or_it_was_seen_to_before() -> None:
    chunk = Chunk()
    chunk.add(
        _row(1, nodes=[("Unit", _node("unit_0"))], stubs=[("Unit", _stub("unit_0")), ("Unit", _stub("unit_1"))]), False
    )
    assert [stub.uid for _, _, stubs in chunk.stub_batches() for stub in stubs] == ["unit_1"]

    chunk.note_met()

    later = Chunk(met=chunk.met)
    later.add(_row(2, stubs=[("Unit", _stub("unit_1")), ("Unit", _stub("unit_2"))]), False)
    assert [stub.uid for _, _, stubs in later.stub_batches() for stub in stubs] == ["unit_2"]
    for_others = Chunk(met=chunk.met)
    for_others.add(_row(3, stubs=[("Unit", _stub("unit_1", 8))]), False)
    assert [stub.audience for _, _, stubs in for_others.stub_batches() for stub in stubs] == [8]
    for_both = Chunk(met=chunk.met)
    for_both.add(_row(3, stubs=[("Unit", _stub("unit_1")), ("Unit", _stub("unit_1", 8))]), False)
    ((_, _, (stub,)),) = for_both.stub_batches()
    assert [each.audience for each in stub.further or []] == [8]


def _many() -> Chunk:
    chunk = Chunk()
    uids = [f"{place:02x}" for place in range(256)]
    chunk.add(_row(1, nodes=[("Clue", _node(f"clue_{uid}")) for uid in uids]), False)
    pairs = product("0123456789abcdef", repeat=2)
    chunk.add(_row(2, ties=[(_NAMES, _tie(f"t{a}{b}", f"clue_{a}", f"person_{b}")) for a, b in pairs]), False)
    return chunk


def test_in_no_round_do_two_sessions_share_a_node() -> None:
    touched: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    sent: list[str] = []
    for turn, session, key, ties in _many().tie_batches():
        assert (key, turn in range(ROUNDS), session in range(SESSIONS)) == (_NAMES, True, True)
        touched[turn][session] |= {end.rpartition("_")[2] for tie in ties for end in (tie.start, tie.end)}
        sent += [tie.uid for tie in ties]

    assert len(sent) == len(set(sent)) == 256
    assert all(not sessions[0] & sessions[1] for sessions in touched.values())
    assert len(touched) > 1


def test_many_nodes_are_shared_between_the_sessions_and_few_stay_together() -> None:
    halves = {session: {each.uid for each in part} for session, _, part in _many().node_batches()}
    assert [len(halves[session]) for session in range(SESSIONS)] == [128, 128]

    chunk = Chunk()
    chunk.add(_row(1, nodes=[("Clue", _node()), ("Person", _node("person_1"))], ties=[(_NAMES, _tie("t"))]), False)
    assert [(session, label) for session, label, _ in chunk.node_batches()] == [(0, "Clue"), (1, "Person")]
    assert [(turn, session) for turn, session, _, _ in chunk.tie_batches()] == [(ROUNDS - 1, 0)]


def test_what_cannot_be_in_the_graph_is_created_and_the_rest_merged() -> None:
    fresh = Fresh({"Clue": {hash("clue_1")}, "Person": set()})
    nodes = [_node("clue_1"), _node("clue_2")]

    assert fresh.split("Clue", nodes) == ([nodes[1]], [nodes[0]])
    assert fresh.split("Person", nodes) == (nodes, ())
    assert fresh.split("Unit", nodes) == ((), nodes), "a label of which not everything is known"
    fresh.note("Person", [nodes[0]])
    fresh.note("Unit", [nodes[0]])
    assert fresh.split("Person", nodes) == ([nodes[1]], [nodes[0]])
    fresh.forget("Person")
    fresh.forget("Unit")
    assert fresh.split("Person", nodes) == ((), nodes)
