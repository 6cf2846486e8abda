"""What the journal of changes says of a node to a viewer who looked up to a place in it: the number and uid of an entry.

An entry holds several moments (`cypher/load/journal.py`); each lies after a place as its number does and, of the changes of
one transaction, as its uid does: a page may end between them.
"""

from graph_service.cypher.visibility import open_to_viewer, visible


def is_later(moment: str, entry: str, number: str, uid: str) -> str:
    """Return the condition that a moment of an entry of the journal lies after a place."""
    return f"({moment} > {number} OR {moment} = {number} AND {entry}.uid > {uid})"


def was_known(of: str, number: str, uid: str) -> str:
    """Return the condition that the viewer could know a node, whose uid is given, when they looked up to a place in the journal."""
    first, left, back = (
        is_later(f"known_entry.{each}", "known_entry", number, uid) for each in ("first", "left", "back")
    )
    gone = f"coalesce(NOT {left} AND NOT coalesce(known_entry.back > known_entry.left AND NOT {back}, false), false)"
    its = f"MATCH (known_entry:Change {{of: {of}}}) WHERE {visible('known_entry')}"
    begun = f"{its} WITH known_entry ORDER BY known_entry.first, known_entry.uid LIMIT 1"
    before = f"RETURN {first} AND {open_to_viewer('known_entry.was')}"
    return f"(EXISTS {{ {its} AND NOT {first} AND NOT {gone} }} OR coalesce(COLLECT {{ {begun} {before} }}[0], false))"


def says_otherwise(of: str, number: str, uid: str) -> str:
    """Return the condition that rows which the viewer may read say something else of a node since a place in the journal."""
    said = f"coalesce({is_later('told_entry.said', 'told_entry', number, uid)}, false)"
    return f"EXISTS {{ MATCH (told_entry:Change {{of: {of}}}) WHERE {said} AND {visible('told_entry')} }}"


def changed_since(var: str, entry: str, place: str) -> str:
    """Return the condition that a node, which the viewer may read, is new to them or said otherwise of since a place.

    The place is a list: number and uid up to which the viewer was told, and those from which on they were told it.
    """
    of, begun = f"{var}.uid", (f"{place}[2]", f"{place}[3]")
    later = is_later(f"{entry}.number", entry, f"{place}[0]", f"{place}[1]")
    noted = f"EXISTS {{ MATCH ({entry}:Change {{of: {of}}}) WHERE {later} AND {visible(entry)} }}"
    return f"({noted} AND ({says_otherwise(of, *begun)} OR NOT {was_known(of, *begun)}))"
