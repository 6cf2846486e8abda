// title: Too many hosts 陪餐人数超标
// model: R1
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: Drivers and staff counted as hosts; two delegations at one table
// innocent_zh: 将司机、工作人员计入陪餐；两批客人同桌
// because: {unit} sat {hosts} hosts with {guests} guests on {day} (bill {bill}); {limit} were allowed
// because_zh: {unit}于{day}接待来客{guests}人，陪餐{hosts}人，超过上限{limit}人（账单{bill}）
// parameter few_guests Int 10 people -- Guests up to whom the fixed number of hosts holds 适用固定陪餐人数的来客上限
// parameter few_hosts Int 3 people -- Hosts allowed for few guests 来客较少时陪餐上限
// parameter share Int 3 guests -- Guests per host above that 超过后每几名来客可有一名陪餐
// params: few_guests, few_hosts, share
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit)
WHERE b.guests IS NOT NULL AND b.hosts IS NOT NULL
WITH b, h, CASE WHEN b.guests <= $few_guests THEN $few_hosts ELSE b.guests / $share END AS limit
WHERE b.hosts > limit
RETURN b.bill_number AS key, [b] AS records, [] AS ties, [['SUBJECT_UNIT', h]] + [(b)-[says:SERVED_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {bill: b.bill_number, day: toString(date(b.occurred_at)), unit: coalesce(h.name, '?'), amount_fen: b.amount_fen, hosts: b.hosts, guests: b.guests, limit: limit} AS facts
