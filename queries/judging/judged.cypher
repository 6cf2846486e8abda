// title: The judgements that stand of pairs of one kind
// params: kind
// returns: rows
// scope: system
MATCH (c:IdentityCandidate {kind: $kind})<-[:JUDGES]-(j:IdentityJudgement)
WHERE j.retired_at IS NULL
RETURN collect({
  uid: c.uid, kind: c.kind, one: c.one, other: c.other, state: j.verdict, by: j.by, why: j.why,
  overruled: coalesce(c.overruled, false), place: [coalesce(j.number, 0), toString(j.at)]
}) AS rows
