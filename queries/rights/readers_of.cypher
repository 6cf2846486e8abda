// title: Some audiences: their numbers and their readers
// params: numbers
// returns: number, readers
// scope: system
UNWIND $numbers AS number
MATCH (a:Audience {number: number})
RETURN a.number AS number, a.readers AS readers
