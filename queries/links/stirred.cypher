// title: Take up what was stirred: from now on whatever stirs it again is for the next run
// params: bound
// returns: taken
// scope: system
MATCH (n:Stirred)
WITH n LIMIT $bound
SET n:Stirring
REMOVE n:Stirred
RETURN count(n) AS taken
