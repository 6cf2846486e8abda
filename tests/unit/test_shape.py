"""Shapes turn the lists of the database into the answer, keys in the order of the selection."""

from datetime import date
from typing import Any

import pytest

from graph_service.cypher.project import shape
from graph_service.cypher.project.piece import Piece, Several, constant, one_object
from graph_service.cypher.project.shape import ShapePart


def leaves(*keys: str) -> shape.Shape:
    return shape.record([ShapePart(key, place, shape.leaf) for place, key in enumerate(keys)])


def test_an_object_has_its_keys_in_order() -> None:
    assert list(leaves("b", "a")([1, 2]).items()) == [("b", 1), ("a", 2)]


def test_an_object_may_hold_constants_and_values_from_anywhere() -> None:
    made = shape.record(
        [ShapePart("kind", None, shape.constant("Clue")), ShapePart("b", 1, shape.leaf), ShapePart("a", 0, shape.leaf)]
    )

    assert list(made([1, 2]).items()) == [("kind", "Clue"), ("b", 2), ("a", 1)]


@pytest.mark.parametrize("made", [leaves("a"), shape.many(shape.leaf), shape.choice([leaves("a")])])
def test_nothing_stays_nothing(made: shape.Shape) -> None:
    assert made(None) is None


def test_a_list_shapes_each_row() -> None:
    assert shape.many(leaves("a"))([[1], [None]]) == [{"a": 1}, {"a": None}]


def test_a_choice_reads_the_way_that_its_first_value_says() -> None:
    ways = shape.choice([shape.record([ShapePart("a", 1, shape.leaf)]), shape.record([ShapePart("b", 2, shape.leaf)])])

    assert ways([0, "x", "y"]) == {"a": "x"}
    assert ways([1, "x", "y"]) == {"b": "y"}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"role": "SUBJECT", "uid": "x", "audience": 3, "hash": "h", "load": "l"}, {"role": "SUBJECT"}),
        ({"valid_from": date(2025, 1, 2), "share": 7}, {"share": 7, "validFrom": "2025-01-02"}),
        (
            {"row": 7, "source": "s", "source_key": "k", "refers": "name=x", "start_home": "u"},
            {"source": "s", "sourceKey": "k"},
        ),
        ({"b": True, "a": 0.5, "c": ["x"]}, {"a": 0.5, "b": True, "c": ["x"]}),
    ],
)
def test_properties_are_shown_without_what_only_loaders_use(given: dict[str, Any], shown: dict[str, Any]) -> None:
    assert list(shape.properties(given).items()) == list(shown.items())


def test_constants_take_no_room_in_the_query() -> None:
    piece = one_object([("kind", constant("Clue")), ("id", Piece("n.uid", shape.leaf))])

    assert piece.text == "[n.uid]"
    assert piece.shape(["clue_1"]) == {"kind": "Clue", "id": "clue_1"}


def several() -> Several:
    made = Several("n", ("Clue", "Ticket", "Alert"))
    for label in made.labels:
        made.add(label, "id", ("id",), lambda: Piece("n.uid", shape.leaf))
    return made


def test_kinds_that_select_alike_are_projected_as_one() -> None:
    piece = several().piece()

    assert piece.text == "[n.uid]"
    assert piece.shape(["x"]) == {"id": "x"}


def test_kinds_that_differ_share_what_they_have_in_common() -> None:
    made = several()
    made.add("Clue", "list", ("list",), lambda: Piece("COLLECT { RETURN 1 }", shape.leaf))
    piece = made.piece()

    assert piece.text == "[CASE WHEN n:Clue THEN 0 ELSE 1 END, n.uid, CASE WHEN n:Clue THEN COLLECT { RETURN 1 } END]"
    assert piece.shape([0, "x", [1]]) == {"id": "x", "list": [1]}
    assert piece.shape([1, "x", None]) == {"id": "x"}


def test_the_type_of_each_kind_is_a_constant() -> None:
    made = several()
    for label in made.labels:
        made.fix(label, "kind", label)
    piece = made.piece()

    assert piece.text == "[CASE WHEN n:Clue THEN 0 WHEN n:Ticket THEN 1 ELSE 2 END, n.uid]"
    assert [piece.shape([way, "x"])["kind"] for way in range(3)] == ["Clue", "Ticket", "Alert"]
