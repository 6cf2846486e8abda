"""A series of connected matters, and what is around it, as a projection: each list is found only where it is selected.

Rights: a series is there for whoever may read a matter that is or was in it, and shows of its members those that the viewer
may read; its state, its lead team, who opened it and when are its own and told to all of these. Whatever somebody wrote
(title, reasons, the board) rests on the members that the writer could read while writing, and is for whoever may read every
one of them now: who adds a hidden matter takes no note away from anybody, and no note tells of a matter whom it is hidden from.
"""

from graph_service.cypher.project import shape
from graph_service.cypher.project.listed import Listed, found, list_of
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


_LISTS = {
    "members": Listed("series/members", "s", "SeriesMember"),
    "notes": Listed("series/notes", "s", "SeriesNote"),
    "timeline": Listed("series/timeline", "s", "SeriesEvent"),
    "suggestions": Listed("series/suggestions", "s", "SeriesSuggestion"),
}
_OPENING = Listed("series/opening", "s", "")
_OF_MATTER = Listed("series/of_matter", "m", SERIES)


def is_in_series(owner: str) -> bool:
    """Return whether the type is one that series are made of."""
    return owner in MATTER or owner == "Matter"


def of_matter(projector: Projecting, owner: str, chosen: SelectedField, matter: str) -> Piece:
    """Return the projection of the series that a matter is a member of, open ones first."""
    return list_of(projector, owner, chosen, matter, _OF_MATTER)


def field(projector: Projecting, chosen: SelectedField, var: str) -> Piece:
    """Return the projection of one field of a series."""
    name = chosen.name
    if name == "provenance":
        told = {"source": constant("leadlink"), "__typename": constant("Provenance")}
        fields = projector.scope.fields(chosen.sets, "Provenance")
        return one_object([(each.key, told.get(each.name, constant(None))) for each in fields])
    if name in _LISTS:
        return list_of(projector, SERIES, chosen, var, _LISTS[name])
    if name in _TIMES:
        return Piece(f"toString({var}.{snake(name)})", shape.leaf)
    if name in _STORED:
        return Piece(f"{var}.{snake(name)}", shape.leaf)
    number = projector.next_number()
    told_as, place = f"y{number}", f"z{number}"
    said = f"COLLECT {{ {found(_OPENING, var, told_as, place)} RETURN {told_as} }}[0]"
    if name in _SAID_AT_OPENING:
        return Piece(f"{said}.{name}", shape.leaf)
    return Piece(f"coalesce({said}.title, {_UNTITLED})", shape.leaf)
