// title: One machine for rival bids 投标文件机器码相同
// model: T6
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: The files of rivals for {project} ({name}) were made on one machine ({shared}): {firms}
// because_zh: 项目{project}（{name}）的竞争投标人{firms}投标文件出自同一机器（{shared}）
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)<-[:BID_FOR]-(a:Bid)-[:BID_BY]->(f:Unit)
MATCH (p)<-[:BID_FOR]-(b:Bid)-[:BID_BY]->(g:Unit)
WHERE f.uid < g.uid AND a.file_machine = b.file_machine
WITH p, a, b, f, g, a.file_machine AS shared, [] AS ties ORDER BY shared, f.uid, g.uid
WITH p, collect(DISTINCT a) + collect(DISTINCT b) AS bids, collect(DISTINCT f) + collect(DISTINCT g) AS firms, collect(DISTINCT shared) AS things, collect(ties) AS tied
WITH p, bids, things, reduce(s = [], f IN firms | CASE WHEN f IN s THEN s ELSE s + [f] END) AS firms, reduce(s = [], t IN tied | s + t) AS ties
RETURN p.project_number AS key, [p] + bids AS records, ties, [['INVOLVED', p]] + [f IN firms | ['INVOLVED', f]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {project: p.project_number, name: coalesce(p.name, '?'), day: toString(p.opened_on), firms: reduce(s = '', f IN firms | s + CASE WHEN s = '' THEN '' ELSE '、' END + coalesce(f.name, '?')), shared: reduce(s = '', t IN things | s + CASE WHEN s = '' THEN '' ELSE '、' END + t)} AS facts
