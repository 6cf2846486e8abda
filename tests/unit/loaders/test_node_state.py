"""A node as the graph holds it, turned into claims and back; what has to be written, and nothing where nothing has."""

from dataclasses import replace
from typing import Any

import orjson
import pytest
from neo4j.time import Date, DateTime

from graph_service.rights.audiences import Audiences, audience_number
from loaders.mapping.claims import NodeClaim
from loaders.merging.node_state import NodeState, plain, record_of, settled, state_of
from schema import KINDS

_CLUE = KINDS["Clue"]
_SHOWN = {
    "title": "a", "number": "X1", "source": "s", "source_key": "k1", "load": "load_1", "row": 3, "hash": "h", "audience": 1,
}  # fmt: skip
_CLAIM = NodeClaim("s", 20, "h", {"title": "a", "number": "X1"}, 1, "k1", {"k1": 1}, "load_1", 3)
_OTHER = NodeClaim("t", 10, "i", {"title": "b"}, 2, "t1", {}, "load_2", 4)
_RANKS = {"s": 20, "t": 10}


def _audiences() -> Audiences:
    return Audiences({1: ["T1"], 2: ["T2"]})


def _state(records: tuple[dict[str, Any], ...] = (), **more: Any) -> NodeState:
    held = {"uid": "clue_1", "learnt_at": "x", **_SHOWN, **more}
    return state_of({"uid": "clue_1", "properties": held, "records": list(records)}, _CLUE, _RANKS)


def test_days_and_times_are_read_as_they_are_sent() -> None:
    assert plain(Date(2024, 5, 1)) == "2024-05-01"
    assert plain(DateTime(2024, 5, 1, 8, 30)) == "2024-05-01T08:30:00"
    assert (plain("text"), plain(7), plain(None)) == ("text", 7, None)


def test_a_node_that_one_source_describes_is_its_own_claim() -> None:
    state = _state()

    assert (state.claims, state.shown, state.records, state.is_stub) == ([_CLAIM], _SHOWN, {}, False)


def test_keys_stand_beside_the_node_where_links_bear_witness() -> None:
    assert _state(keyed=True).claims[0].keys == {}
    assert _state(keyed=True, keys=["k1", "k2"], key_audiences=[1, 2]).claims[0].keys == {"k1": 1, "k2": 2}


def test_a_source_that_is_not_known_has_the_lowest_rank() -> None:
    assert _state(source="forgotten").claims[0].rank == 0


def test_a_stub_claims_nothing() -> None:
    held = {"uid": "clue_1", "number": "X1", "stub": True, "row": 3, "audience": 1}

    state = state_of({"uid": "clue_1", "properties": held, "records": []}, _CLUE, _RANKS)

    assert (state.claims, state.is_stub) == ([], True)


def test_what_was_lent_by_merged_nodes_is_not_what_its_sources_say() -> None:
    state = _state(lent=["title"], survivor="clue_2", own_audience=5, audience=0)

    assert state.claims[0].values == {"number": "X1"}
    assert state.shown == {**{name: value for name, value in _SHOWN.items() if name != "title"}, "audience": 5}


def test_records_are_claims_kept_whole() -> None:
    records = (record_of("clue_1", _CLAIM), record_of("clue_1", _OTHER))

    state = _state(records)

    assert state.claims == [_CLAIM, _OTHER]
    assert set(state.records) == {each["uid"] for each in records}
    assert records[0]["uid"] != records[1]["uid"]
    assert orjson.loads(records[0]["values"]) == _CLAIM.values
    bare = {name: value for name, value in records[1].items() if name not in ("keys", "key_audiences")}
    assert _state((bare,)).claims == [_OTHER], "an import cannot write an empty list"


def test_nothing_is_written_where_the_node_shows_its_claims_already() -> None:
    assert settled(_state(), [_CLAIM], _audiences()) is None


def test_one_claim_needs_no_record() -> None:
    records = (record_of("clue_1", _CLAIM), record_of("clue_1", _OTHER))

    written = settled(_state(records), [_CLAIM], _audiences())

    dropped = [each["uid"] for each in records]
    told = {"told": [_OTHER.audience], "readers": [_CLAIM.audience]}
    assert written == {"uid": "clue_1", "p": _SHOWN, "make": [], "keep": [], "drop": dropped, **told}


@pytest.mark.parametrize(("before", "after", "told", "readers"), [
    ((_CLAIM,), (_CLAIM, _OTHER), [2], [1, 2]),
    ((_CLAIM,), (replace(_CLAIM, hash="j", values={"title": "c"}),), [1], [1]),
    ((_CLAIM,), (replace(_CLAIM, audience=2, keys={"k1": 2}),), [1, 2], [2]),
    ((_CLAIM,), (replace(_CLAIM, audience=3, keys={"k1": 1, "k2": 2}),), [2], [1, 2]),
])  # fmt: skip
def test_who_is_told_are_the_readers_of_what_is_new_or_gone(
    before: tuple[NodeClaim, ...], after: tuple[NodeClaim, ...], told: list[int], readers: list[int]
) -> None:
    state = NodeState("clue_1", list(before), _SHOWN)

    written = settled(state, list(after), Audiences({1: ["T1"], 2: ["T2"], 3: ["T1", "T2"]}))

    assert written
    assert (written["told"], written["readers"]) == (told, readers)


def test_two_claims_are_shown_folded_and_each_has_its_record() -> None:
    written = settled(_state(), [_CLAIM, _OTHER], _audiences())

    assert written
    assert (written["p"]["title"], written["p"]["audience"]) == ("a", audience_number(["T1", "T2"]))
    assert written["make"] == [record_of("clue_1", _CLAIM), record_of("clue_1", _OTHER)]
    assert (written["keep"], written["drop"]) == ([], [])

    again = state_of(
        {"uid": "clue_1", "properties": {"uid": "clue_1", **written["p"]}, "records": written["make"]}, _CLUE, _RANKS
    )
    assert settled(again, [_CLAIM, _OTHER], _audiences()) is None


def test_a_record_that_has_changed_is_written_anew_and_one_that_is_gone_dropped() -> None:
    records = (record_of("clue_1", _CLAIM), record_of("clue_1", _OTHER))
    third = NodeClaim("u", 5, "j", {"title": "c"}, 2, "u1", {}, "load_3", 5)
    changed = NodeClaim("s", 30, "h", _CLAIM.values, 1, "k1", {"k1": 1}, "load_1", 3)

    written = settled(_state(records), [changed, third], _audiences())

    assert written
    assert written["make"] == [record_of("clue_1", third)]
    assert written["keep"] == [record_of("clue_1", changed)]
    assert written["drop"] == [records[1]["uid"]]
