// title: What is known of each source: its rank, what bears witness in it, and the mapping it was last loaded with
// params: none
// returns: name, properties
// scope: system
MATCH (s:Source)
RETURN s.name AS name, properties(s) AS properties
