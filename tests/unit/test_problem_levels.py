"""Levels of the kinds of problem: what holds what, and what follows for two kinds."""

from schema.problem_levels import GROUP, PARENT, WAYS, related
from schema.vocabulary import Problem


def test_every_kind_has_a_group_and_no_parent_has_a_parent() -> None:
    assert set(GROUP) == {kind.value for kind in Problem}
    assert not set(PARENT) & set(PARENT.values())
    assert set(Problem) >= WAYS


def test_two_kinds_are_the_same_or_of_one_group_or_strangers() -> None:
    assert related(Problem.DINING, Problem.DINING) == 0
    assert related(Problem.DINING, Problem.TRAVEL) == 1
    assert related(Problem.THREE_PUBLIC, Problem.VEHICLE_PRIVATE_USE) == 1
    assert related(Problem.DIBAO, Problem.SPECIAL_FUND) == 1
    assert related(Problem.DINING, Problem.TENDERING) is None


def test_being_related_has_no_direction() -> None:
    assert all(related(one, other) == related(other, one) for one in Problem for other in Problem)
