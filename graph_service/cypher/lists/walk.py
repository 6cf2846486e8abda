"""The patterns by which something is followed from a node: a link, or what the journal of changes says of it."""

from graph_service.cypher.visibility import visible
from graph_service.model import Walk


def matched(walk: Walk, near: str, edge: str, far: str, label: str = "") -> str:
    """Return the MATCH that leads from a node along a link; of what stands at its end, only those with the label if one is given."""
    labels = walk.link.end if walk.forward else walk.link.start
    one = label or (labels[0] if len(labels) == 1 else "")
    left, right = "-" if walk.forward else "<-", "->" if walk.forward and not walk.link.mutual else "-"
    return f"MATCH ({near}){left}[{edge}:{walk.link.type}]{right}({far}{f':{one}' if one else ''})"


def changed_since(var: str, noted: str, place: str) -> str:
    """Return the condition that the viewer may know of a change of a node after a place in the journal, its number and uid."""
    later = f"{noted}.number >= {place}[0] AND ({noted}.number > {place}[0] OR {noted}.uid > {place}[1])"
    return f"EXISTS {{ MATCH ({noted}:Change {{of: {var}.uid}}) WHERE {later} AND {visible(noted)} }}"
