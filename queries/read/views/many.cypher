// title: Saved views, what was changed last first: those of the viewer's own and those that are shared with a team of the viewer's
// params: viewer_audiences, viewer_officer, viewer_teams
// returns: SavedView
// scope: own
// tie: row.by, row.id
// filter by String: v.by = $by -- Views that the officer of this number saved 保存人
// filter team String: $team IN v.shared_with -- Views that are shared with the team of this code 共享部门
// order NEWEST: row.changed_at DESC -- What was changed last first
MATCH (v:SavedView)
WHERE is_of_view(v) AND v.dropped_at IS NULL
// row
VIEW_
WHERE true
// late
VIEW_LATE_
