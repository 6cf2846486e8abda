"""What a graph has of constraints and indexes, and which steps of which version made it: one read."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from schema.ddl import Form, Wanted

MODEL_STEP = "the model's constraints and indexes"
FORMAT = 2  # of the record that the model's step leaves; a version that finds a higher one does not know what it means


@dataclass(frozen=True)
class Held:
    """A constraint or an index that the graph has."""

    name: str
    form: str
    on: str
    labels: frozenset[str]
    fields: frozenset[str]
    failed: bool
    filling: bool
    analyzer: str | None

    def serves(self, wanted: Wanted, more_too: bool = False) -> bool:
        """Return whether it does what is wanted, whatever its name; one on more labels and fields only if told so."""
        forms = {Form.RANGE, Form.UNIQUE} if wanted.form is Form.RANGE else {wanted.form}
        if self.failed or self.form not in forms or self.on != wanted.on:
            return False
        labels, fields = frozenset(wanted.labels), frozenset(wanted.fields)
        if wanted.form is not Form.FULLTEXT:
            return (self.labels, self.fields) == (labels, fields)
        same = (self.labels, self.fields) == (labels, fields)
        return self.analyzer == wanted.analyzer and (
            same or (more_too and self.labels >= labels and self.fields >= fields)
        )


@dataclass(frozen=True)
class State:
    """The schema of a graph and the records that its migrations left."""

    held: tuple[Held, ...]
    steps: dict[int, dict[str, Any]]
    model: dict[str, Any]  # the record of the model's step, empty in a graph that was made before there was one
    uid_key: str | None

    @property
    def is_new(self) -> bool:
        """Return whether no migration was ever recorded: what it holds, if anything, the present version has made."""
        return not self.steps and not self.model


def read_state(writer: Writer) -> State:
    """Return the state of the graph."""
    found = writer.run_read(query("loading/schema_state").body)[0][0]
    records = found["steps"]
    return State(
        tuple(_held(row) for row in found["indexes"] if row["labels"]),
        {each["version"]: each for each in records if each.get("version") is not None},
        next((each for each in records if each.get("version") is None), {}),
        next(iter(found["uid_keys"]), None),
    )


def program_version() -> str:
    """Return the version of this program, 0 where it is not installed."""
    try:
        return version("leadlink")
    except PackageNotFoundError:
        return "0"


def is_newer(other: str, than: str) -> bool:
    """Return whether a version such as 0.10.1 came after another."""
    return _numbers(other) > _numbers(than)


def _numbers(text: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in text.split(".")]


def _held(row: dict[str, Any]) -> Held:
    return Held(
        row["name"],
        Form.UNIQUE if row["constraint"] else row["type"],
        row["on"],
        frozenset(row["labels"]),
        frozenset(row["fields"]),
        failed=row["state"] == "FAILED",
        filling=row["state"] == "POPULATING",
        analyzer=row["options"]["indexConfig"].get("fulltext.analyzer"),
    )
