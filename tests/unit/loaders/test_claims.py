"""What several rows and sources say about one node: what stands, what is shown, and who may read it."""

from dataclasses import replace
from typing import Any

import pytest

from graph_service.rights.audiences import Audiences, audience_number
from loaders.mapping.claims import (
    NodeClaim,
    Origin,
    admit,
    claim_of,
    content_of,
    folded,
    is_alone,
    shown,
    support_of,
    widen,
    withdraw,
)
from loaders.mapping.statement import Statement

_READERS = {1: ["T1"], 2: ["T2"], 3: ["T3"]}


def claim(source: str = "s", content: str = "a", keys: dict[str, int] | None = None, **more: Any) -> NodeClaim:
    """Return a claim whose only field says its content."""
    usual = {"rank": 10, "values": {"title": content}, "audience": 1, "source_key": "k1", "load": "load_1", "row": 1}
    return NodeClaim(source=source, hash=content, keys={"k1": 1} if keys is None else keys, **{**usual, **more})


@pytest.mark.parametrize(("own", "keys"), [(True, {"row_1": 7}), (False, {})])
def test_a_row_whose_link_bears_witness_is_not_among_the_keys(own: bool, keys: dict[str, int]) -> None:
    statement = Statement("clue_1", {"title": "a"}, "h", 3, "row_1", "key_1", 7, own)

    made = claim_of(statement, Origin("s", 20, "load_9"))

    assert made == NodeClaim("s", 20, "h", {"title": "a"}, 7, "key_1", keys, "load_9", 3)


@pytest.mark.parametrize(
    ("why", "claims", "new", "rows", "expected"),
    [
        ("the first word", [], claim(), {"k1"}, [claim()]),
        ("another source does not mind", [claim("t")], claim(), {"k1"}, [claim("t"), claim()]),
        ("the row takes back what it said", [claim(content="b")], claim(), {"k1"}, [claim()]),
        (
            "a second row says something else",
            [claim(content="b", keys={"k2": 2})],
            claim(),
            {"k1"},
            [claim(content="b", keys={"k2": 2}), claim()],
        ),
        ("a second row says the same", [claim(keys={"k2": 2})], claim(), {"k1"}, [claim(keys={"k2": 2, "k1": 1})]),
        (
            "of two contents the row changes over to the other",
            [claim(content="b", keys={"k1": 1, "k2": 2}), claim(keys={"k3": 3})],
            claim(),
            {"k1"},
            [claim(content="b", keys={"k2": 2}), claim(keys={"k3": 3, "k1": 1})],
        ),
        ("its rank is that of now", [claim(rank=5)], claim(rank=9), {"k1"}, [claim(rank=9)]),
    ],
)
def test_what_rows_said_before_no_longer_counts(
    why: str, claims: list[NodeClaim], new: NodeClaim, rows: set[str], expected: list[NodeClaim]
) -> None:
    assert admit(claims, new, frozenset(rows), {}) == expected, why


def test_when_a_source_says_two_things_the_keys_of_each_are_complete() -> None:
    before = claim(content="b", keys={})  # only links bore witness so far

    told = admit([before], claim(keys={}), frozenset({"k1"}), {"k1": 1, "k8": 2, "k9": 3})

    assert [(each.hash, each.keys) for each in told] == [("b", {"k8": 2, "k9": 3}), ("a", {"k1": 1})]


def test_a_new_reader_of_a_content_widens_that_content_only() -> None:
    audiences = Audiences(_READERS)

    told = widen([claim(), claim(content="b"), claim("t")], claim(audience=2), audiences)

    assert [each.audience for each in told] == [audience_number(["T1", "T2"]), 1, 1]


@pytest.mark.parametrize(
    ("why", "claims", "lost", "witnessed", "standing"),
    [
        ("its only row is gone", [claim()], [("s", "k1")], set(), []),
        ("another row still says it", [claim(keys={"k1": 1, "k2": 2})], [("s", "k1")], set(), [{"k2": 2}]),
        ("a row of another source is gone", [claim()], [("t", "k1")], set(), [{"k1": 1}]),
        ("links still bear witness", [claim(keys={})], [("s", "k1")], {"s"}, [{}]),
        ("no link bears witness", [claim(keys={})], [("s", "k1")], set(), []),
        (
            "which of two contents a link bears out is not known",
            [claim(keys={}), claim(content="b")],
            [],
            {"s"},
            [{"k1": 1}],
        ),
        ("nothing is lost", [claim()], [], set(), [{"k1": 1}]),
    ],
)
def test_a_claim_stands_as_long_as_a_row_supports_it(
    why: str, claims: list[NodeClaim], lost: list[tuple[str, str]], witnessed: set[str], standing: list[dict[str, int]]
) -> None:
    assert [each.keys for each in withdraw(claims, lost, frozenset(witnessed))] == standing, why


def test_a_source_is_alone_with_what_it_says_or_not() -> None:
    claims = [claim(), claim(content="b"), claim("t")]

    assert [is_alone(each, claims) for each in claims] == [False, False, True]


@pytest.mark.parametrize(
    ("claims", "values"),
    [
        ([claim(values={"title": "a", "number": "1"})], {"title": "a", "number": "1"}),
        (
            [claim("s", rank=10, values={"title": "a", "number": "1"}), claim("t", rank=20, values={"title": "b"})],
            {"title": "b", "number": "1"},
        ),
        ([claim("t", values={"title": "b"}), claim("s", values={"title": "a"})], {"title": "b"}),
        ([claim(content="b", values={"title": "b"}), claim(content="a", values={"title": "a"})], {"title": "b"}),
    ],
)
def test_each_field_shows_the_highest_rank_then_the_name_then_the_content(
    claims: list[NodeClaim], values: dict[str, str]
) -> None:
    assert folded(claims) == values
    assert folded(claims[::-1]) == values, "whatever order they came in"


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ({"k1": 1}, {}),
        ({}, {"keyed": True}),
        ({"k2": 2, "k1": 1}, {"keyed": True, "keys": ["k1", "k2"], "key_audiences": [1, 2]}),
        ({"k1": 2}, {"keyed": True, "keys": ["k1"], "key_audiences": [2]}),
        ({"k2": 1}, {"keyed": True, "keys": ["k2"], "key_audiences": [1]}),
    ],
)
def test_keys_are_kept_only_where_the_source_key_does_not_say_it_all(
    keys: dict[str, int], kept: dict[str, object]
) -> None:
    assert support_of(claim(keys=keys)) == kept


def test_one_claim_is_shown_as_it_stands() -> None:
    assert shown([claim(keys={})], Audiences(_READERS)) == {
        "title": "a", "source": "s", "source_key": "k1", "load": "load_1", "row": 1, "keyed": True, "hash": "a", "audience": 1,
    }  # fmt: skip


def test_several_claims_are_shown_folded_to_everybody_who_may_read_one() -> None:
    claims = [claim("s", rank=20, audience=1), claim("t", "b", rank=10, audience=2, load="load_2", keys={})]

    told = shown(claims, Audiences(_READERS))

    assert told == shown(claims[::-1], Audiences(_READERS))
    assert (told["title"], told["source"], told["load"]) == ("a", "s", "load_1")
    assert told["audience"] == audience_number(["T1", "T2"])
    assert "keyed" not in told
    assert len(told["hash"]) == 16
    changed = [replace(claims[0], rank=21), claims[1]]
    assert shown(changed, Audiences(_READERS))["hash"] != told["hash"], "a change of rank is a change"


def test_claims_are_told_apart_by_source_and_content() -> None:
    assert content_of(claim()) == ("s", "a")
