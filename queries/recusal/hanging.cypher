// title: What would not be there for readers without these matters: they, what they and their rows say, and what nothing else that is read speaks of
// params: uids, audiences
// returns: uids
// scope: system
CALL () {
  UNWIND $uids AS uid
  MATCH (m:MATTERS_ {uid: uid})
  CALL (m) {
    MATCH (s:SourceRecord)-[:DESCRIBES]->(m)
    UNWIND s.keys AS key
    RETURN [s.source, key] AS row
    UNION
    RETURN [m.source, m.source_key] AS row
  }
  RETURN collect(DISTINCT row) AS rows, collect(DISTINCT m) AS matters
}
RETURN COLLECT {
  UNWIND matters AS m
  CALL (m, matters, rows) {
    RETURN m.uid AS uid
    UNION
    MATCH (m)-[r]-() WHERE r.audience IS NOT NULL
    RETURN r.uid AS uid
    UNION
    MATCH (m)-[:MENTIONS]->(x:Mention)
    RETURN x.uid AS uid
    UNION
    MATCH (s:SourceRecord)-[:DESCRIBES]->(m)
    RETURN s.uid AS uid
    UNION
    MATCH (m)-[r]-(e:ENTITIES_|EVENTS_) WHERE r.audience IS NOT NULL
    WITH DISTINCT e, matters, rows, COLLECT { MATCH (s:SourceRecord)-[:DESCRIBES]->(e) RETURN s } AS told
    WITH e, matters, rows, told, [s IN told WHERE any(key IN s.keys WHERE [s.source, key] IN rows)] AS own
    WHERE ([e.source, e.source_key] IN rows OR size(own) > 0)
      AND none(s IN told WHERE s.audience IN $audiences AND any(key IN s.keys WHERE NOT [s.source, key] IN rows))
      AND NOT EXISTS { MATCH (e)-[t]-(far) WHERE t.audience IN $audiences AND NOT far IN matters AND NOT [t.source, t.source_key] IN rows }
    UNWIND own + [e] AS thing
    RETURN thing.uid AS uid
    UNION
    MATCH (m)-[r]-(e:ENTITIES_|EVENTS_)-[own]-() WHERE r.audience IS NOT NULL AND own.audience IS NOT NULL AND [own.source, own.source_key] IN rows
    RETURN own.uid AS uid
  }
  WITH uid WHERE uid IS NOT NULL
  RETURN DISTINCT uid
} AS uids
