"""The predicate on the viewer, as every macro and projection says it."""


def visible(*things: str) -> str:
    """Return the condition that the viewer may read each of these nodes and relationships."""
    return " AND ".join(open_to_viewer(f"{thing}.audience") for thing in things)


def open_to_viewer(audience: str) -> str:
    """Return the condition that the viewer is one of these readers."""
    return f"{audience} IN $viewer_audiences"
