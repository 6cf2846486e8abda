"""The groups of a page's rows: what is selected of them, and how it is read from what the query returns."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.lists.page import GroupTexts
from graph_service.cypher.project.nested import GroupedList
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.projection import Projector
from graph_service.cypher.project.selection import SelectedField

Read = Callable[[Any], Any]
_MEASURES = {"sum": 1, "least": 2, "most": 3, "mean": 4}  # places beside the name of the field
_NODE = 2  # where what is shown of a key's node stands, behind by what it is and its text


@dataclass
class Groups:
    """What is selected of the groups of one list; the text that finds them is put together when the arguments are known."""

    opened: GroupedList
    read: Callable[[list[Any], int | None], Any]
    counts: bool

    @property
    def texts(self) -> GroupTexts:
        """Return the tokens of the groups and, where it is wanted, of their number."""
        return GroupTexts(self.opened.token("groups"), self.opened.token("total") if self.counts else None)


@dataclass
class GroupsReader:
    """Reads a selection of groups."""

    projector: Projector
    type_name: str
    row: str
    number: int
    pieces: list[Piece] = field(
        default_factory=list
    )  # what is shown of a key's node, once for each place that shows it
    counts: bool = False

    def open(self, owner: str, chosen: SelectedField) -> Groups:
        """Return what is selected of the groups."""
        fields = [(each.key, self._of_groups(each)) for each in self.projector.scope.fields(chosen.sets, "Groups")]
        shown = f"[{', '.join(piece.expression for piece in self.pieces)}]" if self.pieces else ""
        opened = GroupedList(self.number, owner, chosen.nodes[0], self.type_name, self.row, shown)
        self.projector.arguments.append(opened)

        def read(rows: list[Any], total: int | None) -> Any:
            return {key: part(rows, total) for key, part in fields}

        return Groups(opened, read, self.counts)

    def _of_groups(self, chosen: SelectedField) -> Callable[[list[Any], int | None], Any]:
        if chosen.name == "__typename":
            return lambda _rows, _total: "Groups"
        if chosen.name == "totalCount":
            self.counts = True
            return lambda _rows, total: total
        fields = [(each.key, self._of_group(each)) for each in self.projector.scope.fields(chosen.sets, "Group")]
        return lambda rows, _total: [{key: read(row) for key, read in fields} for row in rows]

    def _of_group(self, chosen: SelectedField) -> Read:
        if chosen.name == "__typename":
            return lambda _row: "Group"
        if chosen.name == "count":
            return lambda row: row[0]
        name, place, one = (
            ("GroupKey", 1, self._of_key) if chosen.name == "keys" else ("GroupNumber", 2, self._of_number)
        )
        fields = [(each.key, one(each)) for each in self.projector.scope.fields(chosen.sets, name)]
        return lambda row: [{key: read(value) for key, read in fields} for value in row[place]]

    def _of_key(self, chosen: SelectedField) -> Read:
        if chosen.name == "__typename":
            return lambda _value: "GroupKey"
        if chosen.name != "node":
            place = 0 if chosen.name == "by" else 1
            return lambda value: value[place]
        piece = self.projector.node("Node", chosen.sets, f"g{self.number}")
        at = len(self.pieces)
        self.pieces.append(piece)
        return lambda value: None if value[_NODE] is None else piece.shape(value[_NODE][at])

    def _of_number(self, chosen: SelectedField) -> Read:
        if chosen.name == "__typename":
            return lambda _value: "GroupNumber"
        place = _MEASURES.get(chosen.name, 0)
        return lambda value: value[place]
