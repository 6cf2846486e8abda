// title: Attendance days
// params: viewer_audiences
// returns: AttendanceDay
// scope: shared
// filter id ID: n.KEY_ = $id -- The attendance days with this id AttendanceDay 标识
// filter number String: n.attendance_number = $number -- Number of the attendance record 考勤编号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Attendance days of this time or later 考勤记录起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Attendance days of this time or earlier 考勤记录截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:AttendanceDay)
WHERE visible(n)
