// title: Deposits from one account 保证金出自同一账户
// model: T7
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: The deposits of rivals for {project} ({name}) came from account {shared}: {firms}
// because_zh: 项目{project}（{name}）的竞争投标人{firms}保证金出自同一账户{shared}
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (n:Account)<-[:DEPOSIT_FROM]-(a:Bid)-[:BID_FOR]->(p:Project), (a)-[:BID_BY]->(f:Unit)
MATCH (n)<-[:DEPOSIT_FROM]-(b:Bid)-[:BID_FOR]->(p), (b)-[:BID_BY]->(g:Unit)
WHERE f.uid < g.uid
WITH p, a, b, f, g, n.account_number AS shared, [] AS ties ORDER BY shared, f.uid, g.uid
WITH p, collect(DISTINCT a) + collect(DISTINCT b) AS bids, collect(DISTINCT f) + collect(DISTINCT g) AS firms, collect(DISTINCT shared) AS things, collect(ties) AS tied
WITH p, bids, things, reduce(s = [], f IN firms | CASE WHEN f IN s THEN s ELSE s + [f] END) AS firms, reduce(s = [], t IN tied | s + t) AS ties
RETURN p.project_number AS key, [p] + bids AS records, ties, [['INVOLVED', p]] + [f IN firms | ['INVOLVED', f]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {project: p.project_number, name: coalesce(p.name, '?'), day: toString(p.opened_on), firms: reduce(s = '', f IN firms | s + CASE WHEN s = '' THEN '' ELSE '、' END + coalesce(f.name, '?')), shared: reduce(s = '', t IN things | s + CASE WHEN s = '' THEN '' ELSE '、' END + t)} AS facts
