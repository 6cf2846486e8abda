"""What an operation costs at most, known before it runs: the objects that its answer may hold, by the bounds of its lists.

A row is an object of the answer: an entry of a list, or a thing that stands alone. Each list counts as long as its `first`
allows, or by `graph_service/cypher/project/bounds.py` where it takes none, whatever the graph holds: so the price tells nothing
of what the viewer may not see.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues

from graph_service.cypher.project.bounds import matches_of, most_of
from graph_service.cypher.project.selection import Scope, SelectedField, arguments
from graph_service.errors import TooMuch

Sets = tuple[SelectionSetNode, ...]
Counted = Callable[
    [VariableValues, int], int
]  # rows by the variables, and by the `first` of the page that this stands in
_BOUNDING = {"first", "values"}


@dataclass(frozen=True)
class Price:
    """The price of one root field, and the variables on which it depends."""

    count: Counted
    depends_on: frozenset[str]
    known: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def of(self, values: VariableValues) -> int:
        """Return the most rows that the answer may hold with these variables."""
        key = tuple(_plain(values.coerced.get(name)) for name in sorted(self.depends_on))
        if key not in self.known:
            if len(self.known) > 100:
                self.known.clear()
            self.known[key] = self.count(values, 1)
        return self.known[key]


def _plain(value: Any) -> Any:
    return len(value) if isinstance(value, list) else value


def refuse_dear(price: int, most: int) -> None:
    """Refuse an operation whose price is above what one may cost."""
    if price > most:
        what = f"the answer may hold {price:,} rows by the bounds of its lists, but an operation may hold {most:,}"
        raise TooMuch(
            what, "selection", "give smaller `first`, above all to lists inside lists, or ask in parts and page on"
        )


@dataclass
class Pricing:
    """Reads the price of what is selected; what several types select alike is read once."""

    scope: Scope
    depends_on: set[str] = field(default_factory=set)
    _read: dict[tuple[Any, ...], Counted] = field(default_factory=dict)

    def root(self, shown: str, chosen: SelectedField) -> Price:
        """Return the price of a root field; of a mutation it is that of the type that is shown after it."""
        query = self.scope.schema.query_type
        if query is not None and chosen.name in query.fields:
            return Price(self._field(query.name, chosen), frozenset(self.depends_on))
        below = self._selected(shown, chosen.sets)
        return Price(lambda values, page: 1 + below(values, page), frozenset(self.depends_on))

    def _selected(self, type_name: str, sets: Sets) -> Counted:
        key = (type_name, *map(id, sets))
        if key not in self._read:
            kind = self.scope.schema.type_map[type_name]
            if is_abstract_type(kind):
                ways = [self._selected(each.name, sets) for each in self.scope.schema.get_possible_types(kind)]
                self._read[key] = lambda values, page: max(way(values, page) for way in ways)
            else:
                fields = [self._field(type_name, each) for each in self.scope.fields(sets, type_name)]
                self._read[key] = _sum([each for each in fields if each is not _NOTHING])
        return self._read[key]

    def _field(self, owner: str, chosen: SelectedField) -> Counted:
        kind = self.scope.schema.type_map[owner]
        if chosen.name.startswith("__") or not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return _NOTHING
        declared = kind.fields[chosen.name]
        named, bare = get_named_type(declared.type), declared.type
        if is_leaf_type(named):
            return _NOTHING
        below = self._selected(named.name, chosen.sets)
        node, takes = chosen.nodes[0], _BOUNDING & declared.args.keys()
        if is_non_null_type(bare):
            bare = bare.of_type
        if takes:
            self._note(node)
            return self._bounded(owner, node, below, is_list_type(bare))
        if not is_list_type(bare):
            return lambda values, page: 1 + below(values, page)
        most = most_of(owner, chosen.name)
        return lambda values, page: (page if most is None else most) * (1 + below(values, page))

    def _bounded(self, owner: str, node: FieldNode, below: Counted, is_list: bool) -> Counted:
        schema = self.scope.schema

        def count(values: VariableValues, _page: int) -> int:
            given = arguments(schema, owner, node, values)
            if "values" in given:
                return len(given["values"]) * (1 + below(values, matches_of(len(given["values"]))))
            first = given.get("first")
            page = max(first, 0) if isinstance(first, int) else 1
            return page * (1 + below(values, page)) if is_list else 1 + below(values, page)

        return count

    def _note(self, node: FieldNode) -> None:
        for each in node.arguments or ():
            if each.name.value in _BOUNDING and isinstance(each.value, VariableNode):
                self.depends_on.add(each.value.name.value)


def _nothing(_values: VariableValues, _page: int) -> int:
    return 0


_NOTHING: Counted = _nothing


def _sum(fields: list[Counted]) -> Counted:
    if not fields:
        return _NOTHING
    if len(fields) == 1:
        return fields[0]
    return lambda values, page: sum(each(values, page) for each in fields)


def rows_of(value: Any) -> int:
    """Return how many rows an answer holds: the objects in it."""
    if isinstance(value, dict):
        return 1 + sum(rows_of(each) for each in value.values() if isinstance(each, dict | list))
    if isinstance(value, list):
        return sum(rows_of(each) for each in value if isinstance(each, dict | list))
    return 0
