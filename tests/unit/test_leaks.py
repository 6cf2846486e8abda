"""The table of leaks in the docs names tests that are there; it is written anew by LEADLINK_TEST_WRITE_LEAKS=1."""

import os

from tests.evidence import DOCS, absent, named, table

_PAGE = DOCS / "leaks.md"
LEAKS = table("leaks")
_HEAD = """# Ways to tell of what is hidden

Made from `tests/data/leaks.yaml` by `LEADLINK_TEST_WRITE_LEAKS=1 pytest tests/unit/test_leaks.py`; do not edit.

Each way is held shut by the tests beside it. Most of them compare two worlds that differ only in what the viewer may not see and
want the same bytes. "Shown to fail" is the test that plants such a leak and wants to see it noticed.

| | What could tell | Held shut by | Shown to fail by | Why it is no more |
|---|---|---|---|---|
"""


def _page() -> str:
    rows = [
        f"| {number} | {each['leak']} | {named(each['held'])} | {named(each.get('shown', []))} | {each.get('why', '')} |"
        for number, each in LEAKS.items()
    ]
    shown = sum("shown" in each for each in LEAKS.values())
    return f"{_HEAD}{chr(10).join(rows)}\n\n{len(rows)} of {len(rows)} are held by a test, {shown} by one that was shown to fail.\n"


def test_each_of_the_forty_is_held_by_tests_that_are_there() -> None:
    assert list(LEAKS) == list(range(1, 41))
    assert all(each["held"] for each in LEAKS.values())
    assert list(absent(LEAKS.values())) == []


def test_the_page_is_what_the_table_says() -> None:
    if os.environ.get("LEADLINK_TEST_WRITE_LEAKS"):
        _PAGE.write_text(_page(), encoding="utf-8")

    assert _PAGE.read_text(encoding="utf-8") == _page()
