// title: Units without a credit code, or those with one, each with the names it goes by
// params: loose
// returns: rows
// scope: system
MATCH (n:Unit)
WHERE n.name IS NOT NULL AND (n.uscc IS NULL) = $loose
RETURN collect({
  uid: n.uid, audience: coalesce(n.own_audience, n.audience), names: [n.name, n.short_name, n.former_name]
}) AS rows
