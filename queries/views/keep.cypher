// title: Keep what a saved view holds now, and the act by which it came to that
// params: view, act, at
// returns: nothing
// scope: system
MERGE (v:SavedView {uid: $act.view})
SET v += $view, v.saved_at = coalesce(v.saved_at, datetime($at)), v.changed_at = datetime($at)
CREATE (a:ViewAct {uid: $act.uid})
SET a += $act, a.at = datetime($at)
