// title: One saved view, for who saved it and for the teams that it is shared with
// params: viewer_audiences, viewer_officer, viewer_teams, id
// returns: SavedView
// scope: own
// tie: row.id
MATCH (v:SavedView {uid: $id})
WHERE is_of_view(v)
// row
VIEW_
WHERE true
// late
VIEW_LATE_
