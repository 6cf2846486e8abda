"""The order of lists: declared for every kind and link, the same in every home, and total."""

import re
from datetime import date, datetime

import pytest

from graph_service.cypher.files import QueryFile
from graph_service.cypher.order import Keys, SortKey, beyond, natural_place, node_order, origin, sorting, walk_order
from graph_service.model import ABSTRACT, Walk, value_type
from schema import KINDS, RELATIONSHIPS, RelationshipType
from schema.ordering import kind_in_words, list_in_words
from schema.record import Record, RelationshipRecord
from tests.queries import all_files

KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
LINK = pytest.mark.parametrize("link", RELATIONSHIPS, ids=lambda link: link.type)
_TIES = pytest.mark.parametrize("ties", RelationshipRecord.__subclasses__(), ids=lambda ties: ties.__name__)
_SORTED_BY = re.compile(r"ORDER BY ([^\n]*?)(?: LIMIT| RETURN|\}|$)", re.MULTILINE)


@KIND
def test_every_kind_declares_an_order_that_ends_in_what_people_call_it_by(kind: type[Record]) -> None:
    newest, *names = kind.ORDER if kind.ORDER[0].startswith("-") else ("", *kind.ORDER)

    assert not newest or value_type(kind, newest[1:]) in {date, datetime}
    assert [name for name in names if value_type(kind, name) is not str] == []
    numbers = {*kind.IDENTIFIERS, *(name for name, field in kind.model_fields.items() if field.is_required())}
    assert set(names) & numbers, "an order that no number ends is no order"


@_TIES
def test_every_record_of_a_link_declares_an_order_of_its_own_fields(ties: type[RelationshipRecord]) -> None:
    names = [name.removeprefix("-") for name in vars(ties)["ORDER"]]

    assert set(names) <= ties.model_fields.keys()
    assert [name for name in names if value_type(ties, name) is bool] == []
    ranking = {name for name in ties.model_fields if name in {"role", "ratio", "valid_from", "relation"}}
    assert ranking <= {*names, "valid_from"}, "what ranks, sorts"


@LINK
@pytest.mark.parametrize("forward", [True, False])
def test_a_list_is_sorted_by_the_uid_last_and_by_where_it_is_from_before(link: RelationshipType, forward: bool) -> None:
    keys = [key.expression for key in walk_order(Walk(link, forward), "n", "r", "m")]

    assert keys[-3:] == ["coalesce(r.source, '')", "coalesce(r.source_key, '')", "r.uid"]
    assert [key for key in keys[:-1] if ".uid" in key] == []
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", [*KINDS, *ABSTRACT])
def test_nodes_of_any_type_are_sorted_by_the_uid_last(name: str) -> None:
    keys = [key.expression for key in node_order(name, "n")]

    assert keys[-1] == "n.uid"
    assert [key for key in keys[:-1] if ".uid" in key] == []
    if name in ABSTRACT:
        assert all(f"n:{label}" in " ".join(keys).replace("|", " n:") for label in ABSTRACT[name][:-1])


def test_shares_come_greatest_first_and_matters_newest_first() -> None:
    shares, named = (next(link for link in RELATIONSHIPS if link.type == each) for each in ("HOLDS_SHARE", "NAMES"))

    assert walk_order(Walk(shares, False), "n", "r", "m")[0] == SortKey("coalesce(r.ratio, -1.0e308)", True, "r.ratio")
    assert walk_order(Walk(named, False), "n", "r", "m")[0].descending
    assert walk_order(Walk(named, True), "n", "r", "m")[0].expression.startswith("CASE r.role WHEN 'SUBJECT' THEN 0")


def test_words_say_what_the_cypher_does() -> None:
    orders = {link.type: (list_in_words(link, True), list_in_words(link, False)) for link in RELATIONSHIPS}

    assert kind_in_words("Clue") == "newest received_on first, then by number"
    assert orders["HOLDS_SHARE"][1].startswith("greatest ratio first")
    assert orders["NAMES"][1].startswith("newest first, then by role")
    assert all(
        words.startswith("newest first")
        for link in RELATIONSHIPS
        if link.start == ("Trip",)
        for words in orders[link.type][1:]
    )


_ALONE = {"row.since", "row.model"}  # of one row: what a time or the dry run of a model comes to


@pytest.mark.parametrize(
    "file",
    [file for file in all_files() if file.name.startswith("read/") and not file.name.startswith("read/paths/")],
    ids=lambda file: file.name,
)
def test_a_root_list_is_sorted_by_the_uid_last_or_not_at_all(file: QueryFile) -> None:
    keys = [key.expression for key in file.ties()]

    opaque = [key for key in keys if key.endswith((".uid", "row.id", "row.key"))]
    assert sorted(opaque) == sorted(keys[len(keys) - len(opaque) :])
    assert len(keys) > 1 or keys[0] in {"row.name", "row.place", *_ALONE} or "$id" in file.body


@pytest.mark.parametrize(
    "file",
    [file for file in all_files() if file.name.partition("/")[0] in {"read", "parts"}],
    ids=lambda file: file.name,
)
def test_no_list_in_a_query_file_is_sorted_by_uids_alone(file: QueryFile) -> None:
    sorted_by = [match.strip() for match in _SORTED_BY.findall(file.whole)]

    assert [each for each in sorted_by if re.match(r"\w+\.uid\b", each)] == []


def test_what_comes_after_a_row_is_told_key_by_key() -> None:
    keys: Keys = (SortKey("a", True), SortKey("b"), SortKey("c"))

    assert sorting(keys) == "a DESC, b, c"
    assert beyond(keys) == (
        "CASE WHEN a <> $after_tie[0] THEN a < $after_tie[0] WHEN b <> $after_tie[1] THEN b > $after_tie[1] "
        "ELSE c > $after_tie[2] END"
    )
    assert origin("r")[-1] == SortKey("r.uid")


def test_the_place_of_a_matter_is_one_text_with_the_newest_day_first() -> None:
    first, *others = natural_place("Clue", "n").split(" + '\\u0001' + ")

    assert (
        first
        == "toString(99999999 - coalesce(toInteger(replace(left(coalesce(toString(n.received_on), ''), 10), '-', '')), 0))"
    )
    assert others[0] == "toString(coalesce(n.number, '\\uffff'))"
    assert not any(".uid" in each for each in others)
