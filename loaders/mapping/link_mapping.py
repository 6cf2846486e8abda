"""Compiles the links of a declaration: their ends, what they carry, and which nodes they bear witness to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.declare.field_types import default_of_label
from loaders.declare.parts import SourceMapping
from loaders.declare.source import EndSpec, FieldSpec, LinkSpec
from loaders.declare.when_spec import column_of, words_of
from loaders.mapping.context import MappingContext
from loaders.mapping.names_in_cells import name_reader, post_reader, unit_columns
from loaders.mapping.statement import TieKey, content_hash
from loaders.mapping.uids import half_maker, node_uid_maker
from loaders.mapping.values import (
    CellReader,
    cell_of,
    constant,
    key_reader,
    key_text,
    memory_of,
    remembering,
    rule_across,
    text_of,
)
from loaders.mapping.witnesses import is_mixed, witnessed_ends
from loaders.rejection import Reason
from schema import KINDS, RELATIONSHIP_TYPES
from schema.identifiers import absent
from schema.uid import identity_of, local_identity

EndTarget = tuple[str, str, dict[str, Any]]  # uid, identity as stated, what a stub would hold
Refer = Callable[[Sequence[object]], Sequence[EndTarget]]
NEVER_TO_ITSELF = frozenset({"UNDER"})
_POSTS = frozenset({"post", "as_post"})  # a cell may hold the unit before it
Carried = Callable[[Sequence[object], int], tuple[dict[str, Any], str]]


@dataclass(frozen=True)
class EndPlan:
    """One end of a link: a node of the row, or a reference."""

    label: str
    alias: str | None
    refer: Refer | None
    stub_of: Callable[[str], str]  # from an identity to the uid of what waits under it
    is_loose: bool = False  # by name or foreign key: it moves when what it refers to becomes known, or known twice


@dataclass(frozen=True)
class LinkPlan:
    """One link of the declaration, compiled."""

    key: tuple[str, str, str]  # type, label of the start, label of the end
    when: int | None
    words: frozenset[str]  # of which `when` must hold one, none where it need only be filled
    start: EndPlan
    end: EndPlan
    witnesses: tuple[str, ...]  # nodes of the row whose statement this link bears witness to
    sign: str  # what tells it from the other links of the declaration
    part: Callable[[str], str]  # from the identities of both ends to the second half of the uid
    carried: Carried
    loop: Reason | None  # why a link from a node to itself is refused, where it makes no sense
    each: str | None  # the list of which each element states such a link
    told: dict[str, str]  # which ends are references, where that has to be told

    def is_stated(self, cells: Sequence[object]) -> bool:
        """Return whether the row states it, whatever its ends are."""
        if self.when is None:
            return True
        cell = cells[self.when]
        return key_text(cell) in self.words if self.words else not absent(cell)

    def referring(self, start: str, end: str) -> dict[str, str]:
        """Return by which identities its loose ends are referred to; `refers_end` stands only where both are loose.

        `refers_at` tells which ends are references, where they could be taken for what the row describes.
        """
        return self._loosely(start, end) | self.told

    def _loosely(self, start: str, end: str) -> dict[str, str]:
        if self.start.is_loose and self.end.is_loose:
            return {"refers": start, "refers_end": end}
        if self.start.is_loose:
            return {"refers": start}
        return {"refers": end} if self.end.is_loose else {}


def link_plans(mapping: SourceMapping, place: dict[str, int], context: MappingContext) -> list[LinkPlan]:
    """Return the compiled links in the order of the declaration."""
    units = unit_columns(mapping)
    return [
        LinkPlan(
            (link.type, mapping.label_of(link.from_), mapping.label_of(link.to)),
            place[column] if (column := column_of(link.when)) else None,
            frozenset(map(key_text, words_of(link.when))),
            _end(link.from_, mapping, place, context),
            _end(link.to, mapping, place, context),
            witnessed_ends(mapping, link),
            f"{link.type}|{_signs(link)}",
            half_maker(link.type, _signs(link), context.uid_key),
            _carried(link, place, units),
            _loop(link),
            next(iter(link.lists(mapping.nodes)), None),
            _told(link) if is_mixed(mapping, link) else {},
        )
        for link in mapping.links
    ]


def _told(link: LinkSpec) -> dict[str, str]:
    ends = {"start": link.from_, "end": link.to}
    references = [side for side, end in ends.items() if isinstance(end, EndSpec)]
    return {"refers_at": "both" if len(references) == len(ends) else next(iter(references), "none")}


def tie_keys(mapping: SourceMapping) -> set[TieKey]:
    """Return the types of the source's links, each with the labels of its ends."""
    return {(link.type, mapping.label_of(link.from_), mapping.label_of(link.to)) for link in mapping.links}


def _loop(link: LinkSpec) -> Reason | None:
    if link.type not in NEVER_TO_ITSELF:
        return None
    column = next((end.column for end in (link.to, link.from_) if isinstance(end, EndSpec)), "")
    return Reason(
        "names the record itself where another must stand", "指向了记录自身，应为另一对象", "self-reference", column
    )


def _end(end: str | EndSpec, mapping: SourceMapping, place: dict[str, int], context: MappingContext) -> EndPlan:
    if isinstance(end, str):
        kind = mapping.nodes[end].kind
        return EndPlan(kind, end, None, node_uid_maker(KINDS[kind], context.uid_key))
    uid_of = node_uid_maker(KINDS[end.kind], context.uid_key)
    return EndPlan(end.kind, None, _reference(end, place[end.column], context), uid_of, end.is_loose)


def _reference(end: EndSpec, index: int, context: MappingContext) -> Refer:
    target = remembering(_target_reader(end, context))
    if end.each is None:

        def refer(cells: Sequence[object]) -> Sequence[EndTarget]:
            found: EndTarget | None = target(cells[index])
            return (found,) if found else ()

        return refer
    values_in = _values_of_list if end.each is True else _parts_of_text(end.each, end.column)

    def refer_each(cells: Sequence[object]) -> Sequence[EndTarget]:
        found = [target(value) for value in values_in(cells[index])]
        return list({each[0]: each for each in found if each}.values())

    return refer_each


def _values_of_list(cell: object) -> Sequence[object]:
    # Programs write one value where a list would have one.
    return cell if isinstance(cell, list) else (cell,)


def _parts_of_text(marks: str, column: str) -> Callable[[object], Sequence[object]]:
    def parts(cell: object) -> Sequence[object]:
        text = text_of(cell, column)
        for mark in marks[1:]:
            text = text.replace(mark, marks[0])
        return [part.strip() for part in text.split(marks[0])]

    return parts


def _target_reader(end: EndSpec, context: MappingContext) -> CellReader:
    uid_of = node_uid_maker(KINDS[end.kind], context.uid_key)
    if end.source is not None:
        keys = context.lookups.keys.get((end.kind, end.source), {})
        origin = end.source

        def by_key(cell: object) -> EndTarget | None:
            if absent(cell):
                return None
            key = key_text(cell, end.column)
            identity = local_identity(origin, key)
            return keys.get(key) or uid_of(identity), identity, {"known_as": identity}

        return by_key
    field = end.by or ""
    read = key_reader(field, end.as_ or default_of_label(end.kind, field), end.column, end.area)
    names = context.lookups.names.get(end.kind, {}) if field == "name" else {}
    named = name_reader(end.kind) if field == "name" else None

    def by_field(cell: object) -> EndTarget | None:
        value = read(cell)
        if value is not None and named is not None:
            value = named(value)
        if value is None:
            return None
        identity = identity_of(field, value)
        return names.get(value) or uid_of(identity), identity, {field: value}

    return by_field


def _signs(link: LinkSpec) -> str:
    return f"{_sign(link.from_)}|{_sign(link.to)}|"


def _sign(end: str | EndSpec) -> str:
    # Not the number of the link: declarations are reordered, and what they state stays the same.
    return end if isinstance(end, str) else f"{end.kind}.{end.by or end.source}:{end.column}"


def _carried(link: LinkSpec, place: dict[str, int], units: frozenset[str]) -> Carried:
    ties = RELATIONSHIP_TYPES[link.type].ties
    fields = [
        (
            name,
            cell_of(spec, place),
            post_reader(read) if name in _POSTS and not units.isdisjoint(spec.read_columns) else read,
        )
        for name, spec in link.fields.items()
        if spec.read_columns
        for read in (memory_of(ties, name, spec).read,)
    ]
    fixed = _fixed(ties, link.fields)
    kept: dict[int, str] = {}
    check = rule_across(ties)

    def plain(_cells: Sequence[object], audience: int) -> tuple[dict[str, Any], str]:
        if audience not in kept:
            kept[audience] = content_hash({**fixed, "audience": audience})
        return fixed, kept[audience]

    def carried(cells: Sequence[object], audience: int) -> tuple[dict[str, Any], str]:
        values = dict(fixed)
        for name, pick, read in fields:
            if (value := read(pick(cells))) is not None:
                values[name] = value
        if check:
            check(values)
        return values, content_hash({**values, "audience": audience})

    return carried if fields else plain


def _fixed(ties: Any, fields: dict[str, FieldSpec]) -> dict[str, Any]:
    return {name: constant(ties, name, spec) for name, spec in fields.items() if not spec.read_columns}
