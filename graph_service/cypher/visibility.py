"""The predicates on the viewer, as every macro and projection says them: what is read in full, and what is known to exist."""


def visible(*things: str) -> str:
    """Return the condition that the viewer may read each of these nodes and relationships."""
    return " AND ".join(open_to_viewer(f"{thing}.audience") for thing in things)


def open_to_viewer(audience: str) -> str:
    """Return the condition that the viewer is one of these readers."""
    return f"{audience} IN $viewer_audiences"


def hit(*things: str) -> str:
    """Return the condition that the viewer may know of each of these that it exists, and may not read it: its tier is hit."""
    return " AND ".join(f"{thing}.audience IN $viewer_hits.audiences" for thing in things)


def hit_itself(thing: str) -> str:
    """Return the condition that the tier of a node is hit by its own readers, whatever it was merged into."""
    return f"coalesce({thing}.own_audience, {thing}.audience) IN $viewer_hits.audiences"
