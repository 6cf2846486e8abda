"""The table of the bar in the docs names tests that are there; it is written anew by LEADLINK_TEST_WRITE_BAR=1."""

import os

from tests.evidence import DOCS, absent, named, table

_PAGE = DOCS / "security.md"
_BAR = table("bar")
_HEAD = """# The bar of security

Made from `tests/data/bar.yaml` by `LEADLINK_TEST_WRITE_BAR=1 pytest tests/unit/test_bar.py`; do not edit.

What is asked of a service that holds data like this, what holds it here, and our figure. The last column says what is not reached, or
was not measured. Ways to tell of what is hidden have a table of their own (leaks.md), who may see what another (rights.md).

| | Goal | Asked | Held by | Ours | Open |
|---|---|---|---|---|---|
"""


def _page() -> str:
    rows = [
        f"| {number} | {each['goal']} | {each['asked']} | {named(each['held'])} | {each['figure']} | {each.get('open', '')} |"
        for number, each in _BAR.items()
    ]
    whole = sum("open" not in each for each in _BAR.values())
    return f"{_HEAD}{chr(10).join(rows)}\n\n{len(rows)} goals, {whole} of them without anything open.\n"


def test_each_goal_is_held_by_tests_that_are_there() -> None:
    assert list(_BAR) == [*range(1, 23), *range(33, 44), *range(55, 59)]
    assert all(each["held"] for each in _BAR.values())
    assert list(absent(_BAR.values())) == []


def test_the_page_is_what_the_table_says() -> None:
    if os.environ.get("LEADLINK_TEST_WRITE_BAR"):
        _PAGE.write_text(_page(), encoding="utf-8")

    assert _PAGE.read_text(encoding="utf-8") == _page()
