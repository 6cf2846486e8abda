// title: Households
// params: viewer_audiences
// returns: Household
// scope: shared
// filter id ID: n.KEY_ = $id -- The households with this id Household 标识
// filter number String: n.household_number = $number -- Number of the household 户号
MATCH (n:Household)
WHERE visible(n)
