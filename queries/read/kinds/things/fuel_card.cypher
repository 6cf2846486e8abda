// title: Fuel cards
// params: viewer_audiences
// returns: FuelCard
// scope: shared
// filter id ID: n.KEY_ = $id -- The fuel cards with this id FuelCard 标识
// filter cardNumber String: n.card_number = $cardNumber -- Number of the fuel card 加油卡卡号
MATCH (n:FuelCard)
WHERE visible(n)
