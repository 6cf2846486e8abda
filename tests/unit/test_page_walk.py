"""Page after page gives every row once, in order.

The conditions and sort keys are written so that SQL reads them as Cypher does; DuckDB, told to sort nulls as Neo4j does,
walks the pages.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph_service.cypher.files import QueryFile
from graph_service.cypher.lists.keyset import after as beyond_cursor
from graph_service.cypher.order import Order, sorting
from tests.unit.clue_list import BY_KIND, FEWEST, FILE, MOST, NEWEST

if TYPE_CHECKING:
    import duckdb


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
        condition = beyond_cursor(file.ties(order), order, order is not None and key is None)
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
@pytest.mark.parametrize("order", [None, FEWEST, MOST, NEWEST], ids=lambda order: order.name if order else "by tie")
@pytest.mark.parametrize("file", [FILE, BY_KIND], ids=["uids", "the kind's own order"])
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
    if file is FILE:
        for key in set(keys):
            assert [uid for uid, each, _ in walked if each == key] == sorted(
                uid for uid, each, _ in walked if each == key
            )
