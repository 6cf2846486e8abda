// title: Links that a rule proposed and nobody has judged
// params: none
// returns: uid
// scope: system
MATCH (l:Link)
WHERE l.state = 'PROPOSED'
RETURN l.uid AS uid
