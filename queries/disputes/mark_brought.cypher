// title: Mark those who came with a disputed number in these loads: who owns it has to be asked again
// params: loads
// returns: marked
// scope: system
MATCH (n:Person)
WHERE n.disputed_id_number IS NOT NULL AND n.load IN $loads
SET n:Parting
RETURN count(n) AS marked
