"""Selections are merged as GraphQL merges them: by response key, through fragments and directives."""

import gc
import weakref
from typing import Any

import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse

from graph_service.api.queries.execute import Compiler, compile_operation, require_name
from graph_service.api.schema import build_schema
from graph_service.cypher.project.selection import Scope, SelectedField

SCHEMA = build_schema()._schema


def read(text: str, type_name: str, **variables: Any) -> tuple[list[SelectedField], Scope]:
    """Return what `{ … }` selects of the type, and the scope that was used."""
    document = parse(text)
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    operation = next(each for each in document.definitions if isinstance(each, OperationDefinitionNode))
    scope = Scope(SCHEMA, fragments, variables)
    return scope.fields((operation.selection_set,), type_name), scope


def keys(text: str, type_name: str = "Clue", **variables: Any) -> list[str]:
    return [chosen.key for chosen in read(text, type_name, **variables)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ id number }", ["id", "number"]),
        ("{ a: id b: id }", ["a", "b"]),
        ("{ id ...F } fragment F on Clue { number }", ["id", "number"]),
        ("{ ...F } fragment F on Matter { number ...G } fragment G on Node { id }", ["number", "id"]),
        ("{ id ...F } fragment F on Person { idNumber }", ["id"]),
        ("{ id ...F } fragment F on Entity { namedIn { id } }", ["id"]),
        ("{ ... on Clue { status } ... on Ticket { state } ... { title } }", ["status", "title"]),
        ("{ number id ... on Matter { id number } }", ["number", "id"]),
    ],
)
def test_fragments_apply_where_their_type_does(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_one_response_key_is_one_field_with_all_its_selections() -> None:
    found, _ = read("{ names { id } ... on Matter { names { role } } names { entity { id } } }", "Clue")

    assert [chosen.key for chosen in found] == ["names"]
    assert len(found[0].nodes) == len(found[0].sets) == 3


@pytest.mark.parametrize(
    ("text", "variables", "expected"),
    [
        ("{ id @include(if: true) number @include(if: false) }", {}, ["id"]),
        ("{ id @skip(if: true) number @skip(if: false) }", {}, ["number"]),
        ("{ id @include(if: $x) number @skip(if: $x) }", {"x": True}, ["id"]),
        ("{ id @include(if: $x) number @skip(if: $x) }", {"x": False}, ["number"]),
        ("{ id @include(if: $x) @skip(if: $y) }", {"x": True, "y": True}, []),
        ("{ id @include(if: $x) @skip(if: $y) }", {"x": True, "y": False}, ["id"]),
        ("{ ... @include(if: $x) { id } ...F @skip(if: $x) } fragment F on Clue { number }", {"x": True}, ["id"]),
        ("{ ... @include(if: $x) { id @include(if: $y) } title }", {"x": True, "y": False}, ["title"]),
    ],
)
def test_directives_decide(text: str, variables: dict[str, Any], expected: list[str]) -> None:
    assert keys(text, **variables) == expected


def test_the_variables_that_decided_are_known() -> None:
    text = "{ id @include(if: $x) ... @include(if: $x) { number @skip(if: $y) } }"

    assert read(text, "Clue", x=False, y=True)[1].decided_by == {"x"}
    assert read(text, "Clue", x=True, y=True)[1].decided_by == {"x", "y"}


@pytest.mark.parametrize("value", [None, 1, "true"])
def test_a_directive_on_what_is_neither_true_nor_false_is_left_to_graphql_core(value: Any) -> None:
    query = "query($x: Boolean = true) { viewer { id @include(if: $x) } }"

    assert read("{ id @include(if: $x) }", "Clue", x=value)[1].undecided
    assert compile_operation(SCHEMA, parse(query), None, {"x": value})[0] is None


def test_a_default_value_decides_where_nothing_is_given() -> None:
    document = parse("query($x: Boolean = true) { viewer { id } clues @include(if: $x) { totalCount } }")

    def compiled(**variables: bool) -> list[str]:
        operation, _ = compile_operation(SCHEMA, document, None, variables)
        return [key for key, _ in operation.plans] if operation else []

    assert compiled() == compiled(x=True) == ["viewer", "clues"]
    assert compiled(x=False) == ["viewer"]


def test_plans_are_remembered_by_what_decides_them() -> None:
    compiler, document = (
        Compiler(),
        parse("query($x: Boolean!, $n: Int) { clues(first: $n) { nodes { id @include(if: $x) } } }"),
    )

    first = compiler.read(SCHEMA, document, None, {"x": True, "n": 1})
    assert compiler.read(SCHEMA, document, None, {"x": True, "n": 2}) is first
    assert compiler.read(SCHEMA, document, None, {"x": False, "n": 1}) is not first
    assert compiler.read(SCHEMA, document, None, {"x": True}) is first


@pytest.mark.parametrize(
    "text",
    ["{ __schema { queryType { name } } }", 'mutation { x }', "query A { viewer { id } } query B { viewer { id } }"],
)  # fmt: skip
def test_what_is_no_plain_question_is_left_to_graphql_core(text: str) -> None:
    assert compile_operation(SCHEMA, parse(text), None, {})[0] is None


def test_one_of_several_operations_must_be_named() -> None:
    document = parse("query A { viewer { id } } query B { viewer { id } }")

    require_name(document, "A")
    with pytest.raises(Exception, match="say in operationName which to run"):
        require_name(document, None)


class _Canary(str):
    """A value of a caller that can be watched."""


def test_what_is_remembered_of_an_operation_keeps_nothing_of_the_variables() -> None:
    given = _Canary("张三")
    watched = weakref.ref(given)
    query = (
        "query ($number: String!, $some: Boolean!) { clue(number: $number) { id names(first: 3) { entity { id } } } "
        "clues { edges { cursor node { id @include(if: $some) } } pageInfo { endCursor } totalCount } "
        "expand(id: $number) { nodes { id } counts { type } } }"
    )
    compiled, decided = compile_operation(SCHEMA, parse(query), None, {"number": given, "some": True})
    del given
    gc.collect()

    assert compiled is not None
    assert decided == {"some"}
    assert watched() is None
