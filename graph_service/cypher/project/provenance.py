"""Where what is shown comes from, as far as the viewer's own statements tell it.

A node that several rows describe keeps the place of the row that came first, whoever may read that row. So what is told of it
is sought among the statements that the viewer may read. The number of a row counts the rows before it, and load and time are
those of whichever row came first: they are told to whoever may read every row of the source by what its declaration says,
whatever its rows say. To others the source's own key of a row tells where to look.
"""

from graph_service.cypher.project import shape
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece, constant, one_object
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.visibility import open_to_viewer, visible

_FIELDS = {
    "source": "{said}.source",
    "sourceKey": "CASE WHEN {whole} THEN {said}.source_key ELSE {key} END",
    "row": "CASE WHEN {whole} THEN {said}.row END",
    "load": "CASE WHEN {whole} THEN {said}.load END",
    "learntAt": "CASE WHEN {whole} THEN COLLECT {{ MATCH ({load}:Load {{uid: {said}.load}}) RETURN toString({load}.started_at) }}[0] END",
}
# The first of the keys whose rows the viewer may read. Rows with a link that bears witness are none of the keys, unless
# their source says two things of the node.
_KEY = """COLLECT {{
  UNWIND CASE WHEN {said}.keyed IS NULL THEN [{said}.source_key]
    ELSE [at IN range(0, size(coalesce({said}.keys, [])) - 1) WHERE {open} | {said}.keys[at]] END
  + CASE WHEN size([each IN {told} WHERE each.source = {said}.source]) > 1 THEN [] ELSE COLLECT {{
    MATCH ({var})-[{tie}]-({far}) WHERE {tie}.source = {said}.source AND {seen}
      AND any(label IN labels({var}) WHERE label + ':' + type({tie}) + CASE WHEN startNode({tie}) = {var} THEN '>' ELSE '<' END IN {entry}.witnesses)
    RETURN {tie}.source_key ORDER BY {tie}.source_key LIMIT 1 }} END AS key
  RETURN key ORDER BY key LIMIT 1 }}[0]"""
_OF_NODE = """OPTIONAL MATCH ({record}:SourceRecord)-[:DESCRIBES]->({var}) WHERE {readable}
WITH {record} ORDER BY {record}.rank DESC, {record}.source DESC, {record}.hash DESC
WITH collect({record}) AS {told}
WITH {told}, CASE WHEN EXISTS {{ (:SourceRecord)-[:DESCRIBES]->({var}) }} THEN {told}[0] ELSE {var} END AS {said}
"""


def of_node(projector: Projecting, chosen: SelectedField, var: str) -> Piece:
    """Return the projection of the highest statement on a node that the viewer may read."""
    number = projector.next_number()
    names = {name: f"{name}{number}" for name in ("record", "told", "said", "entry", "load", "whole", "tie", "far")}
    names |= {"var": var, "seen": visible(names["tie"], names["far"]), "readable": visible(names["record"])}
    names["open"] = open_to_viewer(f"{names['said']}.key_audiences[at]")
    return _told(projector, chosen, names, _KEY.format(**names), _OF_NODE.format(**names))


def of_edge(projector: Projecting, chosen: SelectedField, var: str) -> Piece:
    """Return the projection of the one row that states a relationship."""
    number = projector.next_number()
    names = {"said": var, **{name: f"{name}{number}" for name in ("entry", "load", "whole")}}
    return _told(projector, chosen, names, f"{var}.source_key", "")


def _told(projector: Projecting, chosen: SelectedField, names: dict[str, str], key: str, found: str) -> Piece:
    fields = projector.scope.fields(chosen.sets, "Provenance")
    pieces = [
        (each.key, Piece(_FIELDS[each.name].format(**names, key=key), shape.leaf) if each.name in _FIELDS else constant("Provenance"))
        for each in fields
    ]  # fmt: skip
    inner, entry, kept = (
        one_object(pieces),
        names["entry"],
        ", ".join(names[each] for each in ("told", "said") if found),
    )
    text = (
        f"COLLECT {{ {found}OPTIONAL MATCH ({entry}:Source {{name: {names['said']}.source}})\n"
        f"WITH {', '.join(filter(None, (kept, entry)))}, coalesce({visible(entry)}, false) AS {names['whole']}\n"
        f"RETURN {inner.expression} }}[0]"
    )
    return Piece(text, inner.shape)
