// title: How many values of a property are held by more than one relationship of a type
// params: field
// returns: doubled
// scope: system
MATCH ()-[r:TYPE_]->()
WITH r[$field] AS value, count(*) AS times
WHERE value IS NOT NULL AND times > 1
RETURN count(*) AS doubled
