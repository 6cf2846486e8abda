// title: What the viewer may see whose number is one of these forms, or has the signs of one: its number, and the uid of what answers for it
// params: viewer_audiences, forms, whole, phrase
// returns: number, uid
// scope: shared
CALL () {
  MATCH (asked:LABEL_)
  WHERE asked.KEY_ IN $forms
  RETURN asked
  UNION
  UNWIND $phrase AS phrase
  CALL db.index.fulltext.queryNodes('search_keys', phrase) YIELD node AS asked
  WHERE asked:LABEL_ AND asked.key_signs CONTAINS $whole
  RETURN asked
}
WITH asked
WHERE visible_itself(asked) AND asked.KEY_ IS NOT NULL
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(n)
WITH DISTINCT asked.KEY_ AS number, n ORDER BY number, coalesce(n.source, ''), coalesce(n.source_key, ''), n.uid LIMIT 100
RETURN collect([number, n.uid]) AS found
