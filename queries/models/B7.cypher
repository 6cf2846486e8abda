// title: Many people on one account 多人补贴进入同一账户
// model: B7
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: A cooperative or a home that is paid for its members
// innocent_zh: 合作社或供养机构代领
// because: {count} people of {households} households are paid into account {account}
// because_zh: {households}户{count}人的补贴进入同一账户{account}
// parameter persons Int 3 people -- People of several households from whom it is told 人数下限
// params: persons
// returns: key, facts, records, ties, named
// scope: system
MATCH (a:Account)<-[:PAID_INTO]-(s:SubsidyPayment)-[:PAID_TO]->(p:Person)
WITH a, s, p, head([(p)-[l:LIVES_IN]->(h:Household) WHERE held_on(l, s.occurred_on) | [h.household_number, l]]) AS home
WITH a, s, p, coalesce(home[0], p.uid) AS household, home[1] AS l ORDER BY s.payment_number
WITH a, collect(DISTINCT s) AS found, collect(DISTINCT p) AS people, count(DISTINCT household) AS households, collect(DISTINCT l) AS ties
WHERE size(people) >= $persons AND households > 1
RETURN found[0].payment_number AS key, found AS records, ties,
  [['PAYEE', a]] + [p IN people | ['INVOLVED', p]] + [(a)<-[:USES_ACCOUNT]-(o:Person) WHERE NOT o IN people | ['SUBJECT', o]] AS named,
  {count: size(people), households: households, account: a.account_number, amount_fen: reduce(sum = 0, x IN found | sum + coalesce(x.amount_fen, 0))} AS facts
