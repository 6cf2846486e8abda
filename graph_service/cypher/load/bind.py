"""The Cypher by which names and foreign keys are looked up, bound and unbound."""

from functools import cache

from schema import KINDS

# Where only one end is loose, `refers` is its reference, be it start or end; where both are, each has its own.
_SIDES = """UNWIND CASE WHEN r.refers_end IS NULL THEN [startNode(r) = at]
    ELSE [start IN [true, false] WHERE CASE WHEN start THEN startNode(r) ELSE endNode(r) END = at] END AS starts
  WITH r, at, starts, CASE WHEN starts THEN r.refers ELSE coalesce(r.refers_end, r.refers) END AS refers"""


@cache
def names_of(label: str) -> str:
    """Return the reading of every name and uid of a kind as two columns, stubs left out."""
    return f"""MATCH (n:{label}) WHERE n.name IS NOT NULL AND n.stub IS NULL AND n.survivor IS NULL
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
def loose_stubs(label: str) -> str:
    """Return the reading of stubs that stand for a name or a foreign key, with the nodes that bear the name now."""
    name = "n.name" if "name" in KINDS[label].model_fields else "null"
    known = f"MATCH (m:{label} {{name: n.name}}) WHERE m.stub IS NULL AND m.survivor IS NULL"
    bearers = f"COLLECT {{ {known} RETURN m.uid LIMIT 2 }}"
    return f"""MATCH (n:{label})
WHERE n.stub AND ({name} IS NOT NULL OR n.known_as IS NOT NULL)
RETURN n.uid AS uid, coalesce(n.known_as, 'name=' + {name}) AS refers,
  {bearers if name != "null" else "[]"} AS bearers"""


@cache
def strayed_ties(label: str) -> str:
    """Return the reading of relationships by name that lead to a node which no longer is the only one of that name."""
    return f"""MATCH (n:{label})
WHERE n.load IN $loads OR n.stub
CALL (n) {{
  MATCH (n)-[r]-()
  WHERE r.refers IS NOT NULL AND r.start_home IS NULL AND r.end_home IS NULL
  WITH r, n AS at
  {_SIDES}
  WHERE refers STARTS WITH 'name=' AND (at.stub IS NULL OR at.name IS NULL)
    AND (at.name IS NULL OR refers <> 'name=' + at.name)
  RETURN r, at, starts, refers
  UNION
  MATCH (m:{label} {{name: n.name}})
  WHERE m.uid <> n.uid AND m.stub IS NULL AND n.stub IS NULL AND m.survivor IS NULL AND n.survivor IS NULL
  UNWIND [m, n] AS at
  MATCH (at)-[r]-()
  WHERE r.refers IS NOT NULL AND r.start_home IS NULL AND r.end_home IS NULL
  {_SIDES}
  WHERE refers = 'name=' + at.name
  RETURN r, at, starts, refers
}}
RETURN DISTINCT r.uid AS uid, type(r) AS type, starts, at.uid AS at, refers, r.audience AS audience"""


@cache
def ties_referring(label: str) -> str:
    """Return the reading of the relationships that reach nodes ($rows of uid, refers) by that reference."""
    return f"""UNWIND $rows AS row
MATCH (at:{label} {{uid: row.uid}})-[r]-()
WHERE row.refers IN [r.refers, r.refers_end]
WITH row, r, at
{_SIDES.replace("WITH ", "WITH row, ", 1)}
WHERE refers = row.refers
RETURN r.uid AS uid, type(r) AS type, starts, row.target AS target"""


@cache
def move_ties(link_type: str, label: str, starts: bool) -> str:
    """Return the moving of relationships ($rows of uid, target) to another start or end; what is left is loose."""
    made, left = ("(target)-[made:{}]->(b)", "a") if starts else ("(a)-[made:{}]->(target)", "b")
    return f"""UNWIND $rows AS row
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b)
MATCH (target:{label} {{uid: row.target}})
WITH a, b, r, target, properties(r) AS stated
DELETE r
WITH a, b, target, stated
CREATE {made.format(link_type)}
SET made = stated
SET {left}:Loose, target:Loose"""
