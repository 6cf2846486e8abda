"""Compiles the nodes of a declaration: from cells to fields, identity, uid and hash."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.declare.field_types import is_required
from loaders.declare.parts import SourceMapping
from loaders.declare.source import NodeSpec, columns_of
from loaders.declare.when_spec import column_of, words_of
from loaders.mapping.context import MappingContext
from loaders.mapping.disputes import Built, Disputes
from loaders.mapping.names_in_cells import name_reader
from loaders.mapping.statement import content_hash
from loaders.mapping.uids import node_uid_maker
from loaders.mapping.values import UNKNOWN, cell_of, constant, key_text, memory_of, rule_across, text_of
from loaders.rejection import Reason, RowRefused
from schema import KINDS
from schema.identifiers import absent
from schema.identifiers.absent import is_nobody
from schema.uid import identity_of, joined_key, local_identity
from schema.unit import Unit

Build = Callable[[Sequence[object], str], Built | None]

_KEPT = 20_000


@dataclass(frozen=True)
class NodePlan:
    """One node of the declaration, compiled."""

    alias: str
    label: str
    build: Build
    each: str | None = None  # the list of which each element makes such a node
    of: str | None = None  # the node that it is a fact about, without which it is not stated
    disputes: Disputes = field(default_factory=Disputes)

    def placed(self, built: Built) -> Built:
        """Return what was built at the node that keeps it: another one where the number is somebody else's."""
        return self.disputes.placed(built) if built[0] in self.disputes.apart else built


@dataclass(frozen=True)
class NodeNaming:
    """What tells a node without a strong identifier apart: its source, what is put after its key, the key of the uids."""

    source: str
    suffix: str
    uid_key: bytes


def node_plans(mapping: SourceMapping, place: dict[str, int], context: MappingContext) -> list[NodePlan]:
    """Return the compiled nodes in the order of the declaration."""
    plans: list[NodePlan] = []
    main_of: set[str] = set()
    for alias, spec in mapping.nodes.items():
        # Two people of one row without a number of their own must not become one person.
        # Facts of one row differ by their names alone.
        of = mapping.subject_of(alias)
        suffix = f"#{alias}" if of or (spec.key is None and spec.kind in main_of) else ""
        main_of.add(spec.kind)
        build = _builder(spec, place, NodeNaming(mapping.name, suffix, context.uid_key))
        shared = spec.key is not None and spec.key != mapping.key
        build = _kept(build, spec, place) if shared else build
        plans.append(NodePlan(alias, spec.kind, build, spec.each, of, context.disputes))
    return plans


def _builder(spec: NodeSpec, place: dict[str, int], naming: NodeNaming) -> Build:
    kind = KINDS[spec.kind]
    source, suffix = naming.source, naming.suffix
    fields: list[tuple[str, int, Callable[[object, object], Any], Callable[[object], Any]]] = [
        (name, place[field.column], (memory := memory_of(kind, name, field)).kept.get, memory.learn)
        for name, field in spec.fields.items()
        if field.column is not None
    ]
    begun = _beginner(spec, place)
    complete = _completeness(spec)
    strong = [name for name in kind.IDENTIFIERS if name in spec.fields]
    when = place[column] if (column := column_of(spec.when)) else None
    nothing_in = _nothing_reader(spec)
    is_only_called = _title_taker(spec)
    key_of = _key_of(spec, place)
    uid_of = node_uid_maker(kind, naming.uid_key)

    def build(cells: Sequence[object], row_key: str) -> Built | None:
        if when is not None and nothing_in(cells[when]):
            return None
        values = begun(cells)
        for name, index, recall, learn in fields:
            cell = cells[index]
            value = recall(cell, UNKNOWN) if type(cell) is str else UNKNOWN
            if value is UNKNOWN:
                value = learn(cell)
            if value is not None:
                values[name] = value
        only_called = is_only_called(values)
        complete(values)
        source_key = key_of(cells) if key_of and not only_called else row_key
        identity = ""
        for name in strong:
            if name in values:
                identity = identity_of(name, values[name])
                break
        identity = identity or local_identity(source, source_key + suffix)
        return uid_of(identity), identity, values, content_hash(values), source_key

    return build


def _title_taker(spec: NodeSpec) -> Callable[[dict[str, Any]], bool]:
    """Return what keeps 张局长 as a title and no name, 水利局 of 水利局局长, and tells whether the node would be keyed by a title."""
    named = spec.fields.get("name")
    kind = KINDS[spec.kind]
    if named is None or not (spec.kind == Unit.LABEL or "called" in kind.model_fields):
        return lambda _: False
    read, strong = name_reader(spec.kind), kind.IDENTIFIERS if spec.kind == Unit.LABEL else ()
    is_key = not set(named.read_columns).isdisjoint(spec.key or ())

    def take(values: dict[str, Any]) -> bool:
        written = values.get("name")
        if not written or any(name in values for name in strong):
            return False  # a unit with its credit code is called as the register calls it
        values["name"] = name = read(written)
        if name is not None:
            return False
        values.setdefault("called", values.pop("name") or written)
        return is_key

    return take


def _completeness(spec: NodeSpec) -> Callable[[dict[str, Any]], None]:
    """Return what refuses a row that lacks what its kind needs, or breaks a rule across the kind's fields."""
    kind = KINDS[spec.kind]
    required = [(name, spec.fields[name].blamed) for name in kind.model_fields if is_required(kind, name)]
    check = rule_across(kind)

    def complete(values: dict[str, Any]) -> None:
        for name, column in required:
            if name not in values:
                raise RowRefused(Reason(f"has no value for {name}, which it needs", "缺少必填值", "empty", column))
        if check:
            check(values)

    return complete


def _nothing_reader(spec: NodeSpec) -> Callable[[object], bool]:
    named = spec.fields.get("name")
    if words := frozenset(map(key_text, words_of(spec.when))):
        return lambda cell: key_text(cell) not in words
    if named is None or named.column != spec.when:
        return absent
    column = named.blamed
    return lambda cell: absent(cell) or is_nobody(text_of(cell, column))


def _beginner(spec: NodeSpec, place: dict[str, int]) -> Callable[[Sequence[object]], dict[str, Any]]:
    # What takes more than a look at one cell: the values that are the same in every row, and those of joined columns.
    kind = KINDS[spec.kind]
    fixed = {name: constant(kind, name, field) for name, field in spec.fields.items() if not field.read_columns}
    joined = [
        (name, cell_of(field, place), memory_of(kind, name, field).read)
        for name, field in spec.fields.items()
        if field.columns
    ]

    def begun(cells: Sequence[object]) -> dict[str, Any]:
        read_of = {name: read(pick(cells)) for name, pick, read in joined}
        return fixed | {name: value for name, value in read_of.items() if value is not None}

    return begun if joined else lambda _cells: fixed.copy()


def _key_of(spec: NodeSpec, place: dict[str, int]) -> Callable[[Sequence[object]], str] | None:
    if spec.key is None:
        return None
    columns = spec.key
    places = [place[name] for name in columns]

    def read(cells: Sequence[object]) -> str:
        parts = [key_text(cells[index], name) for index, name in zip(places, columns, strict=True)]
        if not all(parts):
            column = columns[parts.index("")]
            raise RowRefused(Reason("has no value for the key of a node", "缺少节点主键值", "empty", column))
        return joined_key(parts)

    return read


def _kept(build: Build, spec: NodeSpec, place: dict[str, int]) -> Build:
    names = {*(spec.key or ()), column_of(spec.when), *columns_of(spec.fields.values())}
    places = sorted(place[name] for name in names if name)
    kept: dict[tuple[object, ...], Built | None] = {}

    def recall(cells: Sequence[object], row_key: str) -> Built | None:
        seen = tuple(cells[index] for index in places)
        try:
            return kept[seen]
        except (KeyError, TypeError):
            built = build(cells, row_key)
        if len(kept) >= _KEPT:
            kept.clear()
        if all(cell is None or type(cell) in (str, int, float) for cell in seen):
            kept[seen] = built
        return built

    return recall
