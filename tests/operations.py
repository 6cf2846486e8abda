"""Operations drawn at random from the schema: aliases, fragments, directives, variables and valid arguments."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
    validate,
)

from tests.values import OfferedValues

_DEPTH = 4


@dataclass(frozen=True)
class Operation:
    """A document, the name of the operation to run in it, and its variables."""

    text: str
    name: str
    variables: dict[str, Any]


@dataclass
class Draft:
    """One operation while it is being drawn."""

    schema: GraphQLSchema
    random: Random
    values: OfferedValues
    fragments: list[str] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    aliases: int = 0
    without: frozenset[str] = frozenset()  # roots that are not to be asked

    def operation(self) -> Operation:
        """Return the operation; beside it stands another that is not to be run."""
        query = self.schema.query_type
        assert query
        names = self.random.choices(sorted(query.fields.keys() - self.without), k=self.random.choice((1, 1, 1, 2)))
        roots = " ".join(self.field(query, name, query.fields[name], _DEPTH) for name in names)
        also = self.random.choice(("", "", "__typename", "kind: __typename"))
        heading = f"({', '.join(self.declared)})" if self.declared else ""
        other = self.random.choice(("", "query Other { __typename }"))
        text = "\n".join([f"query Main{heading} {{ {roots} {also} }}", *self.fragments, other])
        return Operation(text, "Main", self.variables)

    def field(self, parent: GraphQLNamedType, name: str, declared: GraphQLField, depth: int) -> str:
        """Return one field with its arguments, directive and selection; arguments always come under an alias."""
        given = self._arguments(parent, name, declared.args)
        aliased = bool(given) or self.random.random() < 0.15
        kind = get_named_type(declared.type)
        below = "" if is_leaf_type(kind) else f" {self.selection(kind, depth - 1)}"
        return f"{self._alias() if aliased else ''}{name}{given}{self._directive()}{below}"

    def selection(self, kind: GraphQLNamedType, depth: int) -> str:
        """Return a selection of an object of this type."""
        parts = [self._part(kind, depth) for _ in range(self.random.choice((1, 2, 2, 3)))]
        return f"{{ {' '.join(parts)} }}"

    def _part(self, kind: GraphQLNamedType, depth: int) -> str:
        assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        chance = self.random.random()
        if chance < 0.08:
            return "__typename"
        if chance < 0.30 and depth > 0:
            return self._fragment(kind, depth, named=chance < 0.15)
        allowed = {
            name: each for name, each in kind.fields.items() if depth > 0 or is_leaf_type(get_named_type(each.type))
        }
        if not allowed:
            return "__typename"
        name = self.random.choice(sorted(allowed))
        return self.field(kind, name, allowed[name], depth)

    def _fragment(self, kind: GraphQLObjectType | GraphQLInterfaceType, depth: int, named: bool) -> str:
        fitting = [kind, *kind.interfaces]
        if isinstance(kind, GraphQLInterfaceType):
            fitting += self.schema.get_possible_types(kind)
            fitting += [each for each in self.schema.type_map.values() if kind in getattr(each, "interfaces", ())]
        target = self.random.choice(fitting)
        selection = self.selection(target, depth - (target is kind))
        if not named:
            condition = "" if target is kind and self.random.random() < 0.5 else f" on {target.name}"
            return f"...{condition}{self._directive()} {selection}"
        self.fragments.append(f"fragment F{len(self.fragments)} on {target.name} {selection}")
        return f"...F{len(self.fragments) - 1}{self._directive()}"

    def _arguments(self, parent: GraphQLNamedType, name: str, declared: Mapping[str, GraphQLArgument]) -> str:
        given = []
        for argument, kind in declared.items():
            if is_required_argument(kind) or self.random.random() < 0.4:
                drawn = self.values.draw(self.random, f"{parent.name}.{name}.{argument}", kind.type)
                given.append(f"{argument}: {self._value(drawn, kind)}")
        return f"({', '.join(given)})" if given else ""

    def _value(self, drawn: Any, kind: GraphQLArgument) -> str:
        plain = isinstance(drawn, str | int) or drawn is None
        if plain and self.random.random() < 0.5:
            enum = self.values.is_enum(kind.type)
            return str(drawn) if enum and drawn is not None else json.dumps(drawn, ensure_ascii=False)
        return self._declare(str(kind.type), drawn)

    def _declare(self, kind: str, value: Any, default: str = "") -> str:
        name = f"v{len(self.declared)}"
        self.declared.append(f"${name}: {kind}{default}")
        if not default or self.random.random() < 0.5:
            self.variables[name] = value
        return f"${name}"

    def _directive(self) -> str:
        if self.random.random() > 0.12:
            return ""
        word, truth = self.random.choice(("include", "skip")), self.random.random() < 0.5
        form = self.random.choice(("literal", "variable", "default"))
        if form == "literal":
            return f" @{word}(if: {json.dumps(truth)})"
        default = f" = {json.dumps(not truth)}" if form == "default" else ""
        return f" @{word}(if: {self._declare('Boolean!', truth, default)})"

    def _alias(self) -> str:
        self.aliases += 1
        return f"a{self.aliases}: "


def draw_operation(schema: GraphQLSchema, values: OfferedValues, seed: int, *without: str) -> Operation:
    """Return a valid operation, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - not for secrets
    while True:
        draft = Draft(schema, random, values, without=frozenset(without))
        operation = draft.operation()
        if draft.aliases <= 30 and not validate(schema, parse(operation.text)):
            return operation
