"""The pattern by which a link is followed from a node, and which links are rows of a list.

Of a mutual link several rows may say the same: each of a couple registers the other. A list holds it once, by the statement
that comes first among those that the viewer may read: of the one whose list it is before that of the other.
"""

from graph_service.cypher.visibility import visible
from graph_service.model import Walk, carried


def matched(walk: Walk, near: str, edge: str, far: str, label: str = "") -> str:
    """Return the MATCH that leads from a node along a link; of what stands at its end, only those with the label if one is given."""
    labels = walk.link.end if walk.forward else walk.link.start
    one = label or (labels[0] if len(labels) == 1 else "")
    left, right = "-" if walk.forward else "<-", "->" if walk.forward and not walk.link.mutual else "-"
    return f"MATCH ({near}){left}[{edge}:{walk.link.type}]{right}({far}{f':{one}' if one else ''})"


def listed(walk: Walk, near: str, edge: str, far: str) -> str:
    """Return the condition that the viewer may see a link and its far end, and that no statement before it says the same."""
    if not walk.link.mutual:
        return visible(edge, far)
    other = f"{edge}_same"
    found = f"MATCH ({near})-[{other}:{walk.link.type}]-({far}) WHERE {visible(other)}"
    earlier = (
        f"{says_the_same(walk, other, edge, near)} AND {statement_place(other, near)} < {statement_place(edge, near)}"
    )
    return f"{visible(edge, far)} AND NOT EXISTS {{ {found} AND {earlier} }}"


def says_the_same(walk: Walk, one: str, other: str, near: str) -> str:
    """Return the condition that two links between the same two nodes say the same of the one whose list they are in."""
    pairs = ((carried(walk.link, name, each, near) for each in (one, other)) for name in walk.link.ties.SAME_BY)
    return " AND ".join(f"coalesce({first}, '') = coalesce({second}, '')" for first, second in pairs)


def statement_place(edge: str, near: str) -> str:
    """Return the expression of the list by which statements sort that say the same: those of the node itself first."""
    keys = (f"coalesce({edge}.{name}, '')" for name in ("source", "source_key", "uid"))
    return f"[CASE WHEN startNode({edge}) = {near} THEN 0 ELSE 1 END, {', '.join(keys)}]"
