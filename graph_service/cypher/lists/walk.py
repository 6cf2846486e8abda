"""The pattern by which a link is followed from a node."""

from graph_service.model import Walk


def matched(walk: Walk, near: str, edge: str, far: str, label: str = "") -> str:
    """Return the MATCH that leads from a node along a link; of what stands at its end, only those with the label if one is given."""
    labels = walk.link.end if walk.forward else walk.link.start
    one = label or (labels[0] if len(labels) == 1 else "")
    left, right = "-" if walk.forward else "<-", "->" if walk.forward and not walk.link.mutual else "-"
    return f"MATCH ({near}){left}[{edge}:{walk.link.type}]{right}({far}{f':{one}' if one else ''})"
