// title: Rivals with one owner, address or phone 竞争投标人存在关联
// model: T5
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: Rivals for {project} ({name}) share {shared}: {firms}
// because_zh: 项目{project}（{name}）的竞争投标人{firms}存在共同的{shared}
// parameter most_firms Int 5 firms -- Firms at one address or phone above which it says nothing 同址或同号企业数上限
// params: most_firms
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)<-[:BID_FOR]-(a:Bid)-[:BID_BY]->(f:Unit)
MATCH (p)<-[:BID_FOR]-(b:Bid)-[:BID_BY]->(g:Unit)
WHERE f.uid < g.uid
CALL (p, a, b, f, g) {
  // What belongs to the state has one owner and is rivals all the same.
  MATCH (f)<-[x:HOLDS_SHARE|OFFICER_OF]-(o)-[y:HOLDS_SHARE|OFFICER_OF]->(g)
  WHERE held_on(x, p.opened_on) AND held_on(y, p.opened_on) AND NOT coalesce(o.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP'], false)
  RETURN o, coalesce(o.name, '?') AS shared, [x, y] AS ties
  UNION
  MATCH (f)-[x:HOLDS_SHARE]-(g)
  WHERE held_on(x, p.opened_on)
  RETURN startNode(x) AS o, coalesce(startNode(x).name, '?') AS shared, [x] AS ties
  UNION
  MATCH (f)-[x:USES_PHONE]->(o:Phone)<-[y:USES_PHONE]-(g)
  WHERE held_on(x, p.opened_on) AND held_on(y, p.opened_on) AND COUNT { (o)<-[:USES_PHONE]-(:Unit) } <= $most_firms AND NOT EXISTS { (a)-[:CONTACT_AT]->(o)<-[:CONTACT_AT]-(b) }
  RETURN o, o.phone_number AS shared, [x, y] AS ties
  UNION
  MATCH (f)-[x:LOCATED_AT]->(o:Place)<-[y:LOCATED_AT]-(g)
  WHERE held_on(x, p.opened_on) AND held_on(y, p.opened_on) AND COUNT { (o)<-[:LOCATED_AT]-(:Unit) } <= $most_firms
  RETURN o, o.address AS shared, [x, y] AS ties
}
WITH p, a, b, f, g, o, shared, ties ORDER BY shared, f.uid, g.uid
WITH p, collect(DISTINCT o) AS owners, collect(DISTINCT a) + collect(DISTINCT b) AS bids, collect(DISTINCT f) + collect(DISTINCT g) AS firms, collect(DISTINCT shared) AS things, collect(ties) AS tied
WITH p, bids, things, owners, reduce(s = [], f IN firms | CASE WHEN f IN s THEN s ELSE s + [f] END) AS firms, reduce(s = [], t IN tied | s + t) AS ties
RETURN p.project_number AS key, [p] + bids AS records, ties, [['INVOLVED', p]] + [f IN firms + owners | ['INVOLVED', f]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {project: p.project_number, name: coalesce(p.name, '?'), day: toString(p.opened_on), firms: reduce(s = '', f IN firms | s + CASE WHEN s = '' THEN '' ELSE '、' END + coalesce(f.name, '?')), shared: reduce(s = '', t IN things | s + CASE WHEN s = '' THEN '' ELSE '、' END + t)} AS facts
