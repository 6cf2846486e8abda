"""Compiles a declaration, once per input, into one function from a row's cells to what the row states."""

from collections.abc import Callable, Sequence

from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping
from loaders.declare.source import DeletedSpec, ReaderSpec
from loaders.mapping.checks import checks_of, refuse_unreadable
from loaders.mapping.context import MappingContext
from loaders.mapping.link_mapping import EndPlan, LinkPlan, link_plans
from loaders.mapping.list_mapping import ListPlan, list_plans
from loaders.mapping.node_mapping import NodePlan, node_plans
from loaders.mapping.statement import MappedRow, StatedTie, Statement, Stub
from loaders.mapping.uids import half_maker
from loaders.mapping.values import key_text, remembering
from loaders.mapping.versions import version_reader
from loaders.rejection import NO_KEY, Reason, RowRefused
from schema.identifiers import absent
from schema.uid import joined_key

MapRow = Callable[[int, Sequence[object]], MappedRow]


def compile_mapping(mapping: SourceMapping, columns: Sequence[str], context: MappingContext) -> MapRow:
    """Return the function that maps a row or refuses it; it keeps no state but bounded memories."""
    place = {name: number for number, name in enumerate(columns)}
    nodes = node_plans(mapping, place, context)
    links = link_plans(mapping, place, context)
    checks = checks_of(mapping.checked, place)
    lists = list_plans(nodes, links, place, checks)
    key_of = key_reader(mapping.key, columns)
    audience_of = _audience_reader(mapping.readers, place, context.audiences)
    prefix_of = _prefix(mapping.name, context.uid_key)
    version_of = version_reader(mapping.version, place)
    is_deleted = _deleted_reader(mapping.deleted, place)
    may_repeat = bool(lists) or len({plan.label for plan in nodes}) < len(nodes)
    nodes = [plan for plan in nodes if plan.each is None]
    links_of_row = [plan for plan in links if plan.each is None]
    in_lists = {check.column for plan in lists for check in plan.checks}
    checks = [check for check in checks if check.column not in in_lists]

    def map_row(number: int, cells: Sequence[object]) -> MappedRow:
        key = key_of(cells)
        row = MappedRow(number, key)
        if version_of:
            row.version = version_of(cells)
        if is_deleted and is_deleted(cells):
            row.deleted = True
            return row
        row.audience = audience_of(cells)
        refuse_unreadable(checks, cells)
        stated = _state_nodes(row, nodes, cells, key)
        if links:
            prefix = prefix_of(key)
            for link in links_of_row:
                _state_links(row, link, cells, prefix, stated)
        for plan in lists:
            _state_elements(row, plan, cells, prefix_of(key), stated)
        if may_repeat:
            row.nodes = _last_words(row.nodes)
        return row

    return map_row


def _state_elements(
    row: MappedRow, plan: ListPlan, cells: Sequence[object], prefix: str, stated: dict[str, tuple[Statement, str]]
) -> None:
    for number, element in plan.elements(cells):
        refuse_unreadable(plan.checks, element)
        # An element without a key of its own is known by its place.
        own = _state_nodes(row, plan.nodes, element, f"{row.key}#{plan.name}[{number}]")
        for link in plan.links:
            _state_links(row, link, element, prefix, stated | own)


def _last_words(nodes: list[tuple[str, Statement]]) -> list[tuple[str, Statement]]:
    # A row that says two things of one node says the last one; whoever may read the row must not widen the other.
    last = {statement.uid: statement.hash for _, statement in nodes}
    return [each for each in nodes if each[1].hash == last[each[1].uid]]


def _deleted_reader(deleted: DeletedSpec | None, place: dict[str, int]) -> Callable[[Sequence[object]], bool] | None:
    if deleted is None:
        return None
    index, words = place[deleted.column], frozenset(map(key_text, deleted.values))
    return lambda cells: key_text(cells[index]) in words


def _state_nodes(
    row: MappedRow, nodes: list[NodePlan], cells: Sequence[object], default_key: str
) -> dict[str, tuple[Statement, str]]:
    stated: dict[str, tuple[Statement, str]] = {}
    for plan in nodes:
        made = None if plan.of and plan.of not in stated else plan.build(cells, default_key)
        if made is None:
            continue
        # What the row says is the same wherever it is kept.
        row.said.append(f"{plan.label}|{made[1]}|{made[3]}")
        uid, identity, values, digest, source_key = plan.placed(made)
        statement = Statement(uid, values, digest, row.number, row.key, source_key, row.audience)
        stated[plan.alias] = (statement, identity)
        row.nodes.append((plan.label, statement))
    return stated


def _state_links(
    row: MappedRow,
    link: LinkPlan,
    cells: Sequence[object],
    prefix: str,
    stated: dict[str, tuple[Statement, str]],
) -> None:
    if not link.is_stated(cells):
        return
    # What a loose reference means may become known before or after this row: where it comes to mean the row's own node,
    # it waits as a stub, in either order.
    own = (
        {statement.uid for statement, _ in stated.values()}
        if link.loop and (link.start.is_loose or link.end.is_loose)
        else set()
    )
    starts = _ends(row, link.start, cells, stated, own)
    ends = _ends(row, link.end, cells, stated, own) if starts else ()
    if not ends:
        return
    audience = row.audience
    values, digest = link.carried(cells, audience)
    for start, start_identity in starts:
        for end, end_identity in ends:
            if link.loop and start == end:
                raise RowRefused(link.loop)
            ends_said = f"{start_identity}|{end_identity}"
            uid = prefix + link.part(ends_said)
            row.said.append(f"{link.sign}{ends_said}|{digest}")
            referring = link.referring(start_identity, end_identity)
            said = {**values, **referring} if referring else values
            row.ties.append((link.key, StatedTie(uid, start, end, said, digest, row.number, row.key, audience)))
    for alias in link.witnesses:
        stated[alias][0].own = False


def _ends(
    row: MappedRow,
    end: EndPlan,
    cells: Sequence[object],
    stated: dict[str, tuple[Statement, str]],
    own: set[str],
) -> Sequence[tuple[str, str]]:
    if end.alias is not None:
        found = stated.get(end.alias)
        return ((found[0].uid, found[1]),) if found else ()
    targets = end.refer(cells) if end.refer else ()
    if own:
        targets = [(end.stub_of(name) if uid in own else uid, name, values) for uid, name, values in targets]
    for uid, _, values in targets:
        row.stubs.append((end.label, Stub(uid, values, row.number, row.audience)))
    return [(uid, identity) for uid, identity, _ in targets]


def key_reader(key: Sequence[str], columns: Sequence[str]) -> Callable[[Sequence[object]], str]:
    """Return the function from cells to the row's key, which refuses a row without one."""
    places = [columns.index(name) for name in key]

    def refuse(column: str) -> RowRefused:
        return RowRefused(Reason(NO_KEY.en, NO_KEY.zh, NO_KEY.value_class, column))

    def read_one(cells: Sequence[object]) -> str:
        if text := key_text(cells[places[0]], key[0]):
            return text
        raise refuse(key[0])

    def read_all(cells: Sequence[object]) -> str:
        parts = [key_text(cells[place], name) for place, name in zip(places, key, strict=True)]
        if all(parts):
            return joined_key(parts)
        raise refuse(key[parts.index("")])

    return read_one if len(places) == 1 else read_all


def _audience_reader(
    readers: ReaderSpec, place: dict[str, int], audiences: Audiences
) -> Callable[[Sequence[object]], int]:
    teams = readers.teams
    places = [place[name] for name in readers.columns]
    if not places:
        number = audiences.number(teams)
        return lambda _cells: number

    def teams_in(cell: object) -> tuple[str, ...]:
        return tuple(code.strip() for code in key_text(cell).split(";") if not absent(code))

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
    return half_maker("", f"{source}|", uid_key)


def row_prefix(source: str, key: str, uid_key: bytes) -> str:
    """Return what the uids of all relationships of a row begin with."""
    return _prefix(source, uid_key)(key)
