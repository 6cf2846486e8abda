"""The Cypher by which nodes that several rows or sources describe are read, rewritten and taken back."""

from functools import cache

from graph_service.cypher.load import journal
from graph_service.cypher.load.merge import FIXED_PLAN, temporal
from graph_service.cypher.marks import marked, readers_in
from schema import KINDS, RELATIONSHIP_TYPES
from schema.record import KEYLESS, is_sought

# A relationship of an absorbed node hangs on its survivor and knows its home; where both ends were merged into one, it
# leads from the survivor to itself, and each of its ends has a home of its own.
_SIDES = """UNWIND [start IN [true, false] WHERE CASE WHEN start THEN startNode(r) ELSE endNode(r) END = at] AS starts
  WITH n, at, r, starts
  WHERE CASE WHEN starts THEN coalesce(r.start_home, at.uid) ELSE coalesce(r.end_home, at.uid) END = n.uid"""
_SIDE = "type(r) + CASE WHEN starts THEN '>' ELSE '<' END"

# Who a relationship belongs to at its two ends, wherever it hangs.
_HOMES = """coalesce([(a)<-[:MERGED_INTO*1..]-(h) WHERE h.uid = r.start_home | h][0], a) AS a,
  coalesce([(b)<-[:MERGED_INTO*1..]-(h) WHERE h.uid = r.end_home | h][0], b) AS b"""


RECORD_COLUMNS = (
    "uid", "source", "source_key", "load", "row", "hash", "rank", "audience", "values", "keyed", "keys", "key_audiences",
)  # fmt: skip

# What a survivor shows for others is folded again when it or one of them was rewritten (identity/merges.py).
_LACKING = """WITH n, CASE WHEN n.survivor IS NOT NULL OR EXISTS {{ (n)<-[:MERGED_INTO]-() }} THEN coalesce(n.survivor, n.uid) END AS lacking
OPTIONAL MATCH (at:{0} {{uid: lacking}}) USING INDEX at:{0}(uid)
SET at:Lacking
RETURN count(at) AS lacking"""


@cache
def read_nodes(label: str) -> str:
    """Return the reading of nodes with the source records that describe them and the audiences of their links."""
    return f"""{FIXED_PLAN}UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}}) USING INDEX n:{label}(uid)
RETURN n.uid AS uid, n {{.*, learnt_at: null, audience: {readers_in("n.audience")}, own_audience: {readers_in("n.own_audience")}}} AS properties,
  [(s:SourceRecord)-[:DESCRIBES]->(n) | properties(s)] AS records"""


@cache
def read_supports(label: str) -> str:
    """Return the reading of what bears witness to nodes: distinct sources, sides, readers, and rows of one source."""
    return f"""{FIXED_PLAN}UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}}) USING INDEX n:{label}(uid)
CALL (n) {{
  MATCH (at:{label} {{uid: coalesce(n.survivor, n.uid)}}) USING INDEX at:{label}(uid)
  MATCH (at)-[r]-() WHERE r.source IS NOT NULL
  {_SIDES}
  RETURN collect(DISTINCT [r.source, {_SIDE}, r.audience]) AS sides
}}
RETURN n.uid AS uid, sides"""


@cache
def read_rows_of(label: str) -> str:
    """Return the reading of the rows of $source whose links bear witness to nodes."""
    return f"""{FIXED_PLAN}UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}}) USING INDEX n:{label}(uid)
CALL (n) {{
  MATCH (at:{label} {{uid: coalesce(n.survivor, n.uid)}}) USING INDEX at:{label}(uid)
  MATCH (at)-[r]-() WHERE r.source = $source
  {_SIDES} AND {_SIDE} IN $sides
  RETURN collect(DISTINCT [r.source_key, r.audience]) AS keys
}}
RETURN n.uid AS uid, keys"""


@cache
def settle_nodes(label: str) -> str:
    """Return the rewriting of nodes ($rows of uid, p, make, keep, drop, told, readers) together with their source records, at once.

    What is to be made is not there yet, and comes as lists of `RECORD_COLUMNS`. For the journal, `told` are the audiences of
    what is said otherwise, `readers` those of all that is said.
    """
    kind = KINDS[label]
    made = ", ".join(f"{name}: made[{at}]" for at, name in enumerate(RECORD_COLUMNS))
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
MATCH (n:{label} {{uid: row.uid}}) USING INDEX n:{label}(uid)
{journal.rewritten(label)}
WITH row, row.p AS p, n, n.learnt_at AS learnt_at
SET n = p {{.*, uid: row.uid, learnt_at: learnt_at, survivor: n.survivor,
  own_audience: CASE WHEN n.survivor IS NOT NULL THEN {marked("p.audience", label)} END,
  audience: CASE WHEN n.survivor IS NULL THEN {marked("p.audience", label)} ELSE 0 END{temporal(kind, "p")}}}
SET n:Stirred{f":{KEYLESS}" if is_sought(kind) else ""}
FOREACH (_ IN CASE WHEN row.loose THEN [] ELSE [1] END | REMOVE n:Loose)
FOREACH (_ IN CASE WHEN row.loose THEN [1] ELSE [] END | SET n:Loose)
FOREACH (made IN row.make | CREATE (:SourceRecord {{{made}}})-[:DESCRIBES]->(n))
WITH row, n
CALL (row, n) {{
  UNWIND row.keep AS kept
  MERGE (s:SourceRecord {{uid: kept.uid}})
  SET s = kept
  MERGE (s)-[:DESCRIBES]->(n)
}}
CALL (row) {{
  UNWIND row.drop AS dropped
  MATCH (s:SourceRecord {{uid: dropped}}) USING INDEX s:SourceRecord(uid)
  DETACH DELETE s
}}
{_LACKING.format(label)}"""


@cache
def set_ties(link_type: str) -> str:
    """Return the rewriting of relationships whose row says something else now; who may read the ends is asked again."""
    ties = RELATIONSHIP_TYPES[link_type].ties
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
WITH journals, row, row.p AS p
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b) USING INDEX r:{link_type}(uid)
WITH journals, row, p, r,
  {_HOMES}
{journal.of_matter(link_type, "a", "r.audience, p.audience")}
SET a:Loose:Stirred, b:Loose:Stirred, r = p {{.*, uid: row.uid, source: $source, load: $load{temporal(ties, "p")}}}"""


@cache
def stale_ties(link_type: str) -> str:
    """Return the deletion of what rows ($rows of prefix, key, keep, nodes) no longer state; the ends become loose."""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND range(0, size($rows) - 1) AS i
WITH journals, i, $rows[i] AS row
MATCH (a)-[r:{link_type}]->(b) USING INDEX r:{link_type}(uid)
WHERE r.uid STARTS WITH row.prefix AND r.source = $source AND r.source_key = row.key AND NOT r.uid IN row.keep
WITH journals, i, row, r, r.audience AS told,
  {_HOMES}
DELETE r
{journal.of_matter(link_type, "a", "told")}
WITH i, row, a, b
CALL (row, a, b) {{
  UNWIND [a, b] AS n
  WITH DISTINCT row, n
  SET n:Loose:Stirred, n.lost = CASE
    WHEN n.uid IN row.nodes THEN n.lost
    ELSE coalesce(n.lost, []) + ($source + '|' + row.key) END
}}
RETURN collect(DISTINCT i) AS changed"""


@cache
def compare_stale(link_type: str) -> str:
    """Return the reading twin of stale_ties: the rows that would lose a relationship."""
    return f"""{FIXED_PLAN}UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH ()-[r:{link_type}]->() USING INDEX r:{link_type}(uid)
WHERE r.uid STARTS WITH row.prefix AND r.source = $source AND r.source_key = row.key AND NOT r.uid IN row.keep
RETURN collect(DISTINCT i) AS changed"""


@cache
def delete_nodes(label: str) -> str:
    """Return the deletion of nodes that nothing describes and nothing refers to, with their source records."""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}}) USING INDEX n:{label}(uid)
OPTIONAL MATCH (at:{label} {{uid: n.survivor}}) USING INDEX at:{label}(uid)
SET at:Lacking
{journal.gone(label)}
WITH n
CALL (n) {{
  MATCH (n)<-[:JOINS|RESTS_ON]-(l:Link)
  SET l:Stirred
}}
OPTIONAL MATCH (s:SourceRecord)-[:DESCRIBES]->(n)
DETACH DELETE s, n"""


@cache
def part_ties(link_type: str) -> str:
    """Return the deletion of relationships ($rows of uid, a, b) that lead elsewhere than their row says; the ends become loose."""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b) USING INDEX r:{link_type}(uid)
WHERE a.uid <> row.a OR b.uid <> row.b
WITH journals, r, r.audience AS told,
  {_HOMES}
DELETE r
{journal.of_matter(link_type, "a", "told")}
SET a:Loose:Stirred, b:Loose:Stirred"""


@cache
def absorbed_by(label: str) -> str:
    """Return the reading of the nodes that were merged right into nodes ($uids)."""
    return f"""{FIXED_PLAN}UNWIND $uids AS uid
MATCH (n:{label} {{uid: uid}}) USING INDEX n:{label}(uid)
MATCH (n)<-[:MERGED_INTO]-(a:{label})
RETURN a.uid AS absorbed"""


@cache
def loosen_nodes(label: str) -> str:
    """Return the marking of nodes ($rows of uid, lost) that rows no longer speak of."""
    return f"""{FIXED_PLAN}UNWIND $rows AS row
MATCH (n:{label} {{uid: row.uid}}) USING INDEX n:{label}(uid)
SET n:Loose, n.lost = coalesce(n.lost, []) + row.lost"""


@cache
def drop_ties(link_type: str) -> str:
    """Return the deletion of relationships ($rows of uid, lost) that rows no longer state; the ends become loose."""
    return f"""{FIXED_PLAN}{journal.KEPT}
UNWIND $rows AS row
MATCH (a)-[r:{link_type} {{uid: row.uid}}]->(b) USING INDEX r:{link_type}(uid)
WITH journals, row, r, r.audience AS told,
  {_HOMES}
DELETE r
{journal.of_matter(link_type, "a", "told")}
WITH row, a, b
UNWIND [a, b] AS n
WITH DISTINCT n, row.lost AS lost
SET n:Loose:Stirred, n.lost = CASE
  WHEN n.stub OR (n.keyed AND n.keys IS NULL) OR lost IN coalesce(n.lost, []) THEN n.lost
  ELSE coalesce(n.lost, []) + lost END"""
