"""The measure of suggestions: namings are hidden as said, and equal scores are a guess."""

import random

import pytest

from bench.real_network import auc, measured, split_of
from bench.real_network_page import section_of, summary, with_section


@pytest.mark.parametrize(
    ("those", "others", "expected"),
    [([2, 3], [0, 1], 1.0), ([0], [1, 2], 0.0), ([1, 1], [1, 1], 0.5), ([0, 2], [1], 0.5), ([1], [0, 1], 0.75)],
)
def test_auc_is_the_chance_to_rank_right(those: list[float], others: list[float], expected: float) -> None:
    assert auc(those, others) == expected


def test_a_share_is_hidden_the_same_for_the_same_seed() -> None:
    namings = [(f"c{place // 2}", f"p{place * 7 % 11}") for place in range(20)]

    one, again, other = (split_of(namings, 0.2, seed) for seed in (1, 1, 2))

    assert (len(one.shown), len(one.hidden)) == (16, 4)
    assert one.hidden == again.hidden != other.hidden
    assert {tuple(pair) for pair in one.shown} & {tuple(pair) for pair in one.hidden} == set()


def test_what_stands_beside_each_other_is_found_better_than_by_chance() -> None:
    drawn = random.Random(3)  # noqa: S311 - not for secrets
    namings = sorted({(f"c{clue:02}", f"p{clue % 4}{drawn.randrange(6)}") for clue in range(40) for _ in range(4)})

    found = measured(split_of(namings, 0.2, 1))

    for question in ("hidden namings", "pairs of clues that share a person"):
        assert found[question]["our suggestion"] > 0.7
        assert found[question]["our suggestion"] >= found[question]["preferential attachment"]


def test_a_section_takes_the_place_of_the_one_before_and_is_kept_by_the_page() -> None:
    table = summary([{"hidden": {"ours": 0.5}}, {"hidden": {"ours": 0.7}}])

    made = with_section("# Page\n\nabove\n", "first", table)
    again = with_section(made + "below\n", "second", table)

    assert "| hidden | 0.600 (0.500 to 0.700) |" in made
    assert "first" not in again
    assert [again.count(word) for word in ("second", "above", "below")] == [1, 1, 1]
    assert with_section(again, "second", table) == again
    assert "second" in section_of(again)
    assert section_of("# Page\n") == ""
