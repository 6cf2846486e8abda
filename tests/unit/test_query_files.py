"""A query file is read into its pieces, each where it belongs."""

import re
from pathlib import Path

import pytest

from graph_service.cypher.files import QUERIES, Filter, Parameter, QueryFile, part, query, read_file, read_folder
from graph_service.cypher.lists.page import Answer, Choice, paged
from graph_service.cypher.order import Order, SortKey, node_order
from graph_service.errors import BadInput
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
    assert part("named") == query("parts/named").body
    assert part("named").startswith("MATCH ")


_MODEL = """// title: Fuelled twice in a day 同日两次加油
// params: days, names
// returns: key, facts, records, ties, named
// scope: system
// model: X1
// version: 3
// severity: LOW
// channel: AUDIT
// problem: VEHICLES
// team: CONDUCT
// innocent: A long journey.
// innocent_zh: 长途出差。
// because: {person} did.
// because_zh: {person}做了。
// parameter days int 2 days -- How near 相隔天数
// parameter names [str] ["甲"] words -- Whom it spares 不计的名称
MATCH (p:Person) WHERE p.age > $days AND NOT p.name IN $names
RETURN p
"""


def test_a_model_says_what_it_runs_with(tmp_path: Path) -> None:
    file = _read(_MODEL, tmp_path)

    assert file.parameters == {
        "days": Parameter("days", "int", "2", "days", "How near 相隔天数"),
        "names": Parameter("names", "[str]", '["甲"]', "words", "Whom it spares 不计的名称"),
    }
    assert {name: file.head[name] for name in ("model", "version", "severity", "channel", "problem", "team")} == {
        "model": "X1", "version": "3", "severity": "LOW", "channel": "AUDIT", "problem": "VEHICLES", "team": "CONDUCT",
    }  # fmt: skip
    assert (file.head["innocent"], file.head["innocent_zh"]) == ("A long journey.", "长途出差。")


_STAGED = """// title: Links
// params: viewer_audiences
// returns: Link
// scope: shared
// leads: l.place
// tie: row.id
// sends: {id: row.id}
// through_weight: 0.5
// alike_weight: 0.25
MATCH (l:Link)
WHERE l.audience IN $viewer_audiences
// row
WITH {id: l.uid} AS row
WHERE true
// late
WITH row {.*, more: 1} AS row
"""


def test_what_makes_a_row_and_what_is_added_to_it_late_stand_apart(tmp_path: Path) -> None:
    file = _read(_STAGED, tmp_path)

    assert (file.row, file.late) == ("WITH {id: l.uid} AS row\nWHERE true", "WITH row {.*, more: 1} AS row")
    assert file.body == "MATCH (l:Link)\nWHERE l.audience IN $viewer_audiences"
    assert (file.head["leads"], file.head["sends"]) == ("l.place", "{id: row.id}")
    assert (file.head["through_weight"], file.head["alike_weight"]) == ("0.5", "0.25")


def test_a_stand_in_that_nothing_fills_is_refused_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing fills the stand-in NOTHING_") as caught:
        _read(_STAGED.replace("(l:Link)", "(l:NOTHING_)"), tmp_path)

    assert caught.value.where == "queries/read/matters.cypher"


def test_a_page_begins_with_what_leads(tmp_path: Path) -> None:
    text = paged(_read(_STAGED, tmp_path), Choice(), Answer("row", "row.id"))

    assert "WITH row ORDER BY l.place, row.id LIMIT $page" in text


_CLUES = """// title: Clues
// params: none
// returns: Clue
// scope: system
// filter stage [ClueStage!]: n.stage IN $stage -- Stages
// lead stage: COLLECT { MATCH (s:Stage) RETURN s.clue }
// filter day Date: $day <= n.received_on -- Since
// order TIED: COUNT { (n)--() } DESC -- Most ties first
// order COUNTED: n.count ASC -- Least first
MATCH (n:Clue)
"""


def test_a_filter_may_say_by_what_its_rows_are_found(tmp_path: Path) -> None:
    file = _read(_CLUES, tmp_path)

    assert file.filters["stage"].lead == "COLLECT { MATCH (s:Stage) RETURN s.clue }"
    assert (file.filters["day"].lead, file.body) == ("", "MATCH (n:Clue)")


def test_a_filter_speaks_of_the_field_that_it_compares(tmp_path: Path) -> None:
    filters = query("read/kinds/clue").filters

    assert (filters["number"].field, filters["from"].field) == ("number", "received_on")
    assert _read(_CLUES, tmp_path).filters["stage"].field == "stage"


def test_what_is_counted_always_has_a_value(tmp_path: Path) -> None:
    orders = _read(_CLUES, tmp_path).orders

    assert orders == {
        "TIED": Order("TIED", "COUNT { (n)--() }", True, None, "Most ties first", True),
        "COUNTED": Order("COUNTED", "n.count", False, None, "Least first", False),
    }


def test_a_list_of_a_kind_comes_in_the_order_of_any_field_beside_those_that_its_file_states(tmp_path: Path) -> None:
    path = tmp_path / "clue.cypher"
    path.write_text(_CLUES, encoding="utf-8")

    orders = read_file(path, "read/kinds/clue").orders

    assert [name for name in orders if "_" not in name] == ["TIED", "COUNTED"]
    assert (orders["AMOUNT_FEN_DESC"].expression, orders["AMOUNT_FEN_DESC"].descending) == ("n.amount_fen", True)
    path.write_text(_CLUES.replace("returns: Clue", "returns: Matter"), encoding="utf-8")
    assert list(read_file(path, "read/kinds/matter").orders) == ["TIED", "COUNTED"], "a family has no fields"


def test_a_list_of_a_node_calls_nothing_as_files_call_the_node_that_they_find() -> None:
    """The node is taken into the list by that name and keeps it there: `n` of the list would have to be the same node."""
    lists = [
        path for path in (QUERIES / "parts").rglob("*.cypher") if "// returns: row, place\n" in path.read_text("utf-8")
    ]

    assert len(lists) > 5
    assert [path.name for path in lists if re.search(r"\(n[ :){]", path.read_text("utf-8"))] == []
