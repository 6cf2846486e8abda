// title: Give some nodes of a kind, which have another mark or none, the mark of their kind beside their readers
// params: mark, readers, bound
// returns: marked
// scope: system
MATCH (n:LABEL_)
WHERE coalesce(n.own_audience, n.audience) - coalesce(n.own_audience, n.audience) % $readers <> $mark
WITH n LIMIT $bound
SET n.audience = CASE WHEN n.own_audience IS NULL THEN n.audience % $readers + $mark ELSE n.audience END,
  n.own_audience = n.own_audience % $readers + $mark
RETURN count(n) AS marked
