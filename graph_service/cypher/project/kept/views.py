"""What is in a saved view, as lists of its row: found only where they are selected, each as far as the viewer may read it.

Rights: a view is there for who saved it and for the teams that it is shared with; each of them sees of it what they may read of
the graph today. What its owner wrote, and chose to leave out, rests on all that is in it, as what is said of a series does.
"""

from graph_service.cypher.project import shape
from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.listed import Listed, found
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField

VIEW = "SavedView"
_LISTS = {"things": Listed("views/things", "v", "SavedThing"), "ties": Listed("views/ties", "v", "Relationship")}


def is_in_view(owner: str, name: str) -> bool:
    """Return whether a field of a row is a list of what a saved view holds."""
    return owner == VIEW and name in _LISTS


def of_view(projector: Projecting, chosen: SelectedField, row: str) -> Piece:
    """Return the projection of one of these lists of a row, which holds the view and what its things stand for."""
    listed, number = _LISTS[chosen.name], projector.next_number()
    view, told, place = f"x{number}", f"y{number}", f"z{number}"
    inner = projector.row(listed.row, chosen.sets, told)
    text = (
        f"COLLECT {{ WITH {row} AS {view} {found(listed, view, told, place)} "
        f"WITH {told} ORDER BY {place} LIMIT {MOST[f'{VIEW}.{chosen.name}']} RETURN {inner.expression} }}"
    )
    return Piece(text, shape.many(inner.shape))
