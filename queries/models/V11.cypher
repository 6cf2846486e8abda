// title: Card without a car, or several for one 加油卡无车或一车多卡
// model: V11
// version: 2
// severity: MEDIUM
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: A master card of the fleet; a new car that the register does not have yet
// innocent_zh: 单位主卡；新车尚未入册
// because: Card {card}: {what}
// because_zh: 加油卡{card}：{what_zh}
// parameter active_per_plate Int 1 cards -- Active cards that a car may have 每车有效卡数
// params: active_per_plate
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:FuelCard)
WHERE coalesce(c.is_active, true) AND c.stub IS NULL
OPTIONAL MATCH (c)-[b:BOUND_TO]->(v:Vehicle)
WHERE held_on(b, TODAY_)
WITH c, v, b, CASE WHEN v IS NULL THEN [] ELSE [(v)<-[x:BOUND_TO]-(o:FuelCard) WHERE coalesce(o.is_active, true) AND o <> c AND held_on(x, TODAY_) | [o, x]] END AS others
CALL (c) {
  MATCH (c)<-[:PAID_WITH]-(r:Refuelling)-[:REFUELLED]->(w:Vehicle {is_official: false})
  WITH r, w ORDER BY r.occurred_at, r.receipt_number
  RETURN collect(DISTINCT r) AS fed, collect(DISTINCT w) AS private
}
WITH c, v, b, others, fed, private, CASE
  WHEN v IS NULL THEN ['it is bound to no car', '未绑定车辆']
  WHEN v.is_official = false THEN ['it is bound to the private car ' + v.plate, '绑定私家车' + v.plate]
  WHEN v.stub IS NOT NULL THEN ['it is bound to ' + v.plate + ', which is in no register of official cars', '绑定的' + v.plate + '不在公务用车名册内']
  WHEN size(others) + 1 > $active_per_plate THEN [v.plate + ' has ' + toString(size(others) + 1) + ' active cards', v.plate + '有' + toString(size(others) + 1) + '张有效卡']
  WHEN size(fed) > 0 THEN ['it paid for the private car ' + private[0].plate, '为私家车' + private[0].plate + '加油']
  ELSE null END AS told
WHERE told IS NOT NULL
WITH c, fed, private, collect({v: v, told: told, ties: [x IN [b] + [o IN others | o[1]] WHERE x IS NOT NULL]})[0] AS first
WITH c, fed, private, first.v AS v, first.told AS told, first.ties AS ties
RETURN c.card_number AS key, [c] + fed AS records, ties,
  [['INVOLVED', c]] + CASE WHEN v IS NULL THEN [] ELSE [['INVOLVED', v]] END + [w IN private | ['INVOLVED', w]] + [(c)-[says:ISSUED_TO]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {card: c.card_number, what: told[0], what_zh: told[1]} AS facts
