"""An id of another kind than is asked for says what it is and what is needed."""

import pytest

from graph_service.api.arguments.sought import sought
from graph_service.errors import BadInput


@pytest.mark.parametrize(
    ("given", "family", "told"),
    [
        ("person_0f", "Matter", "this is the id of a person; that of a matter is needed"),
        ("person:36050219800101123X", "Matter", "this is the id of a person; that of a matter is needed"),
        ("clue_0f", "Unit", "this is the id of a clue; that of a unit is needed"),
        ("auditfinding_0f", "Entity", "this is the id of an audit finding; that of an entity is needed"),
    ],
)
def test_what_it_is_and_what_is_needed(given: str, family: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        sought(given, "id", family)

    assert (refused.value.what, refused.value.where) == (told, "argument id")


@pytest.mark.parametrize("given", ["person", "x_1", "person:", "", ":1"])
def test_what_is_no_id_is_told_as_such(given: str) -> None:
    with pytest.raises(BadInput, match="this is not an id of this service"):
        sought(given, "id", "Matter")
