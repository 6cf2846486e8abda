"""The list of operations: files of GraphQL, each known by the digest of its text without blanks, commas and comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    NameNode,
    OperationDefinitionNode,
    SelectionSetNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from graph_service.errors import BadInput

_TOKEN = re.compile(
    r'(?P<unseen>[\ufeff\t\n\r ,]+|#[^\n\r]*)|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|\.\.\.|-?[\w.+-]+|.',
    re.DOTALL,
)
_REMEMBERED = 1024
_LONGEST_REMEMBERED = 8 * 1024


def digest_of(document: str, most: int | None = None) -> str | None:
    """Return the SHA-256 of the tokens of a document, in hexadecimal digits; nothing where it has more of them than `most`."""
    tokens: list[str] = []
    for token in _tokens(document):
        tokens.append(token)
        if most is not None and len(tokens) > most:
            return None
    return sha256("\n".join(tokens).encode("utf-8", "surrogatepass")).hexdigest()


def _tokens(document: str) -> Iterator[str]:
    return (found[0] for found in _TOKEN.finditer(document) if found["unseen"] is None)


@dataclass(frozen=True)
class ListedOperation:
    """One file of the list: its path, its text, its digest, and the names of the operations in it."""

    path: Path
    text: str
    digest: str
    names: tuple[str, ...]
    document: DocumentNode = field(repr=False)


class OperationList:
    """Every operation of the list by its digest."""

    def __init__(self, operations: Sequence[ListedOperation]) -> None:
        self.operations = tuple(operations)
        self.names = frozenset(name for each in operations for name in each.names)
        texts = [text for each in operations for text in (_with_typenames(each.document), each.text)]
        self._by_digest = {digest_of(text): text for text in texts}
        self._most_tokens = max((sum(1 for _ in _tokens(text)) for text in texts), default=0)
        self._remembered: dict[str, str] = {}

    def text_of(self, document: str) -> str | None:
        """Return the text that the list has for a document, which is what is run; nothing where it is not listed."""
        known = self._remembered.get(document)
        if known is None:
            known = self._by_digest.get(digest_of(document, self._most_tokens))
            if known is not None and len(document) <= _LONGEST_REMEMBERED and len(self._remembered) < _REMEMBERED:
                self._remembered[document] = known
        return known


class _Typenames(Visitor):
    """Asks each selection but the root's for its type, as Apollo and urql do of themselves before they send."""

    def leave_selection_set(self, node: SelectionSetNode, _key: object, parent: object, *_: object) -> SelectionSetNode:
        asked = {each.name.value for each in node.selections if isinstance(each, FieldNode)}
        if isinstance(parent, OperationDefinitionNode) or "__typename" in asked:
            return node
        return SelectionSetNode(selections=(*node.selections, FieldNode(name=NameNode(value="__typename"))))


def _with_typenames(document: DocumentNode) -> str:
    return print_ast(visit(document, _Typenames()))


def read_list(folders: Sequence[Path]) -> OperationList:
    """Return the operations of the `.graphql` files of these folders and of the folders in them; refuse what is no GraphQL."""
    return OperationList([each for folder in folders for each in _read_folder(folder)])


def read_operation(path: Path) -> ListedOperation:
    """Return the operation that a file holds, or refuse the file."""
    try:
        text = path.read_text(encoding="utf-8")
        document = parse(text)
    except (OSError, UnicodeDecodeError, GraphQLError) as error:
        reason = error.message if isinstance(error, GraphQLError) else type(error).__name__
        raise BadInput(
            f"an operation of the list cannot be read ({reason})", str(path), "mend the file, or move it away"
        ) from error
    found = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    if not found or any(each.name is None for each in found):
        raise BadInput("each operation of the list needs a name", str(path), "write `query Name { … }`")
    names = tuple(each.name.value for each in found if each.name)
    return ListedOperation(path, text, digest_of(text) or "", names, document)


def _read_folder(folder: Path) -> Iterator[ListedOperation]:
    paths = sorted(folder.rglob("*.graphql"))
    if not paths:
        mend = "name folders that hold .graphql files, or unset it for those that come with the product"
        raise BadInput("a folder of LEADLINK_OPERATIONS_FOLDERS holds no operation", str(folder), mend)
    yield from map(read_operation, paths)
