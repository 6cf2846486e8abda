"""Paging text: what has no value comes last, and page after page gives every row once, in order.

The conditions and sort keys are written so that SQL reads them as Cypher does; DuckDB, told to sort nulls as Neo4j does,
walks the pages.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph_service.cypher.files import Answer, Choice, Filter, Order, QueryFile, _after, _keys, caption, found, paged

if TYPE_CHECKING:
    import duckdb

_HEAD = {"title": "Clues", "params": "viewer_audiences", "returns": "Clue", "scope": "shared"}
_NEWEST = Order("NEWEST", "n.day", True, "date", "Latest first")
_FEWEST = Order("FEWEST", "n.number", False, None, "Least first")
_MOST = Order("MOST", "n.number", True, None, "Most first")
_FROM = Filter("from", "Date", "n.day >= date($from)", "Since")
_FILE = QueryFile(
    "read/clues", _HEAD, "MATCH (n:Clue)\nWHERE true", {"from": _FROM},
    {each.name: each for each in (_NEWEST, _FEWEST, _MOST)},
)  # fmt: skip
_ANCHORED = replace(
    _FILE,
    anchor="MATCH (m:Unit {uid: $id})",
    carried="m, u",
    extras={"left_out": "MATCH (m)--(e)", "more": "MATCH (u)"},
)
_ANSWER = Answer("n", "n.uid, n.title")


@pytest.mark.parametrize(
    ("order", "conditions", "expected"),
    [
        (_FEWEST, (), "n.number ASC"),
        (_MOST, (), "n.number IS NULL, n.number DESC"),
        (_MOST, ("n.number >= $least",), "n.number DESC"),
        (_MOST, ("n.number < $most",), "n.number DESC"),
        (_MOST, ("n.number > $least",), "n.number DESC"),
        (_MOST, ("n.number <= $most",), "n.number DESC"),
        (_MOST, ("n.number = $exact",), "n.number DESC"),
        (_MOST, ("n.number IN $numbers",), "n.number DESC"),
        (_MOST, ("n.other = $x", "n.number STARTS WITH $text"), "n.number DESC"),
        (_MOST, ("n.number IS NULL",), "n.number IS NULL, n.number DESC"),
        (_MOST, ("n.numbers = $x",), "n.number IS NULL, n.number DESC"),
        (_MOST, ("nXnumber = $x",), "n.number IS NULL, n.number DESC"),
        (_MOST, ("n.number = $x OR n.other = $y",), "n.number IS NULL, n.number DESC"),
        (_MOST, ("n.number = $x\nXOR n.other = $y",), "n.number IS NULL, n.number DESC"),
        (_MOST, ("n.number IN $x AND n.other = $FOR",), "n.number DESC"),
        (_MOST, ("NOT n.number = $x",), "n.number IS NULL, n.number DESC"),
    ],
)
def test_what_has_no_value_comes_last_unless_a_condition_leaves_none(
    order: Order, conditions: tuple[str, ...], expected: str
) -> None:
    assert order.sort(conditions) == expected


@pytest.mark.parametrize(
    ("order", "is_null", "expected"),
    [
        (None, False, "n.uid > $after_tie"),
        (_FEWEST, False, "n.number > $after_key OR (n.number = $after_key AND n.uid > $after_tie) OR n.number IS NULL"),
        (_MOST, False, "n.number < $after_key OR (n.number = $after_key AND n.uid > $after_tie) OR n.number IS NULL"),
        (
            _NEWEST,
            False,
            "n.day < date($after_key) OR (n.day = date($after_key) AND n.uid > $after_tie) OR n.day IS NULL",
        ),
        (_NEWEST, True, "n.day IS NULL AND n.uid > $after_tie"),
    ],
)
def test_a_page_begins_after_the_cursor(order: Order | None, is_null: bool, expected: str) -> None:
    assert _after(_FILE, order, is_null) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [(None, "[n.uid]"), (_MOST, "[n.uid, n.number]"), (_NEWEST, "[n.uid, toString(n.day)]")],
)
def test_a_cursor_holds_the_tie_and_the_sort_value_as_text_can_carry_it(order: Order | None, expected: str) -> None:
    assert _keys(_FILE, order) == expected


@pytest.fixture(scope="module")
def table() -> "Iterator[duckdb.DuckDBPyConnection]":
    """Rows of which some share a value and some have none."""
    import duckdb  # at the head of the file it would outlive the run together with hypothesis, and complain

    with duckdb.connect() as connection:
        connection.execute("SET default_null_order = 'nulls_last_on_asc_first_on_desc'")
        connection.execute("CREATE TABLE rows (uid TEXT, number INT, day DATE)")
        numbers = [3, None, 1, 3, 2, None, 1, 3, None, 2, 7]
        rows = [
            (f"clue_{place * 7 % 11:02}", each, None if each is None else f"2024-01-0{each}")
            for place, each in enumerate(numbers)
        ]
        connection.executemany("INSERT INTO rows VALUES (?, ?, ?)", rows)
        yield connection


def _page(
    table: "duckdb.DuckDBPyConnection", order: Order | None, after: list[str | int | None] | None, size: int
) -> list[tuple[str, str | int | None]]:
    values, condition = {}, "true"
    if after:
        condition = _after(_FILE, order, order is not None and after[1] is None)
        values = {
            f"after_{name}": value
            for name, value in zip(("tie", "key"), after, strict=True)
            if f"$after_{name}" in condition
        }
    sort = f"{order.sort()}, {_FILE.tie}" if order else _FILE.tie
    key = f"CAST({order.expression} AS TEXT)" if order and order.cast else order.expression if order else "NULL"
    condition = condition.replace("date($after_key)", "CAST($after_key AS DATE)")
    text = f"SELECT n.uid, {key} FROM rows n WHERE {condition} ORDER BY {sort} LIMIT {size}"  # noqa: S608
    return table.execute(text, values or None).fetchall()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11])
@pytest.mark.parametrize("order", [None, _FEWEST, _MOST, _NEWEST], ids=lambda order: order.name if order else "by tie")
def test_page_after_page_gives_every_row_once_and_in_order(
    size: int, order: Order | None, table: "duckdb.DuckDBPyConnection"
) -> None:
    walked, after = [], None
    while page := _page(table, order, after, size):
        walked += page
        after = list(page[-1])

    keys = [key for _, key in walked]
    valued = [key for key in keys if key is not None]
    assert walked == _page(table, order, None, 100)
    assert len({uid for uid, _ in walked}) == len(walked) == 11
    assert valued == sorted(valued, reverse=order is not None and order.descending)
    assert keys[len(valued) :] == [None] * (len(keys) - len(valued))
    for key in set(keys):
        assert [uid for uid, each in walked if each == key] == sorted(uid for uid, each in walked if each == key)


def _text(file: QueryFile, choice: Choice, answer: Answer) -> list[str]:
    return paged(file, choice, answer).splitlines()


def test_a_plain_page_finds_sorts_and_cuts() -> None:
    assert _text(_FILE, Choice(), _ANSWER) == [
        "CALL () {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.uid LIMIT $page",
        "RETURN collect([n.uid, n.title]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip


def test_a_page_after_a_cursor_has_filters_the_condition_and_its_keys() -> None:
    answer = Answer("n", "n.uid", keyed=True)

    assert _text(_FILE, Choice(("from",), "NEWEST", (True,)), answer) == [
        "CALL () {", "MATCH (n:Clue)", "WHERE true", "  AND (n.day >= date($from))",
        "  AND (n.day IS NULL AND n.uid > $after_tie)", "WITH n ORDER BY n.day DESC, n.uid LIMIT $page",
        "RETURN collect([n.uid, [n.uid, toString(n.day)]]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip
    assert "  AND (n.day < date($after_key) OR (n.day = date($after_key) AND n.uid > $after_tie) OR n.day IS NULL)" in (
        _text(_FILE, Choice((), "NEWEST", (False,)), answer)
    )
    assert "  AND (n.uid > $after_tie)" in _text(_FILE, Choice((), None, (True,)), answer), (
        "without an order only the tie"
    )


def test_a_total_counts_what_the_filters_leave_not_what_the_cursor_leaves() -> None:
    text = paged(_FILE, Choice(("from",), "MOST", (False,)), replace(_ANSWER, total=True))

    assert text.startswith(
        "CALL () { RETURN COUNT {\nMATCH (n:Clue)\nWHERE true\n  AND (n.day >= date($from))\nRETURN 1 } AS total }\nCALL () {\n"
    )
    assert text.endswith("}\nRETURN rows, total")


def test_an_anchor_is_found_first_and_hands_its_variables_on() -> None:
    answer = replace(_ANSWER, extras=(("left_out", "e.uid"), ("more", "u.uid")))

    assert _text(_ANCHORED, Choice(), answer) == [
        "MATCH (m:Unit {uid: $id})", "WITH m, u ORDER BY m.uid, u.uid LIMIT 1",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (m)--(e)", "RETURN e.uid } AS extra_0 }",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (u)", "RETURN u.uid } AS extra_1 }",
        "CALL (m, u) {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.uid LIMIT $page",
        "RETURN collect([n.uid, n.title]) AS rows", "}", "RETURN rows, extra_0, extra_1",
    ]  # fmt: skip


def test_rows_that_are_all_found_anyway_are_counted_and_cut_not_found_twice() -> None:
    whole = replace(_ANCHORED, head={**_HEAD, "whole": "yes", "tie": "n.key"})
    answer = Answer("n", "n.title", True, (("left_out", "e.uid"), ("more", "u.uid")), True)

    assert _text(whole, Choice((), "MOST", (False,)), answer) == [
        "MATCH (m:Unit {uid: $id})", "WITH m, u ORDER BY m.uid, u.uid LIMIT 1",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (m)--(e)", "RETURN e.uid } AS extra_0 }",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (u)", "RETURN u.uid } AS extra_1 }",
        "CALL (m, u) {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.number IS NULL, n.number DESC, n.key",
        "RETURN collect(n) AS every", "}",
        "RETURN COLLECT { UNWIND [n IN every WHERE n.number < $after_key OR (n.number = $after_key AND n.key > $after_tie)"
        " OR n.number IS NULL | n][..$page] AS n RETURN [n.title, [n.key, n.number]] } AS rows, size(every) AS total, extra_0, extra_1",
    ]  # fmt: skip
    assert "[n IN every | n][..$page]" in paged(whole, Choice(), answer), "the first page has no condition"
    assert "WHERE n.number IS NULL AND n.key > $after_tie |" in paged(whole, Choice((), "MOST", (True,)), answer)
    assert "WHERE n.key > $after_tie |" in paged(whole, Choice((), None, (False,)), answer)
    assert "LIMIT $page" in paged(whole, Choice(), replace(answer, total=False)), "uncounted rows need not all be found"
    assert "COUNT {" in paged(_ANCHORED, Choice(), answer), "only where the file says so"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer("n", "n.uid"), "[n.uid]"),
        (Answer("n", "n.uid", keyed=True), "[n.uid, KEYS]"),
        (Answer("n", "", keyed=True), "[KEYS]"),
        (Answer("n", ""), "[]"),
    ],
)
def test_sort_values_are_returned_where_some_cursor_needs_them(answer: Answer, expected: str) -> None:
    assert answer.columns("KEYS") == expected


def test_filters_are_added_in_the_order_of_the_choice() -> None:
    file = replace(_FILE, filters={"from": _FROM, "of": Filter("of", "ID", "n.unit = $of", "Of")})

    assert found(file, Choice(("of", "from"))).splitlines()[2:] == [
        "  AND (n.unit = $of)",
        "  AND (n.day >= date($from))",
    ]


def test_a_caption_is_the_first_field_that_is_filled() -> None:
    assert caption("e", ("name", "plate")) == "coalesce(e.name, e.plate, '?')"
    assert {"e.title", "e.name", "e.plate", "e.number"} <= set(caption("e").removeprefix("coalesce(").split(", "))
