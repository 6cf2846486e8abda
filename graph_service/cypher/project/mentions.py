"""What the text of a matter names, as a list of the matter: places in the text, and the entity where it is sure.

A mention rests only on what every one of its readers may read, so its certainty tells nothing about hidden entities; the
entities themselves are shown to those who may read them.
"""

from typing import Protocol

from graphql import SelectionSetNode

from graph_service.cypher.macros import visible_itself
from graph_service.cypher.order import node_order, sorting
from graph_service.cypher.project import shape
from graph_service.cypher.project.piece import Piece, constant, one_object
from graph_service.cypher.project.selection import Scope, SelectedField
from graph_service.cypher.visibility import visible
from graph_service.model import snake
from schema import MATTER

MENTIONS = "mentions"
_CANDIDATES = 20


class Projecting(Protocol):
    """What a part of a projection asks of the projector that it belongs to."""

    scope: Scope

    def node(self, type_name: str, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        """Return the projection of a node of this kind or family."""

    def row(self, type_name: str, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        """Return the projection of a node, or of a map whose keys are the fields of the type."""

    def next_number(self) -> int:
        """Return a number that no variable of the projection has yet."""

    def open_list(self, owner: str, chosen: SelectedField) -> tuple[int, str]:
        """Return the number of a nested list and the parameter that bounds it."""


def has_mentions(owner: str) -> bool:
    """Return whether the type is one whose texts are read."""
    return owner in MATTER or owner == "Matter"


def mentions(projector: Projecting, owner: str, chosen: SelectedField, matter: str) -> Piece:
    """Return the projection of what a matter's text names, in the order of the text."""
    number, limit = projector.open_list(owner, chosen)
    var = f"x{number}"
    pieces = [(each.key, _field(projector, each, var)) for each in projector.scope.fields(chosen.sets, "Mention")]
    inner = one_object(pieces)
    text = (
        f"COLLECT {{ MATCH ({matter})-[:MENTIONS]->({var}:Mention) WHERE {visible(var)} "
        f"WITH {var} ORDER BY {var}.start, {var}.end, {var}.kind, {var}.uid LIMIT ${limit} RETURN {inner.expression} }}"
    )
    return Piece(text, shape.many(inner.shape))


def _field(projector: Projecting, chosen: SelectedField, var: str) -> Piece:
    if chosen.name == "__typename":
        return constant("Mention")
    if chosen.name == "id":
        return Piece(f"{var}.uid", shape.leaf)
    if chosen.name not in ("entity", "candidates"):
        return Piece(f"{var}.{snake(chosen.name)}", shape.leaf)
    is_one = chosen.name == "entity"
    number = projector.next_number()
    told, meant = f"e{number}", f"m{number}"  # what the text means, and what answers for it since it was merged
    node = projector.node("Entity", chosen.sets, meant)
    state, bound = ("SURE", 1) if is_one else ("CANDIDATE", _CANDIDATES)
    text = (
        f"COLLECT {{ MATCH ({var})-[:REFERS_TO]->({told}:Entity)-[:MERGED_INTO*0..]->({meant}:Entity) "
        f"WHERE {var}.state = '{state}' AND {visible_itself(told)} AND {visible(meant)} "
        f"WITH DISTINCT {meant} ORDER BY {sorting(node_order('Entity', meant))} LIMIT {bound} RETURN {node.expression} }}"
    )
    return Piece(f"{text}[0]", node.shape) if is_one else Piece(text, shape.many(node.shape))
