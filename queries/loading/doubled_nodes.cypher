// title: How many values of a property are held by more than one node of a label
// params: field
// returns: doubled
// scope: system
MATCH (n:LABEL_)
WITH n[$field] AS value, count(*) AS times
WHERE value IS NOT NULL AND times > 1
RETURN count(*) AS doubled
