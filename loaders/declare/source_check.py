"""Checks a declaration against the schema: every name it uses must exist and fit."""

from collections.abc import Iterator

from loaders.declare.field_types import (
    default_normaliser,
    default_of_label,
    field_names,
    is_required,
    refused_constant,
    terms,
)
from loaders.declare.list_check import list_problems
from loaders.declare.nearest import unknown
from loaders.declare.reporter_check import reporter_problems
from loaders.declare.source import EndSpec, FieldSpec, LinkSpec, NodeSpec, Source
from loaders.reporters import names_reporter
from schema import KINDS, RELATIONSHIP_TYPES
from schema.identifiers import NORMALISERS, TAKE_AREA
from schema.identifiers.degrees import axis_of_header
from schema.identifiers.money_headers import unread_unit
from schema.record import Record, RelationshipRecord

_DEGREES = ("latitude", "longitude")
_OF_THE_LOADER = frozenset({"disputed_id_number"})


def problems(source: Source) -> list[str]:
    """Return one sentence per problem, each with its place in the declaration."""
    return list(_problems(source))


def _problems(source: Source) -> Iterator[str]:
    used = source.used_columns()
    for column in source.ignored:
        if column in source.checked:
            yield f"ignored: column '{column}' is checked and ignored at once"
        elif column in used:
            yield f"ignored: column '{column}' is used by the mapping and ignored at once"
    yield from _checked(source)
    yield from _contract(source, used)
    if source.read.columns:
        for column in (*used, *source.ignored):
            if column not in source.read.columns:
                yield f"read.columns: {unknown('column', column, source.read.columns)}"
    if source.version:
        yield from _normaliser("version.as", source.version.as_)
    for alias, node in source.nodes.items():
        yield from _node(f"nodes.{alias}", node)
    for number, link in enumerate(source.links):
        yield from _link(f"links.{number}", link, source)
    yield from list_problems(source)


def _checked(source: Source) -> Iterator[str]:
    mapped = source.normalised_columns()
    for column, name in source.checked.items():
        yield from _normaliser(f"checked.{column}", name)
        if column in mapped:
            yield f"checked: column '{column}' is read by the mapping, which checks it already; say as where it is mapped"


def _contract(source: Source, used: dict[str, None]) -> Iterator[str]:
    for column in used:
        if names_reporter(column):
            yield (
                f"column '{column}' is about who made the report 举报人: it never enters the graph; "
                "take it out of the mapping and put it under reporter or ignored 不得映射，请列入reporter或ignored"
            )
    yield from reporter_problems(source, used)
    used = used | dict.fromkeys(source.reporter.columns())
    for column in source.optional:
        if column not in used:
            yield f"optional: {unknown('column', column, used)}"
        if column in _needed(source):
            yield f"optional: column '{column}' is needed: it is the key or the watermark, or tells which rows must not come in"
    yield from _renamed(source, used)


def _renamed(source: Source, used: dict[str, None]) -> Iterator[str]:
    for column, others in source.renamed.items():
        if column not in used:
            yield f"renamed: {unknown('column', column, used)}"
        for other in others:
            if other in used or other in source.ignored:
                place = "used by the mapping" if other in used else "among ignored"
                yield f"renamed: '{other}' is to stand for '{column}' and is {place}; it can be one of the two"
    if source.renamed and source.read.format == "jsonl":
        yield "renamed: lines of JSON have no header; name the column as the lines do"


def _needed(source: Source) -> set[str]:
    watermark = {source.watermark.column} if source.watermark else set()
    return {*source.key, *watermark, *(column for rule in source.sealed for column in rule.columns)}


def _node(where: str, node: NodeSpec) -> Iterator[str]:
    if node.kind not in KINDS:
        yield f"{where}.kind: {unknown('kind', node.kind, KINDS)}"
        return
    kind = KINDS[node.kind]
    yield from _fields(f"{where}.fields", node.fields, kind)
    for name in field_names(kind):
        if is_required(kind, name) and name not in node.fields:
            yield f"{where}.fields: {node.kind} needs the field '{name}'"


def _fields(where: str, fields: dict[str, FieldSpec], record: type[Record | RelationshipRecord]) -> Iterator[str]:
    known = field_names(record)
    for name, spec in fields.items():
        if name not in known:
            yield f"{where}: {unknown('field', name, known)}"
            continue
        if name in _OF_THE_LOADER:
            yield f"{where}.{name}: is filled by the loader alone 由装载程序填写; map the column to id_number"
            continue
        yield from _normaliser(f"{where}.{name}.as", spec.as_)
        yield from _area(f"{where}.{name}", spec, spec.as_ or default_normaliser(record, name, spec.blamed))
        if name.endswith("_fen") and (unit := unread_unit(spec.blamed)):
            yield f"{where}.{name}: column '{spec.blamed}' is in {unit}, which nothing reads; give yuan or 10,000 yuan in the source 金额单位"
        if (said := axis_of_header(spec.blamed)) and name in _DEGREES and name != said:
            yield f"{where}.{name}: column '{spec.blamed}' is called a {said}; exchange latitude and longitude 经纬度颠倒"
        if (accepted := terms(record, name)) is not None:
            yield from _vocabulary(f"{where}.{name}", spec, accepted)
        elif spec.value is not None and (reason := refused_constant(record, name, spec.value)):
            yield f"{where}.{name}.value: {reason}"


def _normaliser(where: str, name: str | None) -> Iterator[str]:
    if name is not None and name not in NORMALISERS:
        yield f"{where}: {unknown('normaliser', name, NORMALISERS)}"


def _area(where: str, spec: FieldSpec | EndSpec, normaliser: str) -> Iterator[str]:
    if spec.area is not None and normaliser not in TAKE_AREA:
        yield f"{where}.area: is the dialling code of local telephone numbers, and {normaliser} reads none"


def _vocabulary(where: str, spec: FieldSpec, accepted: dict[str, str]) -> Iterator[str]:
    stated = {"value": spec.value, "default": spec.default} | {
        f"map.{text}": value for text, value in (spec.map or {}).items()
    }
    for part, value in stated.items():
        if value is not None and value != "" and str(value) not in accepted:
            yield f"{where}.{part}: {unknown('value', str(value), accepted.values())}"


def _link(where: str, link: LinkSpec, source: Source) -> Iterator[str]:
    if link.type not in RELATIONSHIP_TYPES:
        yield f"{where}.type: {unknown('link type', link.type, RELATIONSHIP_TYPES)}"
        return
    declared = RELATIONSHIP_TYPES[link.type]
    for side, end, allowed in (("from", link.from_, declared.start), ("to", link.to, declared.end)):
        yield from _end(f"{where}.{side}", end, source)
        label = _label(end, source)
        if label in KINDS and label not in allowed:
            yield f"{where}.{side}: {link.type} cannot {_verb(side)} {label}; it {_verb(side)}s {', '.join(allowed)}"
    yield from _fields(f"{where}.fields", link.fields, declared.ties)


def _verb(side: str) -> str:
    return "start at" if side == "from" else "end at"


def _label(end: str | EndSpec, source: Source) -> str:
    if isinstance(end, EndSpec):
        return end.kind
    return source.nodes[end].kind if end in source.nodes else ""


def _end(where: str, end: str | EndSpec, source: Source) -> Iterator[str]:
    if isinstance(end, str):
        if end not in source.nodes:
            yield f"{where}: {unknown('node', end, source.nodes)}"
        return
    if end.kind not in KINDS:
        yield f"{where}.kind: {unknown('kind', end.kind, KINDS)}"
        return
    yield from _normaliser(f"{where}.as", end.as_)
    kind = KINDS[end.kind]
    ways = [*kind.IDENTIFIERS, *(["name"] if "name" in kind.model_fields else [])]
    if end.by is not None and end.by not in ways:
        yield f"{where}.by: {unknown('identifier', end.by, ways)}"
        return
    yield from _area(where, end, end.as_ or (default_of_label(end.kind, end.by) if end.by else "a key"))
