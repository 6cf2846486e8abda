// title: At a place of leisure off duty 非工作时间到访敏感场所
// model: V12
// version: 1
// severity: HIGH
// channel: VEHICLES
// problem: VEHICLE_PRIVATE_USE
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {plate} was at {place} ({kind}) on {when} without an order
// because_zh: {plate}于{when}到{place}（{kind}），无派车审批
// parameter places [String] ["景区","餐饮","饭店","酒店","学校","住宅","小区","娱乐","会所","商场"] words -- Kinds of place that are watched 关注场所类型
// parameter begin Int 8 o'clock -- Hour at which work begins 上班时间
// parameter end Int 18 o'clock -- Hour at which work ends 下班时间
// parameter slack_minutes Int 60 minutes -- How far outside its order a journey may lie 出车时间与派车单允许的误差
// parameter holidays [String] ["2022-12-31","2023-01-01","2023-01-02","2023-01-21","2023-01-22","2023-01-23","2023-01-24","2023-01-25","2023-01-26","2023-01-27","2023-04-05","2023-04-29","2023-04-30","2023-05-01","2023-05-02","2023-05-03","2023-06-22","2023-06-23","2023-06-24","2023-09-29","2023-09-30","2023-10-01","2023-10-02","2023-10-03","2023-10-04","2023-10-05","2023-10-06","2024-01-01","2024-02-10","2024-02-11","2024-02-12","2024-02-13","2024-02-14","2024-02-15","2024-02-16","2024-02-17","2024-04-04","2024-04-05","2024-04-06","2024-05-01","2024-05-02","2024-05-03","2024-05-04","2024-05-05","2024-06-10","2024-09-15","2024-09-16","2024-09-17","2024-10-01","2024-10-02","2024-10-03","2024-10-04","2024-10-05","2024-10-06","2024-10-07","2025-01-01","2025-01-28","2025-01-29","2025-01-30","2025-01-31","2025-02-01","2025-02-02","2025-02-03","2025-02-04","2025-04-04","2025-04-05","2025-04-06","2025-05-01","2025-05-02","2025-05-03","2025-05-04","2025-05-05","2025-05-31","2025-06-01","2025-06-02","2025-10-01","2025-10-02","2025-10-03","2025-10-04","2025-10-05","2025-10-06","2025-10-07","2025-10-08","2026-01-01","2026-01-02","2026-01-03","2026-02-15","2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-02-20","2026-02-21","2026-02-22","2026-02-23","2026-04-04","2026-04-05","2026-04-06","2026-05-01","2026-05-02","2026-05-03","2026-05-04","2026-05-05","2026-06-19","2026-06-20","2026-06-21","2026-09-25","2026-09-26","2026-09-27","2026-10-01","2026-10-02","2026-10-03","2026-10-04","2026-10-05","2026-10-06","2026-10-07"] days -- Days off by the notices of the State Council, 2023 to 2026 法定节假日放假安排
// parameter working [String] ["2023-01-28","2023-01-29","2023-04-23","2023-05-06","2023-06-25","2023-10-07","2023-10-08","2024-02-04","2024-02-18","2024-04-07","2024-04-28","2024-05-11","2024-09-14","2024-09-29","2024-10-12","2025-01-26","2025-02-08","2025-04-27","2025-09-28","2025-10-11","2026-01-04","2026-02-14","2026-02-28","2026-05-09","2026-09-20","2026-10-10"] days -- Days at a weekend that are worked for a holiday 调休上班日
// params: places, begin, end, slack_minutes, holidays, working
// returns: key, facts, records, ties, named
// scope: system
MATCH (t:Trip)-[:DRIVEN_WITH]->(v:Vehicle)
WHERE coalesce(v.is_official, true) AND v.stub IS NULL AND t.occurred_at IS NOT NULL
  AND any(word IN $places WHERE coalesce(t.end_kind, t.end_place, '') CONTAINS word)
WITH t, v, coalesce(t.ended_at, t.occurred_at) AS at
WHERE (at.hour < $begin OR at.hour >= $end OR (date(at).dayOfWeek > 5 AND NOT toString(date(at)) IN $working) OR toString(date(at)) IN $holidays)
  AND t.dispatch_number IS NULL AND NOT EXISTS {
  MATCH (v)<-[:ORDERED_FOR]-(o:DispatchOrder)
  WHERE coalesce(o.is_approved, true) AND o.occurred_at - duration({minutes: $slack_minutes}) <= at
    AND at <= coalesce(o.ended_at, o.occurred_at + duration({hours: 12})) + duration({minutes: $slack_minutes})
}
RETURN t.trip_number AS key, [t] AS records, [] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(t.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, place: coalesce(t.end_place, '?'), kind: coalesce(t.end_kind, t.end_place), when: replace(toString(at), 'T', ' ')} AS facts
