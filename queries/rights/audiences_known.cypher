// title: Every audience: its number and its readers
// params: none
// returns: number, readers
// scope: system
MATCH (a:Audience)
RETURN a.number AS number, a.readers AS readers
