// title: Declared recusals, newest first, those of the viewer's own and those that the viewer decides on
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_grants
// returns: Recusal
// scope: own
// tie: row.by, row.id
// filter state [RecusalState!]: row.state IN $state -- States of the recusals 回避申请状态
// filter by String: row.by = $by -- Recusals of the officer of this number 申请回避人
// order NEWEST: row.declared_at DESC -- Newest recusal first
MATCH (k:Recusal)
WHERE is_of_recusal(k)
RECUSAL_
WHERE true
