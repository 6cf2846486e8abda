"""Compiles a declaration, once per input, into one function from a row's cells to what the row states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from loaders.audiences import Audiences
from loaders.link_mapping import EndPlan, LinkPlan, link_plans
from loaders.lookups import Lookups
from loaders.node_mapping import NodePlan, node_plans, text_of
from loaders.rejection import NO_KEY, Reason, RowRefused
from loaders.source import Source
from loaders.statement import Statement, Stub, Tie
from loaders.values import remembering
from schema.identifiers import absent
from schema.uid import edge_uid


@dataclass(frozen=True)
class Context:
    """What a mapping needs beside the declaration."""

    uid_key: bytes
    audiences: Audiences
    lookups: Lookups


@dataclass(slots=True)
class MappedRow:
    """Everything that one row states."""

    number: int
    key: str
    nodes: list[tuple[str, Statement]] = field(default_factory=list)
    stubs: list[tuple[str, Stub]] = field(default_factory=list)
    ties: list[tuple[tuple[str, str, str], Tie]] = field(default_factory=list)


MapRow = Callable[[int, Sequence[object]], MappedRow]


def compile_mapping(source: Source, columns: Sequence[str], context: Context) -> MapRow:
    """Return the function that maps a row or refuses it; it keeps no state but bounded memories."""
    place = {name: number for number, name in enumerate(columns)}
    nodes = node_plans(source, place, context)
    links = link_plans(source, place, context)
    key_of = _key_reader(source, [place[name] for name in source.key])
    audience_of = _audience_reader(source, place, context.audiences)
    prefix_of = _prefix(source.name, context.uid_key)

    def map_row(number: int, cells: Sequence[object]) -> MappedRow:
        key = key_of(cells)
        row = MappedRow(number, key)
        audience = audience_of(cells)
        stated = _state_nodes(row, nodes, cells, audience)
        if links:
            prefix = prefix_of(key)
            for link in links:
                _state_links(row, link, cells, (prefix, audience, stated))
        return row

    return map_row


def _state_nodes(
    row: MappedRow, nodes: list[NodePlan], cells: Sequence[object], audience: int
) -> dict[str, tuple[Statement, str]]:
    stated: dict[str, tuple[Statement, str]] = {}
    for plan in nodes:
        made = plan.build(cells, row.key)
        if made is None:
            continue
        uid, identity, values, digest, source_key = made
        statement = Statement(uid, values, digest, row.number, row.key, source_key, audience)
        stated[plan.alias] = (statement, identity)
        row.nodes.append((plan.label, statement))
    return stated


def _state_links(
    row: MappedRow,
    link: LinkPlan,
    cells: Sequence[object],
    known: tuple[str, int, dict[str, tuple[Statement, str]]],
) -> None:
    prefix, audience, stated = known
    if link.when is not None and absent(cells[link.when]):
        return
    starts = _ends(row, link.start, cells, audience, stated)
    ends = _ends(row, link.end, cells, audience, stated) if starts else ()
    for start, start_identity, start_label in starts:
        for end, end_identity, end_label in ends:
            values, digest = link.carried(cells, audience)
            if link.loose:
                values = {**values, "refers": end_identity if link.start.alias else start_identity}
            uid = prefix + link.part(start_identity, end_identity)
            tie = Tie(uid, start, end, values, digest, row.number, row.key, audience)
            row.ties.append(((link.type, start_label, end_label), tie))
            for alias in link.witnesses:
                stated[alias][0].own = False


def _ends(
    row: MappedRow,
    end: EndPlan,
    cells: Sequence[object],
    audience: int,
    stated: dict[str, tuple[Statement, str]],
) -> Sequence[tuple[str, str, str]]:
    if end.alias is not None:
        found = stated.get(end.alias)
        return ((found[0].uid, found[1], end.label),) if found else ()
    targets = end.refer(cells) if end.refer else ()
    for uid, _, values in targets:
        if values is not None:
            row.stubs.append((end.label, Stub(uid, values, row.number, audience)))
    return [(uid, identity, end.label) for uid, identity, _ in targets]


def _key_reader(source: Source, places: list[int]) -> Callable[[Sequence[object]], str]:
    def refuse(column: str) -> RowRefused:
        return RowRefused(Reason(NO_KEY.en, NO_KEY.zh, NO_KEY.value_class, column))

    def read_one(cells: Sequence[object]) -> str:
        if text := text_of(cells[places[0]]):
            return text
        raise refuse(source.key[0])

    def read_all(cells: Sequence[object]) -> str:
        parts = [text_of(cells[place]) for place in places]
        if all(parts):
            return "|".join(parts)
        raise refuse(source.key[parts.index("")])

    return read_one if len(places) == 1 else read_all


def _audience_reader(source: Source, place: dict[str, int], audiences: Audiences) -> Callable[[Sequence[object]], int]:
    teams = source.readers.teams
    places = [place[name] for name in source.readers.columns]
    if not places:
        number = audiences.number(teams)
        return lambda _cells: number

    def teams_in(cell: object) -> tuple[str, ...]:
        return tuple(code.strip() for code in text_of(cell).replace("；", ";").split(";") if not absent(code))

    read = remembering(teams_in)
    kept: dict[tuple[tuple[str, ...], ...], int] = {}

    def read_audience(cells: Sequence[object]) -> int:
        named = tuple(read(cells[each]) for each in places)
        if (number := kept.get(named)) is None:
            number = kept[named] = audiences.number((*teams, *(code for codes in named for code in codes)))
        return number

    return read_audience


def _prefix(source: str, uid_key: bytes) -> Callable[[str], str]:
    # The first half of a relationship's uid is its row's: so all that a row states is found by one index seek.
    return lambda key: edge_uid("", f"{source}|{key}", uid_key)[:12]


def row_prefix(source: str, key: str, uid_key: bytes) -> str:
    """Return what the uids of all relationships of a row begin with."""
    return _prefix(source, uid_key)(key)
