"""The Cypher that loading needs per label and per link type, put together from the declarations in `schema/` only."""

import datetime as dt
from functools import cache

from graph_service.model import value_type
from schema import KINDS, LINK_TYPES
from schema.record import LinkRecord, Record

# Days and times travel as text: that is four times cheaper to pack than the driver's own temporal values.
_FROM_TEXT: dict[type, str] = {dt.date: "date", dt.datetime: "localdatetime"}
_SORTED_OUT = """RETURN count(*) AS seen,
  collect(CASE WHEN was = 1 THEN i END) AS same,
  collect(CASE WHEN was = 2 THEN i END) AS other"""


def _temporal(record: type[Record | LinkRecord], of: str) -> str:
    casts = {name: _FROM_TEXT.get(value_type(record, name)) for name in record.model_fields}
    return "".join(f", {name}: {cast}({of}.{name})" for name, cast in casts.items() if cast)


@cache
def merge_nodes(label: str) -> str:
    """Return the merge of statements ($rows of uid, p, own): numbers of rows that were there, same or other."""
    kind = KINDS[label]
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row, $rows[i].p AS p
MERGE (n:{label} {{uid: row.uid}})
ON CREATE SET n:{kind.FAMILY.value}, n = p {{.*, uid: row.uid, source: $source, load: $load, learnt_at: $at{
        _temporal(kind, "p")
    }}}
WITH i, CASE
  WHEN n.load = $load AND n.row = p.row THEN 0
  WHEN n.source = $source AND n.hash = p.hash AND n.audience = p.audience
    AND (row.own IS NULL OR row.own IN coalesce(n.keys, [n.source_key])) THEN 1
  ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def merge_stubs(label: str) -> str:
    """Return the merge of nodes that are only referred to; other are stubs with another audience."""
    kind = KINDS[label]
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row, $rows[i].p AS p
MERGE (n:{label} {{uid: row.uid}})
ON CREATE SET n:{kind.FAMILY.value}, n = p {{.*, uid: row.uid, load: $load, learnt_at: $at}}
WITH i, CASE
  WHEN n.load = $load AND n.row = p.row THEN 0
  WHEN n.stub IS NULL OR n.audience = p.audience THEN 1
  ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def merge_ties(link_type: str, start: str, end: str) -> str:
    """Return the merge of relationships ($rows of uid, a, b, p): numbers of rows that were there, same or other."""
    ties = LINK_TYPES[link_type].ties
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row, $rows[i].p AS p
MATCH (a:{start} {{uid: row.a}})
MATCH (b:{end} {{uid: row.b}})
MERGE (a)-[r:{link_type} {{uid: row.uid}}]->(b)
ON CREATE SET r = p {{.*, uid: row.uid, source: $source, load: $load{_temporal(ties, "p")}}}
WITH i, CASE
  WHEN r.load = $load AND r.row = p.row THEN 0
  WHEN r.hash = p.hash THEN 1
  ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def set_ties(link_type: str) -> str:
    """Return the rewriting of relationships whose row now says something else."""
    ties = LINK_TYPES[link_type].ties
    return f"""UNWIND $rows AS row
WITH row, row.p AS p
MATCH ()-[r:{link_type} {{uid: row.uid}}]->()
SET r = p {{.*, uid: row.uid, source: $source, load: $load{_temporal(ties, "p")}}}"""


@cache
def compare_nodes(label: str) -> str:
    """Return the reading twin of merge_nodes, for a dry run: what is not counted as seen would be created."""
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (n:{label} {{uid: row.uid}})
WITH i, CASE
  WHEN n.source = $source AND n.hash = row.p.hash AND n.audience = row.p.audience
    AND (row.own IS NULL OR row.own IN coalesce(n.keys, [n.source_key])) THEN 1
  ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def compare_stubs(label: str) -> str:
    """Return the reading twin of merge_stubs."""
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (n:{label} {{uid: row.uid}})
WITH i, CASE WHEN n.stub IS NULL OR n.audience = row.p.audience THEN 1 ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def compare_ties(link_type: str) -> str:
    """Return the reading twin of merge_ties."""
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH ()-[r:{link_type} {{uid: row.uid}}]->()
WITH i, CASE WHEN r.hash = row.p.hash THEN 1 ELSE 2 END AS was
{_SORTED_OUT}"""


@cache
def read_nodes(label: str) -> str:
    """Return the reading of nodes with the source records that describe them and the audiences of their links."""
    return f"""UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}})
RETURN n.uid AS uid, properties(n) AS properties,
  [(s:SourceRecord)-[:DESCRIBES]->(n) | properties(s)] AS records"""


@cache
def read_supports(label: str) -> str:
    """Return the reading of what bears witness to nodes: distinct sources, sides, readers, and rows of one source."""
    return f"""UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}})
CALL (n) {{
  OPTIONAL MATCH (n)-[r]-() WHERE r.source IS NOT NULL
  RETURN collect(DISTINCT [r.source, type(r) + CASE WHEN startNode(r) = n THEN '>' ELSE '<' END, r.audience]) AS sides
}}
RETURN n.uid AS uid, sides"""


@cache
def read_rows_of(label: str) -> str:
    """Return the reading of the rows of $source whose links bear witness to nodes."""
    return f"""UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}})
CALL (n) {{
  OPTIONAL MATCH (n)-[r]-()
  WHERE r.source = $source AND type(r) + CASE WHEN startNode(r) = n THEN '>' ELSE '<' END IN $sides
  RETURN collect(DISTINCT r.source_key) AS keys
}}
RETURN n.uid AS uid, keys"""


@cache
def settle_nodes(label: str) -> str:
    """Return the rewriting of nodes ($rows of uid, p, keep, drop) together with their source records, at once."""
    kind = KINDS[label]
    return f"""UNWIND $rows AS row
MATCH (n:{label} {{uid: row.uid}})
WITH row, row.p AS p, n, n.learnt_at AS learnt_at
SET n = p {{.*, uid: row.uid, learnt_at: learnt_at{_temporal(kind, "p")}}}
REMOVE n:Loose
WITH row, n
CALL (row, n) {{
  UNWIND row.keep AS kept
  MERGE (s:SourceRecord {{uid: kept.uid}})
  SET s = kept
  MERGE (s)-[:DESCRIBES]->(n)
}}
CALL (row) {{
  UNWIND row.drop AS dropped
  MATCH (s:SourceRecord {{uid: dropped}})
  DETACH DELETE s
}}"""


@cache
def stale_ties(link_type: str) -> str:
    """Return the deletion of what rows ($rows of prefix, key, keep, nodes) no longer state; the ends become loose."""
    return f"""UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (a)-[r:{link_type}]->(b)
WHERE r.uid STARTS WITH row.prefix AND r.source = $source AND r.source_key = row.key AND NOT r.uid IN row.keep
DELETE r
WITH i, row, a, b
CALL (row, a, b) {{
  UNWIND [a, b] AS n
  WITH DISTINCT row, n WHERE NOT n.uid IN row.nodes
  SET n:Loose, n.lost = coalesce(n.lost, []) + ($source + '|' + row.key)
}}
RETURN collect(DISTINCT i) AS changed"""


@cache
def delete_nodes(label: str) -> str:
    """Return the deletion of nodes that nothing describes and nothing refers to, with their source records."""
    return f"""UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}})
OPTIONAL MATCH (s:SourceRecord)-[:DESCRIBES]->(n)
DETACH DELETE s, n"""


@cache
def names_of(label: str) -> str:
    """Return the reading of every name and uid of a kind as two columns, stubs left out."""
    return f"""MATCH (n:{label}) WHERE n.name IS NOT NULL AND n.stub IS NULL
RETURN collect(n.name) AS keys, collect(n.uid) AS uids"""


@cache
def keys_of(label: str) -> str:
    """Return the reading of every source key and uid that $source describes, as two columns."""
    return f"""CALL () {{
  MATCH (n:{label}) WHERE n.source = $source
  RETURN n.source_key AS key, n.uid AS uid
  UNION
  MATCH (s:SourceRecord {{source: $source}})-[:DESCRIBES]->(n:{label})
  RETURN s.source_key AS key, n.uid AS uid
}}
RETURN collect(key) AS keys, collect(uid) AS uids"""


@cache
def page_nodes(label: str) -> str:
    """Return the reading of $bound nodes after $after, in the order of their uids, as one column."""
    return f"""MATCH (n:{_known(label)})
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, properties(n)]) AS rows"""


@cache
def page_ties(link_type: str) -> str:
    """Return the reading of $bound relationships after $after, in the order of their uids, as one column."""
    return f"""MATCH (a)-[r:{_known(link_type)}]->(b)
WHERE r.uid > $after
WITH a, r, b ORDER BY r.uid LIMIT $bound
RETURN collect([r.uid, a.uid, b.uid, properties(r)]) AS rows"""


def _known(name: str) -> str:
    if name not in KINDS and name not in LINK_TYPES and name != "SourceRecord":
        raise KeyError(name)
    return name
