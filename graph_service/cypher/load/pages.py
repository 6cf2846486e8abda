"""The Cypher by which all nodes of a kind, or all relationships of a type, are read page by page."""

from functools import cache

from schema import KINDS, RELATIONSHIP_TYPES

# What a load states is kept in nodes with these labels.
LABELS = (*KINDS, "SourceRecord")
_HELD = [f"CASE WHEN COUNT {{ (:{label}) }} > 0 THEN '{label}' END" for label in LABELS]
_HELD += [f"CASE WHEN COUNT {{ ()-[:{link_type}]->() }} > 0 THEN '{link_type}' END" for link_type in RELATIONSHIP_TYPES]
# Each count is one look into the store of counts, nothing is scanned.
HELD = f"RETURN [name IN [{', '.join(_HELD)}] WHERE name IS NOT NULL] AS names"


@cache
def page_nodes(label: str) -> str:
    """Return the reading of $bound nodes after $after, in the order of their uids, as one column."""
    return f"""MATCH (n:{_known(label)})
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, properties(n)]) AS rows"""


@cache
def page_keys(label: str) -> str:
    """Return the reading of $bound nodes after $after with key, load and hash of what rows of $source say of them.

    The hash of a node of which several things are said is none of theirs, and is left out.
    """
    return f"""MATCH (n:{label})
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, CASE
  WHEN n.source = $source
  THEN [key IN coalesce(n.keys, CASE WHEN n.keyed THEN [] ELSE [n.source_key] END) |
    [key, n.load, CASE WHEN NOT EXISTS {{ (:SourceRecord)-[:DESCRIBES]->(n) }} THEN n.hash END]]
  ELSE [] END + COLLECT {{
    MATCH (s:SourceRecord {{source: $source}})-[:DESCRIBES]->(n) UNWIND s.keys AS key RETURN [key, s.load, s.hash]
  }}]) AS rows"""


@cache
def page_rows(link_type: str) -> str:
    """Return the reading of $bound relationships after $after: key and load where they are of $source, else null."""
    return f"""MATCH ()-[r:{link_type}]->()
WHERE r.uid > $after
WITH r ORDER BY r.uid LIMIT $bound
RETURN collect([r.uid, CASE WHEN r.source = $source THEN [r.source_key, r.load] END]) AS rows"""


@cache
def page_ties(link_type: str) -> str:
    """Return the reading of $bound relationships after $after, in the order of their uids, as one column."""
    return f"""MATCH (a)-[r:{_known(link_type)}]->(b)
WHERE r.uid > $after
WITH a, r, b ORDER BY r.uid LIMIT $bound
RETURN collect([r.uid, a.uid, b.uid, properties(r)]) AS rows"""


def _known(name: str) -> str:
    if name not in LABELS and name not in RELATIONSHIP_TYPES:
        raise KeyError(name)
    return name
