"""Paging text: what has no value comes last, and page after page gives every row once, in order.

The conditions and sort keys are written so that SQL reads them as Cypher does; DuckDB, told to sort nulls as Neo4j does,
walks the pages.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph_service.cypher.files import Filter, QueryFile
from graph_service.cypher.macros import caption
from graph_service.cypher.order import Order, sorting
from graph_service.cypher.page import Answer, Choice, _after, _keys, found, paged

if TYPE_CHECKING:
    import duckdb

_HEAD = {"title": "Clues", "params": "viewer_audiences", "returns": "Clue", "scope": "shared", "tie": "n.uid"}
_NEWEST = Order("NEWEST", "n.day", True, "date", "Latest first")
_FEWEST = Order("FEWEST", "n.amount", False, None, "Least first")
_MOST = Order("MOST", "n.amount", True, None, "Most first")
_FROM = Filter("from", "Date", "n.day >= date($from)", "Since")
_FILE = QueryFile(
    "read/clues", _HEAD, "MATCH (n:Clue)\nWHERE true", {"from": _FROM},
    {each.name: each for each in (_NEWEST, _FEWEST, _MOST)},
)  # fmt: skip
_BY_KIND = replace(_FILE, head={**_HEAD, "tie": "Clue n"})
_FIRST = "coalesce(m.source, ''), coalesce(m.source_key, ''), m.uid, coalesce(u.source, ''), coalesce(u.source_key, ''), u.uid"
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
        (_FEWEST, (), "n.amount ASC"),
        (_MOST, (), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("n.amount >= $least",), "n.amount DESC"),
        (_MOST, ("n.amount < $most",), "n.amount DESC"),
        (_MOST, ("n.amount > $least",), "n.amount DESC"),
        (_MOST, ("n.amount <= $most",), "n.amount DESC"),
        (_MOST, ("n.amount = $exact",), "n.amount DESC"),
        (_MOST, ("n.amount IN $numbers",), "n.amount DESC"),
        (_MOST, ("n.other = $x", "n.amount STARTS WITH $text"), "n.amount DESC"),
        (_MOST, ("n.amount IS NULL",), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("n.amounts = $x",), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("nXamount = $x",), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("n.amount = $x OR n.other = $y",), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("n.amount = $x\nXOR n.other = $y",), "n.amount IS NULL, n.amount DESC"),
        (_MOST, ("n.amount IN $x AND n.other = $FOR",), "n.amount DESC"),
        (_MOST, ("NOT n.amount = $x",), "n.amount IS NULL, n.amount DESC"),
    ],
)
def test_what_has_no_value_comes_last_unless_a_condition_leaves_none(
    order: Order, conditions: tuple[str, ...], expected: str
) -> None:
    assert order.sort(conditions) == expected


@pytest.mark.parametrize(
    ("order", "is_null", "expected"),
    [
        (None, False, "n.uid > $after_tie[0]"),
        (
            _FEWEST,
            False,
            "n.amount > $after_key OR (n.amount = $after_key AND (n.uid > $after_tie[0])) OR n.amount IS NULL",
        ),
        (
            _MOST,
            False,
            "n.amount < $after_key OR (n.amount = $after_key AND (n.uid > $after_tie[0])) OR n.amount IS NULL",
        ),
        (
            _NEWEST,
            False,
            "n.day < date($after_key) OR (n.day = date($after_key) AND (n.uid > $after_tie[0])) OR n.day IS NULL",
        ),
        (_NEWEST, True, "n.day IS NULL AND (n.uid > $after_tie[0])"),
    ],
)
def test_a_page_begins_after_the_cursor(order: Order | None, is_null: bool, expected: str) -> None:
    assert _after(_FILE, order, is_null) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [(None, "[[n.uid]]"), (_MOST, "[[n.uid], n.amount]"), (_NEWEST, "[[n.uid], toString(n.day)]")],
)
def test_a_cursor_holds_the_tie_and_the_sort_value_as_text_can_carry_it(order: Order | None, expected: str) -> None:
    assert _keys(_FILE, order) == expected


def test_what_the_chosen_order_sorts_by_breaks_no_tie_again() -> None:
    by_day = Order("NEWEST", "n.received_on", True, "date", "Latest first")

    assert [key.expression for key in _BY_KIND.ties()][:2] == [
        "coalesce(toString(n.received_on), '')",
        "coalesce(n.number, '\\uffff')",
    ]
    assert _BY_KIND.ties(by_day) == _BY_KIND.ties()[1:]
    assert _keys(_BY_KIND, by_day).endswith("n.uid], toString(n.received_on)]")


@pytest.fixture(scope="module")
def table() -> "Iterator[duckdb.DuckDBPyConnection]":
    """Rows of which some share values, and some have none."""
    import duckdb  # at the head of the file it would outlive the run together with hypothesis, and complain

    with duckdb.connect() as connection:
        connection.execute("SET default_null_order = 'nulls_last_on_asc_first_on_desc'")
        connection.execute("CREATE MACRO toString(value) AS CAST(value AS TEXT)")
        connection.execute(
            "CREATE TABLE rows (uid TEXT, amount INT, day DATE, received_on DATE, number TEXT, source TEXT, source_key TEXT)"
        )
        amounts = [3, None, 1, 3, 2, None, 1, 3, None, 2, 7]
        rows = [
            (
                f"clue_{place * 7 % 11:02}", each, each and f"2024-01-0{each}", each and f"2023-0{each % 2 + 1}-01",
                "X" if place % 4 else None, "s" if place % 3 else None, f"k{place % 2}",
            )
            for place, each in enumerate(amounts)
        ]  # fmt: skip
        connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        yield connection


_Walked = tuple[str, str | int | None, list[str]]  # uid, sort value, what breaks ties


def _page(
    table: "duckdb.DuckDBPyConnection", file: QueryFile, order: Order | None, after: _Walked | None, size: int
) -> list[_Walked]:
    condition, values = "true", {}
    if after:
        _, key, ties = after
        condition = _after(file, order, order is not None and key is None)
        condition = _sql(condition).replace("date($after_key)", "CAST($after_key AS DATE)")
        values = {"after_key": key, **{f"after_tie_{place}": each for place, each in enumerate(ties)}}
    keys = file.ties(order)
    sort = f"{order.sort()}, {sorting(keys)}" if order else sorting(keys)
    key = f"toString({order.expression})" if order and order.cast else order.expression if order else "NULL"
    text = f"SELECT n.uid, {key}, [{', '.join(each.expression for each in keys)}] FROM rows n"  # noqa: S608
    told = {name: value for name, value in values.items() if re.search(rf"\${name}\b", condition)}
    return table.execute(_sql(f"{text} WHERE {condition} ORDER BY {sort} LIMIT {size}"), told or None).fetchall()


def _sql(text: str) -> str:
    """Return the text without what SQL writes in another way: an escape in a text, an entry of a list."""
    return re.sub(r"\$after_tie\[(\d+)\]", r"$after_tie_\1", text).replace("'\\uffff'", "chr(65535)")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11])
@pytest.mark.parametrize("order", [None, _FEWEST, _MOST, _NEWEST], ids=lambda order: order.name if order else "by tie")
@pytest.mark.parametrize("file", [_FILE, _BY_KIND], ids=["uids", "the kind's own order"])
def test_page_after_page_gives_every_row_once_and_in_order(
    size: int, order: Order | None, file: QueryFile, table: "duckdb.DuckDBPyConnection"
) -> None:
    walked: list[_Walked] = []
    while page := _page(table, file, order, walked[-1] if walked else None, size):
        walked += page

    keys = [key for _, key, _ in walked]
    valued = [key for key in keys if key is not None]
    assert walked == _page(table, file, order, None, 100)
    assert len({uid for uid, _, _ in walked}) == len(walked) == 11
    assert valued == sorted(valued, reverse=order is not None and order.descending)
    assert keys[len(valued) :] == [None] * (len(keys) - len(valued))
    if file is _FILE:
        for key in set(keys):
            assert [uid for uid, each, _ in walked if each == key] == sorted(
                uid for uid, each, _ in walked if each == key
            )


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
        "  AND (n.day IS NULL AND (n.uid > $after_tie[0]))", "WITH n ORDER BY n.day DESC, n.uid LIMIT $page",
        "RETURN collect([n.uid, [[n.uid], toString(n.day)]]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip
    assert (
        "  AND (n.day < date($after_key) OR (n.day = date($after_key) AND (n.uid > $after_tie[0])) OR n.day IS NULL)"
        in (_text(_FILE, Choice((), "NEWEST", (False,)), answer))
    )
    assert "  AND (n.uid > $after_tie[0])" in _text(_FILE, Choice((), None, (True,)), answer), (
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
        "MATCH (m:Unit {uid: $id})", f"WITH m, u ORDER BY {_FIRST} LIMIT 1",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (m)--(e)", "RETURN e.uid } AS extra_0 }",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (u)", "RETURN u.uid } AS extra_1 }",
        "CALL (m, u) {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.uid LIMIT $page",
        "RETURN collect([n.uid, n.title]) AS rows", "}", "RETURN rows, extra_0, extra_1",
    ]  # fmt: skip


def test_rows_that_are_all_found_anyway_are_counted_and_cut_not_found_twice() -> None:
    whole = replace(_ANCHORED, head={**_HEAD, "whole": "yes", "tie": "n.key"})
    answer = Answer("n", "n.title", True, (("left_out", "e.uid"), ("more", "u.uid")), True)

    assert _text(whole, Choice((), "MOST", (False,)), answer) == [
        "MATCH (m:Unit {uid: $id})", f"WITH m, u ORDER BY {_FIRST} LIMIT 1",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (m)--(e)", "RETURN e.uid } AS extra_0 }",
        "CALL (m, u) { RETURN COLLECT {", "MATCH (u)", "RETURN u.uid } AS extra_1 }",
        "CALL (m, u) {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.amount IS NULL, n.amount DESC, n.key",
        "RETURN collect(n) AS every", "}",
        "RETURN COLLECT { UNWIND [n IN every WHERE n.amount < $after_key OR (n.amount = $after_key AND (n.key > $after_tie[0]))"
        " OR n.amount IS NULL | n][..$page] AS n RETURN [n.title, [[n.key], n.amount]] } AS rows, size(every) AS total, extra_0, extra_1",
    ]  # fmt: skip
    assert "[n IN every | n][..$page]" in paged(whole, Choice(), answer), "the first page has no condition"
    assert "WHERE n.amount IS NULL AND (n.key > $after_tie[0]) |" in paged(whole, Choice((), "MOST", (True,)), answer)
    assert "WHERE n.key > $after_tie[0] |" in paged(whole, Choice((), None, (False,)), answer)
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
