"""Which matters confirmed links hold together, and which are named as those that they do not."""

import pytest

from graph_service.series.joined import unjoined, unjoined_to


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "b"), ("b", "c"), ("d", "c")], []),
        ([("a", "b"), ("b", "c")], ["d"]),
        ([("b", "c"), ("c", "d")], ["a"]),
        ([("a", "b"), ("c", "d")], ["c", "d"]),
        ([("d", "b")], ["a", "c"]),
        ([], ["a", "b", "c", "d"]),
    ],
)
def test_those_outside_the_largest_group_are_named(pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert unjoined(["a", "b", "c", "d"], pairs) == expected
    assert unjoined(["a", "b", "c", "d"], [(other, one) for one, other in pairs]) == expected


def test_one_matter_alone_is_no_series() -> None:
    assert unjoined(["a"], []) == ["a"]


@pytest.mark.parametrize(
    ("members", "pairs", "expected"),
    [
        (["m", "n"], [("a", "m"), ("b", "n")], []),
        (["m", "n"], [("a", "m"), ("b", "a")], []),
        (["m", "n"], [("a", "b")], ["a", "b"]),
        (["m", "n"], [("m", "n"), ("n", "b")], ["a"]),
        ([], [("a", "b")], ["a", "b"]),
    ],
)
def test_who_is_joined_to_a_member_over_others_comes_in(
    members: list[str], pairs: list[tuple[str, str]], expected: list[str]
) -> None:
    assert unjoined_to(members, ["a", "b"], pairs) == expected
