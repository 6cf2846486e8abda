// title: A saved view that the viewer saved and did not drop
// params: viewer_officer, uid
// returns: uid
// scope: own
MATCH (v:SavedView {uid: $uid})
WHERE v.by = $viewer_officer AND v.dropped_at IS NULL
RETURN v.uid AS uid
