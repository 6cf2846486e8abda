// title: One declared recusal, for who declared it and for who decides on it
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_grants, id
// returns: Recusal
// scope: own
// tie: row.id
MATCH (k:Recusal {uid: $id})
WHERE is_of_recusal(k)
RECUSAL_
WHERE true
