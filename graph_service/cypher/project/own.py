"""What the service itself keeps and gives an id, as nodes: links, loads and series, beside the kinds that are declared.

Of a link and a load the same row is shown that their lists show, made of the node; who may read it is said by the file of
`queries/read/own/` that finds the node by its id.
"""

from typing import Protocol

from graph_service.cypher.files import part
from graph_service.cypher.project.kept import series
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.visibility import visible

LINK, LOAD = "Link", "Load"
_ENDS = f"MATCH (one:Matter)<-[:JOINS {{place: 0}}]-(l:Link)-[:JOINS {{place: 1}}]->(other:Matter) WHERE {visible('one', 'other')}"
_ROWS = {LINK: (_ENDS, "link", "link_late"), LOAD: ("", "own/load")}
OWN = (series.SERIES, *_ROWS)
# What has an id without being a node of the graph that is asked is told apart as well.
PREFIXES_OF_OWN = {
    "series": series.SERIES, "link": LINK, "load": LOAD, "same": "IdentityCandidate", "notice": "Notice", "hit": "Hit",
    "access": "AccessRequest", "recusal": "Recusal", "probing": "Probing",
    "recommendation": "Recommendation", "sweep": "Sweep", "supervisionlist": "SupervisionList",
    "consultation": "Consultation", "consultationtask": "ConsultationTask",
    "taskitem": "TaskItem", "intervention": "Intervention", "view": "SavedView",
}  # fmt: skip


class KeyProjecting(Projecting, Protocol):
    """What is asked of the projector for a row that is made of a node."""

    def key(self, type_name: str, chosen: SelectedField, var: str) -> Piece:
        """Return the projection of one key of a map."""


def field(projector: KeyProjecting, owner: str, chosen: SelectedField, var: str) -> Piece:
    """Return the projection of one field of a node of the service's own."""
    if owner == series.SERIES:
        return series.field(projector, chosen, var)
    found, *parts = _ROWS[owner]
    row = f"y{projector.next_number()}"
    inner = projector.key(owner, chosen, row)
    texts = "\n".join(filter(None, (found, *map(part, parts))))
    shown = f"CALL ({var}) {{\nWITH {var} AS l\n{texts}\nRETURN row AS {row}\n}}"
    return Piece(f"COLLECT {{ {shown} RETURN {inner.expression} }}[0]", inner.shape)
