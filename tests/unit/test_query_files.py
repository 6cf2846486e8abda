"""A query file is read into its pieces, each where it belongs."""

from pathlib import Path

import pytest

from graph_service.cypher.files import QUERIES, Filter, QueryFile, part, query, read_file, read_folder
from graph_service.cypher.order import Order, SortKey, node_order
from tests.queries import all_files

_TEXT = """// title: Matters of a unit
// params: $viewer_audiences, id, least,
// returns: Matter
// scope: shared
// tie: m.uid
// filter from Date!: m.day >= date($from) -- Since this day
// order NEWEST: m.day DESC date -- Latest first
// order FIRST: m.number ASC -- Least first
MATCH (u:Unit {uid: $id})
WHERE u.audience IN $viewer_audiences
// what follows is found of the unit
// rows: u
// extra of no file

MATCH (u)--(m)
// a remark
WHERE m.number > $least
// extra left_out
MATCH (u)--(x)
// extra more
MATCH (u)--(y)

"""


def _read(text: str, tmp_path: Path) -> QueryFile:
    path = tmp_path / "matters.cypher"
    path.write_text(text, encoding="utf-8")
    return read_file(path, "read/matters")


def test_a_file_comes_apart_into_head_anchor_rows_and_further_lists(tmp_path: Path) -> None:
    file = _read(_TEXT, tmp_path)

    assert file == QueryFile(
        "read/matters",
        {"title": "Matters of a unit", "params": "$viewer_audiences, id, least,", "returns": "Matter", "scope": "shared", "tie": "m.uid"},
        "MATCH (u)--(m)\nWHERE m.number > $least",
        {"from": Filter("from", "Date!", "m.day >= date($from)", "Since this day")},
        {
            "NEWEST": Order("NEWEST", "m.day", True, "date", "Latest first"),
            "FIRST": Order("FIRST", "m.number", False, None, "Least first"),
        },
        "MATCH (u:Unit {uid: $id})\nWHERE u.audience IN $viewer_audiences",
        "u",
        {"left_out": "MATCH (u)--(x)", "more": "MATCH (u)--(y)"},
    )  # fmt: skip
    assert file.ties() == (SortKey("m.uid"),)
    assert (
        file.anchored.splitlines()[-1]
        == "WITH u ORDER BY coalesce(u.source, ''), coalesce(u.source_key, ''), u.uid LIMIT 1"
    )


def test_a_file_may_hold_rows_only(tmp_path: Path) -> None:
    text = "// title: x\n// params: none\n// returns: Clue\n// scope: system\nMATCH (n)"

    file = _read(text, tmp_path)

    assert (file.body, file.anchor, file.anchored, file.carried, file.extras) == ("MATCH (n)", "", "", "", {})
    assert file.ties() == node_order("Clue", "n"), "what states no tie is in the order of its kind"


@pytest.mark.parametrize("folder", sorted(path.name for path in QUERIES.iterdir()))
def test_the_files_of_a_folder_come_in_the_order_of_their_names(folder: str) -> None:
    names = list(read_folder(folder))

    found = (path.relative_to(QUERIES / folder).with_suffix("") for path in (QUERIES / folder).rglob("*.cypher"))
    assert names == [path.as_posix() for path in sorted(found)]
    assert [query(f"{folder}/{name}").name for name in names] == [f"{folder}/{name}" for name in names]


def test_every_file_comes_once_folder_by_folder() -> None:
    names = [file.name for file in all_files()]

    assert names == sorted(names, key=lambda name: name.split("/"))
    assert len(names) == len(set(names)) == len(list(QUERIES.rglob("*.cypher")))


def test_a_part_is_its_text_alone() -> None:
    assert part("shared") == query("parts/shared").body
    assert part("shared").startswith("MATCH ")
