"""Documents that were parsed and validated: their next request takes the short way."""

from collections import OrderedDict
from dataclasses import dataclass

from graphql import DocumentNode, GraphQLSchema

from graph_service.api.asked_fields import asked_fields

_KNOWN = 512


@dataclass(frozen=True)
class KnownOperation:
    """A document that was parsed and validated, and the root fields that its operation asks for."""

    document: DocumentNode
    fields: tuple[str, ...]


class KnownOperations:
    """A bounded number of them."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._known: OrderedDict[tuple[str, str | None], KnownOperation] = OrderedDict()

    def read(self, query: str, name: str | None) -> KnownOperation | None:
        """Return the operation of this text and name, if it is known."""
        return self._known.get((query, name))

    def remember(self, query: str, name: str | None, document: DocumentNode) -> None:
        """Keep a document that was parsed and validated."""
        self._known[(query, name)] = KnownOperation(document, asked_fields(self._schema, document, name))
        if len(self._known) > _KNOWN:
            self._known.popitem(last=False)
