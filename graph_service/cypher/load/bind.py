"""The Cypher by which names and foreign keys are looked up, bound and unbound."""

from functools import cache

from schema import KINDS

# A merge changes nothing of what names mean: its nodes bear the names that their own sources give them, and a
# relationship of an absorbed node hangs on its survivor and knows its home.
_HOME = "CASE WHEN starts THEN coalesce(r.start_home, at.uid) ELSE coalesce(r.end_home, at.uid) END"
_LENT = "'name' IN coalesce({0}.lent, [])"


def _sides(*kept: str) -> str:
    """Return what tells for each side of r that ends in at whether r starts there, and by which reference it does."""
    # Where only one end is loose, `refers` is its reference, be it start or end; where both are, each has its own.
    return f"""UNWIND CASE WHEN r.refers_end IS NULL THEN [startNode(r) = at]
    ELSE [start IN [true, false] WHERE CASE WHEN start THEN startNode(r) ELSE endNode(r) END = at] END AS starts
  WITH {", ".join(kept)}, r, at, starts, CASE WHEN starts THEN r.refers ELSE coalesce(r.refers_end, r.refers) END AS refers"""


@cache
def names_of(label: str) -> str:
    """Return the reading of every name and uid of a kind as two columns, stubs left out."""
    return f"""MATCH (n:{label}) WHERE n.name IS NOT NULL AND n.stub IS NULL AND NOT {_LENT.format("n")}
RETURN collect(n.name) AS keys, collect(n.uid) AS uids"""


@cache
def keys_of(label: str) -> str:
    """Return the reading of every source key and uid that $source describes, as two columns."""
    return f"""CALL () {{
  MATCH (n:{label}) WHERE n.source = $source
  UNWIND {_keys("n")} AS key
  RETURN key, n.uid AS uid
  UNION
  MATCH (n:SourceRecord {{source: $source}})-[:DESCRIBES]->(d:{label})
  UNWIND {_keys("n")} AS key
  RETURN key, d.uid AS uid
}}
RETURN collect(key) AS keys, collect(uid) AS uids"""


def _keys(stated: str) -> str:
    # Several rows may describe one node, each under its key; a node with a key of its own is not known by its rows'.
    return f"""CASE WHEN {stated}.source_key IN coalesce({stated}.keys, []) THEN {stated}.keys ELSE [{stated}.source_key] END"""


@cache
def loose_stubs(label: str) -> str:
    """Return the reading of stubs that stand for a name or a foreign key, with the nodes that bear the name now."""
    name = "n.name" if "name" in KINDS[label].model_fields else "null"
    known = f"MATCH (m:{label} {{name: n.name}}) WHERE m.stub IS NULL AND NOT {_LENT.format('m')}"
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
WITH n, CASE WHEN {_LENT.format("n")} THEN null ELSE n.name END AS name
CALL (n, name) {{
  MATCH (at:{label} {{uid: coalesce(n.survivor, n.uid)}})-[r]-()
  WHERE r.refers IS NOT NULL
  {_sides("n", "name")}
  WHERE refers STARTS WITH 'name=' AND (n.stub IS NULL OR name IS NULL)
    AND (name IS NULL OR refers <> 'name=' + name) AND {_HOME} = n.uid
  RETURN r, at, starts, refers
  UNION
  MATCH (m:{label} {{name: name}})
  WHERE m.uid <> n.uid AND m.stub IS NULL AND n.stub IS NULL AND NOT {_LENT.format("m")}
  UNWIND [m, n] AS bearer
  MATCH (at:{label} {{uid: coalesce(bearer.survivor, bearer.uid)}})-[r]-()
  WHERE r.refers IS NOT NULL
  {_sides("bearer", "name")}
  WHERE refers = 'name=' + name AND {_HOME} = bearer.uid
  RETURN r, at, starts, refers
}}
RETURN DISTINCT r.uid AS uid, type(r) AS type, starts, at.uid AS at, refers, r.audience AS audience"""


@cache
def ties_referring(label: str) -> str:
    """Return the reading of the relationships that reach nodes ($rows of uid, refers) by that reference."""
    return f"""UNWIND $rows AS row
MATCH (n:{label} {{uid: row.uid}})
MATCH (at:{label} {{uid: coalesce(n.survivor, n.uid)}})-[r]-(other)
WHERE row.refers IN [r.refers, r.refers_end]
{_sides("row", "n", "other")}
WHERE refers = row.refers AND {_HOME} = n.uid AND NOT (type(r) IN $never_to_itself
  AND row.target = coalesce(CASE WHEN starts THEN r.end_home ELSE r.start_home END, other.uid))
RETURN r.uid AS uid, type(r) AS type, starts, row.target AS target"""


@cache
def move_ties(link_type: str, label: str, starts: bool) -> str:
    """Return the moving of relationships ($rows of uid, target) to another start or end; what is left is loose."""
    made, left, home = (
        ("(at)-[made:{}]->(b)", "a", "start_home") if starts else ("(a)-[made:{}]->(at)", "b", "end_home")
    )
    return f"""UNWIND $rows AS row
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b)
MATCH (target:{label} {{uid: row.target}})
MATCH (at:{label} {{uid: coalesce(target.survivor, target.uid)}})
MATCH (left:{label} {{uid: coalesce(r.{home}, {left}.uid)}})
WITH a, b, r, target, at, left,
  r {{.*, {home}: CASE WHEN target.survivor IS NOT NULL THEN target.uid END}} AS stated
DELETE r
WITH a, b, target, at, left, stated
CREATE {made.format(link_type)}
SET made = stated
SET left:Loose:Stirred, target:Loose:Stirred, at:Stirred"""
