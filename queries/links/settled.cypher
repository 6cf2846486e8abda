// title: What was stirred and taken up is done with
// params: bound
// returns: settled
// scope: system
MATCH (n:Stirring)
WITH n LIMIT $bound
REMOVE n:Stirring
RETURN count(n) AS settled
