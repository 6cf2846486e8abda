// title: Matters on the unit that m is about, with the kind of problem that both tell of, for every rule that says `among`
// params: viewer_audiences, hub_cap
// returns: other, here, there, counted, certainty, facts, claim
// scope: shared
WITH m, mine, e, namings, degree AS crowd, sharers, private
WHERE size(mine) > 0 AND NOT private
WITH m, mine, e, crowd, sharers, concerning(m, namings, e) AS here
WHERE size(here) > 0 AND (here[0].role = 'SUBJECT_UNIT' OR coalesce(e.uscc, e.unit_kind) IS NOT NULL)
UNWIND sharers AS one
WITH m, mine, e, crowd, here, one.matter AS other, one.days AS days, one.namings AS those
WHERE days IS NOT NULL
WITH m, mine, e, crowd, here, other, days, concerning(other, those, e) AS there
WHERE size(there) > 0
WITH m, mine, e, crowd, here, other, days, there, kinds_of(other) AS theirs
WITH m, e, crowd, here, other, days, there, same_kind(mine, theirs) AS same,
  head([kind IN mine WHERE PARENTS_[kind] IN theirs | PARENTS_[kind]] + [kind IN theirs WHERE PARENTS_[kind] IN mine | PARENTS_[kind]]) AS wider
WHERE coalesce(same, wider) IS NOT NULL
WITH m, e, crowd, here, collect({there: there, other: other, days: days, same: same, wider: wider}) AS found,
  count(CASE WHEN days <= SAME_PROBLEM_DAYS_ THEN other END) + 1 AS sharing
WHERE sharing <= $hub_cap
WITH m, e, crowd, sharing, surest(here) AS here, found
UNWIND found AS one
WITH m, e, crowd, sharing, here, one.there AS those, one.other AS other, one.days AS days, one.same AS same, one.wider AS wider
CALL (m, e, other, days, same, wider, sharing) {
BRANCHES_
}
RETURN other, here, surest(those) AS there, sharing + (crowd - sharing) * SAME_BY_CHANCE_ AS counted, certainty, facts, claim
