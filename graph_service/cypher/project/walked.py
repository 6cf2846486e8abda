"""Lists that follow a link, as a projection: plain, or as a page with cursors and a count."""

from collections.abc import Callable
from typing import Any, Protocol

from graphql import SelectionSetNode

from graph_service.cypher.lists.walk import listed, matched, says_the_same, statement_place
from graph_service.cypher.project import provenance, shape
from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.nested import PAGE, WalkedList, WalkNames
from graph_service.cypher.project.piece import Piece, constant, one_object
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.project.signing import signed
from graph_service.cypher.visibility import visible
from graph_service.model import OUTGOING, STATEMENT, STATEMENTS, Walk, carried, end_type, own_id, scalar_of

Sets = tuple[SelectionSetNode, ...]
_ROWS, _FIRST, _ORDER, _FOLLOWS, _TOTAL = range(5)  # places of the values of a page


class Walking(Projecting, Protocol):
    """What lists that follow a link ask of the projector."""

    def open_walk(self, owner: str, chosen: SelectedField, walk: Walk, near: str) -> WalkedList:
        """Return the list, numbered and remembered; refuse one too many."""


def walk_of(owner: str, name: str, walks: dict[str, Walk]) -> Walk | None:
    """Return the link that a field of a kind or family follows, plain or as a page."""
    return walks.get(name) or walks.get(name.removesuffix(PAGE))


def walked(projector: Walking, owner: str, walk: Walk, chosen: SelectedField, near: str) -> Piece:
    """Return the projection of a list that follows a link."""
    nested = projector.open_walk(owner, chosen, walk, near)
    if chosen.name.endswith(PAGE):
        return _page(projector, nested, walk, chosen)
    names = nested.names
    inner = _edge(projector, walk, chosen.sets, names)
    text = (
        f"COLLECT {{ {_found(walk, names)}{nested.token('filter')} "
        f"WITH {names.edge}, {names.far} ORDER BY {nested.token('order')} LIMIT ${nested.first} RETURN {inner.expression} }}"
    )
    return Piece(text if nested.has_own else nested.put(text), shape.many(inner.shape))


def _found(walk: Walk, names: WalkNames) -> str:
    return f"{matched(walk, names.near, names.edge, names.far)} WHERE {listed(walk, names.near, names.edge, names.far)}"


def _page(projector: Walking, nested: WalkedList, walk: Walk, chosen: SelectedField) -> Piece:
    names = nested.names
    built = _PageOfWalk(projector, nested, walk, names)
    parts = [(each.key, built.part(each)) for each in projector.scope.fields(chosen.sets, f"{walk.link.edge}{PAGE}")]
    keys = nested.token("keys") if built.keyed else "null"
    columns = ", ".join([*(piece.expression for piece in built.pieces), keys])
    found = f"{_found(walk, names)}{nested.token('filter')}"
    rows = (
        f"COLLECT {{ {found}{nested.token('after')} WITH {names.edge}, {names.far} ORDER BY {nested.token('order')} "
        f"LIMIT ${nested.first} + 1 RETURN [{columns}] }}"
    )
    total = f"COUNT {{ {found} }}" if built.total else "null"
    told = f"${nested.first}, $order_{nested.number}, $after_{nested.number} IS NOT NULL"
    text = f"[{rows}, {told}, {total}]"
    return Piece(text if nested.has_own else nested.put(text), _shaped(parts))


def _shaped(parts: list[tuple[str, Callable[[list[Any]], Any]]]) -> shape.Shape:
    return lambda values: None if values is None else {key: part(values) for key, part in parts}


class _PageOfWalk:
    """The parts of a page that are selected, each made of the values that the page's text returns."""

    def __init__(self, projector: Walking, nested: WalkedList, walk: Walk, names: WalkNames) -> None:
        self.projector, self.nested, self.walk, self.names = projector, nested, walk, names
        self.pieces: list[Piece] = []
        self.total = self.keyed = False

    def part(self, chosen: SelectedField) -> Callable[[list[Any]], Any]:
        """Return what makes a selected part of the page."""
        if chosen.name == "__typename":
            return lambda _: f"{self.walk.link.edge}{PAGE}"
        if chosen.name == "totalCount":
            self.total = True
            return lambda values: values[_TOTAL]
        if chosen.name == "pageInfo":
            return self._page_info(chosen)
        if chosen.name == "nodes":
            node = self._node(chosen)
            return lambda values: [node(row, values) for row in _shown(values)]
        fields = [(each.key, self._of_row(each)) for each in self._fields(chosen)]
        return lambda values: [{key: read(row, values) for key, read in fields} for row in _shown(values)]

    def _fields(self, chosen: SelectedField) -> list[SelectedField]:
        return self.projector.scope.fields(chosen.sets, f"{self.walk.link.edge}Edge")

    def _of_row(self, chosen: SelectedField) -> Callable[[list[Any], list[Any]], Any]:
        if chosen.name == "__typename":
            return lambda _row, _values: f"{self.walk.link.edge}Edge"
        if chosen.name == "cursor":
            self.keyed = True
            return self._cursor
        return self._node(chosen)

    def _node(self, chosen: SelectedField) -> Callable[[list[Any], list[Any]], Any]:
        piece = _edge(self.projector, self.walk, chosen.sets, self.names)
        place = len(self.pieces)
        self.pieces.append(piece)
        return lambda row, _values: piece.shape(row[place])

    def _cursor(self, row: list[Any], values: list[Any]) -> str:
        return signed(f"{self.nested.place}:{values[_ORDER]}", row[-1])

    def _page_info(self, chosen: SelectedField) -> Callable[[list[Any]], Any]:
        names = [(each.key, each.name) for each in self.projector.scope.fields(chosen.sets, "PageInfo")]
        self.keyed = self.keyed or any(name in {"startCursor", "endCursor"} for _, name in names)

        def build(values: list[Any]) -> dict[str, Any]:
            rows = _shown(values)
            known: dict[str, Callable[[], Any]] = {
                "hasNextPage": lambda: len(values[_ROWS]) > values[_FIRST],
                "hasPreviousPage": lambda: values[_FOLLOWS],
                "startCursor": lambda: self._cursor(rows[0], values) if rows else None,
                "endCursor": lambda: self._cursor(rows[-1], values) if rows else None,
                "__typename": lambda: "PageInfo",
            }
            return {key: known[name]() for key, name in names}

        return build


def _shown(values: list[Any]) -> list[Any]:
    return list(values[_ROWS][: values[_FIRST]])


def _edge(projector: Walking, walk: Walk, sets: Sets, names: WalkNames) -> Piece:
    link = walk.link
    start, end = (names.near, names.far) if walk.forward else (names.far, names.near)
    pieces: list[tuple[str, Piece]] = []
    for chosen in projector.scope.fields(sets, link.edge):
        if chosen.name == link.start_name:
            piece = projector.node(end_type(link.start), chosen.sets, start)
        elif chosen.name == link.end_name:
            piece = projector.node(end_type(link.end), chosen.sets, end)
        elif chosen.name == STATEMENTS:
            piece = _statements(projector, walk, chosen, names)
        elif chosen.name == "__typename":
            piece = constant(link.edge)
        else:
            piece = _stated(projector, walk, chosen, names.edge, names.near)
        pieces.append((chosen.key, piece))
    return one_object(pieces, f"{names.far}.uid")


def _stated(projector: Walking, walk: Walk, chosen: SelectedField, edge: str, near: str) -> Piece:
    """Return the projection of what one row states of a link."""
    link = walk.link
    if chosen.name == "provenance":
        return provenance.of_edge(projector, chosen, edge)
    if chosen.name == "id" and link.mutual:
        return Piece(own_id(edge, near), shape.leaf)
    if chosen.name == OUTGOING:
        return Piece(f"startNode({edge}) = {near}", shape.leaf)
    if chosen.name in link.ties.FROM_THE_END:
        return Piece(carried(link, chosen.name, edge, near), shape.leaf)
    return Piece(scalar_of(link.edge, chosen.name, edge), shape.leaf)


def _statements(projector: Walking, walk: Walk, chosen: SelectedField, names: WalkNames) -> Piece:
    """Return the projection of all that say what a row of a list says, the one that it is listed by first."""
    type_name, said = f"{walk.link.edge}{STATEMENT}", f"y{projector.next_number()}"
    inner = one_object([
        (each.key, constant(type_name) if each.name == "__typename" else _stated(projector, walk, each, said, names.near))
        for each in projector.scope.fields(chosen.sets, type_name)
    ])  # fmt: skip
    found = f"MATCH ({names.near})-[{said}:{walk.link.type}]-({names.far}) WHERE {visible(said)}"
    same, order = says_the_same(walk, said, names.edge, names.near), statement_place(said, names.near)
    most = MOST[f"{walk.link.edge}.{STATEMENTS}"]
    text = f"COLLECT {{ {found} AND {same} WITH {said} ORDER BY {order} LIMIT {most} RETURN {inner.expression} }}"
    return Piece(text, shape.many(inner.shape))
