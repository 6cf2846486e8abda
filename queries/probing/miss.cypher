// title: Count one question of an officer that found nothing, each question once, one that was typed on in place of its beginnings; an hour after the first the count begins anew
// params: officer, digest, beginnings, most
// returns: misses, until
// scope: system
MERGE (p:Misses {officer: $officer})
SET p.turns = coalesce(p.turns, 0) + 1
WITH p, coalesce(p.since > datetime() - duration({hours: 1}), false) AS goes_on
SET p.since = CASE WHEN goes_on THEN p.since ELSE datetime() END,
  p.seen = CASE WHEN NOT goes_on THEN [$digest] WHEN $digest IN p.seen THEN p.seen ELSE [d IN p.seen WHERE NOT d IN $beginnings] + $digest END,
  p.touched = CASE WHEN goes_on THEN p.touched ELSE [] END,
  p.told = CASE WHEN goes_on THEN p.told END
SET p.locked_until = CASE WHEN size(p.seen) > $most THEN p.since + duration({hours: 1}) END
RETURN size(p.seen) AS misses, toString(p.since + duration({hours: 1})) AS until
