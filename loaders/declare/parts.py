"""The parts of a declaration: what each step on a row's way needs of it, and no step more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from loaders.declare.facts import FACT, STATED_OF
from loaders.declare.read_spec import ReadSpec
from loaders.declare.reporter_spec import ReporterSpec
from loaders.declare.source import (
    Columns,
    DeletedSpec,
    EndSpec,
    FieldSpec,
    LinkSpec,
    NodeSpec,
    ReaderSpec,
    SealedSpec,
    Source,
)
from loaders.declare.sync_spec import WatermarkSpec
from schema import KINDS, MATTER

_REPORTED = ("Clue", "Ticket")  # what citizens report becomes one of these


@dataclass(frozen=True)
class SourceReading:
    """What reading needs: where the rows are and in which form, the contract of their columns, what must not come in."""

    name: str
    read: ReadSpec
    key: Columns
    columns: Literal["strict", "open"]
    optional: tuple[str, ...]
    renamed: Mapping[str, Columns]
    sealed: tuple[SealedSpec, ...]
    watermark: WatermarkSpec | None
    used_columns: tuple[str, ...]
    known_columns: tuple[str, ...]
    lists: tuple[str, ...]

    @classmethod
    def of(cls, source: Source) -> "SourceReading":
        """Return it from the declaration."""
        return cls(
            source.name, source.read, source.key, source.columns, source.optional, source.renamed, source.sealed,
            source.watermark, (*source.used_columns(), *source.reporter.columns()),
            tuple(source.known_columns()), tuple(source.lists()),
        )  # fmt: skip


@dataclass(frozen=True)
class SourceMapping:
    """What mapping needs: the key of a row, who may read it, and the nodes and links that it becomes."""

    name: str
    key: Columns
    readers: ReaderSpec
    version: FieldSpec | None
    deleted: DeletedSpec | None
    checked: Mapping[str, str]
    nodes: Mapping[str, NodeSpec]
    links: tuple[LinkSpec, ...]

    @classmethod
    def of(cls, source: Source) -> "SourceMapping":
        """Return it from the declaration."""
        return cls(
            source.name, source.key, source.readers, source.version, source.deleted, source.checked, source.nodes,
            source.links,
        )  # fmt: skip

    def label_of(self, end: str | EndSpec) -> str:
        """Return the kind of a link's end."""
        return end.kind if isinstance(end, EndSpec) else self.nodes[end].kind

    def subject_of(self, alias: str) -> str | None:
        """Return the node of the row that a fact is stated of, None for what is no fact."""
        said = [link.to for link in self.links if link.type == STATED_OF and link.from_ == alias]
        return next((end for end in said if isinstance(end, str)), None)

    def labels(self) -> list[str]:
        """Return the kinds that a row describes."""
        return sorted({node.kind for node in self.nodes.values()})


@dataclass(frozen=True)
class SourceReporting:
    """What keeps reporters apart needs: whose reporter it is, which columns say who, and which texts may give it away."""

    name: str
    kind: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    details: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, source: Source) -> "SourceReporting | None":
        """Return it from the declaration, nothing where a row tells of no report."""
        spec = source.reporter
        node = source.nodes.get(spec.of or "") or next(iter(matters_of(source)), None)
        if node is None or not (spec.columns() or spec.texts or node.kind in _REPORTED):
            return None
        told = (node, *(each for each in source.nodes.values() if each.kind == FACT))
        texts = [
            column for each in told for name, filled in each.fields.items() if _is_text(each.kind, name)
            for column in filled.read_columns
        ]  # fmt: skip
        parts = tuple((name, columns) for name, columns in spec.parts() if columns)
        return cls(
            source.name, node.kind, parts, spec.details or (), tuple(dict.fromkeys((*texts, *(spec.texts or ()))))
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column that nothing but the vault may hold."""
        return (*(column for _, columns in self.parts for column in columns), *self.details)


def matters_of(source: Source) -> list[NodeSpec]:
    """Return the nodes of a row that are matters, those first that come of reports."""
    found = [node for node in source.nodes.values() if node.kind in MATTER]
    return sorted(found, key=lambda node: node.kind not in _REPORTED)


def _is_text(label: str, name: str) -> bool:
    if label == FACT:
        return name == "fact_text"
    kind = KINDS[label]
    return name in (*kind.TEXT, kind.CAPTION, "answer")


@dataclass(frozen=True)
class SourceSchedule:
    """What the schedule needs: whose source it is, and how often it runs."""

    name: str
    title: str
    holder: str
    every: int | None  # seconds

    @classmethod
    def of(cls, source: Source) -> "SourceSchedule":
        """Return it from the declaration."""
        return cls(source.name, source.title, source.holder, source.sync.every if source.sync else None)


def references(links: Iterable[LinkSpec]) -> list[EndSpec]:
    """Return the ends of links that rows only refer to."""
    return [end for link in links for end in (link.from_, link.to) if isinstance(end, EndSpec)]


def mapping_hash(source: Source) -> str:
    """Return what follows from the declaration alone: neither when a source runs nor where its password is changes its rows."""
    left_out: dict[str, Any] = {"sync": True, "read": {"password"}}
    # The hash of a declaration that was there before these words were stays what it was.
    if not source.checked:
        left_out["checked"] = True
    if source.reporter == ReporterSpec():
        left_out["reporter"] = True
    if source.read.header_lines == 1:
        left_out["read"].add("header_lines")
    return sha256(source.model_dump_json(by_alias=True, exclude=left_out).encode()).hexdigest()[:16]
