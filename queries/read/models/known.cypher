// title: Comparison models with their parameters, in the order of their ids; for the teams inside the house
// params: viewer_grants, models
// returns: ComparisonModel
// scope: own
// tie: row.place
UNWIND range(0, size($models) - 1) AS place
WITH $models[place] AS row
WHERE 'READ_SHARED' IN $viewer_grants
