// title: Shell cluster 空壳企业群
// model: K6
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: OTHER
// team: CONDUCT
// innocent: An incubator or an agent's office
// innocent_zh: 孵化器或代办机构地址
// because: {count} firms with {staff} staff or fewer share {shared}: {firms}
// because_zh: {count}家从业不超过{staff}人的企业共用{shared}：{firms}
// parameter firms Int 3 firms -- Firms from which it is told 企业数下限
// parameter staff Int 2 people -- Staff up to which a firm counts 从业人数上限
// params: firms, staff
// returns: key, facts, records, ties, named
// scope: system
CALL () {
  MATCH (o:Place)<-[x:LOCATED_AT]-(f:Unit) WHERE is_firm(f) AND coalesce(f.staff, 99) <= $staff AND held_on(x, TODAY_)
  RETURN o, o.address AS shared, x, f
  UNION
  MATCH (o:Phone)<-[x:USES_PHONE]-(f:Unit) WHERE is_firm(f) AND coalesce(f.staff, 99) <= $staff AND held_on(x, TODAY_)
  RETURN o, o.phone_number AS shared, x, f
}
WITH o, shared, x, f ORDER BY coalesce(f.uscc, f.uid)
WITH o, shared, collect(DISTINCT f) AS firms, collect(x) AS ties
WHERE size(firms) >= $firms
RETURN shared AS key, firms AS records, ties, [['INVOLVED', o]] + [f IN firms | ['INVOLVED', f]] AS named,
  {count: size(firms), staff: $staff, shared: shared, firms: reduce(s = '', f IN firms[0..10] | s + CASE WHEN s = '' THEN '' ELSE '、' END + coalesce(f.name, '?'))} AS facts
