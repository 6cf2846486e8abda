// title: Revolving stays 频繁轮换住院
// model: M2
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: SPECIAL_FUND
// team: CONDUCT
// innocent: A chronic disease with regular treatment, such as dialysis
// innocent_zh: 透析等慢性病规律治疗
// because: {person} had {count} stays in {hospitals} hospitals within {months} months and paid {own} yuan
// because_zh: {person}{months}个月内在{hospitals}家机构住院{count}次，自付{own}元
// parameter stays Int 6 stays -- Stays from which it is told 住院次数下限
// parameter months Int 12 months -- Time in which they lie 时间窗
// parameter hospitals Int 2 hospitals -- Hospitals from which it is told 机构数下限
// parameter own_share Float 0.1 ratio -- Own share below which it is told 自付比例上限
// params: stays, months, hospitals, own_share
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:HospitalStay)-[:STAY_OF]->(p:Person)
WHERE s.occurred_on IS NOT NULL
WITH p, s ORDER BY s.occurred_on, s.stay_number
WITH p, collect(s) AS found
WHERE size(found) >= $stays
UNWIND range(0, size(found) - $stays) AS i
WITH p, [x IN found[i..] WHERE x.occurred_on < found[i].occurred_on + duration({months: $months})] AS near
WHERE size(near) >= $stays
WITH p, near ORDER BY size(near) DESC, near[0].occurred_on
WITH p, collect(near)[0] AS near
UNWIND near AS s
OPTIONAL MATCH (s)-[:STAYED_AT]->(u:Unit)
WITH p, near, collect(DISTINCT u) AS hospitals
WITH p, near, hospitals, [x IN near WHERE x.own_fen IS NOT NULL AND x.amount_fen IS NOT NULL] AS told
WITH p, near, hospitals, reduce(sum = 0, x IN told | sum + x.amount_fen) AS fen, reduce(sum = 0, x IN told | sum + x.own_fen) AS own
WHERE size(hospitals) >= $hospitals AND fen > 0 AND own <= fen * $own_share
RETURN near[0].stay_number AS key, near AS records, [] AS ties, [['INVOLVED', p]] + [u IN hospitals | ['SUBJECT_UNIT', u]] AS named,
  {person: coalesce(p.name, '?'), count: size(near), hospitals: size(hospitals), months: $months, own: own / 100.0, amount_fen: fen} AS facts
