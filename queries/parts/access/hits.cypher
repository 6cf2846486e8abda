// title: Matters m that are hits on what is asked about, n, or on what a matter n names, each with a team t that owns it
// params: viewer_audiences, viewer_hits, id, hub_cap
// returns: n, m, t
// scope: shared
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked) OR hit_itself(asked) AND asked:ENTITIES_
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(n) OR hit(n) AND n:ENTITIES_
CALL (n) {
  WITH n WHERE n:ENTITIES_
  RETURN n AS thing
  UNION
  MATCH (n:MATTERS_)-[x:NAMES|NAMES_IN_TEXT]->(thing:ENTITIES_)
  WHERE visible(x, thing) AND (x:NAMES OR x.certainty >= SURE_NAMING_)
  WITH DISTINCT thing
  // What is shared by many joins nothing; it is counted by what the viewer reads, so that hidden matters do not decide it.
  WHERE COUNT { MATCH (thing)<-[y:NAMES|NAMES_IN_TEXT]-(o:MATTERS_) WHERE visible(y, o) RETURN DISTINCT o LIMIT $hub_cap + 1 } <= $hub_cap
  RETURN thing
}
MATCH (thing)<-[x:NAMES|NAMES_IN_TEXT]-(m:MATTERS_)
WHERE hit(m) AND m.channel IN $viewer_hits.channels AND (visible(x) OR hit(x)) AND (x:NAMES OR x.certainty >= SURE_NAMING_)
WITH DISTINCT n, m
OWNERS_
WITH n, m, collect(DISTINCT t) AS owners
WHERE none(t IN owners WHERE any(code IN $viewer_hits.concealing WHERE t.team_code =~ code))
UNWIND owners AS t
WITH n, m, t
WHERE visible(t)
