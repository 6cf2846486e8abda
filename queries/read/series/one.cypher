// title: One series, by its id or by that of a series that it absorbed, if the viewer may read one of its members
// params: viewer_audiences, id
// returns: Series
// scope: shared
// tie: n.uid
MATCH (asked:Series {uid: $id})
WHERE visible_series(asked)
MATCH (n:Series {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible_series(n)
