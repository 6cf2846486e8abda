// title: Newborn winner 新设企业中标
// model: T2
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: A project company of a known group
// innocent_zh: 集团为项目新设的公司
// because: {firm}, {age} days old, with {staff} staff and {tax} yuan of tax, won {yuan} yuan ({project})
// because_zh: {firm}成立{age}天、从业{staff}人、纳税{tax}元，中标{yuan}元（{project}）
// parameter age_days Int 365 days -- Age below which a firm is newborn 新设企业的年限
// parameter staff Int 2 people -- Staff up to which it is told 从业人数上限
// parameter tax_wan Float 0 10000-yuan -- Tax up to which it is told 纳税额上限（万元）
// parameter win_wan Float 100 10000-yuan -- Award from which it is told 中标额下限（万元）
// params: age_days, staff, tax_wan, win_wan
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)-[x:AWARDED_TO]->(f:Unit)
WHERE f.founded_on IS NOT NULL AND p.opened_on IS NOT NULL AND f.founded_on + duration({days: $age_days}) > p.opened_on
  AND coalesce(f.staff, 0) <= $staff AND coalesce(f.tax_fen, 0) <= $tax_wan * 1000000 AND NOT (f.staff IS NULL AND f.tax_fen IS NULL)
WITH p, f, x, coalesce(head([(p)<-[:UNDER_PROJECT]-(c:Contract) WHERE c.amount_fen IS NOT NULL | c.amount_fen]), p.ceiling_fen) AS fen
WHERE fen >= $win_wan * 1000000
RETURN p.project_number AS key, [p] AS records, [x] AS ties, [['INVOLVED', f], ['INVOLVED', p]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {firm: coalesce(f.name, '?'), age: duration.inDays(f.founded_on, p.opened_on).days, staff: coalesce(f.staff, 0), tax: coalesce(f.tax_fen, 0) / 100.0, yuan: fen / 100.0, project: p.project_number, amount_fen: fen} AS facts
