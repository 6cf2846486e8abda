"""A nested list of what the service itself keeps, found by a file of `queries/parts/` that returns a row and its place."""

from dataclasses import dataclass

from graph_service.cypher.files import part
from graph_service.cypher.project import shape
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField


@dataclass(frozen=True)
class Listed:
    """A nested list: the part that finds its rows, what it calls the node it is found of, the type of a row."""

    part: str
    of: str
    row: str


def list_of(projector: Projecting, owner: str, chosen: SelectedField, var: str, listed: Listed) -> Piece:
    """Return the projection of the list, in the order of its places, cut where the selection says."""
    number, limit = projector.open_list(owner, chosen)
    row, place = f"y{number}", f"z{number}"
    inner = projector.row(listed.row, chosen.sets, row)
    text = (
        f"COLLECT {{ {found(listed, var, row, place)} "
        f"WITH {row} ORDER BY {place} LIMIT ${limit} RETURN {inner.expression} }}"
    )
    return Piece(text, shape.many(inner.shape))


def found(listed: Listed, var: str, row: str, place: str) -> str:
    """Return the call that finds the rows; inside it the part has its own names, however deep the list stands.

    So the variable itself may have none of them: a root that shows series calls them something else than `row`.
    """
    text = part(listed.part)
    return f"CALL ({var}) {{\nWITH {var} AS {listed.of}\n{text}\nRETURN row AS {row}, place AS {place}\n}}"
