// title: Units without a credit code, or those with one, each with the names it goes by, its area, and whether that is its own
// params: loose
// returns: rows
// scope: system
MATCH (n:Unit)
WHERE n.name IS NOT NULL AND (n.uscc IS NULL) = $loose
RETURN collect({
  uid: n.uid, audience: readers_of(n), names: [n.name, n.short_name, n.former_name],
  has_area: n.area_code IS NOT NULL,
  areas: CASE
    WHEN n.area_code IS NOT NULL THEN [n.area_code]
    WHEN NOT $loose THEN []
    ELSE COLLECT {
      MATCH (at:Unit {uid: coalesce(n.survivor, n.uid)})<-[x:NAMES]-(m:Matter)
      WHERE coalesce(x.end_home, at.uid) = n.uid
      RETURN DISTINCT coalesce(m.area_code, '')
    }
  END
}) AS rows
