// title: How people judged what each linkage rule proposed, of the links of which the viewer may read every part
// params: viewer_audiences, rules
// returns: RuleScore
// scope: shared
// tie: row.place
CALL () {
  MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
  WHERE visible(one, other) AND visible_parts(l)
  WITH l.rule AS rule, l.state AS state, count(*) AS links
  RETURN collect({rule: rule, state: state, links: links}) AS counted
}
OPTIONAL MATCH (run:LinkRun)
WITH counted, coalesce(run.demoted, []) AS demoted
UNWIND range(0, size($rules) - 1) AS place
WITH $rules[place] AS rule, place, demoted, {
  proposed: reduce(n = 0, c IN counted | n + CASE WHEN c.rule = $rules[place].rule AND c.state = 'PROPOSED' THEN c.links ELSE 0 END),
  confirmed: reduce(n = 0, c IN counted | n + CASE WHEN c.rule = $rules[place].rule AND c.state = 'CONFIRMED' THEN c.links ELSE 0 END),
  rejected: reduce(n = 0, c IN counted | n + CASE WHEN c.rule = $rules[place].rule AND c.state = 'REJECTED' THEN c.links ELSE 0 END),
  unsure: reduce(n = 0, c IN counted | n + CASE WHEN c.rule = $rules[place].rule AND c.state = 'UNSURE' THEN c.links ELSE 0 END)
} AS told
WITH told {.*, place: place, rule: rule.rule, title: rule.title, is_demoted: rule.rule IN demoted,
  precision: CASE WHEN told.confirmed + told.rejected > 0 THEN round(toFloat(told.confirmed) / (told.confirmed + told.rejected), 3) END} AS row
WHERE true
