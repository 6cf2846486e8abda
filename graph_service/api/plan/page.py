"""Pages: edges with cursors, nodes, counts and further lists, put together from one record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import SelectionSetNode, get_named_type

from graph_service.api.plan.grouped import Groups, GroupsReader
from graph_service.api.plan.root import Root
from graph_service.cypher.lists.cursor import write_cursor
from graph_service.cypher.lists.page import Answer
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.projection import Projector
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.project.shape import Shape, many
from graph_service.model import snake


@dataclass(frozen=True)
class Page:
    """One page being put together: who signs its cursors, what was asked."""

    key: bytes
    place: str
    first: int
    follows: bool
    price: int = 0
    has_more: bool = False  # where the rows were found before: whether more follow than are shown

    def cursor(self, keys: list[Any]) -> str:
        """Return the cursor of the row with these sort values."""
        return write_cursor(self.key, self.place, keys)


_DRAWN = {"Node", "Relationship"}  # what is drawn once, however many rows it is a part of
PageRows = list[list[Any]]


@dataclass(frozen=True)
class PageRecord:
    """What the query returned: the rows of the page, whether more follow, how many there are in all, the further lists."""

    rows: PageRows
    has_more: bool
    total: int | None
    extras: Sequence[Any]
    groups: Sequence[Any] = ()


PagePart = Callable[[PageRecord, Page], Any]


@dataclass
class PageBuilder:
    """Reads what is selected of a page, then builds it from the record that the query returns."""

    root: Root
    projector: Projector
    pieces: list[Piece] = field(default_factory=list)  # one per place in the selection that shows the row
    parts: list[tuple[str, PagePart]] = field(default_factory=list)
    extras: list[tuple[str, str]] = field(default_factory=list)
    groups: list[Groups] = field(default_factory=list)
    total: bool = False
    keyed: bool = False  # whether some part shows a cursor; the row's sort values then come after its pieces

    @property
    def type_name(self) -> str:
        """Return the name of the page's type."""
        query_type = self.projector.scope.schema.query_type
        if query_type is None:
            raise TypeError("the schema has no root type")
        return str(get_named_type(query_type.fields[self.root.name].type).name)

    def read(self, sets: tuple[SelectionSetNode, ...]) -> None:
        """Plan every selected part."""
        flat = {name: (key, kind) for name, key, kind in self.root.flat}
        for chosen in self.projector.scope.fields(sets, self.type_name):
            self.parts.append((chosen.key, self._part(chosen, flat)))

    def answer(self) -> Answer:
        """Return what the query has to return for the selected parts."""
        text = ", ".join(piece.expression for piece in self.pieces)
        groups = tuple(each.texts for each in self.groups)
        return Answer(self.root.row, text, self.total, tuple(self.extras), self.keyed, groups)

    def building(self) -> Callable[[list[Any], Page], dict[str, Any]]:
        """Return what makes the page of the record's values; it outlives the operation that it was read from."""
        parts, counted, further = tuple(self.parts), int(self.total), len(self.extras)

        def build(values: list[Any], page: Page) -> dict[str, Any]:
            rows = values[0]
            total = values[1] if counted else None
            more, rest = page.has_more or len(rows) > page.first, values[1 + counted :]
            record = PageRecord(rows[: page.first], more, total, rest[:further], rest[further:])
            return {key: part(record, page) for key, part in parts}

        return build

    def _part(self, chosen: SelectedField, flat: dict[str, tuple[str, str]]) -> PagePart:
        if chosen.name == "__typename":
            return _constant(self.type_name)
        if chosen.name == "totalCount":
            self.total = True
            return lambda record, _page: record.total
        if chosen.name == "pageInfo":
            return self._page_info(chosen)
        if chosen.name == "grouped":
            return self._grouped(chosen)
        if chosen.name in flat:
            return self._flat(chosen, *flat[chosen.name])
        if chosen.name == "edges":
            return self._edges(chosen)
        if chosen.name == "nodes":
            return self._list(*self._row(chosen))
        return self._extra(chosen)

    def _row(self, chosen: SelectedField) -> tuple[int, Shape]:
        if self.root.node is None:
            return self._place(self.projector.row(self.root.type, chosen.sets, self.root.row))
        piece = self.projector.row(self.root.type, chosen.sets, "inner")
        return self._place(
            Piece(f"COLLECT {{ WITH {self.root.node} AS inner RETURN {piece.expression} }}[0]", piece.shape)
        )

    def _place(self, piece: Piece) -> tuple[int, Shape]:
        self.pieces.append(piece)
        return len(self.pieces) - 1, piece.shape

    def _list(self, index: int, shape: Shape) -> PagePart:
        each = many(shape)
        return lambda record, _page: each([row[index] for row in record.rows])

    def _flat(self, chosen: SelectedField, key: str, type_name: str) -> PagePart:
        var = f"x{len(self.pieces)}"
        piece = self.projector.row(type_name, chosen.sets, var)
        text = f"COLLECT {{ WITH {self.root.row}.{key} AS {var} RETURN [{_identity(type_name, var)}, {piece.expression}] }}[0]"
        index, shape = self._place(Piece(text, piece.shape))
        if type_name not in _DRAWN:
            return lambda record, _page: [shape(row[index][1]) for row in record.rows]

        def build(record: PageRecord, _page: Page) -> Any:
            once = {row[index][0]: row[index][1] for row in record.rows}
            return [shape(value) for value in once.values()]

        return build

    def _edges(self, chosen: SelectedField) -> PagePart:
        type_name = f"{self.type_name.removesuffix('Connection')}Edge"
        fields: list[tuple[str, Callable[[list[Any], Page], Any]]] = []
        for each in self.projector.scope.fields(chosen.sets, type_name):
            if each.name == "cursor":
                self.keyed = True
                fields.append((each.key, lambda row, page: page.cursor(row[-1])))
            elif each.name == "__typename":
                fields.append((each.key, lambda _row, _page: type_name))
            else:
                fields.append((each.key, self._node(each)))
        if len(fields) == 1:
            key, only = fields[0]
            return lambda record, page: [{key: only(row, page)} for row in record.rows]
        return lambda record, page: [{key: read(row, page) for key, read in fields} for row in record.rows]

    def _node(self, chosen: SelectedField) -> Callable[[list[Any], Page], Any]:
        index, shape = self._row(chosen)
        return lambda row, _page: shape(row[index])

    def _page_info(self, chosen: SelectedField) -> PagePart:
        names = [(each.key, each.name) for each in self.projector.scope.fields(chosen.sets, "PageInfo")]
        self.keyed = self.keyed or any(name in {"startCursor", "endCursor"} for _, name in names)

        def build(record: PageRecord, page: Page) -> dict[str, Any]:
            rows = record.rows
            known: dict[str, Callable[[], Any]] = {
                "hasNextPage": lambda: record.has_more,
                "hasPreviousPage": lambda: page.follows,
                "startCursor": lambda: page.cursor(rows[0][-1]) if rows else None,
                "endCursor": lambda: page.cursor(rows[-1][-1]) if rows else None,
                "__typename": lambda: "PageInfo",
            }
            return {key: known[name]() for key, name in names}

        return build

    def _grouped(self, chosen: SelectedField) -> PagePart:
        reader = GroupsReader(self.projector, self.root.type, self.root.row, self.projector.next_number())
        groups, place = reader.open(self.type_name, chosen), len(self.groups)
        self.groups.append(groups)
        return lambda record, _page: groups.read(*record.groups[place])

    def _extra(self, chosen: SelectedField) -> PagePart:
        field_type = self.projector.scope.schema.type_map[self.type_name].fields[chosen.name].type  # type: ignore[attr-defined]
        piece = self.projector.row(get_named_type(field_type).name, chosen.sets, "row")
        place = len(self.extras)
        self.extras.append((snake(chosen.name), piece.expression))

        def build(record: PageRecord, _page: Page) -> Any:
            return [piece.shape(value) for value in record.extras[place]]

        return build


def _constant(value: str) -> PagePart:
    return lambda _record, _page: value


def _identity(type_name: str, var: str) -> str:
    return f"{var}.uid" if type_name in _DRAWN else "null"
