// title: Contracts
// params: viewer_audiences
// returns: Contract
// scope: shared
// filter id ID: n.KEY_ = $id -- The contracts with this id Contract 标识
// filter number String: n.contract_number = $number -- Number of the contract 合同编号
// order NEWEST: n.signed_on DESC date -- Newest contract first
// order AMOUNT: n.amount_fen DESC -- Largest contract first
MATCH (n:Contract)
WHERE visible(n)
