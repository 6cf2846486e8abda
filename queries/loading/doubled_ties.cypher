// title: How many values of a property are held by more than one relationship of a type
// params: label, field
// returns: doubled
// scope: system
MATCH ()-[r:$($label)]->()
WITH r[$field] AS value, count(*) AS times
WHERE value IS NOT NULL AND times > 1
RETURN count(*) AS doubled
