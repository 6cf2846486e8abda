"""What an operation selects: fields by response key, fragments and directives resolved, as GraphQL merges them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values
from graphql.language import SelectionNode


@dataclass(frozen=True)
class SelectedField:
    """One response key: the field and every place it is selected at, whose selections merge."""

    key: str
    nodes: tuple[FieldNode, ...]

    @property
    def name(self) -> str:
        """Return the name of the field."""
        return self.nodes[0].name.value

    @property
    def sets(self) -> tuple[SelectionSetNode, ...]:
        """Return the selection sets below the field."""
        return tuple(node.selection_set for node in self.nodes if node.selection_set)


@dataclass
class Scope:
    """The schema, fragments and variables of one operation, and which variables its shape depends on."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    decided_by: set[str] = field(default_factory=set)
    undecided: bool = False  # a directive asks for something that is neither true nor false

    def fields(self, sets: tuple[SelectionSetNode, ...], type_name: str) -> list[SelectedField]:
        """Return what the selection sets select of an object of this type, in order, each response key once."""
        grouped: dict[str, list[FieldNode]] = {}
        for selection_set in sets:
            for node in self._walk(selection_set, type_name):
                key = node.alias.value if node.alias else node.name.value
                grouped.setdefault(key, []).append(node)
        return [SelectedField(key, tuple(nodes)) for key, nodes in grouped.items()]

    def _walk(self, selection_set: SelectionSetNode, type_name: str) -> Iterator[FieldNode]:
        for selection in selection_set.selections:
            if not self._included(selection):
                continue
            if isinstance(selection, FieldNode):
                yield selection
            elif isinstance(selection, FragmentSpreadNode):
                fragment = self.fragments[selection.name.value]
                if self.applies(fragment.type_condition.name.value, type_name):
                    yield from self._walk(fragment.selection_set, type_name)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                if condition is None or self.applies(condition.name.value, type_name):
                    yield from self._walk(selection.selection_set, type_name)

    def applies(self, condition: str, type_name: str) -> bool:
        """Return whether a fragment on this condition applies to an object of this type."""
        if condition == type_name:
            return True
        abstract = self.schema.type_map[condition]
        if not is_abstract_type(abstract):
            return False
        return any(possible.name == type_name for possible in self.schema.get_possible_types(abstract))

    def _included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            name = directive.name.value
            if name not in {"include", "skip"}:
                continue
            if self._truth((directive.arguments or ())[0].value) is (name == "skip"):
                return False
        return True

    def _truth(self, value: ValueNode) -> bool:
        if isinstance(value, BooleanValueNode):
            return value.value
        given = None
        if isinstance(value, VariableNode):
            self.decided_by.add(value.name.value)
            given = self.variables.get(value.name.value)
        self.undecided |= not isinstance(given, bool)
        return given is True


def arguments(schema: GraphQLSchema, type_name: str, node: FieldNode, values: VariableValues) -> dict[str, Any]:
    """Return the coerced arguments of a field."""
    definition = schema.type_map[type_name].fields[node.name.value]  # type: ignore[attr-defined]
    return get_argument_values(definition, node, values)
