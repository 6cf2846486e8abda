"""The price of an operation: every list has a bound, and the price follows them."""

from typing import Any

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    parse,
)
from graphql.execution.values import VariableValues, get_variable_values

from graph_service.api.plan.plan import Plan
from graph_service.api.plan.price import refuse_dear, rows_of
from graph_service.api.queries.execute import compile_operation
from graph_service.api.schema import build_schema
from graph_service.cypher.project.bounds import INHERITED, MATCHES_IN_ALL, MOST, matches_of, most_of
from graph_service.errors import TooMuch

SCHEMA = build_schema()._schema
DEEP = """{ clues(first: 1000) { nodes { names(first: 100) { entity { namedIn(first: 100) { matter { names(first: 100) {
  entity { caption } } } } } } } } }"""


def price_of(text: str, variables: dict[str, Any] | None = None) -> int:
    compiled, _ = compile_operation(SCHEMA, parse(text), None, variables or {})
    assert compiled
    values = get_variable_values(SCHEMA, compiled.operation.variable_definitions or (), variables or {})
    assert isinstance(values, VariableValues)
    return sum(plan.price.of(values) for _, plan in compiled.plans if isinstance(plan, Plan))


def lists() -> set[str]:
    found = set()
    for name, kind in SCHEMA.type_map.items():
        if name.startswith("__") or not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            continue
        for called, field in kind.fields.items():
            bare = field.type.of_type if is_non_null_type(field.type) else field.type
            if (
                is_list_type(bare)
                and not is_leaf_type(get_named_type(bare))
                and not {"first", "values"} & field.args.keys()
            ):
                found.add(f"{name}.{called}")
    return found


def test_every_list_has_a_bound() -> None:
    for place in lists():
        owner, _, name = place.partition(".")
        most_of(owner, name)
    assert MOST.keys() | INHERITED <= lists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ viewer { id } }", 1),
        ("{ viewer { id __typename } a: viewer { id } }", 2),
        ("{ clues { totalCount } }", 1),
        ("{ clues(first: 5) { nodes { id } pageInfo { endCursor } } }", 1 + 5 + 1),
        ("{ clues(first: 5) { edges { node { id } } } }", 1 + 5 * 2),
        ("{ clues(first: 5) { nodes { names(first: 3) { entity { id } } } } }", 1 + 5 * (1 + 3 * 2)),
        ("{ clues(first: 5) { nodes { names { entity { id } } } } }", 1 + 5 * (1 + 20 * 2)),
        ("{ clues(first: 5) { nodes { namesConnection(first: 3) { nodes { id } } } } }", 1 + 5 * (1 + 1 + 3)),
        (
            "{ clues(first: 0) { grouped(by: [PROBLEM], first: 7) { groups { count keys { value } } } } }",
            1 + 1 + 7 * (1 + 2),
        ),
        (
            '{ node(id: "clue_1") { id ... on Clue { names(first: 9) { id } } ... on Person { namedIn(first: 4) { id } } } }',
            1 + 9,
        ),
        ('{ lookup(values: ["a", "b"]) { matches { node { id } } } }', 2 * (1 + 50 * 2)),
        ("{ models { model parameters { name } } }", 200 * 21),
    ],
)
def test_the_price_is_what_the_answer_may_hold(text: str, expected: int) -> None:
    assert price_of(text) == expected


def test_the_price_follows_variables_and_directives() -> None:
    text = "query($n: Int = 4, $with: Boolean!) { clues(first: $n) { nodes { id names(first: $n) @include(if: $with) { id } } } }"

    assert price_of(text, {"with": False}) == 1 + 4
    assert price_of(text, {"with": True}) == 1 + 4 * 5
    assert price_of(text, {"with": True, "n": 7}) == 1 + 7 * 8


def test_what_is_too_dear_is_refused_with_the_limit_the_price_and_what_to_change() -> None:
    assert price_of(DEEP) > 1_000_000_000
    with pytest.raises(TooMuch) as refused:
        refuse_dear(price_of(DEEP), 200_000)

    assert "200,000" in str(refused.value)
    assert f"{price_of(DEEP):,}" in str(refused.value)
    assert "give smaller `first`" in refused.value.mend
    refuse_dear(200_000, 200_000)


def test_rows_are_the_objects_of_an_answer() -> None:
    assert rows_of({"a": 1}) == 1
    assert rows_of({"a": [{"b": 1}, {"b": {"c": None}}], "d": [1, 2], "e": None}) == 4


def test_all_pasted_values_together_have_a_bound() -> None:
    assert matches_of(1) == matches_of(1000) == 50
    assert all(values * matches_of(values) <= MATCHES_IN_ALL for values in range(1, 10_001))
    assert matches_of(10_000) == 8
