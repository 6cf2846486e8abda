"""Which root fields an operation asks for: names of the schema, so their set is bounded and no client can write into a log."""

from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

_INTROSPECTION = {"__schema", "__type", "__typename"}
_MOST = 8


def operation_of(document: DocumentNode, name: str | None) -> OperationDefinitionNode | None:
    """Return the operation that a request means, or nothing if there is no one such."""
    found = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    if name is not None:
        found = [each for each in found if each.name and each.name.value == name]
    return found[0] if len(found) == 1 else None


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """Return the fragments of a document by name."""
    return {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}


def asked_fields(schema: GraphQLSchema, document: DocumentNode, name: str | None) -> tuple[str, ...]:
    """Return the root fields of the operation, each once, by name; none if there is no one operation to speak of."""
    operation = operation_of(document, name)
    root = schema.get_root_type(operation.operation) if operation else None
    if operation is None or root is None:
        return ()
    known = set(root.fields) | _INTROSPECTION
    found = set(_names(operation.selection_set, document, set())) & known
    return tuple(sorted(found)[:_MOST])


def _names(chosen: SelectionSetNode, document: DocumentNode, seen: set[str]) -> Iterator[str]:
    for each in chosen.selections:
        if isinstance(each, FieldNode):
            yield each.name.value
        elif isinstance(each, InlineFragmentNode):
            yield from _names(each.selection_set, document, seen)
        elif isinstance(each, FragmentSpreadNode) and each.name.value not in seen:
            seen.add(each.name.value)
            if fragment := fragments_of(document).get(each.name.value):
                yield from _names(fragment.selection_set, document, seen)
