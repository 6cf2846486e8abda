"""The declaration of a source: what `loaders/sources/NAME.yaml` may say, as frozen classes."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from loaders.declare.area_spec import InArea
from loaders.declare.facts import with_facts
from loaders.declare.read_spec import Declared, ReadSpec
from loaders.declare.reporter_spec import ReporterSpec
from loaders.declare.sync_spec import SyncSpec, WatermarkSpec
from loaders.declare.when_spec import When, column_of

Scalar = str | int | float | bool


class ReaderSpec(Declared):
    """Who may read a row: teams of the whole source, and columns that name further teams per row."""

    teams: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class FieldSpec(InArea):
    """What fills one field: a column or several joined, normalised and mapped, or one value for every row."""

    column: str | None = None
    columns: tuple[str, ...] = Field((), description="columns whose filled cells are joined in this order")
    join: str = Field(" ", description="text between the cells of columns")
    value: Scalar | None = None
    as_: str | None = Field(None, alias="as")
    map: dict[str, Scalar] | None = None
    default: Scalar | None = None
    form: str | None = Field(None, pattern=r"^[^{}]*\{\}[^{}]*$", description="text around the value, such as `No. {}`")

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if [self.column is not None, bool(self.columns), self.value is not None].count(True) != 1:
            raise ValueError("give one of column, columns and value")
        if len(self.columns) == 1 or len(set(self.columns)) < len(self.columns):
            raise ValueError("columns joins two or more different columns; write one as column")
        if self.join != " " and not self.columns:
            raise ValueError("join is the text between the cells of columns")
        if self.value is not None and (self.as_ or self.map or self.form or self.area or self.default is not None):
            raise ValueError("a value takes neither as, map, form, area nor default")
        return self

    @property
    def read_columns(self) -> tuple[str, ...]:
        """Return the columns that the field is read from, none for a value."""
        return self.columns if self.column is None else (self.column,)

    @property
    def blamed(self) -> str:
        """Return the column that a rejected row is marked at, empty for a value."""
        return next(iter(self.read_columns), "")


def columns_of(fields: Iterable[FieldSpec]) -> list[str]:
    """Return the columns that the fields are read from."""
    return [name for field in fields for name in field.read_columns]


class EndSpec(InArea):
    """A link's end that the row only refers to: by a strong identifier, by name, or by another source's key."""

    kind: str
    column: str
    by: str | None = None
    source: str | None = None
    as_: str | None = Field(None, alias="as")
    each: Annotated[str, Field(min_length=1)] | Literal[True] | None = Field(
        None, description="characters at which a cell with several values is cut, or true for the values of a list"
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.by is None) == (self.source is None):
            raise ValueError("give either by or source")
        return self

    @property
    def is_loose(self) -> bool:
        """Return whether what is meant may change as more becomes known: names and foreign keys, not identifiers."""
        return self.source is not None or self.by == "name"


def _as_field(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return {"columns": value}
    return {"column": value} if isinstance(value, str) else value


def _as_columns(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _as_readers(value: Any) -> Any:
    return {"teams": value} if isinstance(value, list | tuple) else value


FieldOrColumn = Annotated[FieldSpec, BeforeValidator(_as_field)]
Columns = Annotated[tuple[str, ...], BeforeValidator(_as_columns), Field(min_length=1)]


class DeletedSpec(Declared):
    """How the source says that a row no longer holds."""

    column: str
    values: tuple[str, ...] = Field(min_length=1)


class SealedSpec(Declared):
    """Rows that must not come in: they refuse the file, or leave a counted receipt and nothing of their content."""

    kind: Literal["CLASSIFIED", "UPPER_LEVEL", "OWN_CHIEF", "OPERATOR", "OTHER"]
    columns: Columns
    values: tuple[str, ...] = Field((), description="a cell that is one of these")
    holds: tuple[str, ...] = Field((), description="a cell that has one of these in it")
    then: Literal["refuse", "seal"] = "refuse"

    @model_validator(mode="after")
    def _decidable(self) -> Self:
        if self.kind == "OPERATOR" and (self.values or self.holds):
            raise ValueError("OPERATOR takes neither values nor holds: LEADLINK_OPERATOR says who loads")
        if self.kind not in ("CLASSIFIED", "OPERATOR") and not (self.values or self.holds):
            raise ValueError(f"{self.kind} needs values or holds")
        return self


class NodeSpec(Declared):
    """One node that a row describes."""

    kind: str
    each: str | None = Field(None, description="list of JSON of which each element makes such a node")
    key: Columns | None = None
    when: When | None = None
    fields: dict[str, FieldOrColumn] = Field({})

    def used_columns(self) -> list[str | None]:
        """Return every column that the node is read from."""
        return [*(self.key or ()), column_of(self.when), *columns_of(self.fields.values())]


class LinkSpec(Declared):
    """One relationship that a row states."""

    type: str
    from_: str | EndSpec = Field(alias="from")
    to: str | EndSpec
    each: str | None = Field(None, description="list of JSON of which each element states such a relationship")
    when: When | None = None
    fields: dict[str, FieldOrColumn] = Field({})

    def used_columns(self) -> list[str | None]:
        """Return every column that the relationship is read from."""
        ends = [end.column for end in (self.from_, self.to) if isinstance(end, EndSpec)]
        return [column_of(self.when), *ends, *columns_of(self.fields.values())]

    def lists(self, nodes: Mapping[str, NodeSpec]) -> list[str]:
        """Return the list whose elements state it, its own or that of its ends; more than one is a mistake."""
        of_ends = [nodes[end].each for end in (self.from_, self.to) if isinstance(end, str) and end in nodes]
        return list(dict.fromkeys(each for each in (self.each, *of_ends) if each))


class Source(Declared):
    """One source system: who owns it, who may read it, how it is read, and what its rows become."""

    name: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str = Field(min_length=1)
    holder: str = Field(min_length=1, description="team that owns what the source brings")
    classification: Literal["PUBLIC", "INTERNAL", "WORK_SECRET"]
    rank: int = 50
    after: tuple[str, ...] = ()
    readers: Annotated[ReaderSpec, BeforeValidator(_as_readers)]
    columns: Literal["strict", "open"] = "strict"
    ignored: tuple[str, ...] = ()
    checked: dict[str, str] = Field({}, description="columns that fill no field and must be readable, by normaliser")
    optional: tuple[str, ...] = Field((), description="columns that an input may lack")
    renamed: dict[str, Columns] = Field({}, description="other names under which a column may come")
    retyped: float = Field(0.5, gt=0, le=1, description="share of rows that one column may reject before a load stops")
    sealed: tuple[SealedSpec, ...] = ()
    reporter: ReporterSpec = ReporterSpec()
    read: ReadSpec
    key: Columns
    version: FieldOrColumn | None = Field(None, description="column that tells newer statements of a row from older")
    last: bool = Field(False, description="of rows with one key the last wins, by name of the file and place in it")
    deleted: DeletedSpec | None = None
    sync: SyncSpec | None = None
    nodes: dict[str, NodeSpec] = Field({}, description="none where rows only tie what other sources describe")
    links: tuple[LinkSpec, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _facts_written_out(cls, document: Any) -> Any:
        return with_facts(document)

    @model_validator(mode="after")
    def _watermark_of_a_table(self) -> Self:
        if self.watermark and self.read.format != "sql":
            raise ValueError("sync.watermark needs read.format sql; files are compared whole")
        return self

    @model_validator(mode="after")
    def _one_order(self) -> Self:
        if self.last and self.version:
            raise ValueError("give version or last: both say which of two rows with one key is the newer")
        if self.last and self.read.format == "sql":
            raise ValueError("last goes by the order of lines, and a query has none; give version")
        return self

    @model_validator(mode="after")
    def _states_something(self) -> Self:
        if not self.nodes and not self.links:
            raise ValueError("nodes and links are both empty: say what a row becomes, a node, a link or several")
        return self

    @property
    def watermark(self) -> WatermarkSpec | None:
        """Return the column by which changed rows are found, where the source has one."""
        return self.sync.watermark if self.sync else None

    def used_columns(self) -> dict[str, None]:
        """Return every column that the mapping reads, each once, in the order of the declaration."""
        marks = [spec.column for spec in (self.version, self.deleted, self.watermark) if spec]
        used: list[str | None] = [*self.key, *self.readers.columns, *marks]
        used += [column for rule in self.sealed for column in rule.columns]
        used += [column for node in self.nodes.values() for column in node.used_columns()]
        used += [column for link in self.links for column in link.used_columns()]
        return dict.fromkeys(column for column in (*used, *self.checked) if column is not None)

    def normalised_columns(self) -> set[str]:
        """Return the columns whose cells a normaliser reads on the way to a field, an end of a link or the version."""
        marks = [spec.column for spec in (self.version, self.watermark) if spec]
        ends = [end.column for link in self.links for end in (link.from_, link.to) if isinstance(end, EndSpec)]
        fields = [field for node in self.nodes.values() for field in node.fields.values()]
        fields += [field for link in self.links for field in link.fields.values()]
        return {column for column in (*marks, *ends, *columns_of(fields)) if column is not None}

    def lists(self) -> list[str]:
        """Return the lists of JSON that nodes and links take element by element, each once."""
        taken = [*(node.each for node in self.nodes.values()), *(link.each for link in self.links)]
        return list(dict.fromkeys(each for each in taken if each))

    def known_columns(self) -> dict[str, None]:
        """Return every column that the declaration names, used or ignored."""
        return self.used_columns() | dict.fromkeys((*self.reporter.columns(), *self.ignored))
