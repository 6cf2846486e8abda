"""Cursors: what was written is read again, anything else is refused."""

import base64
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.cypher.lists.cursor import Position, read_cursor, write_cursor
from graph_service.errors import BadInput

KEY, PLACE = b"a key of these tests", "clues:NEWEST"
values = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.integers(-(2**53), 2**53)
ties = st.lists(values, max_size=5)
keys = values | st.none() | st.floats(allow_nan=False, allow_infinity=False)


@given(ties, keys)
def test_a_cursor_is_read_back(tie: Any, key: Any) -> None:
    assert read_cursor(KEY, PLACE, write_cursor(KEY, PLACE, [tie, key])) == Position(tie, key)


def test_a_cursor_of_an_unsorted_list_has_no_key() -> None:
    assert read_cursor(KEY, PLACE, write_cursor(KEY, PLACE, [["clue_1"]])) == Position(["clue_1"])


def test_a_cursor_is_one_word() -> None:
    assert write_cursor(KEY, PLACE, ["clue_1", "第一"]).replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize("place", ["clues:OLDEST", "tickets:NEWEST", "clues:None", ""])
def test_a_cursor_of_another_list_is_refused(place: str) -> None:
    with pytest.raises(BadInput, match="not one that this list gave out"):
        read_cursor(KEY, place, write_cursor(KEY, PLACE, ["clue_1"]))


def test_a_cursor_of_another_installation_is_refused() -> None:
    with pytest.raises(BadInput):
        read_cursor(KEY, PLACE, write_cursor(b"another key", PLACE, ["clue_1"]))


def test_a_forged_cursor_is_refused() -> None:
    raw = base64.urlsafe_b64decode(write_cursor(KEY, PLACE, ["clue_1"]) + "==")
    forged = base64.urlsafe_b64encode(raw[:8] + orjson.dumps(["clue_0"])).decode()

    with pytest.raises(BadInput):
        read_cursor(KEY, PLACE, forged)


@pytest.mark.parametrize("length", range(24))
def test_a_truncated_cursor_is_refused(length: int) -> None:
    with pytest.raises(BadInput):
        read_cursor(KEY, PLACE, write_cursor(KEY, PLACE, ["clue_1", "2025-01-01"])[:length])


@given(st.text(max_size=60))
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_cursor(KEY, PLACE, text)
