// title: Rules of whose judged links too few were confirmed
// params: least, floor
// returns: rules
// scope: system
MATCH (l:Link)
WHERE l.state IN ['CONFIRMED', 'REJECTED']
WITH l.rule AS rule, count(*) AS judged, count(CASE l.state WHEN 'CONFIRMED' THEN 1 END) AS confirmed
WHERE judged >= $least AND confirmed < $floor * judged
RETURN collect(rule) AS rules
