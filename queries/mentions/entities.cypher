// title: Entities of one kind that texts can name by a name or a number
// params: after, page
// returns: uid, audience, names, numbers
// scope: system
MATCH (n:LABEL_)
WHERE n.uid > $after
RETURN n.uid AS uid, n.audience AS audience, [name IN [coalesce(n.name, n.address)] WHERE name IS NOT NULL] AS names,
  [number IN [coalesce(n.plate, n.card_number, n.phone_number, n.account_number, n.project_number, n.contract_number)]
    WHERE number IS NOT NULL] AS numbers
ORDER BY uid LIMIT $page
