"""The journal of changes: for a node and the readers of a row that speaks of it, when they came to know of it and what became of it.

It is written in the transaction of the change itself and numbered at its end (`queries/editions/count_up.cypher`), so the
numbers go up in the order in which changes are there to be read. For each node and set of readers it holds the number of
the last of all (`number`), when rows last said something else (`said`), since when they can know the node (`first`), when
they last could no longer (`left`) and could again (`back`), and who could read the node before the journal knew of it
(`was`). A graph keeps none before it was served (`queries/changes/begin.cypher`), so that the first loading of a city writes
nothing twice.
"""

from graph_service.cypher.marks import readers_in
from schema import MATTER, RELATIONSHIP_TYPES

# How many journals there are, none or one, known before the first row.
KEPT = "CALL () {\n  MATCH (b:ChangeBook)\n  RETURN count(b) AS journals\n}"
_ENTRY = "MERGE (c:Change {{uid: {uid} + '|' + readers}})\n  ON CREATE SET c.of = {uid}, c.kind = {kind}, c.audience = readers, c.was = {was}"
_SEEN, _TOLD, _LOST = (
    "c.seen = true",
    "c.told = true",
    "c.seen = false",
)  # they can know it now; it says otherwise; no longer
_SAID = {"KNOWN": _SEEN, "TOLD": _TOLD, "RAISED": f"{_SEEN}, {_TOLD}", "LOST": _LOST}


def made(label: str, uid: str, audience: str, when: str = "true") -> str:
    """Return the noting of a node that was not there before, where a condition holds."""
    audiences = f"CASE WHEN journals > 0 AND {when} THEN [{audience}] ELSE [] END"
    return _noted(audiences, _ENTRY.format(uid=uid, kind=f"'{label}'", was="null"), _SEEN)


def rewritten(label: str) -> str:
    """Return the noting of a node n that rows say otherwise of.

    `told` are the audiences of what is said otherwise, `further` those that came to know the node, and `readers` all
    audiences of what is still said: who is in none of them can no longer know it.
    """
    entry = _ENTRY.format(uid="n.uid", kind=f"'{label}'", was=readers_in("n.audience"))
    told, further = (
        f"CASE WHEN journals > 0 AND n.survivor IS NULL THEN coalesce(row.{name}, []) ELSE [] END"
        for name in ("told", "further")
    )
    noted = f"{_noted(told, entry, _SAID['RAISED'])}\n{_noted(further, entry, _SEEN)}"
    return f"{noted}\n{_left('coalesce(row.readers, [c.audience])', 'n, row')}"


def gone(label: str) -> str:
    """Return the noting of a node n that is about to be deleted."""
    readers = "[coalesce(n.own_audience, n.audience)] + [(s:SourceRecord)-[:DESCRIBES]->(n) | s.audience]"
    entry = _ENTRY.format(uid="n.uid", kind=f"'{label}'", was=readers_in("coalesce(n.own_audience, n.audience)"))
    return f"{_noted(f'CASE WHEN journals > 0 THEN {readers} ELSE [] END', entry, 'c.seen = null')}\n{_left('[]', 'n')}"


def of_matter(link_type: str, var: str, audience: str, when: str = "true") -> str:
    """Return the noting of the matter at which a relationship starts, for who may read that; nothing where no matter does."""
    if not set(RELATIONSHIP_TYPES[link_type].start) & set(MATTER):
        return ""
    kind = f"[each IN labels({var}) WHERE each IN {list(MATTER)}][0]"
    audiences = f"CASE WHEN journals > 0 AND {var}:Matter AND {when} THEN [{audience}] ELSE [] END"
    return _noted(audiences, _ENTRY.format(uid=f"{var}.uid", kind=kind, was=readers_in(f"{var}.audience")), _TOLD)


def noted(node: str, kind: str, readers: str, was: str, said: str) -> str:
    """Return the noting of one node for these readers where there is a journal: it is KNOWN, TOLD otherwise, RAISED, or LOST.

    For query files; it goes where a clause does.
    """
    entry = _ENTRY.format(uid=f"{node}.uid", kind=kind, was=readers_in(was))
    return _noted(f"CASE WHEN EXISTS {{ (:ChangeBook) }} THEN [{readers}] ELSE [] END", entry, _SAID[said])


def _noted(audiences: str, entry: str, said: str) -> str:
    return (
        f"FOREACH (readers IN [each IN {audiences} | {readers_in('each')}] |\n  {entry}\n  SET c:Unnumbered, {said}\n)"
    )


def _left(readers: str, given: str) -> str:
    return f"""WITH *
CALL ({given}, journals) {{
  WITH * WHERE journals > 0
  MATCH (c:Change {{of: n.uid}}) USING INDEX c:Change(of)
  WHERE NOT c.audience IN {readers}
  SET c:Unnumbered, {_LOST}
}}"""
