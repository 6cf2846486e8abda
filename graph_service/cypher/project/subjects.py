"""On whom a matter is, in the words of its own source: for who may read that the matter names somebody, and not whom it means.

The named person or unit itself is shown to those who may read it. A partner from outside, such as an auditor, may read no
register, but has written down whom his own finding is on.
"""

from graph_service.cypher.project import shape
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece, constant, one_object
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.visibility import visible
from graph_service.model import snake

SUBJECT, SUBJECTS = "Subject", "subjects"


def of_matter(projector: Projecting, owner: str, chosen: SelectedField, matter: str) -> Piece:
    """Return the projection of the names that a matter's own rows state, in the order of role and name."""
    number, limit = projector.open_list(owner, chosen)
    naming = f"x{number}"
    inner = one_object([
        (each.key, constant(SUBJECT) if each.name == "__typename" else Piece(f"{naming}.{snake(each.name)}", shape.leaf))
        for each in projector.scope.fields(chosen.sets, SUBJECT)
    ])  # fmt: skip
    text = (
        f"COLLECT {{ MATCH ({matter})-[{naming}:NAMES]->(subject{number}) WHERE {visible(naming)} AND {naming}.as_named IS NOT NULL "
        f"WITH DISTINCT {naming}.role AS role, {naming}.as_named AS as_named, {naming}.as_post AS as_post "
        f"WITH {{role: role, as_named: as_named, as_post: as_post}} AS {naming} "
        f"ORDER BY coalesce(role, ''), as_named, coalesce(as_post, '') LIMIT ${limit} RETURN {inner.expression} }}"
    )
    return Piece(text, shape.many(inner.shape))
