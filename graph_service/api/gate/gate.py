"""Whether an operation is answered, and what an error may say of it."""

from dataclasses import dataclass

from graphql import GraphQLError, GraphQLSyntaxError

from graph_service.api.gate.listed import OperationList
from graph_service.errors import NotListed
from graph_service.rights.roles import Grant
from graph_service.rights.viewer import Viewer

_READ = "the document cannot be read"
_FITS = "the operation or its variables do not fit the schema"


@dataclass(frozen=True)
class Gate:
    """Answers the operations of a list, or any where there is none; masked, no text of a library leaves."""

    listed: OperationList | None = None
    is_masked: bool = False

    @property
    def is_closed(self) -> bool:
        """Return whether only what is listed is answered."""
        return self.listed is not None

    def admit(self, document: str, viewer: Viewer) -> str:
        """Return the text that is to be run: that of the list, else the given one of who may ask freely; refuse any other."""
        if self.listed is None:
            return document
        text = self.listed.text_of(document)
        if text is not None:
            return text
        if Grant.ASK_FREELY in viewer.grants:
            return document
        what = "this installation answers only the operations of its list"
        raise NotListed(what, "query", "have it put on the list, or ask for the right to ask freely")

    def told(self, error: GraphQLError) -> str:
        """Return what is said of a document that is not valid."""
        if not self.is_masked:
            return error.message
        place = next((f" at line {each.line}, column {each.column}" for each in error.locations or ()), "")
        return (_READ if isinstance(error, GraphQLSyntaxError) else _FITS) + place


OPEN = Gate()
