"""Which merges wishes come to follows from their order and from who may read what, never from what was merged before."""

from itertools import permutations

import pytest

from graph_service.identity.joining import Roots, Side, Wish, answering, grant
from graph_service.identity.merges import EVERYONE, MergeReason


def _side(uid: str, *readers: str, identifiers: int = 0, stated: str = "") -> Side:
    return Side(uid, frozenset(readers), identifiers, (stated,))


def _wish(one: str, other: str) -> Wish:
    return Wish(one, other, MergeReason("o_1", f"{one} is {other}"))


def _clusters(wishes: list[Wish], sides: list[Side], into: dict[str, str] | None = None) -> set[frozenset[str]]:
    known = {side.uid: side for side in sides}
    roots = Roots(into)
    list(grant(wishes, roots, known))
    return {frozenset(uid for uid in known if roots.are_one(uid, root)) for root in {roots.of(uid) for uid in known}}


def test_whoever_more_may_read_answers_for_both() -> None:
    assert answering(_side("a", "1"), _side("b", "1", "2")) == "b"
    assert answering(_side("a", EVERYONE), _side("b", "1", "2")) == "a"
    assert answering(_side("a", "1"), _side("b", "2")) is None


def test_of_two_with_the_same_readers_the_one_with_a_strong_identifier_answers_then_the_one_stated_first() -> None:
    assert answering(_side("a", "1"), _side("b", "1", identifiers=1)) == "b"
    assert answering(_side("a", "1", stated="z"), _side("b", "1", stated="y")) == "b"
    assert answering(_side("b", "1"), _side("a", "1")) == "a"


def test_what_readers_forbid_of_two_is_granted_once_a_third_answers() -> None:
    sides = [_side("a", "1"), _side("b", "2"), _side("c", EVERYONE)]
    wishes = [_wish("a", "b"), _wish("b", "c")]

    assert _clusters(wishes, sides) == {frozenset("abc")}
    assert _clusters(wishes[:1], sides) == {frozenset("a"), frozenset("b"), frozenset("c")}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_chain_is_one_in_whatever_order_it_was_said(order: tuple[int, ...]) -> None:
    sides = [_side("a", "1"), _side("b", "2"), _side("c", "1", "2"), _side("d", "3"), _side("e", EVERYONE)]
    wishes = [_wish("a", "b"), _wish("b", "c"), _wish("d", "e")]

    assert _clusters([wishes[place] for place in order], sides) == {frozenset("abc"), frozenset("de")}


def test_the_earlier_of_two_wishes_that_exclude_each_other_is_granted() -> None:
    sides = [_side("a", "1"), _side("b", "1", "2"), _side("c", "1", "3")]

    assert _clusters([_wish("a", "b"), _wish("a", "c")], sides) == {frozenset("ab"), frozenset("c")}
    assert _clusters([_wish("a", "c"), _wish("a", "b")], sides) == {frozenset("ac"), frozenset("b")}


def test_what_is_merged_already_is_taken_up() -> None:
    sides = [_side("a", "1"), _side("b", "1", "2"), _side("c", "1", "2", "3")]
    roots = Roots({"a": "b"})

    (join,) = grant([_wish("a", "b"), _wish("a", "c")], roots, {side.uid: side for side in sides})

    assert (join.absorbed, join.survivor, join.wish) == ("b", "c", _wish("a", "c"))
    assert roots.of("a") == "c"


def test_a_long_chain_of_wishes_takes_no_longer_than_its_length() -> None:
    count = 20_000
    sides = {f"{n:05}": _side(f"{n:05}", "1", stated=f"{count - n:05}") for n in range(count)}
    wishes = [_wish(f"{n:05}", f"{n + 1:05}") for n in range(count - 1)]
    roots = Roots()

    assert len(list(grant(wishes, roots, sides))) == count - 1
    assert len({roots.of(uid) for uid in sides}) == 1
