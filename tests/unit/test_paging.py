"""Paging text: what has no value comes last, and a page begins after the cursor."""

from dataclasses import replace

import pytest

from graph_service.cypher.files import Filter, QueryFile
from graph_service.cypher.lists.keyset import after, keys_of
from graph_service.cypher.lists.page import Answer, Choice, finding, found, paged, showing
from graph_service.cypher.macros import caption
from graph_service.cypher.order import Order
from tests.unit.clue_list import BY_KIND, FEWEST, FILE, FROM, HEAD, MOST, NEWEST

_FIRST = "coalesce(m.source, ''), coalesce(m.source_key, ''), m.uid, coalesce(u.source, ''), coalesce(u.source_key, ''), u.uid"
_ANCHORED = replace(
    FILE,
    anchor="MATCH (m:Unit {uid: $id})",
    carried="m, u",
    extras={"left_out": "MATCH (m)--(e)", "more": "MATCH (u)"},
)
_ANSWER = Answer("n", "n.uid, n.title")


@pytest.mark.parametrize(
    ("order", "conditions", "expected"),
    [
        (FEWEST, (), "n.amount ASC"),
        (MOST, (), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("n.amount >= $least",), "n.amount DESC"),
        (MOST, ("n.amount < $most",), "n.amount DESC"),
        (MOST, ("n.amount > $least",), "n.amount DESC"),
        (MOST, ("n.amount <= $most",), "n.amount DESC"),
        (MOST, ("n.amount = $exact",), "n.amount DESC"),
        (MOST, ("n.amount IN $numbers",), "n.amount DESC"),
        (MOST, ("n.other = $x", "n.amount STARTS WITH $text"), "n.amount DESC"),
        (MOST, ("n.amount IS NULL",), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("n.amounts = $x",), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("nXamount = $x",), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("n.amount = $x OR n.other = $y",), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("n.amount = $x\nXOR n.other = $y",), "n.amount IS NULL, n.amount DESC"),
        (MOST, ("n.amount IN $x AND n.other = $FOR",), "n.amount DESC"),
        (MOST, ("NOT n.amount = $x",), "n.amount IS NULL, n.amount DESC"),
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
            FEWEST,
            False,
            "n.amount > $after_key OR (n.amount = $after_key AND (n.uid > $after_tie[0])) OR n.amount IS NULL",
        ),
        (
            MOST,
            False,
            "n.amount < $after_key OR (n.amount = $after_key AND (n.uid > $after_tie[0])) OR n.amount IS NULL",
        ),
        (
            NEWEST,
            False,
            "n.day < date($after_key) OR (n.day = date($after_key) AND (n.uid > $after_tie[0])) OR n.day IS NULL",
        ),
        (NEWEST, True, "n.day IS NULL AND (n.uid > $after_tie[0])"),
    ],
)
def test_a_page_begins_after_the_cursor(order: Order | None, is_null: bool, expected: str) -> None:
    assert after(FILE.ties(order), order, is_null) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [(None, "[[n.uid]]"), (MOST, "[[n.uid], n.amount]"), (NEWEST, "[[n.uid], toString(n.day)]")],
)
def test_a_cursor_holds_the_tie_and_the_sort_value_as_text_can_carry_it(order: Order | None, expected: str) -> None:
    assert keys_of(FILE.ties(order), order) == expected


def test_what_the_chosen_order_sorts_by_breaks_no_tie_again() -> None:
    by_day = Order("NEWEST", "n.received_on", True, "date", "Latest first")

    assert [key.expression for key in BY_KIND.ties()][:2] == [
        "coalesce(toString(n.received_on), '')",
        "coalesce(n.number, '\\uffff')",
    ]
    assert BY_KIND.ties(by_day) == BY_KIND.ties()[1:]
    assert keys_of(BY_KIND.ties(by_day), by_day).endswith("n.uid], toString(n.received_on)]")


def _text(file: QueryFile, choice: Choice, answer: Answer) -> list[str]:
    return paged(file, choice, answer).splitlines()


def test_a_plain_page_finds_sorts_and_cuts() -> None:
    assert _text(FILE, Choice(), _ANSWER) == [
        "CALL () {", "MATCH (n:Clue)", "WHERE true", "WITH n ORDER BY n.uid LIMIT $page",
        "RETURN collect([n.uid, n.title]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip


def test_what_makes_the_row_comes_before_the_cut_and_what_is_added_behind_it() -> None:
    file = replace(FILE, head={**HEAD, "leads": "n.place"}, row="WITH n, 1 AS one", late="MATCH (n)--(l)")

    assert _text(file, Choice(), _ANSWER) == [
        "CALL () {", "MATCH (n:Clue)", "WHERE true", "WITH n, 1 AS one", "WITH n ORDER BY n.place, n.uid LIMIT $page",
        "MATCH (n)--(l)", "RETURN collect([n.uid, n.title]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip


def test_a_cursor_holds_every_part_of_a_tie() -> None:
    file = replace(FILE, head={**HEAD, "tie": "n.day, n.uid"})

    assert keys_of(file.ties(), None) == "[[n.day, n.uid]]"


def test_a_page_after_a_cursor_has_filters_the_condition_and_its_keys() -> None:
    answer = Answer("n", "n.uid", keyed=True)

    assert _text(FILE, Choice(("from",), "NEWEST", (True,)), answer) == [
        "CALL () {", "MATCH (n:Clue)", "WHERE true", "  AND (n.day >= date($from))",
        "  AND (n.day IS NULL AND (n.uid > $after_tie[0]))", "WITH n ORDER BY n.day DESC, n.uid LIMIT $page",
        "RETURN collect([n.uid, [[n.uid], toString(n.day)]]) AS rows", "}", "RETURN rows",
    ]  # fmt: skip
    assert (
        "  AND (n.day < date($after_key) OR (n.day = date($after_key) AND (n.uid > $after_tie[0])) OR n.day IS NULL)"
        in (_text(FILE, Choice((), "NEWEST", (False,)), answer))
    )
    assert "  AND (n.uid > $after_tie[0])" in _text(FILE, Choice((), None, (True,)), answer), (
        "without an order only the tie"
    )


def test_a_total_counts_what_the_filters_leave_not_what_the_cursor_leaves() -> None:
    text = paged(FILE, Choice(("from",), "MOST", (False,)), replace(_ANSWER, total=True))

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


def test_what_is_found_for_every_request_is_counted_and_cut_by_values() -> None:
    head = {**HEAD, "sends": "row.key", "tie": "row.key"}
    strongest = Order("STRONGEST", "row.score", True, None, "Strongest first")
    file = replace(_ANCHORED, head=head, body="WITH {score: 1} AS row", orders={"STRONGEST": strongest})

    assert finding(file, "STRONGEST").splitlines() == [
        "MATCH (m:Unit {uid: $id})", f"WITH m, u ORDER BY {_FIRST} LIMIT 1",
        "CALL (m, u) {", "WITH {score: 1} AS row", "WITH row ORDER BY row.score IS NULL, row.score DESC, row.key",
        "RETURN collect(row) AS every", "}",
        "RETURN {m: [elementId(m), m.uid], u: [elementId(u), u.uid], left_out: COLLECT {",
        "WITH m, u WHERE 'left_out' IN $given.extras", "MATCH (m)--(e)", "RETURN row }, more: COLLECT {",
        "WITH m, u WHERE 'more' IN $given.extras", "MATCH (u)",
        "RETURN row }} AS places, COLLECT { UNWIND [row IN every WHERE "
        "$given.after_tie IS NULL OR row.score < $given.after_key OR (row.score = $given.after_key AND (row.key > "
        "$given.after_tie[0])) OR row.score IS NULL][..$given.page] AS row RETURN row.key } AS rows, size(every) AS total",
    ]  # fmt: skip


def test_what_is_shown_comes_in_the_order_in_which_it_was_found() -> None:
    shown = showing(replace(_ANCHORED, head={**HEAD, "tie": "u.x"}, orders={}), FILE)

    assert shown.orders == FILE.orders
    assert (shown.head["tie"], shown.body) == (FILE.head["tie"], _ANCHORED.body)


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
    file = replace(FILE, filters={"from": FROM, "of": Filter("of", "ID", "n.unit = $of", "Of")})

    assert found(file, Choice(("of", "from"))).splitlines()[2:] == [
        "  AND (n.unit = $of)",
        "  AND (n.day >= date($from))",
    ]


def test_a_caption_is_the_first_field_that_is_filled() -> None:
    assert caption("e", ("name", "plate")) == "coalesce(e.name, e.plate, '?')"
    assert {"e.title", "e.name", "e.plate", "e.number"} <= set(caption("e").removeprefix("coalesce(").split(", "))
