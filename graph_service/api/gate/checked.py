"""What is wrong with an operation of the list, for whoever keeps it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema, validate

from graph_service.api.gate.listed import ListedOperation, OperationList


@dataclass(frozen=True)
class Checked:
    """One file, the operations in it, and its faults."""

    path: Path
    digest: str
    names: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether it has no fault."""
        return not self.faults

    @property
    def told(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "file": str(self.path),
            "digest": self.digest,
            "operations": list(self.names),
            "faults": list(self.faults),
        }


def checked(operation: ListedOperation, known: OperationList, schema: GraphQLSchema) -> Checked:
    """Return whether the operation is on the list, fits the schema, and shares its name and its text with no other file."""
    faults = [error.message for error in validate(schema, operation.document)]
    if known.text_of(operation.text) is None:
        faults.append("it is not on the list")
    for other in known.operations:
        if other.path.resolve() == operation.path.resolve():
            continue
        if other.digest == operation.digest:
            faults.append(f"it is the same as {other.path}")
        elif shared := sorted(set(other.names) & set(operation.names)):
            faults.append(f"{shared[0]} is the name of an operation of {other.path} too")
    return Checked(operation.path, operation.digest, operation.names, tuple(faults))
