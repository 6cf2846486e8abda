// title: A saved view of a row; what its owner wrote and chose to leave out rests on all that is in it, and is told to who may read all of that
// params: viewer_audiences, viewer_officer
// returns: row
// scope: part
WITH row AS told, row.view AS v
SAVED_
WITH told, v, nodes, all(each IN nodes WHERE each.n IS NOT NULL) AS is_whole
WITH told {.*, nodes: nodes, teams: v.teams, saved_at: toString(v.saved_at), dropped_at: toString(v.dropped_at), shared_with: v.shared_with,
  title: CASE WHEN is_whole THEN v.title END, remark: CASE WHEN is_whole THEN v.remark END,
  may_change: v.by = $viewer_officer AND v.dropped_at IS NULL,
  look: {without_kinds: CASE WHEN is_whole THEN coalesce(v.without_kinds, []) ELSE [] END, without_ties: CASE WHEN is_whole THEN coalesce(v.without_ties, []) ELSE [] END,
    without_channels: CASE WHEN is_whole THEN coalesce(v.without_channels, []) ELSE [] END, least_ties: coalesce(v.least_ties, 0), least_certainty: v.least_certainty,
    since: toString(v.since), until: toString(v.until), group: v.group, size: v.size}} AS row
