"""Keyset pages: every list in every order, equal and missing sort values included, without loss or doubling."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph_service.api.types.kinds import KIND_ROOTS
from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.model import camel
from tests.api.conftest import Caller
from tests.queries import some_orders

LISTS = [
    (camel(kind.many), order)
    for kind in KIND_ROOTS
    for order in (None, *some_orders(query(f"read/kinds/{kind.file}")))
]  # fmt: skip
_NEW = "CREATE (n:Clue:Matter) SET n = $p, n.received_on = date('2025-01-02'), n.title = 'new'"


def arguments(order: str | None, first: int, after: str | None) -> str:
    given = [f"first: {first}", *([f"orderBy: {order}"] if order else []), *([f'after: "{after}"'] if after else [])]
    return ", ".join(given)


async def page_of(caller: Caller, name: str, order: str | None, first: int, after: str | None = None) -> dict[str, Any]:
    given = arguments(order, first, after)
    data = await caller.ask(
        f"{{ {name}({given}) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }}"
    )
    return dict(data[name])


async def walk(caller: Caller, name: str, order: str | None, first: int) -> list[str]:
    """Return the ids of the whole list, page by page."""
    found: list[str] = []
    after = None
    while True:
        page = await page_of(caller, name, order, first, after)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert len(page["edges"]) <= first
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        assert after == page["edges"][-1]["cursor"]


@pytest.mark.parametrize(("name", "order"), LISTS)
async def test_pages_make_the_list(name: str, order: str | None, disc: Caller) -> None:
    whole = await page_of(disc, name, order, 1000)
    expected = [edge["node"]["id"] for edge in whole["edges"]]

    assert await walk(disc, name, order, max(2, len(expected) // 4)) == expected
    assert len(set(expected)) == len(expected)


@pytest.mark.parametrize(
    ("name", "order", "field", "descending"),
    [
        ("clues", "NEWEST", "receivedOn", True),
        ("clues", "OLDEST", "receivedOn", False),
        ("clues", "AMOUNT", "amountFen", True),
        ("clues", "NUMBER", "number", False),
        ("tickets", "NEWEST", "askedAt", True),
        ("auditFindings", "NEWEST", "foundOn", True),
    ],
)
async def test_lists_are_sorted_and_what_has_no_value_comes_last(
    name: str, order: str, field: str, descending: bool, disc: Caller
) -> None:
    day = {"clues": "receivedOn", "tickets": "askedAt", "auditFindings": "foundOn"}[name]
    data = await disc.ask(f"{{ {name}(first: 1000, orderBy: {order}) {{ nodes {{ id number day: {day} {field} }} }} }}")

    # Where the sort value is the same: newest first, then by number, and by what else there is.
    rows = [(node[field], node["day"] or "", node["number"], node["id"]) for node in data[name]["nodes"]]
    told = sorted(sorted(rows, key=lambda row: row[2:]), key=lambda row: row[1], reverse=True)
    known = sorted((row for row in told if row[0] is not None), key=lambda row: row[0], reverse=descending)
    assert rows == known + [row for row in told if row[0] is None]


@pytest.fixture
def growing(writer: Writer) -> Iterator[Writer]:
    yield writer
    writer.run_write("MATCH (n:Clue {title: 'new'}) DELETE n")


@pytest.mark.parametrize("order", [None, *some_orders(query("read/kinds/clue"))])
async def test_rows_that_are_added_meanwhile_cost_and_double_nothing(
    order: str | None, disc: Caller, growing: Writer
) -> None:
    before = [edge["node"]["id"] for edge in (await page_of(disc, "clues", order, 1000))["edges"]]

    found: list[str] = []
    after = None
    for step in range(100):
        page = await page_of(disc, "clues", order, 5, after)
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        for key in ("aa", "mm", "zz"):  # before, amid and after what there is
            added = {"uid": f"clue_{key}{step}", "audience": 2, "number": f"XS-{key}{step}", "amount_fen": 200}
            growing.run_write(_NEW, p=added)

    assert len(set(found)) == len(found)
    assert [uid for uid in found if uid in set(before)] == before


CONNECTED = """query($a: String, $n: Int = 4) { connectedMatters(id: "clue_02", first: $n, after: $a) {
  totalCount edges { cursor node { score matter { id } } } pageInfo { hasNextPage endCursor } } }"""


async def test_connected_matters_come_in_pages_strongest_first(disc: Caller) -> None:
    whole = (await disc.ask(CONNECTED, {"n": 100}))["connectedMatters"]["edges"]
    rows: list[dict[str, Any]] = []
    after, total = None, None
    while True:
        page = (await disc.ask(CONNECTED, {"a": after}))["connectedMatters"]
        rows += page["edges"]
        after, total = page["pageInfo"]["endCursor"], page["totalCount"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    scores = [row["node"]["score"] for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert rows == whole
    assert len(rows) == len({row["node"]["matter"]["id"] for row in rows}) == total > 4


@pytest.mark.parametrize(
    ("name", "given", "row"),
    [
        ("expand", 'id: "phone_hot", ', "edges { id }"),
        ("search", 'text: "物业公司", ', "nodes { id }"),
        ("links", "", "nodes { id }"),
        ("auditLinkedIssues", "", "nodes { finding { id } unit { id } }"),
        ("auditLinkedIssues", 'unit: "unit_top", ', "nodes { finding { id } unit { id } }"),
        ("auditLinkedIssues", 'round: "round_1", ', "nodes { finding { id } unit { id } }"),
    ],
)
async def test_other_lists_come_in_pages_too(name: str, given: str, row: str, disc: Caller) -> None:
    text = "query($a: String, $n: Int) { page: %s(%sfirst: $n, after: $a) { %s pageInfo { hasNextPage endCursor } } }"
    document = text % (name, given, row)
    rows = row.split()[0]
    whole = (await disc.ask(document, {"n": 100}))["page"][rows]

    found: list[Any] = []
    after = None
    while True:
        page = (await disc.ask(document, {"n": max(1, len(whole) // 3), "a": after}))["page"]
        found += page[rows]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert found == whole
    assert len(whole) >= 2


async def test_a_cursor_is_good_for_its_own_list_and_order_only(disc: Caller) -> None:
    cursor = (await page_of(disc, "clues", "NEWEST", 2))["pageInfo"]["endCursor"]

    assert await disc.code(f'{{ clues(orderBy: OLDEST, after: "{cursor}") {{ totalCount }} }}') == "BAD_INPUT"
    assert await disc.code(f'{{ tickets(orderBy: NEWEST, after: "{cursor}") {{ totalCount }} }}') == "BAD_INPUT"
    assert await disc.code(f'{{ clues(orderBy: NEWEST, after: "{cursor}A") {{ totalCount }} }}') == "BAD_INPUT"
    assert (await page_of(disc, "clues", "NEWEST", 2, cursor))["edges"]
