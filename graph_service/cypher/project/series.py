"""A series of connected matters, and what is around it, as a projection: each list is found only where it is selected.

Rights: a series is there for whoever may read a matter that is or was in it, and shows of its members those that the viewer
may read; its state, its lead team, who opened it and when are its own and told to all of these. Whatever somebody wrote
(title, reasons, the board) rests on the members that the writer could read while writing, and is for whoever may read every
one of them now: who adds a hidden matter takes no note away from anybody, and no note tells of a matter whom it is hidden from.
"""

from dataclasses import dataclass

from graph_service.cypher.files import part
from graph_service.cypher.project import shape
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece, constant, one_object
from graph_service.cypher.project.selection import SelectedField
from graph_service.model import snake
from schema import MATTER

SERIES = "Series"
SERIES_FIELD = "series"  # of a matter
_STORED = {"state", "leadTeam", "openedBy"}
_TIMES = {"openedAt", "closedAt"}
_SAID_AT_OPENING = {"title", "reason"}
_UNTITLED = "'串案'"


@dataclass(frozen=True)
class _Listed:
    """A nested list: the part that finds its rows, what it calls the node it is found of, the type of a row."""

    part: str
    of: str
    row: str


_LISTS = {
    "members": _Listed("series/members", "s", "SeriesMember"),
    "notes": _Listed("series/notes", "s", "SeriesNote"),
    "timeline": _Listed("series/timeline", "s", "SeriesEvent"),
    "suggestions": _Listed("series/suggestions", "s", "SeriesSuggestion"),
}
_OPENING = _Listed("series/opening", "s", "")
_OF_MATTER = _Listed("series/of_matter", "m", SERIES)


def is_in_series(owner: str) -> bool:
    """Return whether the type is one that series are made of."""
    return owner in MATTER or owner == "Matter"


def of_matter(projector: Projecting, owner: str, chosen: SelectedField, matter: str) -> Piece:
    """Return the projection of the series that a matter is a member of, open ones first."""
    return _list(projector, owner, chosen, matter, _OF_MATTER)


def field(projector: Projecting, chosen: SelectedField, var: str) -> Piece:
    """Return the projection of one field of a series."""
    name = chosen.name
    if name == "provenance":
        told = {"source": constant("leadlink"), "__typename": constant("Provenance")}
        fields = projector.scope.fields(chosen.sets, "Provenance")
        return one_object([(each.key, told.get(each.name, constant(None))) for each in fields])
    if name in _LISTS:
        return _list(projector, SERIES, chosen, var, _LISTS[name])
    if name in _TIMES:
        return Piece(f"toString({var}.{snake(name)})", shape.leaf)
    if name in _STORED:
        return Piece(f"{var}.{snake(name)}", shape.leaf)
    number = projector.next_number()
    told_as, place = f"y{number}", f"z{number}"
    said = f"COLLECT {{ {_found(_OPENING, var, told_as, place)} RETURN {told_as} }}[0]"
    if name in _SAID_AT_OPENING:
        return Piece(f"{said}.{name}", shape.leaf)
    return Piece(f"coalesce({said}.title, {_UNTITLED})", shape.leaf)


def _list(projector: Projecting, owner: str, chosen: SelectedField, var: str, listed: _Listed) -> Piece:
    number, limit = projector.open_list(owner, chosen)
    row, place = f"y{number}", f"z{number}"
    inner = projector.row(listed.row, chosen.sets, row)
    text = (
        f"COLLECT {{ {_found(listed, var, row, place)} "
        f"WITH {row} ORDER BY {place} LIMIT ${limit} RETURN {inner.expression} }}"
    )
    return Piece(text, shape.many(inner.shape))


def _found(listed: _Listed, var: str, row: str, place: str) -> str:
    """Return the call that finds the rows; inside it the part has its own names, however deep the list stands.

    So the variable itself may have none of them: a root that shows series calls them something else than `row`.
    """
    text = part(listed.part)
    return f"CALL ({var}) {{\nWITH {var} AS {listed.of}\n{text}\nRETURN row AS {row}, place AS {place}\n}}"
