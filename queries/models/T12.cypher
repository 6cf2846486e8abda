// title: Split to avoid a tender 拆分项目规避招标
// model: T12
// version: 1
// severity: HIGH
// channel: OTHER
// problem: CONTRACT_SPLIT
// team: CONDUCT
// innocent: Repeat orders under a frame contract
// innocent_zh: 框架协议下的重复采购
// because: {unit} gave {firm} {count} projects within {days} days, each below the limit, {yuan} yuan together
// because_zh: {unit}在{days}天内将{count}个项目分别交{firm}，单项均低于招标限额，合计{yuan}元
// parameter days Int 90 days -- Time within which parts count together 合并计算的天数
// parameter works_wan Float 400 10000-yuan -- Works above which a tender is due 工程招标限额（万元）
// parameter goods_wan Float 200 10000-yuan -- Goods above which a tender is due 货物招标限额（万元）
// parameter services_wan Float 100 10000-yuan -- Services above which a tender is due 服务招标限额（万元）
// parameter tendered [String] ["公开招标","邀请招标"] words -- Methods that are a tender 已经招标的方式
// params: days, works_wan, goods_wan, services_wan, tendered
// returns: key, facts, records, ties, named
// scope: system
MATCH (u:Unit)<-[y:TENDERED_BY]-(p:Project)-[x:AWARDED_TO]->(f:Unit)
WHERE p.opened_on IS NOT NULL AND NOT any(word IN $tendered WHERE p.method CONTAINS word)
WITH u, f, p, [x, y] AS ties, coalesce(head([(p)<-[:UNDER_PROJECT]-(c:Contract) WHERE c.amount_fen IS NOT NULL | c.amount_fen]), p.ceiling_fen) AS fen,
  CASE p.category WHEN 'GOODS' THEN $goods_wan WHEN 'SERVICES' THEN $services_wan ELSE $works_wan END * 1000000 AS limit
WHERE fen < limit
WITH u, f, p.category AS category, limit, {project: p, fen: fen, ties: ties} AS part ORDER BY p.opened_on, p.project_number
WITH u, f, category, limit, collect(part) AS parts
WHERE size(parts) > 1
UNWIND range(0, size(parts) - 2) AS i
WITH u, f, limit, parts, i, [x IN parts[i..] WHERE x.project.opened_on <= parts[i].project.opened_on + duration({days: $days})] AS near
WITH u, f, parts, i, near, reduce(sum = 0, x IN near | sum + x.fen) AS fen, limit
WHERE size(near) > 1 AND fen >= limit
WITH u, f, near, fen, i ORDER BY i
WITH u, f, collect({near: near, fen: fen})[0] AS first
RETURN first.near[0].project.project_number AS key, [x IN first.near | x.project] AS records, reduce(s = [], x IN first.near | s + x.ties) AS ties,
  [['SUBJECT_UNIT', u], ['INVOLVED', f]] + [x IN first.near | ['INVOLVED', x.project]] AS named,
  {unit: coalesce(u.name, '?'), firm: coalesce(f.name, '?'), count: size(first.near), yuan: first.fen / 100.0, amount_fen: first.fen,
   days: duration.inDays(first.near[0].project.opened_on, first.near[-1].project.opened_on).days} AS facts
