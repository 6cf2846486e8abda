// title: Drop a saved view: what it held is gone, that it was there and who dropped it stays
// params: act, at
// returns: nothing
// scope: system
MATCH (v:SavedView {uid: $act.view})
SET v = {uid: v.uid, by: v.by, teams: v.teams, title: v.title, shared_with: [], things: [], xs: [], ys: [], hidden: [], pinned: [], came_from: [],
  ties: [], starts: [], ends: [], saved_at: v.saved_at, changed_at: datetime($at), dropped_at: datetime($at)}
CREATE (a:ViewAct {uid: $act.uid})
SET a += $act, a.at = datetime($at)
