// title: Series of connected matters, those of which the viewer may read one member at least
// params: viewer_audiences
// returns: Series
// scope: shared
// tie: series_row.opened_by, series_row.uid
// filter state [SeriesState!]: n.state IN $state -- States of the series 串案状态
// filter leadTeam String: n.lead_team = $leadTeam -- Series led by the team with this code 牵头部门
// filter matter ID: EXISTS { MATCH (k:SeriesMember {matter: $matter})-[:IN_SERIES]->(n:Series) WHERE k.is_present MATCH (m:MATTERS_ {uid: k.matter}) WHERE visible(m) } -- Series that this matter is a member of 所含事项
// order NEWEST: toString(series_row.opened_at) DESC -- Series opened last first
MATCH (n:Series)
WHERE n.survivor IS NULL AND visible_series(n)
// row
WITH n AS series_row
WHERE true
