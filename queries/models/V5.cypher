// title: Fuelling on holidays 节假日加油
// model: V5
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: VEHICLE_PRIVATE_USE
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {plate} was fuelled on {day}, a holiday, and was on no duty with an order (receipt {receipt})
// because_zh: {plate}于节假日{day}加油，不属持派车单的执勤用车（流水号{receipt}）
// parameter holidays [String] ["2022-12-31","2023-01-01","2023-01-02","2023-01-21","2023-01-22","2023-01-23","2023-01-24","2023-01-25","2023-01-26","2023-01-27","2023-04-05","2023-04-29","2023-04-30","2023-05-01","2023-05-02","2023-05-03","2023-06-22","2023-06-23","2023-06-24","2023-09-29","2023-09-30","2023-10-01","2023-10-02","2023-10-03","2023-10-04","2023-10-05","2023-10-06","2024-01-01","2024-02-10","2024-02-11","2024-02-12","2024-02-13","2024-02-14","2024-02-15","2024-02-16","2024-02-17","2024-04-04","2024-04-05","2024-04-06","2024-05-01","2024-05-02","2024-05-03","2024-05-04","2024-05-05","2024-06-10","2024-09-15","2024-09-16","2024-09-17","2024-10-01","2024-10-02","2024-10-03","2024-10-04","2024-10-05","2024-10-06","2024-10-07","2025-01-01","2025-01-28","2025-01-29","2025-01-30","2025-01-31","2025-02-01","2025-02-02","2025-02-03","2025-02-04","2025-04-04","2025-04-05","2025-04-06","2025-05-01","2025-05-02","2025-05-03","2025-05-04","2025-05-05","2025-05-31","2025-06-01","2025-06-02","2025-10-01","2025-10-02","2025-10-03","2025-10-04","2025-10-05","2025-10-06","2025-10-07","2025-10-08","2026-01-01","2026-01-02","2026-01-03","2026-02-15","2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-02-20","2026-02-21","2026-02-22","2026-02-23","2026-04-04","2026-04-05","2026-04-06","2026-05-01","2026-05-02","2026-05-03","2026-05-04","2026-05-05","2026-06-19","2026-06-20","2026-06-21","2026-09-25","2026-09-26","2026-09-27","2026-10-01","2026-10-02","2026-10-03","2026-10-04","2026-10-05","2026-10-06","2026-10-07"] days -- Days off by the notices of the State Council, 2023 to 2026 法定节假日放假安排
// parameter slack_minutes Int 60 minutes -- How far outside its order a journey may lie 出车时间与派车单允许的误差
// parameter duty [String] ["执法","执勤","应急","抢险","救护","消防","值班","特种"] words -- Uses of cars that are on duty on holidays 节假日执勤车辆用途
// params: holidays, slack_minutes, duty
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WHERE toString(date(r.occurred_at)) IN $holidays
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL AND NOT (any(word IN $duty WHERE v.use CONTAINS word) AND EXISTS {
  MATCH (v)<-[:ORDERED_FOR]-(o:DispatchOrder)
  WHERE coalesce(o.is_approved, true) AND o.occurred_at - duration({minutes: $slack_minutes}) <= r.occurred_at
    AND r.occurred_at <= coalesce(o.ended_at, o.occurred_at + duration({hours: 12})) + duration({minutes: $slack_minutes})
})
RETURN r.receipt_number AS key, [r] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
