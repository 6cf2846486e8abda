MATCH (o:Officer) WHERE o.officer_id <> $officer
RETURN o.officer_id AS officer ORDER BY officer LIMIT 1
