// title: Vehicle repairs
// params: viewer_audiences
// returns: VehicleRepair
// scope: shared
// filter id ID: n.KEY_ = $id -- The vehicle repairs with this id VehicleRepair 标识
// filter number String: n.repair_number = $number -- Number of the repair 维修单号
// filter from Date: n.occurred_on >= date($from) -- Vehicle repairs of this day or later 车辆维修起始
// filter to Date: n.occurred_on <= date($to) -- Vehicle repairs of this day or earlier 车辆维修截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:VehicleRepair)
WHERE visible(n)
