"""The exported schema is fresh, whole and described, and nothing below the roots has a resolver of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_introspection_type,
    is_specified_scalar_type,
)

from graph_service.api.mutations.mutation import resolve_mutation
from graph_service.api.queries.execute import resolve_root
from graph_service.api.schema import build_schema
from graph_service.api.subscriptions import resolve_heard
from graph_service.api.types.results import ErrorCode
from graph_service.errors import GraphServiceError

SDL = Path(__file__).resolve().parent.parent.parent / "schema" / "api.graphql"
SCHEMA = build_schema()._schema
TYPES = {
    name: kind
    for name, kind in SCHEMA.type_map.items()
    if not is_introspection_type(kind) and not is_specified_scalar_type(kind)
}
# The roots that other people's checks rely on.
PROMISED = """viewer: Officer!
node(id: ID!): Node
search(text: String!, kinds: [Kind!], channels: [Channel!], problems: [Problem!], since: Date, until: Date, unit: ID, \
first: Int = 20, after: String): SearchConnection!
lookup(values: [String!]!): [LookupHit!]!
clue(number: String!): Clue
clues(filter: ClueFilter, orderBy: ClueOrder, first: Int = 20, after: String): ClueConnection!
auditFindings(filter: AuditFindingFilter, orderBy: AuditFindingOrder, first: Int = 20, after: String): AuditFindingConnection!
inspectionIssues(filter: InspectionIssueFilter, orderBy: InspectionIssueOrder, first: Int = 20, after: String): InspectionIssueConnection!
tickets(filter: TicketFilter, orderBy: TicketOrder, first: Int = 20, after: String): TicketConnection!
alerts(filter: AlertFilter, orderBy: AlertOrder, first: Int = 20, after: String): AlertConnection!
people(filter: PersonFilter, orderBy: PersonOrder, first: Int = 20, after: String): PersonConnection!
units(filter: UnitFilter, orderBy: UnitOrder, first: Int = 20, after: String): UnitConnection!
vehicles(filter: VehicleFilter, orderBy: VehicleOrder, first: Int = 20, after: String): VehicleConnection!
projects(filter: ProjectFilter, orderBy: ProjectOrder, first: Int = 20, after: String): ProjectConnection!
inspectionRounds(filter: InspectionRoundFilter, orderBy: InspectionRoundOrder, first: Int = 20, after: String): InspectionRoundConnection!
connectedMatters(id: ID!, channels: [Channel!], minScore: Float = 0.2, first: Int = 20, after: String): ConnectedMatterConnection!
expand(id: ID!, types: [String!], first: Int = 50, after: String, notTypes: [String!], kinds: [Kind!], notKinds: [Kind!], \
since: Date, until: Date, withUndated: Boolean = 1): Neighbourhood!
paths(from: ID!, to: ID!, maxHops: Int = 4, first: Int = 5, types: [String!], notTypes: [String!], throughKinds: [Kind!], \
notThroughKinds: [Kind!], through: [ID!], notThrough: [ID!], since: Date, until: Date, withUndated: Boolean = 1): [Path!]!
auditLinkedIssues(unit: ID, round: ID, first: Int = 50, after: String): AuditLinkedIssueConnection!
links(filter: LinkFilter, first: Int = 20, after: String): LinkConnection!
loads(first: Int = 20, after: String): LoadConnection!"""
SHAPES = {
    "ConnectedMatter": "matter: Matter! score: Float! strength: Float! evidence: [Evidence!]!",
    "Evidence": "rule: String! sentence: String! strength: Float! path: Path!",
    "Path": "nodes: [Node!]! edges: [Relationship!]! sentence: String!",
    "Relationship": "id: ID! type: String! source: ID! target: ID! properties: JSON!",
}


def test_the_exported_schema_is_fresh() -> None:
    assert SDL.read_text(encoding="utf-8") == build_schema().as_str() + "\n", "run `make sdl`"


@pytest.mark.parametrize("promised", PROMISED.splitlines(), ids=lambda text: text.partition("(")[0].partition(":")[0])
def test_the_promised_roots_are_there(promised: str) -> None:
    query = SCHEMA.query_type
    assert query
    name = promised.partition("(")[0].partition(":")[0]
    field = query.fields[name]

    given = [
        f"{argument}: {kind.type}"
        + (f" = {kind.default_value:g}" if isinstance(kind.default_value, int | float) else "")
        for argument, kind in field.args.items()
    ]
    assert f"{name}{f'({chr(44).join(given)})' if given else ''}: {field.type}".replace(",", ", ") == promised


@pytest.mark.parametrize("name", SHAPES)
def test_the_promised_shapes_are_there(name: str) -> None:
    kind = TYPES[name]
    assert isinstance(kind, GraphQLObjectType)
    shown = " ".join(f"{field}: {each.type}" for field, each in kind.fields.items())

    for promised in SHAPES[name].replace("! ", "!|").split("|"):
        assert promised in shown


def described() -> Iterator[tuple[str, str | None]]:
    """Yield everything that has a description, with it."""
    for name, kind in TYPES.items():
        yield name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", each.description) for value, each in kind.values.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            yield from ((f"{name}.{field}", each.description) for field, each in kind.fields.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field, each in kind.fields.items():
                yield from ((f"{name}.{field}({argument})", it.description) for argument, it in each.args.items())


def test_everything_is_described() -> None:
    assert [name for name, text in described() if not (text or "").strip()] == []


def test_no_two_things_of_a_type_are_described_alike() -> None:
    told: dict[tuple[str, str], list[str]] = {}
    for name, text in described():
        if "(" not in name:
            told.setdefault((name.partition(".")[0] if "." in name else "", text or ""), []).append(name)

    assert [names for names in told.values() if len(names) > 1] == []


def test_nothing_below_the_roots_has_a_resolver_of_its_own() -> None:
    resolvers: set[tuple[str, Any]] = {
        (name if name in {"Query", "Mutation", "Subscription"} else "", field.resolve)
        for name, kind in TYPES.items()
        if isinstance(kind, GraphQLObjectType)
        for field in kind.fields.values()
    }

    roots: set[tuple[str, Any]] = {
        ("Query", resolve_root),
        ("Mutation", resolve_mutation),
        ("Subscription", resolve_heard),
    }
    assert roots < resolvers
    assert len(resolvers) == 4, "one for each root type, and one that reads what a root has brought"


def test_every_error_of_the_service_has_its_code_in_the_schema() -> None:
    codes = TYPES["ErrorCode"]
    assert isinstance(codes, GraphQLEnumType)

    raised = {each.code for each in _kinds(GraphServiceError)} | {"INVALID"}
    assert set(codes.values) == raised == {code.name for code in ErrorCode}


def _kinds(error: type[GraphServiceError]) -> list[type[GraphServiceError]]:
    return [error, *(each for child in error.__subclasses__() for each in _kinds(child))]


def test_what_stands_for_a_value_of_an_enum_is_its_name() -> None:
    """The answer holds what the graph holds: an enum that is ever answered must be called so there."""
    answered = {
        get_named_type(each.type)
        for kind in TYPES.values()
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        for each in kind.fields.values()
    }
    enums = [each for each in answered if isinstance(each, GraphQLEnumType)]

    assert len(enums) > 10
    assert [
        (kind.name, name)
        for kind in enums
        for name, value in kind.values.items()
        if str(getattr(value.value, "value", value.value)) != name
    ] == []
