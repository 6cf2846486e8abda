// title: Contract before the tender 先签约后招标
// model: T11
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: An emergency that was tendered afterwards by rule
// innocent_zh: 应急工程事后补办
// because: Contract {contract} was signed on {signed}, the bids of {project} were opened on {day}
// because_zh: 合同{contract}签订于{signed}，早于项目{project}开标日{day}
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:Contract)-[:UNDER_PROJECT]->(p:Project)
WHERE c.signed_on < p.opened_on
RETURN p.project_number AS key, [c, p] AS records, [] AS ties, [['INVOLVED', p], ['INVOLVED', c]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {project: p.project_number, name: coalesce(p.name, '?'), day: toString(p.opened_on), contract: c.contract_number, signed: toString(c.signed_on), amount_fen: c.amount_fen} AS facts
