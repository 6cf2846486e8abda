"""The Cypher that loading needs per label and per link type, put together from the declarations in `schema/` only."""

import datetime as dt
from functools import cache

from graph_service.cypher.load import journal
from graph_service.cypher.marks import marked, readers_of
from graph_service.model import value_type
from schema import KINDS, MATTER, RELATIONSHIP_TYPES
from schema.record import KEYLESS, Record, RelationshipRecord, is_sought

# Days and times travel as text: that is four times cheaper to pack than the driver's own temporal values.
_FROM_TEXT: dict[type, str] = {dt.date: "date", dt.datetime: "localdatetime"}
# A node that was merged into another is hidden behind audience 0 and keeps its own beside it (identity/merges.py).
_AUDIENCE = readers_of("n")
# Every plan here is a seek by uid, however the graph grows; planning it again with each growth costs more than running it.
# So that it is one from the beginning, the hints say so: of an empty graph the planner would rather look through everything.
FIXED_PLAN = "CYPHER replan=skip "
# What a created node or relationship is sent with beside the fields of its declaration, in this order.
NODE_COLUMNS = ("source_key", "row", "hash", "audience", "keyed", "keys", "key_audiences")
TIE_COLUMNS = ("source_key", "row", "hash", "audience", "refers", "refers_end", "refers_at", "start_home", "end_home")
_SORTED_OUT = """RETURN count(*) AS seen,
  collect(CASE WHEN was = 1 THEN i END) AS same,
  collect(CASE WHEN was = 2 THEN i END) AS other"""


def temporal(record: type[Record | RelationshipRecord], of: str) -> str:
    """Return the pieces of a map projection that turn texts of days and times into values."""
    return "".join(f", {name}: {cast}({of}.{name})" for name, cast in _casts(record).items() if cast)


def new_labels(kind: type[Record]) -> str:
    """Return the labels of a new node beside its kind's: its family, and the mark of what waits for its search keys."""
    return f"{kind.FAMILY.value}:{KEYLESS}" if is_sought(kind) else kind.FAMILY.value


def _casts(record: type[Record | RelationshipRecord]) -> dict[str, str]:
    return {name: _FROM_TEXT.get(value_type(record, name), "") for name in record.model_fields}


@cache
def merge_nodes(label: str) -> str:
    """Return the merge of statements ($rows of uid, p, own): numbers of rows that were there, same or other."""
    kind = KINDS[label]
    # Load and row alone do not tell that it was created just now: a roll-back states a row again under its first load.
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND range(0, size($rows) - 1) AS i
WITH journals, i, $rows[i] AS row, $rows[i].p AS p
MERGE (n:{label} {{uid: row.uid}})
ON CREATE SET n:{new_labels(kind)}, n = p {{.*, uid: row.uid, source: $source, load: $load, learnt_at: $at, audience: {
        marked("p.audience", label)
    }{temporal(kind, "p")}}}
WITH journals, i, row, p, CASE
  WHEN n.load = $load AND n.row = p.row AND n.hash = p.hash AND {_AUDIENCE} = p.audience
    AND coalesce(n.keyed, false) = coalesce(p.keyed, false) AND coalesce(n.keys, []) = coalesce(p.keys, []) THEN 0
  WHEN n.source = $source AND n.hash = p.hash AND {_AUDIENCE} = p.audience
    AND (row.own IS NULL OR row.own IN coalesce(n.keys, CASE WHEN n.keyed THEN [] ELSE [n.source_key] END)) THEN 1
  ELSE 2 END AS was
{journal.made(label, "row.uid", "p.audience", "was = 0")}
{_SORTED_OUT}"""


@cache
def create_nodes(label: str) -> str:
    """Return the creation of nodes of which none is there yet ($rows as columns of Statement.listed): their number."""
    kind = KINDS[label]
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
CREATE (n:{label}:{new_labels(kind)} {{uid: row[0], source: $source, load: $load, learnt_at: $at, {
        _listed(kind, NODE_COLUMNS, 1, label)
    }}})
{journal.made(label, "row[0]", f"row[{1 + NODE_COLUMNS.index('audience')}]")}
RETURN count(*) AS seen"""


def _stirred(start: str) -> str:
    """Return which ends of a new relationship are marked as stirred: what a matter names is as it was, others are not."""
    return "a:Stirred" if start in MATTER else "a:Stirred, b:Stirred"


@cache
def create_ties(link_type: str, start: str, end: str, stirs: bool = False) -> str:
    """Return the creation of relationships of which none is there yet ($rows as columns of Tie.listed): their number.

    What `stirs` is what linkage rules read, in a graph whose links were proposed before: its ends are marked for the next
    proposing (graph_service/linkage/stirring.py).
    """
    marks = f"\nSET {_stirred(start)}" if stirs else ""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
MATCH (a:{start} {{uid: row[1]}}) USING INDEX a:{start}(uid)
MATCH (b:{end} {{uid: row[2]}}) USING INDEX b:{end}(uid)
CREATE (a)-[r:{link_type} {{uid: row[0], source: $source, load: $load, {
        _listed(RELATIONSHIP_TYPES[link_type].ties, TIE_COLUMNS, 3)
    }}}]->(b){marks}
{journal.of_matter(link_type, "a", f"row[{3 + TIE_COLUMNS.index('audience')}]")}
RETURN count(*) AS seen"""


def _listed(record: type[Record | RelationshipRecord], columns: tuple[str, ...], first: int, label: str = "") -> str:
    # Nothing is kept where a column is null.
    casts = _casts(record)
    names = enumerate((*columns, *record.model_fields), first)
    cells = {name: f"{casts.get(name, '')}(row[{at}])" for at, name in names}
    if label:
        cells["audience"] = marked(cells["audience"], label)
    return ", ".join(f"{name}: {cell}" for name, cell in cells.items())


@cache
def merge_stubs(label: str) -> str:
    """Return the merge of nodes that are only referred to; other are stubs with another audience."""
    kind = KINDS[label]
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND range(0, size($rows) - 1) AS i
WITH journals, i, $rows[i] AS row, $rows[i].p AS p
MERGE (n:{label} {{uid: row.uid}})
ON CREATE SET n:{new_labels(kind)}, n = p {{.*, uid: row.uid, load: $load, learnt_at: $at, audience: {marked("p.audience", label)}}}
WITH journals, i, row, p, CASE
  WHEN n.load = $load AND n.row = p.row AND {_AUDIENCE} = p.audience THEN 0
  WHEN n.stub IS NULL OR {_AUDIENCE} = p.audience THEN 1
  ELSE 2 END AS was
{journal.made(label, "row.uid", "p.audience", "was = 0")}
{_SORTED_OUT}"""


@cache
def merge_ties(link_type: str, start: str, end: str, stirs: bool = False) -> str:
    """Return the merge of relationships ($rows of uid, a, b, p): numbers of rows that were there, same or other."""
    ties = RELATIONSHIP_TYPES[link_type].ties
    marks = f", {_stirred(start)}" if stirs else ""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND range(0, size($rows) - 1) AS i
WITH journals, i, $rows[i] AS row, $rows[i].p AS p
MATCH (a:{start} {{uid: row.a}}) USING INDEX a:{start}(uid)
MATCH (b:{end} {{uid: row.b}}) USING INDEX b:{end}(uid)
MERGE (a)-[r:{link_type} {{uid: row.uid}}]->(b)
ON CREATE SET r = p {{.*, uid: row.uid, source: $source, load: $load{temporal(ties, "p")}}}{marks}
WITH journals, i, a, p, CASE
  WHEN r.load = $load AND r.row = p.row AND r.hash = p.hash THEN 0
  WHEN r.hash = p.hash THEN 1
  ELSE 2 END AS was
{journal.of_matter(link_type, "a", "p.audience", "was = 0")}
{_SORTED_OUT}"""


@cache
def compare_nodes(label: str) -> str:
    """Return the reading twin of merge_nodes, for a dry run: what is not counted as seen would be created."""
    return f"""{FIXED_PLAN}UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (n:{label} {{uid: row.uid}}) USING INDEX n:{label}(uid)
WITH i, CASE
  WHEN n.source = $source AND n.hash = row.p.hash AND {_AUDIENCE} = row.p.audience
    AND (row.own IS NULL OR row.own IN coalesce(n.keys, CASE WHEN n.keyed THEN [] ELSE [n.source_key] END)) THEN 1
  ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def compare_stubs(label: str) -> str:
    """Return the reading twin of merge_stubs."""
    return f"""{FIXED_PLAN}UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (n:{label} {{uid: row.uid}}) USING INDEX n:{label}(uid)
WITH i, CASE WHEN n.stub IS NULL OR {_AUDIENCE} = row.p.audience THEN 1 ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def compare_ties(link_type: str) -> str:
    """Return the reading twin of merge_ties."""
    return f"""{FIXED_PLAN}UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b) USING INDEX r:{link_type}(uid)
WITH i, CASE WHEN r.hash = row.p.hash AND a.uid = row.a AND b.uid = row.b THEN 1 ELSE 2 END AS was
{_SORTED_OUT}"""
