// title: Product that the car does not take 油品与车辆不符
// model: V7
// version: 2
// severity: HIGH
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: Fuel for a machine of the unit; a car whose engine was changed
// innocent_zh: 为本单位机具加油；车辆更换发动机
// because: {product} was bought for {plate}, which takes {fuel}, on {day} (receipt {receipt})
// because_zh: {day}为{plate}（燃料{fuel}）购买{product}，油品不符（流水号{receipt}）
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WHERE r.product IS NOT NULL
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WITH r, v, tie, [text IN [r.product, v.fuel_type] |
  CASE
    WHEN text =~ '(?s).*(非油|食品|饮料|香烟|烟酒|酒|百货|日用|用品|便利店|购物|储值|充值卡|礼品|洗车|洗涤|轮胎|配件).*' THEN 'OTHER'
    WHEN text CONTAINS '尿素' THEN 'UREA'
    WHEN text =~ '(?s).*(润滑|机油|玻璃水|防冻|添加剂).*' THEN 'CARE'
    WHEN text =~ '(?s).*(柴油|(?<![0-9.])-?(0|10|20|35|50) *(#|号|＃)).*' THEN 'DIESEL'
    WHEN text =~ '(?s).*(汽油|(?<![0-9.])(89|90|92|93|95|97|98) *(#|号|＃)|(?<![0-9.])(89|92|95|98)$).*' THEN 'PETROL'
    WHEN text =~ '(?s).*(天然气|CNG|LNG|加气).*' THEN 'GAS'
    WHEN text =~ '(?s).*(充电|电能|纯电|电动).*' THEN 'POWER'
    ELSE null END] AS kinds
WHERE kinds[0] = 'OTHER' OR (kinds[0] = 'UREA' AND kinds[1] IN ['PETROL', 'GAS', 'POWER'] AND NOT v.fuel_type CONTAINS '柴') OR (kinds[0] IN ['DIESEL', 'PETROL', 'GAS', 'POWER'] AND kinds[1] IN ['DIESEL', 'PETROL', 'GAS', 'POWER']
  AND kinds[0] <> kinds[1] AND NOT v.fuel_type =~ '(?s).*(混|双燃料|两用|[/、+]).*')
WITH r, v, tie, [(r)-[:PAID_WITH]->(c:FuelCard) | c] AS cards
RETURN r.receipt_number AS key, [r] AS records, [x IN [tie] WHERE x IS NOT NULL] AS ties,
  CASE WHEN v IS NULL THEN [c IN cards | ['INVOLVED', c]] ELSE [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] END AS named,
  {product: r.product, plate: coalesce(v.plate, cards[0].card_number), fuel: v.fuel_type, day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
