"""An id of another kind than is asked for says what it is and what is needed."""

import pytest

from graph_service.api.arguments.sought import Sought, own_id, sought, uid_of
from graph_service.errors import BadInput


@pytest.mark.parametrize(
    ("given", "family", "told"),
    [
        ("person_0f", "Matter", "this is the id of a person; that of a matter is needed"),
        ("person:36050219800101123X", "Matter", "this is the id of a person; that of a matter is needed"),
        ("clue_0f", "Unit", "this is the id of a clue; that of a unit is needed"),
        ("auditfinding_0f", "Entity", "this is the id of an audit finding; that of an entity is needed"),
        ("link_0f", "Unit", "this is the id of a link; that of a unit is needed"),
        ("load_0f", "Person", "this is the id of a load; that of a person is needed"),
        ("same_0f", "Matter", "this is the id of an identity candidate; that of a matter is needed"),
    ],
)
def test_what_it_is_and_what_is_needed(given: str, family: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        sought(given, "id", family)

    assert (refused.value.what, refused.value.where) == (told, "argument id")


def test_where_any_kind_will_do_a_record_is_needed() -> None:
    with pytest.raises(BadInput, match="this is the id of a series; that of a record is needed"):
        sought("series_0f", "id")


@pytest.mark.parametrize(("given", "told"), [
    ("unit_0f", "this is the id of a unit; that of a link is needed"),
    ("clue:XS-1", "this is the id of a clue; that of a link is needed"),
    ("series_0f", "this is the id of a series; that of a link is needed"),
])  # fmt: skip
def test_what_the_service_keeps_is_asked_for_by_name(given: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        own_id(given, "id", "Link")

    assert refused.value.what == told
    assert "`link" not in refused.value.mend, "a link has no number"


def test_a_number_is_no_id_of_one_record() -> None:
    with pytest.raises(BadInput, match="the id of one is needed"):
        uid_of("clue:XS-1", "matters", "Matter")


@pytest.mark.parametrize("given", ["clue：XS-1", "CLUE:XS-1", "ｃｌｕｅ: XS-1 "])
def test_a_kind_with_a_number_is_read_in_any_width(given: str) -> None:
    assert sought(given, "id") == Sought("Clue", "number", "XS-1")


@pytest.mark.parametrize("given", ["person", "x_1", "person:", "", ":1", "link", "link_"])
def test_what_is_no_id_is_told_as_such(given: str) -> None:
    with pytest.raises(BadInput, match="this is not an id of this service"):
        sought(given, "id", "Matter")
