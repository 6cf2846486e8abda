"""The Cypher by which names and foreign keys are looked up, bound and unbound."""

from functools import cache

from schema import KINDS


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
  WHERE r.refers STARTS WITH 'name=' AND (n.stub IS NULL OR n.name IS NULL)
    AND (n.name IS NULL OR r.refers <> 'name=' + n.name) AND r.start_home IS NULL AND r.end_home IS NULL
  RETURN r, n AS at
  UNION
  MATCH (m:{label} {{name: n.name}})
  WHERE m.uid <> n.uid AND m.stub IS NULL AND n.stub IS NULL AND m.survivor IS NULL AND n.survivor IS NULL
  UNWIND [m, n] AS at
  MATCH (at)-[r]-()
  WHERE r.refers = 'name=' + n.name AND r.start_home IS NULL AND r.end_home IS NULL
  RETURN r, at
}}
RETURN DISTINCT r.uid AS uid, type(r) AS type, startNode(r) = at AS starts, at.uid AS at, r.refers AS refers,
  r.audience AS audience"""


@cache
def ties_referring(label: str) -> str:
    """Return the reading of the relationships that reach nodes ($rows of uid, refers) by that reference."""
    return f"""UNWIND $rows AS row
MATCH (n:{label} {{uid: row.uid}})-[r]-()
WHERE r.refers = row.refers
RETURN r.uid AS uid, type(r) AS type, startNode(r) = n AS starts, row.target AS target"""


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
