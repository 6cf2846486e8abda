// title: What a comparison model finds with given numbers, of what the viewer may read whole, beside its alerts that stand; for the teams inside the house
// params: viewer_audiences, viewer_grants, model, told
// returns: ModelDryRun
// scope: shared
// tie: row.model
CALL () {
MODEL_
}
WITH toString(key) AS key, facts, records, ties, named
WHERE all(x IN records WHERE visible(x)) AND all(x IN ties WHERE visible(x))
  AND all(x IN [each IN named | each[1]] + [each IN named WHERE each[2] IS NOT NULL | each[2]] WHERE visible(x))
WITH collect({key: key, facts: facts, records: records, named: [each IN named | each[1]]}) AS found
CALL (found) {
  UNWIND found AS hit
  RETURN hit.key AS key, hit, null AS alert
  UNION ALL
  MATCH (a:Alert)
  WHERE a.model = $model AND a.model_version IS NOT NULL AND a.ground_gone_at IS NULL AND visible(a)
  RETURN substring(a.source_key, size($model) + 1) AS key, null AS hit, a AS alert
}
WITH key, collect(hit) AS hits, collect(alert) AS alerts ORDER BY size(alerts) > 0, key
WITH collect({hits: hits, alerts: alerts}) AS keyed
// Apart from the collecting: beside it `$told` would be what is grouped by, and nothing found would be no row.
WITH keyed, $told AS told
WITH told {.*, found: reduce(sum = 0, each IN keyed | sum + size(each.hits)), standing: reduce(sum = 0, each IN keyed | sum + size(each.alerts)),
  fresh: reduce(sum = 0, each IN keyed | sum + CASE WHEN size(each.alerts) = 0 THEN size(each.hits) ELSE 0 END),
  gone: reduce(sum = 0, each IN keyed | sum + CASE WHEN size(each.hits) = 0 THEN size(each.alerts) ELSE 0 END),
  hits: COLLECT { UNWIND keyed AS each UNWIND each.hits AS hit
    RETURN {key: hit.key, told: [told.because, told.because_zh, hit.facts], is_fresh: size(each.alerts) = 0, records: hit.records, named: hit.named} LIMIT 50 },
  gone_alerts: COLLECT { UNWIND keyed AS each WITH each WHERE size(each.hits) = 0 UNWIND each.alerts AS alert RETURN alert LIMIT 50 }} AS row
WHERE 'READ_SHARED' IN $viewer_grants
