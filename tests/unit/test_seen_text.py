"""What a text becomes for who does not see every field: nothing of what is hidden is left in it."""

import re
from itertools import product
from typing import Any

import pytest

from graph_service.cypher.files import query
from graph_service.cypher.marks import mark_of
from graph_service.cypher.seen.masks import untagged
from graph_service.cypher.seen.sight import EVERYTHING, NOTHING, Sight
from graph_service.cypher.seen.text import as_seen, refuse_hidden, refuse_numbers
from graph_service.errors import BadInput
from graph_service.rights.audiences import of_kinds
from graph_service.rights.roles import read_roles
from schema import KINDS, RELATIONSHIPS
from schema.record import DataClass, Mask, Record, RelationshipRecord, UnclassifiedField
from tests.graph.composed import finding_cases, list_cases, projection_cases, special_cases
from tests.graph.packs import pack_cases

_ALL = frozenset(DataClass)
_D2, _D3, _D9 = (frozenset({each}) for each in (DataClass.D2, DataClass.D3, DataClass.D9))
MASKED = Sight(_ALL - _D2 - _D9, _D2 | _D9)
# A property between the parts of a mask, or as the value that is asked whether it is there or long enough.
_IN_A_MASK = re.compile(r"(?:left|right|size)\([\w.\[\]()]+?(?:, \d+)?\)|[\w.\[\]()]+ IS NOT NULL THEN '\*\*\*'")


def test_who_sees_everything_reads_the_text_as_it_is() -> None:
    assert as_seen("MATCH (n:Person) RETURN n.id_number", EVERYTHING) == "MATCH (n:Person) RETURN n.id_number"
    assert not read_roles().sight(["CHIEF"]).hides, "D4 and what no kind has costs nothing"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("RETURN n.phone_number", "left(n.phone_number, 3) + '****' + right(n.phone_number, 4)"),
        ("RETURN row.one.id_number", "left(row.one.id_number, 6) + '**********' + right(row.one.id_number, 2)"),
        ("RETURN private[0].plate", "left(private[0].plate, 2) + '***' + right(private[0].plate, 2)"),
        ("RETURN startNode(r).card_number", "'****' + right(startNode(r).card_number, 4)"),
        ("RETURN tie {.role, .as_named}", "tie {.role, as_named: CASE WHEN tie.as_named IS NULL"),
        ("RETURN properties(r)", "r {.*, id_number: "),
        ("RETURN r.source_key", "RETURN (null)"),
        ("RETURN n.born_on", "CASE WHEN (n.uid STARTS WITH 'person_') THEN null ELSE n.born_on END"),
        ("RETURN n.name", "RETURN n.name"),
        ("RETURN $given.plate", "RETURN $given.plate"),
    ],
)
def test_a_masked_field_stands_in_its_mask(text: str, shown: str) -> None:
    assert shown in as_seen(text, MASKED)


def test_a_kind_that_is_closed_is_left_out_by_its_audiences_and_changes_no_text() -> None:
    sight = Sight(_ALL - _D9)
    numbers = of_kinds([7], sight.classes)

    assert (
        as_seen("WHERE n.audience IN $viewer_audiences RETURN n", sight)
        == "WHERE n.audience IN $viewer_audiences RETURN n"
    )
    assert {label for label in KINDS if 7 + mark_of(label) not in numbers} == set(sight.closed) >= {"Alert", "Vehicle"}
    assert 7 in numbers, "relationships and rows have no kind"
    assert of_kinds([7], []) == (), "who sees no class sees no relationship either"


def test_pairs_of_records_are_for_who_reads_both_in_full() -> None:
    roles = read_roles()

    for name in ("read/identity_candidates", "read/identity_candidate"):
        for team, is_shut in (
            ("AUDIT", True),
            ("ORG_DEPT", True),
            ("UNIT_OFFICER", True),
            ("INSP_OFFICE", False),
            ("CASE_MGMT", False),
        ):
            assert ("\nWHERE false AND " in as_seen(query(name).whole, roles.sight([team]))) is is_shut, (name, team)


def test_who_may_not_read_what_a_matter_says_does_not_see_the_matter() -> None:
    sight = Sight(_ALL - _D3)

    assert sight.closed == ("Clue",)
    assert as_seen("RETURN n.text", sight) == "RETURN n.text"


def test_the_keys_of_search_are_hidden_of_the_kinds_that_are_partly_seen() -> None:
    made = as_seen("RETURN n.key_signs", MASKED)

    assert "n.uid STARTS WITH 'vehicle_'" in made
    assert "'clue_'" not in made


def test_a_text_that_reads_a_hidden_field_in_an_unknown_way_is_not_run() -> None:
    with pytest.raises(TypeError, match="as_named"):
        as_seen("RETURN r {.as_named, more: {a: 1}}", MASKED)


@pytest.mark.parametrize(
    "text",
    [case.text for case in (*special_cases(), *finding_cases(), *pack_cases(), *list_cases(), *projection_cases())][
        ::7
    ],
)
def test_no_composed_text_says_a_masked_number_outside_its_mask(text: str) -> None:
    try:
        made = as_seen(text, MASKED)
    except BadInput:
        return
    rest = _IN_A_MASK.sub("", made)

    names = "|".join(MASKED.masks)
    assert not re.search(rf"\.(?:{names})\b", rest), rest


def test_an_index_is_not_asked_with_a_hidden_value() -> None:
    with pytest.raises(BadInput, match="plate"):
        as_seen("MATCH (n:Vehicle {plate: $plate}) RETURN n", MASKED)
    with pytest.raises(BadInput, match="plate"):
        refuse_hidden("n.plate = $where.v0", MASKED)
    refuse_hidden("toLower(coalesce(n.name, n.id_number, '?')) CONTAINS $where.v0", MASKED)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电13900000001，车", "电139********，车"),
        ("卡6222 0212 3456 7890号", "卡622* **** **** ****号"),
        ("云A00001停在B2层", "云A*****停在B2层"),
        ("2024年12月31日，12345元", "2024年12月31日，12345元"),
        ("身份证11010119800101000X", "身份证110**************X"),
    ],
)
def test_numbers_in_what_people_wrote_are_starred(text: str, shown: str) -> None:
    assert untagged([{"a": f"\ue000{text}"}, text]) == [{"a": shown}, text]


def test_digits_are_not_sought_in_what_people_wrote() -> None:
    with pytest.raises(BadInput, match="title"):
        refuse_numbers("n.title CONTAINS $where.v0", {"v0": "139"}, MASKED)
    refuse_numbers("n.title CONTAINS $where.v0", {"v0": "物业"}, MASKED)
    refuse_numbers("n.number CONTAINS $where.v0", {"v0": "139"}, MASKED)
    with pytest.raises(BadInput, match="title"):
        refuse_hidden("n.title", MASKED, sorts=True)


def test_sights_join_and_meet_class_by_class() -> None:
    one, other = Sight(_D2, _D3), Sight(_D3, _D9)

    assert one.joined(other) == Sight(_D2 | _D3, _D9)
    assert one.shared(other) == Sight(frozenset(), _D3)
    assert NOTHING.joined(one) == one
    for some in product((one, other, EVERYTHING, NOTHING), repeat=2):
        assert some[0].shared(some[1]).whole <= some[0].whole & some[1].whole


def test_every_field_has_one_class_and_no_tie_shares_a_name_with_another_class() -> None:
    classes: dict[str, set[DataClass]] = {}
    for ties in {link.ties for link in RELATIONSHIPS}:
        for name in ties.model_fields:
            classes.setdefault(name, set()).add(ties.class_of(name))

    assert {name for name, each in classes.items() if len(each) > 1} == set()
    assert {kind.class_of(name) for kind in KINDS.values() for name in kind.model_fields} <= _ALL


@pytest.mark.parametrize(
    ("base", "stated", "says"),
    [
        (Record, {"__annotations__": {"secret": str}}, "Open.secret has no class of data"),
        (
            RelationshipRecord,
            {"__annotations__": {"word": str}, "CLASSES": {DataClass.D1: ("word",), DataClass.D2: ("word",)}},
            "Open.word has two classes",
        ),
        (Record, {"CLASSES": {DataClass.D1: ("gone",)}}, "Open has no field gone"),
        (Record, {"MASKS": {"gone": Mask.PHONE}}, "Open has no field gone"),
    ],
)
def test_a_kind_with_a_field_without_a_class_does_not_load(base: type, stated: dict[str, Any], says: str) -> None:
    with pytest.raises(UnclassifiedField, match=says):
        type("Open", (base,), stated)


def test_masks_that_are_shown_are_of_fields_that_are_text() -> None:
    for kind in KINDS.values():
        for name, mask in kind.MASKS.items():
            assert mask is Mask.LEFT_OUT or "str" in str(kind.model_fields[name].annotation)


@pytest.mark.parametrize("name", ["parts/search/sought", "search/by_readers"])
def test_what_is_searched_by_is_asked_in_one_form(name: str) -> None:
    """The rewriting knows the places where an index of words is asked for what somebody typed."""
    sight = Sight(frozenset({DataClass.D1}), frozenset({DataClass.D2}))

    found = re.findall(r"queryNodes\(way\.index, way\.query\) YIELD node\s+WHERE ", query(name).body)

    assert len(found) == 1
    assert "NOT (way.key IN" in as_seen(query(name).body, sight)
