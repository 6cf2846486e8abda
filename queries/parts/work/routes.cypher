// title: Whom a clue c may be given to, by the units that it is about and the posts of its subjects, the nearest oversight first
// params: viewer_audiences
// returns: row, place
// scope: shared
// A unit is overseen by the teams that watch over it, or over one above it; where none does, by those that watch over its area.
CALL (c) {
  MATCH (c)-[x:NAMES]->(u:Unit)
  WHERE x.role = 'SUBJECT_UNIT' AND visible(c, x, u)
  RETURN u, null AS holder, null AS post
  UNION
  MATCH (c)-[x:NAMES]->(p:Person)-[h:HOLDS_POST]->(u:Unit)
  WHERE x.role IN ['SUBJECT', 'SUBJECT_AND_VICTIM'] AND visible(c, x, p, h, u) AND held_on(h, TODAY_)
  RETURN u, p AS holder, h AS post
}
WITH u, holder, post ORDER BY known_by(u), known_by(holder), u.uid, holder.uid LIMIT 50
CALL (u, holder, post) {
  MATCH (t:Team)-[o:OVERSEES]->(u)
  WHERE visible(t, o, u) AND held_on(o, TODAY_)
  RETURN t, 0 AS steps, null AS above
  UNION
  MATCH (u)-[a:UNDER]->(up:Unit)<-[o:OVERSEES]-(t:Team)
  WHERE visible(u, a, up, t, o) AND held_on(a, TODAY_) AND held_on(o, TODAY_)
  RETURN t, 1 AS steps, up AS above
  UNION
  MATCH (u)-[a:UNDER]->(mid:Unit)-[b:UNDER]->(up:Unit)<-[o:OVERSEES]-(t:Team)
  WHERE visible(u, a, mid, b, up, t, o) AND held_on(a, TODAY_) AND held_on(b, TODAY_) AND held_on(o, TODAY_)
  RETURN t, 2 AS steps, up AS above
  UNION
  WITH u WHERE u.area_code IS NOT NULL AND NOT EXISTS { MATCH (t:Team)-[o:OVERSEES]->(u) WHERE visible(t, o, u) AND held_on(o, TODAY_) }
  MATCH (t:Team)-[o:OVERSEES]->(near:Unit)
  WHERE near.area_code = u.area_code AND visible(near, t, o) AND held_on(o, TODAY_)
  RETURN DISTINCT t, 3 AS steps, null AS above
}
WITH t, u, holder, steps, above ORDER BY steps, t.team_code, known_by(u), known_by(holder), u.uid, holder.uid
WITH t.team_code AS team, collect({t: t, u: u, holder: holder, steps: steps, above: above})[0] AS nearest
WITH {team: team, team_name: nearest.t.team_name, is_stationed: coalesce(nearest.t.channel = 'STATIONED', false), unit: nearest.u, person: nearest.holder, above: nearest.above,
  ground: ['OVERSEES_UNIT', 'OVERSEES_SUPERIOR', 'OVERSEES_SUPERIOR', 'OVERSEES_AREA'][nearest.steps]} AS row,
  [nearest.steps, CASE nearest.t.channel WHEN 'STATIONED' THEN 0 ELSE 1 END, team] AS place
