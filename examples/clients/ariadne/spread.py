"""Write the operations for ariadne-codegen: `python spread.py api.graphql FILE.graphql… > operations.graphql`.

It makes one class for each type that a fragment names and drops what is asked of an interface there, so that a fragment on
an interface is asked of each of its types.
"""

import sys
from pathlib import Path

from graphql import (
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    SelectionNode,
    SelectionSetNode,
    Visitor,
    build_schema,
    is_abstract_type,
    parse,
    print_ast,
    visit,
)


class Spread(Visitor):
    """Puts the types of an interface where a fragment names the interface."""

    def __init__(self, schema: GraphQLSchema) -> None:
        super().__init__()
        self.schema = schema

    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode:
        return SelectionSetNode(selections=tuple(each for one in node.selections for each in self._spread(one)))

    def _spread(self, one: SelectionNode) -> list[SelectionNode]:
        if not isinstance(one, InlineFragmentNode) or one.type_condition is None:
            return [one]
        asked = self.schema.type_map[one.type_condition.name.value]
        if not is_abstract_type(asked):
            return [one]
        names = [each.name for each in self.schema.get_possible_types(asked)]
        return [
            InlineFragmentNode(
                type_condition=NamedTypeNode(name=NameNode(value=name)),
                directives=one.directives,
                selection_set=one.selection_set,
            )
            for name in names
        ]


if __name__ == "__main__":
    given, *files = map(Path, sys.argv[1:])
    schema = build_schema(given.read_text(encoding="utf-8"), assume_valid=True)
    for each in files:
        print(print_ast(visit(parse(each.read_text(encoding="utf-8")), Spread(schema))), end="\n\n")
