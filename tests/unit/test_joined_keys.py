"""Keys of several columns name one record each, whatever stands in their parts."""

import hypothesis.strategies as st
from hypothesis import given

from schema.uid import joined_key

_PARTS = st.lists(st.text("ab|:12\\", min_size=1, max_size=6), min_size=2, max_size=3)


@given(one=_PARTS, other=_PARTS)
def test_no_two_keys_are_mistaken_for_each_other(one: list[str], other: list[str]) -> None:
    assert (joined_key(one) == joined_key(other)) is (one == other)


@given(parts=st.lists(st.text("abc", min_size=2, max_size=5), min_size=2, max_size=2), at=st.integers(1, 3))
def test_a_separator_that_moves_from_one_part_to_the_other_makes_another_key(parts: list[str], at: int) -> None:
    text = "".join(parts)
    one, other = [f"{text[:at]}|{text[at:]}", "x"], [text[:at], f"{text[at:]}|x"]

    assert joined_key(one) != joined_key(other)


def test_keys_without_a_separator_in_a_part_stay_as_they_were() -> None:
    assert joined_key(["a", "b", "c"]) == "a|b|c"
    assert joined_key(["a|b"]) == "a|b"
