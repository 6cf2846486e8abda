"""What the declared orders are written out as: one golden case for each form that a key can take."""

import pytest

from graph_service.cypher.order import (
    SortKey,
    _key,
    _origin_of_node,
    known_by,
    natural_place,
    newest_place,
    node_order,
    stated_order,
    walk_order,
)
from graph_service.model import Walk
from schema import RELATIONSHIPS

_LAST = "'\\uffff'"
_ORIGIN = [("coalesce(r.source, '')", False), ("coalesce(r.source_key, '')", False), ("r.uid", False)]


def told(keys: tuple[SortKey, ...]) -> list[tuple[str, bool]]:
    return [(key.expression, key.descending) for key in keys]


def test_a_kind_with_identifiers_is_told_by_them_before_where_it_is_from() -> None:
    assert told(node_order("Person", "n")) == [
        (f"coalesce(n.name, {_LAST})", False), (f"coalesce(n.id_number, {_LAST})", False),
        (f"coalesce(n.id_mask, {_LAST})", False),
        ("CASE WHEN n.id_number IS NULL THEN coalesce(n.source, '') ELSE '' END", False),
        ("coalesce(n.id_number, n.source_key, '')", False), ("n.uid", False),
    ]  # fmt: skip
    assert [key.stands_for for key in node_order("Person", "n")] == ["n.name", "n.id_number", "n.id_mask", "", "", ""]


def test_a_dated_kind_comes_newest_first() -> None:
    assert told(node_order("Clue", "n")) == [
        ("coalesce(toString(n.received_on), '')", True), (f"coalesce(n.number, {_LAST})", False),
        ("coalesce(n.source, '')", False), ("coalesce(n.source_key, '')", False), ("n.uid", False),
    ]  # fmt: skip


def test_a_family_of_which_some_are_dated_comes_kind_by_kind() -> None:
    first, newest, name, *_ = told(node_order("Entity", "n"))

    assert first[0].startswith("CASE WHEN n:Person THEN 0 WHEN n:Unit THEN 1 WHEN n:Vehicle THEN 2 ")
    assert first[0].endswith(" WHEN n:Contract THEN 8 ELSE 9 END")
    assert newest == (
        "coalesce(toString(CASE WHEN n:Project THEN n.opened_on WHEN n:Contract THEN n.signed_on END), '')", True,
    )  # fmt: skip
    assert name[0].startswith("coalesce(CASE WHEN n:Person|Unit THEN n.name WHEN n:Vehicle THEN n.plate ")
    assert name[0].endswith(f" WHEN n:Household THEN n.household_number END, {_LAST})")
    assert told(node_order("Entity", "n"))[4][0] == f"coalesce(CASE WHEN n:Person THEN n.id_mask END, {_LAST})"


def test_a_dated_family_comes_newest_first_whatever_the_day_is_called() -> None:
    newest, kind, number, *_ = told(node_order("Matter", "m"))

    assert newest == (
        "coalesce(toString(CASE WHEN m:Clue THEN m.received_on WHEN m:AuditFinding|InspectionIssue THEN m.found_on "
        "WHEN m:Ticket THEN m.asked_at WHEN m:Alert THEN m.raised_at END), '')", True,
    )  # fmt: skip
    assert kind == (
        "CASE WHEN m:Clue THEN 0 WHEN m:AuditFinding THEN 1 WHEN m:InspectionIssue THEN 2 WHEN m:Ticket THEN 3 ELSE 4 END",
        False,
    )
    assert number == (
        f"coalesce(CASE WHEN m:Clue|AuditFinding|InspectionIssue|Ticket|Alert THEN m.number END, {_LAST})", False,
    )  # fmt: skip


_TURNED = (
    "CASE WHEN startNode(r) = n THEN r.relation ELSE CASE r.relation WHEN 'PARENT' THEN 'CHILD' WHEN 'CHILD' THEN 'PARENT' "
    "ELSE r.relation END END"
)


@pytest.mark.parametrize(("kind", "keys"), [
    ("HOLDS_SHARE", [("coalesce(r.ratio, -1.0e308)", True), ("coalesce(toString(r.valid_from), '')", True),
                     (f"coalesce(m.name, {_LAST})", False), (f"coalesce(m.uscc, {_LAST})", False), *_ORIGIN]),
    ("KIN_OF", [(f"CASE {_TURNED} WHEN 'SPOUSE' THEN 0 WHEN 'PARENT' THEN 1 WHEN 'CHILD' THEN 2 WHEN 'SIBLING' THEN 3 "
                 "WHEN 'IN_LAW' THEN 4 ELSE 5 END", False),
                (f"coalesce(m.name, {_LAST})", False), (f"coalesce(m.id_number, {_LAST})", False),
                (f"coalesce(m.id_mask, {_LAST})", False), *_ORIGIN]),
    ("HOLDS_POST", [("coalesce(toString(r.valid_from), '')", True), (f"coalesce(m.name, {_LAST})", False),
                    (f"coalesce(m.uscc, {_LAST})", False), (f"coalesce(r.post, {_LAST})", False), *_ORIGIN]),
])  # fmt: skip
def test_what_a_link_carries_ranks_and_its_words_tell_apart(kind: str, keys: list[tuple[str, bool]]) -> None:
    link = next(each for each in RELATIONSHIPS if each.type == kind)

    assert told(walk_order(Walk(link, True), "n", "r", "m")) == keys


def test_a_stated_order_may_name_kinds_and_origins_and_ends_in_their_uids() -> None:
    keys = told(stated_order("row.a DESC, Clue row.c, Origin row.q, row.b"))

    assert keys[0] == ("row.a", True)
    assert keys[1:3] == [
        ("coalesce(toString(row.c.received_on), '')", True),
        (f"coalesce(row.c.number, {_LAST})", False),
    ]
    assert keys[-5:] == [
        ("coalesce(row.q.source, '')", False), ("coalesce(row.q.source_key, '')", False), ("row.b", False),
        ("row.c.uid", False), ("row.q.uid", False),
    ]  # fmt: skip


def test_what_a_node_is_known_by_is_an_identifier_else_its_row() -> None:
    assert known_by("n", ("Person", "Unit")) == "coalesce(n.id_number, n.uscc, n.source_key, '')"
    assert known_by("n", ("Clue",)) == "coalesce(n.source_key, '')"
    assert known_by("n").startswith("coalesce(n.id_number, ")


def test_the_place_of_two_matters_is_that_of_one_and_then_of_the_other() -> None:
    one, other = (natural_place("Clue", var) for var in ("a", "b"))

    assert natural_place("Clue", "a", "b") == f"{one} + '\\u0001' + {other}"
    assert one.count("'\\u0001'") == 3, "day, number, source and key of the source, and no uid"


def test_numbers_without_a_value_come_last_either_way_and_words_too() -> None:
    shares = next(each for each in RELATIONSHIPS if each.type == "HOLDS_SHARE").ties

    assert _key(shares, "-ratio", "r") == SortKey("coalesce(r.ratio, -1.0e308)", True, "r.ratio")
    assert _key(shares, "ratio", "r") == SortKey("coalesce(r.ratio, 1.0e308)", False, "r.ratio")
    kin = next(each for each in RELATIONSHIPS if each.type == "KIN_OF").ties
    assert _key(kin, "-relation", "r").expression.endswith(" ELSE -1 END")
    assert _key(kin, "-relation", "r").descending
    assert _key(kin, "relation", "r").expression.endswith(" WHEN 'IN_LAW' THEN 4 ELSE 5 END")
    assert _key(kin, "-valid_from", "r") == SortKey("coalesce(toString(r.valid_from), '')", True, "r.valid_from")


def test_a_kind_of_several_identifiers_is_told_by_its_source_only_where_none_is_stated() -> None:
    assert _origin_of_node(("Person", "Unit"), "n")[0].expression == (
        "CASE WHEN n.id_number IS NULL AND n.uscc IS NULL THEN coalesce(n.source, '') ELSE '' END"
    )


def test_what_was_proposed_comes_newest_first_as_long_as_a_moment_has_fourteen_digits() -> None:
    assert newest_place("l.at", "l.rule") == "toString(99999999999999 - l.at.epochMillis) + '\\u0001' + l.rule"
