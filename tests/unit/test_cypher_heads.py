"""A query file whose head and body disagree does not load."""

from pathlib import Path

import pytest

from graph_service.cypher.files import query, read_file, read_folder
from graph_service.cypher.lists.page import Choice, found
from graph_service.errors import BadInput
from tests.queries import all_files

GOOD = """// title: Things
// params: viewer_audiences, id
// returns: Thing
// scope: shared
// order NEWEST: n.at DESC date -- Newest first
// filter name String: n.name = $name -- Exact name
MATCH (n:Thing {uid: $id})
WHERE n.audience IN $viewer_audiences
"""


def reads(tmp_path: Path, text: str) -> None:
    path = tmp_path / "thing.cypher"
    path.write_text(text, encoding="utf-8")
    read_file(path, "read/thing")


def test_a_good_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "thing.cypher"
    path.write_text(GOOD, encoding="utf-8")
    file = read_file(path, "read/thing")

    assert file.head["title"] == "Things"
    assert file.orders["NEWEST"].descending
    assert file.orders["NEWEST"].cast == "date"
    assert found(file, Choice(filters=("name",))).endswith("AND (n.name = $name)")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("// title: Things\n", "", "head line missing: title"),
        ("// params: viewer_audiences, id\n", "", "head line missing: params"),
        ("// returns: Thing\n", "", "head line missing: returns"),
        ("// scope: shared\n", "", "head line missing: scope"),
        ("scope: shared", "scope: everybody", "unknown scope 'everybody'"),
        ("viewer_audiences, id\n", "viewer_audiences\n", "disagree on parameters: ['id']"),
        ("viewer_audiences, id\n", "viewer_audiences, id, more\n", "disagree on parameters: ['more']"),
        ("{uid: $id}", "{uid: $other}", "disagree on parameters: ['id', 'other']"),
    ],
)
def test_a_head_that_disagrees_is_refused(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert old in GOOD

    with pytest.raises(BadInput) as refused:
        reads(tmp_path, GOOD.replace(old, new))
    assert told in refused.value.what
    assert refused.value.where == "queries/read/thing.cypher"


@pytest.mark.parametrize("scope", ["shared", "own"])
def test_a_file_without_the_viewers_predicate_is_refused(scope: str, tmp_path: Path) -> None:
    open_to_all = GOOD.replace("viewer_audiences, ", "").replace("\nWHERE n.audience IN $viewer_audiences", "")

    with pytest.raises(BadInput, match="no viewer's predicate"):
        reads(tmp_path, open_to_all.replace("scope: shared", f"scope: {scope}"))
    reads(tmp_path, open_to_all.replace("scope: shared", "scope: system"))


def test_every_file_there_is_loads_and_has_a_title_of_its_own() -> None:
    titles = [file.head["title"] for file in all_files()]

    assert len(titles) > 40
    assert len(set(titles)) == len(titles)


def test_what_is_read_for_a_viewer_is_of_scope_shared_or_own() -> None:
    files = [*read_folder("read").values(), *read_folder("show").values()]

    assert {file.head["scope"] for file in files} <= {"shared", "own"}


def test_filters_and_orders_are_described_each_in_its_own_words() -> None:
    for file in all_files():
        said = [each.about for each in file.filters.values()] + [each.about for each in file.orders.values()]
        assert all(said)
        assert len(set(said)) == len(said), file.name


def test_filters_take_a_parameter_of_their_name() -> None:
    for file in all_files():
        for each in file.filters.values():
            assert f"${each.name}" in each.text, (file.name, each.name)


def test_a_rule_says_why_in_two_languages_and_how_much_it_weighs() -> None:
    for file in read_folder("linkage").values():
        ways = [way for way in ("", "through_", "alike_") if f"{way}because" in file.head]
        assert ways
        assert all(file.head[f"{way}because_zh"] for way in ways)
        assert 0 < float(file.head["weight"]) < 1


def test_a_file_is_found_by_its_name() -> None:
    assert query("read/kinds/clue").name == "read/kinds/clue"
